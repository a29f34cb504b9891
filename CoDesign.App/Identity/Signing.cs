using CoDesign.Domain.Kernel;
using Microsoft.AspNetCore.Identity;

namespace CoDesign.App.Identity;

/// <summary>Signing in and out, whichever way.</summary>
public static class Signing
{
    /// <summary>The one thing said when signing in fails, whatever the reason.</summary>
    public static Refusal Failed { get; } = new("sign-in.failed", "That email address and password don’t go together, or there were too many tries. Check both, or wait five minutes.", "email");

    /// <summary>Maps signing out and the way to the organisation's own sign-in.</summary>
    public static void MapSigning(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/sign-out", async (HttpContext http) =>
        {
            await http.ForgetAsync();
            return SeeOther("/");
        }).ExcludeFromDescription();
        routes.MapOrganisationSignIn();
    }

    /// <summary>An address of our own, or <paramref name="otherwise"/>: nobody is sent elsewhere by a link that they followed.</summary>
    public static string Local(string? address, string otherwise) =>
        address is ['/', ..] && !address.StartsWith("//", StringComparison.Ordinal) && !address.StartsWith("/\\", StringComparison.Ordinal) && !address.Any(char.IsControl)
            ? address
            : otherwise;

    /// <summary>Signs in by email address and password; takes as long for an address that we don't know.</summary>
    public static async Task<bool> ByPasswordAsync(this SignInManager<Account> signIn, HttpContext http, string? email, string? password)
    {
        var account = await signIn.UserManager.FindByEmailAsync(email ?? "");
        if (account is null || string.IsNullOrEmpty(password))
        {
            signIn.UserManager.PasswordHasher.HashPassword(Account.For("nobody", ParticipantId.Public), password ?? "");
            return false;
        }

        var answer = await signIn.PasswordSignInAsync(account, password, isPersistent: true, lockoutOnFailure: true);
        if (answer.Succeeded) await http.ForgetParticipantAsync();
        return answer.Succeeded;
    }

    /// <summary>The answer that sends a browser on after something was done.</summary>
    public static IResult SeeOther(string address) => new SeeOtherResult(address);

    private sealed class SeeOtherResult(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}

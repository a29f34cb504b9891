using System.Security.Claims;
using CoDesign.Domain.Kernel;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CoDesign.App.Identity;

/// <summary>Signing in with the organisation's own accounts, by OpenID Connect, where that is set up.</summary>
public static class OrganisationSignIn
{
    private const string Section = "Identity:Oidc";

    /// <summary>What the button says; null where it isn't set up.</summary>
    public static string? ButtonOf(IConfiguration configuration) =>
        configuration[$"{Section}:Authority"] is { Length: > 0 } ? $"Sign in with {configuration[$"{Section}:Name"] ?? "your organisation"}" : null;

    /// <summary>Adds it, where it is set up.</summary>
    public static void AddOrganisationSignIn(this AuthenticationBuilder authentication, IConfiguration configuration)
    {
        if (ButtonOf(configuration) is null) return;
        authentication.AddOpenIdConnect(Schemes.OpenIdConnect, options =>
        {
            options.SignInScheme = IdentityConstants.ExternalScheme;
            options.Authority = configuration[$"{Section}:Authority"];
            options.ClientId = configuration[$"{Section}:ClientId"];
            options.ClientSecret = configuration[$"{Section}:ClientSecret"];
            options.ResponseType = OpenIdConnectResponseType.Code;
            options.ResponseMode = OpenIdConnectResponseMode.Query;
            options.UsePkce = true;
            options.Scope.Add("email");
            options.GetClaimsFromUserInfoEndpoint = true;
        });
    }

    /// <summary>Maps the way there and back.</summary>
    public static void MapOrganisationSignIn(this IEndpointRouteBuilder routes)
    {
        if (ButtonOf(routes.ServiceProvider.GetRequiredService<IConfiguration>()) is null) return;
        routes.MapGet("/sign-in/organisation", (string? @return, SignInManager<Account> signIn) => Results.Challenge(
            signIn.ConfigureExternalAuthenticationProperties(Schemes.OpenIdConnect, $"/sign-in/organisation/back?return={Uri.EscapeDataString(Signing.Local(@return, "/projects"))}"),
            [Schemes.OpenIdConnect])).ExcludeFromDescription();
        routes.MapGet("/sign-in/organisation/back", BackAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> BackAsync(string? @return, HttpContext http, SignInManager<Account> signIn, Accounts accounts)
    {
        if (await signIn.GetExternalLoginInfoAsync() is not { } login) return Signing.SeeOther("/sign-in");
        var known = await signIn.ExternalLoginSignInAsync(login.LoginProvider, login.ProviderKey, isPersistent: true, bypassTwoFactor: true);
        if (!known.Succeeded)
        {
            var email = login.Principal.FindFirstValue(ClaimTypes.Email);
            // An address that already has an account isn't taken over by whoever the organisation says holds it.
            if (email is null || known.IsLockedOut || await signIn.UserManager.FindByEmailAsync(email) is not null) return Signing.SeeOther("/sign-in?problem=organisation");
            var account = await accounts.OpenAsync(email, login.Principal.FindFirstValue(ClaimTypes.Name) ?? login.Principal.FindFirstValue("name"), new ParticipantId(Guid.NewGuid()));
            await signIn.UserManager.AddLoginAsync(account, login);
            await signIn.SignInAsync(account, isPersistent: true);
        }

        await http.ForgetParticipantAsync();
        return Signing.SeeOther(Signing.Local(@return, "/projects"));
    }
}

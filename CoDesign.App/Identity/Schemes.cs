using System.Security.Claims;
using CoDesign.App.Live;
using CoDesign.Domain.Kernel;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace CoDesign.App.Identity;

/// <summary>The ways in which a request says who it comes from.</summary>
public static class Schemes
{
    /// <summary>Chooses among the others by what the request carries.</summary>
    public const string Person = "Person";

    /// <summary>Joined by a workshop's code; no account.</summary>
    public const string Participant = "Participant";

    /// <summary>A program with a token.</summary>
    public const string Token = "Token";

    /// <summary>The cookie of who signed in with an account.</summary>
    public const string AccountCookie = "account";

    /// <summary>The cookie of who joined by a code.</summary>
    public const string ParticipantCookie = "participant";

    /// <summary>How long a participant is remembered, counted from the last visit.</summary>
    public static readonly TimeSpan ParticipantStays = TimeSpan.FromDays(180);

    /// <summary>Where the organisation's own sign-in answers.</summary>
    public const string OpenIdConnect = "OpenIdConnect";

    /// <summary>The scheme that a request goes by.</summary>
    public static string Of(HttpRequest request)
    {
        if (request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return Token;
        return request.Cookies.ContainsKey(AccountCookie) || !request.Cookies.ContainsKey(ParticipantCookie) ? IdentityConstants.ApplicationScheme : Participant;
    }

    /// <summary>Remembers a participant on this device.</summary>
    public static Task RememberAsync(this HttpContext http, ParticipantId participant, string? source = null)
    {
        var identity = new ClaimsIdentity(
            [new Claim(Caller.Claim, participant.Text()), new Claim(ClaimTypes.NameIdentifier, participant.Text())], Participant);
        if (source is not null) identity.AddClaim(new Claim(PersonClaims.Source, source));
        return http.SignInAsync(Participant, new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = true });
    }

    /// <summary>Forgets who joined by code on this device, because somebody signed in with an account.</summary>
    public static Task ForgetParticipantAsync(this HttpContext http) => http.SignOutAsync(Participant);

    /// <summary>Signs out of an account and stays whoever joined by code.</summary>
    public static Task SignOutOfAccountAsync(this HttpContext http) => http.SignOutAsync(IdentityConstants.ApplicationScheme);

    /// <summary>Forgets on this device who anybody was.</summary>
    public static async Task ForgetAsync(this HttpContext http)
    {
        await http.SignOutOfAccountAsync();
        await http.ForgetParticipantAsync();
    }
}

using System.Security.Claims;
using CoDesign.App.Live;
using CoDesign.Domain.Kernel;
using Microsoft.AspNetCore.Components.Authorization;

namespace CoDesign.App.Identity;

/// <summary>Who is looking: the same on a page, in an island and in a form.</summary>
public sealed class CurrentPerson(AuthenticationStateProvider authentication, People people, Suspensions suspensions)
{
    private static readonly ClaimsPrincipal _nobody = new();
    private ClaimsPrincipal? _principal;

    /// <summary>Who they are in the domain; <see cref="ParticipantId.Public"/> for who isn't known.</summary>
    public ParticipantId Id => Principal.Participant();

    /// <summary>Whether we know them, by an account or by a workshop's code.</summary>
    public bool IsKnown => Id != ParticipantId.Public;

    /// <summary>Whether they signed in with an account, unlike who joined by code.</summary>
    public bool HasAccount => Principal.HasClaim(PersonClaims.Account, PersonClaims.Yes);

    /// <summary>Whether they look after this installation.</summary>
    public bool IsAdministrator => Principal.HasClaim(PersonClaims.Administrator, PersonClaims.Yes);

    /// <summary>What they are called.</summary>
    public string Name => people.NameOf(Id);

    /// <summary>What brings them here, as they said when they joined; a kind of source as forms send it, or null.</summary>
    public string? Source => Principal.FindFirstValue(PersonClaims.Source);

    // The framework gives a task that has ended by the time that any component is made. A circuit outlives its connection
    // and can be asked for again by another, so who is suspended is nobody in it too.
    private ClaimsPrincipal Principal
    {
        get
        {
            _principal ??= authentication.GetAuthenticationStateAsync().GetAwaiter().GetResult().User;
            return suspensions.IsSuspended(_principal.Participant()) ? _nobody : _principal;
        }
    }
}

/// <summary>What cookies and tokens say of people besides who they are.</summary>
public static class PersonClaims
{
    /// <summary>Set for who signed in with an account.</summary>
    public const string Account = "account";

    /// <summary>Set for who looks after the installation.</summary>
    public const string Administrator = "administrator";

    /// <summary>What brought a participant here.</summary>
    public const string Source = "source";

    /// <summary>The value of a claim that is set.</summary>
    public const string Yes = "yes";
}

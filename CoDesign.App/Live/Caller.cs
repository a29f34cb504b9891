using System.Security.Claims;
using CoDesign.Domain.Kernel;

namespace CoDesign.App.Live;

/// <summary>Who a principal is in the domain's terms. The same for pages, circuits, hubs and the API.</summary>
public static class Caller
{
    /// <summary>The claim that carries the participant id.</summary>
    public const string Claim = "pid";

    /// <summary>The participant; <see cref="ParticipantId.Public"/> for who isn't known. Never the system.</summary>
    public static ParticipantId Participant(this ClaimsPrincipal? principal) =>
        principal?.Identity?.IsAuthenticated is true && Id.TryParse<ParticipantId>(principal.FindFirstValue(Claim), out var id) && id != ParticipantId.System
            ? id
            : ParticipantId.Public;
}

using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Providers;

namespace CoDesign.Domain.Tenders;

/// <summary>
/// An organisation that says openly, by its own choice, that it looks for partners for a tender. It says nothing of whether it bids.
/// </summary>
/// <param name="Provider">The organisation.</param>
/// <param name="Name">What it was called when it said so.</param>
/// <param name="Brings">What it brings.</param>
/// <param name="LooksFor">Whom or what it looks for.</param>
/// <param name="IsPublic">Whether everybody sees it; else those who are signed in.</param>
/// <param name="At">When, UTC.</param>
public sealed record Seeker(ProviderId Provider, string Name, string Brings, string LooksFor, bool IsPublic, DateTimeOffset At);

/// <summary>Something asked about looking for partners. Members of the organisation, while the tender takes bids.</summary>
public interface ISeekCommand : ITenderCommand
{
    /// <summary>The organisation.</summary>
    ProviderId Provider { get; }
}

/// <summary>Something that happened to looking for partners.</summary>
public interface ISeekEvent : IEvent;

/// <summary>Says that an organisation looks for partners, or says it better.</summary>
/// <param name="Provider">The organisation.</param>
/// <param name="Brings">What it brings, 1 to 1,000 characters.</param>
/// <param name="LooksFor">Whom or what it looks for, 1 to 1,000 characters.</param>
/// <param name="IsPublic">Whether everybody sees it; else those who are signed in.</param>
public sealed record LookForPartners(ProviderId Provider, string? Brings, string? LooksFor, bool IsPublic) : ISeekCommand;

/// <summary>Says so no more. Also after the deadline.</summary>
public sealed record StopLooking(ProviderId Provider) : ISeekCommand;

/// <summary>An organisation looks for partners.</summary>
[EventName("partners.sought.v1")]
public sealed record PartnersSought(ProviderId Provider, string Name, [property: Erasable] string Brings, [property: Erasable] string LooksFor, bool IsPublic) : ISeekEvent;

/// <summary>An organisation looks for partners no more.</summary>
[EventName("partners.no-longer-sought.v1")]
public sealed record PartnersNoLongerSought(ProviderId Provider) : ISeekEvent;

/// <content>Who looks for partners.</content>
public sealed partial record Tender
{
    /// <summary>Who looks for partners, the latest last.</summary>
    public ImmutableList<Seeker> Seekers { get; init; } = [];

    private Tender AfterSeeking(ISeekEvent happened, DateTimeOffset at) => happened switch
    {
        PartnersSought e => this with { Seekers = Seekers.RemoveAll(one => one.Provider == e.Provider).Add(new Seeker(e.Provider, e.Name, e.Brings, e.LooksFor, e.IsPublic, at)) },
        PartnersNoLongerSought e => this with { Seekers = Seekers.RemoveAll(one => one.Provider == e.Provider) },
        _ => throw new InvalidOperationException($"A tender knows no event {happened.GetType().Name}."),
    };
}

/// <content>Who looks for partners.</content>
public sealed partial class TenderDecider
{
    private static readonly Refusal SeekerUnknown = new("provider.unknown", "Choose an organisation that you belong to.", "provider");
    private static readonly Refusal SeekLate = new("seek.late", "The deadline has passed, so nobody can find a partner for this tender any more.");
    private static readonly Refusal SeekByOfficer = new("seek.officer", "You have a part in running this tender, so you can’t look for partners for it.");

    private static Decision DecideSeek(Tender state, ISeekCommand command, Project? project, Context context)
    {
        if (state.Publication is null || context.Actor == ParticipantId.Public) return Refusal.NotFound;
        if (context.Facts.Find<Provider>(command.Provider.Stream) is not { } provider || !provider.IsMember(context.Actor)) return SeekerUnknown;
        var current = state.Seekers.Find(one => one.Provider == command.Provider);
        if (command is StopLooking) return current is null ? Decision.Accept() : Decision.Accept(new PartnersNoLongerSought(command.Provider));
        if (command is not LookForPartners look) throw new InvalidOperationException($"A tender knows no command {command.GetType().Name}.");
        if (project is not null && (project.IsOfficer(context.Actor) || project.Holds(context.Actor, Role.Member))) return SeekByOfficer;
        if (state.Withdrawal is not null) return TenderRefusals.Withdrawn;
        if (!state.InTime(context.Now)) return SeekLate;
        if (Written.Words(look.Brings, "brings", "what you bring", 1_000, out var brings) is { } badBrings) return badBrings;
        if (Written.Words(look.LooksFor, "looksFor", "whom or what you look for", 1_000, out var looksFor) is { } badLooks) return badLooks;
        return current is not null && (current.Name, current.Brings, current.LooksFor, current.IsPublic) == (provider.Name, brings, looksFor, look.IsPublic)
            ? Decision.Accept()
            : Decision.Accept(new PartnersSought(look.Provider, provider.Name, brings, looksFor, look.IsPublic));
    }
}

/// <content>Who looks for partners.</content>
public sealed partial record TenderView
{
    /// <summary>Who looks for partners and lets the reader see it, the latest first; empty once nobody can bid any more.</summary>
    public ImmutableList<Seeker> Seekers { get; init; } = [];

    private static ImmutableList<Seeker> SeekersFor(Tender tender, ParticipantId viewer) => tender.Withdrawal is not null
        ? []
        : [.. tender.Seekers.Where(one => one.IsPublic || viewer != ParticipantId.Public).Reverse()];
}

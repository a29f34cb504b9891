using System.Collections.Immutable;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Evaluations;

/// <summary>One history of which an evaluation is made.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Name">What it is called: "The tender", "The panel", "Bidder A, Harbour Lights".</param>
public sealed record AuditedStream(StreamId Stream, string Name);

/// <summary>Something that happened in an evaluation.</summary>
/// <param name="Of">The history that it is in.</param>
/// <param name="Happened">The event in its place.</param>
/// <param name="Who">Who did it; null where that is kept private for good.</param>
/// <param name="What">What they did, in plain words that follow a name.</param>
/// <param name="Why">The words that they gave with it; empty where none are told.</param>
/// <param name="IsTold">Whether its data may be read as well: not where it holds more than an audit is for.</param>
public sealed record AuditStep(AuditedStream Of, Recorded Happened, ParticipantId? Who, string What, string Why, bool IsTold)
{
    /// <summary>What they did, with the name of whom they did it about.</summary>
    /// <param name="nameOf">What somebody is called.</param>
    public string InWords(Func<ParticipantId, string> nameOf) =>
        AuditWords.WhomOf(Happened.Event) is { } whom ? What.Replace(AuditWords.Whom, nameOf(whom), StringComparison.Ordinal) : What;
}

/// <summary>
/// The whole of an evaluation in the order in which it happened, for who answers for it. Who asked a bidder's question, what
/// teams tried before they handed in, and what evaluators keep for themselves, stays private for good.
/// </summary>
public static class Audit
{
    /// <summary>Whether somebody may read it: the moderator and commissioners, once the award is made. Nobody learns scores by it any earlier.</summary>
    public static bool MaySee(Panel? panel, Project? project, ParticipantId viewer)
    {
        if (panel is not { IsDone: true } || project is null || panel.IsBidder(viewer)) return false;
        return panel.Moderator == viewer && panel.IsInRoom(viewer, project) || project.Holds(viewer, Role.Commissioner);
    }

    /// <summary>The histories of which it is made: the tender, the panel, and each bid that was opened.</summary>
    public static ImmutableArray<AuditedStream> StreamsOf(Panel panel) =>
    [
        new(panel.Tender.Stream, "The tender"),
        new(panel.Id.Stream, "The panel"),
        .. (panel.Bids ?? []).Select(bid => new AuditedStream(bid.Bid.Stream, bid.Named)),
    ];

    /// <summary>Tells what happened, oldest first. Things of one moment stand in the order of their histories.</summary>
    /// <param name="panel">The panel as it is.</param>
    /// <param name="tender">Its tender as it is.</param>
    /// <param name="histories">What was kept of each history, in order.</param>
    public static ImmutableArray<AuditStep> Tell(Panel panel, Tender tender, IEnumerable<(AuditedStream Of, IReadOnlyList<Recorded> History)> histories)
    {
        var words = new AuditWords(panel, tender);
        return
        [
            .. histories.SelectMany(one => one.History.Select(happened => Step(words, one.Of, happened, one.History)))
                .OrderBy(step => step.Happened.At),
        ];
    }

    private static AuditStep Step(AuditWords words, AuditedStream of, Recorded happened, IReadOnlyList<Recorded> history)
    {
        // Who asks, practises or is helped told the moderator at most, and nobody later.
        ParticipantId? who = happened.Event is EnquiryAsked or EnquiryWithdrawn or HelpAsked or PracticeFinished or SupportRecorded or SupportEnded ? null : happened.Actor;
        if (happened.Event is BidSubmitted submitted && history.Any(later => later.Version > happened.Version && later.Event is BidSubmitted or BidWithdrawn))
            return new AuditStep(of, happened, who, "submitted a bid that they changed or took back later", "", false);
        return words.Of(happened.Event) is { } told
            ? new AuditStep(of, happened, who, told.What, told.Why, true)
            : new AuditStep(of, happened, who, AuditWords.Privately(happened.Event), "", false);
    }
}

using System.Collections.Immutable;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Evaluations;

/// <summary>Something asked of a panel around the award: summaries, the award itself, and what comes after it.</summary>
public interface IAwardCommand : IPanelCommand;

/// <summary>Something that happened around the award.</summary>
public interface IAwardEvent : IEvent;

/// <summary>
/// Proposes to award a lot to the bid that ranks first for it, of those that have not won as many lots as one may. The moderator
/// only, once every bid has its summary. Where nobody may win more than some lots, they are awarded in their order.
/// </summary>
/// <param name="Bid">The bid.</param>
/// <param name="Lot">The lot; the only one where left out.</param>
/// <param name="Decision">Where nothing published sets two bids apart: the decision between them and why, 1 to 2,000 characters.</param>
public sealed record ProposeAward(BidId Bid, LotId? Lot = null, string? Decision = null) : IAwardCommand;

/// <summary>Makes the award that was proposed. A commissioner only, who is never the one who proposed it.</summary>
/// <param name="Lot">The lot; the only one where left out.</param>
/// <param name="StandstillDays">Working days before the contract; as few as the law allows where left out, or 0 for none where it leaves that open.</param>
public sealed record ApproveAward(LotId? Lot = null, int? StandstillDays = null) : IAwardCommand;

/// <summary>Sends a proposed award back to the moderator. A commissioner only.</summary>
/// <param name="Lot">The lot; the only one where left out.</param>
/// <param name="Reason">Why, 1 to 2,000 characters.</param>
public sealed record SendBackAward(LotId? Lot, string? Reason) : IAwardCommand;

/// <summary>The moderator proposed an award.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Bid">The bid.</param>
/// <param name="Decision">The decision between bids that are equal; empty where nothing had to be decided. A public record that stays.</param>
[EventName("award.proposed.v1")]
public sealed record AwardProposed(LotId Lot, BidId Bid, string Decision) : IAwardEvent;

/// <summary>A commissioner sent it back. A public record that stays.</summary>
[EventName("award.sent-back.v1")]
public sealed record AwardSentBack(LotId Lot, string Reason) : IAwardEvent;

/// <summary>The notice of an award was given, with the last lot of its tender, and with it the standstill began.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Standstill">The standstill; null where there is none.</param>
[EventName("award-notice.given.v1")]
public sealed record AwardNoticeGiven(LotId Lot, Standstill? Standstill) : IAwardEvent;

/// <summary>An award that was proposed.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Bid">The bid.</param>
/// <param name="Decision">The decision between bids that are equal; empty where nothing had to be decided.</param>
/// <param name="By">Who proposed it.</param>
/// <param name="At">When, UTC.</param>
public sealed record AwardProposal(LotId Lot, BidId Bid, string Decision, ParticipantId By, DateTimeOffset At);

/// <summary>A proposal that was sent back.</summary>
public sealed record ReturnedAward(LotId Lot, string Reason, DateTimeOffset At);

/// <summary>The notice of an award.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="At">When it was given, UTC.</param>
/// <param name="By">Who settled the last lot.</param>
/// <param name="Standstill">The standstill; null where there is none.</param>
public sealed record AwardNotice(LotId Lot, DateTimeOffset At, ParticipantId By, Standstill? Standstill);

/// <content>The award.</content>
public sealed partial record Panel
{
    /// <summary>What bidders are told about their answers.</summary>
    public ImmutableList<SummaryPart> Summaries { get; init; } = [];

    /// <summary>Awards that were proposed and not sent back.</summary>
    public ImmutableList<AwardProposal> Proposals { get; init; } = [];

    /// <summary>Proposals that were sent back, until the next one.</summary>
    public ImmutableList<ReturnedAward> Returned { get; init; } = [];

    /// <summary>The notices of the awards.</summary>
    public ImmutableList<AwardNotice> Notices { get; init; } = [];

    /// <summary>The proposal that waits for a commissioner; null where none does.</summary>
    public AwardProposal? Waiting(LotId lot) => IsSettled(lot) ? null : Proposals.Find(one => one.Lot == lot);

    private Panel AfterAward(IAwardEvent happened, Recorded recorded) => happened switch
    {
        SummaryWritten e => this with { Summaries = [.. Summaries.Where(old => !e.Parts.Any(part => (part.Bid, part.Question) == (old.Bid, old.Question))), .. e.Parts] },
        AwardProposed e => this with
        {
            Proposals = Proposals.Add(new AwardProposal(e.Lot, e.Bid, e.Decision, recorded.Actor, recorded.At)),
            Returned = Returned.RemoveAll(one => one.Lot == e.Lot),
        },
        AwardSentBack e => this with
        {
            Proposals = Proposals.RemoveAll(one => one.Lot == e.Lot),
            Returned = Returned.Add(new ReturnedAward(e.Lot, e.Reason, recorded.At)),
        },
        AwardNoticeGiven e => this with { Notices = Notices.Add(new AwardNotice(e.Lot, recorded.At, recorded.Actor, e.Standstill)) },
        AwardAnnounced => this,
        IAfterAwardEvent e => AfterTheAward(e, recorded),
        _ => throw new InvalidOperationException($"A panel knows no event {happened.GetType().Name}."),
    };
}

using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using static CoDesign.Domain.Evaluations.PanelRefusals;

namespace CoDesign.Domain.Evaluations;

/// <summary>A lot that a bid won.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Bid">The bid.</param>
/// <param name="StandstillDays">Working days of standstill that begin with its notice; 0 for none.</param>
public sealed record LotAward(LotId Lot, BidId Bid, int StandstillDays = 0);

/// <summary>A lot that ended without an award.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Reason">Why, in plain words.</param>
public sealed record LotEnding(LotId Lot, string Reason);

/// <summary>The result of one lot.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Result">The bids for it, ranked.</param>
/// <param name="First">The bids that it goes to: the best of those that have not won as many lots as one may. More than one where nothing published decides.</param>
public sealed record LotResult(Lot Lot, Result Result, ImmutableArray<BidId> First);

/// <summary>Ends a lot that no bid can win, without an award. The moderator only, once moderation is open; the last one once every bid has its summary.</summary>
/// <param name="Lot">The lot; the only one where left out.</param>
/// <param name="Reason">Why, in plain words that everybody may read, 1 to 2,000 characters.</param>
public sealed record EndLot(LotId? Lot, string? Reason) : IPanelCommand;

/// <summary>A lot ended without an award. Its words are a public record and stay.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Reason">Why.</param>
/// <param name="IsLast">Whether every lot is settled with it.</param>
/// <param name="IsAwarded">Whether another lot was awarded before.</param>
[EventName("lot.ended.v1")]
public sealed record LotEnded(LotId Lot, string Reason, bool IsLast, bool IsAwarded) : IEvent;

/// <content>The lots.</content>
public sealed partial record Panel
{
    /// <summary>Lots that are won, in the order of the awards.</summary>
    public ImmutableList<LotAward> Awards { get; init; } = [];

    /// <summary>Lots that ended without an award.</summary>
    public ImmutableList<LotEnding> Endings { get; init; } = [];

    /// <summary>Whether every lot is awarded or ended. Then names are named, and who oversees the project sees all.</summary>
    public bool IsDone { get; init; }

    /// <summary>Whether a contract was awarded, or none will be, so that nothing that scores rest on can change.</summary>
    [JsonIgnore]
    public bool IsAwarded => IsDone || !Awards.IsEmpty;

    /// <summary>Whether a lot is awarded or ended.</summary>
    public bool IsSettled(LotId lot) => Awards.Exists(award => award.Lot == lot) || Endings.Exists(ending => ending.Lot == lot);

    /// <summary>Whether settling a lot leaves no other open.</summary>
    public bool IsLast(Tender tender, LotId settled) => tender.Lots.TrueForAll(lot => lot.Id == settled || IsSettled(lot.Id));

    /// <summary>Whether a bid has won as many lots as one may.</summary>
    public bool HasWonEnough(Tender tender, BidId bid) => Awards.Count(award => award.Bid == bid) >= tender.LotRules.MostWon;

    /// <summary>The result of a lot among some bids, with those that it goes to.</summary>
    public LotResult ResultOf(Tender tender, Lot lot, IReadOnlyCollection<ReceivedBid> among)
    {
        var result = Result.Compute(tender, this, lot.Id, among);
        var able = result.Rows.Where(row => row.Rank is not null && !HasWonEnough(tender, row.Bid)).ToArray();
        return new LotResult(lot, result, [.. able.Where(row => row.Rank == able[0].Rank).Select(row => row.Bid)]);
    }

    /// <summary>Histories of before there were lots settled the whole contract at once.</summary>
    private Panel Award(AwardMade made) => this with { Awards = Awards.Add(new LotAward(made.Lot ?? Tender.WholeLot, made.Bid, made.StandstillDays)), IsDone = IsDone || made.IsLast };

    private Panel End(LotEnded ended) => this with { Endings = Endings.Add(new LotEnding(ended.Lot, ended.Reason)), IsDone = IsDone || ended.IsLast };

    /// <summary>Bids of before there were lots are for the whole contract.</summary>
    private ReceivedBid Priced(ReceivedBid bid) => bid.Prices.IsDefaultOrEmpty ? bid with { Prices = [new LotPrice(Tender.WholeLot, bid.Price)] } : bid;
}

/// <content>The lots.</content>
public sealed partial class PanelDecider
{
    private static Decision End(Panel state, EndLot c, Tender tender, Project project, Context context)
    {
        if (state.IsDone) return Awarded;
        if (Find(tender, c.Lot) is not { } lot) return LotUnknown;
        if (WhyNotSettle(state, tender, lot) is { } settled) return settled;
        if (!state.ResultOf(tender, lot, state.Bids!).First.IsEmpty) return LotHasBids;
        if (Written.Words(c.Reason, "reason", "why, in plain words", 2_000, out var reason) is { } bad) return bad;
        var ended = new LotEnded(lot.Id, reason, state.IsLast(tender, lot.Id), !state.Awards.IsEmpty);
        if (!ended.IsLast) return Decision.Accept(ended);
        if (Summaries.Gap(state, AllRows(state, tender)) is { } gap) return AwardRefusals.SummaryGap(gap.Label, gap.Question, gap.State);
        return Decision.Accept([ended, .. Announced(state.Awards, state, tender, project, context)]);
    }

    /// <summary>Bidders are told of all lots at once. So the notice of each is given with the last, and no standstill runs before anybody knows of it.</summary>
    private static IEnumerable<IEvent> Announced(IEnumerable<LotAward> awards, Panel state, Tender tender, Project project, Context context) =>
    [
        .. awards.Where(award => !state.Notices.Exists(notice => notice.Lot == award.Lot))
            .Select(award => new AwardNoticeGiven(award.Lot, StandstillRule.Of(tender).From(award.StandstillDays, context.Now))),
        AwardAnnounced.Of(state, project, context.Facts),
    ];

    private static Lot? Find(Tender tender, LotId? lot) => lot is { } id ? tender.Lots.Find(one => one.Id == id) : tender.Lots is [var alone] ? alone : null;

    /// <summary>Where nobody may win more than some lots, who wins which depends on the order, so it is the published one.</summary>
    private static Refusal? WhyNotSettle(Panel state, Tender tender, Lot lot)
    {
        if (state.IsSettled(lot.Id)) return LotSettled;
        return tender.LotRules.MostWon is not null && tender.Lots.Find(one => !state.IsSettled(one.Id)) is { } next && next.Id != lot.Id ? LotOrder(next.Title) : null;
    }
}

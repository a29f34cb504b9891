using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Evaluations;

/// <summary>What a summary says of the answer to one question.</summary>
/// <param name="Question">The question, with its scale.</param>
/// <param name="Weight">The most it can bring, of 100.</param>
/// <param name="Score">The score, as a place on the scale.</param>
/// <param name="Points">What it brings, of 100.</param>
/// <param name="IsMissed">Whether the pass mark was missed.</param>
/// <param name="Words">Why it has its score; empty where that isn't written.</param>
public sealed record SummaryCriterion(Criterion Question, Fraction Weight, Fraction Score, Fraction Points, bool IsMissed, string Words);

/// <summary>The bid that won a lot, as those hear of it who didn't.</summary>
/// <param name="Organisation">Who.</param>
/// <param name="Registered">The numbers under which it is registered; empty for none.</param>
/// <param name="Criteria">Its score for each question, and why.</param>
/// <param name="Quality">All its answers together.</param>
/// <param name="Price">What its price brings.</param>
/// <param name="Total">Quality and price.</param>
/// <param name="Together">Who bids together, the lead first; empty for who bids alone.</param>
public sealed record SummaryOfWinner(
    string Organisation, string Registered, ImmutableArray<SummaryCriterion> Criteria, Fraction Quality, PricePart Price, Fraction Total, ImmutableArray<PartInBid> Together);

/// <summary>What became of a bid for one lot.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Quality">All answers together.</param>
/// <param name="Price">What the price brings.</param>
/// <param name="Total">Quality and price.</param>
/// <param name="Rank">Its place; null where a pass mark was missed.</param>
/// <param name="Ranked">How many bids have a place.</param>
/// <param name="IsWon">Whether it won the lot.</param>
/// <param name="Winner">Who won it; null where this bid did, or nobody.</param>
/// <param name="Between">Where totals were equal: what of the published order set it and the winner apart. Null where totals differ, or there is nothing to compare.</param>
/// <param name="Decision">The recorded decision, where nothing published decided.</param>
/// <param name="Ended">Why the lot ended without an award; null where it is awarded.</param>
public sealed record SummaryOfLot(
    Lot Lot, Fraction Quality, PricePart Price, Fraction Total, int? Rank, int Ranked, bool IsWon, SummaryOfWinner? Winner, DecidedBy? Between, string Decision, string? Ended);

/// <summary>
/// The assessment summary of a bid: every criterion with its weight, scale, score and explanation, and for a bid that didn't win the
/// same of the one that did, so that it says why not (Procurement Act 2023, section 50, and Procurement Regulations 2024, regulation
/// 31). It names no evaluator.
/// </summary>
/// <param name="Bid">The bid.</param>
/// <param name="Label">What the panel called it.</param>
/// <param name="Organisation">Who bids.</param>
/// <param name="Registered">The numbers under which it is registered; empty for none.</param>
/// <param name="PriceRule">How prices were scored, in plain words.</param>
/// <param name="Reference">Where all criteria can be read in full: the published tender.</param>
/// <param name="Criteria">What each answer got, and why.</param>
/// <param name="Lots">What became of it, lot by lot.</param>
public sealed record AssessmentSummary(
    BidId Bid, string Label, string Organisation, string Registered, string PriceRule, string Reference, ImmutableArray<SummaryCriterion> Criteria, ImmutableArray<SummaryOfLot> Lots)
{
    /// <summary>Who bids together, the lead first; empty for who bids alone.</summary>
    public ImmutableArray<PartInBid> Together { get; init; } = [];

    /// <summary>Whether bids rank by what they ask for each point of quality, so that the price has no points and there is no total.</summary>
    public bool IsByPricePerPoint { get; init; }

    /// <summary>What the panel called it, and who bids where that doesn't say it.</summary>
    [JsonIgnore]
    public string Named => ReceivedBid.NameOf(Label, Organisation);

    /// <summary>Those who won lots that it is for, each once.</summary>
    public IEnumerable<SummaryOfWinner> Winners => Lots.Select(lot => lot.Winner).OfType<SummaryOfWinner>().DistinctBy(winner => winner.Organisation);

    /// <summary>The summary of a bid that the panel has received.</summary>
    public static AssessmentSummary Of(Panel panel, Tender tender, ReceivedBid bid)
    {
        var results = tender.Lots.Select(lot => panel.ResultOf(tender, lot, panel.Bids ?? [])).Where(lot => lot.Result.Rows.Any(row => row.Bid == bid.Bid)).ToArray();
        return new AssessmentSummary(bid.Bid, bid.Label, bid.Organisation, bid.Registered, tender.PriceRule.InWords(), tender.Publication!.Reference,
            results.Length == 0 ? [] : CriteriaOf(panel, results[0].Result.Rows.First(row => row.Bid == bid.Bid)),
            [.. results.Select(lot => LotOf(panel, tender, lot, bid))])
        { Together = PartInBid.Of(bid.Consortium), IsByPricePerPoint = tender.PriceRule.IsByPricePerPoint };
    }

    private static SummaryOfLot LotOf(Panel panel, Tender tender, LotResult lot, ReceivedBid bid)
    {
        var mine = lot.Result.Rows.First(row => row.Bid == bid.Bid);
        var won = panel.Awards.Find(award => award.Lot == lot.Lot.Id)?.Bid;
        var winner = won == bid.Bid ? null : lot.Result.Rows.FirstOrDefault(row => row.Bid == won);
        var winning = winner is null ? null : panel.Bids!.Find(one => one.Bid == won)!;
        var compared = winner is null || mine.IsExcluded ? null : ((int, DecidedBy By)?)Result.Compare(winner, mine, tender.PriceRule);
        return new SummaryOfLot(lot.Lot, mine.Quality, mine.Price, mine.Total, mine.Rank, lot.Result.Rows.Count(row => row.Rank is not null), won == bid.Bid,
            winner is null || winning is null ? null
                : new SummaryOfWinner(winning.Organisation, winning.Registered, CriteriaOf(panel, winner), winner.Quality, winner.Price, winner.Total, PartInBid.Of(winning.Consortium)),
            compared?.By is { } by && by != DecidedBy.Score ? by : null,
            panel.Proposals.Find(one => one.Lot == lot.Lot.Id)?.Decision ?? "",
            panel.Endings.Find(ending => ending.Lot == lot.Lot.Id)?.Reason);
    }

    private static ImmutableArray<SummaryCriterion> CriteriaOf(Panel panel, ResultRow row) =>
    [
        .. row.Questions.Where(part => !part.IsUnscored).Select(part => new SummaryCriterion(part.Question, part.Weight, part.Mean, part.Points, part.Failed,
            panel.Summaries.Find(one => one.Bid == row.Bid && one.Question == part.Question.Id)?.Words ?? "")),
    ];
}

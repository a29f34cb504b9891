using CoDesign.Domain.Evaluations;

namespace CoDesign.App.Evaluations;

/// <summary>What became of a bid, in one sentence.</summary>
public static class SummaryWording
{
    /// <summary>What became of a bid for one lot, and why.</summary>
    /// <param name="lot">What became of it.</param>
    /// <param name="summary">The summary that it stands in.</param>
    public static string Outcome(SummaryOfLot lot, AssessmentSummary summary)
    {
        var (organisation, byPoint) = (summary.Organisation, summary.IsByPricePerPoint);
        return lot switch
        {
            { IsWon: true } => $"{organisation} won.",
            { Ended: { } why } => $"Nobody won. {why}",
            { Rank: null, Winner: { } winner } => $"{organisation} did not win: a pass mark was missed, so the bid was not considered further. {winner.Organisation} won with {Reached(winner.Price, winner.Total, byPoint)}.",
            { Winner: { } winner, Between: DecidedBy.Nothing } => $"{organisation} did not win: both bids were equal in everything that was published as deciding, so a decision was recorded. {lot.Decision}",
            { Winner: { } winner, Between: { } by } => $"{organisation} did not win: its {(byPoint ? "price for each point of quality" : "total")} equals that of {winner.Organisation}, {(byPoint ? lot.Price.PerPoint?.Pounds() : $"{lot.Total} points")}, and {By(by)} set them apart, as published.",
            { Winner: { } winner } when byPoint && winner.Price.PerPoint is { } least && lot.Price.PerPoint is { } asked && asked > least =>
                $"{organisation} did not win: it asks {asked.Pounds()} for each point of quality, and {winner.Organisation}, which won, asks {least.Pounds()}, {(asked - least).Pounds()} less.",
            { Winner: { } winner } when !byPoint && winner.Total > lot.Total => $"{organisation} did not win: it has {lot.Total} points of 100, and {winner.Organisation}, which won, has {winner.Total}, {winner.Total - lot.Total} more.",
            { Winner: { } winner } => $"{organisation} did not win: {winner.Organisation} did, by the rules as published.",
            _ => $"{organisation} did not win.",
        };
    }

    private static string Reached(PricePart price, Fraction total, bool byPoint) => byPoint && price.PerPoint is { } each ? $"{each.Pounds()} for each point of quality" : $"{total} points";

    private static string By(DecidedBy by) => by switch
    {
        DecidedBy.Quality => "more points for quality",
        DecidedBy.ServiceUsers => "what service users scored",
        _ => "more points for social value",
    };
}

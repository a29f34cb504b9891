using CoDesign.Domain.Evaluations;

namespace CoDesign.App.Evaluations;

/// <summary>What became of a bid, in one sentence.</summary>
public static class SummaryWording
{
    /// <summary>What became of a bid for one lot, and why.</summary>
    /// <param name="lot">What became of it.</param>
    /// <param name="organisation">Who bids.</param>
    public static string Outcome(SummaryOfLot lot, string organisation) => lot switch
    {
        { IsWon: true } => $"{organisation} won.",
        { Ended: { } why } => $"Nobody won. {why}",
        { Rank: null, Winner: { } winner } => $"{organisation} did not win: a pass mark was missed, so the bid was not considered further. {winner.Organisation} won with {winner.Total} points.",
        { Winner: { } winner, Between: DecidedBy.Nothing } => $"{organisation} did not win: both bids were equal in everything that was published as deciding, so a decision was recorded. {lot.Decision}",
        { Winner: { } winner, Between: { } by } => $"{organisation} did not win: its total equals that of {winner.Organisation}, {lot.Total} points, and {By(by)} set them apart, as published.",
        { Winner: { } winner } when winner.Total > lot.Total => $"{organisation} did not win: it has {lot.Total} points of 100, and {winner.Organisation}, which won, has {winner.Total}, {winner.Total - lot.Total} more.",
        { Winner: { } winner } => $"{organisation} did not win: {winner.Organisation} did, by the rules as published.",
        _ => $"{organisation} did not win.",
    };

    private static string By(DecidedBy by) => by switch
    {
        DecidedBy.Quality => "more points for quality",
        DecidedBy.ServiceUsers => "what service users scored",
        _ => "more points for social value",
    };
}

using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Tenders;

namespace CoDesign.App.Evaluations;

/// <summary>
/// Where a panel is, as one reader may know it. A page with forms is made for one stage; when the panel has moved on,
/// the page says so instead of changing under somebody's hands.
/// </summary>
/// <param name="Stage">How far it is.</param>
/// <param name="IsReminded">Whether the moderator asks the reader to go on.</param>
/// <param name="IsAway">Whether the moderator noted that the reader can't go on.</param>
/// <param name="Places">How many places the reader may fill, for who appoints.</param>
/// <param name="AnsweredAt">When the moderator last answered somebody's request for help, as far as the reader is to read it; null for never.</param>
public sealed record PanelNow(string Stage, bool IsReminded, bool IsAway, int Places, DateTimeOffset? AnsweredAt)
{
    /// <summary>Where it is for a reader.</summary>
    public static PanelNow Of(PanelView panel) => new(
        StageOf(panel),
        panel.Preparation.RemindedAt is not null && !panel.HaveLocked && panel.Moderation is null,
        panel.MyAbsence is not null,
        panel.OpenPlaces.Sum(place => place.Places),
        panel.Group is null ? null : panel.Preparation.Helps.Max(help => help.AnsweredAt));

    /// <summary>What to say when there is nothing left to do.</summary>
    public const string Awarded = "The award is made.";

    /// <summary>What to say when it is reached.</summary>
    public string Says => Stage switch
    {
        "award" => Awarded,
        "result" => "The scores are open to the panel, and the result is there.",
        "moderation" => "The moderation room is open.",
        "scoring" => "The bids are open.",
        _ when Stage.StartsWith("locked-", StringComparison.Ordinal) => "Everybody has locked their scores.",
        _ when Stage.StartsWith("decision-", StringComparison.Ordinal) => "Something has happened on the way to the award.",
        _ when Stage.StartsWith("round-", StringComparison.Ordinal) => "A new round is open.",
        _ => "Somebody has said that the bids are to be opened.",
    };

    private static string StageOf(PanelView panel) => panel switch
    {
        { IsDone: true } => "award",
        { Decision.Lots: var lots } when lots.Any(lot => lot.Stage != AwardStage.Open || lot.Returned is not null) =>
            $"decision-{string.Join('-', lots.Select(lot => $"{lot.Stage}{lot.Returned?.At.Ticks}"))}",
        { Result: not null } => "result",
        { Moderation: not null } => "moderation",
        { IsModerator: true, Progress: { IsEmpty: false } all } when all.TrueForAll(one => one.HasLocked) => $"locked-{panel.Rounds?.Current}",
        { Rounds: { Current: not ScoringRound.Written } rounds } => $"round-{rounds.Current}",
        { Bids: not null } => "scoring",
        _ => $"opening-{panel.Openers.Count}",
    };
}

using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Tenders;

namespace CoDesign.App.Evaluations;

/// <summary>
/// How far a panel is, as one reader may know it. A page with forms is made for one stage; when the panel has moved on,
/// the page says so instead of changing under somebody's hands.
/// </summary>
public static class PanelStage
{
    /// <summary>The stage that a reader sees.</summary>
    public static string Of(PanelView panel) =>
        panel.IsDone ? "award" : panel.Result is not null ? "result" : panel.Moderation is not null ? "moderation" : panel.Bids is not null ? panel.Rounds is { Current: not ScoringRound.Written } rounds ? $"round-{rounds.Current}" : "scoring" : $"opening-{panel.Openers.Count}";

    /// <summary>What to say when it is reached.</summary>
    public static string Says(string stage) => stage switch
    {
        "award" => "The award is made.",
        "result" => "The scores are open to the panel, and the result is there.",
        "moderation" => "The moderation room is open.",
        "scoring" => "The bids are open.",
        _ when stage.StartsWith("round-", StringComparison.Ordinal) => "A new round is open.",
        _ => "Somebody has said that the bids are to be opened.",
    };
}

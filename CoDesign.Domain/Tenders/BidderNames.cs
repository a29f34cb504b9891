using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Tenders;

/// <summary>
/// Chooses whether the panel is told who bids when bids are opened; a tender that chooses nothing keeps it from the panel until the
/// award. Told by name, everybody who scores can say for certain whether they have an interest.
/// </summary>
public sealed record ChooseNames(bool Shown) : IScoringCommand;

/// <summary>It is settled whether the panel is told who bids.</summary>
[EventName("names.chosen.v1")]
public sealed record NamesChosen(bool Shown) : IScoringEvent;

/// <summary>What is said of whether the panel is told who bids.</summary>
public static class BidderNames
{
    /// <summary>As bidders read it.</summary>
    public static string InWords(bool shown) => shown
        ? "The panel is told who bids, so that everybody who scores can say whether they have an interest."
        : "Until the award the panel is not told who bids, so leave the name of your organisation out of your answers.";
}

/// <content>Whether the panel is told who bids.</content>
public sealed partial record Tender
{
    /// <summary>Whether the panel is told who bids when bids are opened; else it learns it with the award.</summary>
    public bool ShowsNames { get; init; }
}

/// <content>Whether the panel is told who bids.</content>
public sealed partial class TenderDecider
{
    private static Decision Choose(Tender state, ChooseNames c) => c.Shown == state.ShowsNames ? Decision.Accept() : Decision.Accept(new NamesChosen(c.Shown));
}

using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Tenders;

/// <summary>What counts for an answer once the panel has talked about its scores. Published with the pack, so that nobody chooses it by what came out.</summary>
public enum ScoreSettlement
{
    /// <summary>The mean of each group's scores, put together by the groups' weights.</summary>
    Mean,

    /// <summary>A score that each group agrees on, put together by the groups' weights.</summary>
    GroupConsensus,

    /// <summary>One score that the whole panel agrees on.</summary>
    PanelConsensus,
}

/// <summary>What settlements are called.</summary>
public static class Settlements
{
    /// <summary>As bidders read it.</summary>
    public static string InWords(this ScoreSettlement settlement) => settlement switch
    {
        ScoreSettlement.Mean => "The panel talks about each answer, and the means of the scores stand.",
        ScoreSettlement.GroupConsensus =>
            "The panel talks about each answer. Then each group agrees on one score with its reasons, which counts in place of the group's mean.",
        ScoreSettlement.PanelConsensus =>
            "The panel talks about each answer. Then it agrees on one score with its reasons, which counts in place of the means.",
        _ => throw new InvalidOperationException($"Nothing is settled by {settlement}."),
    };
}

/// <summary>Chooses what counts for an answer; a tender that chooses nothing keeps the means.</summary>
public sealed record ChooseSettlement(ScoreSettlement Settlement) : IScoringCommand;

/// <summary>It is settled what counts for an answer.</summary>
[EventName("settlement.chosen.v1")]
public sealed record SettlementChosen(ScoreSettlement Settlement) : IScoringEvent;

/// <content>What counts for an answer.</content>
public sealed partial record Tender
{
    /// <summary>What counts for an answer once the panel has talked about its scores.</summary>
    public ScoreSettlement Settlement { get; init; }
}

/// <content>What counts for an answer.</content>
public sealed partial class TenderDecider
{
    private static Decision Choose(Tender state, ChooseSettlement c)
    {
        if (Written.Choice(c.Settlement, "settlement", "what counts") is { } unknown) return unknown;
        return c.Settlement == state.Settlement ? Decision.Accept() : Decision.Accept(new SettlementChosen(c.Settlement));
    }
}

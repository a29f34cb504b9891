namespace CoDesign.Domain.Tenders;

/// <summary>When a question is scored, and on what.</summary>
public enum ScoringRound
{
    /// <summary>On what stands in the bid.</summary>
    Written,

    /// <summary>On an interview with who bids.</summary>
    Interview,

    /// <summary>On a visit to a place where they do such work.</summary>
    Visit,

    /// <summary>On what they did before, as whoever had them do it tells it.</summary>
    PastPerformance,
}

/// <summary>What rounds are called.</summary>
public static class ScoringRounds
{
    /// <summary>What a round is called, as a heading has it.</summary>
    public static string Name(this ScoringRound round) => round switch
    {
        ScoringRound.Written => "What is written in the bid",
        ScoringRound.Interview => "Interview",
        ScoringRound.Visit => "Visit",
        ScoringRound.PastPerformance => "Past performance",
        _ => throw new InvalidOperationException($"There is no round {round}."),
    };

    /// <summary>What bidders read beside a question of it; empty for what is written.</summary>
    public static string ForBidders(this ScoringRound round) => round switch
    {
        ScoringRound.Written => "",
        ScoringRound.Interview => "The panel asks this at an interview. There is nothing to write for it.",
        ScoringRound.Visit => "The panel looks at this on a visit to a place where you work. There is nothing to write for it.",
        ScoringRound.PastPerformance => "The panel asks about this where you worked before. There is nothing to write for it.",
        _ => throw new InvalidOperationException($"There is no round {round}."),
    };
}

/// <content>The rounds.</content>
public sealed partial record Tender
{
    /// <summary>The questions that are answered in the bid, in order.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IEnumerable<Criterion> WrittenQuestions => Questions.Where(question => question.Round == ScoringRound.Written);

    /// <summary>The rounds that follow what is written, in their order; empty where none does.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IEnumerable<ScoringRound> LaterRounds => Questions.Select(question => question.Round).Where(round => round != ScoringRound.Written).Distinct().Order();
}

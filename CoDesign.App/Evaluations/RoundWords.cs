using CoDesign.Domain.Tenders;

namespace CoDesign.App.Evaluations;

/// <summary>What pages say of rounds: an interview and a visit are held, and about past work somebody is asked.</summary>
public static class RoundWords
{
    /// <summary>That it happened, before the day.</summary>
    public static string Held(ScoringRound round) => IsAsked(round) ? "Asked" : "Held";

    /// <summary>That it is still to come for a bid.</summary>
    public static string NotYet(ScoringRound round) => IsAsked(round) ? "Nobody has been asked yet." : "Not held yet.";

    /// <summary>Before the names of those who were there.</summary>
    public static string There(ScoringRound round) => IsAsked(round) ? "Who was asked" : "Who was there";

    /// <summary>The question for the day.</summary>
    public static string AskWhen(ScoringRound round) => IsAsked(round) ? "When did you ask?" : "When was it?";

    /// <summary>The question for those who were there.</summary>
    public static string AskWho(ScoringRound round) => IsAsked(round) ? "Whom did you ask, and who listened?" : "Who was there?";

    /// <summary>What to do first.</summary>
    public static string Record(ScoringRound round) => IsAsked(round) ? "Record whom you asked" : "Record that it was held";

    /// <summary>What to do then.</summary>
    public static string Note(ScoringRound round) => IsAsked(round) ? "Write down what they said" : "Write down what was heard or seen";

    private static bool IsAsked(ScoringRound round) => round == ScoringRound.PastPerformance;
}

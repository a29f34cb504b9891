using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Evaluations;

/// <summary>What a bidder is told about the score of one answer.</summary>
/// <param name="Bid">The bid.</param>
/// <param name="Question">The question.</param>
/// <param name="Words">Why the answer has its score.</param>
/// <param name="Basis">The scores on which the words rest; see <see cref="Summaries.BasisOf"/>.</param>
public sealed record SummaryPart(BidId Bid, CriterionId Question, string Words, string Basis);

/// <summary>Words about one answer, as the moderator writes them.</summary>
/// <param name="Question">The question.</param>
/// <param name="Words">Why the answer has its score, 1 to 4,000 characters; without the names of evaluators.</param>
/// <param name="Basis">The scores that the writer saw, see <see cref="Summaries.BasisOf"/>: refused where they changed meanwhile. Not looked at where left out.</param>
public sealed record SummaryWords(CriterionId Question, string? Words, string? Basis = null);

/// <summary>
/// Writes the assessment summary of a bid, as it is to be told to its bidder and, should it win, to the others. The moderator only,
/// once the scores are settled and until an award is proposed.
/// </summary>
/// <param name="Bid">The bid.</param>
/// <param name="Parts">One for each answer that is written; others stay as they are.</param>
public sealed record WriteSummary(BidId Bid, ImmutableArray<SummaryWords> Parts) : IAwardCommand;

/// <summary>The assessment summary of a bid was written. Its words are what the law asks to be told, and stay.</summary>
[EventName("summary.written.v1")]
public sealed record SummaryWritten(BidId Bid, ImmutableArray<SummaryPart> Parts) : IAwardEvent;

/// <summary>How far the summary of one answer is.</summary>
public enum SummaryState
{
    /// <summary>Nobody has written it.</summary>
    Missing,

    /// <summary>The scores have changed since.</summary>
    Stale,

    /// <summary>It is there.</summary>
    Written,
}

/// <summary>What assessment summaries are made of, and how far they are.</summary>
public static class Summaries
{
    /// <summary>The scores behind an answer, as a hash: another one where any score that counts is another, or somebody's no longer counts.</summary>
    public static string BasisOf(QuestionPart part)
    {
        var scores = part.Groups.SelectMany(group => group.Scores.Select(score => $"{group.Group.Name} {score.Evaluator} {score.Points}"));
        var agreed = Agreements(part).Select(one => $"{one.Group} {one.Points}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{part.Mean.Exact()}\n{string.Join('\n', [.. scores, .. agreed])}")));
    }

    /// <summary>
    /// A first draft: what the panel, or each of its groups, wrote down when it agreed on a score; where nothing was agreed on, the reasons
    /// that evaluators recorded, word for word, each once, in an order that tells nobody's name.
    /// </summary>
    public static string DraftOf(QuestionPart part)
    {
        var reasons = part.Agreed is { } agreed ? [agreed.Reason]
            : part.Groups.SelectMany(group => group.Agreed is { } theirs ? [theirs.Reason] : group.Scores.Select(score => score.Reason));
        return string.Join('\n', reasons.Where(reason => reason != Written.Erased).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<Agreed> Agreements(QuestionPart part) =>
        part.Groups.Select(group => group.Agreed).Append(part.Agreed).OfType<Agreed>();

    /// <summary>How far the summary of an answer is.</summary>
    public static SummaryState StateOf(Panel panel, BidId bid, QuestionPart part) =>
        panel.Summaries.Find(one => one.Bid == bid && one.Question == part.Question.Id) is not { } written ? SummaryState.Missing
        : written.Basis == BasisOf(part) ? SummaryState.Written : SummaryState.Stale;

    /// <summary>The first answer of which the summary isn't there as the scores are now; null where all are.</summary>
    public static (string Label, string Question, SummaryState State)? Gap(Panel panel, IEnumerable<ResultRow> rows) => rows
        .SelectMany(row => row.Questions.Where(part => !part.IsUnscored).Select(part => (row.Label, part.Question.Title, State: StateOf(panel, row.Bid, part))))
        .Where(one => one.State != SummaryState.Written)
        .Select(one => ((string, string, SummaryState)?)one).FirstOrDefault();
}

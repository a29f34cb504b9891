using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Thread;

/// <summary>Where a question of a published tender comes from, as anybody may read it.</summary>
/// <param name="From">The outcomes and clauses that it comes from directly, as their words are.</param>
/// <param name="Said">What people said that led to it, the first ones that were said.</param>
/// <param name="More">How many things more were said.</param>
public sealed record QuestionOrigin(ImmutableArray<ThreadNode> From, ImmutableArray<string> Said, int More);

/// <content>Where questions come from.</content>
public sealed partial record YouSaid
{
    /// <summary>So many quotes stand beside a question.</summary>
    public const int QuotesOfQuestion = 3;

    /// <summary>Where each question of a published tender comes from, as it was when it was published; empty before.</summary>
    public static ImmutableDictionary<CriterionId, QuestionOrigin> OriginsOf(Project? project, Tender? tender)
    {
        if (project is null || tender?.Publication is not { } published) return ImmutableDictionary<CriterionId, QuestionOrigin>.Empty;
        var whole = ProjectView.Whole(project);
        var thread = ThreadUntil(whole, project, tender, published.At);
        var said = Of(whole, thread, published.At);
        return tender.Questions.ToImmutableDictionary(question => question.Id, question =>
        {
            var self = new ThreadRef(ThreadKind.Question, question.Id.Value);
            var before = thread.Before(self).ToHashSet();
            string[] quotes = [.. said.Where(one => one.Did.Any(node => node.Ref == self)).Select(one => one.Said.Text)];
            return new QuestionOrigin(
                [.. thread.Nodes.Where(node => before.Contains(node.Ref) && !node.Text.Contains(Written.Erased, StringComparison.Ordinal))],
                [.. quotes.Take(QuotesOfQuestion)], Math.Max(0, quotes.Length - QuotesOfQuestion));
        });
    }
}

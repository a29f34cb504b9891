using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Specifications;
using CoDesign.Domain.Text;
using CoDesign.Domain.Thread;

namespace CoDesign.App.Sample;

/// <summary>Tells how the specification of a story was put in order, agreed on put in easy words and tied to what was said, once its clauses have words.</summary>
public sealed class SampleSpecification(SampleActs acts, SampleStory story, StreamId project, IReadOnlyList<Guid> insights, IReadOnlyList<Guid> clauses, DateTimeOffset at)
{
    /// <summary>Tells it.</summary>
    public async Task TellAsync()
    {
        foreach (var (clause, index) in story.Clauses.Select((clause, index) => (clause, index)))
        {
            var id = new ClauseId(clauses[index]);
            if (clause.Within is { } into) await DoAsync($"nest-{index}", "facilitator", new MoveClause(id, ProjectDecider.Most, new ClauseId(clauses[into])));
            if (clause.Easy is { } easy) await DoAsync($"easy-{index}", "service-user", new EaseClause(id, easy));
            if (clause.Status != ClauseStatus.Draft) await DoAsync($"status-{index}", "commissioner", new SetClauseStatus(id, clause.Status, null));
            if (clause.Later is { } later) await acts.DoAsync($"later-{index}", "commissioner", at, new ReplaceText(1, clause.Text, later), id.Text);
        }

        foreach (var (use, index) in story.Uses.Select((use, index) => (use, index)))
            await DoAsync($"use-{index}", "facilitator", new LinkThread(new ThreadLink(Said(use.Insight), Asked(use.Clause))));
        foreach (var (gap, index) in story.Gaps.Select((gap, index) => (gap, index)))
            await DoAsync($"gap-{index}", "facilitator", new ExplainGap(gap.Insight is { } insight ? Said(insight) : Asked(gap.Clause!.Value), gap.Reason, gap.Words));
        if (story.Learned is { } learned) await DoAsync("learned", "facilitator", new WriteReportPart(ReportPart.Learned, learned));
        foreach (var (use, index) in story.Uses.Select((use, index) => (use, index)).Where(use => use.use.Words is not null))
            await acts.DoAsync($"words-{index}", "facilitator", at, new TieWords(Said(use.Insight), use.Words, null), new ClauseId(clauses[use.Clause]).Text);
    }

    private ThreadRef Said(int insight) => new(ThreadKind.Insight, insights[insight]);

    private ThreadRef Asked(int clause) => new(ThreadKind.Clause, clauses[clause]);

    private Task<Guid> DoAsync(string key, string by, IProjectCommand command) => acts.DoAsync(key, by, at, command, project);
}

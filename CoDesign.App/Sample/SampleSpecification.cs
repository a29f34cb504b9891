using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Specifications;
using CoDesign.Domain.Text;

namespace CoDesign.App.Sample;

/// <summary>Tells how the specification of a story was put in order, agreed on and put in easy words, once its clauses have words.</summary>
public sealed class SampleSpecification(SampleActs acts, SampleStory story, StreamId project, IReadOnlyList<Guid> clauses, DateTimeOffset at)
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
    }

    private Task<Guid> DoAsync(string key, string by, IProjectCommand command) => acts.DoAsync(key, by, at, command, project);
}

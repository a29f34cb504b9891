using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Specifications;
using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Thread;

/// <summary>One insight, and what was done about it. It doesn't say who said it.</summary>
/// <param name="Said">The words.</param>
/// <param name="Source">What kind of people said it; null where so few did that it would single somebody out.</param>
/// <param name="Theme">The theme that it is in; null for none.</param>
/// <param name="Did">The outcomes, clauses and questions that it led to.</param>
/// <param name="Why">Why it led to none; null where nobody has said so yet, or where it did.</param>
public sealed partial record YouSaid(ThreadNode Said, SourceKind? Source, string? Theme, ImmutableArray<ThreadNode> Did, ExplainedGap? Why)
{
    /// <summary>Everything that was said in a project, as its readers may see it; erased words are left out.</summary>
    public static ImmutableArray<YouSaid> Of(ProjectView project, ThreadView thread) => Of(project, thread, DateTimeOffset.MaxValue);

    /// <summary>
    /// What anybody may read once the project's tender is published: what was said and described until then, without what is in
    /// confidence, and without who said it. Null before.
    /// </summary>
    public static ImmutableArray<YouSaid>? Public(Project? project, Tender? tender)
    {
        if (project is null || tender?.Publication is not { } published) return null;
        return PublicUntil(project, tender, published.At);
    }

    /// <summary>What anybody will read of it once the tender is published as it is now.</summary>
    public static ImmutableArray<YouSaid> ForPack(Project project, Tender tender) => PublicUntil(project, tender, DateTimeOffset.MaxValue);

    /// <inheritdoc />
    public bool Equals(YouSaid? other) =>
        other is not null && (Said, Source, Theme, Why) == (other.Said, other.Source, other.Theme, other.Why) && Did.AsSpan().SequenceEqual(other.Did.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => Said.GetHashCode();

    private static ImmutableArray<YouSaid> PublicUntil(Project project, Tender tender, DateTimeOffset until)
    {
        var whole = ProjectView.Whole(project);
        return Of(whole, ThreadUntil(whole, project, tender, until), until);
    }

    private static ThreadView ThreadUntil(ProjectView whole, Project project, Tender tender, DateTimeOffset until)
    {
        var then = whole with { Clauses = whole.Clauses.FindAll(c => c.At <= until), Outcomes = whole.Outcomes.FindAll(o => o.At <= until) };
        var published = tender with { Publication = new Publication("", "", "", ParticipantId.Public, until) };
        return ThreadView.For(then, TenderView.For(published, project, ParticipantId.Public), null);
    }

    private static ImmutableArray<YouSaid> Of(ProjectView project, ThreadView thread, DateTimeOffset until)
    {
        var insights = project.Insights.Where(insight => insight.At <= until && insight.Text != Written.Erased).ToArray();
        var enough = insights.GroupBy(insight => insight.Source).Where(kind => SmallGroup.Count(kind.Count()) is not null).Select(kind => kind.Key).ToHashSet();
        var themes = project.Themes.Where(theme => theme.Name != Written.Erased).ToDictionary(theme => new ThreadRef(ThreadKind.Theme, theme.Id.Value), theme => theme.Name);
        var why = project.Gaps.ToDictionary(gap => gap.Thing);
        return
        [
            .. insights.Select(insight =>
            {
                var self = new ThreadRef(ThreadKind.Insight, insight.Id.Value);
                var onward = thread.Onward(self).Where(node => node.Ref.Kind is ThreadKind.Outcome or ThreadKind.Clause or ThreadKind.Question && !node.Text.Contains(Written.Erased, StringComparison.Ordinal));
                ImmutableArray<ThreadNode> did = [.. onward];
                var ended = did.Any(node => node.Ref.Kind != ThreadKind.Outcome);
                var theme = thread.After(self).Where(themes.ContainsKey).Select(on => themes[on]).FirstOrDefault();
                return new YouSaid(new ThreadNode(self, insight.Text, ""), enough.Contains(insight.Source) ? insight.Source : null, theme, did, ended ? null : why.GetValueOrDefault(self));
            }),
        ];
    }
}

using System.Collections.Immutable;
using CoDesign.App.Thread;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Thread;
using static CoDesign.Tests.Projects.GivenProject;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Thread;

/// <summary>A thread of 500 insights and 100 clauses can still be read: what belongs together stands as one until somebody opens it.</summary>
public sealed class ThreadFoldTests
{
    private static readonly ThreadView Long = Made(insights: 500, themes: 20, clauses: 100, apart: 10);

    [Fact]
    public void A_short_thread_is_shown_whole()
    {
        var whole = Made(insights: 20, themes: 2, clauses: 10, apart: 5);
        Assert.Same(whole, whole.Folded());
    }

    [Fact]
    public void In_a_long_one_insights_stand_in_their_themes_and_clauses_in_what_they_are_part_of()
    {
        var folded = Long.Folded();

        Assert.DoesNotContain(folded.Nodes, node => node.Ref.Kind == ThreadKind.Insight);
        Assert.Equal(21, folded.Nodes.Count(node => node.Ref.Kind == ThreadKind.Theme));
        Assert.Equal(10, folded.Nodes.Count(node => node.Ref.Kind == ThreadKind.Clause));
        Assert.Contains(folded.Nodes, node => node.Text == "Theme 0 (24 insights)");
        Assert.Contains(folded.Nodes, node => node.Text == "In no theme (20 insights)");
        Assert.Contains(folded.Nodes, node => node.Text == "1. Clause (9 parts)");
        Assert.InRange(new ThreadDrawing(folded, null).Height, 0, 3_000);
    }

    [Fact]
    public void Both_ends_of_every_tie_are_there_and_what_was_tied_still_is()
    {
        var folded = Long.Folded();
        var there = folded.Nodes.Select(node => node.Ref).ToHashSet();

        Assert.All(folded.Links, link => Assert.True(there.Contains(link.From) && there.Contains(link.To)));
        foreach (var theme in folded.Nodes.Where(node => node.Ref.Kind == ThreadKind.Theme && node.Ref != ThreadView.Loose))
        {
            Assert.Equal(
                Long.Onward(theme.Ref).Any(node => node.Ref.Kind == ThreadKind.Clause),
                folded.Onward(theme.Ref).Any(node => node.Ref.Kind == ThreadKind.Clause));
        }
    }

    [Fact]
    public void Opening_one_shows_what_stands_within_it()
    {
        Assert.Equal(20, Long.Follow(ThreadView.Loose).Count(thing => thing.Kind == ThreadKind.Insight));
        Assert.DoesNotContain(ThreadView.Loose, Long.Follow(ThreadView.Loose));
        var theme = Long.Nodes.First(node => node.Ref.Kind == ThreadKind.Theme).Ref;
        Assert.Equal(24, Long.Follow(theme).Count(thing => thing.Kind == ThreadKind.Insight));
        var clause = Long.Nodes.First(node => node.Ref.Kind == ThreadKind.Clause).Ref;
        Assert.Equal(10, Long.Follow(clause).Count(thing => thing.Kind == ThreadKind.Clause));
    }

    /// <summary>Insights in themes in turn but for every 25th, each theme an idea, each idea tied to a clause; clauses below the first ones in turn.</summary>
    private static ThreadView Made(int insights, int themes, int clauses, int apart)
    {
        var happened = new List<IEvent>();
        Guid Named(string what, int which) => Derived.Guid(Guid.Empty, $"{what} {which}");
        for (var i = 0; i < themes; i++)
            happened.AddRange([new ThemeMade(new ThemeId(Named("theme", i)), $"Theme {i}"), new IdeaProposed(new IdeaId(Named("idea", i)), "Idea", "Idea."), new LinkMade(Link(On(new ThemeId(Named("theme", i))), On(new IdeaId(Named("idea", i)))))]);
        for (var i = 0; i < insights; i++)
        {
            happened.Add(new InsightCaptured(new InsightId(Named("insight", i)), $"Insight {i}", SourceKind.Carer, []));
            if (i % 25 != 24) happened.Add(new LinkMade(Link(On(new InsightId(Named("insight", i))), On(new ThemeId(Named("theme", i / 25 % themes))))));
        }

        for (var i = 0; i < clauses; i++)
        {
            ClauseId? parent = i < apart ? null : new ClauseId(Named("clause", i % apart));
            happened.Add(new ClauseAdded(new ClauseId(Named("clause", i)), "Clause", ClauseKind.Need, parent));
            if (i < themes) happened.Add(new LinkMade(Link(On(new IdeaId(Named("idea", i))), On(new ClauseId(Named("clause", i))))));
        }

        return ThreadView.For(ProjectView.For(Begun.By(Tom, [.. happened.ToImmutableArray()]).State, Amina)!, null, null);
    }
}

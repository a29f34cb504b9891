using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Workshops;
using CoDesign.Tests.Kernel;
using static CoDesign.Tests.Projects.GivenProject;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Projects;

/// <summary>What is new to somebody is what others did, as far as that somebody may see it.</summary>
public sealed class NewsTests
{
    private static readonly DateTimeOffset _before = Given.Now.AddMinutes(-1);

    [Fact]
    public void What_others_did_is_news_and_ones_own_acts_are_not()
    {
        var grown = Grown.State;

        Assert.Equal(["added an insight", "added an insight", "proposed an idea"], Whats(grown, Fay).Where(what => what.Contains("insight", StringComparison.Ordinal) || what.Contains("idea", StringComparison.Ordinal)).Order());
        Assert.DoesNotContain("added an insight", Whats(grown, Amina));
        Assert.Contains("described an outcome", Whats(grown, Amina));
    }

    [Fact]
    public void What_was_there_before_is_no_news() => Assert.Empty(News.Of(ProjectView.For(Grown.State, Amina)!, Amina, Given.Now).Acts);

    [Fact]
    public void An_idea_in_confidence_is_news_to_commissioners_alone()
    {
        var offered = Begun.By(Hannah, new IdeaOffered(Wardens, "Wardens", "Somebody whom people know.", []));

        Assert.Contains("offered an idea in confidence", Whats(offered.State, Tom));
        foreach (var person in new[] { Fay, Amina, Hannah, Cllr }) Assert.Equal(Whats(Begun.State, person), Whats(offered.State, person));
    }

    [Fact]
    public void Where_more_happened_than_a_view_keeps_it_says_so()
    {
        var busy = Begun;
        for (var i = 0; i < Project.FeedLength; i++) busy = busy.By(Amina, new InsightCaptured(new InsightId(Derived.Guid(Guid.Empty, $"{i}")), "Dark", SourceKind.Carer, []));

        Assert.False(News.Of(ProjectView.For(busy.State, Tom)!, Tom, _before).AreAll);
        Assert.True(News.Of(ProjectView.For(busy.State, Tom)!, Tom, Given.Now).AreAll);
        Assert.True(News.Of(ProjectView.For(Grown.State, Tom)!, Tom, _before).AreAll);
    }

    [Fact]
    public void An_activity_that_opens_ends_or_is_called_off_is_news()
    {
        var planned = Begun.By(Fay, new ActivityPlanned(new ActivityId(Derived.Guid(Guid.Empty, "walk")), new ActivityPlan("A walk", "", Phase.Create, Rung.Involved, null, null, 0, "", "", "", "", ""), BoardSetup.Usual));
        var moved = planned.By(ParticipantId.System, new ActivityMoved(planned.State.Plan.Activities[0].Id, ActivityState.Open, ""), new ActivityMoved(planned.State.Plan.Activities[0].Id, ActivityState.Finished, ""));
        var off = planned.By(Fay, new ActivityMoved(planned.State.Plan.Activities[0].Id, ActivityState.Cancelled, "Storm"));

        Assert.Equal(["ended “A walk”", "opened “A walk”", "planned “A walk”"], Whats(moved.State, Amina).Where(what => what.Contains("walk", StringComparison.Ordinal)));
        Assert.Contains("called off “A walk”", Whats(off.State, Amina));
    }

    private static IEnumerable<string> Whats(Project project, ParticipantId reader) => News.Of(ProjectView.For(project, reader)!, reader, _before).Acts.Select(act => act.What);
}

using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Specifications;
using CoDesign.Domain.Tenders;
using CoDesign.Domain.Thread;
using CoDesign.Tests.Kernel;
using static CoDesign.Tests.Projects.GivenProject;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Thread;

/// <summary>You said, we did: each insight, and where it ended up or why not.</summary>
public sealed class YouSaidTests
{
    private static readonly Tender Draft = new() { Id = new TenderId(Given.Made), Title = "Wardens" };
    private static readonly Tender Published = Draft with { Publication = new Publication("CD-2026-X", "", "", Tom, Given.Now) };

    [Fact]
    public void Each_insight_says_where_it_ended_up_or_why_not()
    {
        var told = For(Themed.By(Fay, new GapExplained(On(Bench), GapReason.ForLater, "The parks team comes in spring.")));

        Assert.Equal(["It is dark by the sea.", "There is no bench."], told.Select(said => said.Said.Text));
        Assert.Equal(["The evening", null], told.Select(said => said.Theme));
        Assert.Equal(["People feel safe in the evening.", "1. Evenings"], told[0].Did.Select(node => node.Text));
        Assert.Equal("The parks team comes in spring.", told[1].Why!.Words);
        Assert.Null(told[0].Why);
    }

    [Fact]
    public void A_reason_is_told_where_an_outcome_is_all_that_came_of_it_and_not_where_a_clause_did()
    {
        var rested = new OutcomeId(Given.Made);
        var project = Grown.By(Fay, new OutcomeDescribed(rested, "People rest."), new LinkMade(Link(On(Bench), On(rested))),
            new GapExplained(On(Bench), GapReason.ForLater, "In spring."), new GapExplained(On(Dark), GapReason.Other, "An old reason."));

        Assert.Equal([null, "In spring."], For(project).Select(said => said.Why?.Words));
    }

    [Fact]
    public void Nobody_is_told_anything_in_public_before_the_tender_is_published()
    {
        Assert.Null(YouSaid.Public(Grown.State, Draft));
        Assert.Null(YouSaid.Public(Grown.State, null));
        Assert.Null(YouSaid.Public(null, Published));
        Assert.Equal(2, YouSaid.Public(Grown.State, Published)!.Value.Length);
    }

    [Fact]
    public void What_was_said_or_written_afterwards_and_what_was_erased_is_not_public()
    {
        var after = Published with { Publication = Published.Publication! with { At = Given.Now.AddSeconds(-1) } };
        Assert.Empty(YouSaid.Public(Grown.State, after)!.Value);
        var erased = Themed.By(Amina, new InsightReworded(Bench, Written.Erased), new ThemeRenamed(Evening, Written.Erased), new ClauseRenamed(Evenings, Written.Erased));
        var told = Assert.Single(YouSaid.Public(erased.State, Published)!.Value);
        Assert.Equal(("It is dark by the sea.", null), (told.Said.Text, told.Theme));
        Assert.Equal(["People feel safe in the evening."], told.Did.Select(node => node.Text));
    }

    [Fact]
    public void Who_said_it_is_never_told_and_a_kind_of_people_only_where_there_are_five()
    {
        var carers = Grown.By(Amina, [.. Enumerable.Range(0, 4).Select(i => new InsightCaptured(new InsightId(Derived.Guid(Given.Made, $"said {i}")), $"Said {i}.", SourceKind.Carer, []))]);

        var told = YouSaid.Public(carers.State, Published)!.Value;

        Assert.Equal([SourceKind.Carer, null, SourceKind.Carer, SourceKind.Carer, SourceKind.Carer, SourceKind.Carer], told.Select(said => said.Source));
        Assert.All(YouSaid.Public(Grown.State, Published)!.Value, said => Assert.Null(said.Source));
        Assert.DoesNotContain(Amina.ToString(), Given.Kept(told), StringComparison.Ordinal);
    }

    [Fact]
    public void An_idea_in_confidence_leaves_no_trace()
    {
        var secret = Grown.By(Hannah, new IdeaOffered(new IdeaId(Given.Made), "A secret lamp", "Nobody knows.", [On(Bench)]));
        Assert.DoesNotContain("secret", Given.Kept(YouSaid.Public(secret.State, Published)!.Value), StringComparison.Ordinal);
    }

    private static System.Collections.Immutable.ImmutableArray<YouSaid> For(Given<ProjectDecider, Project, IProjectCommand> project)
    {
        var view = ProjectView.For(project.State, Amina)!;
        return YouSaid.Of(view, ThreadView.For(view, null, null));
    }
}

using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Specifications;
using CoDesign.Domain.Thread;
using CoDesign.Tests.Kernel;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Projects.GivenProject;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Specifications;

/// <summary>
/// Coverage is the share of insights that reach a clause or a question or carry a stated reason why not,
/// and the share of clauses and questions that come from at least one insight or carry a stated reason.
/// </summary>
public sealed class CoverageTests
{
    [Fact]
    public void An_insight_that_reaches_a_clause_by_any_way_is_covered_and_a_clause_that_comes_from_one_too()
    {
        var coverage = CoverageOf(Grown.State);

        Assert.Equal((new Covered(2, 1, 0), new Covered(2, 1, 0), new Covered(0, 0, 0)), (coverage.Insights, coverage.Clauses, coverage.Questions));
        Assert.Equal([On(Bench), On(Winters)], coverage.Gaps.Select(gap => gap.Node.Ref));
        Assert.Equal(0.5m, coverage.Insights.Share);
        Assert.Equal(2, coverage.Open);
    }

    [Fact]
    public void An_outcome_without_words_behind_it_is_no_source()
    {
        var alone = new OutcomeId(Given.Made);
        var project = Grown.By(Tom, new OutcomeDescribed(alone, "People sleep."), new LinkMade(Link(On(alone), On(Winters)))).State;

        Assert.Contains(CoverageOf(project).Gaps, gap => gap.Node.Ref == On(Winters));
    }

    [Fact]
    public void A_stated_reason_covers_a_gap_and_says_so()
    {
        var project = Grown.By(Fay, new GapExplained(On(Bench), GapReason.ForLater, "The parks team comes in spring."), new GapExplained(On(Winters), GapReason.Safety, "Ice.")).State;

        var coverage = CoverageOf(project);

        Assert.Equal((new Covered(2, 1, 1), new Covered(2, 1, 1), 0), (coverage.Insights, coverage.Clauses, coverage.Open));
        Assert.Equal((1m, 1m), (coverage.Insights.Share, coverage.Clauses.Share));
        Assert.Equal(["The parks team comes in spring.", "Ice."], coverage.Gaps.Select(gap => gap.Why!.Words));
    }

    [Fact]
    public void A_reason_for_what_reaches_a_clause_after_all_counts_no_more()
    {
        var project = Grown.By(Fay, new GapExplained(On(Bench), GapReason.ForLater, "In spring."), new LinkMade(Link(On(Bench), On(Winters)))).State;

        Assert.Equal((new Covered(2, 2, 0), new Covered(2, 2, 0)), (CoverageOf(project).Insights, CoverageOf(project).Clauses));
    }

    [Fact]
    public void Erased_words_count_nowhere()
    {
        var project = Grown.By(Amina, new InsightReworded(Bench, Written.Erased)).State;

        Assert.Equal(new Covered(1, 1, 0), CoverageOf(project).Insights);
        Assert.DoesNotContain(CoverageOf(project).Gaps, gap => gap.Node.Ref == On(Bench));
    }

    [Fact]
    public void Nothing_to_cover_is_covered() => Assert.Equal((1m, 1m, 0), (CoverageOf(Begun.State).Insights.Share, CoverageOf(Begun.State).Clauses.Share, CoverageOf(Begun.State).Open));

    [Fact]
    public void A_question_is_covered_through_the_clause_it_comes_from_and_covers_no_clause()
    {
        var tender = SafeAtSea.Ready();
        var project = ProjectView.For(tender.County.Get<Project>(tender.Project.Stream), Tom)!;

        var coverage = Coverage.Of(ThreadView.For(project, tender.County.TenderFor(Tom, tender.Id), null), project.Gaps);

        Assert.Equal(coverage.Clauses.Tied == 0 ? 0 : 1, coverage.Questions.Tied);
        Assert.Equal(coverage.Clauses.All - coverage.Clauses.Tied, coverage.Gaps.Count(gap => gap.Node.Ref.Kind == ThreadKind.Clause));
    }

    [Fact]
    public void Officers_say_why_not_in_words_for_who_said_it()
    {
        Grown.When(Fay, new ExplainGap(On(Bench), GapReason.ForLater, " In spring. ")).Then(new GapExplained(On(Bench), GapReason.ForLater, "In spring."));
        Grown.When(Fay, new ExplainGap(On(Bench), GapReason.ForLater, " ")).ThenRefused("words.empty", "words");
        Grown.When(Fay, new ExplainGap(On(Bench), GapReason.Law, "The law.")).ThenRefused("reason.unfit", "reason");
        Grown.When(Fay, new ExplainGap(On(Winters), GapReason.ForLater, "Later.")).ThenRefused("reason.unfit", "reason");
        Grown.When(Fay, new ExplainGap(On(Safe), GapReason.Other, "Later.")).ThenRefused("gap.unknown", "thing");
        Grown.When(Fay, new ExplainGap(null, GapReason.Other, "Later.")).ThenRefused("gap.unknown", "thing");
        Grown.When(Fay, new ExplainGap(On(new InsightId(Given.Made)), GapReason.Other, "Later.")).ThenRefused("gap.unknown", "thing");
        Grown.When(Amina, new ExplainGap(On(Bench), GapReason.ForLater, "In spring.")).ThenRefused("project.not-officer");
        Grown.When(Cllr, new ExplainGap(On(Bench), GapReason.ForLater, "In spring.")).ThenRefused("project.not-officer");
    }

    [Fact]
    public void A_reason_can_be_put_otherwise_and_taken_back()
    {
        var explained = Grown.By(Fay, new GapExplained(On(Bench), GapReason.ForLater, "In spring."));

        explained.When(Fay, new ExplainGap(On(Bench), GapReason.ForLater, "In spring.")).ThenNothing();
        Assert.Equal("In May.", Assert.Single(explained.When(Tom, new ExplainGap(On(Bench), GapReason.ForLater, "In May.")).ThenState().Gaps).Words);
        Assert.Empty(explained.When(Tom, new ReopenGap(On(Bench))).Then(new GapReopened(On(Bench))).State.Gaps);
        Grown.When(Tom, new ReopenGap(On(Bench))).ThenRefused("not-found");
        Assert.Empty(Grown.By(Fay, new GapExplained(On(Winters), GapReason.Law, "The law.")).When(Tom, new RemoveClause(Winters, true)).ThenState().Gaps);
    }

    private static Coverage CoverageOf(Project project)
    {
        var view = ProjectView.For(project, Amina)!;
        return Coverage.Of(ThreadView.For(view, null, null), view.Gaps);
    }
}

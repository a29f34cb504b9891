using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Thread;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Projects.GivenProject;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Thread;

/// <summary>The thread can be followed from anything back to people's words and on to where it ended up.</summary>
public sealed class ThreadViewTests
{
    private static readonly ThreadView Grown = ThreadView.For(ProjectView.For(Projects.GivenProject.Grown.State, Amina)!, null, null);

    [Fact]
    public void Everything_stands_in_the_order_from_words_to_scores() => Assert.Equal(
        [On(Dark), On(Bench), On(Wardens), On(Fortnight), On(Safe), On(Asked), On(Evenings), On(Winters)],
        Grown.Nodes.Select(node => node.Ref));

    [Fact]
    public void Amina_follows_her_words_to_the_clause() => Assert.Equal(
        [On(Dark), On(Wardens), On(Fortnight), On(Safe), On(Asked), On(Evenings)],
        InOrder(Grown.Through(On(Dark))));

    [Fact]
    public void A_clause_leads_back_to_words_and_not_to_its_neighbours() => Assert.Equal(
        [On(Dark), On(Wardens), On(Fortnight), On(Safe), On(Evenings)],
        InOrder(Grown.Through(On(Evenings))));

    [Fact]
    public void What_is_tied_to_nothing_stands_alone()
    {
        Assert.Equal([On(Bench)], Grown.Through(On(Bench)));
        Assert.Empty(Grown.Before(On(Winters)));
        Assert.Equal([On(Wardens)], Grown.After(On(Dark)));
        Assert.Equal([On(Safe)], Grown.Before(On(Evenings)));
    }

    [Fact]
    public void A_project_with_nothing_in_it_has_an_empty_thread()
    {
        var empty = ThreadView.For(ProjectView.For(Begun.State, Cllr)!, null, null);

        Assert.Empty(empty.Nodes);
        Assert.Empty(empty.Links);
    }

    [Fact]
    public void A_question_stands_where_the_tender_can_be_seen_and_hangs_on_its_clause()
    {
        var tender = SafeAtSea.Ready();
        var project = ProjectView.For(tender.County.Get<Project>(tender.Project.Stream), Tom)!;
        var question = new ThreadRef(ThreadKind.Question, tender.Question.Value);

        var seen = ThreadView.For(project, tender.County.TenderFor(Tom, tender.Id), null);

        Assert.Equal([On(tender.Clause)], seen.Before(question));
        Assert.DoesNotContain(ThreadView.For(project, null, null).Nodes, node => node.Ref == question);
    }

    [Fact]
    public void Scores_stand_at_the_end_once_their_reader_may_see_the_result()
    {
        var tender = SafeAtSea.Scored();
        var project = ProjectView.For(tender.County.Get<Project>(tender.Project.Stream), Tom)!;
        ThreadView Thread() => ThreadView.For(project, tender.County.TenderFor(Tom, tender.Id), tender.PanelFor(Tom));

        Assert.DoesNotContain(Thread().Nodes, node => node.Ref.Kind == ThreadKind.Score);

        tender.OnPanel(Priya, new OpenModeration());
        tender.Awards(tender.BidOf(Hannah));
        var scores = Thread().Nodes.Where(node => node.Ref.Kind == ThreadKind.Score).ToArray();
        Assert.Equal(2, scores.Length);
        Assert.All(scores, score => Assert.Contains(On(tender.Clause), Thread().Through(score.Ref)));
    }

    private static IEnumerable<ThreadRef> InOrder(IEnumerable<ThreadRef> refs) => Grown.Nodes.Select(node => node.Ref).Where(refs.Contains);
}

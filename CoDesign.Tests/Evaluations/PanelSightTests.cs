using CoDesign.Domain.Bids;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Evaluations;

/// <summary>What of the panel itself, and of bids, is shown to whom.</summary>
public sealed class PanelSightTests
{
    [Fact]
    public void Who_sits_on_the_panel_is_told_to_who_chairs_or_appoints_and_to_nobody_else()
    {
        var tender = SafeAtSea.Opened();

        foreach (var reader in new[] { Priya, Tom })
        {
            Assert.Equal([Olu, Orla, Sam], tender.PanelFor(reader)!.Evaluators.Select(one => one.Person));
            Assert.Equal(Priya, tender.PanelFor(reader)!.Moderator);
        }

        foreach (var reader in new[] { Olu, Sam })
        {
            Assert.Empty(tender.PanelFor(reader)!.Evaluators);
            Assert.Null(tender.PanelFor(reader)!.Moderator);
        }

        Assert.Equal([Olu, Priya], tender.PanelFor(Sam)!.Openers);
        Assert.Empty(tender.PanelFor(Tom)!.Openers);
    }

    [Fact]
    public void Who_appoints_chooses_among_those_of_the_project_whose_roles_go_with_a_seat()
    {
        var tender = SafeAtSea.WithPanel();

        Assert.Equal([Amina], tender.PanelFor(Tom)!.Candidates);
        Assert.Empty(tender.PanelFor(Priya)!.Candidates);
        tender.OnPanel(Tom, new AppointModerator(Amina));
        Assert.Empty(tender.PanelFor(Tom)!.Candidates);
    }

    [Fact]
    public void The_quorum_is_shown_to_who_chairs()
    {
        var tender = SafeAtSea.WithPanel();
        tender.OnPanel(Priya, new SetQuorum([new("Officers", 2)]));

        Assert.Equal([new("Officers", 2)], tender.PanelFor(Priya)!.Quorums);
        foreach (var reader in new[] { Olu, Tom }) Assert.Empty(tender.PanelFor(reader)!.Quorums);
    }

    [Fact]
    public void The_moderator_sees_who_has_declared_for_every_bid()
    {
        var tender = SafeAtSea.Opened();
        foreach (var bidder in new[] { Hannah, Bea }) tender.OnPanel(Olu, new DeclareInterests(tender.BidOf(bidder), false, null));
        tender.OnPanel(Orla, new DeclareInterests(tender.BidOf(Bea), false, null));

        Assert.Equal([true, false, false], new[] { Olu, Orla, Sam }.Select(who => tender.PanelFor(Priya)!.Progress.Find(one => one.Person == who)!.HasDeclared));
    }

    [Fact]
    public void Who_bids_sees_no_panel_whatever_else_they_become()
    {
        var tender = SafeAtSea.Scored();
        tender.County.Do(Tom, tender.Project.Stream, new InviteParticipant(Hannah, Role.Commissioner));
        tender.County.Do(Tom, tender.Project.Stream, new InviteParticipant(Bea, Role.Member));
        tender.OnPanel(Priya, new OpenModeration());
        Assert.Null(tender.PanelFor(Hannah));
        Assert.Equal("not-found", tender.PanelRefusal(Hannah, new ApproveAward()));
        tender.Awards(tender.BidOf(Hannah));

        foreach (var bidder in new[] { Hannah, Bea }) Assert.Null(tender.PanelFor(bidder));
        foreach (var bidder in new[] { Hannah, Bea }) Assert.False(Audit.MaySee(tender.PanelState, tender.County.Get<Project>(tender.Project.Stream), bidder));
    }

    [Fact]
    public void Who_runs_the_project_now_has_left_their_group()
    {
        var tender = SafeAtSea.Scored();
        tender.County.Do(Tom, tender.Project.Stream, new InviteParticipant(Olu, Role.Commissioner));

        var seen = tender.PanelFor(Olu)!;
        Assert.Equal((null, false, 0), (seen.Group, seen.IsModerator, seen.MyScores.Count));
    }

    [Fact]
    public void Who_has_an_interest_reads_after_the_award_whose_bid_it_was_and_nothing_in_it()
    {
        var tender = SafeAtSea.Opened();
        tender.County.Bend<Panel>(tender.Panel.Stream, panel => panel with
        {
            Bids = panel.Bids!.ConvertAll(bid => bid with { Consortium = [new ConsortiumShare(bid.Organisation, "Leads", 100, null)] }),
        });
        tender.OnPanel(Sam, new DeclareInterests(tender.BidOf(Bea), true, "My daughter works there."));
        tender.Scores(Sam, tender.BidOf(Hannah), 5);
        foreach (var evaluator in new[] { Olu, Orla })
        {
            foreach (var bidder in new[] { Hannah, Bea }) tender.Scores(evaluator, tender.BidOf(bidder), 3);
        }

        foreach (var evaluator in new[] { Olu, Orla, Sam }) tender.OnPanel(evaluator, new LockScores());
        tender.OnPanel(Priya, new OpenModeration());
        Assert.All(tender.PanelFor(Priya)!.Bids!, bid => Assert.Empty(bid.Consortium));
        tender.Awards(tender.BidOf(Bea));

        PanelBid Of(ParticipantId reader, ParticipantId bidder) => tender.PanelFor(reader)!.Bids!.Find(bid => bid.Bid == tender.BidOf(bidder))!;
        Assert.Equal(("Big Care", 0, 0), (Of(Sam, Bea).Organisation, Of(Sam, Bea).Answers.Length, Of(Sam, Bea).Consortium.Length));
        foreach (var (reader, bidder) in new[] { (Sam, Hannah), (Olu, Bea), (Tom, Bea), (Cllr, Hannah) })
            Assert.Equal((1, 1), (Of(reader, bidder).Answers.Length, Of(reader, bidder).Consortium.Length));
    }

    [Fact]
    public void Which_lots_a_bid_is_for_is_told_with_its_answers_and_not_before()
    {
        var lots = TwoLots.WithPanel();
        var bid = lots.HandsIn(Hannah, null, 30_000);
        lots.Tender.Open();
        string[] Of(ParticipantId reader) => [.. lots.Tender.PanelFor(reader)!.Bids!.Find(one => one.Bid == bid)!.Lots];
        Assert.Empty(Of(Sam));
        lots.Tender.OnPanel(Sam, new DeclareInterests(bid, false, null));

        Assert.Equal(["Villages"], Of(Sam));
        Assert.Equal(["Villages"], Of(Priya));
        Assert.Empty(SafeAtSea.Opened() is var whole ? whole.PanelFor(Priya)!.Bids![0].Lots : []);
    }

    [Fact]
    public void A_lot_that_ended_is_told_to_the_panel_and_to_who_oversees_it_once_all_are_settled()
    {
        var lots = TwoLots.WithPanel();
        lots.Tender.Open();
        foreach (var scorer in new[] { Olu, Sam }) lots.Tender.OnPanel(scorer, new LockScores());
        lots.Tender.OnPanel(Priya, new OpenModeration());
        lots.Tender.OnPanel(Priya, new EndLot(lots.Town, "Nobody bid."));

        Assert.Equal((true, false), (lots.Tender.PanelFor(Sam)!.IsSettled(lots.Town), lots.Tender.PanelFor(Sam)!.IsSettled(lots.Villages)));
        Assert.Empty(lots.Tender.PanelFor(Tom)!.Endings);
        lots.Tender.OnPanel(Priya, new EndLot(lots.Villages, "Nobody bid."));
        Assert.Equal([lots.Town, lots.Villages], lots.Tender.PanelFor(Tom)!.Endings.Select(ending => ending.Lot));
    }

    [Fact]
    public void Where_there_is_no_panel_tender_or_project_nobody_sees_one()
    {
        var tender = SafeAtSea.Opened();
        var (panel, project) = (tender.PanelState, tender.County.Get<Project>(tender.Project.Stream));

        Assert.Null(PanelView.For(null, tender.Tender, project, _ => null, Priya));
        Assert.Null(PanelView.For(panel, null, project, _ => null, Priya));
        Assert.Null(PanelView.For(panel, tender.Tender, null, _ => null, Priya));
    }
}

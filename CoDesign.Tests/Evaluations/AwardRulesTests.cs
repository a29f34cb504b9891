using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Evaluations;

/// <summary>Two people, the published order and the law: what an award is refused for.</summary>
public sealed class AwardRulesTests
{
    [Fact]
    public void Who_proposed_it_does_not_approve_it_whatever_role_they_were_given_since()
    {
        var tender = Settled();
        tender.Summarise();
        tender.OnPanel(Priya, new ProposeAward(tender.BidOf(Hannah)));
        tender.County.Do(Tom, tender.Project.Stream, new InviteParticipant(Priya, Role.Commissioner));

        Assert.Equal("award.second-person", tender.PanelRefusal(Priya, new ApproveAward()));
        Assert.Null(tender.PanelRefusal(Tom, new ApproveAward()));
    }

    [Fact]
    public void Who_bids_proposes_nothing_and_without_a_seat_is_told_of_no_panel()
    {
        var tender = SafeAtSea.Opened();
        tender.OnPanel(Tom, new AppointEvaluator(Hannah, "Officers"));
        IPanelCommand[] acts = [new ProposeAward(tender.BidOf(Hannah)), new WriteSummary(tender.BidOf(Hannah), [])];

        foreach (var act in acts)
        {
            Assert.Equal("panel.bidder-scores", tender.PanelRefusal(Hannah, act));
            Assert.Equal("not-found", tender.PanelRefusal(Bea, act));
        }
    }

    [Fact]
    public void Before_the_bids_are_open_there_is_nothing_to_award()
    {
        var tender = SafeAtSea.WithPanel();
        var bid = tender.HandsIn(Hannah, "Harbour Lights", "Volunteers.", 80_000);

        Assert.Equal("panel.not-open", tender.PanelRefusal(Priya, new ProposeAward(bid)));
    }

    [Fact]
    public void A_lot_that_there_is_not_and_an_award_that_is_not_proposed_are_neither_approved_nor_sent_back()
    {
        var tender = Settled();
        var elsewhere = new LotId(Guid.NewGuid());

        foreach (var (act, code) in new (IPanelCommand, string)[]
        {
            (new ApproveAward(elsewhere), "lot.unknown"), (new SendBackAward(elsewhere, "Look again."), "lot.unknown"), (new SignContract(elsewhere, null, null, null, null), "lot.unknown"),
            (new ApproveAward(), "award.not-proposed"), (new SendBackAward(null, "Look again."), "award.not-proposed"),
        })
            Assert.Equal(code, tender.PanelRefusal(Tom, act));
        Assert.Equal("lot.unknown", tender.PanelRefusal(Priya, new EndLot(elsewhere, "Nobody bid.")));
        Assert.Equal("decision.too-long", tender.PanelRefusal(Priya, new ProposeAward(tender.BidOf(Hannah), Decision: new string('x', 2_001))));
    }

    [Fact]
    public void Once_all_is_settled_nothing_more_is_written_proposed_or_ended()
    {
        var tender = Settled();
        tender.Awards(tender.BidOf(Hannah));

        foreach (var act in new IPanelCommand[] { new WriteSummary(tender.BidOf(Bea), [new SummaryWords(tender.Question, "Better.")]), new ProposeAward(tender.BidOf(Bea)), new EndLot(null, "No.") })
            Assert.Equal("panel.awarded", tender.PanelRefusal(Priya, act));
    }

    [Fact]
    public void An_ended_lot_is_neither_ended_again_nor_awarded_and_counts_as_settled()
    {
        var lots = TwoLots.WithPanel();
        var hannah = lots.HandsIn(Hannah, 50_000, null);
        lots.Score((Hannah, 4));
        var ended = lots.Tender.OnPanel(Priya, new EndLot(lots.Villages, "Nobody bid for it."));

        Assert.False(Assert.IsType<LotEnded>(ended.Events.Single()).IsAwarded);
        Assert.Equal("lot.settled", lots.Tender.PanelRefusal(Priya, new EndLot(lots.Villages, "Nobody bid for it.")));
        Assert.Equal("lot.settled", lots.Tender.PanelRefusal(Priya, new ProposeAward(hannah, lots.Villages)));
        Assert.False(lots.Tender.PanelState.IsDone);
        lots.Tender.Awards(hannah, lots.Town);
        Assert.True(lots.Tender.PanelState.IsDone);
    }

    [Fact]
    public void A_panel_whose_every_lot_ended_is_done_and_takes_no_score_back()
    {
        var tender = SafeAtSea.WithPanel(passMark: 3);
        var bid = tender.HandsIn(Hannah, "Harbour Lights", "Volunteers.", 80_000);
        tender.Open();
        foreach (var scorer in new[] { Olu, Orla, Sam })
        {
            tender.Scores(scorer, bid, 1);
            tender.OnPanel(scorer, new LockScores());
        }

        tender.OnPanel(Priya, new OpenModeration());
        tender.Summarise();
        tender.OnPanel(Priya, new EndLot(null, "No bid keeps people safe."));

        Assert.Equal("panel.awarded", tender.PanelRefusal(Sam, new DeclareInterests(bid, true, "I know them.")));
    }

    [Fact]
    public void Who_has_won_enough_is_told_so_only_for_a_lot_that_they_bid_for()
    {
        var lots = TwoLots.WithPanel(new LotRules(null, 1));
        var (hannah, bea) = (lots.HandsIn(Hannah, 50_000, null), lots.HandsIn(Bea, 100_000, 30_000));
        lots.Score((Hannah, 4), (Bea, 4));
        lots.Tender.Awards(hannah, lots.Town);

        Assert.Equal("award.not-first", lots.Tender.PanelRefusal(Priya, new ProposeAward(hannah, lots.Villages)));
        lots.Tender.Awards(bea, lots.Villages);
    }

    [Theory]
    [InlineData(90_000, null, null)]
    [InlineData(90_000, 3, 3)]
    [InlineData(300_000, null, 8)]
    [InlineData(300_000, 40, 40)]
    public void The_standstill_is_as_long_as_the_regime_asks_unless_the_commissioner_gives_more(int value, int? given, int? days)
    {
        var tender = Settled(value);
        tender.Summarise();
        tender.OnPanel(Priya, new ProposeAward(tender.BidOf(Hannah)));
        tender.OnPanel(Tom, new ApproveAward(StandstillDays: given));

        Assert.Equal(days, Assert.Single(tender.PanelState.Notices).Standstill?.WorkingDays);
    }

    [Theory]
    [InlineData(90_000, 41, "Give 0 working days for none, or 1 to 40.")]
    [InlineData(300_000, 7, "Give 8 to 40 working days.")]
    public void A_standstill_out_of_range_is_refused_and_it_says_what_may_be_given(int value, int given, string told)
    {
        var tender = Settled(value);
        tender.Summarise();
        tender.OnPanel(Priya, new ProposeAward(tender.BidOf(Hannah)));

        var refused = tender.County.Ask(Tom, tender.Panel.Stream, new ApproveAward(StandstillDays: given)).Refusal!;

        Assert.Equal("standstill.range", refused.Code);
        Assert.StartsWith(told, refused.Message, StringComparison.Ordinal);
    }

    private static SafeAtSea Settled(int value = 90_000)
    {
        var tender = SafeAtSea.Ready();
        tender.By(Tom, new DescribeTender("Two wardens every evening.", value, new DateOnly(2028, 4, 1), 24));
        tender.Publish();
        tender.OnPanel(Tom, new AppointModerator(Priya));
        foreach (var (who, group) in new[] { (Olu, "Officers"), (Sam, "Service users") }) tender.OnPanel(Tom, new AppointEvaluator(who, group));
        tender.HandsIn(Hannah, "Harbour Lights", "Volunteers whom people know.", 80_000);
        tender.HandsIn(Bea, "Big Care", "A hotline.", 80_000);
        tender.Open();
        foreach (var scorer in new[] { Olu, Sam })
        {
            tender.Scores(scorer, tender.BidOf(Hannah), 5);
            tender.Scores(scorer, tender.BidOf(Bea), 2);
            tender.OnPanel(scorer, new LockScores());
        }

        tender.OnPanel(Priya, new OpenModeration());
        return tender;
    }
}

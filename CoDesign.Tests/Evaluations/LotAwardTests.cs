using System.Text;
using System.Text.Json;
using CoDesign.App.Storage;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Evaluations;

public sealed class LotAwardTests
{
    [Fact]
    public void Each_lot_is_ranked_by_its_own_prices_among_those_who_bid_for_it()
    {
        var lots = TwoLots.WithPanel();
        lots.HandsIn(Hannah, 50_000, 30_000);
        lots.HandsIn(Bea, 100_000, 15_000);
        lots.HandsIn(Cai, null, 10_000);
        lots.Score((Hannah, 4), (Bea, 4), (Cai, 1));

        Assert.Equal("Hannah1 Bea2", lots.Ranks(lots.Town));
        Assert.Equal("Bea1 Hannah2 Cai3", lots.Ranks(lots.Villages));
        var villages = lots.Tender.PanelFor(Priya)!.Results[1].Result.Rows;
        Assert.Equal([10_000, 10_000, 10_000], villages.Select(row => row.Price.Lowest!.Value));
        Assert.Equal([15_000, 30_000, 10_000], villages.Select(row => row.Price.Price));
    }

    [Fact]
    public void Lots_are_awarded_one_by_one_and_the_panel_is_done_with_the_last()
    {
        var lots = TwoLots.WithPanel();
        var (hannah, bea) = (lots.HandsIn(Hannah, 50_000, 30_000), lots.HandsIn(Bea, 100_000, 15_000));
        lots.Score((Hannah, 4), (Bea, 4));

        Assert.Equal("lot.unknown", lots.Tender.PanelRefusal(Priya, new ProposeAward(hannah)));
        Assert.Equal("award.not-first", lots.Tender.PanelRefusal(Priya, new ProposeAward(bea, lots.Town)));
        Assert.Equal("lot.has-bids", lots.Tender.PanelRefusal(Priya, new EndLot(lots.Town, "No.")));
        lots.Tender.Awards(bea, lots.Villages);

        Assert.Equal("lot.settled", lots.Tender.PanelRefusal(Priya, new ProposeAward(bea, lots.Villages)));
        Assert.Equal("panel.awarded", lots.Tender.PanelRefusal(Sam, new DeclareInterests(hannah, true, "Late.")));
        Assert.Equal("tender.awarded", lots.Tender.Refusal(Tom, new WithdrawTender("Late.")));
        Assert.False(lots.Tender.PanelFor(Priya)!.IsDone);
        Assert.Null(lots.Tender.PanelFor(Cllr));
        Assert.All(lots.Tender.PanelFor(Priya)!.Bids!, bid => Assert.Null(bid.Organisation));

        lots.Tender.Awards(hannah, lots.Town);

        Assert.True(lots.Tender.PanelFor(Cllr)!.IsDone);
        Assert.Equal([(lots.Villages, bea), (lots.Town, hannah)], lots.Tender.PanelFor(Tom)!.Awards.Select(award => (award.Lot, award.Bid)));
        Assert.All(lots.Tender.PanelFor(Sam)!.Bids!, bid => Assert.NotNull(bid.Organisation));
        Assert.Equal("panel.awarded", lots.Tender.PanelRefusal(Priya, new ProposeAward(hannah, lots.Town)));
    }

    [Fact]
    public void All_bidders_and_the_panel_are_told_at_once_when_the_last_lot_is_settled_and_not_before()
    {
        var lots = TwoLots.WithPanel();
        var (hannah, bea) = (lots.HandsIn(Hannah, 50_000, null), lots.HandsIn(Bea, 100_000, null));
        lots.Score((Hannah, 4), (Bea, 4));
        lots.Tender.Summarise();
        lots.Tender.OnPanel(Priya, new ProposeAward(hannah, lots.Town));
        Assert.DoesNotContain(lots.Tender.OnPanel(Tom, new ApproveAward(lots.Town)).Events, happened => happened is AwardAnnounced);

        var told = Assert.Single(lots.Tender.OnPanel(Priya, new EndLot(lots.Villages, "Nobody bid for it.")).Events.OfType<AwardAnnounced>());

        Assert.Equal([(hannah, Hannah), (bea, Bea)], told.Teams.Select(team => (team.Bid, Assert.Single(team.People))).ToHashSet());
        Assert.Equal([Olu, Sam, Priya], told.Panel.ToHashSet());
    }

    [Fact]
    public void No_standstill_runs_and_no_contract_is_signed_before_bidders_are_told_of_all_lots()
    {
        var lots = TwoLots.WithPanel();
        var (hannah, bea) = (lots.HandsIn(Hannah, 50_000, 30_000), lots.HandsIn(Bea, 100_000, 15_000));
        lots.Score((Hannah, 4), (Bea, 4));
        var sign = new SignContract(lots.Villages, new DateOnly(2027, 4, 1), new DateOnly(2029, 3, 31), "Tom Ashdown", "Director of Places");
        lots.Tender.Summarise();
        lots.Tender.OnPanel(Priya, new ProposeAward(bea, lots.Villages));
        lots.Tender.OnPanel(Tom, new ApproveAward(lots.Villages, 8));
        lots.County.Now = lots.County.Now.AddDays(60);

        Assert.Empty(lots.Tender.PanelState.Notices);
        Assert.Null(Told());
        Assert.Equal("contract.lots-left", lots.Tender.PanelRefusal(Tom, sign));
        lots.Tender.OnPanel(Priya, new ProposeAward(hannah, lots.Town));
        lots.Tender.OnPanel(Tom, new ApproveAward(lots.Town, 0));

        var notice = Assert.Single(Told()!.Notices, one => one.Lot == lots.Villages);
        Assert.Equal((lots.County.Now, StandstillRule.Of(lots.Tender.Tender).From(8, lots.County.Now)), (notice.At, notice.Standstill));
        Assert.Null(Told()!.Notices.Single(one => one.Lot == lots.Town).Standstill);
        Assert.Equal("contract.standstill", lots.Tender.PanelRefusal(Tom, sign));
        Assert.Null(lots.Tender.PanelRefusal(Tom, sign with { Lot = lots.Town }));

        BidOutcome? Told() => BidOutcome.For(lots.Tender.PanelState, lots.Tender.Tender, hannah, Hannah, lots.County.Now);
    }

    [Fact]
    public void A_lot_that_ends_last_brings_the_notices_of_those_that_were_won_before()
    {
        var lots = TwoLots.WithPanel();
        var hannah = lots.HandsIn(Hannah, 50_000, null);
        lots.Score((Hannah, 4));
        lots.Tender.Awards(hannah, lots.Town);
        Assert.Empty(lots.Tender.PanelState.Notices);

        lots.Tender.OnPanel(Priya, new EndLot(lots.Villages, "Nobody bid for it."));

        Assert.Equal(lots.Town, Assert.Single(lots.Tender.PanelState.Notices).Lot);
    }

    [Fact]
    public void The_last_lot_does_not_end_without_an_award_while_a_bidder_would_not_be_told_why()
    {
        var tender = SafeAtSea.Opened(passMark: 3);
        foreach (var scorer in new[] { Olu, Orla, Sam })
        {
            tender.ScoresAll(scorer, 1);
            tender.OnPanel(scorer, new LockScores());
        }

        tender.OnPanel(Priya, new OpenModeration());
        Assert.Equal("award.summary-missing", tender.PanelRefusal(Priya, new EndLot(null, "No bid passed.")));
        tender.Summarise();
        tender.OnPanel(Priya, new EndLot(null, "No bid passed."));

        Assert.All(BidOutcome.For(tender.PanelState, tender.Tender, tender.BidOf(Bea), Bea, tender.County.Now)!.Summary.Criteria, part => Assert.NotEmpty(part.Words));
    }

    [Fact]
    public void A_lot_that_nobody_bid_for_ends_with_a_reason()
    {
        var lots = TwoLots.WithPanel();
        var hannah = lots.HandsIn(Hannah, 50_000, null);
        lots.Score((Hannah, 4));

        Assert.Equal("award.not-first", lots.Tender.PanelRefusal(Priya, new ProposeAward(hannah, lots.Villages)));
        Assert.Equal("reason.empty", lots.Tender.PanelRefusal(Priya, new EndLot(lots.Villages, " ")));
        Assert.Equal("panel.not-moderator", lots.Tender.PanelRefusal(Sam, new EndLot(lots.Villages, "Nobody bid.")));
        lots.Tender.Awards(hannah, lots.Town);
        lots.Tender.OnPanel(Priya, new EndLot(lots.Villages, "Nobody bid for it."));

        var seen = lots.Tender.PanelFor(Cllr)!;
        Assert.Equal((true, new LotEnding(lots.Villages, "Nobody bid for it.")), (seen.IsDone, Assert.Single(seen.Endings)));
    }

    [Fact]
    public void A_tender_without_any_bid_ends_with_a_reason_too()
    {
        var tender = SafeAtSea.WithPanel();
        tender.Open();
        foreach (var scorer in new[] { Olu, Orla, Sam }) tender.OnPanel(scorer, new LockScores());
        tender.OnPanel(Priya, new OpenModeration());

        tender.OnPanel(Priya, new EndLot(null, "Nobody bid."));

        Assert.True(tender.PanelFor(Cllr)!.IsDone);
    }

    [Fact]
    public void Who_has_won_as_many_lots_as_one_may_leaves_the_next_to_the_second_and_lots_go_in_their_order()
    {
        var lots = TwoLots.WithPanel(new LotRules(null, 1));
        var (hannah, bea) = (lots.HandsIn(Hannah, 50_000, 15_000), lots.HandsIn(Bea, 100_000, 30_000));
        lots.Score((Hannah, 4), (Bea, 4));

        Assert.Equal("award.order", lots.Tender.PanelRefusal(Priya, new ProposeAward(hannah, lots.Villages)));
        lots.Tender.Awards(hannah, lots.Town);
        Assert.Equal("award.won-enough", lots.Tender.PanelRefusal(Priya, new ProposeAward(hannah, lots.Villages)));
        Assert.Equal([bea], lots.Tender.PanelFor(Priya)!.Results[1].First);
        lots.Tender.Awards(bea, lots.Villages);

        Assert.True(lots.Tender.PanelFor(Priya)!.IsDone);
    }

    [Fact]
    public void A_tie_in_one_lot_holds_up_no_other()
    {
        var lots = TwoLots.WithPanel();
        var (hannah, bea) = (lots.HandsIn(Hannah, 50_000, 15_000), lots.HandsIn(Bea, 50_000, 30_000));
        lots.Score((Hannah, 4), (Bea, 4));

        Assert.Equal("award.tied", lots.Tender.PanelRefusal(Priya, new ProposeAward(bea, lots.Town)));
        Assert.Equal([hannah], lots.Tender.PanelFor(Priya)!.Results[1].First);
        lots.Tender.Awards(hannah, lots.Villages);
    }

    [Fact]
    public void Who_has_an_interest_in_a_bid_learns_for_no_lot_what_it_got_until_all_is_settled()
    {
        var lots = TwoLots.WithPanel();
        lots.Tender.OnPanel(Tom, new AppointEvaluator(Orla, "Officers"));
        var (hannah, bea) = (lots.HandsIn(Hannah, 51_234, null), lots.HandsIn(Bea, 98_765, 14_321));
        lots.Tender.Open();
        lots.Tender.OnPanel(Sam, new DeclareInterests(bea, true, "My daughter works there."));
        lots.Tender.Scores(Sam, hannah, 5);
        foreach (var scorer in new[] { Olu, Orla })
        {
            foreach (var bid in new[] { hannah, bea }) lots.Tender.Scores(scorer, bid, 4);
        }

        foreach (var scorer in new[] { Olu, Orla, Sam }) lots.Tender.OnPanel(scorer, new LockScores());
        lots.Tender.OnPanel(Priya, new OpenModeration());
        lots.Tender.Awards(bea, lots.Villages);

        var seen = lots.Tender.PanelFor(Sam)!;
        Assert.Equal([false, false], seen.Results.Select(lot => lot.Result.IsWhole));
        Assert.Equal([hannah], seen.Results[0].First);
        Assert.Empty(seen.Results[1].Result.Rows);
        Assert.Empty(seen.Awards);
        var sent = JsonSerializer.Serialize(seen, DomainJson.Options);
        Assert.DoesNotContain("98765", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("14321", sent, StringComparison.Ordinal);
        Assert.Single(lots.Tender.PanelFor(Olu)!.Awards);

        lots.Tender.Awards(hannah, lots.Town);

        Assert.Equal(2, lots.Tender.PanelFor(Sam)!.Awards.Count);
    }

    [Fact]
    public void An_award_and_bids_as_earlier_versions_kept_them_are_of_the_whole_contract_and_end_the_panel()
    {
        var tender = SafeAtSea.Scored();
        var (catalogue, bid) = (new EventCatalogue(), tender.BidOf(Hannah));

        var panel = new Panel { Tender = tender.Id }
            .After(Read("bids.received.v1", $$"""{"bids":[{"bid":"{{bid}}","label":"Bidder A","organisation":"Harbour Lights","price":80000,"team":[]}]}"""))
            .After(Read("award.made.v1", $$"""{"bid":"{{bid}}"}"""));

        Assert.Equal((true, new LotAward(tender.Id.WholeLot, bid)), (panel.IsDone, Assert.Single(panel.Awards)));
        Assert.Equal(80_000, Assert.Single(panel.Bids!).PriceOf(tender.Id.WholeLot));

        Recorded Read(string name, string payload) => new(tender.Panel.Stream, 1, catalogue.Read(name, Encoding.UTF8.GetBytes(payload), null), Priya, tender.County.Now);
    }
}

using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Evaluations;

/// <summary>What bidders and the public are told once every lot is settled, lot by lot.</summary>
public sealed class TellingTests
{
    [Fact]
    public void Anybody_reads_who_won_which_lot_for_how_much_and_why_another_ended()
    {
        var lots = TwoLots.WithPanel();
        var hannah = lots.HandsIn(Hannah, 50_000, null);
        lots.HandsIn(Bea, 90_000, null);
        lots.Score((Hannah, 4), (Bea, 4));
        lots.Tender.OnPanel(Priya, new EndLot(lots.Villages, "Nobody bid for it."));
        Assert.Empty(PublicAward.Of(lots.Tender.PanelState, lots.Tender.Tender));
        lots.Tender.Awards(hannah, lots.Town);
        lots.Tender.OnPanel(Tom, new SignContract(lots.Town, new DateOnly(2027, 4, 1), new DateOnly(2028, 3, 31), "Tom Ashdown", "Director of Places"));

        var told = PublicAward.Of(lots.Tender.PanelState, lots.Tender.Tender);
        Assert.Equal((lots.Town, $"Organisation of {Hannah}", 50_000, null), (told[0].Lot.Id, told[0].Organisation, told[0].Price, told[0].Ended));
        Assert.Equal((lots.Town, lots.Tender.County.Now), (told[0].Notice!.Lot, told[0].Signed));
        Assert.Equal((lots.Villages, null, 0, "Nobody bid for it.", null, null), (told[1].Lot.Id, told[1].Organisation, told[1].Price, told[1].Ended, told[1].Notice, told[1].Signed));
    }

    [Fact]
    public void A_bidder_is_told_of_the_lots_that_they_bid_for_and_of_who_won_each()
    {
        var lots = TwoLots.WithPanel();
        var (hannah, bea) = (lots.HandsIn(Hannah, 50_000, 30_000), lots.HandsIn(Bea, 100_000, 15_000));
        lots.HandsIn(Cai, null, 40_000);
        lots.Score((Hannah, 4), (Bea, 4), (Cai, 1));
        lots.Tender.Awards(hannah, lots.Town);
        lots.Tender.Awards(bea, lots.Villages, "Nobody was equal.");

        var cai = OutcomeFor(lots.Tender, Cai);
        Assert.Equal([lots.Villages], cai.Notices.Select(notice => notice.Lot));
        var lost = Assert.Single(cai.Summary.Lots);
        Assert.Equal((3, 3, false, $"Organisation of {Bea}", 15_000), (lost.Rank!.Value, lost.Ranked, lost.IsWon, lost.Winner!.Organisation, lost.Winner.Price.Price));
        Assert.Equal(["", "Nobody was equal."], OutcomeFor(lots.Tender, Hannah).Summary.Lots.Select(lot => lot.Decision));
        Assert.Equal([true, false], OutcomeFor(lots.Tender, Hannah).Summary.Lots.Select(lot => lot.IsWon));
        Assert.Equal([(1, 2), (2, 3)], OutcomeFor(lots.Tender, Hannah).Summary.Lots.Select(lot => (lot.Rank!.Value, lot.Ranked)));
        Assert.Null(lost.Between);
    }

    [Fact]
    public void Who_was_excluded_is_compared_with_nobody_and_has_no_place()
    {
        var tender = SafeAtSea.WithPanel(passMark: 3);
        tender.HandsIn(Hannah, "Harbour Lights", "Volunteers.", 80_000);
        tender.HandsIn(Bea, "Big Care", "A hotline.", 60_000);
        tender.Open();
        foreach (var scorer in new[] { Olu, Orla, Sam })
        {
            tender.Scores(scorer, tender.BidOf(Hannah), 4);
            tender.Scores(scorer, tender.BidOf(Bea), 1);
            tender.OnPanel(scorer, new LockScores());
        }

        tender.OnPanel(Priya, new OpenModeration());
        tender.Awards(tender.BidOf(Hannah));

        var bea = OutcomeFor(tender, Bea).Summary;
        Assert.Equal((null, 1, null, null), (bea.Lots[0].Rank, bea.Lots[0].Ranked, bea.Lots[0].Between, bea.Lots[0].Ended));
        Assert.True(bea.Criteria[0].IsMissed);
    }

    [Fact]
    public void Where_a_lot_ended_those_who_bid_for_it_are_told_why()
    {
        var lots = TwoLots.WithPanel();
        var hannah = lots.HandsIn(Hannah, 50_000, 30_000);
        lots.Score((Hannah, 4));
        lots.Tender.Awards(hannah, lots.Town);
        lots.Tender.County.Bend<Panel>(lots.Tender.Panel.Stream, panel => panel.After(
            new Recorded(lots.Tender.Panel.Stream, 1, new LotEnded(lots.Villages, "The money is gone.", true, true), Priya, lots.Tender.County.Now)));

        Assert.Equal([null, "The money is gone."], OutcomeFor(lots.Tender, Hannah).Summary.Lots.Select(lot => lot.Ended));
    }

    [Fact]
    public void Free_times_that_lie_ahead_are_offered_and_ones_own_stays_after_it_has_passed()
    {
        var tender = SafeAtSea.Scored();
        tender.OnPanel(Priya, new OpenModeration());
        tender.Awards(tender.BidOf(Hannah));
        var (soon, later) = (Offer(1), Offer(2));
        tender.OnPanel(Bea, new BookFeedback(soon));
        Assert.Empty(tender.OnPanel(Bea, new BookFeedback(soon)).Events);
        tender.County.Now = tender.County.Now.AddDays(2);

        Assert.Equal("at.past", tender.PanelRefusal(Hannah, new BookFeedback(later)));
        Assert.Empty(OutcomeFor(tender, Hannah).Slots);
        Assert.Equal([soon], OutcomeFor(tender, Bea).Slots.Select(slot => slot.Id));
        Assert.Equal(soon, OutcomeFor(tender, Bea).Mine!.Id);

        SlotId Offer(int days) => new(tender.OnPanel(Priya, new OfferFeedback(tender.County.Now.AddDays(days), "Room 2")).Made!.Value);
    }

    [Fact]
    public void A_draft_says_what_was_agreed_by_the_panel_or_by_each_group()
    {
        var whole = GivenModeration.InRoom(ScoreSettlement.PanelConsensus);
        foreach (var bidder in new[] { Hannah, Bea }) whole.Settles(bidder, 4);
        Assert.All(whole.PanelFor(Priya)!.Decision.Drafts, draft => Assert.Equal("They know every rock.", draft.Parts[0].Draft));

        var groups = GivenModeration.InRoom(ScoreSettlement.GroupConsensus);
        foreach (var bidder in new[] { Hannah, Bea }) Agrees(groups, bidder, 2, 5);
        Assert.All(groups.PanelFor(Priya)!.Decision.Drafts, draft => Assert.Equal("People like it.\nThey know every rock.", draft.Parts[0].Draft));
    }

    [Fact]
    public void A_summary_is_stale_once_groups_agreed_otherwise_though_the_score_came_out_the_same()
    {
        var tender = GivenModeration.InRoom(ScoreSettlement.GroupConsensus);
        foreach (var bidder in new[] { Hannah, Bea }) Agrees(tender, bidder, 2, 5);
        tender.Summarise();

        // 60% of 2 and 40% of 5 are as much as 60% of 4 and 40% of 2.
        Agrees(tender, Hannah, 4, 2);

        var draft = tender.PanelFor(Priya)!.Decision.Drafts.Single(draft => draft.Bid == tender.BidOf(Hannah)).Parts[0];
        Assert.Equal((new Fraction(16, 5), SummaryState.Stale), (draft.Score, draft.State));
    }

    [Fact]
    public void Words_that_were_erased_go_into_no_draft()
    {
        var tender = SafeAtSea.Opened();
        foreach (var (scorer, reason) in new[] { (Olu, Written.Erased), (Orla, "Clear and kind."), (Sam, Written.Erased) })
        {
            foreach (var bidder in new[] { Hannah, Bea }) tender.Scores(scorer, tender.BidOf(bidder), 4, reason);
            tender.OnPanel(scorer, new LockScores());
        }

        tender.OnPanel(Priya, new OpenModeration());

        Assert.All(tender.PanelFor(Priya)!.Decision.Drafts, draft => Assert.Equal("Clear and kind.", draft.Parts[0].Draft));
    }

    private static void Agrees(SafeAtSea tender, ParticipantId bidder, int officers, int users)
    {
        if (tender.PanelState.TalksAbout?.Bid != tender.BidOf(bidder)) tender.Shows(bidder);
        tender.OnPanel(Priya, tender.Agreeing(bidder, officers, "Officers"));
        tender.OnPanel(Priya, tender.Agreeing(bidder, users, "Service users", "People like it."));
        foreach (var who in new[] { Olu, Sam }) tender.OnPanel(who, tender.Confirming(bidder));
    }

    private static BidOutcome OutcomeFor(SafeAtSea tender, ParticipantId bidder) =>
        BidOutcome.For(tender.PanelState, tender.Tender, tender.BidOf(bidder), bidder, tender.County.Now)!;
}

using CoDesign.Domain.Bids;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Evaluations;

/// <summary>Who sees how far the award of each lot is, and of which bid: Sam has an interest in Bea's, Olu in none.</summary>
public sealed class AwardSightTests
{
    private readonly TwoLots _lots = TwoLots.WithPanel();
    private readonly BidId _hannah;
    private readonly BidId _bea;

    public AwardSightTests()
    {
        (_hannah, _bea) = (_lots.HandsIn(Hannah, 50_000, null), _lots.HandsIn(Bea, 90_000, 15_000));
        Tender.OnPanel(Tom, new AppointEvaluator(Orla, "Service users"));
        Tender.Open();
        Tender.OnPanel(Sam, new DeclareInterests(_bea, true, "My daughter works there."));
        Tender.Scores(Sam, _hannah, 5);
        foreach (var scorer in new[] { Olu, Orla })
        {
            foreach (var bid in new[] { _hannah, _bea }) Tender.Scores(scorer, bid, 4);
        }

        foreach (var scorer in new[] { Olu, Orla, Sam }) Tender.OnPanel(scorer, new LockScores());
        Tender.OnPanel(Priya, new OpenModeration(OneByOne: true));
    }

    private SafeAtSea Tender => _lots.Tender;

    [Fact]
    public void Before_all_scores_are_settled_nobody_sees_an_award_to_come()
    {
        foreach (var reader in new[] { Priya, Olu, Sam, Tom }) Assert.Equal("", Seen(reader));

        Tender.OnPanel(Priya, new RevealAllScores());

        foreach (var reader in new[] { Priya, Olu, Sam }) Assert.Equal("Open; Open", Seen(reader));
        Assert.Equal("", Seen(Tom));
    }

    [Fact]
    public void Which_bid_is_proposed_is_told_to_who_may_see_every_bid_and_that_one_is_to_who_approves()
    {
        Proposes();

        Assert.Equal("Open; Proposed Bea at why decided", Seen(Priya));
        Assert.Equal("Open; Proposed Bea why", Seen(Olu));
        Assert.Equal("Open; Open", Seen(Sam));
        Assert.Equal("Open; Proposed at decided", Seen(Tom));
    }

    [Fact]
    public void Why_a_proposal_was_sent_back_is_told_to_the_moderator_and_not_to_the_panel()
    {
        Proposes();
        Tender.OnPanel(Tom, new SendBackAward(_lots.Villages, "Was everybody asked?"));

        Assert.Equal([null, "Was everybody asked?"], Tender.PanelFor(Priya)!.Decision.Lots.Select(lot => lot.Returned?.Reason));
        foreach (var reader in new[] { Olu, Sam }) Assert.All(Tender.PanelFor(reader)!.Decision.Lots, lot => Assert.Null(lot.Returned));
    }

    [Fact]
    public void What_is_sent_back_and_proposed_again_of_one_lot_leaves_the_other_as_it_is()
    {
        Proposes();
        Tender.OnPanel(Priya, new ProposeAward(_hannah, _lots.Town));
        Tender.OnPanel(Tom, new SendBackAward(_lots.Villages, "Was everybody asked?"));
        Assert.Equal("Proposed Hannah at; Open", Seen(Priya));

        Tender.OnPanel(Tom, new SendBackAward(_lots.Town, "Was everybody heard?"));
        Tender.OnPanel(Priya, new ProposeAward(_bea, _lots.Villages));

        Assert.Equal("Open; Proposed Bea at", Seen(Priya));
        Assert.Equal(["Was everybody heard?", null], Tender.PanelFor(Priya)!.Decision.Lots.Select(lot => lot.Returned?.Reason));
    }

    [Fact]
    public void One_lot_that_is_awarded_tells_no_more_than_its_proposal_did_until_all_are_settled()
    {
        Proposes();
        Tender.OnPanel(Tom, new ApproveAward(_lots.Villages));

        Assert.Equal("Open; Awarded Bea at why decided", Seen(Priya));
        Assert.Equal("Open; Awarded Bea why", Seen(Olu));
        Assert.Equal("Open; Open", Seen(Sam));
        Assert.Equal("Open; Awarded at decided", Seen(Tom));
        foreach (var reader in new[] { Priya, Olu, Sam, Tom }) Assert.False(Tender.PanelFor(reader)!.Decision.MayFollowUp);
        Assert.Equal((false, true), (Tender.PanelFor(Olu)!.IsSettled(_lots.Town), Tender.PanelFor(Olu)!.IsSettled(_lots.Villages)));

        Tender.Awards(_hannah, _lots.Town);

        Assert.Equal("Awarded Hannah notice; Awarded Bea why notice", Seen(Sam));
        Assert.Equal("Awarded Hannah notice; Awarded Bea why notice", Seen(Cllr));
        Assert.Equal("Awarded Hannah at notice; Awarded Bea at why decided notice", Seen(Tom));
        foreach (var (reader, may) in new[] { (Priya, true), (Tom, true), (Olu, false), (Cllr, false) }) Assert.Equal(may, Tender.PanelFor(reader)!.Decision.MayFollowUp);
    }

    [Fact]
    public void Once_all_is_settled_summaries_and_promises_are_for_the_panel_and_who_oversees_it_and_meetings_for_who_offers_them()
    {
        Proposes();
        Tender.OnPanel(Tom, new ApproveAward(_lots.Villages));
        Assert.Empty(Tender.PanelFor(Priya)!.Decision.Summaries);
        Tender.Awards(_hannah, _lots.Town);
        Tender.OnPanel(Priya, new PickCommitment(_hannah, Tender.Question, "Somebody whom people know"));
        Tender.OnPanel(Priya, new OfferFeedback(Tender.County.Now.AddDays(1), "Room 2"));

        foreach (var reader in new[] { Priya, Olu, Sam, Tom, Cllr })
        {
            var seen = Tender.PanelFor(reader)!.Decision;
            Assert.Equal((2, 1, 0), (seen.Summaries.Length, seen.Commitments.Count, seen.Drafts.Length));
            Assert.Equal(reader == Priya || reader == Tom ? 1 : 0, seen.Feedback.Count);
        }

        Tender.County.Now = Tender.County.Now.AddDays(30);
        Tender.OnPanel(Tom, new SignContract(_lots.Town, new DateOnly(2027, 4, 1), new DateOnly(2028, 3, 31), "Tom Ashdown", "Director of Places"));
        Assert.Equal("Signed Hannah notice; Awarded Bea why notice", Seen(Olu));
    }

    [Fact]
    public void A_lot_that_ended_without_an_award_is_seen_as_ended()
    {
        Proposes();
        Tender.OnPanel(Tom, new SendBackAward(_lots.Villages, "Was everybody asked?"));
        Tender.County.Bend<Panel>(Tender.Panel.Stream, panel => panel with { Endings = [new LotEnding(_lots.Villages, "Nobody can.")] });

        Assert.Equal("Open; Ended", Seen(Olu));
    }

    [Fact]
    public void The_moderator_writes_one_summary_of_each_bid_in_the_order_of_their_labels()
    {
        Tender.OnPanel(Priya, new RevealAllScores());
        Tender.OnPanel(Priya, new WriteSummary(_bea, [new SummaryWords(Tender.Question, "Nobody is there at night.")]));

        var drafts = Tender.PanelFor(Priya)!.Decision.Drafts;
        Assert.Equal(["Bidder A", "Bidder B"], drafts.Select(draft => draft.Label));
        var (bea, hannah) = (drafts.Single(draft => draft.Bid == _bea), drafts.Single(draft => draft.Bid == _hannah));
        Assert.Equal(("Nobody is there at night.", "It says how.", 1, true), (bea.Parts[0].Words, bea.Parts[0].Draft, bea.Written, bea.IsComplete));
        Assert.Equal(("It says how.", 0, false), (hannah.Parts[0].Words, hannah.Written, hannah.IsComplete));
    }

    /// <summary>Priya proposes that the villages go to Bea, with words that would decide between equal bids.</summary>
    private void Proposes()
    {
        Tender.OnPanel(Priya, new RevealAllScores());
        Tender.Summarise();
        Tender.OnPanel(Priya, new ProposeAward(_bea, _lots.Villages, "There is but one."));
    }

    /// <summary>How far each lot is, and what else of it the reader is told.</summary>
    private string Seen(ParticipantId reader) => string.Join("; ", Tender.PanelFor(reader)!.Decision.Lots.Select(one =>
        $"{one.Stage}{(one.Bid is not { } bid ? "" : bid == _bea ? " Bea" : " Hannah")}{(one.ProposedAt is null ? "" : " at")}{(one.Decision.Length > 0 ? " why" : "")}{(one.IsDecision ? " decided" : "")}{(one.Notice is null ? "" : " notice")}"));
}

using System.Text.Json;
using CoDesign.App.Storage;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Evaluations;

public sealed class AwardTests
{
    [Fact]
    public void The_moderator_proposes_and_a_commissioner_approves_so_that_two_people_answer_for_it()
    {
        var tender = Settled();
        var won = tender.BidOf(Hannah);
        tender.Summarise();

        Assert.Equal("panel.not-moderator", tender.PanelRefusal(Sam, new ProposeAward(won)));
        Assert.Equal("not-found", tender.PanelRefusal(Tom, new ProposeAward(won)));
        Assert.Equal("award.not-proposed", tender.PanelRefusal(Tom, new ApproveAward()));
        tender.OnPanel(Priya, new ProposeAward(won));

        Assert.Equal("award.proposed", tender.PanelRefusal(Priya, new ProposeAward(won)));
        Assert.Equal("award.second-person", tender.PanelRefusal(Priya, new ApproveAward()));
        Assert.Equal("award.second-person", tender.PanelRefusal(Sam, new ApproveAward()));
        Assert.Equal("not-found", tender.PanelRefusal(Fay, new ApproveAward()));
        Assert.Equal("not-found", tender.PanelRefusal(Cllr, new ApproveAward()));
        Assert.Equal("not-found", tender.PanelRefusal(Hannah, new ApproveAward()));
        Assert.False(tender.PanelState.IsDone);
        tender.OnPanel(Tom, new ApproveAward());

        Assert.Equal(won, Assert.Single(tender.PanelState.Awards).Bid);
        Assert.Equal(Tom, Assert.Single(tender.PanelState.Notices).By);
    }

    [Fact]
    public void Nothing_is_proposed_while_a_summary_is_missing_and_it_says_which()
    {
        var tender = Settled();
        var (hannah, bea) = (tender.BidOf(Hannah), tender.BidOf(Bea));
        tender.OnPanel(Priya, new WriteSummary(hannah, [new SummaryWords(tender.Question, "Volunteers whom people know.")]));

        Assert.Equal("award.summary-missing", tender.PanelRefusal(Priya, new ProposeAward(hannah)));
        Assert.Contains(tender.LabelOf(Bea), tender.County.Ask(Priya, tender.Panel.Stream, new ProposeAward(hannah)).Refusal!.Message, StringComparison.Ordinal);
        tender.OnPanel(Priya, new WriteSummary(bea, [new SummaryWords(tender.Question, "A hotline is no person.")]));

        Assert.Null(tender.PanelRefusal(Priya, new ProposeAward(hannah)));
        Assert.Equal("summary.proposed", tender.PanelRefusal(Priya, new WriteSummary(bea, [new SummaryWords(tender.Question, "Something else.")])));
    }

    [Fact]
    public void Scores_that_change_make_a_summary_stale()
    {
        var tender = Settled();
        tender.Summarise();
        tender.OnPanel(Sam, new DeclareInterests(tender.BidOf(Bea), true, "My cousin works there."));

        Assert.Equal(SummaryState.Stale, tender.PanelFor(Priya)!.Decision.Drafts.Single(bid => bid.Bid == tender.BidOf(Bea)).Parts[0].State);
        Assert.Equal(SummaryState.Written, tender.PanelFor(Priya)!.Decision.Drafts.Single(bid => bid.Bid == tender.BidOf(Hannah)).Parts[0].State);
        Assert.Equal("award.summary-stale", tender.PanelRefusal(Priya, new ProposeAward(tender.BidOf(Hannah))));
        tender.Summarise();
        Assert.Null(tender.PanelRefusal(Priya, new ProposeAward(tender.BidOf(Hannah))));
    }

    [Fact]
    public void A_summary_that_was_written_while_the_scores_changed_is_not_kept_as_though_it_knew_them()
    {
        var tender = Settled();
        var seen = tender.PanelFor(Priya)!.Decision.Drafts.Single(bid => bid.Bid == tender.BidOf(Bea)).Parts[0];
        var written = new WriteSummary(tender.BidOf(Bea), [new SummaryWords(seen.Question.Id, "A hotline is no person.", seen.Basis)]);
        Assert.Null(tender.PanelRefusal(Priya, written));

        tender.OnPanel(Sam, new DeclareInterests(tender.BidOf(Bea), true, "My cousin works there."));

        Assert.Equal("summary.changed", tender.PanelRefusal(Priya, written));
    }

    [Fact]
    public void Scores_that_change_after_the_proposal_keep_it_from_being_approved()
    {
        var tender = Settled();
        tender.Summarise();
        tender.OnPanel(Priya, new ProposeAward(tender.BidOf(Hannah)));
        tender.OnPanel(Sam, new DeclareInterests(tender.BidOf(Bea), true, "My cousin works there."));

        Assert.Equal("award.changed", tender.PanelRefusal(Tom, new ApproveAward()));
        tender.OnPanel(Tom, new SendBackAward(null, "Sam stepped back from a bid; look at its summary again."));
        tender.Awards(tender.BidOf(Hannah));
        Assert.True(tender.PanelState.IsDone);
    }

    [Fact]
    public void A_commissioner_sends_a_proposal_back_with_a_reason_that_the_moderator_reads()
    {
        var tender = Settled();
        tender.Summarise();
        tender.OnPanel(Priya, new ProposeAward(tender.BidOf(Hannah)));

        Assert.Equal("reason.empty", tender.PanelRefusal(Tom, new SendBackAward(null, " ")));
        Assert.Equal("award.second-person", tender.PanelRefusal(Priya, new SendBackAward(null, "Oops.")));
        tender.OnPanel(Tom, new SendBackAward(null, "Was the deadline for questions kept?"));

        Assert.Equal("Was the deadline for questions kept?", tender.PanelFor(Priya)!.Decision.Lots[0].Returned!.Reason);
        Assert.Equal("award.not-proposed", tender.PanelRefusal(Tom, new ApproveAward()));
        tender.Awards(tender.BidOf(Hannah));
        Assert.Null(tender.PanelFor(Priya)!.Decision.Lots[0].Returned);
    }

    [Fact]
    public void The_commissioner_who_approves_learns_no_bid_score_or_name_before_the_award()
    {
        var tender = Settled();
        tender.Summarise();
        tender.OnPanel(Priya, new ProposeAward(tender.BidOf(Hannah)));

        var seen = JsonSerializer.Serialize(tender.PanelFor(Tom), DomainJson.Options);
        Assert.Equal(AwardStage.Proposed, tender.PanelFor(Tom)!.Decision.Lots[0].Stage);
        foreach (var secret in new[] { "Harbour Lights", "Big Care", "Bidder A", "80000", "It says how.", tender.BidOf(Hannah).Text(), tender.BidOf(Bea).Text() })
            Assert.DoesNotContain(secret, seen, StringComparison.Ordinal);
        Assert.Empty(tender.PanelFor(Tom)!.Decision.Drafts);
        Assert.Null(tender.PanelFor(Cllr));
        Assert.Null(tender.PanelFor(Hannah));
    }

    [Fact]
    public void Bids_equal_in_everything_published_are_decided_between_on_the_record()
    {
        var tender = SafeAtSea.WithPanel();
        tender.HandsIn(Hannah, "Harbour Lights", "Volunteers.", 80_000);
        tender.HandsIn(Bea, "Big Care", "A hotline.", 80_000);
        tender.Open();
        foreach (var evaluator in new[] { Olu, Orla, Sam })
        {
            tender.ScoresAll(evaluator, 4);
            tender.OnPanel(evaluator, new LockScores());
        }

        tender.OnPanel(Priya, new OpenModeration());
        tender.Summarise();
        Assert.Equal([1, 1], tender.PanelFor(Priya)!.Result!.Rows.Select(row => row.Rank));
        Assert.Equal("award.tied", tender.PanelRefusal(Priya, new ProposeAward(tender.BidOf(Bea))));
        tender.OnPanel(Priya, new ProposeAward(tender.BidOf(Bea), Decision: "The panel drew lots in front of everybody."));
        Assert.True(tender.PanelFor(Tom)!.Decision.Lots[0].IsDecision);
        Assert.Empty(tender.PanelFor(Tom)!.Decision.Lots[0].Decision);
        tender.OnPanel(Tom, new ApproveAward());

        var told = Told(tender, Hannah).Summary.Lots[0];
        Assert.Equal((false, DecidedBy.Nothing, "The panel drew lots in front of everybody."), (told.IsWon, told.Between, told.Decision));
        Assert.Equal("The panel drew lots in front of everybody.", tender.PanelFor(Tom)!.Decision.Lots[0].Decision);
    }

    [Fact]
    public void Each_bidder_is_told_why_and_losers_why_not_and_nobody_before_the_award()
    {
        var tender = Settled();
        tender.OnPanel(Priya, new WriteSummary(tender.BidOf(Hannah), [new SummaryWords(tender.Question, "People know the volunteers.")]));
        tender.OnPanel(Priya, new WriteSummary(tender.BidOf(Bea), [new SummaryWords(tender.Question, "A hotline is no person.")]));
        tender.OnPanel(Priya, new ProposeAward(tender.BidOf(Hannah)));
        Assert.Null(OutcomeFor(tender, Bea, Bea));
        tender.OnPanel(Tom, new ApproveAward());

        var loser = Told(tender, Bea);
        var winner = Told(tender, Hannah);
        Assert.Equal("A hotline is no person.", Assert.Single(loser.Summary.Criteria).Words);
        Assert.Equal(("Harbour Lights", "People know the volunteers."), (loser.Summary.Lots[0].Winner!.Organisation, loser.Summary.Lots[0].Winner!.Criteria[0].Words));
        Assert.True(winner.Summary.Lots[0].IsWon);
        Assert.Null(winner.Summary.Lots[0].Winner);
        Assert.All(loser.Summary.Criteria, part => Assert.Equal((Fraction)60, part.Weight));
        Assert.All(loser.Summary.Lots, lot => Assert.Equal(lot.Total, lot.Quality + lot.Price.Points));
        Assert.Equal(loser.Summary.Lots[0].Winner!.Total, winner.Summary.Lots[0].Quality + winner.Summary.Lots[0].Price.Points);
        Assert.Equal((tender.Tender.PriceRule.InWords(), tender.Tender.Reference), (loser.Summary.PriceRule, loser.Summary.Reference));
        foreach (var evaluator in new[] { Olu, Orla, Sam, Priya })
            Assert.DoesNotContain(evaluator.Text(), JsonSerializer.Serialize(loser, DomainJson.Options), StringComparison.Ordinal);
        Assert.Null(OutcomeFor(tender, Bea, Hannah));
        Assert.Null(OutcomeFor(tender, Bea, Tom));
    }

    [Fact]
    public void A_draft_has_every_recorded_reason_once_and_in_an_order_that_tells_nobody()
    {
        var tender = SafeAtSea.Opened();
        foreach (var (who, reason) in new[] { (Olu, "Volunteers stay."), (Orla, "Clear and kind."), (Sam, "Volunteers stay.") })
        {
            tender.Scores(who, tender.BidOf(Hannah), 4, reason);
            tender.Scores(who, tender.BidOf(Bea), 2, reason);
            tender.OnPanel(who, new LockScores());
        }

        tender.OnPanel(Priya, new OpenModeration());

        Assert.Equal("Clear and kind.\nVolunteers stay.", tender.PanelFor(Priya)!.Decision.Drafts[0].Parts[0].Draft);
        Assert.Empty(tender.PanelFor(Olu)!.Decision.Drafts);
    }

    [Fact]
    public void What_the_moderator_writes_must_be_there_and_be_about_a_bid_of_this_panel()
    {
        var tender = Settled();
        string? Write(Domain.Bids.BidId bid, CriterionId question, string? words) => tender.PanelRefusal(Priya, new WriteSummary(bid, [new SummaryWords(question, words)]));

        Assert.Equal("words.empty", Write(tender.BidOf(Hannah), tender.Question, " "));
        Assert.Equal("words.too-long", Write(tender.BidOf(Hannah), tender.Question, new string('x', 4_001)));
        Assert.Equal("not-found", Write(default, tender.Question, "Good."));
        Assert.Equal("not-found", Write(tender.BidOf(Hannah), default, "Good."));
        Assert.Equal("panel.not-moderator", tender.PanelRefusal(Olu, new WriteSummary(tender.BidOf(Hannah), [])));
        Assert.Equal("not-found", tender.PanelRefusal(Tom, new WriteSummary(tender.BidOf(Hannah), [])));
    }

    private static SafeAtSea Settled()
    {
        var tender = SafeAtSea.Scored();
        tender.OnPanel(Priya, new OpenModeration());
        return tender;
    }

    private static BidOutcome Told(SafeAtSea tender, ParticipantId bidder) => OutcomeFor(tender, bidder, bidder)!;

    private static BidOutcome? OutcomeFor(SafeAtSea tender, ParticipantId bidder, ParticipantId viewer) =>
        BidOutcome.For(tender.PanelState, tender.Tender, tender.BidOf(bidder), viewer, tender.County.Now);
}

using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Projects;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Evaluations;

/// <summary>Everybody declares, scores and locks for themselves, and the room opens on what they locked.</summary>
public sealed class LockingTests
{
    [Fact]
    public void What_the_others_declared_and_scored_does_not_stand_for_ones_own()
    {
        var tender = SafeAtSea.Opened();
        foreach (var other in new[] { Olu, Orla })
        {
            foreach (var bidder in new[] { Hannah, Bea }) tender.Scores(other, tender.BidOf(bidder), 3);
        }

        tender.Scores(Sam, tender.BidOf(Hannah), 5);
        Assert.Equal("lock.undeclared", tender.PanelRefusal(Sam, new LockScores()));
        tender.OnPanel(Sam, new DeclareInterests(tender.BidOf(Bea), false, null));
        Assert.Equal("lock.unscored", tender.PanelRefusal(Sam, new LockScores()));
    }

    [Fact]
    public void Doing_the_same_again_changes_nothing()
    {
        var tender = SafeAtSea.Opened();
        foreach (var bidder in new[] { Hannah, Bea }) tender.Scores(Sam, tender.BidOf(bidder), 3, "It says how.");

        Assert.Empty(tender.OnPanel(Sam, new DeclareInterests(tender.BidOf(Bea), false, null)).Events);
        Assert.Empty(tender.OnPanel(Sam, new ScoreAnswer(tender.BidOf(Bea), tender.Question, 3, "It says how.")).Events);
        Assert.Empty(tender.OnPanel(Tom, new AppointModerator(Priya)).Events);
        Assert.Empty(tender.OnPanel(Tom, new AppointEvaluator(Olu, "Officers")).Events);
        tender.OnPanel(Sam, new LockScores());
        Assert.Empty(tender.OnPanel(Sam, new LockScores()).Events);
    }

    [Fact]
    public void What_an_interest_is_can_be_said_in_other_words()
    {
        var tender = SafeAtSea.Opened();
        var bid = tender.BidOf(Bea);
        tender.OnPanel(Sam, new DeclareInterests(bid, true, "My daughter works there."));

        Assert.Equal("note.too-long", tender.PanelRefusal(Sam, new DeclareInterests(bid, true, new string('x', 1_001))));
        tender.OnPanel(Sam, new DeclareInterests(bid, true, "My daughter drives for them."));

        Assert.Equal("My daughter drives for them.", Assert.Single(tender.PanelState.Declarations).Note);
    }

    [Fact]
    public void A_room_in_which_nobody_is_left_to_score_does_not_open()
    {
        var tender = SafeAtSea.Opened();
        foreach (var evaluator in new[] { Olu, Orla, Sam }) tender.OnPanel(Priya, new ReleaseEvaluator(evaluator));

        Assert.Equal("moderation.not-all-locked", tender.PanelRefusal(Priya, new OpenModeration()));
    }

    [Fact]
    public void Only_the_moderator_who_still_may_sit_opens_the_room_and_once()
    {
        var tender = SafeAtSea.Scored();
        foreach (var other in new[] { Tom, Hannah, Nobody }) Assert.Equal("not-found", tender.PanelRefusal(other, new OpenModeration()));
        Assert.Equal("award.before-moderation", tender.PanelRefusal(Priya, new EndLot(null, "Nobody bid.")));
        tender.OnPanel(Priya, new OpenModeration());
        Assert.Empty(tender.OnPanel(Priya, new OpenModeration(OneByOne: true)).Events);

        tender.County.Do(Tom, tender.Project.Stream, new InviteParticipant(Priya, Role.Facilitator));

        foreach (var act in new IPanelCommand[] { new OpenModeration(), new EndLot(null, "Nobody bid."), new WriteSummary(tender.BidOf(Bea), []), new ProposeAward(tender.BidOf(Hannah)) })
            Assert.Equal("not-found", tender.PanelRefusal(Priya, act));
    }

    [Fact]
    public void Nobody_is_let_go_once_the_scores_are_open_not_even_who_has_left_the_room()
    {
        var tender = SafeAtSea.Opened();
        tender.County.Do(Tom, tender.Project.Stream, new InviteParticipant(Orla, Role.Facilitator));
        foreach (var evaluator in new[] { Olu, Sam })
        {
            foreach (var bidder in new[] { Hannah, Bea }) tender.Scores(evaluator, tender.BidOf(bidder), 3);
            tender.OnPanel(evaluator, new LockScores());
        }

        tender.OnPanel(Priya, new OpenModeration());

        Assert.Equal("panel.locked-stays", tender.PanelRefusal(Priya, new ReleaseEvaluator(Orla)));
    }

    [Fact]
    public void Before_the_bids_are_open_only_the_commissioner_lets_evaluators_go()
    {
        var tender = SafeAtSea.WithPanel();
        Assert.Equal("panel.not-open", tender.PanelRefusal(Priya, new ReleaseEvaluator(Olu)));
        tender.County.Now = SafeAtSea.Deadline.AddMinutes(1);
        tender.OnPanel(Olu, new ApproveOpening());

        Assert.Equal("panel.opening-begun", tender.PanelRefusal(Tom, new ReleaseEvaluator(Orla)));
    }

    [Fact]
    public void A_panel_that_was_never_convened_is_not_there()
    {
        var tender = SafeAtSea.Opened();

        Assert.Equal("not-found", tender.County.Ask(Olu, new PanelId(Guid.NewGuid()).Stream, new LockScores()).Refusal?.Code);
    }

    [Fact]
    public void A_score_given_again_takes_the_place_of_the_one_before()
    {
        var tender = SafeAtSea.Opened();
        tender.Scores(Sam, tender.BidOf(Hannah), 3);
        tender.Scores(Sam, tender.BidOf(Hannah), 5, "On reading it again.");

        var score = Assert.Single(tender.PanelFor(Sam)!.MyScores);
        Assert.Equal((5, "On reading it again."), (score.Points, score.Reason));
    }

    [Fact]
    public void Who_chairs_stays_once_the_award_is_made()
    {
        var tender = SafeAtSea.Scored();
        tender.OnPanel(Priya, new OpenModeration());
        tender.Awards(tender.BidOf(Hannah));

        Assert.Equal("panel.awarded", tender.PanelRefusal(Tom, new AppointModerator(Amina)));
    }
}

using System.Text.Json;
using CoDesign.App.Storage;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Evaluations;

public sealed class PanelTests
{
    [Fact]
    public void Only_a_commissioner_appoints_and_only_people_whose_roles_go_with_it()
    {
        var tender = SafeAtSea.Published();
        tender.County.Do(Tom, tender.Project.Stream, new InviteParticipant(Bea, Role.Provider));

        Assert.Equal("panel.not-commissioner", tender.PanelRefusal(Fay, new AppointModerator(Priya)));
        Assert.Equal("not-found", tender.PanelRefusal(Nobody, new AppointModerator(Priya)));
        Assert.Equal("group.unknown", tender.PanelRefusal(Tom, new AppointEvaluator(Olu, "Friends")));
        Assert.Equal("group.unknown", tender.PanelRefusal(Tom, new AppointEvaluator(Olu, null)));
        Assert.Equal("person.empty", tender.PanelRefusal(Tom, new AppointEvaluator(default, "Officers")));
        Assert.Equal("person.empty", tender.PanelRefusal(Tom, new AppointModerator(ParticipantId.System)));
        foreach (var narrower in new[] { Tom, Fay, Cllr, Bea })
        {
            Assert.Equal("panel.role-conflict", tender.PanelRefusal(Tom, new AppointEvaluator(narrower, "Officers")));
            Assert.Equal("panel.role-conflict", tender.PanelRefusal(Tom, new AppointModerator(narrower)));
        }

        Assert.Null(tender.PanelRefusal(Tom, new AppointEvaluator(Amina, "Service users")));
    }

    [Fact]
    public void Who_scores_does_not_chair_and_who_chairs_does_not_score()
    {
        var tender = SafeAtSea.WithPanel();

        Assert.Equal("panel.moderator-scores", tender.PanelRefusal(Tom, new AppointEvaluator(Priya, "Officers")));
        Assert.Equal("panel.moderator-scores", tender.PanelRefusal(Tom, new AppointModerator(Olu)));
        Assert.Equal("not-found", tender.PanelRefusal(Priya, new ScoreAnswer(default, tender.Question, 3, "Good.")));
    }

    [Fact]
    public void An_answer_is_scored_with_a_step_of_the_scale_and_a_reason_after_declaring_and_before_locking()
    {
        var tender = SafeAtSea.Opened();
        var bid = tender.BidOf(Hannah);
        string? Score(int? points, string? reason) => tender.PanelRefusal(Sam, new ScoreAnswer(bid, tender.Question, points, reason));

        Assert.Equal("score.undeclared", Score(3, "Good."));
        tender.OnPanel(Sam, new DeclareInterests(bid, false, null));
        Assert.Equal("points.unknown", Score(6, "Good."));
        Assert.Equal("points.unknown", Score(-1, "Good."));
        Assert.Equal("points.unknown", Score(null, "Good."));
        Assert.Equal("reason.empty", Score(3, " "));
        Assert.Equal("reason.too-long", Score(3, new string('x', 4_001)));
        Assert.Equal("not-found", tender.PanelRefusal(Sam, new ScoreAnswer(bid, default, 3, "Good.")));
        Assert.Equal("not-found", tender.PanelRefusal(Sam, new ScoreAnswer(default, tender.Question, 3, "Good.")));
        Assert.Equal("not-found", tender.PanelRefusal(Hannah, new ScoreAnswer(bid, tender.Question, 5, "Ours.")));
        Assert.Null(Score(3, "Good."));
        Assert.Equal("lock.undeclared", tender.PanelRefusal(Sam, new LockScores()));
        tender.OnPanel(Sam, new DeclareInterests(tender.BidOf(Bea), false, null));
        Assert.Equal("lock.unscored", tender.PanelRefusal(Sam, new LockScores()));
        tender.OnPanel(Sam, new DeclareInterests(tender.BidOf(Bea), true, "My daughter works there."));
        Assert.Null(tender.PanelRefusal(Sam, new LockScores()));
        Assert.Equal("score.locked", Score(5, "Excellent."));
    }

    [Fact]
    public void Before_the_opening_nothing_can_be_declared_or_scored()
    {
        var tender = SafeAtSea.WithPanel();
        var bid = tender.HandsIn(Hannah, "Harbour Lights", "Volunteers.", 80_000);

        Assert.Equal("panel.not-open", tender.PanelRefusal(Sam, new DeclareInterests(bid, false, null)));
        Assert.Equal("panel.not-open", tender.PanelRefusal(Sam, new ScoreAnswer(bid, tender.Question, 3, "Good.")));
        Assert.Equal("panel.not-open", tender.PanelRefusal(Sam, new LockScores()));
        Assert.Equal("panel.not-open", tender.PanelRefusal(Priya, new OpenModeration()));
    }

    [Fact]
    public void An_interest_needs_its_reason_stays_and_takes_the_scores_out()
    {
        var tender = SafeAtSea.Scored();
        var bid = tender.BidOf(Hannah);

        Assert.Equal("note.empty", tender.PanelRefusal(Sam, new DeclareInterests(bid, true, " ")));
        Assert.Equal("not-found", tender.PanelRefusal(Sam, new DeclareInterests(default, true, "Cousin.")));
        tender.OnPanel(Sam, new DeclareInterests(bid, true, "I volunteer there."));

        Assert.Equal("declaration.conflict-stays", tender.PanelRefusal(Sam, new DeclareInterests(bid, false, null)));
        Assert.Equal("score.conflict", tender.PanelRefusal(Sam, new ScoreAnswer(bid, tender.Question, 5, "Ours.")));
        Assert.DoesNotContain(tender.PanelState.Counted, score => score.Evaluator == Sam && score.Bid == bid);
        Assert.Contains(tender.PanelState.Counted, score => score.Evaluator == Sam);
    }

    [Fact]
    public void A_bidder_with_a_seat_has_no_part_in_the_panel_and_does_not_hold_it_up()
    {
        var tender = SafeAtSea.WithPanel();
        tender.HandsIn(Hannah, "Harbour Lights", "Volunteers.", 80_000);
        tender.HandsIn(Cai, "Cliff Top Co-op", "A café.", 70_000);
        tender.OnPanel(Tom, new AppointEvaluator(Cai, "Officers"));
        tender.Open();
        foreach (var evaluator in new[] { Olu, Orla, Sam })
        {
            foreach (var bidder in new[] { Hannah, Cai }) tender.Scores(evaluator, tender.BidOf(bidder), 3);
            tender.OnPanel(evaluator, new LockScores());
        }

        Assert.Equal("panel.bidder-scores", tender.PanelRefusal(Cai, new DeclareInterests(tender.BidOf(Hannah), false, null)));
        Assert.Null(tender.PanelFor(Cai));
        Assert.Null(tender.PanelRefusal(Priya, new OpenModeration()));
    }

    [Fact]
    public void A_bidder_who_chairs_is_replaced_without_anybody_being_told_who_bids()
    {
        var tender = SafeAtSea.WithPanel();
        tender.HandsIn(Cai, "Cliff Top Co-op", "A café.", 70_000);
        tender.OnPanel(Tom, new AppointModerator(Cai));
        tender.County.Now = SafeAtSea.Deadline.AddMinutes(1);
        tender.OnPanel(Olu, new ApproveOpening());
        tender.OnPanel(Cai, new ApproveOpening());

        Assert.Equal("panel.bidder-scores", tender.PanelRefusal(Cai, new OpenModeration()));
        Assert.Null(tender.PanelFor(Cai));
        Assert.Null(tender.PanelRefusal(Tom, new AppointModerator(Priya)));
        Assert.Equal("moderation.not-all-locked", tender.PanelRefusal(Priya, new OpenModeration()));
    }

    [Fact]
    public void An_evaluator_who_cannot_score_is_released_but_not_one_who_has_locked()
    {
        var tender = SafeAtSea.Opened();
        tender.ScoresAll(Sam, 3);
        tender.OnPanel(Sam, new LockScores());

        Assert.Equal("panel.locked-stays", tender.PanelRefusal(Priya, new ReleaseEvaluator(Sam)));
        Assert.Equal("panel.opening-begun", tender.PanelRefusal(Tom, new ReleaseEvaluator(Olu)));
        Assert.Equal("panel.not-moderator", tender.PanelRefusal(Orla, new ReleaseEvaluator(Olu)));
        Assert.Equal("not-found", tender.PanelRefusal(Nobody, new ReleaseEvaluator(Olu)));
        Assert.Equal("person.empty", tender.PanelRefusal(Priya, new ReleaseEvaluator(Nobody)));
        tender.OnPanel(Priya, new ReleaseEvaluator(Olu));
        Assert.Null(tender.PanelFor(Olu));
        Assert.Equal("moderation.not-all-locked", tender.PanelRefusal(Priya, new OpenModeration()));
        tender.OnPanel(Priya, new ReleaseEvaluator(Orla));
        Assert.Null(tender.PanelRefusal(Priya, new OpenModeration()));
    }

    [Fact]
    public void The_moderator_awards_to_the_first_once_moderation_is_open()
    {
        var tender = SafeAtSea.Scored();

        Assert.Equal("panel.not-moderator", tender.PanelRefusal(Sam, new OpenModeration()));
        Assert.Equal("award.before-moderation", tender.PanelRefusal(Priya, new ProposeAward(tender.BidOf(Hannah))));
        tender.OnPanel(Priya, new OpenModeration());
        Assert.Equal("not-found", tender.PanelRefusal(Priya, new ProposeAward(default)));
        Assert.Equal("award.not-first", tender.PanelRefusal(Priya, new ProposeAward(tender.BidOf(Bea))));
        tender.Awards(tender.BidOf(Hannah));

        Assert.Equal(new LotAward(tender.Id.WholeLot, tender.BidOf(Hannah)), Assert.Single(tender.PanelFor(Sam)!.Awards));
        Assert.Equal("panel.awarded", tender.PanelRefusal(Priya, new ProposeAward(tender.BidOf(Hannah))));
        Assert.Equal("panel.awarded", tender.PanelRefusal(Sam, new DeclareInterests(tender.BidOf(Hannah), true, "Late.")));
    }

    [Fact]
    public void People_cannot_give_the_systems_commands()
    {
        var tender = SafeAtSea.WithPanel();

        Assert.Equal("not-found", tender.PanelRefusal(Tom, new ReceiveBids([])));
        Assert.Equal("not-found", tender.PanelRefusal(Priya, new ConvenePanel(tender.Id, tender.Project)));
    }

    [Fact]
    public void A_panel_reads_back_from_a_snapshot_as_it_was_and_nothing_of_it_is_left_out()
    {
        var tender = GivenModeration.InRoom(ScoreSettlement.PanelConsensus);
        foreach (var (bidder, points) in new[] { (Hannah, 4), (Bea, 2) }) tender.Settles(bidder, points);
        tender.OnPanel(Sam, new RecordSupport("Joan", "Reads to me.", true));
        tender.OnPanel(Sam, new RecordDissent(tender.BidOf(Bea), tender.Question, "I saw more in it."));
        tender.OnPanel(Priya, new NoteDiscussion(tender.BidOf(Bea), tender.Question, "A hotline is there at night."));
        tender.Awards(tender.BidOf(Hannah));
        tender.OnPanel(Tom, new OfferFeedback(tender.County.Now.AddDays(2), "Room 2"));
        tender.OnPanel(Tom, new PickCommitment(tender.BidOf(Hannah), tender.Question, "whom people know"));
        tender.OnPanel(Sam, new NoteLesson("More time."));
        var panel = tender.PanelState;

        var written = JsonSerializer.SerializeToNode(panel, DomainJson.Options)!.AsObject();
        var read = written.Deserialize<Panel>(DomainJson.Options)!;

        Assert.Equal(written.ToJsonString(), JsonSerializer.SerializeToNode(read, DomainJson.Options)!.ToJsonString());
        foreach (var reader in new[] { Priya, Olu, Sam, Tom, Cllr }) Assert.Equal(Seen(panel, reader), Seen(read, reader));
        Assert.All(typeof(Panel).GetProperties().Where(one => one.CanWrite), one => Assert.True(written.ContainsKey(JsonNamingPolicy.CamelCase.ConvertName(one.Name)), one.Name));

        string Seen(Panel of, ParticipantId reader) => JsonSerializer.Serialize(
            PanelView.For(of, tender.Tender, tender.County.Get<Project>(tender.Project.Stream), _ => null, reader), DomainJson.Options);
    }
}

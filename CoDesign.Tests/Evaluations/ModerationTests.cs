using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Evaluations;

public sealed class ModerationTests
{
    [Fact]
    public void A_tender_that_says_nothing_keeps_the_means_and_puts_all_scores_on_the_table_at_once()
    {
        var tender = SafeAtSea.Scored();

        tender.OnPanel(Priya, new OpenModeration());

        Assert.Equal(ScoreSettlement.Mean, tender.Tender.Settlement);
        Assert.All(tender.RoomFor(Sam).Answers, answer => Assert.Equal(AnswerStage.Final, answer.Stage));
        Assert.Equal(2, tender.PanelFor(Sam)!.Result!.Rows.Length);
        Assert.Equal("consensus.means-stand", tender.PanelRefusal(Priya, tender.Agreeing(Hannah, 4)));
    }

    [Fact]
    public void How_it_is_settled_is_published_and_frozen_with_the_pack()
    {
        var tender = SafeAtSea.Ready();
        Assert.Equal("settlement.unknown", tender.Refusal(Tom, new ChooseSettlement((ScoreSettlement)9)));
        tender.By(Tom, new ChooseSettlement(ScoreSettlement.GroupConsensus));
        tender.Publish();
        Assert.Contains("each group agrees on one score", tender.Tender.Publication!.Markdown, StringComparison.Ordinal);

        tender.By(Tom, new ChooseSettlement(ScoreSettlement.Mean));
        Assert.Equal(ScoreSettlement.GroupConsensus, tender.Tender.Settlement);
        tender.County.Now = SafeAtSea.Deadline.AddMinutes(1);
        Assert.Equal("tender.deadline-passed", tender.Refusal(Tom, new ChooseSettlement(ScoreSettlement.PanelConsensus)));
    }

    [Fact]
    public void Where_scores_are_agreed_the_panel_goes_through_them_one_by_one_whatever_the_moderator_asks()
    {
        var tender = GivenModeration.Locked(ScoreSettlement.PanelConsensus);

        tender.OnPanel(Priya, new OpenModeration(OneByOne: false));

        Assert.All(tender.RoomFor(Priya).Answers, answer => Assert.Equal(AnswerStage.Hidden, answer.Stage));
        Assert.Null(tender.PanelFor(Priya)!.Result);
        Assert.Equal("moderation.one-by-one", tender.PanelRefusal(Priya, new RevealAllScores()));
    }

    [Fact]
    public void Everybodys_page_follows_the_moderator_who_shows_only_what_the_panel_talks_about()
    {
        var tender = GivenModeration.InRoom(ScoreSettlement.PanelConsensus);
        var (hannah, bea) = (tender.BidOf(Hannah), tender.BidOf(Bea));

        Assert.Equal("panel.not-moderator", tender.PanelRefusal(Olu, new MoveModeration(hannah, tender.Question)));
        Assert.Equal("not-found", tender.PanelRefusal(Priya, new MoveModeration(default, tender.Question)));
        tender.OnPanel(Priya, new MoveModeration(hannah, tender.Question));
        Assert.All(new[] { Priya, Olu, Sam }, reader => Assert.Equal(tender.LabelOf(Hannah), tender.RoomFor(reader).Now!.Label));
        Assert.Equal("moderation.elsewhere", tender.PanelRefusal(Priya, new RevealScores(bea, tender.Question)));
        Assert.Equal("panel.not-moderator", tender.PanelRefusal(Sam, new RevealScores(hannah, tender.Question)));
        Assert.Equal("moderation.not-revealed", tender.PanelRefusal(Sam, new NoteDiscussion(hannah, tender.Question, "I would trust them.")));

        tender.OnPanel(Priya, new RevealScores(hannah, tender.Question));

        Assert.All(new[] { Priya, Olu, Sam }, reader => Assert.Equal([5, 4, 5], tender.RoomFor(reader).Now!.Scores.OrderByDescending(score => score.Group).ThenBy(score => score.Points).Select(score => score.Points)));
    }

    [Fact]
    public void Service_users_stand_apart_and_who_is_far_from_the_others_is_asked_first()
    {
        var tender = GivenModeration.InRoom(ScoreSettlement.PanelConsensus);
        tender.Shows(Hannah);
        Assert.DoesNotContain(tender.RoomFor(Olu).Now!.Scores, score => score.SpeaksFirst);

        tender.Shows(Bea);

        var now = tender.RoomFor(Sam).Now!;
        Assert.Equal(("Service users", 1, true, true), (now.Scores[0].Seat, now.Scores[0].Points, now.Scores[0].SpeaksFirst, now.Scores[0].IsMine));
        Assert.Equal([1, 3], now.Scores.Where(score => score.SpeaksFirst).Select(score => score.Points));
        Assert.Equal((2, true), (now.Spread, now.Groups[0].IsServiceUsers));
        Assert.Equal(new Fraction(19, 10), now.Stands);
    }

    [Fact]
    public void A_consensus_is_a_step_of_the_scale_with_a_reason_after_the_scores_were_shown()
    {
        var tender = GivenModeration.InRoom(ScoreSettlement.PanelConsensus);
        string? Agree(int? points, string? reason, string? group = null, ParticipantId? by = null) =>
            tender.PanelRefusal(by ?? Priya, tender.Agreeing(Hannah, points, group, reason));

        Assert.Equal("moderation.not-revealed", Agree(5, "Good."));
        tender.Shows(Hannah);
        Assert.Equal("panel.not-moderator", Agree(5, "Good.", by: Sam));
        Assert.Equal("points.unknown", Agree(null, "Good."));
        Assert.Equal("points.unknown", Agree(6, "Good."));
        Assert.Equal("reason.empty", Agree(5, " "));
        Assert.Equal("reason.too-long", Agree(5, new string('x', 4_001)));
        Assert.Equal("consensus.whole-panel", Agree(5, "Good.", "Officers"));
        Assert.Equal("moderation.not-agreed", tender.PanelRefusal(Sam, tender.Confirming(Hannah)));
        Assert.Null(Agree(5, "Good."));
        Assert.Equal(5, tender.RoomFor(Sam).Now!.Stands);
        Assert.Equal([4, 5, 5], tender.PanelState.Scores.Where(score => score.Bid == tender.BidOf(Hannah)).Select(score => score.Points));
    }

    [Fact]
    public void Where_each_group_agrees_its_score_counts_with_the_groups_weight()
    {
        var tender = GivenModeration.InRoom(ScoreSettlement.GroupConsensus);
        tender.Shows(Hannah);

        Assert.Equal("consensus.each-group", tender.PanelRefusal(Priya, tender.Agreeing(Hannah, 4)));
        Assert.Equal("consensus.each-group", tender.PanelRefusal(Priya, tender.Agreeing(Hannah, 4, "Friends")));
        tender.OnPanel(Priya, tender.Agreeing(Hannah, 3, "Officers"));
        Assert.Equal(AnswerStage.Shown, tender.RoomFor(Priya).Now!.Stage);
        tender.OnPanel(Priya, tender.Agreeing(Hannah, 5, "Service users"));

        Assert.Equal((AnswerStage.Agreed, new Fraction(19, 5)), (tender.RoomFor(Priya).Now!.Stage, tender.RoomFor(Priya).Now!.Stands!.Value));
    }

    [Fact]
    public void Nothing_is_final_until_enough_of_each_group_have_confirmed_for_themselves()
    {
        var tender = GivenModeration.InRoom(ScoreSettlement.PanelConsensus);
        tender.Shows(Hannah);
        tender.OnPanel(Priya, tender.Agreeing(Hannah, 5));

        Assert.Equal("not-found", tender.PanelRefusal(Priya, tender.Confirming(Hannah)));
        tender.OnPanel(Olu, tender.Confirming(Hannah));
        Assert.Equal(AnswerStage.Agreed, tender.RoomFor(Olu).Now!.Stage);
        Assert.Equal([("Service users", 1, 1, 0), ("Officers", 2, 1, 1)],
            tender.RoomFor(Olu).Now!.Groups.Select(group => (group.Group, group.Quorum!.Of, group.Quorum.Needed, group.Quorum.Confirmed)));
        tender.OnPanel(Sam, tender.Confirming(Hannah));
        Assert.Equal(AnswerStage.Final, tender.RoomFor(Olu).Now!.Stage);
    }

    [Fact]
    public void Another_score_asks_everybody_again_and_takes_no_confirmation_of_the_one_before()
    {
        var tender = GivenModeration.InRoom(ScoreSettlement.PanelConsensus);
        tender.Settles(Hannah, 5);
        var seen = tender.Confirming(Hannah);

        tender.OnPanel(Priya, tender.Agreeing(Hannah, 4));

        Assert.Equal(AnswerStage.Agreed, tender.RoomFor(Olu).Now!.Stage);
        Assert.Equal("moderation.changed", tender.PanelRefusal(Sam, seen));
        Assert.True(tender.RoomFor(Sam).Now!.MayConfirm);
    }

    [Fact]
    public void The_quorum_is_set_by_the_moderator_before_the_opening()
    {
        var tender = GivenModeration.InRoom(ScoreSettlement.PanelConsensus, new GroupQuorum("Officers", 2), new GroupQuorum("Service users", 5));
        tender.Shows(Hannah);
        tender.OnPanel(Priya, tender.Agreeing(Hannah, 5));
        foreach (var who in new[] { Olu, Sam }) tender.OnPanel(who, tender.Confirming(Hannah));
        Assert.Equal(AnswerStage.Agreed, tender.RoomFor(Olu).Now!.Stage);
        tender.OnPanel(Orla, tender.Confirming(Hannah));
        Assert.Equal(AnswerStage.Final, tender.RoomFor(Olu).Now!.Stage);
        Assert.Equal("panel.opening-begun", tender.PanelRefusal(Priya, new SetQuorum([new("Officers", 1)])));

        var before = SafeAtSea.WithPanel();
        Assert.Equal("panel.not-moderator", before.PanelRefusal(Olu, new SetQuorum([new("Officers", 1)])));
        Assert.Equal("not-found", before.PanelRefusal(Tom, new SetQuorum([new("Officers", 1)])));
        Assert.Equal("group.unknown", before.PanelRefusal(Priya, new SetQuorum([new("Friends", 1)])));
        Assert.Equal("group.unknown", before.PanelRefusal(Priya, new SetQuorum([new("Officers", 1), new("Officers", 2)])));
        Assert.Equal("quorum.range", before.PanelRefusal(Priya, new SetQuorum([new("Officers", 0)])));
    }

    [Fact]
    public void Anybody_of_the_panel_may_say_that_they_do_not_agree_and_why()
    {
        var tender = GivenModeration.InRoom(ScoreSettlement.PanelConsensus);
        tender.Shows(Hannah);
        RecordDissent Dissent(string? why) => new(tender.BidOf(Hannah), tender.Question, why);

        Assert.Equal("moderation.not-agreed", tender.PanelRefusal(Sam, Dissent("Too low.")));
        tender.OnPanel(Priya, tender.Agreeing(Hannah, 3));
        Assert.Equal("reason.empty", tender.PanelRefusal(Sam, Dissent("")));
        Assert.Equal("not-found", tender.PanelRefusal(Priya, Dissent("Too low.")));
        tender.OnPanel(Sam, Dissent("They came every time."));
        tender.OnPanel(Olu, tender.Confirming(Hannah));
        tender.OnPanel(Sam, tender.Confirming(Hannah));
        Assert.Equal((AnswerStage.Final, "They came every time."), (tender.RoomFor(Orla).Now!.Stage, tender.RoomFor(Orla).Now!.Dissents.Single().Reason));

        tender.OnPanel(Priya, tender.Agreeing(Hannah, 5));
        Assert.True(tender.RoomFor(Orla).Now!.Dissents.Single().IsEarlier);
        tender.OnPanel(Sam, new WithdrawDissent(tender.BidOf(Hannah), tender.Question));
        Assert.Empty(tender.RoomFor(Orla).Now!.Dissents);
    }

    [Fact]
    public void The_award_waits_until_every_answer_is_agreed_and_confirmed_and_then_goes_by_what_was_agreed()
    {
        var tender = GivenModeration.InRoom(ScoreSettlement.PanelConsensus);
        tender.Settles(Hannah, 2);
        Assert.Equal("award.unsettled", tender.PanelRefusal(Priya, new ProposeAward(tender.BidOf(Hannah))));
        Assert.Null(tender.PanelFor(Priya)!.Result);
        tender.Settles(Bea, 5);

        var result = tender.PanelFor(Priya)!.Result!;
        Assert.Equal((tender.BidOf(Bea), 60), (result.Rows[0].Bid, result.Rows[0].Quality));
        Assert.Equal("5.00, agreed by the panel, ÷ 5 × 60.00 = 60.00", result.Rows[0].Questions[0].InNumbers);
        Assert.Equal([2, 3, 1], result.Rows[0].Questions[0].Groups.SelectMany(group => group.Scores).OrderBy(score => score.Evaluator == Sam).ThenBy(score => score.Points).Select(score => score.Points));

        tender.OnPanel(Priya, tender.Agreeing(Hannah, 3));
        Assert.Null(tender.PanelFor(Priya)!.Result);
        Assert.Equal("award.unsettled", tender.PanelRefusal(Priya, new ProposeAward(tender.BidOf(Bea))));
        foreach (var who in new[] { Olu, Sam }) tender.OnPanel(who, tender.Confirming(Hannah));
        tender.Awards(tender.BidOf(Bea));
        Assert.Equal("panel.awarded", tender.PanelRefusal(Priya, tender.Agreeing(Hannah, 5)));
    }

    [Fact]
    public void Where_means_stand_the_moderator_may_walk_through_the_answers_and_show_the_rest_at_once()
    {
        var tender = GivenModeration.InRoom(ScoreSettlement.Mean);
        Assert.Equal("award.unsettled", tender.PanelRefusal(Priya, new ProposeAward(tender.BidOf(Hannah))));
        tender.Shows(Hannah);
        tender.OnPanel(Sam, tender.Confirming(Hannah));
        tender.OnPanel(Sam, new RecordDissent(tender.BidOf(Hannah), tender.Question, "I would have said more."));
        Assert.Null(tender.PanelFor(Sam)!.Result);

        tender.OnPanel(Priya, new RevealAllScores());

        Assert.Equal(tender.BidOf(Hannah), tender.PanelFor(Sam)!.Result!.Rows[0].Bid);
        tender.Awards(tender.BidOf(Hannah));
    }

    [Fact]
    public void Before_moderation_there_is_no_room_and_everybody_else_finds_none()
    {
        var tender = GivenModeration.Locked(ScoreSettlement.PanelConsensus);
        Assert.Null(tender.PanelFor(Priya)!.Moderation);
        Assert.Equal("moderation.not-open", tender.PanelRefusal(Priya, new MoveModeration(tender.BidOf(Hannah), tender.Question)));

        tender.OnPanel(Priya, new OpenModeration());
        foreach (var other in new[] { Tom, Cllr, Nobody, Amina, Hannah })
            Assert.Equal("not-found", tender.PanelRefusal(other, new NoteDiscussion(tender.BidOf(Hannah), tender.Question, "I saw it.")));
        Assert.Null(tender.PanelFor(Tom)!.Moderation);
    }
}

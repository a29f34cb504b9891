using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Evaluations;

/// <summary>What goes on in the moderation room: who has a say in what, and how often.</summary>
public sealed class ModerationRoomTests
{
    [Fact]
    public void Who_bids_and_who_has_got_a_narrower_role_say_nothing_in_it()
    {
        var tender = GivenModeration.Locked(ScoreSettlement.PanelConsensus);
        tender.OnPanel(Tom, new AppointEvaluator(Hannah, "Officers"));
        tender.OnPanel(Priya, new OpenModeration());
        tender.Shows(Bea);
        tender.County.Do(Tom, tender.Project.Stream, new InviteParticipant(Orla, Role.Facilitator));
        var note = new NoteDiscussion(tender.BidOf(Bea), tender.Question, "A hotline is no person.");

        Assert.Equal("panel.bidder-scores", tender.PanelRefusal(Hannah, note));
        Assert.Equal("not-found", tender.PanelRefusal(Bea, note));
        Assert.Equal("not-found", tender.PanelRefusal(Orla, note));
        Assert.Null(tender.PanelRefusal(Olu, note));
    }

    [Fact]
    public void Who_leaves_the_room_is_no_more_waited_for()
    {
        var tender = GivenModeration.InRoom(ScoreSettlement.PanelConsensus, new GroupQuorum("Officers", 2));
        tender.Shows(Hannah);
        tender.OnPanel(Priya, tender.Agreeing(Hannah, 5));
        foreach (var who in new[] { Olu, Sam }) tender.OnPanel(who, tender.Confirming(Hannah));
        Assert.Equal(AnswerStage.Agreed, tender.RoomFor(Priya).Now!.Stage);

        tender.County.Do(Tom, tender.Project.Stream, new InviteParticipant(Orla, Role.Facilitator));

        Assert.Equal(AnswerStage.Final, tender.RoomFor(Priya).Now!.Stage);
    }

    [Fact]
    public void Asking_for_what_is_so_already_changes_nothing_and_asks_nobody_again()
    {
        var tender = GivenModeration.InRoom(ScoreSettlement.PanelConsensus);
        tender.Settles(Bea, 2);
        tender.Settles(Hannah, 5);
        var (hannah, bea) = (tender.BidOf(Hannah), tender.BidOf(Bea));
        tender.OnPanel(Sam, new RecordDissent(hannah, tender.Question, "It is worth less."));

        (ParticipantId, IModerationCommand)[] again =
        [
            (Priya, new MoveModeration(hannah, tender.Question)), (Priya, new RevealScores(bea, tender.Question)), (Priya, tender.Agreeing(Hannah, 5)),
            (Sam, tender.Confirming(Hannah)), (Sam, new RecordDissent(hannah, tender.Question, "It is worth less.")), (Olu, new WithdrawDissent(hannah, tender.Question)),
        ];
        Assert.All(again, one => Assert.Empty(tender.OnPanel(one.Item1, one.Item2).Events));
        tender.OnPanel(Sam, new DeclareInterests(hannah, false, "I looked once more."));

        Assert.All(tender.RoomFor(Sam).Answers, answer => Assert.Equal(AnswerStage.Final, answer.Stage));
        Assert.Equal((2, 3), (tender.RoomFor(Sam).Final, tender.RoomFor(Sam).Now!.Scores.Length));
    }

    [Fact]
    public void Means_are_shown_at_once_by_the_moderator_alone_and_once()
    {
        var tender = GivenModeration.InRoom(ScoreSettlement.Mean);

        Assert.Equal("panel.not-moderator", tender.PanelRefusal(Sam, new RevealAllScores()));
        tender.OnPanel(Priya, new RevealAllScores());
        Assert.Empty(tender.OnPanel(Priya, new RevealAllScores()).Events);
    }

    [Fact]
    public void Half_of_a_group_rounded_up_must_confirm_where_nothing_else_was_set()
    {
        var tender = Three(new GroupQuorum("Service users", 1));
        tender.Shows(Hannah);

        Assert.Equal([("Service users", 1, 1), ("Officers", 3, 2)], tender.RoomFor(Priya).Now!.Groups.Select(group => (group.Group, group.Quorum!.Of, group.Quorum.Needed)));
    }

    [Fact]
    public void A_quorum_is_a_number_up_to_100_and_setting_it_again_changes_nothing()
    {
        var tender = SafeAtSea.WithPanel();

        var refused = tender.County.Ask(Priya, tender.Panel.Stream, new SetQuorum([new("Service users", 100), new("Officers", 101)])).Refusal!;
        Assert.Equal(("quorum.range", "groups[1].least"), (refused.Code, refused.Field));
        tender.OnPanel(Priya, new SetQuorum([new("Service users", 100), new("Officers", null)]));
        Assert.Empty(tender.OnPanel(Priya, new SetQuorum([new("Service users", 100), new("Officers", null)])).Events);
    }

    [Fact]
    public void Who_was_not_given_an_answer_has_no_say_in_it_and_is_not_waited_for()
    {
        var tender = SafeAtSea.Ready();
        tender.By(Tom, new ChooseSettlement(ScoreSettlement.PanelConsensus));
        tender.Publish();
        tender.OnPanel(Tom, new AppointModerator(Priya));
        foreach (var (who, group) in new[] { (Olu, "Officers"), (Orla, "Officers"), (Sam, "Service users") }) tender.OnPanel(Tom, new AppointEvaluator(who, group));
        tender.HandsIn(Hannah, "Harbour Lights", "Volunteers whom people know.", 80_000);
        tender.HandsIn(Bea, "Big Care", "A hotline.", 60_000);
        tender.Open();
        tender.OnPanel(Priya, new AssignScoring(Orla, [], [tender.BidOf(Bea)]));
        tender.OnPanel(Orla, new DeclareInterests(tender.BidOf(Hannah), false, null));
        tender.Scores(Orla, tender.BidOf(Bea), 3);
        foreach (var bidder in new[] { Hannah, Bea })
        {
            foreach (var who in new[] { Olu, Sam }) tender.Scores(who, tender.BidOf(bidder), 3);
        }

        foreach (var who in new[] { Olu, Orla, Sam }) tender.OnPanel(who, new LockScores());
        tender.OnPanel(Priya, new OpenModeration());
        tender.Shows(Hannah);
        tender.OnPanel(Priya, tender.Agreeing(Hannah, 4));

        Assert.False(tender.RoomFor(Orla).Now!.MayConfirm);
        Assert.Equal("not-found", tender.PanelRefusal(Orla, tender.Confirming(Hannah)));
        Assert.Equal(1, tender.RoomFor(Orla).Now!.Groups.Single(group => group.Group == "Officers").Quorum!.Of);
    }

    [Fact]
    public void Each_has_one_dissent_and_takes_back_only_their_own()
    {
        var tender = GivenModeration.InRoom(ScoreSettlement.PanelConsensus);
        tender.Shows(Hannah);
        tender.OnPanel(Priya, tender.Agreeing(Hannah, 3));
        RecordDissent Dissent(string why) => new(tender.BidOf(Hannah), tender.Question, why);
        tender.OnPanel(Olu, Dissent("Too high."));
        tender.OnPanel(Sam, Dissent("Too low."));
        tender.OnPanel(Sam, Dissent("Far too low."));

        Assert.Equal([("Too high.", false), ("Far too low.", true)], tender.RoomFor(Sam).Now!.Dissents.Select(one => (one.Reason, one.IsMine)));
        tender.OnPanel(Sam, new WithdrawDissent(tender.BidOf(Hannah), tender.Question));
        Assert.Equal("Too high.", tender.RoomFor(Sam).Now!.Dissents.Single().Reason);
        tender.OnPanel(Sam, Dissent("Too low."));
        tender.OnPanel(Sam, new DeclareInterests(tender.BidOf(Hannah), true, "I volunteer there now."));
        Assert.Equal("Too high.", tender.RoomFor(Olu).Now!.Dissents.Single().Reason);
    }

    [Fact]
    public void Who_steps_back_from_one_bid_unsettles_no_other()
    {
        var tender = GivenModeration.InRoom(ScoreSettlement.PanelConsensus);
        tender.Settles(Hannah, 5);
        tender.Settles(Bea, 2);

        tender.OnPanel(Sam, new DeclareInterests(tender.BidOf(Bea), true, "My daughter works there now."));

        Assert.Equal([AnswerStage.Agreed, AnswerStage.Final], new[] { Bea, Hannah }.Select(bidder => tender.RoomFor(Olu).Answers.Single(answer => answer.Bid == tender.BidOf(bidder)).Stage));
    }

    [Fact]
    public void The_latest_score_that_was_agreed_on_is_the_one_that_stands()
    {
        var tender = GivenModeration.InRoom(ScoreSettlement.PanelConsensus);
        tender.Shows(Hannah);
        tender.OnPanel(Priya, tender.Agreeing(Hannah, 3));
        tender.OnPanel(Priya, tender.Agreeing(Hannah, 4, reason: "They stay in winter."));

        var now = tender.RoomFor(Sam).Now!;
        Assert.Equal((2, 4, new Agreed(null, 4, "They stay in winter.")), (now.Round, now.Stands!.Value, now.Agreed));
        Assert.Single(tender.PanelState.Moderated.Single(one => one.Of.Bid == tender.BidOf(Hannah)).Agreed);
    }

    [Fact]
    public void Until_all_is_settled_no_lot_ends_and_it_says_which_answer_is_first()
    {
        var tender = GivenModeration.InRoom(ScoreSettlement.PanelConsensus);

        var refused = tender.County.Ask(Priya, tender.Panel.Stream, new EndLot(null, "Nobody is good enough.")).Refusal!;

        Assert.Equal("award.unsettled", refused.Code);
        Assert.Contains("Bidder A", refused.Message, StringComparison.Ordinal);
        Assert.Equal("award.unsettled", tender.PanelRefusal(Priya, new WriteSummary(tender.BidOf(Hannah), [new SummaryWords(tender.Question, "Good.")])));
    }

    /// <summary>Three officers and a service user, in the room.</summary>
    private static SafeAtSea Three(params GroupQuorum[] quorums)
    {
        var tender = SafeAtSea.WithPanel();
        tender.OnPanel(Tom, new AppointEvaluator(Amina, "Officers"));
        tender.OnPanel(Priya, new SetQuorum([.. quorums]));
        tender.HandsIn(Hannah, "Harbour Lights", "Volunteers whom people know.", 80_000);
        tender.Open();
        foreach (var who in new[] { Olu, Orla, Amina, Sam })
        {
            tender.Scores(who, tender.BidOf(Hannah), 4);
            tender.OnPanel(who, new LockScores());
        }

        tender.OnPanel(Priya, new OpenModeration(OneByOne: true));
        return tender;
    }
}

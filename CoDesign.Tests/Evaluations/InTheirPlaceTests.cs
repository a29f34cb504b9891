using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Tenders;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Evaluations;

/// <summary>Somebody comes to the room in the place of who can't go on: what they may do in it, and what they may not.</summary>
public sealed class InTheirPlaceTests
{
    private readonly SafeAtSea _tender = GivenModeration.InRoom(ScoreSettlement.PanelConsensus);

    public InTheirPlaceTests()
    {
        _tender.Settles(Hannah, 5);
        _tender.OnPanel(Priya, new NoteAbsence(Sam, "Sam is in hospital."));
    }

    [Fact]
    public void A_commissioner_appoints_one_for_each_who_can_not_go_on_and_only_in_their_group()
    {
        Assert.Equal("panel.moderation-begun", _tender.PanelRefusal(Tom, new AppointEvaluator(Amina, "Officers")));
        Assert.Equal("panel.moderation-begun", _tender.PanelRefusal(Tom, new AppointEvaluator(Amina, null)));
        Assert.Equal("panel.not-commissioner", _tender.PanelRefusal(Fay, new AppointEvaluator(Amina, "Service users")));
        Assert.Equal("not-found", _tender.PanelRefusal(Priya, new AppointEvaluator(Amina, "Service users")));

        _tender.OnPanel(Tom, new AppointEvaluator(Amina, "Service users"));

        Assert.Empty(_tender.PanelFor(Tom)!.OpenPlaces);
        Assert.Equal("panel.moderation-begun", _tender.PanelRefusal(Tom, new AppointEvaluator(Len, "Service users")));
        Assert.Empty(_tender.OnPanel(Tom, new AppointEvaluator(Amina, "Service users")).Events);
        _tender.OnPanel(Priya, new NoteAbsence(Amina, "Amina fell ill as well."));
        Assert.Null(_tender.PanelRefusal(Tom, new AppointEvaluator(Len, "Service users")));
    }

    [Fact]
    public void All_other_rules_of_who_may_sit_hold_as_before()
    {
        Assert.Equal("panel.group-stays", _tender.PanelRefusal(Tom, new AppointEvaluator(Olu, "Service users")));
        Assert.Equal("panel.moderator-scores", _tender.PanelRefusal(Tom, new AppointEvaluator(Priya, "Service users")));
        Assert.Equal("panel.role-conflict", _tender.PanelRefusal(Tom, new AppointEvaluator(Cllr, "Service users")));
        _tender.OnPanel(Tom, new AppointModerator(Len));
        Assert.Equal("panel.has-chaired", _tender.PanelRefusal(Tom, new AppointEvaluator(Priya, "Service users")));
        Assert.Equal("panel.locked-stays", _tender.PanelRefusal(Len, new ReleaseEvaluator(Sam)));
    }

    [Fact]
    public void Who_was_let_go_does_not_come_back_this_way()
    {
        var tender = GivenModeration.Locked(ScoreSettlement.PanelConsensus);
        tender.OnPanel(Tom, new AppointEvaluator(Amina, "Service users"));
        tender.OnPanel(Priya, new ReleaseEvaluator(Amina));
        tender.OnPanel(Priya, new OpenModeration());
        tender.OnPanel(Priya, new NoteAbsence(Sam, "Sam is in hospital."));

        Assert.Equal("panel.let-go", tender.PanelRefusal(Tom, new AppointEvaluator(Amina, "Service users")));
    }

    [Fact]
    public void A_bidder_is_not_refused_has_no_part_in_it_and_a_commissioner_learns_nothing_of_it()
    {
        Assert.Null(_tender.PanelRefusal(Tom, new AppointEvaluator(Hannah, "Service users")));
        _tender.OnPanel(Tom, new AppointEvaluator(Hannah, "Service users"));

        Assert.Null(_tender.PanelFor(Hannah));
        Assert.Empty(_tender.PanelFor(Tom)!.OpenPlaces);
        Assert.Equal([new EmptyGroup("Service users", 1, false, false)], _tender.RoomFor(Priya).EmptyGroups);
        _tender.OnPanel(Priya, new NoteAbsence(Hannah, "Can't take part."));
        Assert.Null(_tender.PanelRefusal(Tom, new AppointEvaluator(Amina, "Service users")));
    }

    [Fact]
    public void Until_they_have_declared_their_interests_in_each_bid_they_see_and_say_nothing_in_the_room()
    {
        _tender.OnPanel(Tom, new AppointEvaluator(Amina, "Service users"));
        _tender.Shows(Bea);
        _tender.OnPanel(Priya, _tender.Agreeing(Bea, 2));
        Assert.Equal([new EmptyGroup("Service users", 1, false, true)], _tender.RoomFor(Priya).EmptyGroups);
        Assert.Equal((null, true), (_tender.PanelFor(Amina)!.Moderation, _tender.PanelFor(Amina)!.CameLate));
        Assert.All(_tender.PanelFor(Amina)!.Bids!, bid => Assert.Empty(bid.Answers));
        Assert.Equal("lock.undeclared", _tender.PanelRefusal(Amina, _tender.Confirming(Bea)));

        _tender.OnPanel(Amina, new DeclareInterests(_tender.BidOf(Bea), false, null));
        Assert.Null(_tender.PanelFor(Amina)!.Moderation);
        Assert.Equal("lock.undeclared", _tender.PanelRefusal(Amina, new NoteDiscussion(_tender.BidOf(Bea), _tender.Question, "A hotline?")));
        foreach (var words in new[] { "for the hotline.", "for the volunteers." }) Assert.DoesNotContain(words, _tender.Seen(Amina), StringComparison.Ordinal);
        _tender.OnPanel(Amina, new DeclareInterests(_tender.BidOf(Hannah), false, null));

        Assert.Empty(_tender.RoomFor(Priya).EmptyGroups);
        Assert.Equal((3, 2, 2), (_tender.RoomFor(Amina).Now!.Scores.Length, _tender.RoomFor(Amina).Now!.Stands!.Value, _tender.RoomFor(Amina).Answers.Length));
    }

    [Fact]
    public void Who_has_an_interest_stays_away_from_that_bid_as_everybody_does_and_nobody_is_asked_again_for_it()
    {
        _tender.OnPanel(Tom, new AppointEvaluator(Amina, "Service users"));
        _tender.OnPanel(Amina, new DeclareInterests(_tender.BidOf(Hannah), true, "My son volunteers there."));
        _tender.OnPanel(Amina, new DeclareInterests(_tender.BidOf(Bea), false, null));

        Assert.Equal([_tender.BidOf(Bea)], _tender.RoomFor(Amina).Answers.Select(answer => answer.Bid));
        Assert.True(_tender.RoomFor(Amina).IsElsewhere);
        Assert.Equal(AnswerStage.Final, _tender.RoomFor(Olu).Answers.Single(answer => answer.Bid == _tender.BidOf(Hannah)).Stage);
        Assert.DoesNotContain("for the volunteers.", _tender.Seen(Amina), StringComparison.Ordinal);
    }

    [Fact]
    public void They_confirm_disagree_and_note_and_what_the_group_needed_is_there()
    {
        Comes();
        Assert.Equal([AnswerStage.Agreed, AnswerStage.Final], new[] { Bea, Hannah }.Select(StageOf));

        _tender.OnPanel(Amina, new NoteDiscussion(_tender.BidOf(Bea), _tender.Question, "Who comes at night?"));
        _tender.OnPanel(Amina, new RecordDissent(_tender.BidOf(Bea), _tender.Question, "It is worth less."));
        _tender.OnPanel(Amina, _tender.Confirming(Bea));

        Assert.Equal(AnswerStage.Final, StageOf(Bea));
        Assert.Equal(("Service users 2", "Service users 2"), (_tender.RoomFor(Olu).Now!.Dissents.Single().Seat, _tender.RoomFor(Olu).Now!.Notes.Single().Seat));
        Assert.Equal("Service users", _tender.RoomFor(Olu).Absences.Single().Seat);
        Assert.NotNull(_tender.PanelFor(Priya)!.Result);
        _tender.Awards(_tender.BidOf(Hannah));
        Assert.True(_tender.PanelState.IsDone);
    }

    [Fact]
    public void They_score_nothing_and_nothing_waits_for_them_to_score_or_lock()
    {
        var counted = _tender.PanelState.Counted.ToArray();
        Comes();

        Assert.Equal("score.room-open", _tender.PanelRefusal(Amina, new ScoreAnswer(_tender.BidOf(Bea), _tender.Question, 5, "Kind.")));
        Assert.Equal("score.room-open", _tender.PanelRefusal(Amina, new LockScores()));
        Assert.Equal("not-found", _tender.County.Ask(Amina, NotebookId.Of(_tender.Panel, Amina).Stream, new KeepNote(_tender.BidOf(Bea), _tender.Question, null, "Kind.")).Refusal?.Code);
        var seen = _tender.PanelFor(Amina)!;
        Assert.Empty(seen.Preparation.Tasks);
        Assert.Empty(seen.MyScores);
        Assert.Equal("reminder.moderation-begun", _tender.PanelRefusal(Priya, new RemindEvaluators(Amina)));
        Assert.DoesNotContain(_tender.PanelFor(Priya)!.Preparation.Shares, share => share.Person == Amina);
        Assert.Contains(_tender.PanelFor(Priya)!.Progress, one => one is { IsLate: true, HasLocked: false, HasDeclared: true } && one.Person == Amina);
        Assert.Equal(counted, _tender.PanelState.Counted);
        _tender.OnPanel(Amina, new RecordSupport("Joan", "Reads to me.", true));
    }

    [Fact]
    public void Once_who_they_came_for_is_back_what_is_confirmed_is_what_those_who_scored_have_confirmed()
    {
        Comes();
        _tender.OnPanel(Amina, _tender.Confirming(Bea));
        Assert.Equal(AnswerStage.Final, StageOf(Bea));

        _tender.OnPanel(Sam, new ComeBack());

        Assert.Equal(AnswerStage.Agreed, StageOf(Bea));
        Assert.False(_tender.RoomFor(Amina).Now!.MayConfirm);
        Assert.Equal("moderation.not-in-their-place", _tender.PanelRefusal(Amina, _tender.Confirming(Bea)));
        Assert.Null(_tender.PanelRefusal(Amina, new RecordDissent(_tender.BidOf(Bea), _tender.Question, "It is worth less.")));
        _tender.OnPanel(Sam, _tender.Confirming(Bea));
        Assert.Equal(AnswerStage.Final, StageOf(Bea));
    }

    [Fact]
    public void Who_comes_fills_one_place_and_never_stands_for_somebody_who_is_there()
    {
        var tender = GivenModeration.InRoom(ScoreSettlement.PanelConsensus, new GroupQuorum("Officers", 2));
        var seats = tender.RoomFor(Priya).Seats;
        tender.OnPanel(Priya, new NoteAbsence(Olu, "Olu is ill."));
        tender.OnPanel(Priya, new NoteAbsence(Orla, "Orla is ill."));
        foreach (var who in new[] { Amina, Len })
        {
            tender.OnPanel(Tom, new AppointEvaluator(who, "Officers"));
            foreach (var bidder in new[] { Hannah, Bea }) tender.OnPanel(who, new DeclareInterests(tender.BidOf(bidder), false, null));
        }

        Assert.Equal(seats, tender.RoomFor(Priya).Seats.Take(3));
        Assert.Equal(["Officers 3", "Officers 4"], tender.RoomFor(Priya).Seats.Skip(3).Select(seat => seat.Seat));
        tender.Shows(Hannah);
        tender.OnPanel(Priya, tender.Agreeing(Hannah, 5));
        foreach (var who in new[] { Sam, Amina, Len }) tender.OnPanel(who, tender.Confirming(Hannah));
        Assert.Equal(AnswerStage.Final, tender.RoomFor(Priya).Now!.Stage);

        tender.OnPanel(Olu, new ComeBack());

        Assert.Equal(AnswerStage.Agreed, tender.RoomFor(Priya).Now!.Stage);
        tender.OnPanel(Olu, tender.Confirming(Hannah));
        Assert.Equal(AnswerStage.Final, tender.RoomFor(Priya).Now!.Stage);
    }

    [Fact]
    public void Who_finds_an_interest_after_they_confirmed_leaves_that_bid_and_it_is_asked_for_again()
    {
        Comes();
        _tender.OnPanel(Amina, _tender.Confirming(Bea));

        _tender.OnPanel(Amina, new DeclareInterests(_tender.BidOf(Bea), true, "I know them now."));

        Assert.Equal(AnswerStage.Agreed, StageOf(Bea));
        Assert.Equal([new EmptyGroup("Service users", 1, false, false)], _tender.RoomFor(Priya).EmptyGroups);
        Assert.Empty(_tender.PanelFor(Tom)!.OpenPlaces);
    }

    [Fact]
    public void A_seat_that_was_void_when_the_room_opened_takes_nobodys_place()
    {
        var tender = GivenModeration.Locked(ScoreSettlement.PanelConsensus);
        tender.OnPanel(Tom, new AppointEvaluator(Hannah, "Service users"));
        tender.OnPanel(Priya, new OpenModeration());
        tender.OnPanel(Priya, new NoteAbsence(Sam, "Sam is in hospital."));

        Assert.Null(tender.PanelRefusal(Tom, new AppointEvaluator(Amina, "Service users")));
    }

    private AnswerStage StageOf(Domain.Kernel.ParticipantId bidder) => _tender.RoomFor(Priya).Answers.Single(answer => answer.Bid == _tender.BidOf(bidder)).Stage;

    /// <summary>Amina comes in Sam's place, without an interest, when Bea's answer is on the table and agreed on.</summary>
    private void Comes()
    {
        _tender.Shows(Bea);
        _tender.OnPanel(Priya, _tender.Agreeing(Bea, 2));
        foreach (var who in new[] { Olu, Orla }) _tender.OnPanel(who, _tender.Confirming(Bea));
        _tender.OnPanel(Tom, new AppointEvaluator(Amina, "Service users"));
        foreach (var bidder in new[] { Hannah, Bea }) _tender.OnPanel(Amina, new DeclareInterests(_tender.BidOf(bidder), false, null));
    }
}

using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Evaluations;

/// <summary>Somebody can't go on while the panel talks: they are not waited for, and nobody is pushed aside by it.</summary>
public sealed class AbsenceTests
{
    private const string Why = "Sam is in hospital.";

    [Fact]
    public void The_moderator_alone_notes_it_with_a_reason_while_the_room_is_open()
    {
        var before = GivenModeration.Locked(ScoreSettlement.PanelConsensus);
        Assert.Equal("moderation.not-open", before.PanelRefusal(Priya, new NoteAbsence(Sam, Why)));

        var tender = GivenModeration.InRoom(ScoreSettlement.PanelConsensus);
        foreach (var other in new[] { Olu, Sam }) Assert.Equal("panel.not-moderator", tender.PanelRefusal(other, new NoteAbsence(Sam, Why)));
        foreach (var other in new[] { Tom, Cllr, Hannah, Nobody }) Assert.Equal("not-found", tender.PanelRefusal(other, new NoteAbsence(Sam, Why)));
        Assert.Equal("reason.empty", tender.PanelRefusal(Priya, new NoteAbsence(Sam, " ")));
        Assert.Equal("reason.too-long", tender.PanelRefusal(Priya, new NoteAbsence(Sam, new string('x', 1_001))));
        foreach (var nobody in new[] { Priya, Tom, default }) Assert.Equal("person.empty", tender.PanelRefusal(Priya, new NoteAbsence(nobody, Why)));

        tender.OnPanel(Priya, new NoteAbsence(Sam, new string('x', 1_000)));
        Assert.Empty(tender.OnPanel(Priya, new NoteAbsence(Sam, new string('x', 1_000))).Events);
        tender.OnPanel(Priya, new NoteAbsence(Sam, Why));
        Assert.Equal((Sam, Why), (tender.PanelState.Absences.Single().Person, tender.PanelState.Absences.Single().Reason));
    }

    [Fact]
    public void Where_means_stand_nobody_is_waited_for_and_so_nothing_is_noted_of_anybody()
    {
        var tender = GivenModeration.InRoom(ScoreSettlement.Mean);

        Assert.Equal("absence.means-stand", tender.PanelRefusal(Priya, new NoteAbsence(Sam, Why)));
    }

    [Fact]
    public void After_the_award_nothing_of_it_changes_any_more()
    {
        var tender = GivenModeration.InRoom(ScoreSettlement.PanelConsensus);
        tender.Settles(Hannah, 5);
        tender.Settles(Bea, 2);
        tender.OnPanel(Priya, new NoteAbsence(Sam, Why));
        tender.Awards(tender.BidOf(Hannah));

        foreach (var act in new IAbsenceCommand[] { new NoteAbsence(Olu, Why), new TakeBackAbsence(Sam) }) Assert.Equal("panel.awarded", tender.PanelRefusal(Priya, act));
        Assert.Equal("panel.awarded", tender.PanelRefusal(Sam, new ComeBack()));
        Assert.Equal("panel.awarded", tender.PanelRefusal(Tom, new AppointEvaluator(Amina, "Service users")));
        Assert.Null(tender.PanelFor(Sam)!.MyAbsence);
        Assert.Empty(tender.PanelFor(Tom)!.OpenPlaces);
    }

    [Fact]
    public void Who_can_not_go_on_is_not_waited_for_while_enough_of_the_others_are_asked()
    {
        var tender = GivenModeration.InRoom(ScoreSettlement.PanelConsensus, new GroupQuorum("Officers", 2));
        tender.Shows(Hannah);
        tender.OnPanel(Priya, tender.Agreeing(Hannah, 5));
        tender.OnPanel(Sam, tender.Confirming(Hannah));
        tender.OnPanel(Priya, new NoteAbsence(Orla, "Orla had an accident."));
        Assert.Equal(AnswerStage.Agreed, tender.RoomFor(Priya).Now!.Stage);

        tender.OnPanel(Olu, tender.Confirming(Hannah));

        Assert.Equal(AnswerStage.Final, tender.RoomFor(Priya).Now!.Stage);
        Assert.Equal((2, 1, 1, 1), Officers(tender));
    }

    [Fact]
    public void An_absence_never_lowers_what_half_of_the_whole_group_is()
    {
        var tender = Three();
        tender.Shows(Hannah);
        tender.OnPanel(Priya, tender.Agreeing(Hannah, 5));
        foreach (var who in new[] { Sam, Olu }) tender.OnPanel(who, tender.Confirming(Hannah));

        tender.OnPanel(Priya, new NoteAbsence(Amina, "Amina moved away."));

        // Half of two would be one; half of three is two.
        Assert.Equal((3, 2, 1, 2), Officers(tender));
        Assert.Equal(AnswerStage.Agreed, tender.RoomFor(Priya).Now!.Stage);
        tender.OnPanel(Orla, tender.Confirming(Hannah));
        Assert.Equal(AnswerStage.Final, tender.RoomFor(Priya).Now!.Stage);
    }

    [Fact]
    public void What_they_confirmed_before_stays_and_counts_and_does_not_stand_for_those_who_are_there()
    {
        var tender = GivenModeration.InRoom(ScoreSettlement.PanelConsensus, new GroupQuorum("Officers", 2));
        tender.Shows(Hannah);
        tender.OnPanel(Priya, tender.Agreeing(Hannah, 5));
        foreach (var who in new[] { Sam, Orla }) tender.OnPanel(who, tender.Confirming(Hannah));
        tender.OnPanel(Priya, new NoteAbsence(Orla, "Orla had an accident."));

        Assert.Equal((2, 2, 1, 1), Officers(tender));
        Assert.Equal(AnswerStage.Agreed, tender.RoomFor(Priya).Now!.Stage);
        tender.OnPanel(Olu, tender.Confirming(Hannah));
        Assert.Equal(AnswerStage.Final, tender.RoomFor(Priya).Now!.Stage);
    }

    [Fact]
    public void A_group_of_which_nobody_is_there_has_not_confirmed_and_the_room_says_what_to_do()
    {
        var tender = GivenModeration.InRoom(ScoreSettlement.PanelConsensus);
        tender.Settles(Hannah, 5);
        tender.Shows(Bea);
        tender.OnPanel(Priya, tender.Agreeing(Bea, 2));
        foreach (var who in new[] { Olu, Orla }) tender.OnPanel(who, tender.Confirming(Bea));
        Assert.Empty(tender.RoomFor(Priya).EmptyGroups);

        tender.OnPanel(Priya, new NoteAbsence(Sam, Why));

        Assert.Equal([AnswerStage.Agreed, AnswerStage.Final], new[] { Bea, Hannah }.Select(bidder => tender.RoomFor(Olu).Answers.Single(answer => answer.Bid == tender.BidOf(bidder)).Stage));
        foreach (var reader in new[] { Priya, Olu, Sam }) Assert.Equal([new EmptyGroup("Service users", 1, true, false)], tender.RoomFor(reader).EmptyGroups);
        Assert.True(tender.RoomFor(Olu).Now!.Groups.Single(group => group.IsServiceUsers).Quorum!.HasNobody);
        Assert.Equal("award.unsettled", tender.PanelRefusal(Priya, new ProposeAward(tender.BidOf(Hannah))));
    }

    [Fact]
    public void A_role_that_goes_with_no_seat_settles_nothing_in_the_name_of_a_group_either()
    {
        var tender = GivenModeration.InRoom(ScoreSettlement.PanelConsensus);
        tender.Shows(Hannah);
        tender.OnPanel(Priya, tender.Agreeing(Hannah, 5));
        tender.OnPanel(Olu, tender.Confirming(Hannah));

        tender.County.Do(Tom, tender.Project.Stream, new InviteParticipant(Sam, Role.Facilitator));

        Assert.Equal(AnswerStage.Agreed, tender.RoomFor(Priya).Now!.Stage);
        Assert.Equal([new EmptyGroup("Service users", 2, false, false)], tender.RoomFor(Priya).EmptyGroups);
        Assert.Equal("panel.moderation-begun", tender.PanelRefusal(Tom, new AppointEvaluator(Amina, "Service users")));
        tender.OnPanel(Priya, new NoteAbsence(Sam, "Sam runs a workshop of the project now."));
        Assert.Null(tender.PanelRefusal(Tom, new AppointEvaluator(Amina, "Service users")));
    }

    [Fact]
    public void Who_was_noted_absent_still_gets_in_reads_what_was_noted_and_is_there_as_soon_as_they_confirm()
    {
        var tender = GivenModeration.InRoom(ScoreSettlement.PanelConsensus);
        tender.Shows(Hannah);
        tender.OnPanel(Priya, tender.Agreeing(Hannah, 5));
        tender.OnPanel(Priya, new NoteAbsence(Sam, Why));

        Assert.Equal(Why, tender.PanelFor(Sam)!.MyAbsence!.Reason);
        Assert.Equal((3, true, true), (tender.RoomFor(Sam).Now!.Scores.Length, tender.RoomFor(Sam).Now!.MayConfirm, tender.RoomFor(Sam).Absences.Single().IsMine));
        Assert.Equal(2, tender.PanelFor(Sam)!.MyScores.Count);
        var back = tender.OnPanel(Sam, tender.Confirming(Hannah));

        Assert.Equal([typeof(AbsenceEnded), typeof(OutcomeConfirmed)], back.Events.Select(happened => happened.GetType()));
        Assert.Null(tender.PanelFor(Sam)!.MyAbsence);
        Assert.Empty(tender.RoomFor(Priya).Absences);
        Assert.Empty(tender.RoomFor(Priya).EmptyGroups);
    }

    [Fact]
    public void Who_disagrees_is_there_again_also_where_they_have_said_so_before()
    {
        var tender = GivenModeration.InRoom(ScoreSettlement.PanelConsensus);
        tender.Shows(Hannah);
        tender.OnPanel(Priya, tender.Agreeing(Hannah, 3));
        var dissent = new RecordDissent(tender.BidOf(Hannah), tender.Question, "They came every time.");
        tender.OnPanel(Sam, dissent);
        tender.OnPanel(Priya, new NoteAbsence(Sam, Why));
        tender.OnPanel(Sam, new NoteDiscussion(tender.BidOf(Hannah), tender.Question, "I can still write."));
        Assert.NotEmpty(tender.PanelState.Absences);
        Assert.Equal("reason.empty", tender.PanelRefusal(Sam, dissent with { Reason = "" }));
        Assert.NotEmpty(tender.PanelState.Absences);

        Assert.Equal([typeof(AbsenceEnded)], tender.OnPanel(Sam, dissent).Events.Select(happened => happened.GetType()));

        Assert.Equal("They came every time.", tender.RoomFor(Olu).Now!.Dissents.Single().Reason);
        Assert.Empty(tender.PanelState.Absences);
    }

    [Fact]
    public void They_can_say_that_they_are_back_and_the_moderator_takes_back_what_was_a_mistake()
    {
        var tender = GivenModeration.InRoom(ScoreSettlement.PanelConsensus);
        tender.OnPanel(Priya, new NoteAbsence(Sam, Why));
        tender.OnPanel(Priya, new NoteAbsence(Olu, "Olu is on leave."));

        Assert.Empty(tender.OnPanel(Orla, new ComeBack()).Events);
        Assert.Equal("panel.not-moderator", tender.PanelRefusal(Olu, new TakeBackAbsence(Sam)));
        Assert.Equal(new AbsenceEnded(), tender.OnPanel(Sam, new ComeBack()).Events.Single());
        Assert.Equal([Olu], tender.PanelState.Absences.Select(one => one.Person));
        Assert.Equal(new AbsenceTakenBack(Olu), tender.OnPanel(Priya, new TakeBackAbsence(Olu)).Events.Single());
        Assert.Empty(tender.OnPanel(Priya, new TakeBackAbsence(Olu)).Events);
    }

    [Fact]
    public void What_was_settled_without_them_waits_for_them_again_once_they_are_back()
    {
        var tender = GivenModeration.InRoom(ScoreSettlement.PanelConsensus, new GroupQuorum("Officers", 2));
        tender.OnPanel(Priya, new NoteAbsence(Orla, "Orla had an accident."));
        tender.Shows(Hannah);
        tender.OnPanel(Priya, tender.Agreeing(Hannah, 5));
        foreach (var who in new[] { Olu, Sam }) tender.OnPanel(who, tender.Confirming(Hannah));
        Assert.Equal(AnswerStage.Final, tender.RoomFor(Priya).Now!.Stage);

        tender.OnPanel(Orla, new ComeBack());

        Assert.Equal(AnswerStage.Agreed, tender.RoomFor(Priya).Now!.Stage);
        tender.OnPanel(Orla, tender.Confirming(Hannah));
        Assert.Equal(AnswerStage.Final, tender.RoomFor(Priya).Now!.Stage);
    }

    private static (int Of, int Needed, int Confirmed, int Here) Officers(SafeAtSea tender)
    {
        var quorum = tender.RoomFor(Priya).Now!.Groups.Single(group => group.Group == "Officers").Quorum!;
        return (quorum.Of, quorum.Needed, quorum.Confirmed, quorum.Here);
    }

    /// <summary>Olu, Orla and Amina are officers, Sam a service user, in the room.</summary>
    private static SafeAtSea Three()
    {
        var tender = SafeAtSea.Ready();
        tender.By(Tom, new ChooseSettlement(ScoreSettlement.PanelConsensus));
        tender.Publish();
        tender.OnPanel(Tom, new AppointModerator(Priya));
        foreach (var (who, group) in new[] { (Olu, "Officers"), (Orla, "Officers"), (Amina, "Officers"), (Sam, "Service users") }) tender.OnPanel(Tom, new AppointEvaluator(who, group));
        tender.HandsIn(Hannah, "Harbour Lights", "Volunteers whom people know.", 80_000);
        tender.Open();
        foreach (var who in new[] { Olu, Orla, Amina, Sam })
        {
            tender.Scores(who, tender.BidOf(Hannah), 4);
            tender.OnPanel(who, new LockScores());
        }

        tender.OnPanel(Priya, new OpenModeration());
        return tender;
    }
}

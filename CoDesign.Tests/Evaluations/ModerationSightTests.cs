using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Evaluations;

/// <summary>What the moderation room shows to whom, and what it marks for them.</summary>
public sealed class ModerationSightTests
{
    [Fact]
    public void Nobody_looks_at_an_answer_before_the_room_is_open_or_where_nobody_scored_it()
    {
        var tender = GivenModeration.Locked(ScoreSettlement.Mean);
        foreach (var reader in new[] { Priya, Olu, Sam }) Assert.Null(Look(tender, reader, Hannah));
        tender.OnPanel(Priya, new OpenModeration());

        Assert.NotNull(Look(tender, Priya, Hannah));
        Assert.Null(ModerationView.Look(tender.PanelState, tender.Tender, Project(tender), Priya, new AnswerOf(tender.BidOf(Hannah), default)));
        Assert.Null(ModerationView.Look(null, null, null, Priya, default));
        Assert.Null(ModerationView.Look(tender.PanelState, null, Project(tender), Priya, default));
        Assert.Null(ModerationView.Look(tender.PanelState, tender.Tender, null, Priya, default));
    }

    [Fact]
    public void Who_has_an_interest_can_not_look_at_an_answer_of_that_bid()
    {
        var tender = GivenModeration.Locked(ScoreSettlement.Mean);
        tender.OnPanel(Sam, new DeclareInterests(tender.BidOf(Bea), true, "My daughter works there."));
        tender.OnPanel(Priya, new OpenModeration());

        Assert.Null(Look(tender, Sam, Bea));
        Assert.NotNull(Look(tender, Sam, Hannah));
        Assert.NotNull(Look(tender, Olu, Bea));
    }

    [Fact]
    public void After_the_award_the_record_is_for_who_oversees_it_and_for_nobody_who_bids()
    {
        var tender = GivenModeration.InRoom(ScoreSettlement.PanelConsensus);
        tender.Settles(Hannah, 5);
        tender.Settles(Bea, 1);
        tender.Awards(tender.BidOf(Hannah));
        tender.County.Do(Tom, tender.Project.Stream, new InviteParticipant(Bea, Role.Commissioner));

        foreach (var outside in new[] { Fay, Amina, Hannah, Bea, Nobody, ParticipantId.Public })
        {
            Assert.Null(Look(tender, outside, Hannah));
            Assert.Null(ModerationView.For(tender.PanelState, tender.Tender, Project(tender), outside));
        }

        foreach (var reader in new[] { Tom, Cllr })
        {
            var room = tender.RoomFor(reader);
            Assert.Equal((2, false, null, 0), (room.Answers.Length, room.MayLead, room.Seat, room.Seats.Length));
        }

        var moderator = tender.RoomFor(Priya);
        Assert.Equal((false, null, "The moderator"), (moderator.MayLead, moderator.Next, moderator.Seat));
    }

    [Fact]
    public void Only_who_chairs_leads_and_is_told_which_answer_is_next()
    {
        var tender = GivenModeration.InRoom(ScoreSettlement.PanelConsensus);
        var (first, second) = (tender.RoomFor(Priya).Answers[0], tender.RoomFor(Priya).Answers[1]);
        Assert.Equal(first, tender.RoomFor(Priya).Next);
        tender.OnPanel(Priya, new MoveModeration(first.Bid, first.Question));

        Assert.Equal((true, second), (tender.RoomFor(Priya).MayLead, tender.RoomFor(Priya).Next));
        Assert.Equal((false, null, false), (tender.RoomFor(Sam).MayLead, tender.RoomFor(Sam).Next, tender.RoomFor(Sam).IsElsewhere));
        tender.OnPanel(Priya, new MoveModeration(second.Bid, second.Question));
        Assert.Null(tender.RoomFor(Priya).Next);
    }

    [Fact]
    public void Whose_turn_it_is_to_confirm_changes_with_what_is_agreed_and_confirmed()
    {
        var tender = GivenModeration.InRoom(ScoreSettlement.PanelConsensus);
        (bool May, bool Have) Of(ParticipantId reader) => (tender.RoomFor(reader).Now!.MayConfirm, tender.RoomFor(reader).Now!.HaveConfirmed);
        tender.Shows(Bea);
        Assert.Equal((false, false), Of(Sam));
        tender.OnPanel(Priya, tender.Agreeing(Bea, 1));
        Assert.Equal((true, false), Of(Sam));
        Assert.Equal((false, false), Of(Priya));
        tender.OnPanel(Sam, tender.Confirming(Bea));

        Assert.Equal((false, true), Of(Sam));
        Assert.Equal((true, false), Of(Orla));

        tender.OnPanel(Olu, tender.Confirming(Bea));
        tender.Settles(Hannah, 5);
        tender.Awards(tender.BidOf(Hannah));
        Assert.False(Look(tender, Orla, Bea)!.MayConfirm);
    }

    [Fact]
    public void What_was_said_goes_by_seats_and_only_ones_own_is_marked_as_ones_own()
    {
        var tender = GivenModeration.InRoom(ScoreSettlement.PanelConsensus);
        tender.Shows(Hannah);
        tender.OnPanel(Priya, new NoteDiscussion(tender.BidOf(Hannah), tender.Question, "We go on."));

        Assert.Equal(("The moderator", true), (tender.RoomFor(Priya).Now!.Notes.Single().Seat, tender.RoomFor(Priya).Now!.Notes.Single().IsMine));
        Assert.False(tender.RoomFor(Sam).Now!.Notes.Single().IsMine);
        tender.OnPanel(Tom, new AppointModerator(Amina));
        Assert.Equal("Somebody who left the panel", tender.RoomFor(Sam).Now!.Notes.Single().Seat);
    }

    [Fact]
    public void Seats_of_a_group_are_numbered_in_an_order_that_does_not_tell_who_was_appointed_first()
    {
        var tender = SafeAtSea.Ready();

        var orders = Enumerable.Range(0, 20).Select(round =>
        {
            var panel = new Panel { Id = new PanelId(Derived.Guid(Guid.Empty, $"panel {round}")), Evaluators = [new Evaluator(Olu, "Officers"), new Evaluator(Orla, "Officers")] };
            return Moderation.Of(panel, tender.Tender, Project(tender)).SeatOf(Olu);
        });

        Assert.Equal(["Officers 1", "Officers 2"], orders.Distinct().Order());
    }

    [Theory]
    [InlineData(new[] { 5, 5, 5, 1 }, new[] { 1 })]
    [InlineData(new[] { 5, 5, 1, 1 }, new[] { 1, 1, 5, 5 })]
    [InlineData(new[] { 3, 3, 3, 2 }, new int[0])]
    public void Who_is_far_off_speaks_first_unless_most_are_there(int[] given, int[] first)
    {
        var tender = SafeAtSea.WithPanel();
        tender.OnPanel(Tom, new AppointEvaluator(Amina, "Service users"));
        tender.HandsIn(Hannah, "Harbour Lights", "Volunteers whom people know.", 80_000);
        tender.Open();
        foreach (var (who, points) in new[] { Olu, Orla, Sam, Amina }.Zip(given))
        {
            tender.Scores(who, tender.BidOf(Hannah), points);
            tender.OnPanel(who, new LockScores());
        }

        tender.OnPanel(Priya, new OpenModeration());

        Assert.Equal(first, Look(tender, Priya, Hannah)!.Scores.Where(score => score.SpeaksFirst).Select(score => score.Points).Order());
    }

    private static Project Project(SafeAtSea tender) => tender.County.Get<Project>(tender.Project.Stream);

    private static AnswerOnTable? Look(SafeAtSea tender, ParticipantId reader, ParticipantId bidder) =>
        ModerationView.Look(tender.PanelState, tender.Tender, Project(tender), reader, new AnswerOf(tender.BidOf(bidder), tender.Question));
}

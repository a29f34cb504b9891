using System.Text.Json;
using CoDesign.App.Storage;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Evaluations;

/// <summary>Who sees what of the moderation room, at each stage, over the very JSON that a reader gets.</summary>
public sealed class ModerationBlindnessTests
{
    private static readonly ParticipantId[] Room = [Priya, Olu, Orla, Sam];

    [Theory]
    [InlineData(ScoreSettlement.Mean)]
    [InlineData(ScoreSettlement.GroupConsensus)]
    [InlineData(ScoreSettlement.PanelConsensus)]
    public void Opening_the_room_and_turning_to_an_answer_shows_nobodys_score_to_nobody(ScoreSettlement settlement)
    {
        var tender = GivenModeration.InRoom(settlement);
        tender.OnPanel(Priya, new MoveModeration(tender.BidOf(Hannah), tender.Question));

        foreach (var reader in Room)
        {
            var seen = tender.Seen(reader);
            foreach (var (who, words) in new[] { (Olu, "4 for the volunteers."), (Sam, "1 for the hotline."), (Orla, "3 for the hotline.") })
                Assert.Equal(who == reader, seen.Contains(words, StringComparison.Ordinal));
            Assert.DoesNotContain("\"stands\":\"", seen, StringComparison.Ordinal);
            Assert.DoesNotContain("80000", seen, StringComparison.Ordinal);
            Assert.Null(tender.PanelFor(reader)!.Result);
        }
    }

    [Fact]
    public void Showing_one_answers_scores_shows_them_to_all_and_nothing_of_the_next()
    {
        var tender = GivenModeration.InRoom(ScoreSettlement.PanelConsensus);

        tender.Shows(Hannah);

        foreach (var reader in Room)
        {
            var seen = tender.Seen(reader);
            foreach (var words in new[] { "4 for the volunteers.", "5 for the volunteers." }) Assert.Contains(words, seen, StringComparison.Ordinal);
            foreach (var (who, words) in new[] { (Olu, "2 for the hotline."), (Orla, "3 for the hotline."), (Sam, "1 for the hotline.") })
                Assert.Equal(who == reader, seen.Contains(words, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void An_answer_that_is_looked_at_on_its_own_shows_no_more_than_the_room_does()
    {
        var tender = GivenModeration.InRoom(ScoreSettlement.PanelConsensus);
        tender.Shows(Hannah);
        var bea = new AnswerOf(tender.BidOf(Bea), tender.Question);

        AnswerOnTable? Look(ParticipantId reader) => ModerationView.Look(tender.PanelState, tender.Tender, tender.County.Get<Domain.Projects.Project>(tender.Project.Stream), reader, bea);

        foreach (var reader in Room) Assert.Empty(Look(reader)!.Scores);
        foreach (var other in new[] { Tom, Cllr, Amina, Hannah, Bea, Nobody, ParticipantId.Public }) Assert.Null(Look(other));
    }

    [Fact]
    public void Who_has_an_interest_in_a_bid_sees_nothing_change_while_the_panel_talks_about_it()
    {
        var tender = Interested();
        tender.Shows(Hannah);
        var before = tender.Seen(Sam);
        tender.OnPanel(Priya, new MoveModeration(tender.BidOf(Bea), tender.Question));
        var elsewhere = tender.Seen(Sam);
        Assert.NotEqual(before, elsewhere);
        Assert.True(tender.RoomFor(Sam).IsElsewhere);
        Assert.Null(tender.RoomFor(Sam).Now);
        Assert.Equal([tender.BidOf(Hannah)], tender.RoomFor(Sam).Answers.Select(step => step.Bid));

        tender.OnPanel(Priya, new RevealScores(tender.BidOf(Bea), tender.Question));
        tender.OnPanel(Olu, new NoteDiscussion(tender.BidOf(Bea), tender.Question, "A hotline is no help at night."));
        tender.OnPanel(Priya, tender.Agreeing(Bea, 2));
        tender.OnPanel(Orla, new RecordDissent(tender.BidOf(Bea), tender.Question, "It is worth more."));
        tender.OnPanel(Olu, tender.Confirming(Bea));

        Assert.Equal(elsewhere, tender.Seen(Sam));
        Assert.Equal(AnswerStage.Final, tender.RoomFor(Olu).Now!.Stage);
    }

    [Fact]
    public void Who_has_an_interest_can_not_act_on_that_bid_and_learns_not_that_it_is_there()
    {
        var tender = Interested();
        var (bid, question) = (tender.BidOf(Bea), tender.Question);
        tender.Shows(Bea);
        tender.OnPanel(Priya, tender.Agreeing(Bea, 2));

        IModerationCommand[] acts = [new ConfirmOutcome(bid, question, 1), new RecordDissent(bid, question, "No."), new NoteDiscussion(bid, question, "No."), new WithdrawDissent(bid, question), new MoveModeration(bid, question)];
        foreach (var act in acts) Assert.Equal("not-found", tender.PanelRefusal(Sam, act));
        Assert.Equal([null, null, null, null, "panel.not-moderator"], acts.Select(act => tender.PanelRefusal(Olu, act)));
    }

    [Fact]
    public void Who_finds_an_interest_in_the_midst_of_it_leaves_that_bid_and_what_was_agreed_is_asked_for_again()
    {
        var tender = GivenModeration.InRoom(ScoreSettlement.PanelConsensus);
        tender.Settles(Bea, 2);
        tender.OnPanel(Sam, new RecordDissent(tender.BidOf(Bea), tender.Question, "My daughter does better than that."));

        tender.OnPanel(Sam, new DeclareInterests(tender.BidOf(Bea), true, "My daughter works there now."));

        Assert.True(tender.RoomFor(Sam).IsElsewhere);
        Assert.DoesNotContain("for the hotline.", tender.Seen(Sam), StringComparison.Ordinal);
        var now = tender.RoomFor(Olu).Now!;
        Assert.Equal((AnswerStage.Agreed, 2, 0), (now.Stage, now.Scores.Length, now.Dissents.Length));
        tender.OnPanel(Olu, tender.Confirming(Bea));
        Assert.Equal(AnswerStage.Final, tender.RoomFor(Olu).Now!.Stage);
    }

    [Fact]
    public void The_panel_knows_each_other_by_seats_and_the_moderator_by_name()
    {
        var tender = GivenModeration.InRoom(ScoreSettlement.PanelConsensus);
        tender.Shows(Hannah);

        Assert.Equal(["Officers 1", "Officers 2", "Service users"], tender.RoomFor(Priya).Seats.Select(seat => seat.Seat).Order());
        foreach (var reader in new[] { Olu, Orla, Sam })
        {
            Assert.Empty(tender.RoomFor(reader).Seats);
            var seen = JsonSerializer.Serialize(tender.RoomFor(reader), DomainJson.Options);
            foreach (var other in Room) Assert.DoesNotContain(other.Text(), seen, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void After_the_award_those_who_may_read_it_all_read_what_was_said_and_agreed()
    {
        var tender = GivenModeration.InRoom(ScoreSettlement.PanelConsensus);
        tender.Settles(Hannah, 5);
        tender.OnPanel(Sam, new NoteDiscussion(tender.BidOf(Hannah), tender.Question, "They came in the snow."));
        tender.Settles(Bea, 1);
        foreach (var reader in new[] { Tom, Cllr }) Assert.Null(tender.PanelFor(reader)?.Moderation);

        tender.Awards(tender.BidOf(Hannah));

        var answer = new AnswerOf(tender.BidOf(Hannah), tender.Question);
        foreach (var reader in new[] { Tom, Cllr, Olu })
        {
            var look = ModerationView.Look(tender.PanelState, tender.Tender, tender.County.Get<Domain.Projects.Project>(tender.Project.Stream), reader, answer)!;
            Assert.Equal(("They came in the snow.", 5, false), (look.Notes.Single().Text, look.Agreed!.Points, look.MayConfirm));
        }
    }

    /// <summary>Sam has an interest in Bea's bid, the room is open.</summary>
    private static SafeAtSea Interested()
    {
        var tender = GivenModeration.Locked(ScoreSettlement.PanelConsensus);
        tender.OnPanel(Sam, new DeclareInterests(tender.BidOf(Bea), true, "My daughter works there."));
        tender.OnPanel(Priya, new OpenModeration());
        return tender;
    }
}

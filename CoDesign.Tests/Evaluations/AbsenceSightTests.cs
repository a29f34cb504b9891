using System.Text.Json;
using CoDesign.App.Storage;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Evaluations;

/// <summary>Who reads what of somebody who can't go on.</summary>
public sealed class AbsenceSightTests
{
    private const string Why = "Sam is in hospital.";

    [Fact]
    public void The_panel_reads_the_seat_the_moderator_the_reason_and_a_commissioner_only_that_a_place_is_free()
    {
        var tender = GivenModeration.InRoom(ScoreSettlement.PanelConsensus);
        tender.Shows(Hannah);
        var (tom, cllr) = (tender.Seen(Tom), tender.Seen(Cllr));
        tender.OnPanel(Priya, new NoteAbsence(Orla, "Orla had an accident."));
        tender.OnPanel(Priya, new NoteAbsence(Sam, Why));

        Assert.Equal([("Officers 1", ""), ("Service users", "")], tender.RoomFor(Olu).Absences.Select(one => (Seat: one.Seat.Replace("Officers 2", "Officers 1", StringComparison.Ordinal), one.Reason)).OrderBy(one => one.Seat));
        Assert.Contains(tender.RoomFor(Priya).Absences, one => one.Reason == Why);
        Assert.Contains(tender.PanelFor(Priya)!.Progress, one => one.Person == Sam && one.IsAway);
        Assert.DoesNotContain(Sam.Text(), JsonSerializer.Serialize(tender.RoomFor(Olu), DomainJson.Options), StringComparison.Ordinal);
        Assert.Equal([new OpenPlace("Officers", 1, false), new OpenPlace("Service users", 1, true)], tender.PanelFor(Tom)!.OpenPlaces.OrderBy(place => place.Group));
        foreach (var words in new[] { "hospital", "accident", "Feeling safe", "for the volunteers." }) Assert.DoesNotContain(words, tender.Seen(Tom), StringComparison.Ordinal);
        Assert.Null(tender.PanelFor(Tom)!.Moderation);
        foreach (var reader in new[] { Priya, Olu, Sam }) Assert.Empty(tender.PanelFor(reader)!.OpenPlaces);
        Assert.Equal((cllr, false), (tender.Seen(Cllr), tom == tender.Seen(Tom)));
    }

    [Fact]
    public void Who_has_an_interest_in_a_bid_learns_nothing_of_who_is_missing_for_its_answers()
    {
        var tender = GivenModeration.Locked(ScoreSettlement.PanelConsensus);
        tender.OnPanel(Olu, new DeclareInterests(tender.BidOf(Bea), true, "My brother works there."));
        tender.OnPanel(Priya, new OpenModeration());
        tender.Settles(Hannah, 5);
        tender.OnPanel(Priya, new NoteAbsence(Sam, Why));

        Assert.Equal([new EmptyGroup("Service users", 1, true, false)], tender.RoomFor(Orla).EmptyGroups);
        Assert.Empty(tender.RoomFor(Olu).EmptyGroups);
    }

    [Fact]
    public void An_audit_tells_who_noted_it_of_whom_and_why_and_how_it_ended()
    {
        var tender = GivenModeration.InRoom(ScoreSettlement.PanelConsensus);
        var history = new (ParticipantId Who, IEvent What)[] { (Priya, new AbsenceNoted(Sam, Why)), (Sam, new AbsenceEnded()), (Priya, new AbsenceTakenBack(Olu)) }
            .Select((one, index) => new Recorded(tender.Panel.Stream, index + 1, one.What, one.Who, tender.County.Now)).ToArray();

        var told = Audit.Tell(tender.PanelState, tender.Tender, [(new AuditedStream(tender.Panel.Stream, "The panel"), history)]);

        Assert.Equal(
            [(Priya, "noted that Sam can’t go on taking part", Why), (Sam, "took part again", ""), (Priya, "took back that Olu can’t go on taking part", "")],
            told.Select(step => (step.Who!.Value, step.InWords(whom => whom == Sam ? "Sam" : "Olu"), step.Why)));
        Assert.All(told, step => Assert.True(step.IsTold));
    }

    [Fact]
    public void What_was_noted_of_somebody_is_theirs_to_have_erased() =>
        Assert.Equal(Sam, ((IQuote)new AbsenceNoted(Sam, Why)).WordsOf);
}

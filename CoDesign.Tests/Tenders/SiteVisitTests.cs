using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Tenders;

/// <summary>Visits to the site: who offers, who comes, and that nobody learns who else does, or how many.</summary>
public sealed class SiteVisitTests
{
    [Fact]
    public void Who_may_bid_books_moves_and_cancels_a_visit()
    {
        var tender = SafeAtSea.WithPanel();
        var (morning, evening) = (Offered(tender, 2), Offered(tender, 3));
        Do(tender, Hannah, new BookVisit(morning, 2, "We come in a wheelchair."));
        Assert.Equal((morning, 2, false), (Seen(tender, Hannah).Mine!.Slot.Id, Seen(tender, Hannah).Mine!.People, Seen(tender, Hannah).Mine!.HasChanged));
        Do(tender, Hannah, new BookVisit(evening, 1, ""));
        Assert.Equal([0, 1], Seen(tender, Tom).Visits.Select(visit => visit.Coming));
        Do(tender, Hannah, new CancelBooking());
        Assert.Null(Seen(tender, Hannah).Mine);
        Assert.Equal("visit.not-booked", Code(tender, Hannah, new CancelBooking()));
    }

    [Fact]
    public void Nobody_who_may_bid_sees_anything_of_what_others_book_however_many_they_are()
    {
        var tender = SafeAtSea.WithPanel();
        var slot = Offered(tender, 2);
        var before = System.Text.Json.JsonSerializer.Serialize(Seen(tender, Bea));
        foreach (var person in Enumerable.Range(0, 60).Select(i => new ParticipantId(Derived.Guid(Guid.Empty, $"bidder {i}"))))
            Do(tender, person, new BookVisit(slot, 4, "Quiet, please."));

        foreach (var reader in new[] { Bea, Nobody, ParticipantId.Public, Priya, Olu, Cllr, Fay }) Assert.All(Seen(tender, reader).Visits, visit => Assert.Equal((true, null, 0), (visit.IsOpen, visit.Coming, visit.Needs.Length)));
        Assert.Equal(before, System.Text.Json.JsonSerializer.Serialize(Seen(tender, Bea)));
        Do(tender, Bea, new BookVisit(slot, 4, ""));
    }

    [Fact]
    public void The_hosts_learn_how_many_people_come_and_what_they_need_and_not_who()
    {
        var tender = SafeAtSea.WithPanel();
        var slot = Offered(tender, 2);
        Do(tender, Hannah, new BookVisit(slot, 3, "Two of us walk slowly."));
        Do(tender, Bea, new BookVisit(slot, 2, "A plug for a laptop."));

        var seen = Assert.Single(Seen(tender, Tom).Visits);
        Assert.Equal(5, seen.Coming);
        Assert.Equal(["A plug for a laptop.", "Two of us walk slowly."], seen.Needs);
        Assert.DoesNotContain(Hannah.Text(), System.Text.Json.JsonSerializer.Serialize(Seen(tender, Tom)), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_booked_is_told_of_a_change_until_they_say_that_they_know()
    {
        var tender = SafeAtSea.WithPanel();
        var slot = Offered(tender, 2);
        Do(tender, Hannah, new BookVisit(slot, 2, ""));
        Do(tender, Tom, new ChangeVisit(slot, tender.County.Now.AddDays(4), 45, "The other gate", 1, "", "The road is closed."));
        Assert.True(Seen(tender, Hannah).Mine!.HasChanged);
        Assert.Equal("The road is closed.", Seen(tender, Hannah).Mine!.Slot.Reason);
        Assert.Equal([Hannah], Book(tender).ToTell.Select(booking => booking.By));
        Do(tender, ParticipantId.System, new NoteVisitTold(Hannah));
        Assert.Empty(Book(tender).ToTell);
        Assert.True(Seen(tender, Hannah).Mine!.HasChanged);
        Do(tender, Hannah, new AcknowledgeVisit());
        Assert.False(Seen(tender, Hannah).Mine!.HasChanged);

        Do(tender, Tom, new CallVisitOff(slot, "A storm."));
        Assert.True(Seen(tender, Hannah).Mine is { HasChanged: true, Slot.IsOff: true });
        Assert.Equal("visit.over", Code(tender, Bea, new BookVisit(slot, 1, "")));
        Do(tender, Hannah, new CancelBooking());
    }

    [Fact]
    public void Who_runs_or_scores_the_tender_books_nothing_and_only_commissioners_offer()
    {
        var tender = SafeAtSea.WithPanel();
        var slot = Offered(tender, 2);
        foreach (var officer in new[] { Tom, Fay, Cllr, Priya, Olu, Sam }) Assert.Equal("visit.conflict-of-roles", Code(tender, officer, new BookVisit(slot, 1, "")));
        Assert.Equal("not-found", Code(tender, ParticipantId.Public, new BookVisit(slot, 1, "")));
        foreach (var other in new[] { Fay, Hannah, Priya }) Assert.Equal("tender.not-commissioner", Code(tender, other, Offer(tender, 2)));
        Assert.Equal("not-found", Code(tender, Hannah, new NoteVisitTold(Hannah)));
    }

    [Fact]
    public void There_are_visits_only_while_bids_are_in_time_and_only_in_the_tenders_own_book()
    {
        var begun = SafeAtSea.Begun();
        Assert.Equal("not-found", Code(begun, Tom, Offer(begun, 2)));
        Assert.Null(SiteVisitsView.For(null, begun.Tender, begun.County.Get<Project>(begun.Project.Stream), null, Tom, begun.County.Now));

        var tender = SafeAtSea.WithPanel();
        Assert.Equal("starts.range", Code(tender, Tom, Offer(tender, 40)));
        Assert.Equal("starts.range", Code(tender, Tom, Offer(tender, 0)));
        Assert.Equal("people.range", Code(tender, Tom, Offer(tender, 2) with { People = 0 }));
        Assert.Equal("not-found", tender.County.Ask(Tom, new StreamId("visit", Guid.NewGuid()), Offer(tender, 2)).Refusal?.Code);
        var slot = Offered(tender, 2);
        Assert.Equal("people.range", Code(tender, Hannah, new BookVisit(slot, 5, "")));
        tender.County.Now = tender.County.Now.AddDays(2);
        Assert.Equal("visit.over", Code(tender, Hannah, new BookVisit(slot, 1, "")));
        tender.County.Now = SafeAtSea.Deadline.AddMilliseconds(1);
        Assert.Equal("visit.tender-closed", Code(tender, Hannah, new BookVisit(slot, 1, "")));
    }

    private static OfferVisit Offer(SafeAtSea tender, int days) => new(tender.Id, tender.County.Now.AddDays(days), 60, "The lookout", 4, "A ramp at the side.");

    private static VisitSlotId Offered(SafeAtSea tender, int days) => new(Do(tender, Tom, Offer(tender, days)).Made!.Value);

    private static Decision Do(SafeAtSea tender, ParticipantId who, ISiteVisitCommand command) => tender.County.Do(who, SiteVisitsId.Of(tender.Id).Stream, command);

    private static string? Code(SafeAtSea tender, ParticipantId who, ISiteVisitCommand command) => tender.County.Ask(who, SiteVisitsId.Of(tender.Id).Stream, command).Refusal?.Code;

    private static SiteVisits Book(SafeAtSea tender) => tender.County.Get<SiteVisits>(SiteVisitsId.Of(tender.Id).Stream);

    private static SiteVisitsView Seen(SafeAtSea tender, ParticipantId viewer) => SiteVisitsView.For(
        tender.County.Find<SiteVisits>(SiteVisitsId.Of(tender.Id).Stream), tender.Tender, tender.County.Get<Project>(tender.Project.Stream), tender.County.Get<Panel>(tender.Panel.Stream), viewer, tender.County.Now)!;
}

using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Tenders;

/// <summary>What of a visit is refused, and what each visit and each booking keeps to itself.</summary>
public sealed class SiteVisitRulesTests
{
    private readonly SafeAtSea _tender = SafeAtSea.WithPanel();
    private readonly VisitSlotId _morning;
    private readonly VisitSlotId _evening;

    public SiteVisitRulesTests() => (_evening, _morning) = (Offered(3), Offered(2));

    private County County => _tender.County;

    [Theory]
    [InlineData(10, 1, null)]
    [InlineData(600, 50, null)]
    [InlineData(9, 1, "minutes.range")]
    [InlineData(601, 1, "minutes.range")]
    [InlineData(60, 0, "people.range")]
    [InlineData(60, 51, "people.range")]
    public void A_visit_lasts_from_ten_minutes_to_ten_hours_for_one_to_fifty_people(int minutes, int people, string? refusal) =>
        Assert.Equal(refusal, Code(Tom, Offer(2) with { Minutes = minutes, People = people }));

    [Fact]
    public void A_visit_is_before_the_deadline_at_a_place()
    {
        Assert.Equal("starts.range", Code(Tom, Offer(2) with { Starts = null }));
        Assert.Equal("starts.range", Code(Tom, Offer(2) with { Starts = SafeAtSea.Deadline }));
        Assert.Null(Code(Tom, Offer(2) with { Starts = SafeAtSea.Deadline.AddTicks(-1) }));
        Assert.Equal("place.empty", Code(Tom, Offer(2) with { Place = " " }));
        Assert.Equal("access.too-long", Code(Tom, Offer(2) with { Access = new string('x', 1_001) }));
    }

    [Fact]
    public void A_visit_that_there_is_not_or_is_over_is_neither_changed_called_off_nor_booked()
    {
        var nowhere = new VisitSlotId(Guid.NewGuid());
        Assert.Equal("not-found", Code(Tom, Changed(nowhere)));
        Assert.Equal("not-found", Code(Tom, new CallVisitOff(nowhere, "A storm.")));
        Assert.Equal("not-found", Code(Hannah, new BookVisit(nowhere, 1, "")));
        Assert.Equal("reason.empty", Code(Tom, Changed(_evening) with { Reason = " " }));
        Assert.Equal("place.empty", Code(Tom, Changed(_evening) with { Place = "" }));
        Assert.Equal("reason.empty", Code(Tom, new CallVisitOff(_evening, "")));
        Do(Hannah, new BookVisit(_morning, 1, ""));
        County.Now = County.Now.AddDays(2);

        Assert.Equal("not-found", Code(Tom, Changed(_morning)));
        Assert.Equal("not-found", Code(Tom, new CallVisitOff(_morning, "A storm.")));
        Assert.Equal("visit.over", Code(Hannah, new CancelBooking()));
        Do(Tom, new CallVisitOff(_evening, "A storm."));
        Assert.Equal("not-found", Code(Tom, Changed(_evening)));
    }

    [Fact]
    public void Doing_the_same_again_changes_nothing_and_one_who_booked_nothing_has_nothing_to_know()
    {
        Do(Hannah, new BookVisit(_morning, 2, "We walk slowly."));

        Assert.Empty(Do(Hannah, new BookVisit(_morning, 2, "We walk slowly.")).Events);
        Assert.Empty(Do(Hannah, new AcknowledgeVisit()).Events);
        Assert.Empty(Do(Tom, Changed(_morning) with { Starts = County.Now.AddDays(2), Minutes = 60, Place = "The lookout", People = 4, Access = "A ramp at the side." }).Events);
        Assert.Empty(Do(ParticipantId.System, new NoteVisitTold(Hannah)).Events);
        Assert.Equal("visit.not-booked", Code(Bea, new AcknowledgeVisit()));
        Assert.Equal("people.range", Code(Hannah, new BookVisit(_morning, 0, "")));
        Assert.Equal("needs.too-long", Code(Hannah, new BookVisit(_morning, 1, new string('x', 501))));
    }

    [Fact]
    public void A_change_is_of_one_visit_and_each_who_booked_it_knows_for_themselves()
    {
        Do(Hannah, new BookVisit(_morning, 2, ""));
        Do(Bea, new BookVisit(_morning, 1, ""));
        Do(Cai, new BookVisit(_evening, 1, ""));
        Do(Tom, Changed(_morning));

        Assert.Equal([true, true, false], new[] { Hannah, Bea, Cai }.Select(who => Seen(who).Mine!.HasChanged));
        Do(ParticipantId.System, new NoteVisitTold(Bea));
        Do(Hannah, new AcknowledgeVisit());
        Assert.Equal([false, true, false], new[] { Hannah, Bea, Cai }.Select(who => Seen(who).Mine!.HasChanged));
        Assert.Equal(("The other gate", "The lookout"), (Seen(Hannah).Mine!.Slot.Plan.Place, Seen(Cai).Mine!.Slot.Plan.Place));
        Do(Tom, new CallVisitOff(_evening, "A storm."));
        Assert.Equal((true, false), (Seen(Cai).Mine!.Slot.IsOff, Seen(Hannah).Mine!.Slot.IsOff));
    }

    [Fact]
    public void Visits_stand_in_their_order_and_only_commissioners_offer_and_only_who_may_bid_books()
    {
        Assert.Equal([_morning, _evening], Seen(Hannah).Visits.Select(visit => visit.Slot.Id));
        foreach (var (who, offers, books) in new[] { (Tom, true, false), (Fay, false, false), (Olu, false, false), (Hannah, false, true), (ParticipantId.Public, false, false) })
            Assert.Equal((offers, books), (Seen(who).MayHost, Seen(who).MayBook));
        County.Now = County.Now.AddDays(2);
        Assert.Equal([false, true], Seen(Hannah).Visits.Select(visit => visit.IsOpen));

        County.Now = SafeAtSea.Deadline.AddTicks(1);
        Assert.Equal((false, false), (Seen(Tom).MayHost, Seen(Hannah).MayBook));
    }

    [Fact]
    public void Once_bids_are_in_one_may_still_give_a_booking_back_and_know_of_a_change()
    {
        Do(Hannah, new BookVisit(_morning, 1, ""));
        Do(Tom, Changed(_morning));
        Do(Tom, new CallVisitOff(_morning, "A storm."));
        _tender.By(Tom, new WithdrawTender("The money is gone."));

        Assert.Equal("visit.tender-closed", Code(Tom, Offer(2)));
        Do(Hannah, new AcknowledgeVisit());
        Do(Hannah, new CancelBooking());
    }

    private OfferVisit Offer(int days) => new(_tender.Id, County.Now.AddDays(days), 60, "The lookout", 4, "A ramp at the side.");

    private ChangeVisit Changed(VisitSlotId slot) => new(slot, County.Now.AddDays(4), 45, "The other gate", 3, "", "The road is closed.");

    private VisitSlotId Offered(int days) => new(Do(Tom, Offer(days)).Made!.Value);

    private Decision Do(ParticipantId who, ISiteVisitCommand command) => County.Do(who, SiteVisitsId.Of(_tender.Id).Stream, command);

    private string? Code(ParticipantId who, ISiteVisitCommand command) => County.Ask(who, SiteVisitsId.Of(_tender.Id).Stream, command).Refusal?.Code;

    private SiteVisitsView Seen(ParticipantId viewer) => SiteVisitsView.For(
        County.Find<SiteVisits>(SiteVisitsId.Of(_tender.Id).Stream), _tender.Tender, County.Get<Project>(_tender.Project.Stream), County.Get<Panel>(_tender.Panel.Stream), viewer, County.Now)!;
}

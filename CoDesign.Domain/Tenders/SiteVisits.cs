using System.Collections.Immutable;
using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Tenders;

/// <summary>The visits of a tender: when those who may bid can look at the site. There is one book of them for each tender, kept sealed.</summary>
public readonly record struct SiteVisitsId(Guid Value) : IId<SiteVisitsId>
{
    /// <summary>The stream of the visits.</summary>
    public StreamId Stream => new("visit", Value);

    /// <summary>Those of a tender.</summary>
    public static SiteVisitsId Of(TenderId tender) => new(Derived.Guid(tender.Value, "visits"));

    /// <inheritdoc />
    public static SiteVisitsId From(Guid value) => new(value);

    /// <inheritdoc />
    public override string ToString() => this.Text();
}

/// <summary>One time at which people can come.</summary>
public readonly record struct VisitSlotId(Guid Value) : IId<VisitSlotId>
{
    /// <inheritdoc />
    public static VisitSlotId From(Guid value) => new(value);

    /// <inheritdoc />
    public override string ToString() => this.Text();
}

/// <summary>When and where people can come. All of it is public.</summary>
/// <param name="Starts">When it begins, UTC.</param>
/// <param name="Minutes">How long it lasts, 10 to 600.</param>
/// <param name="Place">Where people meet.</param>
/// <param name="People">How many an organisation may bring, 1 to 50.</param>
/// <param name="Access">How to get there and in, and what is easy or hard for whom; empty where not said.</param>
public sealed record VisitPlan(DateTimeOffset Starts, int Minutes, string Place, int People, string Access);

/// <summary>A time at which people can come.</summary>
/// <param name="Id">The time.</param>
/// <param name="Plan">When and where.</param>
/// <param name="Revision">How often it was changed.</param>
/// <param name="Reason">Why it was changed last, or called off; empty where it wasn't.</param>
/// <param name="IsOff">Whether it was called off.</param>
public sealed record VisitSlot(VisitSlotId Id, VisitPlan Plan, int Revision = 0, string Reason = "", bool IsOff = false)
{
    /// <summary>Whether somebody can still say then that they come, or don't.</summary>
    public bool IsOpen(DateTimeOffset now) => !IsOff && now < Plan.Starts;
}

/// <summary>That somebody comes. Told to nobody else.</summary>
/// <param name="By">Who booked.</param>
/// <param name="Slot">The time.</param>
/// <param name="People">How many come.</param>
/// <param name="Needs">What the hosts need to know to make it easy for them; empty where nothing.</param>
/// <param name="Seen">The time's revision that they know of.</param>
/// <param name="Told">The revision of which a message was sent.</param>
public sealed record VisitBooking(ParticipantId By, VisitSlotId Slot, int People, string Needs, int Seen, int Told);

/// <summary>Something asked about the visits of a tender.</summary>
public interface ISiteVisitCommand : ICommand;

/// <summary>Offers a time. Commissioners, while the published tender takes bids.</summary>
/// <param name="Tender">The tender.</param>
/// <param name="Starts">Ahead, before the deadline.</param>
/// <param name="Minutes">10 to 600.</param>
/// <param name="Place">1 to 200 characters.</param>
/// <param name="People">How many each organisation may bring, 1 to 50.</param>
/// <param name="Access">At most 1,000 characters.</param>
public sealed record OfferVisit(TenderId Tender, DateTimeOffset? Starts, int Minutes, string? Place, int People, string? Access) : ISiteVisitCommand;

/// <summary>Changes a time; who booked it is told. They stay booked, also where they are more people than may come now.</summary>
/// <param name="Slot">The time.</param>
/// <param name="Starts">Ahead, before the deadline.</param>
/// <param name="Minutes">10 to 600.</param>
/// <param name="Place">1 to 200 characters.</param>
/// <param name="People">1 to 50.</param>
/// <param name="Access">At most 1,000 characters.</param>
/// <param name="Reason">Why, in plain words that everybody reads, 1 to 1,000 characters.</param>
public sealed record ChangeVisit(VisitSlotId Slot, DateTimeOffset? Starts, int Minutes, string? Place, int People, string? Access, string? Reason) : ISiteVisitCommand;

/// <summary>Calls a time off; who booked it is told.</summary>
/// <param name="Slot">The time.</param>
/// <param name="Reason">Why, in plain words that everybody reads, 1 to 1,000 characters.</param>
public sealed record CallVisitOff(VisitSlotId Slot, string? Reason) : ISiteVisitCommand;

/// <summary>Books a time, instead of another that one had booked. Who may bid; a time is never full.</summary>
/// <param name="Slot">The time.</param>
/// <param name="People">From 1 to as many as an organisation may bring.</param>
/// <param name="Needs">At most 500 characters; the hosts read it without learning whose it is.</param>
public sealed record BookVisit(VisitSlotId Slot, int People, string? Needs) : ISiteVisitCommand;

/// <summary>Doesn't come after all. Until the visit begins.</summary>
public sealed record CancelBooking : ISiteVisitCommand;

/// <summary>Has read what was changed about the time that one booked.</summary>
public sealed record AcknowledgeVisit : ISiteVisitCommand;

/// <summary>Somebody was told of what was changed.</summary>
public sealed record NoteVisitTold(ParticipantId Who) : ISiteVisitCommand, ISystemCommand;

/// <summary>A time was offered.</summary>
[EventName("visit.offered.v1")]
public sealed record VisitOffered(TenderId Tender, VisitSlotId Slot, VisitPlan Plan) : IEvent;

/// <summary>A time was changed.</summary>
[EventName("visit.changed.v1")]
public sealed record VisitChanged(VisitSlotId Slot, VisitPlan Plan, string Reason) : IEvent;

/// <summary>A time was called off.</summary>
[EventName("visit.called-off.v1")]
public sealed record VisitCalledOff(VisitSlotId Slot, string Reason) : IEvent;

/// <summary>Somebody comes.</summary>
[EventName("visit.booked.v1")]
public sealed record VisitBooked(VisitSlotId Slot, int People, [property: Erasable] string Needs) : IEvent;

/// <summary>They don't come after all.</summary>
[EventName("visit-booking.cancelled.v1")]
public sealed record BookingCancelled : IEvent;

/// <summary>They have read what was changed.</summary>
[EventName("visit.acknowledged.v1")]
public sealed record VisitAcknowledged(int Revision) : IEvent;

/// <summary>They were told of what was changed.</summary>
[EventName("visit.told.v1")]
public sealed record VisitTold(ParticipantId Who, int Revision) : IEvent;

/// <summary>What is true of the visits of a tender. Kept sealed.</summary>
public sealed record SiteVisits
{
    /// <summary>The visits.</summary>
    public SiteVisitsId Id => SiteVisitsId.Of(Tender);

    /// <summary>The tender.</summary>
    public TenderId Tender { get; init; }

    /// <summary>The times, in the order in which they were offered.</summary>
    public ImmutableList<VisitSlot> Slots { get; init; } = [];

    /// <summary>Who comes.</summary>
    public ImmutableList<VisitBooking> Bookings { get; init; } = [];

    /// <summary>The booking of somebody; null where they have none.</summary>
    public VisitBooking? Of(ParticipantId who) => Bookings.Find(booking => booking.By == who);

    /// <summary>Those who don't know yet what was changed about the time that they booked, and were sent no message.</summary>
    public IEnumerable<VisitBooking> ToTell => Bookings.Where(booking => Slots.Find(slot => slot.Id == booking.Slot) is { } slot && slot.Revision > Math.Max(booking.Seen, booking.Told));

    /// <summary>What is true after something happened.</summary>
    public SiteVisits After(Recorded happened) => happened.Event switch
    {
        VisitOffered e => this with { Tender = e.Tender, Slots = Slots.Add(new VisitSlot(e.Slot, e.Plan)) },
        VisitChanged e => With(e.Slot, slot => slot with { Plan = e.Plan, Revision = slot.Revision + 1, Reason = e.Reason }),
        VisitCalledOff e => With(e.Slot, slot => slot with { IsOff = true, Revision = slot.Revision + 1, Reason = e.Reason }),
        VisitBooked e => this with { Bookings = Without(happened.Actor).Add(new VisitBooking(happened.Actor, e.Slot, e.People, e.Needs, RevisionOf(e.Slot), RevisionOf(e.Slot))) },
        BookingCancelled => this with { Bookings = Without(happened.Actor) },
        VisitAcknowledged e => With(happened.Actor, booking => booking with { Seen = e.Revision }),
        VisitTold e => With(e.Who, booking => booking with { Told = e.Revision }),
        _ => throw new InvalidOperationException($"Visits know no event {happened.Event.GetType().Name}."),
    };

    private ImmutableList<VisitBooking> Without(ParticipantId who) => Bookings.RemoveAll(booking => booking.By == who);

    private int RevisionOf(VisitSlotId id) => Slots.Find(slot => slot.Id == id)!.Revision;

    private SiteVisits With(VisitSlotId id, Func<VisitSlot, VisitSlot> change) => this with { Slots = Slots.ConvertAll(slot => slot.Id == id ? change(slot) : slot) };

    private SiteVisits With(ParticipantId who, Func<VisitBooking, VisitBooking> change) =>
        this with { Bookings = Bookings.ConvertAll(booking => booking.By == who ? change(booking) : booking) };
}

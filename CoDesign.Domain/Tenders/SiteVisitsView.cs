using System.Collections.Immutable;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;

namespace CoDesign.Domain.Tenders;

/// <summary>A time at which people can come, as one reader sees it.</summary>
/// <param name="Slot">When and where.</param>
/// <param name="IsOpen">Whether it can be booked: it is ahead and wasn't called off. It never says how many come.</param>
/// <param name="Coming">How many people come in all, for who runs the project; null for everybody else.</param>
/// <param name="Needs">What those who come need, for who runs the project, in an order that tells nothing; empty for everybody else.</param>
public sealed record SeenVisit(VisitSlot Slot, bool IsOpen, int? Coming, ImmutableArray<string> Needs);

/// <summary>One's own booking.</summary>
/// <param name="Slot">The time, as it is now.</param>
/// <param name="People">How many come.</param>
/// <param name="Needs">What they need.</param>
/// <param name="HasChanged">Whether the time was changed or called off, and they haven't said that they know.</param>
public sealed record SeenBooking(VisitSlot Slot, int People, string Needs, bool HasChanged);

/// <summary>
/// The visits of a tender as one reader sees them. Nobody learns who else comes, nor how many: not those who may bid, not by a time
/// that is said to be full, since none ever is. Who runs the project learns how many people to expect and what they need, no name.
/// </summary>
/// <param name="Tender">The tender.</param>
/// <param name="Visits">The times, in order.</param>
/// <param name="Mine">The reader's own booking; null where they have none.</param>
/// <param name="MayHost">Whether the reader offers times.</param>
/// <param name="MayBook">Whether the reader can book one.</param>
public sealed record SiteVisitsView(TenderId Tender, ImmutableList<SeenVisit> Visits, SeenBooking? Mine, bool MayHost, bool MayBook)
{
    /// <summary>The view of one reader; null where the tender isn't public.</summary>
    /// <param name="visits">The visits; null where none was ever offered.</param>
    /// <param name="tender">The tender.</param>
    /// <param name="project">Its project.</param>
    /// <param name="panel">Its panel.</param>
    /// <param name="viewer">The reader.</param>
    /// <param name="now">The server's time.</param>
    public static SiteVisitsView? For(SiteVisits? visits, Tender? tender, Project? project, Panel? panel, ParticipantId viewer, DateTimeOffset now)
    {
        if (tender?.Publication is null || project is null) return null;
        var (takesBids, hosts) = (tender.TakesBids(now), project.Holds(viewer, Role.Commissioner));
        var book = visits ?? SiteVisitDecider.Initial;
        return new SiteVisitsView(tender.Id, [.. book.Slots.OrderBy(slot => slot.Plan.Starts).Select(slot => Seen(book, slot, takesBids && slot.IsOpen(now), hosts))],
            MineOf(book, viewer), hosts && takesBids, takesBids && viewer != ParticipantId.Public && SiteVisitDecider.MayBid(project, panel, viewer));
    }

    private static SeenVisit Seen(SiteVisits book, VisitSlot slot, bool isOpen, bool hosts)
    {
        if (!hosts) return new SeenVisit(slot, isOpen, null, []);
        var coming = book.Bookings.Where(booking => booking.Slot == slot.Id).ToArray();
        return new SeenVisit(slot, isOpen, coming.Sum(booking => booking.People), [.. coming.Select(booking => booking.Needs).Where(needs => needs.Length > 0).Order(StringComparer.Ordinal)]);
    }

    private static SeenBooking? MineOf(SiteVisits book, ParticipantId viewer) =>
        book.Of(viewer) is { } mine && book.Slots.Find(slot => slot.Id == mine.Slot) is { } slot ? new SeenBooking(slot, mine.People, mine.Needs, slot.Revision > mine.Seen) : null;
}

using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;

namespace CoDesign.Domain.Tenders;

/// <summary>What may be asked of the visits of a tender, and what happens then.</summary>
public sealed class SiteVisitDecider : IDecider<SiteVisits, ISiteVisitCommand>
{
    private const int MostSlots = 50;
    private const int MostBookings = 500;

    private static readonly Refusal _notOpen = new("visit.tender-closed", "This tender takes no bids any more, so there are no visits.");
    private static readonly Refusal _officer = new("visit.conflict-of-roles", "You have a part in running or scoring this tender, so a visit isn’t for you to book.");
    private static readonly Refusal _starts = new("starts.range", "Choose a time that lies ahead, and before the deadline for bids.", "starts");
    private static readonly Refusal _minutes = new("minutes.range", "A visit lasts from 10 to 600 minutes.", "minutes");
    private static readonly Refusal _people = new("people.range", "An organisation may bring from 1 to 50 people.", "people");
    private static readonly Refusal _over = new("visit.over", "This time can’t be booked any more. Choose another, or ask on the tender’s page.", "slot");
    private static readonly Refusal _many = new("visit.too-many", "There are as many visits here as fit. Ask on the tender’s page.");
    private static readonly Refusal _none = new("visit.not-booked", "You have booked no visit.");

    /// <inheritdoc />
    public static SiteVisits Initial { get; } = new();

    /// <inheritdoc />
    public static SiteVisits Evolve(SiteVisits state, Recorded happened) => state.After(happened);

    /// <inheritdoc />
    public static IEnumerable<StreamId> Needs(SiteVisits state, ISiteVisitCommand command, Facts known)
    {
        var id = (command as OfferVisit)?.Tender ?? state.Tender;
        yield return id.Stream;
        yield return id.Panel.Stream;
        if (known.Find<Tender>(id.Stream) is { } tender) yield return tender.Project.Stream;
    }

    /// <inheritdoc />
    public static Decision Decide(SiteVisits state, ISiteVisitCommand command, Context context)
    {
        var id = (command as OfferVisit)?.Tender ?? state.Tender;
        if (context.Stream != SiteVisitsId.Of(id).Stream) return Refusal.NotFound;
        if (command is NoteVisitTold told) return Tell(state, told, context);
        if (context.Actor == ParticipantId.Public || context.Facts.Find<Tender>(id.Stream) is not { Publication: not null } tender) return Refusal.NotFound;
        if (context.Facts.Find<Project>(tender.Project.Stream) is not { } project) return Refusal.NotFound;
        if (!tender.TakesBids(context.Now) && command is not (CancelBooking or AcknowledgeVisit)) return _notOpen;
        return command switch
        {
            OfferVisit or ChangeVisit or CallVisitOff => project.Holds(context.Actor, Role.Commissioner) ? Host(state, command, tender, context) : TenderRefusals.NotCommissioner,
            BookVisit c => MayBid(project, context.Facts.Find<Panel>(id.Panel.Stream), context.Actor) ? Book(state, c, context) : _officer,
            CancelBooking => Cancel(state, context),
            AcknowledgeVisit => Acknowledge(state, context),
            _ => throw new InvalidOperationException($"Visits know no command {command.GetType().Name}."),
        };
    }

    /// <summary>Whether somebody may bid, by what they do in the project and on the panel.</summary>
    internal static bool MayBid(Project project, Panel? panel, ParticipantId who) =>
        !project.Holds(who, Role.Commissioner, Role.Facilitator, Role.Evaluator, Role.Moderator, Role.Member) && panel?.IsOn(who) is not true;

    private static Decision Host(SiteVisits state, ISiteVisitCommand command, Tender tender, Context context)
    {
        switch (command)
        {
            case OfferVisit c:
                if (state.Slots.Count >= MostSlots) return _many;
                if (Check(c.Starts, c.Minutes, c.Place, c.People, c.Access, tender, context.Now, out var offered) is { } bad) return bad;
                var id = new VisitSlotId(context.NewId());
                return Decision.Make(id.Value, new VisitOffered(c.Tender, id, offered));
            case ChangeVisit c:
                if (state.Slots.Find(slot => slot.Id == c.Slot && slot.IsOpen(context.Now)) is not { } open) return Refusal.NotFound;
                if (Check(c.Starts, c.Minutes, c.Place, c.People, c.Access, tender, context.Now, out var plan) is { } badPlan) return badPlan;
                if (Written.Words(c.Reason, "reason", "why, in plain words", 1_000, out var why) is { } badReason) return badReason;
                return plan == open.Plan ? Decision.Accept() : Decision.Accept(new VisitChanged(c.Slot, plan, why));
            case CallVisitOff c:
                if (!state.Slots.Exists(slot => slot.Id == c.Slot && slot.IsOpen(context.Now))) return Refusal.NotFound;
                return Written.Words(c.Reason, "reason", "why, in plain words", 1_000, out var reason) is { } noReason ? noReason : Decision.Accept(new VisitCalledOff(c.Slot, reason));
            default:
                throw new InvalidOperationException($"Visits know no command {command.GetType().Name}.");
        }
    }

    private static Refusal? Check(DateTimeOffset? at, int minutes, string? where, int people, string? words, Tender tender, DateTimeOffset now, out VisitPlan plan)
    {
        plan = null!;
        if (at is not { } starts || starts <= now || starts >= tender.Deadline) return _starts;
        if (minutes is < 10 or > 600) return _minutes;
        if (Written.Words(where, "place", "where people meet", 200, out var place) is { } badPlace) return badPlace;
        if (people is < 1 or > 50) return _people;
        if (Written.OptionalWords(words, "access", "how to get there and in", 1_000, out var access) is { } badAccess) return badAccess;
        plan = new VisitPlan(starts.ToUniversalTime(), minutes, place, people, access);
        return null;
    }

    private static Decision Book(SiteVisits state, BookVisit c, Context context)
    {
        if (state.Slots.Find(one => one.Id == c.Slot) is not { } slot) return Refusal.NotFound;
        if (!slot.IsOpen(context.Now)) return _over;
        if (c.People < 1 || c.People > slot.Plan.People) return new Refusal("people.range", $"Say how many of you come: from 1 to {slot.Plan.People}.", "people");
        if (Written.OptionalWords(c.Needs, "needs", "what you need", 500, out var needs) is { } bad) return bad;
        var mine = state.Of(context.Actor);
        if (mine is null && state.Bookings.Count >= MostBookings) return _many;
        return mine is { } there && (there.Slot, there.People, there.Needs, there.Seen) == (c.Slot, c.People, needs, slot.Revision)
            ? Decision.Accept()
            : Decision.Accept(new VisitBooked(c.Slot, c.People, needs));
    }

    private static Decision Cancel(SiteVisits state, Context context)
    {
        if (state.Of(context.Actor) is not { } mine) return _none;
        var slot = state.Slots.Find(one => one.Id == mine.Slot)!;
        return slot.IsOff || slot.IsOpen(context.Now) ? Decision.Accept(new BookingCancelled()) : _over;
    }

    private static Decision Acknowledge(SiteVisits state, Context context)
    {
        if (state.Of(context.Actor) is not { } mine) return _none;
        var slot = state.Slots.Find(one => one.Id == mine.Slot)!;
        return slot.Revision == mine.Seen ? Decision.Accept() : Decision.Accept(new VisitAcknowledged(slot.Revision));
    }

    private static Decision Tell(SiteVisits state, NoteVisitTold c, Context context)
    {
        if (!context.IsSystem) return Refusal.NotFound;
        return state.ToTell.FirstOrDefault(booking => booking.By == c.Who) is { } booking
            ? Decision.Accept(new VisitTold(c.Who, state.Slots.Find(slot => slot.Id == booking.Slot)!.Revision))
            : Decision.Accept();
    }
}

using System.Globalization;
using System.Text;
using CoDesign.App.Live;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace CoDesign.App.Tenders;

/// <summary>What somebody looks for among the opportunities, and the visit that somebody booked, for calendars.</summary>
public static class OpportunityCalendar
{
    /// <summary>Maps the calendar of a search, which takes the same questions as the page, and that of one's own visit.</summary>
    public static WebApplication MapOpportunityCalendar(this WebApplication app)
    {
        app.MapGet("/opportunities.ics", (HttpContext http, Opportunities register, Clock clock) =>
        {
            var (filter, now) = (OpportunityQuery.Read(http.Request.Query), clock.Now());
            return Calendar(OpportunityWords.Of(filter), register.Find(filter, now).Shown.Select(one => Of(one, now, SiteOf(http))).OfType<CalendarEvent>());
        }).ExcludeFromDescription();
        app.MapGet("/opportunities/{reference}/visit.ics", (string reference, HttpContext http, Opportunities register, LiveStreams live, Clock clock) =>
        {
            var me = http.User.Participant();
            http.Response.Headers.CacheControl = "no-store";
            return register.With(reference) is { } one && me != ParticipantId.Public && SiteVisitReading.View(new Reading(live), one.Tender, me, clock.Now())?.Mine is { } mine
                ? Calendar(one.Title, [Of(one, mine, SiteOf(http))])
                : Results.NotFound();
        }).ExcludeFromDescription();
        return app;
    }

    private static CalendarEvent? Of(Opportunity one, DateTimeOffset now, string site) => one.StageAt(now) switch
    {
        OpportunityStage.Engagement => Event(one, "engagement", one.EngagementUntil!.Value, now, site),
        _ when one.HasDate => Event(one, "closes", one.Deadline, now, site),
        _ => null,
    };

    private static CalendarEvent Event(Opportunity one, string what, DateTimeOffset at, DateTimeOffset now, string site) => new()
    {
        Uid = $"{one.Tender}-{what}@codesign",
        Summary = $"{one.Title}: {one.WhenAt(now)}",
        Url = new Uri(site + one.Path),
        DtStamp = new CalDateTime(one.ChangedAt.UtcDateTime, "UTC"),
        Start = new CalDateTime(at.UtcDateTime, "UTC"),
    };

    private static CalendarEvent Of(Opportunity one, SeenBooking mine, string site) => new()
    {
        Uid = string.Create(CultureInfo.InvariantCulture, $"{mine.Slot.Id}@codesign"),
        Sequence = mine.Slot.Revision,
        Status = mine.Slot.IsOff ? "CANCELLED" : "CONFIRMED",
        Summary = $"Visit: {one.Title}",
        Location = mine.Slot.Plan.Place,
        Description = $"{mine.Slot.Reason}\n{mine.Slot.Plan.Access}".Trim(),
        Url = new Uri(site + one.Path),
        Start = new CalDateTime(mine.Slot.Plan.Starts.UtcDateTime, "UTC"),
        Duration = Duration.FromMinutes(mine.Slot.Plan.Minutes),
    };

    private static IResult Calendar(string name, IEnumerable<CalendarEvent> events)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//CoDesign//Opportunities//EN" };
        calendar.AddProperty("X-WR-CALNAME", name);
        calendar.Events.AddRange(events);
        return Results.Bytes(Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar) ?? ""), "text/calendar; charset=utf-8");
    }

    private static string SiteOf(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}";
}

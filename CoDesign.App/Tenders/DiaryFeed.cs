using System.Globalization;
using System.Text;
using CoDesign.App.Live;
using CoDesign.App.Shell;
using CoDesign.Domain.Tenders;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace CoDesign.App.Tenders;

/// <summary>The public dates of tenders for calendars. No address here says who looks, and nothing that isn't published is in it.</summary>
public static class DiaryFeed
{
    private const int DaysBack = 31;
    private const int DaysOn = 730;

    /// <summary>Maps the diary of all tenders, and that of each.</summary>
    public static WebApplication MapDiary(this WebApplication app)
    {
        app.MapGet("/diary.ics", (HttpContext http, PublicDiary diary, Clock clock) => Calendar(http, diary, clock, null, "Diary of tenders")).ExcludeFromDescription();
        app.MapGet("/opportunities/{reference}/timetable.ics", (string reference, HttpContext http, PublicDiary diary, Opportunities register, Clock clock) =>
            register.With(reference) is { } one ? Calendar(http, diary, clock, one.Reference, one.Title) : Results.NotFound()).ExcludeFromDescription();
        return app;
    }

    private static IResult Calendar(HttpContext http, PublicDiary diary, Clock clock, string? reference, string name)
    {
        var today = UkTime.DayOf(clock.Now());
        var dates = diary.Dates(reference is null ? today.AddDays(-DaysBack) : DateOnly.MinValue, today.AddDays(DaysOn), reference);
        return Results.Bytes(Encoding.UTF8.GetBytes(Write(name, dates, $"{http.Request.Scheme}://{http.Request.Host}")), "text/calendar; charset=utf-8", reference is null ? "diary.ics" : $"{reference}.ics");
    }

    /// <summary>A calendar with dates.</summary>
    /// <param name="name">What people call it.</param>
    /// <param name="dates">What happens.</param>
    /// <param name="site">Where this site is.</param>
    public static string Write(string name, IEnumerable<DiaryDate> dates, string site)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//CoDesign//Diary of tenders//EN" };
        calendar.AddProperty("X-WR-CALNAME", name);
        foreach (var date in dates)
        {
            calendar.Events.Add(new CalendarEvent
            {
                Uid = string.Create(CultureInfo.InvariantCulture, $"{date.Tender}-{date.Milestone.ToString().ToLowerInvariant()}@codesign"),
                Summary = $"{date.Title}: {Timetable.NameOf(date.Milestone)}{(date.At is { } at ? $" {TenderDocument.When(at)}" : "")}",
                Url = new Uri(site + date.Address),
                DtStamp = new CalDateTime(date.ChangedAt.UtcDateTime, "UTC"),
                Start = date.At is { } instant ? new CalDateTime(instant.UtcDateTime, "UTC") : new CalDateTime(date.Day),
                Transparency = TransparencyType.Transparent,
            });
        }

        return new CalendarSerializer().SerializeToString(calendar) ?? "";
    }
}

using System.Globalization;
using System.Net;
using CoDesign.App.Shell;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;
using CoDesign.Tests.Journeys;
using Calendar = Ical.Net.Calendar;

namespace CoDesign.Tests.Tenders;

/// <summary>The diary of all tenders, as pages and calendars: drafts for who runs their project, what is published for everybody.</summary>
public sealed class DiaryPageTests(JourneyHost host) : IClassFixture<JourneyHost>
{
    [Fact]
    public async Task A_draft_is_in_the_diary_of_who_runs_or_oversees_its_project_alone()
    {
        var draft = await TenderOnSite.ReadyAsync(host);
        var own = $"a[href='/projects/{draft.Project}/tender/timetable']";
        foreach (var (persona, sees) in new[] { ("commissioner", true), ("member", true), ("provider", false), ("service-user", false), ("administrator", false) })
        {
            using var person = await host.SignedInAsync(persona);
            Assert.Equal(sees, (await person.ReadAsync("/diary")).QuerySelector(own) is not null);
        }

        using var anybody = host.NewVisitor();
        var page = await anybody.ReadAsync("/diary");
        Assert.Null(page.QuerySelector(own));
        Assert.Null(page.GetElementById("clashes-title"));
        Assert.DoesNotContain(draft.Project.Text(), await TextAsync(anybody, "/diary.ics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_published_tender_is_in_everybodys_diary_as_its_version_says_and_its_next_dates_follow_an_amendment()
    {
        var tender = await TenderOnSite.PublishedAsync(host);
        var reference = tender.Opportunity.Split('/')[^1];
        using var anybody = host.NewVisitor();
        Assert.NotNull((await anybody.ReadAsync("/diary")).QuerySelector($".diary a[href='{tender.Opportunity}']"));
        var before = Deadline(await ReadAsync(anybody, reference));

        var opening = WorkingDays.OnOrAfter(UkTime.DayOf(host.Time.GetUtcNow()).AddDays(60));
        bool IsMoved(Calendar calendar) => calendar.Events.Any(one => one.Start!.Value.Date == opening.ToDateTime(TimeOnly.MinValue));
        using (var tom = await host.SignedInAsync("commissioner"))
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await tom.SubmitAsync($"/projects/{tender.Project}/tender/timetable", "set-milestones", ("days[opening]", opening.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))).StatusCode);
        }

        Assert.False(IsMoved(await ReadAsync(anybody, reference)));
        await tender.AmendAsync("The moderator is away.");
        Assert.Equal(before.AddMinutes(1), Deadline(await ReadAsync(anybody, reference)));
        Assert.True(IsMoved(await ReadAsync(anybody, reference)));
    }

    [Fact]
    public async Task The_calendar_reads_back_as_it_was_written_with_days_and_the_instant_of_the_deadline()
    {
        var tender = await TenderOnSite.PublishedAsync(host);
        using var anybody = host.NewVisitor();

        var answer = await anybody.GetAsync("/diary.ics");
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        var events = Calendar.Load(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.Events
            .Where(one => one.Url!.AbsolutePath == tender.Opportunity).ToArray();

        Assert.Contains(events, one => one.Start!.HasTime && one.Summary!.Contains(Timetable.NameOf(MilestoneKind.Deadline), StringComparison.Ordinal));
        Assert.All(events.Where(one => !one.Summary!.Contains(Timetable.NameOf(MilestoneKind.Deadline), StringComparison.Ordinal)), one => Assert.False(one.Start!.HasTime));
        Assert.Equal(events.Length, events.Select(one => one.Uid).Distinct().Count());
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync("/opportunities/CD-0000-NOTONE/timetable.ics")).StatusCode);
    }

    [Fact]
    public async Task A_tender_that_was_taken_back_leaves_nothing_in_the_time_to_come()
    {
        var tender = await TenderOnSite.PublishedAsync(host);
        using var tom = await host.SignedInAsync("commissioner");

        Assert.Equal(HttpStatusCode.SeeOther, (await tom.SubmitAsync($"/projects/{tender.Project}/tender/publish", "withdraw-tender", ("reason", "The sea is calm."))).StatusCode);

        var today = UkTime.DayOf(host.Time.GetUtcNow()).ToDateTime(TimeOnly.MinValue);
        Assert.All((await ReadAsync(tom, tender.Opportunity.Split('/')[^1])).Events, one => Assert.True(one.Start!.Value.Date <= today));
    }

    [Theory]
    [InlineData("?from=2027-04", "June 2027")]
    [InlineData("?from=9999-12", null)]
    [InlineData("?from=never", null)]
    public async Task Months_are_leafed_through_by_addresses(string query, string? last)
    {
        using var anybody = host.NewVisitor();

        var months = (await anybody.ReadAsync($"/diary{query}")).QuerySelectorAll("main h2").Select(heading => heading.TextContent).ToArray();

        Assert.Equal(3, months.Length);
        if (last is not null) Assert.Equal(last, months[^1]);
    }

    private static DateTime Deadline(Calendar calendar) => calendar.Events.Single(one => one.Start!.HasTime).Start!.AsUtc;

    private static async Task<Calendar> ReadAsync(Visitor visitor, string reference) => Calendar.Load(await TextAsync(visitor, $"/opportunities/{reference}/timetable.ics"))!;

    private static async Task<string> TextAsync(Visitor visitor, string address) =>
        await (await visitor.GetAsync(address)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}

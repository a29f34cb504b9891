using System.Net;
using CoDesign.App.Following;
using CoDesign.App.Storage;
using CoDesign.App.Tenders;
using CoDesign.Tests.Journeys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoDesign.Tests.Tenders;

/// <summary>Visits on the site: booked in private, told when changed, in one's own calendar.</summary>
public sealed class SiteVisitPageTests(MailHost host) : IClassFixture<MailHost>
{
    [Fact]
    public async Task A_visit_is_booked_in_private_and_who_booked_is_told_of_a_change()
    {
        var tender = await TenderOnSite.PublishedAsync(host);
        using var tom = await host.SignedInAsync("commissioner");
        var hosts = $"/projects/{tender.Project}/tender/visits";
        Assert.Equal(HttpStatusCode.SeeOther, (await tom.SubmitAsync(hosts, "offer-visit", Plan("The lookout"))).StatusCode);
        using var ruth = await host.SignedInAsync("provider");
        using var daniel = await host.SignedInAsync("provider-2");
        var before = Words(await daniel.ReadAsync(tender.Opportunity));
        var slot = (await ruth.ReadAsync(tender.Opportunity)).QuerySelector("#book-visit input[name=slot]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.SeeOther, (await ruth.SubmitAsync(tender.Opportunity, "book-visit", ("slot", slot), ("people", "2"), ("needs", "A lift, please."))).StatusCode);

        Assert.Contains("You come on", Words(await ruth.ReadAsync(tender.Opportunity)), StringComparison.Ordinal);
        Assert.Equal(before, Words(await daniel.ReadAsync(tender.Opportunity)));
        var seen = (await tom.ReadAsync(hosts)).QuerySelector("main")!.TextContent;
        Assert.Contains("2 people come", seen, StringComparison.Ordinal);
        Assert.Contains("A lift, please.", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Ruth", seen, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await daniel.GetAsync($"{tender.Opportunity}/visit.ics")).StatusCode);
        Assert.Contains("LOCATION:The lookout", await TextAsync(ruth, $"{tender.Opportunity}/visit.ics"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await tom.SubmitAsync(hosts, "change-visit-0", [("reason", "The road is closed."), .. Plan("The other gate")])).StatusCode);
        Assert.Contains("was changed. The road is closed.", Words(await ruth.ReadAsync(tender.Opportunity)), StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:1", await TextAsync(ruth, $"{tender.Opportunity}/visit.ics"), StringComparison.Ordinal);
        var news = host.Services.GetRequiredService<VisitNews>();
        await news.DoAsync(TestContext.Current.CancellationToken);
        await news.DoAsync(TestContext.Current.CancellationToken);
        await host.Services.GetRequiredService<Postman>().DoAsync(TestContext.Current.CancellationToken);
        var (to, message) = Assert.Single(host.Post.Taken);
        Assert.Equal("provider@codesign.example", to);
        Assert.DoesNotContain("Safe at sea", message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await ruth.SubmitAsync(tender.Opportunity, "acknowledge-visit")).StatusCode);
        Assert.DoesNotContain("was changed. The road", Words(await ruth.ReadAsync(tender.Opportunity)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await ruth.SubmitAsync(tender.Opportunity, "cancel-booking")).StatusCode);

        await using var db = await host.Services.GetRequiredService<IDbContextFactory<CoDesignDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(db.Events.AsEnumerable(), row => row.StreamId.StartsWith("visit", StringComparison.Ordinal) || row.Type.StartsWith("visit", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_calendar_of_a_search_has_what_it_finds()
    {
        var tender = await TenderOnSite.PublishedAsync(host);
        using var anybody = host.NewVisitor();
        var calendar = await TextAsync(anybody, "/opportunities.ics?words=coast");
        Assert.Contains(tender.Opportunity, calendar.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("VEVENT", await TextAsync(anybody, "/opportunities.ics?words=zeppelin"), StringComparison.Ordinal);
    }

    private (string, string)[] Plan(string place) =>
    [
        ("starts", App.Shell.UkTime.Local(host.Time.GetUtcNow().AddMinutes(40)).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture)),
        ("minutes", "60"), ("place", place), ("people", "3"), ("access", "A ramp at the side."),
    ];

    private static string Words(AngleSharp.Dom.IDocument page) => page.QuerySelector("#visits")!.TextContent;

    private static async Task<string> TextAsync(Visitor visitor, string address) =>
        await (await visitor.GetAsync(address)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}

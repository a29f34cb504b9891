using System.Net;
using CoDesign.Tests.Journeys;

namespace CoDesign.Tests.Subcontracts;

/// <summary>Offers of work on the site: posted, found, answered, and taken down by who looks after it.</summary>
public sealed class SubcontractPageTests(JourneyHost host) : IClassFixture<JourneyHost>
{
    [Fact]
    public async Task Work_is_offered_found_answered_and_taken_down()
    {
        using var daniel = await host.SignedInAsync("provider-2");
        var posted = await daniel.SubmitAsync("/subcontracts/new", "post-subcontract", ("organisation", "Downland Care"), ("title", "Drivers for the coast"), ("what", "Two drivers each evening."),
            ("least", "5,000"), ("most", "£9,000"), ("area", "The coast"), ("closes", App.Shell.UkTime.Local(host.Time.GetUtcNow().AddDays(3)).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(HttpStatusCode.SeeOther, posted.StatusCode);
        using var anybody = host.NewVisitor();
        var listed = await anybody.ReadAsync("/opportunities?stage=subcontracts&words=drivers&most=6000");
        var page = Assert.Single(listed.QuerySelectorAll(".cards h3 a")).GetAttribute("href")!;
        Assert.StartsWith("/subcontracts/SC-", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Drivers for the coast", (await anybody.ReadAsync("/opportunities?words=drivers")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        foreach (var address in new[] { "/opportunities.atom?stage=subcontracts", "/sitemap.xml" })
            Assert.Contains(page, await (await anybody.GetAsync(address)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync($"/opportunities/{page.Split('/')[^1]}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync($"/api/ocds/records/ocds-000000-{page.Split('/')[^1]}")).StatusCode);

        using var ruth = await host.SignedInAsync("provider");
        Assert.Equal(HttpStatusCode.SeeOther, (await ruth.SubmitAsync(page, "contact-poster", ("organisation", "Harbour Lights"), ("message", "We have a driver on Fridays."))).StatusCode);
        Assert.Contains("on Fridays", (await daniel.ReadAsync(page)).QuerySelector("#contacts")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("on Fridays", (await anybody.ReadAsync(page)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await daniel.SubmitAsync(page, "answer-contact-0", ("answer", "Fridays are fine."))).StatusCode);
        Assert.Contains("Fridays are fine.", (await ruth.ReadAsync(page)).QuerySelector("#contacts")!.TextContent, StringComparison.Ordinal);

        var id = posted.Headers.Location!.ToString().Split('/')[^1];
        Assert.Equal(HttpStatusCode.NotFound, (await ruth.PostJsonAsync($"/api/subcontracts/{id}/commands/take-down-subcontract", new { reason = "Not ours." })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await anybody.GetAsync(page)).StatusCode);
        using var sam = await host.SignedInAsync("administrator");
        Assert.Equal(HttpStatusCode.SeeOther, (await sam.SubmitAsync(page, "take-down-subcontract", ("reason", "It is no offer of work."))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync(page)).StatusCode);
        Assert.Contains("It is no offer of work.", (await daniel.ReadAsync($"/subcontracts/{id}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await anybody.ReadAsync("/opportunities?stage=subcontracts")).QuerySelectorAll(".cards > li"));
    }

    [Fact]
    public async Task The_list_of_authorities_is_kept_by_who_looks_after_the_site_alone()
    {
        using var tom = await host.SignedInAsync("commissioner");
        var address = $"/api/authorities/{Domain.Tenders.AuthorityList.Stream.Value:n}/commands/add-authority";
        Assert.Equal(HttpStatusCode.NotFound, (await tom.PostJsonAsync(address, new { name = "Tom's own" })).StatusCode);
        using var sam = await host.SignedInAsync("administrator");
        Assert.Equal(HttpStatusCode.OK, (await sam.PostJsonAsync(address, new { name = "Harbour Town" })).StatusCode);
        using var anybody = host.NewVisitor();
        Assert.Contains("Harbour Town", (await anybody.ReadAsync("/authorities")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Tom's own", (await anybody.ReadAsync("/authorities")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }
}

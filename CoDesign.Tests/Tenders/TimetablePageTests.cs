using System.Net;
using CoDesign.Tests.Journeys;

namespace CoDesign.Tests.Tenders;

/// <summary>Timetable and asks are filled in on plain forms, and bidders read what came of them.</summary>
public sealed class TimetablePageTests(JourneyHost host) : IClassFixture<JourneyHost>
{
    [Fact]
    public async Task A_commissioner_plans_forwards_and_reads_each_date_with_its_rule()
    {
        var address = $"/projects/{(await TenderOnSite.ReadyAsync(host)).Project}/tender/timetable";
        using var tom = await host.SignedInAsync("commissioner");

        Assert.Equal(HttpStatusCode.SeeOther, (await tom.SubmitAsync(address, "plan-forwards", ("publication", "2030-01-14"))).StatusCode);

        var rows = (await tom.ReadAsync(address)).QuerySelectorAll(".milestones tbody tr").Select(row => row.TextContent).ToArray();
        Assert.Contains(rows, row => row.Contains("The notice goes out", StringComparison.Ordinal) && row.Contains("Monday 14 January 2030", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("Bids are in time until", StringComparison.Ordinal) && row.Contains("Monday 11 February 2030", StringComparison.Ordinal));
        Assert.All(rows, row => Assert.Contains("Good practice, not law", row, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_beginning_that_comes_too_soon_is_refused_on_the_form_with_the_earliest()
    {
        var address = $"/projects/{(await TenderOnSite.ReadyAsync(host)).Project}/tender/timetable";
        using var tom = await host.SignedInAsync("commissioner");

        var refused = await tom.SubmitAsync(address, "plan-backwards", ("start", host.Time.GetUtcNow().AddDays(5).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("the contract can begin on", (await tom.ReadAsync(refused)).QuerySelector(".error-summary a[href$='#plan-backwards-start']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_much_to_ask_blocks_with_the_way_to_it_and_bidders_read_the_reason()
    {
        var tender = await TenderOnSite.ReadyAsync(host);
        var (asks, publish) = ($"/projects/{tender.Project}/tender/asks", $"/projects/{tender.Project}/tender/publish");
        using var tom = await host.SignedInAsync("commissioner");

        Assert.Equal(HttpStatusCode.SeeOther, (await tom.SubmitAsync(asks, "describe-asks", ("bond", "5"), ("certificates", "Lifeguard, Cornwall\nFirst aid"))).StatusCode);
        Assert.Equal(2, (await tom.ReadAsync(publish)).QuerySelectorAll($".checks a[href^='{asks}#ask-']").Length);
        Assert.NotNull((await tom.ReadAsync(asks)).GetElementById("ask-bond"));
        Assert.Equal(HttpStatusCode.SeeOther, (await tom.SubmitAsync(asks, "keep-bond", ("reason", "The boat is ours."))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await tom.SubmitAsync(asks, "keep-certificates", ("reason", "The sea is cold."))).StatusCode);
        Assert.Empty((await tom.ReadAsync(publish)).QuerySelectorAll($".checks a[href^='{asks}']"));

        using var cllr = await host.SignedInAsync("member");
        Assert.Null((await cllr.ReadAsync(asks)).GetElementById("describe-asks"));
        using var ruth = await host.SignedInAsync("provider");
        Assert.Equal(HttpStatusCode.NotFound, (await ruth.GetAsync(asks)).StatusCode);
    }

    [Fact]
    public async Task A_bidder_reads_beside_the_bid_what_else_is_asked()
    {
        var tender = await TenderOnSite.PublishedAsync(host);
        var bid = await tender.BidAsync("provider", submitted: false);
        using var ruth = await host.SignedInAsync("provider");

        var page = await ruth.ReadAsync(bid);

        Assert.Contains("We ask for nothing besides answers and price.", page.QuerySelector("section[aria-labelledby=asked-title]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("section[aria-labelledby=vouching-title]"));
    }
}

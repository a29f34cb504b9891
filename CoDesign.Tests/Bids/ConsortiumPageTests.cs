using System.Net;
using CoDesign.Tests.Journeys;

namespace CoDesign.Tests.Bids;

/// <summary>Bidding together without scripts: asked by a link, agreed, submitted; and what others find of it meanwhile.</summary>
public sealed class ConsortiumPageTests(JourneyHost host) : IClassFixture<JourneyHost>
{
    [Fact]
    public async Task Ruth_asks_Daniel_to_bid_together_and_submits_once_he_agreed()
    {
        var tender = await TenderOnSite.PublishedAsync(host);
        var bid = await tender.BidAsync("provider", submitted: false);
        using var ruth = await host.SignedInAsync("provider");
        using var daniel = await host.SignedInAsync("provider-2");
        using var tom = await host.SignedInAsync("commissioner");

        Assert.Equal(HttpStatusCode.SeeOther, (await ruth.SubmitAsync(bid, "add-partner", ("name", "Downland Walks"), ("does", "Walks at night."), ("access", "reads"))).StatusCode);
        var page = await ruth.ReadAsync(bid);
        var link = new Uri(page.QuerySelector("#partners code")!.TextContent).PathAndQuery;
        var shares = page.QuerySelectorAll("#set-shares input[name^='partners[']").Single().GetAttribute("name")!;
        var wrong = await ruth.ReadAsync(await ruth.SubmitAsync(bid, "set-shares", ("lead", "60"), ("does", "Wardens"), (shares, "39.99")));
        Assert.Contains("The shares total 99.99%", wrong.QuerySelector("#set-shares .error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await ruth.SubmitAsync(bid, "set-shares", ("lead", "60"), ("does", "Wardens"), (shares, "40"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ruth.SubmitAsync(bid, "submit-bid")).StatusCode);

        Assert.DoesNotContain("Downland Walks", (await tom.ReadAsync(link)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await daniel.SubmitAsync(link, "join-as-partner")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await tom.GetAsync(link)).StatusCode);
        var part = $"{bid}/part";
        Assert.Contains("40%", (await daniel.ReadAsync(part)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), ((await daniel.GetAsync(bid)).StatusCode, (await tom.GetAsync(part)).StatusCode));
        Assert.Equal(HttpStatusCode.SeeOther, (await daniel.SubmitAsync(part, "agree-to-share")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await ruth.SubmitAsync(bid, "submit-bid")).StatusCode);

        Assert.Equal(HttpStatusCode.SeeOther, (await daniel.SubmitAsync(part, "leave-consortium")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await daniel.GetAsync(part)).StatusCode);
        Assert.Contains("Downland Walks has left", (await ruth.ReadAsync(bid)).Body!.TextContent, StringComparison.Ordinal);
    }
}

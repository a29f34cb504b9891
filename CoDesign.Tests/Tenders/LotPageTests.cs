using System.Net;
using AngleSharp.Dom;
using CoDesign.Domain.Evaluations;
using CoDesign.Tests.Journeys;

namespace CoDesign.Tests.Tenders;

/// <summary>Lots from the form that adds them to the award, without scripts.</summary>
public sealed class LotPageTests(JourneyHost host) : IClassFixture<JourneyHost>
{
    [Fact]
    public async Task Tom_divides_the_contract_and_what_was_refused_comes_back_as_it_was_typed()
    {
        var (tender, tom) = (await TenderOnSite.ReadyAsync(host), await host.SignedInAsync("commissioner"));
        var lots = $"/projects/{tender.Project}/tender/lots";
        Assert.Contains("isn’t divided", Words(await tom.ReadAsync(lots)), StringComparison.Ordinal);

        var refused = await tom.SubmitAsync(lots, "add-lot", ("title", " "), ("description", "The harbour."), ("value", "-1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await tom.ReadAsync(refused);
        Assert.NotNull(page.QuerySelector(".error-summary a[href$='#add-lot-title']"));
        Assert.Contains("The harbour.", page.QuerySelector("#add-lot textarea")!.TextContent, StringComparison.Ordinal);

        await AddAsync(tom, lots, "North", "50,000");
        await AddAsync(tom, lots, "South", "45,000");
        page = await tom.ReadAsync(lots);
        Assert.Contains("The contract is worth £90,000", Words(page), StringComparison.Ordinal);
        var south = page.QuerySelectorAll(".rows a").Single(link => link.TextContent.EndsWith("South", StringComparison.Ordinal)).GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.SeeOther, (await tom.SubmitAsync(south, "move-lot", ("position", "0"))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await tom.SubmitAsync(south, "change-lot", ("title", "The south"), ("value", "40,000"), ("welcomesConsortia", "true"))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await tom.SubmitAsync(lots, "set-lot-rules", ("mostWon", "1"))).StatusCode);

        page = await tom.ReadAsync(lots);
        Assert.Equal(["Lot 1: The south", "Lot 2: North"], page.QuerySelectorAll(".rows a").Select(link => link.TextContent));
        Assert.Contains("Nobody wins more than one", Words(page), StringComparison.Ordinal);
        Assert.DoesNotContain("The contract is worth", Words(page), StringComparison.Ordinal);
        Assert.NotNull((await tom.ReadAsync($"/projects/{tender.Project}/tender")).GetElementById("regime-lots"));
        var documents = Words(await tom.ReadAsync($"/projects/{tender.Project}/tender/documents"));
        Assert.Contains("Lot 1: The south", documents, StringComparison.Ordinal);
        Assert.Contains("Nobody has said yet what belongs to the lot “The south”", Words(await tom.ReadAsync($"/projects/{tender.Project}/tender/publish")), StringComparison.Ordinal);
        using var ruth = await host.SignedInAsync("provider");
        Assert.NotEqual(HttpStatusCode.OK, (await ruth.GetAsync(lots)).StatusCode);
    }

    [Fact]
    public async Task A_rehearsal_says_who_would_get_which_lot()
    {
        var (tender, tom) = (await TenderOnSite.ReadyAsync(host), await host.SignedInAsync("commissioner"));
        await DivideAsync(tender, tom);

        var page = await tom.ReadAsync($"/projects/{tender.Project}/tender/rehearsal?bids=3&lot=2&p0=10&p1=20&p2=30&p0.1=&p1.1=30&p2.1=20");

        Assert.Equal(["North Bid A", "South Bid C"], page.QuerySelectorAll("section[aria-labelledby=winners-title] li").Select(row => row.TextContent.Trim()));
        Assert.Equal(["Bid B", "Bid C"], page.QuerySelectorAll("section[aria-labelledby=rehearsal-title] tbody th").Select(row => row.TextContent).Order());
    }

    [Fact]
    public async Task A_bid_for_one_lot_is_priced_submitted_and_ranked_while_the_other_ends_without_an_award()
    {
        var (tender, tom) = (await TenderOnSite.ReadyAsync(host), await host.SignedInAsync("commissioner"));
        await DivideAsync(tender, tom);
        await tender.PublishAsync();
        using var ruth = await host.SignedInAsync("provider");
        Assert.Equal(["Lot 1: North", "Lot 2: South"], (await ruth.ReadAsync(tender.Opportunity)).QuerySelectorAll("section[aria-labelledby=lots-title] strong").Select(lot => lot.TextContent));
        Assert.Single((await ruth.ReadAsync("/opportunities?words=north+harbour&consortia=true")).QuerySelectorAll(".cards > li"), card => card.TextContent.Contains("2 lots", StringComparison.Ordinal));

        var bid = await tender.BidAsync("provider", submitted: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ruth.SubmitAsync(bid, "submit-bid")).StatusCode);
        var refused = await ruth.SubmitAsync(bid, "price-lots", ("lots[0].bids", "true"), ("lots[0].price", "0"));
        Assert.NotNull((await ruth.ReadAsync(refused)).QuerySelector(".error-summary a[href$='#price-lots-lots-0-price']"));
        Assert.Equal(HttpStatusCode.SeeOther, (await ruth.SubmitAsync(bid, "price-lots", ("lots[0].bids", "true"), ("lots[0].price", "41,500"))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await ruth.SubmitAsync(bid, "submit-bid")).StatusCode);
        Assert.Contains("Price of North£41,500", string.Concat((await ruth.ReadAsync(bid)).GetElementById("receipt")!.TextContent.Split('\n').Select(line => line.Trim())), StringComparison.Ordinal);

        tender.PassDeadline();
        await tender.OpenAsync();
        foreach (var evaluator in new[] { "evaluator-1", "evaluator-2", "evaluator-3" })
        {
            await tender.DeclareAsync(evaluator);
            await tender.ScoreAsync(evaluator);
            await tender.OfPanelAsync(evaluator, new LockScores());
        }

        await tender.OfPanelAsync("moderator", new OpenModeration());
        using var sian = await host.SignedInAsync("moderator");
        var panel = await sian.ReadAsync(tender.Panel);
        Assert.Equal(["Result: North", "Result: South"], panel.QuerySelectorAll("section[aria-labelledby^=result-] h2").Select(title => title.TextContent));
        Assert.Contains("Nobody has bid for it.", panel.QuerySelectorAll("section[aria-labelledby^=result-]")[1].TextContent, StringComparison.Ordinal);
        var award = $"{tender.Panel}/award";
        var form = Assert.Single((await sian.ReadAsync(award)).QuerySelectorAll("form[id^=end-lot]")).Id!;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sian.SubmitAsync(award, form, ("reason", " "))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await sian.SubmitAsync(award, form, ("reason", "Nobody bid for it."))).StatusCode);
        Assert.Contains("ended without an award. Nobody bid for it.", Words(await sian.ReadAsync(tender.Panel)), StringComparison.Ordinal);
    }

    private static async Task DivideAsync(TenderOnSite tender, Visitor tom)
    {
        await AddAsync(tom, $"/projects/{tender.Project}/tender/lots", "North", "45,000", ("description", "From the harbour to the head."), ("place", "The harbour"), ("welcomesConsortia", "true"));
        await AddAsync(tom, $"/projects/{tender.Project}/tender/lots", "South", "45,000", ("description", "From the head to the river."));
    }

    private static async Task AddAsync(Visitor tom, string lots, string title, string value, params (string, string)[] more) =>
        Assert.Equal(HttpStatusCode.SeeOther, (await tom.SubmitAsync(lots, "add-lot", [("title", title), ("value", value), .. more])).StatusCode);

    private static string Words(IParentNode page) => page.QuerySelector("main")!.TextContent;
}

using System.Globalization;
using System.Text.RegularExpressions;
using CoDesign.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoDesign.Tests.Journeys;

/// <summary>
/// From publication to bids in hand, in five browsers: two providers ask, one of them bids together with a third, the tender is
/// amended, bids are changed and handed in again, and until two people open them nobody else learns anything on any wire.
/// </summary>
[Trait("Category", "Browser")]
public sealed class BiddingJourneyTests(JourneyHost host, BrowserFixture browser) : IClassFixture<JourneyHost>
{
    private static readonly string[] _ofRuth = ["Harbour Lights", "We know every rock", "Tide Riders", "81,250", "81250"];
    private static readonly string[] _ofDaniel = ["Downland Care", "Cameras on every cliff", "79,990", "79990"];

    [Fact]
    public async Task Two_providers_ask_bid_change_and_hand_in_again_and_nobody_else_learns_anything_until_two_people_open()
    {
        var tender = await TenderOnSite.ReadyAsync(host);
        var tom = await browser.PersonAsync(host.Address, persona: "commissioner");
        var ruth = await browser.PersonAsync(host.Address, 390, persona: "provider");
        var daniel = await browser.PersonAsync(host.Address, persona: "provider-2");
        var (grace, _) = await PersonAsync("facilitator");
        var (sam, sams) = await PersonAsync("administrator");

        await PublishAsync(tom, tender);
        await AskAsync(ruth, tender, "May volunteers watch?");
        await AskAsync(daniel, tender, "Is there a hut?");
        await AnswerAsync(tom, tender, "Yes, trained ones.");
        await AnswerAsync(tom, tender, "There are three.");
        foreach (var page in new[] { ruth, daniel })
        {
            await page.GotoAsync(tender.Opportunity);
            foreach (var answer in new[] { "Yes, trained ones.", "There are three." }) await Expect(page.Locator("#enquiries")).ToContainTextAsync(answer);
        }

        var toms = Wire.Of(tom);
        var hers = await BidAsync(ruth, tender, "Harbour Lights", "We know every rock.", "80,000");
        var his = await BidAsync(daniel, tender, "Downland Care", "Cameras on every cliff.", "79,990");
        await BidTogetherAsync(ruth, grace, hers);
        await ruth.SubmitAsync("Submit the bid");
        await daniel.SubmitAsync("Submit the bid");
        await Expect(ruth.Locator("#receipt code").First).ToHaveTextAsync(new Regex("^[0-9a-f]{64}$"));

        await AmendAsync(tom, toms, tender);
        foreach (var (page, bid) in new[] { (ruth, hers), (daniel, his) })
        {
            await page.GotoAsync(bid);
            await Expect(page.Locator("#main")).ToContainTextAsync("The tender was changed");
        }

        await daniel.SubmitAsync("My bid stands as I submitted it");
        await ruth.SubmitAsync("Change my bid");
        await ruth.GetByLabel("Your price for the whole contract").FillAsync("81,250");
        await ruth.SubmitAsync("Save the price");
        await ruth.SubmitAsync("Submit the bid again");
        await Expect(ruth.Locator("#receipt")).ToContainTextAsync("£81,250");

        var (ruths, daniels) = (Wire.Of(ruth), Wire.Of(daniel));
        foreach (var (page, wire, bid) in new[] { (ruth, ruths, hers), (daniel, daniels, his) })
        {
            await LookAroundAsync(page, wire, tender);
            await page.GotoAsync(bid);
        }

        await LookAroundAsync(tom, toms, tender);
        await LookAroundAsync(sam, sams, tender);
        foreach (var wire in new[] { toms, sams }) await wire.ShouldNotHoldAsync([.. _ofRuth, .. _ofDaniel]);
        await toms.ShouldNotHoldAsync("Ruth Penfold", "Daniel Okafor", "Grace Oyelaran");
        await ruths.ShouldHoldAsync(_ofRuth[..4]);
        await ruths.ShouldNotHoldAsync(_ofDaniel);
        await daniels.ShouldHoldAsync(_ofDaniel[..3]);
        await daniels.ShouldNotHoldAsync(_ofRuth);

        foreach (var page in new[] { sam, grace }) await page.LeaveAsync();
        await OpenAsync(tender);
        await LookAroundAsync(tom, toms, tender);
        await toms.ShouldNotHoldAsync([.. _ofRuth, .. _ofDaniel]);
        foreach (var page in new[] { tom, ruth, daniel }) await page.LeaveAsync();
    }

    private static async Task PublishAsync(IPage tom, TenderOnSite tender)
    {
        await BuyingTogether.ExplainAsync(tom, $"/projects/{tender.Project}");
        await tom.GotoAsync($"/projects/{tender.Project}/tender/publish");
        await tom.ConfirmAsync("Publish the tender");
        tender.Find();
    }

    private static async Task AskAsync(IPage provider, TenderOnSite tender, string question)
    {
        await provider.GotoAsync(tender.Opportunity);
        await provider.GetByText("Ask something", new() { Exact = true }).ClickAsync();
        await provider.GetByLabel("Your question").FillAsync(question);
        await provider.PressAsync("Ask", exact: true);
        await Expect(provider.Locator("#enquiries")).ToContainTextAsync("Asked. You find the answer here.");
    }

    private static async Task AnswerAsync(IPage tom, TenderOnSite tender, string answer)
    {
        await tom.GotoAsync($"/projects/{tender.Project}/tender/enquiries");
        await tom.GetByLabel("The answer").First.FillAsync(answer);
        await tom.ConfirmAsync("Answer to everybody");
    }

    private static async Task<string> BidAsync(IPage provider, TenderOnSite tender, string organisation, string answer, string price)
    {
        await provider.GotoAsync(tender.Opportunity);
        await provider.GetByLabel("The name of your organisation").FillAsync(organisation);
        await provider.SubmitAsync("Start a bid");
        await provider.Locator("co-text[ready]").WaitForAsync();
        await provider.Locator(".cm-content").PressSequentiallyAsync(answer);
        await Expect(provider.Locator(".text-state")).ToHaveTextAsync("Saved");
        await provider.GetByLabel("Your price for the whole contract").FillAsync(price);
        await provider.SubmitAsync("Save the price");
        return new Uri(provider.Url).AbsolutePath;
    }

    /// <summary>Ruth asks Grace's organisation by a link; she comes in, reads her share and agrees to it.</summary>
    private static async Task BidTogetherAsync(IPage ruth, IPage grace, string bid)
    {
        await ruth.GetByText("Ask somebody to bid together").ClickAsync();
        await ruth.GetByLabel("Or the name of another").FillAsync("Tide Riders");
        await ruth.Locator("#add-partner").GetByLabel("What they are to do").FillAsync("They ride out to who is in need.");
        await ruth.SubmitAsync("Ask them");
        var link = await ruth.Locator("#partners .invitation code").TextContentAsync();
        await ruth.Locator("#set-shares input[name=lead]").FillAsync("60");
        await ruth.GetByLabel("What you do as the lead").FillAsync("We keep the watch.");
        await ruth.GetByLabel("Tide Riders, in percent").FillAsync("30");
        await ruth.PressAsync("Declare the shares");
        await Expect(ruth.Locator(".error-summary")).ToContainTextAsync("100");
        await ruth.GetByLabel("Tide Riders, in percent").FillAsync("40");
        await ruth.SubmitAsync("Declare the shares");
        await ruth.PressAsync("Submit the bid");
        await Expect(ruth.Locator(".error-summary")).ToContainTextAsync("Tide Riders");

        await grace.GotoAsync(link!);
        await grace.SubmitAsync("Come in for Tide Riders");
        await Expect(grace.Locator("#main")).ToContainTextAsync("40%");
        await grace.SubmitAsync("Agree for Tide Riders");
        await ruth.GotoAsync(bid);
    }

    private async Task AmendAsync(IPage tom, Wire toms, TenderOnSite tender)
    {
        await tom.GotoAsync($"/projects/{tender.Project}/tender/publish");
        await toms.KeepAsync();
        await tom.Locator("#amend-tender textarea").FillAsync("Both of you asked for more time.");
        await tom.GetByLabel("Extend the deadline to").FillAsync(host.Time.GetUtcNow().AddHours(2).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture));
        await tom.GetByLabel("Bidders need no more time").CheckAsync();
        await tom.ConfirmAsync("Publish the next version");
        await toms.KeepAsync();
    }

    /// <summary>Everywhere where something of a bid might show.</summary>
    private static async Task LookAroundAsync(IPage page, Wire wire, TenderOnSite tender)
    {
        foreach (var address in new[] { "/projects", tender.Opportunity, $"/projects/{tender.Project}", $"/projects/{tender.Project}/tender", $"/projects/{tender.Project}/tender/publish", tender.Panel, "/opportunities", "/admin" })
        {
            await page.GotoAsync(address);
            await wire.KeepAsync();
        }
    }

    private async Task OpenAsync(TenderOnSite tender)
    {
        var (sian, sians) = await PersonAsync("moderator");
        var (helen, helens) = await PersonAsync("evaluator-1");
        foreach (var page in new[] { sian, helen }) await page.GotoAsync(tender.Panel);
        await sians.ShouldNotHoldAsync([.. _ofRuth, .. _ofDaniel, "Bidder"]);
        host.Time.Pass(TimeSpan.FromHours(4));
        await BuyingTogether.OpenAsync(sian, helen);
        var panel = (await (await sian.Context.APIRequest.GetAsync($"/api{tender.Panel}")).JsonAsync())!.Value;
        Assert.Equal(["Bidder A", "Bidder B"], panel.GetProperty("bids").EnumerateArray().Select(bid => bid.GetProperty("label").GetString()));
        foreach (var wire in new[] { sians, helens }) await wire.ShouldNotHoldAsync("Harbour Lights", "Downland Care", "Tide Riders", "81,250", "79,990");
        foreach (var page in new[] { sian, helen }) await page.LeaveAsync();
    }

    private async Task<(IPage Page, Wire Wire)> PersonAsync(string persona, int width = 1280)
    {
        var page = await browser.PersonAsync(host.Address, width, persona: persona);
        return (page, Wire.Of(page));
    }
}

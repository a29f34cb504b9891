using CoDesign.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoDesign.Tests.Journeys;

/// <summary>Tom settles what each criterion counts.</summary>
[Trait("Category", "Browser")]
public sealed class WeighingJourneyTests(JourneyHost host, BrowserFixture browser) : IClassFixture<JourneyHost>
{
    [Fact]
    public async Task Tom_moves_a_slider_types_numbers_and_rehearses_with_made_up_bids()
    {
        var tender = await TenderOnSite.ReadyAsync(host);
        var tom = await browser.PersonAsync(host.Address, persona: "commissioner");
        await tom.GotoAsync($"/projects/{tender.Project}/tender/questions");
        var quality = tom.Locator("#weights-top .weight").Filter(new() { HasText = "Quality" });
        var price = tom.Locator("#weights-top .weight").Filter(new() { HasText = "Price" }).Locator("input[type=text]");
        await quality.Locator("input[type=range]").PressAsync("ArrowRight");
        await quality.Locator("input[type=range]").PressAsync("ArrowRight");
        await Expect(quality.Locator("input[type=text]")).ToHaveValueAsync("62");
        await Expect(price).ToHaveValueAsync("38");

        await price.FillAsync("50");
        await Expect(quality.Locator("input[type=text]")).ToHaveValueAsync("62");
        await tom.PressAsync("Save these weights");
        await Expect(tom.Locator("#weights-top .error-summary")).ToContainTextAsync("total 112");
        await price.FillAsync("38");
        await tom.SubmitAsync("Save these weights");
        await Expect(tom.Locator("tr", new() { HasText = "Watching" })).ToContainTextAsync("62.00%");

        await tom.GetByRole(AriaRole.Link, new() { Name = "Rehearsal" }).ClickAsync();
        await Expect(tom.Locator("#rehearsal-title")).ToContainTextAsync("Bid A is first");
        await tom.Locator("#price-0-0").FillAsync("900,000");
        await tom.PressAsync("Score them");
        await Expect(tom.Locator("#rehearsal-title")).Not.ToContainTextAsync("Bid A");
        await Expect(tom.Locator("#price-0-0")).ToHaveValueAsync("900,000");
        await tom.LeaveAsync();
    }
}

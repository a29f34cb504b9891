using CoDesign.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace CoDesign.Tests.Journeys;

/// <summary>Tom settles what each criterion counts.</summary>
[Trait("Category", "Browser")]
public sealed class WeighingJourneyTests(JourneyHost host, BrowserFixture browser) : IClassFixture<JourneyHost>
{
    [Fact]
    public async Task As_Tom_moves_a_slider_the_others_share_the_rest_and_numbers_typed_stay()
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
        await tom.LeaveAsync();
    }
}

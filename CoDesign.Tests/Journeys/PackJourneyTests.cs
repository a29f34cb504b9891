using System.Globalization;
using CoDesign.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoDesign.Tests.Journeys;

/// <summary>The pack's path: a template is changed, publication is held up until all is mended, and a later change reaches a bidder.</summary>
[Trait("Category", "Browser")]
public sealed class PackJourneyTests(JourneyHost host, BrowserFixture browser) : IClassFixture<JourneyHost>
{
    [Fact]
    public async Task Tom_writes_a_document_publishes_and_amends_and_Ruth_confirms_her_bid()
    {
        var tender = await TenderOnSite.ReadyAsync(host);
        var pages = $"/projects/{tender.Project}/tender";
        var tom = await browser.PersonAsync(host.Address, persona: "commissioner");
        await tom.GotoAsync($"{pages}/documents/terms");
        await tom.ShouldBeAccessibleAsync();
        await tom.SubmitAsync("Change it for this tender");
        await tom.Locator("co-text[ready]").WaitForAsync();
        await tom.Locator(".cm-content").PressAsync("Control+End");
        await tom.Keyboard.TypeAsync(" As {{clause 9}} says.");
        await Expect(tom.Locator(".document .changed")).ToContainTextAsync("{{clause 9}} points to nothing");

        await tom.GotoAsync($"{pages}/publish");
        await Expect(tom.Locator(".checks").First).ToContainTextAsync("{{clause 9}} points to nothing");
        await Expect(tom.Locator(".checks").First).ToContainTextAsync("The clause “1. Lookouts” comes from nobody’s words");
        await tom.ShouldBeAccessibleAsync();
        await tom.PressAsync("Publish the tender");
        await tom.Locator("#confirm [data-yes]").ClickAsync();
        await Expect(tom.Locator(".error-summary")).ToContainTextAsync("points to nothing");
        await tom.GotoAsync($"{pages}/documents/terms");
        await tom.ConfirmAsync("Go back to the words that come with CoDesign");
        await BuyingTogether.ExplainAsync(tom, $"/projects/{tender.Project}");
        await tom.GotoAsync($"{pages}/publish");
        await Expect(tom.Locator(".notice.good")).ToBeVisibleAsync();
        await tom.ConfirmAsync("Publish the tender");
        tender.Find();

        var bid = await tender.BidAsync("provider", submitted: true);
        await tom.GotoAsync($"{pages}/publish");
        await tom.Locator("#amend-tender textarea").FillAsync("Two of you asked for an hour more.");
        await tom.GetByLabel("Extend the deadline to").FillAsync(host.Time.GetUtcNow().AddHours(2).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture));
        await tom.GetByLabel("Bidders need no more time").CheckAsync();
        await tom.ConfirmAsync("Publish the next version");
        await Expect(tom.Locator(".receipt")).ToContainTextAsync("version 2");
        await tom.ShouldBeAccessibleAsync();

        var ruth = await browser.PersonAsync(host.Address, 390, persona: "provider");
        await ruth.GotoAsync(bid);
        await ruth.ShouldBeAccessibleAsync();
        await ruth.GetByRole(AriaRole.Link, new() { Name = "Read what changed" }).ClickAsync();
        await Expect(ruth.Locator("#main")).ToContainTextAsync("Two of you asked for an hour more.");
        await Expect(ruth.Locator("ins").First).ToBeVisibleAsync();
        await ruth.ShouldBeAccessibleAsync();
        await ruth.GotoAsync(bid);
        await ruth.SubmitAsync("My bid stands as I submitted it");
        await Expect(ruth.Locator("#main")).ToContainTextAsync("Your bid answers version 2 of the tender, the one in force.");
        await ruth.GotoAsync(tender.Opportunity);
        await Expect(ruth.Locator("#main")).ToContainTextAsync("Two of you asked for an hour more.");
        await ruth.ShouldBeAccessibleAsync();
        foreach (var page in new[] { tom, ruth }) await page.LeaveAsync();
    }
}

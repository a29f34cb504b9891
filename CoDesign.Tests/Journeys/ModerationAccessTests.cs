using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Tenders;
using CoDesign.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoDesign.Tests.Journeys;

/// <summary>The panel can talk about its scores and settle them by keys alone, and without scripts.</summary>
[Trait("Category", "Browser")]
public sealed class ModerationAccessTests(JourneyHost host, BrowserFixture browser) : IClassFixture<JourneyHost>
{
    private const string Reason = "They know every rock.";

    [Fact]
    public async Task The_panel_agrees_in_its_room_where_everybodys_page_follows()
    {
        var tender = await TenderOnSite.OpenedAsync(host, ScoreSettlement.PanelConsensus);
        await tender.LockAsync();
        await tender.OfPanelAsync("moderator", new OpenModeration());
        var room = $"{tender.Panel}/moderation";
        var sian = await browser.PersonAsync(host.Address, persona: "moderator");
        var helen = await browser.PersonAsync(host.Address, persona: "evaluator-1");
        var len = await browser.PersonAsync(host.Address, 390, scripts: false, persona: "evaluator-3");
        foreach (var person in new[] { sian, helen, len }) await person.GotoAsync(room);
        await sian.ShouldBeAccessibleAsync();

        await sian.EnterAsync("#move-moderation button[type=submit]");
        await Expect(helen.Locator("#table-title")).ToHaveTextAsync("Bidder A: Watching");
        await Expect(helen.Locator(".spreads")).ToHaveCountAsync(0);
        await helen.ShouldBeAccessibleAsync();

        await sian.EnterAsync("#reveal-scores button[type=submit]");
        await Expect(helen.Locator(".spread-of")).ToHaveCountAsync(2);
        await len.ReloadAsync();
        await Expect(len.Locator(".room table")).ToContainTextAsync(Reason);
        await Expect(len.Locator("#confirm-outcome")).ToHaveCountAsync(0);

        await sian.TickAsync("#record-consensus input[name=points]");
        for (var step = 0; step < 4; step++) await sian.Keyboard.PressAsync("ArrowDown");
        await sian.WriteAsync("#record-consensus textarea", "All of us would trust them at night.");
        await sian.EnterAsync("#record-consensus button[type=submit]");
        await Expect(sian.Locator(".room .receipt")).ToContainTextAsync("4 of 5");
        await sian.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await sian.SetViewportSizeAsync(320, 900);
        await sian.ShouldBeAccessibleAsync();
        await Expect(helen.Locator("#confirm-outcome")).ToBeVisibleAsync();
        await helen.ShouldBeAccessibleAsync();
        await helen.EnterAsync("#confirm-outcome button[type=submit]");
        await helen.UnfoldAsync("#record-dissent");
        await helen.WriteAsync("#record-dissent textarea", "They were late once.");
        await helen.EnterAsync("#record-dissent button[type=submit]");
        await helen.UnfoldAsync("#note-discussion");
        await helen.WriteAsync("#note-discussion textarea", "We talked about the nights.");
        await helen.EnterAsync("#note-discussion button[type=submit]");
        foreach (var words in new[] { "They were late once.", "We talked about the nights." }) await Expect(sian.Locator(".room")).ToContainTextAsync(words);
        await len.ReloadAsync();
        await len.PressAsync("I confirm this");

        await Expect(len.Locator(".receipt").Filter(new() { HasText = "You have confirmed what stands." })).ToBeVisibleAsync();
        await Expect(sian.Locator(".room .now")).ToHaveTextAsync("Agreed and confirmed.");
        await sian.GotoAsync(tender.Panel);
        await Expect(sian.Locator("#main")).ToContainTextAsync("How each number is made");
        foreach (var person in new[] { sian, helen, len }) await person.LeaveAsync();
    }
}

using CoDesign.Domain.Evaluations;
using CoDesign.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace CoDesign.Tests.Journeys;

/// <summary>Interviews, summaries, the award and what follows it can be done by keys alone, and without scripts.</summary>
[Trait("Category", "Browser")]
public sealed class AwardAccessTests(JourneyHost host, BrowserFixture browser) : IClassFixture<JourneyHost>
{
    [Fact]
    public async Task Summaries_the_award_and_a_meeting_are_made_by_keyboard_alone()
    {
        var tender = await TenderOnSite.OpenedAsync(host);
        await tender.LockAsync();
        await tender.OfPanelAsync("moderator", new OpenModeration());
        var sian = await browser.PersonAsync(host.Address, persona: "moderator");
        await sian.GotoAsync($"{tender.Panel}/summaries");
        await sian.EnterAsync("#main .rows a");
        await sian.WriteAsync("#write-summary textarea", "They are there, and they listen.");
        await sian.EnterAsync("#write-summary button[type=submit]");
        await sian.EnterAsync("#main p a[href$='/award']");
        await sian.EnterAsync("form[id^=propose-award] button[type=submit]");
        await Expect(sian.Locator("#main")).ToContainTextAsync("Bidder A is proposed");

        var tom = await browser.PersonAsync(host.Address, persona: "commissioner");
        await tom.GotoAsync($"{tender.Panel}/award");
        await tom.EnterAndSayYesAsync("form[id^=approve-award] button[type=submit]");
        await Expect(tom.Locator("#main .receipt").First).ToContainTextAsync("won.");
        await tom.UnfoldAsync("#offer-feedback");
        await tom.GiveTimeAsync("#offer-feedback input[name=at]", nextYear: true);
        await tom.WriteAsync("#offer-feedback input[name=where]", "01632 960 001");
        await tom.EnterAsync("#offer-feedback button[type=submit]");
        await Expect(tom.Locator("#main")).ToContainTextAsync("01632 960 001");

        var ruth = await browser.PersonAsync(host.Address, 390, scripts: false, persona: "provider");
        await ruth.GotoAsync($"/bids/{tender.Bids[0]}");
        await ruth.Locator("#book-feedback input[name=slot]").CheckAsync();
        await ruth.PressAsync("Book this time");
        await Expect(ruth.Locator("#outcome")).ToContainTextAsync("You meet the authority on");
        var len = await browser.PersonAsync(host.Address, 390, scripts: false, persona: "evaluator-3");
        await len.GotoAsync($"{tender.Panel}/after");
        await len.GetByLabel("What did you learn?").FillAsync("Meet once in a café.");
        await len.PressAsync("Add this");
        await Expect(len.Locator("#main .rows")).ToContainTextAsync("Meet once in a café.");
        foreach (var page in new[] { sian, tom, ruth, len }) await page.LeaveAsync();
    }

    [Fact]
    public async Task An_interview_is_held_by_keyboard_alone_and_scored_without_scripts()
    {
        var tender = await TenderOnSite.ReadyAsync(host);
        await tender.AskInInterviewAsync();
        await tender.PublishAsync();
        await tender.BidAsync("provider", submitted: true);
        tender.PassDeadline();
        await tender.OpenAsync();
        await tender.LockAsync();
        var sian = await browser.PersonAsync(host.Address, persona: "moderator");
        await sian.GotoAsync($"{tender.Panel}/rounds");
        await sian.EnterAsync("#open-interview button[type=submit]");
        await sian.UnfoldAsync("form[id^=record-]");
        await sian.GiveTimeAsync("form[id^=record-] input[name=at]", nextYear: false);
        await sian.WriteAsync("form[id^=record-] textarea", "Two of the volunteers, and the whole panel");
        await sian.EnterAsync("form[id^=record-] button[type=submit]");
        await sian.UnfoldAsync("form[id^=evidence-]");
        await sian.WriteAsync("form[id^=evidence-] textarea", "They told of the night when the lamp went out.");
        await sian.EnterAsync("form[id^=evidence-] button[type=submit]");
        await Expect(sian.Locator(".answer-read")).ToContainTextAsync("when the lamp went out");

        var len = await browser.PersonAsync(host.Address, 390, scripts: false, persona: "evaluator-3");
        await len.GotoAsync($"{tender.Panel}/practice/6");
        await len.GetByLabel("2 – Some way").CheckAsync();
        await len.GetByLabel("Why? Say it in your own words.").FillAsync("Who helps when the helper is ill?");
        await len.PressAsync("See what a good reason looks like");
        await Expect(len.Locator("#main")).ToContainTextAsync("Who helps when the helper is ill?");
        await len.GotoAsync(tender.Panel);
        await Expect(len.Locator("#main")).ToContainTextAsync("when the lamp went out");
        await len.GetByLabel("5 – Excellent").CheckAsync();
        await len.GetByLabel("Why? Say it in your own words.").FillAsync("They listened to us.");
        await len.PressAsync("Save this score");
        await len.PressAsync("Lock my scores");
        await Expect(len.Locator("#main")).ToContainTextAsync("Your scores are locked");
        foreach (var page in new[] { sian, len }) await page.LeaveAsync();
    }
}

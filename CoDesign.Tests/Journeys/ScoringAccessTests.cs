using CoDesign.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace CoDesign.Tests.Journeys;

/// <summary>Whoever scores can do it by keys alone, without scripts, and by ear.</summary>
[Trait("Category", "Browser")]
public sealed class ScoringAccessTests(JourneyHost host, BrowserFixture browser) : IClassFixture<JourneyHost>
{
    private const string Reason = "They know every rock.";

    [Fact]
    public async Task An_evaluator_declares_scores_and_locks_by_keyboard_alone()
    {
        var tender = await TenderOnSite.OpenedAsync(host);
        var helen = await browser.PersonAsync(host.Address, persona: "evaluator-1");
        await helen.GotoAsync(tender.Panel);
        await helen.TickAsync("input[name=conflict]");
        await helen.EnterAsync("#declare-interests button[type=submit]");
        await helen.TickAsync("input[name=points]");
        await helen.Keyboard.PressAsync("ArrowDown");
        await helen.WriteAsync("textarea[name=reason]", Reason);
        await helen.EnterAsync("#score-answer button[type=submit]");
        await helen.EnterAsync("#lock-scores button[type=submit]");
        await Expect(helen.Locator("#main")).ToContainTextAsync("Your scores are locked");
        await helen.LeaveAsync();
    }

    [Fact]
    public async Task A_panel_is_made_ready_opened_and_helped_by_keyboard_alone()
    {
        var tender = await TenderOnSite.PublishedAsync(host);
        foreach (var provider in new[] { "provider", "provider-2" }) await tender.BidAsync(provider, submitted: true);
        var sian = await browser.PersonAsync(host.Address, persona: "moderator");
        await sian.GotoAsync(tender.Panel);
        await sian.UnfoldAsync("#set-quorum");
        await sian.WriteAsync("#set-quorum input[type=text]", "2");
        await sian.EnterAsync("#set-quorum button[type=submit]");
        await Expect(sian.Locator("#set-quorum input[type=text]").First).ToHaveValueAsync("2");

        tender.PassDeadline();
        var helen = await browser.PersonAsync(host.Address, persona: "evaluator-1");
        foreach (var page in new[] { sian, helen })
        {
            await page.GotoAsync(tender.Panel);
            await page.EnterAsync("#approve-opening button[type=submit]");
        }

        await helen.GotoAsync($"{tender.Panel}/support");
        await helen.WriteAsync("input[name=name]", "Joan");
        await helen.WriteAsync("textarea[name=helps]", "Reads to me.");
        await helen.TickAsync("input[name=keepsConfidence][type=checkbox]");
        await helen.EnterAsync("#record-support button[type=submit]");
        await Expect(helen.Locator(".notice.good")).ToContainTextAsync("Joan");
        await helen.GotoAsync($"{tender.Panel}/help");
        await helen.WriteAsync("#ask-for-help textarea", "Who is a volunteer?");
        await helen.EnterAsync("#ask-for-help button[type=submit]");

        await sian.GotoAsync($"{tender.Panel}/help");
        await sian.WriteAsync("textarea[name=answer]", "Somebody who isn’t paid.");
        await sian.EnterAsync("form[id^=answer-help] button[type=submit]");
        await helen.ReloadAsync();
        await Expect(helen.Locator("#main")).ToContainTextAsync("Somebody who isn’t paid.");
        await sian.GotoAsync($"{tender.Panel}/shares");
        await sian.UnfoldAsync("form[id^=share-]");
        await sian.TickAsync("input[name=bids]");
        await sian.EnterAsync("form[id^=share-] button[type=submit]");
        await Expect(sian.Locator(".card .meta").First).ToContainTextAsync("1 bid");
        await sian.GotoAsync(tender.Panel);
        await sian.EnterAsync("#remind-all button[type=submit]");
        await Expect(sian.Locator("form[id^=remind-]")).ToHaveCountAsync(0);
        foreach (var page in new[] { sian, helen }) await page.LeaveAsync();
    }

    [Fact]
    public async Task An_evaluator_declares_scores_and_locks_without_scripts()
    {
        var tender = await TenderOnSite.OpenedAsync(host);
        var len = await browser.PersonAsync(host.Address, 390, scripts: false, persona: "evaluator-3");
        await len.GotoAsync(tender.Panel);
        await len.GetByLabel("No, nothing").CheckAsync();
        await len.PressAsync("Go on");
        await len.GetByLabel("5 – Excellent").CheckAsync();
        await len.GetByLabel("Why? Say it in your own words.").FillAsync(Reason);
        await len.PressAsync("Save this score");
        await len.PressAsync("Lock my scores");
        await Expect(len.Locator("#main")).ToContainTextAsync("Your scores are locked");
        await len.LeaveAsync();
    }

    [Fact]
    public async Task An_evaluator_practises_hears_an_answer_and_keeps_words_of_it()
    {
        var tender = await TenderOnSite.OpenedAsync(host);
        await tender.DeclareAsync("evaluator-2");
        var priya = await browser.PersonAsync(host.Address, 390, persona: "evaluator-2");
        await priya.AddInitScriptAsync("""
            Object.defineProperty(window, "speechSynthesis", { value: {
              said: [], getVoices: () => [{}], speak(words) { this.said.push(words.text); }, cancel() { this.said = []; }, addEventListener() {}, removeEventListener() {} } });
            """);
        await priya.GotoAsync($"{tender.Panel}/practice/6");
        await priya.GetByLabel("2 – Some way").CheckAsync();
        await priya.GetByLabel("Why? Say it in your own words.").FillAsync("Who helps when the helper is ill?");
        await priya.SubmitAsync("See what a good reason looks like");
        await Expect(priya.Locator("#main")).ToContainTextAsync("Who helps when the helper is ill?");
        await priya.ShouldBeAccessibleAsync();

        await priya.GotoAsync(tender.Panel);
        await priya.PressAsync("Read the answer to me");
        Assert.Equal(["Volunteers do, day and night."], await priya.EvaluateAsync<string[]>("() => speechSynthesis.said"));
        await priya.PressAsync("Stop reading");
        Assert.Empty(await priya.EvaluateAsync<string[]>("() => speechSynthesis.said"));
        await priya.GetByLabel("Why? Say it in your own words.").FillAsync("I am not sure yet.");
        await priya.TabToAsync(".my-notes summary");
        await priya.Keyboard.PressAsync("Enter");
        await priya.TabToAsync("input[name=quote]");
        await priya.Keyboard.PressAsync("ArrowDown");
        await priya.ShouldBeAccessibleAsync();
        await priya.TabToAsync(".my-notes .actions button");
        await priya.LoadsAsync(() => priya.Keyboard.PressAsync("Enter"));
        await Expect(priya.Locator("#answer mark")).ToHaveTextAsync("Volunteers do, day and night.");
        await Expect(priya.GetByLabel("Why? Say it in your own words.")).ToHaveValueAsync("I am not sure yet.");
        await priya.LeaveAsync();
    }
}

using System.Net.Http.Json;
using System.Text.Json;
using CoDesign.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoDesign.Tests.Journeys;

/// <summary>How seven evaluators say what their interests are, score and lock, each in a way of their own and without the others.</summary>
internal sealed class SevenAlone(JourneyHost host, BrowserFixture browser, TenderOnSite tender)
{
    public static readonly string[] Officers = ["Helen says: they name who is on watch.", "Olu says: the rota has gaps."];
    public static readonly string[] Users = ["Amina says: I would feel safe.", "Len says: they came when it mattered.", "Maya says: nobody asked us.", "Jo says: good, but far away."];

    /// <summary>Whatever a page can do, a program can do under the same rules.</summary>
    public async Task ScoreByProgramAsync(Visitor visitor, string reason)
    {
        using var read = await visitor.GetAsync($"/api{tender.Panel}");
        var panel = await read.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        var bids = panel.GetProperty("bids").EnumerateArray().Select(bid => bid.GetProperty("bid").GetString()!).ToArray();
        Assert.Equal(2, bids.Length);
        foreach (var bid in bids)
        {
            await tender.CommandAsync(visitor, "declare-interests", new { bid, conflict = false });
            await tender.CommandAsync(visitor, "score-answer", new { bid, question = tender.QuestionId, points = 3, reason });
        }

        await tender.CommandAsync(visitor, "lock-scores", new { });
    }

    public async Task PriyaFindsThatSheKnowsOneAsync()
    {
        var priya = await browser.PersonAsync(host.Address, persona: "evaluator-2");
        await DeclareNothingAsync(priya);
        await GiveAsync(priya, "1 – Poor", "Priya says: I know them too well.");
        await priya.GotoAsync($"{tender.Panel}?bid={tender.Bids[0]}&question={tender.QuestionId}");
        await priya.SubmitAsync("I know who this is");
        var saying = $"#declare-conflict-{tender.Bids[0]}";
        await priya.Locator($"{saying} textarea").FillAsync("My sister works there.");
        await priya.LoadsAsync(async () =>
        {
            await priya.Locator($"{saying} button[type=submit]").ClickAsync();
            await priya.Locator("#confirm [data-yes]").ClickAsync();
        });
        await GiveAsync(priya, "3 – Good", "Priya says: solid.");
        await LockAsync(priya);
        await priya.LeaveAsync();
    }

    public async Task LenScoresWithoutScriptsAsync()
    {
        var len = await browser.PersonAsync(host.Address, 390, scripts: false, persona: "evaluator-3");
        await len.GotoAsync(tender.Panel);
        for (var bid = 0; bid < 2; bid++)
        {
            await len.GetByLabel("No, nothing").CheckAsync();
            await len.PressAsync("Go on");
        }

        for (var bid = 0; bid < 2; bid++)
        {
            await len.GetByLabel("5 – Excellent").CheckAsync();
            await len.GetByLabel("Why? Say it in your own words.").FillAsync(Users[1]);
            await len.PressAsync("Save this score");
        }

        await len.PressAsync("Lock my scores");
        await Expect(len.Locator("#main")).ToContainTextAsync("Your scores are locked");
        await len.LeaveAsync();
    }

    public async Task AminaAsksForHelpAndScoresAsync(IPage amina)
    {
        await DeclareNothingAsync(amina);
        await amina.SubmitAsync("I need help with this");
        await amina.Locator("#ask-for-help textarea").FillAsync("What does a rota mean?");
        await amina.LoadsAsync(() => amina.Locator("#ask-for-help button[type=submit]").ClickAsync());
        var sian = await browser.PersonAsync(host.Address, persona: "moderator");
        await sian.GotoAsync($"{tender.Panel}/help");
        await Expect(sian.Locator("#main")).ToContainTextAsync("What does a rota mean?");
        await sian.GetByLabel("Your answer").FillAsync("A list of who works when.");
        await sian.LoadsAsync(() => sian.Locator("form[id^=answer-help] button[type=submit]").ClickAsync());
        await sian.LeaveAsync();
        await amina.ReloadAsync();
        await Expect(amina.Locator("#main")).ToContainTextAsync("A list of who works when.");
        await amina.GotoAsync(tender.Panel);
        for (var bid = 0; bid < 2; bid++) await GiveAsync(amina, "5 – Excellent", Users[0]);
        await LockAsync(amina);
    }

    public async Task HelenScoresByKeysAsync(IPage helen)
    {
        await helen.GotoAsync(tender.Panel);
        for (var bid = 0; bid < 2; bid++)
        {
            await helen.TabToAsync("input[name=conflict]");
            await helen.Keyboard.PressAsync("Space");
            await helen.TabToAsync("#declare-interests button[type=submit]");
            await helen.LoadsAsync(() => helen.Keyboard.PressAsync("Enter"));
        }

        for (var bid = 0; bid < 2; bid++)
        {
            await helen.TabToAsync("input[name=points]");
            await helen.Keyboard.PressAsync("Space");
            await helen.Keyboard.PressAsync("ArrowDown");
            await helen.TabToAsync("textarea[name=reason]");
            await helen.Keyboard.TypeAsync(Officers[0]);
            await helen.TabToAsync("#score-answer button[type=submit]");
            await helen.LoadsAsync(() => helen.Keyboard.PressAsync("Enter"));
        }

        await helen.TabToAsync("#lock-scores button[type=submit]");
        await helen.LoadsAsync(() => helen.Keyboard.PressAsync("Enter"));
        await Expect(helen.Locator("#main")).ToContainTextAsync("Your scores are locked");
    }

    private async Task DeclareNothingAsync(IPage person)
    {
        await person.GotoAsync(tender.Panel);
        for (var bid = 0; bid < 2; bid++)
        {
            await person.GetByLabel("No, nothing").CheckAsync();
            await person.SubmitAsync("Go on");
        }
    }

    private static async Task GiveAsync(IPage person, string score, string reason)
    {
        await person.GetByLabel(score).CheckAsync();
        await person.GetByLabel("Why? Say it in your own words.").FillAsync(reason);
        await person.SubmitAsync("Save this score");
    }

    private static async Task LockAsync(IPage person)
    {
        await person.SubmitAsync("Lock my scores");
        await Expect(person.Locator("#main")).ToContainTextAsync("Your scores are locked");
    }
}

using System.Net.Http.Json;
using System.Text.Json;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using CoDesign.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoDesign.Tests.Journeys;

/// <summary>
/// A panel of seven in two groups, from their interests to what the bidders are told: Helen by keys alone, Amina on a phone,
/// Len without scripts, Priya who finds on the way that she knows a bidder, and three whose programs score for them.
/// </summary>
[Trait("Category", "Browser")]
public sealed class SevenEvaluatorsTests(JourneyHost host, BrowserFixture browser) : IClassFixture<JourneyHost>
{
    private const string Code = "407318";
    private static readonly string[] _officers = ["Helen says: they name who is on watch.", "Olu says: the rota has gaps."];
    private static readonly string[] _users = ["Amina says: I would feel safe.", "Len says: they came when it mattered.", "Maya says: nobody asked us.", "Jo says: good, but far away."];

    [Fact]
    public async Task Seven_people_declare_score_alone_moderate_together_and_every_bidder_learns_why()
    {
        var amina = await browser.PersonAsync(host.Address, 390);
        var aminas = Wire.Of(amina);
        var programs = new Dictionary<string, Visitor> { ["Olu"] = host.NewVisitor(), ["Maya"] = host.NewVisitor(), ["Jo"] = host.NewVisitor() };
        var tender = await TenderOnSite.ReadyAsync(host);
        await SeatAsync(tender, amina, programs);
        await tender.PublishAsync();
        foreach (var provider in new[] { "provider", "provider-2" }) await tender.BidAsync(provider, submitted: true);
        tender.PassDeadline();
        await tender.OpenAsync();

        foreach (var (name, visitor) in programs) await ScoreByProgramAsync(visitor, tender, name == "Olu" ? _officers[1] : _users[name == "Maya" ? 2 : 3]);
        await PriyaFindsThatSheKnowsOneAsync(tender);
        await LenScoresWithoutScriptsAsync(tender);
        await AminaAsksForHelpAndScoresAsync(amina, tender);
        var helen = await browser.PersonAsync(host.Address, persona: "evaluator-1");
        var helens = Wire.Of(helen);
        await HelenScoresByKeysAsync(helen, tender);

        await helens.ShouldHoldAsync(_officers[0]);
        await helens.ShouldNotHoldAsync([_officers[1], .. _users]);
        await aminas.ShouldHoldAsync(_users[0]);
        await aminas.ShouldNotHoldAsync([.. _officers, .. _users[1..]]);

        await ModerateAsync(tender, helen, amina, programs);
        await AwardAsync(tender);
        foreach (var visitor in programs.Values) visitor.Dispose();
        foreach (var page in new[] { amina, helen }) await page.LeaveAsync();
    }

    /// <summary>Four join with the code and get seats beside Helen, Priya and Len; the panel is to agree on its scores.</summary>
    private static async Task SeatAsync(TenderOnSite tender, IPage amina, Dictionary<string, Visitor> programs)
    {
        await tender.OfTenderAsync(new ChooseSettlement(ScoreSettlement.PanelConsensus));
        await tender.OfProjectAsync(new OpenJoining(Code));
        var joined = await amina.Context.APIRequest.PostAsync("/api/join", new() { DataObject = new { code = Code, name = "Amina" } });
        await AppointAsync(tender, (await joined.JsonAsync())!.Value, "Service users");
        foreach (var (name, visitor) in programs)
        {
            using var answer = await visitor.PostJsonAsync("/api/join", new { code = Code, name });
            await AppointAsync(tender, await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken), name == "Olu" ? "Officers" : "Service users");
        }
    }

    private static Task<Guid> AppointAsync(TenderOnSite tender, JsonElement joined, string group) =>
        tender.OfPanelAsync("commissioner", new AppointEvaluator(ParticipantId.From(Guid.ParseExact(joined.GetProperty("participantId").GetString()!, "n")), group));

    /// <summary>Whatever a page can do, a program can do under the same rules.</summary>
    private static async Task ScoreByProgramAsync(Visitor visitor, TenderOnSite tender, string reason)
    {
        using var read = await visitor.GetAsync($"/api{tender.Panel}");
        var panel = await read.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        var bids = panel.GetProperty("bids").EnumerateArray().Select(bid => bid.GetProperty("bid").GetString()!).ToArray();
        Assert.Equal(2, bids.Length);
        foreach (var bid in bids)
        {
            await CommandAsync(visitor, tender, "declare-interests", new { bid, conflict = false });
            await CommandAsync(visitor, tender, "score-answer", new { bid, question = tender.QuestionId, points = 3, reason });
        }

        await CommandAsync(visitor, tender, "lock-scores", new { });
    }

    private static async Task CommandAsync<T>(Visitor visitor, TenderOnSite tender, string command, T body)
    {
        using var answer = await visitor.PostJsonAsync($"/api{tender.Panel}/commands/{command}", body);
        Assert.True(answer.IsSuccessStatusCode, $"{command}: {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
    }

    private async Task PriyaFindsThatSheKnowsOneAsync(TenderOnSite tender)
    {
        var priya = await browser.PersonAsync(host.Address, persona: "evaluator-2");
        await DeclareNothingAsync(priya, tender);
        await GiveAsync(priya, "1 – Poor", "Priya says: I know them too well.");
        await priya.GotoAsync($"{tender.Panel}?bid={await FirstBidAsync(tender)}&question={tender.QuestionId}");
        await priya.Locator("details:has(#declare-conflict) > summary").ClickAsync();
        await priya.Locator("#declare-conflict textarea").FillAsync("My sister works there.");
        await priya.LoadsAsync(async () =>
        {
            await priya.Locator("#declare-conflict button[type=submit]").ClickAsync();
            await priya.Locator("#confirm [data-yes]").ClickAsync();
        });
        await GiveAsync(priya, "3 – Good", "Priya says: solid.");
        await LockAsync(priya);
        await priya.LeaveAsync();
    }

    private async Task LenScoresWithoutScriptsAsync(TenderOnSite tender)
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
            await len.GetByLabel("Why? Say it in your own words.").FillAsync(_users[1]);
            await len.PressAsync("Save this score");
        }

        await len.PressAsync("Lock my scores");
        await Expect(len.Locator("#main")).ToContainTextAsync("Your scores are locked");
        await len.LeaveAsync();
    }

    private async Task AminaAsksForHelpAndScoresAsync(IPage amina, TenderOnSite tender)
    {
        await DeclareNothingAsync(amina, tender);
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
        for (var bid = 0; bid < 2; bid++) await GiveAsync(amina, "5 – Excellent", _users[0]);
        await LockAsync(amina);
    }

    private static async Task HelenScoresByKeysAsync(IPage helen, TenderOnSite tender)
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
            await helen.Keyboard.TypeAsync(_officers[0]);
            await helen.TabToAsync("#score-answer button[type=submit]");
            await helen.LoadsAsync(() => helen.Keyboard.PressAsync("Enter"));
        }

        await helen.TabToAsync("#lock-scores button[type=submit]");
        await helen.LoadsAsync(() => helen.Keyboard.PressAsync("Enter"));
        await Expect(helen.Locator("#main")).ToContainTextAsync("Your scores are locked");
    }

    /// <summary>Answer by answer: everybody's page shows all scores at the same moment, a score is agreed on, and enough of each group confirm it.</summary>
    private async Task ModerateAsync(TenderOnSite tender, IPage helen, IPage amina, Dictionary<string, Visitor> programs)
    {
        var sian = await browser.PersonAsync(host.Address, persona: "moderator");
        await sian.GotoAsync(tender.Panel);
        await sian.ConfirmAsync("Open the scores to the panel");
        var len = await browser.PersonAsync(host.Address, 390, scripts: false, persona: "evaluator-3");
        foreach (var page in new[] { helen, amina }) await page.GotoAsync($"{tender.Panel}/moderation");
        for (var answer = 0; answer < 2; answer++)
        {
            await sian.LoadsAsync(() => sian.Locator("#move-moderation button[type=submit]").ClickAsync());
            foreach (var page in new[] { helen, amina }) await Expect(page.Locator("#table-title")).ToContainTextAsync(answer == 0 ? "Bidder A" : "Bidder B");
            await sian.SubmitAsync("Show the scores to everybody");
            foreach (var page in new[] { helen, amina })
            {
                foreach (var reason in _officers.Concat(_users)) await Expect(page.Locator(".room")).ToContainTextAsync(reason);
            }

            await sian.Locator("#record-consensus").GetByLabel("4 –").CheckAsync();
            await sian.Locator("#record-consensus textarea").FillAsync("They are there, and they listen.");
            await sian.SubmitAsync("Write down what was agreed");
            foreach (var page in new[] { helen, amina })
            {
                await Expect(page.Locator(".room .receipt")).ToContainTextAsync("They are there, and they listen.");
                await page.GotoAsync($"{tender.Panel}/moderation");
                await page.SubmitAsync("I confirm this");
            }

            await len.GotoAsync($"{tender.Panel}/moderation");
            await len.PressAsync("I confirm this");
            await Expect(len.Locator("#main")).ToContainTextAsync("You have confirmed what stands");
            await ConfirmByProgramAsync(programs["Olu"], tender);
            await sian.ReloadAsync();
        }

        await Expect(sian.Locator("#main")).ToContainTextAsync("2 of 2 answers done");
        foreach (var page in new[] { sian, len }) await page.LeaveAsync();
    }

    private static async Task ConfirmByProgramAsync(Visitor visitor, TenderOnSite tender)
    {
        using var read = await visitor.GetAsync($"/api{tender.Panel}");
        var now = (await read.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("moderation").GetProperty("now");
        await CommandAsync(visitor, tender, "confirm-outcome", new { bid = now.GetProperty("bid").GetString(), question = tender.QuestionId, round = now.GetProperty("round").GetInt32() });
    }

    private async Task AwardAsync(TenderOnSite tender)
    {
        var sian = await browser.PersonAsync(host.Address, persona: "moderator");
        var bids = await BidsAsync(tender);
        foreach (var bid in bids)
        {
            await sian.GotoAsync($"{tender.Panel}/summaries/{bid}");
            await sian.ShouldBeAccessibleAsync();
            await sian.LoadsAsync(() => sian.Locator("#write-summary button[type=submit]").ClickAsync());
        }

        await sian.GotoAsync($"{tender.Panel}/award");
        await sian.ShouldBeAccessibleAsync();
        await sian.GetByLabel("Bidder A").CheckAsync();
        await sian.GetByLabel("The decision, and why").FillAsync("Both are equal; the first one begins sooner.");
        await sian.SubmitAsync("Propose this bid");
        await sian.LeaveAsync();

        var tom = await browser.PersonAsync(host.Address, persona: "commissioner");
        await tom.GotoAsync($"{tender.Panel}/award");
        await tom.ShouldBeAccessibleAsync();
        await tom.ConfirmAsync("Approve the award");
        await Expect(tom.Locator("#main")).ToContainTextAsync("won.");
        await tom.LeaveAsync();
        foreach (var provider in new[] { "provider", "provider-2" })
        {
            var team = await browser.PersonAsync(host.Address, persona: provider);
            await team.GotoAsync(tender.Opportunity);
            await team.LoadsAsync(() => team.GetByRole(AriaRole.Link, new() { Name = "Go to your bid" }).ClickAsync());
            await team.LoadsAsync(() => team.GetByRole(AriaRole.Link, new() { Name = "Read your assessment summary" }).ClickAsync());
            await Expect(team.Locator("#main")).ToContainTextAsync("They are there, and they listen.");
            await team.LeaveAsync();
        }
    }

    private static async Task DeclareNothingAsync(IPage person, TenderOnSite tender)
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

    private async Task<string> FirstBidAsync(TenderOnSite tender) => (await BidsAsync(tender))[0];

    private async Task<string[]> BidsAsync(TenderOnSite tender)
    {
        using var sian = await host.SignedInAsync("moderator");
        using var read = await sian.GetAsync($"/api{tender.Panel}");
        var panel = await read.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        return [.. panel.GetProperty("bids").EnumerateArray().Select(bid => bid.GetProperty("bid").GetString()!)];
    }
}

using System.Net.Http.Json;
using System.Text.Json;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using CoDesign.Tests.Browser;
using Microsoft.Playwright;
using static CoDesign.Tests.Journeys.SevenAlone;
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

        var alone = new SevenAlone(host, browser, tender);
        foreach (var (name, visitor) in programs) await alone.ScoreByProgramAsync(visitor, name == "Olu" ? Officers[1] : Users[name == "Maya" ? 2 : 3]);
        await alone.PriyaFindsThatSheKnowsOneAsync();
        await alone.LenScoresWithoutScriptsAsync();
        await alone.AminaAsksForHelpAndScoresAsync(amina);
        var helen = await browser.PersonAsync(host.Address, persona: "evaluator-1");
        var helens = Wire.Of(helen);
        await alone.HelenScoresByKeysAsync(helen);

        await helens.ShouldHoldAsync(Officers[0]);
        await helens.ShouldNotHoldAsync([Officers[1], .. Users]);
        await aminas.ShouldHoldAsync(Users[0]);
        await aminas.ShouldNotHoldAsync([.. Officers, .. Users[1..]]);

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
                foreach (var reason in Officers.Concat(Users)) await Expect(page.Locator(".room")).ToContainTextAsync(reason);
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
        await tender.CommandAsync(visitor, "confirm-outcome", new { bid = now.GetProperty("bid").GetString(), question = tender.QuestionId, round = now.GetProperty("round").GetInt32() });
    }

    private async Task AwardAsync(TenderOnSite tender)
    {
        var sian = await browser.PersonAsync(host.Address, persona: "moderator");
        foreach (var bid in tender.Bids)
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
}

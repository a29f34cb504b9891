using System.Text.RegularExpressions;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Tenders;
using CoDesign.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoDesign.Tests.Journeys;

/// <summary>Every state of buying can be used by whoever sees it: looked at in light and wide, dark and narrow; by keys alone; without scripts.</summary>
[Trait("Category", "Browser")]
public sealed class BuyingAccessTests(JourneyHost host, BrowserFixture browser) : IClassFixture<JourneyHost>
{
    private const string Reason = "They know every rock.";

    [Fact]
    public async Task Everybody_can_use_the_pages_before_the_bids_are_open()
    {
        var tender = await TenderOnSite.PublishedAsync(host, asksEvidence: true);
        var draft = await tender.BidAsync("provider", submitted: false);
        using (var hannah = await host.SignedInAsync("provider")) await hannah.SubmitAsync(draft, "invite-to-team");
        using (var ruth = await host.SignedInAsync("provider-2"))
            Assert.Equal(System.Net.HttpStatusCode.SeeOther, (await ruth.SubmitAsync(tender.Opportunity, "ask-about-tender", ("question", "May volunteers do it?"))).StatusCode);
        await LookAsync("provider", tender.Opportunity, draft);
        await LookAsync("provider-2", tender.Opportunity);
        await LookAsync("provider-2", await FollowedAsync(tender), "/dev/outbox");
        await LookAsync("commissioner", $"/projects/{tender.Project}/tender", $"/projects/{tender.Project}/tender/questions", tender.Question,
            $"/projects/{tender.Project}/tender/questions/scale", await LotAsync(tender), $"/projects/{tender.Project}/tender/rehearsal", $"/projects/{tender.Project}/tender/enquiries", tender.Panel);
        await LookAsync("moderator", tender.Panel);

        tender.PassDeadline();
        await LookAsync("provider", tender.Opportunity, draft);
        await LookAsync("evaluator-1", tender.Panel);
        var enquiries = $"/projects/{tender.Project}/tender/enquiries";
        await LookAsync("commissioner", enquiries);
        using (var tom = await host.SignedInAsync("commissioner")) await tom.SubmitAsync(enquiries, "explain-open-enquiries", ("reason", "It came too late."));
        await tender.OfPanelAsync("moderator", new ApproveOpening());
        await LookAsync("moderator", tender.Panel);
    }

    [Fact]
    public async Task Everybody_can_use_the_pages_while_bids_are_scored_and_moderated()
    {
        var tender = await OpenedAsync();
        await LookAsync("evaluator-1", tender.Panel, $"{tender.Panel}/practice", $"{tender.Panel}/practice/6", $"{tender.Panel}/interests", $"{tender.Panel}/support");
        await tender.DeclareAsync("evaluator-1");
        await tender.OfPanelAsync("evaluator-1", new RecordSupport("Joan", "Reads to me.", true));
        var help = new HelpId(await tender.OfPanelAsync("evaluator-1", new AskForHelp(null, null, "Who is a volunteer?")));
        await tender.OfPanelAsync("evaluator-2", new AskForHelp(null, null, "How long have I got?"));
        await tender.OfPanelAsync("moderator", new AnswerHelp(help, true, "Who is a volunteer?", "Somebody who isn’t paid."));
        await tender.OfPanelAsync("moderator", new RemindEvaluators(null));
        await LookAsync("evaluator-1", tender.Panel);
        await tender.ScoreAsync("evaluator-1");
        await LookAsync("evaluator-1", tender.Panel, $"{tender.Panel}/mine", $"{tender.Panel}/print", $"{tender.Panel}/help", $"{tender.Panel}/support");
        await tender.OfPanelAsync("evaluator-1", new LockScores());
        await LookAsync("evaluator-1", tender.Panel);
        await LookAsync("moderator", tender.Panel, $"{tender.Panel}/help", $"{tender.Panel}/shares");

        foreach (var evaluator in new[] { "evaluator-2", "evaluator-3" })
        {
            await tender.DeclareAsync(evaluator);
            await tender.ScoreAsync(evaluator);
            await tender.OfPanelAsync(evaluator, new LockScores());
        }

        await tender.OfPanelAsync("moderator", new OpenModeration());
        await LookAsync("moderator", tender.Panel);
        await LookAsync("evaluator-3", tender.Panel);
        await LookAsync("moderator", $"{tender.Panel}/summaries", $"{tender.Panel}/award", $"{tender.Panel}/result");
        await LookAsync("member", "/projects", $"/projects/{tender.Project}", $"/projects/{tender.Project}/insights", $"/projects/{tender.Project}/tender");
        await LookAsync("administrator", "/", "/projects", "/account", "/admin");
    }

    [Fact]
    public async Task Everybody_can_use_the_pages_of_an_interview()
    {
        var tender = await TenderOnSite.ReadyAsync(host);
        var asked = await tender.AskInInterviewAsync();
        await tender.PublishAsync();
        var bid = BidId.From(Guid.ParseExact((await tender.BidAsync("provider", submitted: true))["/bids/".Length..], "n"));
        tender.PassDeadline();
        await tender.OpenAsync();
        foreach (var evaluator in new[] { "evaluator-1", "evaluator-2", "evaluator-3" })
        {
            await tender.DeclareAsync(evaluator);
            await tender.ScoreAsync(evaluator);
            await tender.OfPanelAsync(evaluator, new LockScores());
        }

        await LookAsync("moderator", $"{tender.Panel}/rounds");
        await tender.OfPanelAsync("moderator", new OpenRound(ScoringRound.Interview));
        await LookAsync("evaluator-1", tender.Panel);
        await tender.OfPanelAsync("moderator", new RecordRound(bid, host.Time.GetUtcNow(), "Two of the volunteers, and the whole panel"));
        await tender.OfPanelAsync("moderator", new NoteEvidence(bid, asked, "They told of the night when the lamp went out."));
        await LookAsync("moderator", $"{tender.Panel}/rounds");
        await LookAsync("evaluator-3", tender.Panel);
    }

    [Fact]
    public async Task A_provider_answers_shows_evidence_and_submits_by_keyboard_alone()
    {
        var tender = await TenderOnSite.PublishedAsync(host, asksEvidence: true);
        var ruth = await browser.PersonAsync(host.Address, persona: "provider");
        await ruth.GotoAsync(tender.Opportunity);
        await ruth.TabToAsync("#start-bid input[name=organisation]");
        await ruth.Keyboard.TypeAsync("Harbour Lights");
        await ruth.LoadsAsync(() => ruth.Keyboard.PressAsync("Enter"));
        await ruth.Locator("co-text[ready]").WaitForAsync();
        await ruth.TabToAsync(".cm-content");
        await ruth.Keyboard.TypeAsync("Volunteers do.");
        await Expect(ruth.Locator(".text-state")).ToHaveTextAsync("Saved");
        await ruth.TabToAsync("input[type=file]");
        await ruth.Locator("input[type=file]").SetInputFilesAsync(
        [
            new FilePayload { Name = "Lookouts.pdf", MimeType = "application/pdf", Buffer = [.. "%PDF-1.7 "u8, .. new byte[500_000]] },
            new FilePayload { Name = "Rescued.csv", MimeType = "text/csv", Buffer = [.. "year,people\n2025,31\n"u8] },
        ]);
        await ruth.TabToAsync(".evidence button[type=submit]");
        await ruth.LoadsAsync(() => ruth.Keyboard.PressAsync("Enter"));
        await Expect(ruth.Locator(".evidence .file")).ToHaveCountAsync(2);
        await ruth.TabToAsync("input[name=price]");
        await ruth.Keyboard.TypeAsync("80,000");
        await ruth.LoadsAsync(() => ruth.Keyboard.PressAsync("Enter"));
        await Expect(ruth.Locator("#not-submitted")).ToContainTextAsync("complete, but it is not submitted");
        await Expect(ruth.Locator(".answer")).ToContainTextAsync("2 of 300 words");
        await Expect(ruth.Locator("co-countdown")).ToContainTextAsync("left.");
        await ruth.TabToAsync("#submit-bid button[type=submit]");
        await ruth.LoadsAsync(() => ruth.Keyboard.PressAsync("Enter"));
        await Expect(ruth.Locator("#receipt")).ToContainTextAsync("£80,000");
        await ruth.GotoAsync(new Uri(ruth.Url).AbsolutePath + "/receipts/1");
        await ruth.ShouldBeAccessibleAsync();
        await Expect(ruth.Locator("button[data-print]")).ToBeVisibleAsync();
        await ruth.LeaveAsync();
    }

    [Fact]
    public async Task A_provider_answers_and_submits_without_scripts()
    {
        var tender = await TenderOnSite.PublishedAsync(host);
        var ruth = await browser.PersonAsync(host.Address, 390, scripts: false, persona: "provider");
        await ruth.GotoAsync(tender.Opportunity);
        await ruth.GetByLabel("The name of your organisation").FillAsync("Harbour Lights");
        await ruth.PressAsync("Start a bid");
        await ruth.Locator("co-text textarea").FillAsync("Volunteers do.");
        await ruth.PressAsync("Save", exact: true);
        await Expect(ruth.Locator("co-text textarea")).ToHaveValueAsync("Volunteers do.");
        await ruth.GetByLabel("Your price for the whole contract").FillAsync("80,000");
        await ruth.PressAsync("Save the price");
        await ruth.PressAsync("Submit the bid");
        await Expect(ruth.Locator("#receipt")).ToContainTextAsync("£80,000");
        await ruth.LeaveAsync();
    }

    [Fact]
    public async Task An_evaluator_declares_scores_and_locks_by_keyboard_alone()
    {
        var tender = await OpenedAsync();
        var helen = await browser.PersonAsync(host.Address, persona: "evaluator-1");
        await helen.GotoAsync(tender.Panel);
        await helen.TabToAsync("input[name=conflict]");
        await helen.Keyboard.PressAsync("Space");
        await helen.TabToAsync("#declare-interests button[type=submit]");
        await helen.LoadsAsync(() => helen.Keyboard.PressAsync("Enter"));
        await helen.TabToAsync("input[name=points]");
        await helen.Keyboard.PressAsync("Space");
        await helen.Keyboard.PressAsync("ArrowDown");
        await helen.TabToAsync("textarea[name=reason]");
        await helen.Keyboard.TypeAsync(Reason);
        await helen.TabToAsync("#score-answer button[type=submit]");
        await helen.LoadsAsync(() => helen.Keyboard.PressAsync("Enter"));
        await helen.TabToAsync("#lock-scores button[type=submit]");
        await helen.LoadsAsync(() => helen.Keyboard.PressAsync("Enter"));
        await Expect(helen.Locator("#main")).ToContainTextAsync("Your scores are locked");
        await helen.LeaveAsync();
    }

    [Fact]
    public async Task An_evaluator_declares_scores_and_locks_without_scripts()
    {
        var tender = await OpenedAsync();
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
        var tender = await OpenedAsync();
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

    [Fact]
    public async Task The_panel_agrees_in_its_room_where_everybodys_page_follows()
    {
        var tender = await OpenedAsync(ScoreSettlement.PanelConsensus);
        foreach (var evaluator in new[] { "evaluator-1", "evaluator-2", "evaluator-3" })
        {
            await tender.DeclareAsync(evaluator);
            await tender.ScoreAsync(evaluator);
            await tender.OfPanelAsync(evaluator, new LockScores());
        }

        await tender.OfPanelAsync("moderator", new OpenModeration());
        var room = $"{tender.Panel}/moderation";
        var sian = await browser.PersonAsync(host.Address, persona: "moderator");
        var helen = await browser.PersonAsync(host.Address, persona: "evaluator-1");
        var len = await browser.PersonAsync(host.Address, 390, scripts: false, persona: "evaluator-3");
        foreach (var person in new[] { sian, helen, len }) await person.GotoAsync(room);
        await sian.ShouldBeAccessibleAsync();

        await sian.SubmitAsync("Begin with Bidder A");
        await Expect(helen.Locator("#table-title")).ToHaveTextAsync("Bidder A: Watching");
        await Expect(helen.Locator(".spreads")).ToHaveCountAsync(0);
        await helen.ShouldBeAccessibleAsync();

        await sian.SubmitAsync("Show the scores to everybody");
        await Expect(helen.Locator(".spread-of")).ToHaveCountAsync(2);
        await len.ReloadAsync();
        await Expect(len.Locator(".room table")).ToContainTextAsync(Reason);
        await Expect(len.Locator("#confirm-outcome")).ToHaveCountAsync(0);

        await sian.GetByLabel("4 – Very good").CheckAsync();
        await sian.GetByLabel("Why? In words that the bidder may read").FillAsync("All of us would trust them at night.");
        await sian.SubmitAsync("Write down what was agreed");
        await sian.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await sian.SetViewportSizeAsync(320, 900);
        await sian.ShouldBeAccessibleAsync();
        await Expect(helen.Locator("#confirm-outcome")).ToBeVisibleAsync();
        await helen.ShouldBeAccessibleAsync();
        await helen.TabToAsync("#confirm-outcome button[type=submit]");
        await helen.LoadsAsync(() => helen.Keyboard.PressAsync("Enter"));
        await len.ReloadAsync();
        await len.PressAsync("I confirm this");

        await Expect(len.Locator(".receipt").Filter(new() { HasText = "You have confirmed what stands." })).ToBeVisibleAsync();
        await Expect(sian.Locator(".room .now")).ToHaveTextAsync("Agreed and confirmed.");
        await sian.GotoAsync(tender.Panel);
        await Expect(sian.Locator("#main")).ToContainTextAsync("How each number is made");
        foreach (var person in new[] { sian, helen, len }) await person.LeaveAsync();
    }

    /// <summary>Where an address that was asked whether it wants to follow the tender says yes.</summary>
    private async Task<string> FollowedAsync(TenderOnSite tender)
    {
        using var dora = host.NewVisitor();
        await dora.SubmitAsync(tender.Opportunity, "follow-by-mail", ("email", "dora@example.org"));
        var outbox = (await dora.ReadAsync("/dev/outbox")).QuerySelector("main")!.TextContent;
        return Regex.Match(outbox, "/follow/[0-9a-f]{32}").Value;
    }

    /// <summary>A lot that is being thought of for the next version; the address of its page.</summary>
    private async Task<string> LotAsync(TenderOnSite tender)
    {
        using var tom = await host.SignedInAsync("commissioner");
        var lots = $"/projects/{tender.Project}/tender/lots";
        foreach (var lot in new[] { "North", "South" }) await tom.SubmitAsync(lots, "add-lot", ("title", lot), ("value", "45,000"));
        return (await tom.ReadAsync(lots)).QuerySelector("#main .rows a")!.GetAttribute("href")!;
    }

    private async Task<TenderOnSite> OpenedAsync(ScoreSettlement settlement = ScoreSettlement.Mean)
    {
        var tender = await TenderOnSite.PublishedAsync(host, settlement: settlement);
        await tender.BidAsync("provider", submitted: true);
        tender.PassDeadline();
        await tender.OpenAsync();
        return tender;
    }

    /// <summary>Looks at pages twice: in light at 1280 pixels, in dark at 320.</summary>
    private async Task LookAsync(string persona, params string[] addresses)
    {
        var page = await browser.PersonAsync(host.Address, persona: persona);
        foreach (var address in addresses)
        {
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            await page.SetViewportSizeAsync(1280, 900);
            var answer = await page.GotoAsync(address);
            Assert.True(answer?.Status == 200, $"{persona} got {answer?.Status} for {address}");
            await page.ShouldBeAccessibleAsync();
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            await page.SetViewportSizeAsync(320, 900);
            await page.ShouldBeAccessibleAsync();
        }

        await page.LeaveAsync();
    }
}

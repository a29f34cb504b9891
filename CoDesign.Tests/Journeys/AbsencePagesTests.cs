using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using CoDesign.Tests.Browser;
using static CoDesign.Tests.Journeys.ScoringOnSite;
using static Microsoft.Playwright.Assertions;

namespace CoDesign.Tests.Journeys;

/// <summary>The only service user of a panel can't go on once the room is open: it is noted, somebody comes in their place, and there is a result.</summary>
[Trait("Category", "Browser")]
public sealed class AbsencePagesTests(JourneyHost host, BrowserFixture browser) : IClassFixture<JourneyHost>
{
    private const string Why = "Len is in hospital and can’t say for how long.";

    [Fact]
    public async Task A_panel_whose_only_service_user_falls_ill_comes_to_a_result_with_somebody_in_their_place()
    {
        var tender = await InRoomAsync();
        var room = $"{tender.Panel}/moderation";
        var sian = await browser.PersonAsync(host.Address, persona: "moderator");
        var helen = await browser.PersonAsync(host.Address, persona: "evaluator-1");
        var tom = await browser.PersonAsync(host.Address, persona: "commissioner");
        var amina = await browser.PersonAsync(host.Address, 390, scripts: false, persona: "service-user");
        foreach (var person in new[] { sian, helen }) await person.GotoAsync(room);

        await sian.UnfoldAsync("#note-absence");
        await sian.TabToAsync("#note-absence select");
        await sian.Keyboard.TypeAsync("Len");
        await sian.WriteAsync("#note-absence textarea", Why);
        await sian.EnterAsync("#note-absence button[type=submit]");
        await Expect(sian.Locator("#who-is-away")).ToContainTextAsync(Why);
        await Expect(sian.Locator("#who-is-away")).ToContainTextAsync("Ask a commissioner to appoint somebody in their place. They can do so now.");
        await Expect(helen.Locator("#who-is-away")).ToContainTextAsync("Can’t go on: Service users. Nobody waits for them.");
        await Expect(helen.Locator("#who-is-away")).Not.ToContainTextAsync("hospital");
        foreach (var person in new[] { sian, helen }) await person.ShouldBeAccessibleAsync();
        await sian.GotoAsync(tender.Panel);
        await Expect(sian.Locator("#nobody-left")).ToContainTextAsync("Nobody of “Service users” is there to confirm 1 answer.");
        await sian.ShouldBeAccessibleAsync();

        await tom.GotoAsync(tender.Panel);
        await Expect(tom.Locator("#open-places")).ToContainTextAsync("Nobody of “Service users” can go on.");
        await Expect(tom.Locator("main")).Not.ToContainTextAsync("hospital");
        await tom.ShouldBeAccessibleAsync();
        await tom.EnterAsync("#open-places a");
        await tom.UnfoldAsync("#appoint");
        await tom.TabToAsync("#appoint select[name=participant]");
        await tom.Keyboard.TypeAsync("Amina");
        await tom.TabToAsync("#appoint select[name=seat]");
        await tom.Keyboard.TypeAsync("Evaluator, Service");
        await tom.EnterAsync("#appoint button[type=submit]");
        await Expect(tom.Locator("#open-places")).ToHaveCountAsync(0);

        await amina.GotoAsync(tender.Panel);
        await Expect(amina.Locator("main")).ToContainTextAsync("You come in the place of somebody");
        await Expect(amina.Locator("main")).Not.ToContainTextAsync("They know every rock.");
        await amina.GetByLabel("No, nothing that I know of").CheckAsync();
        await amina.PressAsync("Go on");
        await amina.GotoAsync(room);
        await Expect(amina.Locator(".room table")).ToContainTextAsync("They know every rock.");
        await Expect(helen.Locator(".room .now")).ToContainTextAsync("A score is agreed.");
        await amina.PressAsync("I confirm this");
        await Expect(amina.Locator(".receipt").Filter(new() { HasText = "You have confirmed what stands." })).ToBeVisibleAsync();

        await Expect(helen.Locator(".room .now")).ToHaveTextAsync("Agreed and confirmed.");
        await sian.GotoAsync(tender.Panel);
        await Expect(sian.Locator("#main")).ToContainTextAsync("How each number is made");
        await Expect(sian.Locator("#nobody-left")).ToHaveCountAsync(0);
        foreach (var person in new[] { sian, helen, tom, amina }) await person.LeaveAsync();
    }

    [Fact]
    public async Task Without_scripts_a_note_that_is_refused_keeps_what_was_typed_and_whoever_it_is_about_reads_it_and_comes_back()
    {
        var tender = await InRoomAsync();
        var room = $"{tender.Panel}/moderation";
        using var sian = await host.SignedInAsync("moderator");
        using var len = await host.SignedInAsync("evaluator-3");
        var refused = await sian.SubmitAsync(room, "note-absence", ("person", ""), ("reason", Why));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await sian.ReadAsync(refused);
        Assert.NotNull(page.QuerySelector(".error-summary a[href$='#note-absence-person']"));
        Assert.Equal(Why, page.QuerySelector<IHtmlTextAreaElement>("#note-absence textarea")!.Value);
        Assert.NotNull(page.QuerySelector("details[open] #note-absence"));
        var nothing = await sian.ReadAsync(await sian.SubmitAsync(room, "note-absence", ("person", Id("evaluator-3").Text()), ("reason", "")));
        Assert.NotNull(nothing.QuerySelector(".error-summary a[href$='#note-absence-reason']"));
        Assert.Equal(Id("evaluator-3").Text(), nothing.QuerySelector<IHtmlSelectElement>("#note-absence select")!.Value);

        await DoneAsync(sian, room, "note-absence", ("person", Id("evaluator-3").Text()), ("reason", Why));

        foreach (var address in new[] { room, tender.Panel })
        {
            var told = (await len.ReadAsync(address)).GetElementById("away")!.TextContent;
            Assert.Contains(Why, told, StringComparison.Ordinal);
            Assert.Contains("No one can keep you out.", told, StringComparison.Ordinal);
        }

        Assert.Contains(Why, (await sian.ReadAsync(room)).GetElementById("who-is-away")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Can’t go on", (await sian.ReadAsync(tender.Panel)).QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains("Len Barker", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        await DoneAsync(len, tender.Panel, "come-back");
        Assert.Null((await len.ReadAsync(room)).GetElementById("away"));
        Assert.Null((await sian.ReadAsync(room)).GetElementById("who-is-away"));

        await DoneAsync(sian, room, "note-absence", ("person", Id("evaluator-3").Text()), ("reason", Why));
        await DoneAsync(sian, room, $"take-back-absence-{Id("evaluator-3")}");
        Assert.Empty(tender.PanelState.Absences);
    }

    [Fact]
    public async Task An_open_page_of_the_panel_says_what_was_noted_and_that_a_place_is_free()
    {
        var tender = await InRoomAsync();
        var len = await browser.PersonAsync(host.Address, persona: "evaluator-3");
        var tom = await browser.PersonAsync(host.Address, persona: "commissioner");
        await len.GotoAsync($"{tender.Panel}/mine");
        await tom.GotoAsync(tender.Panel);

        await tender.OfPanelAsync("moderator", new NoteAbsence(Id("evaluator-3"), Why));

        await Expect(len.Locator("#noted-away")).ToContainTextAsync("The moderator wrote down that you can not go on.");
        await Expect(tom.Locator("#place-open")).ToContainTextAsync("Somebody of the panel can’t go on.");
        foreach (var person in new[] { len, tom }) await person.LeaveAsync();
    }

    [Fact]
    public async Task Who_came_late_finds_no_page_that_asks_them_to_score()
    {
        var tender = await InRoomAsync();
        await tender.OfPanelAsync("moderator", new NoteAbsence(Id("evaluator-3"), Why));
        await tender.OfPanelAsync("commissioner", new AppointEvaluator(Id("service-user"), "Service users"));
        using var amina = await host.SignedInAsync("service-user");

        var before = await amina.ReadAsync(tender.Panel);
        Assert.NotNull(before.GetElementById("declare-interests"));
        foreach (var form in new[] { "score-answer", "lock-scores" }) Assert.Null(before.GetElementById(form));
        Assert.Equal(HttpStatusCode.NotFound, (await amina.GetAsync($"{tender.Panel}/moderation")).StatusCode);
        Assert.Empty(before.QuerySelectorAll($"a[href='{tender.Panel}/practice'], a[href='{tender.Panel}/print'], a[href='{tender.Panel}/mine']"));
        await tender.DeclareAsync("service-user");

        Assert.NotNull((await amina.ReadAsync(tender.Panel)).QuerySelector($".next a[href='{tender.Panel}/moderation']"));
        Assert.Contains("nothing for you to score", (await amina.ReadAsync($"{tender.Panel}/mine")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await amina.ReadAsync($"{tender.Panel}/moderation")).GetElementById("note-absence"));
    }

    /// <summary>One answer, agreed on and confirmed by the officers; Len alone scores as a service user, and Amina is in the project.</summary>
    private async Task<TenderOnSite> InRoomAsync()
    {
        var tender = await TenderOnSite.OpenedAsync(host, ScoreSettlement.PanelConsensus);
        await tender.OfProjectAsync(new InviteParticipant(Id("service-user"), Role.ServiceUser));
        await tender.LockAsync();
        var answer = new AnswerOf(tender.Bids[0], tender.Asked);
        foreach (var command in new IPanelCommand[] { new OpenModeration(), new MoveModeration(answer.Bid, answer.Question), new RevealScores(answer.Bid, answer.Question) }) await tender.OfPanelAsync("moderator", command);
        await PanelStages.AgreeAsync(tender, answer, 4);
        foreach (var officer in new[] { "evaluator-1", "evaluator-2" }) await tender.OfPanelAsync(officer, new ConfirmOutcome(answer.Bid, answer.Question, 1));
        return tender;
    }
}

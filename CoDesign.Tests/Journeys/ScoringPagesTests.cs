using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CoDesign.Domain.Evaluations;
using static CoDesign.Tests.Journeys.ScoringOnSite;

namespace CoDesign.Tests.Journeys;

/// <summary>What people who score, and the moderator, do on their pages, without scripts.</summary>
public sealed class ScoringPagesTests(JourneyHost host) : IClassFixture<JourneyHost>
{
    [Fact]
    public async Task Who_has_yet_to_say_whether_they_have_an_interest_is_not_told_that_they_scored_nothing_of_nothing()
    {
        var tender = await TenderOnSite.OpenedAsync(host);
        using var len = await host.SignedInAsync("evaluator-3");
        Assert.Null((await len.ReadAsync(tender.Panel)).GetElementById("progress-title"));

        using var helen = await host.DeclaredAsync(tender, "evaluator-1");
        Assert.NotNull((await helen.ReadAsync(tender.Panel)).GetElementById("progress-title"));
    }

    [Fact]
    public async Task Practice_shows_what_a_good_reason_looks_like_keeps_nothing_and_is_marked_done()
    {
        var tender = await TenderOnSite.OpenedAsync(host);
        using var len = await host.SignedInAsync("evaluator-3");
        using var sian = await host.SignedInAsync("moderator");
        Assert.NotNull((await len.ReadAsync(tender.Panel)).QuerySelector($"a[href='{tender.Panel}/practice']"));
        var practice = $"{tender.Panel}/practice/6";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await len.SubmitAsync(practice, "practise", ("points", "4"))).StatusCode);

        var told = await len.SubmitAsync(practice, "practise", ("points", "4"), ("reason", "They know my name."));

        var page = (await len.ReadAsync(told)).Body!.TextContent;
        Assert.Contains("4 – Very good", page, StringComparison.Ordinal);
        Assert.Contains("They know my name.", page, StringComparison.Ordinal);
        Assert.Contains("What a good reason looks like", page, StringComparison.Ordinal);
        Assert.DoesNotContain("They know my name.", (await len.ReadAsync(practice)).Body!.TextContent, StringComparison.Ordinal);
        var desk = (await sian.ReadAsync(tender.Panel)).QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains("Len Barker", StringComparison.Ordinal));
        Assert.Equal("Done", desk.QuerySelectorAll("td")[1].TextContent);
        Assert.DoesNotContain("They know my name.", (await sian.ReadAsync(tender.Panel)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_is_asked_about_an_answer_and_answered_to_all_without_a_name()
    {
        var tender = await TenderOnSite.OpenedAsync(host);
        using var helen = await host.DeclaredAsync(tender, "evaluator-1");
        using var priya = await host.DeclaredAsync(tender, "evaluator-2");
        using var sian = await host.SignedInAsync("moderator");
        var help = (await helen.ReadAsync(tender.Panel)).QuerySelector("#score-answer button[value^='/help']")!.GetAttribute("value")!;
        using var asking = await helen.SubmitAsync(tender.Panel, "score-answer", ("then", help));
        var ask = asking.Headers.Location!.OriginalString;
        await DoneAsync(helen, ask, "ask-for-help", ("words", "I am new: who is a volunteer?"));

        Assert.Contains("1 request for help", (await sian.ReadAsync(tender.Panel)).QuerySelector("#help-waits")!.TextContent, StringComparison.Ordinal);
        var desk = await sian.ReadAsync($"{tender.Panel}/help");
        Assert.Contains("Helen Marsh", desk.Body!.TextContent, StringComparison.Ordinal);
        await DoneAsync(sian, $"{tender.Panel}/help", desk.QuerySelector("form[id^=answer-help-]")!.Id!,
            ("toAll", "true"), ("shown", "Who is a volunteer?"), ("answer", "Somebody who isn’t paid."));

        Assert.NotNull((await priya.ReadAsync(tender.Panel)).GetElementById("help-answered"));
        var read = (await priya.ReadAsync($"{tender.Panel}/help")).QuerySelector("main")!.TextContent;
        Assert.Contains("Somebody who isn’t paid.", read, StringComparison.Ordinal);
        Assert.DoesNotContain("Helen", read, StringComparison.Ordinal);
        Assert.DoesNotContain("I am new", read, StringComparison.Ordinal);
        Assert.Contains("I am new", (await helen.ReadAsync($"{tender.Panel}/help")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reminder_is_seen_in_the_app_and_sent_to_who_has_an_account_once_a_day()
    {
        var tender = await TenderOnSite.OpenedAsync(host);
        using var sian = await host.SignedInAsync("moderator");
        using var priya = await host.SignedInAsync("evaluator-2");
        Assert.Null((await priya.ReadAsync(tender.Panel)).GetElementById("reminded"));

        await DoneAsync(sian, tender.Panel, "remind-all");

        Assert.NotNull((await priya.ReadAsync(tender.Panel)).GetElementById("reminded"));
        var page = await sian.ReadAsync(tender.Panel);
        Assert.Empty(page.QuerySelectorAll("form[id^=remind-]"));
        var mails = (await sian.ReadAsync("/dev/outbox")).QuerySelectorAll("li.card").Where(card => card.TextContent.Contains(tender.Panel, StringComparison.Ordinal)).ToArray();
        Assert.Equal(["To evaluator-1@codesign.example", "To evaluator-2@codesign.example"], mails.Select(mail => mail.QuerySelector(".hint")!.TextContent).Order());
        Assert.All(mails, mail => Assert.DoesNotContain("Lookouts", mail.TextContent, StringComparison.Ordinal));

        host.Time.Pass(TimeSpan.FromHours(24));
        Assert.NotEmpty((await sian.ReadAsync(tender.Panel)).QuerySelectorAll("form[id^=remind-]"));
    }

    [Fact]
    public async Task The_moderator_and_a_commissioner_share_the_work_out_and_the_others_know_no_such_page()
    {
        var tender = await TenderOnSite.PublishedAsync(host);
        using var tom = await host.SignedInAsync("commissioner");
        var shares = $"{tender.Panel}/shares";
        Assert.Equal(3, (await tom.ReadAsync(shares)).QuerySelectorAll("form[id^=share-]").Length);
        Assert.Empty((await tom.ReadAsync(shares)).QuerySelectorAll("input[name=bids]"));
        await tender.BidAsync("provider", submitted: true);
        tender.PassDeadline();
        await tender.OpenAsync();

        Assert.Empty((await tom.ReadAsync(shares)).QuerySelectorAll("form[id^=share-]"));
        using var sian = await host.SignedInAsync("moderator");
        var page = await sian.ReadAsync(shares);
        var bid = page.QuerySelector<IHtmlInputElement>("input[name=bids]")!.Value;
        await DoneAsync(sian, shares, $"share-{Id("evaluator-1")}", ("bids", bid));
        Assert.Contains("Everything", (await sian.ReadAsync(shares)).QuerySelector(".card")!.TextContent, StringComparison.Ordinal);
        foreach (var persona in new[] { "evaluator-1", "member", "administrator", "provider", "facilitator" })
        {
            using var other = await host.SignedInAsync(persona);
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(shares)).StatusCode);
        }
    }

    [Fact]
    public async Task Whoever_scores_looks_through_their_own_scores_prints_and_says_who_helps_them()
    {
        var tender = await TenderOnSite.OpenedAsync(host);
        using var helen = await host.DeclaredAsync(tender, "evaluator-1");
        await DoneAsync(helen, tender.Panel, "score-answer", [.. TaskOf(await helen.ReadAsync(tender.Panel)), ("points", "4"), ("reason", "They know every rock.")]);

        foreach (var address in new[] { tender.Panel, $"{tender.Panel}/mine", $"{tender.Panel}/print" })
            Assert.Contains("They know every rock.", (await helen.ReadAsync(address)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Volunteers do, day and night.", (await helen.ReadAsync($"{tender.Panel}/print")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await DoneAsync(helen, $"{tender.Panel}/print", "text-size", ("size", "largest"));
        Assert.Equal("largest", (await helen.ReadAsync($"{tender.Panel}/print")).DocumentElement.GetAttribute("data-size"));
        await DoneAsync(helen, $"{tender.Panel}/support", "record-support", ("name", "Joan"), ("helps", "Reads to me."), ("keepsConfidence", "true"));
        using var sian = await host.SignedInAsync("moderator");
        Assert.Contains("Helped by Joan", (await sian.ReadAsync(tender.Panel)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        foreach (var page in new[] { "mine", "print", "support", "help", "practice", "interests" })
        {
            using var tom = await host.SignedInAsync("commissioner");
            Assert.Equal(HttpStatusCode.NotFound, (await tom.GetAsync($"{tender.Panel}/{page}")).StatusCode);
        }
    }

    [Fact]
    public async Task An_interest_found_after_locking_or_in_the_room_can_still_be_said()
    {
        var tender = await TenderOnSite.OpenedAsync(host);
        using var helen = await host.DeclaredAsync(tender, "evaluator-1");
        using var priya = await host.DeclaredAsync(tender, "evaluator-2");
        await tender.DeclareAsync("evaluator-3");
        foreach (var evaluator in new[] { "evaluator-1", "evaluator-2", "evaluator-3" })
        {
            await tender.ScoreAsync(evaluator);
            await tender.OfPanelAsync(evaluator, new LockScores());
        }

        await FindsAsync(helen);
        await tender.OfPanelAsync("moderator", new OpenModeration(true));
        await tender.OfPanelAsync("moderator", new RevealAllScores());
        var room = (await priya.ReadAsync($"{tender.Panel}/moderation?bid={tender.Bids.Single()}&question={tender.QuestionId}")).QuerySelector("main")!;
        Assert.NotNull(room.QuerySelector($"a[href='{tender.Panel}/interests']:not(nav a)"));
        Assert.Contains("They know every rock.", room.TextContent, StringComparison.Ordinal);
        await FindsAsync(priya);
        Assert.Equal(HttpStatusCode.NotFound, (await priya.GetAsync($"{tender.Panel}/moderation?bid={tender.Bids.Single()}&question={tender.QuestionId}")).StatusCode);

        async Task FindsAsync(Visitor evaluator)
        {
            var interests = $"{tender.Panel}/interests";
            var form = (await evaluator.ReadAsync(interests)).QuerySelector("form[id^=declare-conflict-]")!;
            await DoneAsync(evaluator, interests, form.Id!, ("note", "My cousin keeps watch for them."));
            Assert.Null((await evaluator.ReadAsync(interests)).QuerySelector("form[id^=declare-conflict-]"));
            Assert.Empty((await evaluator.ReadAsync($"{tender.Panel}/mine")).QuerySelectorAll(".my-scores li"));
        }
    }

    /// <summary>Whatever is live on a page is worked out again for every screen in the room when scores are shown, and holds that up.</summary>
    [Fact]
    public async Task The_room_keeps_nothing_live_but_what_is_on_the_table()
    {
        var tender = await TenderOnSite.OpenedAsync(host);
        foreach (var evaluator in new[] { "evaluator-1", "evaluator-2", "evaluator-3" })
        {
            await tender.DeclareAsync(evaluator);
            await tender.ScoreAsync(evaluator);
            await tender.OfPanelAsync(evaluator, new LockScores());
        }

        await tender.OfPanelAsync("moderator", new OpenModeration(true));
        using var helen = await host.SignedInAsync("evaluator-1");
        Assert.Equal(1, await LiveOnAsync($"{tender.Panel}/moderation"));
        Assert.Equal(1, await LiveOnAsync($"{tender.Panel}/mine"));

        async Task<int> LiveOnAsync(string address) => (await helen.ReadAsync(address)).QuerySelector("main")!.Descendants<IComment>()
            .Count(mark => mark.Data.StartsWith("Blazor:", StringComparison.Ordinal) && mark.Data.Contains("\"type\":\"server\"", StringComparison.Ordinal));
    }
}

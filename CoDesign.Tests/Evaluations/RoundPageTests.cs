using System.Globalization;
using System.Net;
using CoDesign.App.Evaluations;
using CoDesign.App.Shell;
using CoDesign.Domain.Evaluations;
using CoDesign.Tests.Journeys;

namespace CoDesign.Tests.Evaluations;

public sealed class RoundPageTests(JourneyHost host) : IClassFixture<JourneyHost>
{
    private static readonly string[] Evaluators = ["evaluator-1", "evaluator-2", "evaluator-3"];

    [Fact]
    public async Task The_moderator_opens_the_interviews_and_the_panel_scores_what_was_heard()
    {
        var tender = await TenderOnSite.ReadyAsync(host);
        await tender.AskAtInterviewAsync("Talking with us");
        await tender.PublishAsync();
        var bid = await tender.BidAsync("provider", submitted: true);
        using (var ruth = await host.SignedInAsync("provider")) Assert.DoesNotContain("Talking with us", (await ruth.ReadAsync(bid)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        tender.PassDeadline();
        await tender.OpenAsync();
        foreach (var evaluator in Evaluators)
        {
            await tender.DeclareAsync(evaluator);
            await tender.ScoreAsync(evaluator);
            await tender.OfPanelAsync(evaluator, new LockScores());
        }

        var rounds = $"{tender.Panel}/rounds";
        using var sian = await host.SignedInAsync("moderator");
        using var helen = await host.SignedInAsync("evaluator-1");
        Assert.Equal(HttpStatusCode.NotFound, (await helen.GetAsync(rounds)).StatusCode);
        Assert.Contains(ScoringWords.LockedMore, (await helen.ReadAsync(tender.Panel)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await sian.ReadAsync(tender.Panel)).GetElementById("open-moderation"));
        Assert.Equal(HttpStatusCode.SeeOther, (await sian.SubmitAsync(rounds, "open-interview")).StatusCode);
        Assert.Contains("Not held yet.", (await helen.ReadAsync(tender.Panel)).QuerySelector("section[aria-labelledby=round-title]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(ScoringWords.HeardLater, (await helen.ReadAsync(tender.Panel)).GetElementById("answer")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await helen.ReadAsync(tender.Panel)).GetElementById("score-answer"));
        Assert.NotNull((await sian.ReadAsync(tender.Panel)).GetElementById("open-moderation"));

        var at = UkTime.Local(host.Time.GetUtcNow().AddMinutes(-5)).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
        Assert.Equal(HttpStatusCode.SeeOther, (await sian.SubmitAsync(rounds, await FormAsync("record-"), ("at", at), ("present", "Ruth, and all of us."))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await sian.SubmitAsync(rounds, await FormAsync("evidence-"), ("text", "They listened to Len."))).StatusCode);

        var page = (await helen.ReadAsync(tender.Panel)).QuerySelector("main")!.TextContent;
        Assert.Contains("Who was there: Ruth, and all of us.", page, StringComparison.Ordinal);
        Assert.Contains("They listened to Len.", page, StringComparison.Ordinal);
        Assert.Contains("Bidder A: Talking with us", page, StringComparison.Ordinal);
        Assert.Contains(ScoringWords.HowGoodHeard, page, StringComparison.Ordinal);
        Assert.Contains("What was heard and seen", (await helen.ReadAsync($"{tender.Panel}/print")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var mine = (await helen.ReadAsync($"{tender.Panel}/mine")).QuerySelectorAll(".my-scores li");
        Assert.Equal([(true, false), (false, true)], mine.Select(one => (one.TextContent.Contains("They know every rock.", StringComparison.Ordinal), one.QuerySelector("a") is not null)));

        async Task<string> FormAsync(string begins) => (await sian.ReadAsync(rounds)).QuerySelector($"form[id^={begins}]")!.Id!;
    }
}

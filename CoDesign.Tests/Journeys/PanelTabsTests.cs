using System.Net;
using CoDesign.Domain.Evaluations;

namespace CoDesign.Tests.Journeys;

/// <summary>The ways between the pages of a panel: each person is led to what is theirs now, and finds it there.</summary>
public sealed class PanelTabsTests(JourneyHost host) : IClassFixture<JourneyHost>
{
    [Fact]
    public async Task The_tabs_lead_each_person_to_what_is_theirs_as_the_panel_goes_on()
    {
        var tender = await TenderOnSite.PublishedAsync(host);
        await LedToAsync("evaluator-1", "practice interests help support");
        await LedToAsync("moderator", "help");
        await LedToAsync("commissioner", "shares");

        await tender.BidAsync("provider", submitted: true);
        tender.PassDeadline();
        await tender.OpenAsync();
        foreach (var evaluator in new[] { "evaluator-1", "evaluator-2", "evaluator-3" })
        {
            await tender.DeclareAsync(evaluator);
            await tender.ScoreAsync(evaluator);
        }

        await LedToAsync("evaluator-1", "practice interests mine print help support");
        await LedToAsync("moderator", "help shares");

        foreach (var evaluator in new[] { "evaluator-1", "evaluator-2", "evaluator-3" }) await tender.OfPanelAsync(evaluator, new LockScores());
        await tender.OfPanelAsync("moderator", new OpenModeration(true));
        await LedToAsync("evaluator-1", "moderation interests mine help support");
        await LedToAsync("moderator", "moderation help");
        await LedToAsync("commissioner", "shares");

        await tender.OfPanelAsync("moderator", new RevealAllScores());
        await LedToAsync("evaluator-1", "moderation interests mine help support result after");
        await LedToAsync("moderator", "moderation help result summaries award after");
        await LedToAsync("commissioner", "shares");

        async Task LedToAsync(string persona, string pages)
        {
            using var reader = await host.SignedInAsync(persona);
            var named = (await reader.ReadAsync(tender.Panel)).QuerySelectorAll("nav[aria-label='Pages of the panel'] a").Select(link => link.GetAttribute("href")!).ToArray();
            Assert.Equal([tender.Panel, .. pages.Split(' ').Select(page => $"{tender.Panel}/{page}")], named);
            foreach (var address in named) Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(address)).StatusCode);
        }
    }
}

using CoDesign.Tests.Browser;

namespace CoDesign.Tests.Journeys;

/// <summary>Every screen of a panel, in every stage and for everybody who has it.</summary>
[Trait("Category", "Browser")]
public sealed class PanelScreensTests(JourneyHost host, BrowserFixture browser) : IClassFixture<JourneyHost>
{
    [Fact]
    public async Task Everybody_can_use_every_screen_of_a_panel_in_every_stage()
    {
        var screens = new PanelScreens(host, browser);
        var tender = await PanelStages.ScoredAsync(host, screens.LookAsync);
        await PanelStages.ModerateAsync(tender, screens.LookAsync);
        await AwardStages.AwardAsync(host, tender, screens.LookAsync);
        await AwardStages.DividedAsync(host, screens.LookAsync);
        foreach (var withBid in new[] { true, false }) await AwardStages.ByGroupAsync(host, withBid, screens.LookAsync);
        await screens.LeaveAsync();
        Assert.Empty(screens.Missing);
    }
}

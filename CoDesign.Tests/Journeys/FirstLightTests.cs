using CoDesign.Tests.Browser;
using Microsoft.Playwright;
using static CoDesign.Tests.Journeys.BuyingTogether;
using static CoDesign.Tests.Journeys.DesigningTogether;
using static Microsoft.Playwright.Assertions;

namespace CoDesign.Tests.Journeys;

/// <summary>
/// The whole path, from somebody's first words to a ranked result, walked by six people in six browsers at once.
/// What one does is asserted on the screens of the others, and what they may not know on their wires.
/// </summary>
[Trait("Category", "Browser")]
public sealed class FirstLightTests(JourneyHost host, BrowserFixture browser) : IClassFixture<JourneyHost>
{
    private static readonly string[] _bid = [Answer, Organisation, "172,500", "172500", "172,500.00"];
    private static readonly string[] _reasons = ["Clear, but no figures.", "Ordinary, though honest.", "They take their time."];
    private static readonly string[] _result = ["50.40", "90.40"];

    [Fact]
    public async Task People_turn_their_words_into_a_result()
    {
        var (tom, toms) = await Person("commissioner");
        var (amina, aminas) = Recorded(await browser.PersonAsync(host.Address, 390));
        var ((ruth, ruths), (helen, helens)) = (await Person("provider"), await Person("evaluator-1"));
        var ((priya, priyas), (sian, sians)) = (await Person("evaluator-2"), await Person("moderator"));

        var project = await BeginAsync(tom);
        await JoinAsync(tom, amina, project);
        await SpeakAsync(tom, amina, project);
        await TryAsync(tom, amina, project);
        await WriteTogetherAsync(tom, amina, project);
        var tender = await PrepareTenderAsync(tom, amina, project, host.Time.GetUtcNow().AddHours(3));

        // Everybody of the panel is there, with the panel's page open, while the bid is written.
        var panel = await SitDownAsync(sian);
        foreach (var evaluator in new[] { helen, priya, amina }) await evaluator.GotoAsync(panel);
        await BidAsync(ruth, tender);
        await ruths.ShouldHoldAsync(_bid[..3]);
        foreach (var wire in new[] { toms, aminas, helens, priyas, sians }) await wire.ShouldNotHoldAsync(_bid);

        host.Time.Pass(TimeSpan.FromHours(4));
        await OpenAsync(sian, helen);
        await helens.ShouldNotHoldAsync(_bid);
        foreach (var (evaluator, score, reason) in new[] { (helen, "3 – Good", _reasons[0]), (priya, "3 – Good", _reasons[1]), (amina, "5 – Excellent", _reasons[2]) })
            await ScoreAsync(evaluator, panel, score, reason);
        await tom.GotoAsync(panel);
        await Expect(tom.Locator("#main")).ToContainTextAsync("stays with the panel until the award");
        await sian.GotoAsync(panel);
        await BlindAsync([helens, priyas, aminas]);
        await sians.ShouldNotHoldAsync([.. _bid[1..], .. _reasons, .. _result]);
        foreach (var wire in new[] { toms, ruths }) await wire.ShouldNotHoldAsync([.. _reasons, .. _result, "Bidder A"]);
        await toms.ShouldNotHoldAsync(_bid);

        await ModerateAsync(sian, helen, panel, _reasons[2]);
        await helens.ShouldHoldAsync([.. _reasons, .. _result]);
        foreach (var wire in new[] { helens, sians }) await wire.ShouldNotHoldAsync(Organisation);
        await AwardAsync(sian, helen, tom, panel);
        foreach (var wire in new[] { helens, sians, toms }) await wire.ShouldHoldAsync(Organisation);
        await ruths.ShouldNotHoldAsync([.. _reasons, .. _result]);
        await FollowTheThreadAsync(tom, project);
    }

    /// <summary>Who scores has the answer and their own words on their wire, and nothing of the others, the bidder or the price.</summary>
    private static async Task BlindAsync(Wire[] evaluators)
    {
        foreach (var (wire, index) in evaluators.Select((wire, index) => (wire, index)))
        {
            await wire.ShouldHoldAsync(Answer, "Bidder A", _reasons[index]);
            await wire.ShouldNotHoldAsync([.. _bid[1..], .. _reasons.Where(reason => reason != _reasons[index]), .. _result]);
        }
    }

    private async Task<(IPage Page, Wire Wire)> Person(string persona) => Recorded(await browser.PersonAsync(host.Address, persona: persona));

    private static (IPage Page, Wire Wire) Recorded(IPage page) => (page, Wire.Of(page));
}

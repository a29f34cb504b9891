using CoDesign.Domain.Workshops;
using CoDesign.Tests.Browser;
using CoDesign.Tests.Workshops;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoDesign.Tests.Journeys;

/// <summary>Two people at the same canvas: one moves a note, the other sees it on its way, and then where it went.</summary>
[Trait("Category", "Browser")]
public sealed class CanvasTests(HostFixture host, BrowserFixture browser) : IClassFixture<HostFixture>
{
    private const string Light = ".canvas-group[aria-label='Light']";

    [Fact]
    public async Task A_note_dragged_into_a_group_is_seen_on_its_way_and_then_where_it_went()
    {
        var (board, dark) = await GroupingAsync();
        var amina = await AtCanvasAsync(board, "service-user");
        var ruth = await AtCanvasAsync(board, "provider");

        var (from, to) = (await MiddleAsync(amina.Locator($"[data-note='{dark}']")), await MiddleAsync(amina.Locator(Light)));
        await amina.Mouse.MoveAsync(from.X, from.Y);
        await amina.Mouse.DownAsync();
        // A shadow is gone a moment after its note rests, so Amina's hand isn't still until Ruth has seen it.
        var seen = ruth.Locator($".shadow[data-shadow='{dark}']").WaitForAsync();
        for (var step = 0; !seen.IsCompleted; step++) await amina.Mouse.MoveAsync(from.X - 40 - step % 2 * 10, from.Y + 30);
        await seen;
        await Expect(ruth.Locator($"{Light} [data-note='{dark}']")).ToHaveCountAsync(0);

        await amina.Mouse.MoveAsync(to.X, to.Y, new() { Steps = 4 });
        await amina.Mouse.UpAsync();
        foreach (var page in new[] { amina, ruth })
        {
            await Expect(page.Locator($"{Light} [data-note='{dark}']")).ToBeVisibleAsync();
            await Expect(page.Locator(".canvas > .shadow, .canvas > .dragged")).ToHaveCountAsync(0);
        }

        Assert.Equal(board.State.Groups.Single().Id, board.State.Notes.Single(note => note.Id == dark).Group);
    }

    [Fact]
    public async Task The_same_is_done_by_keyboard_in_the_list()
    {
        var (board, dark) = await GroupingAsync();
        var ruth = await AtCanvasAsync(board, "provider");
        var kay = await browser.PersonAsync(host.Address, persona: "service-user");
        await kay.GotoAsync(board.Page);
        var select = kay.Locator($"#board-{dark} select");
        await Expect(select).ToBeVisibleAsync();

        await kay.TabToAsync($"#board-{dark} select");
        await kay.Keyboard.PressAsync("L");
        await Expect(ruth.Locator($"{Light} [data-note='{dark}']")).ToBeVisibleAsync();
        await Expect(kay.Locator(".board-section").Filter(new() { HasText = "Light" }).Locator($"#board-{dark} select")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Who_may_not_put_notes_in_groups_cannot_lift_one()
    {
        var (board, dark) = await GroupingAsync();
        await board.DoAsync("facilitator", new EnterStage(Stage.Discuss));
        var amina = await AtCanvasAsync(board, "service-user");
        await Expect(amina.Locator(".canvas")).Not.ToHaveAttributeAsync("data-may", "move");

        var (from, to) = (await MiddleAsync(amina.Locator($"[data-note='{dark}']")), await MiddleAsync(amina.Locator(Light)));
        await amina.Mouse.MoveAsync(from.X, from.Y);
        await amina.Mouse.DownAsync();
        await amina.Mouse.MoveAsync(to.X, to.Y);
        await Expect(amina.Locator(".lifted, .dragged")).ToHaveCountAsync(0);
    }

    /// <summary>Light is a group with one note in it; that it is dark is in none.</summary>
    private async Task<(BoardOnSite Board, NoteId Dark)> GroupingAsync()
    {
        var board = await BoardOnSite.MakeAsync(host.Services, Stage.Group);
        var lamps = await board.NoteAsync("provider", "More lamps");
        var dark = await board.NoteAsync("service-user", "It is dark by the shelters");
        await board.DoAsync("provider", new MakeGroup("Light", [lamps]));
        return (board, dark);
    }

    private async Task<IPage> AtCanvasAsync(BoardOnSite board, string persona)
    {
        var page = await browser.PersonAsync(host.Address, persona: persona);
        await page.GotoAsync($"{board.Page}?show=canvas");
        await Expect(page.Locator(".canvas-frame[ready]")).ToBeVisibleAsync();
        await page.Locator(".canvas-frame").ScrollIntoViewIfNeededAsync();
        return page;
    }

    private static async Task<(float X, float Y)> MiddleAsync(ILocator shown)
    {
        var box = (await shown.BoundingBoxAsync())!;
        return (box.X + box.Width / 2, box.Y + Math.Min(box.Height / 2, 20));
    }
}

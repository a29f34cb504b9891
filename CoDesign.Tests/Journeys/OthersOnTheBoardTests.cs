using CoDesign.Domain.Workshops;
using CoDesign.Tests.Browser;
using CoDesign.Tests.Workshops;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoDesign.Tests.Journeys;

/// <summary>What others do on a board is told politely, and never disturbs who is writing.</summary>
[Trait("Category", "Browser")]
public sealed class OthersOnTheBoardTests(HostFixture host, BrowserFixture browser) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task What_others_do_is_told_at_most_once_in_ten_seconds()
    {
        var (board, amina) = await ListeningAsync();
        await WriteAsync(board, amina, "Lamps", "Benches");
        Assert.Empty(await SaidAsync(amina));
        for (var second = 0; second < 11 && await SaidAsync(amina) is []; second++) await PassAsync(amina, 1);
        Assert.Equal(["3 notes on the board, 0 groups."], await SaidAsync(amina));

        await WriteAsync(board, amina, "A warm place");
        await PassAsync(amina, 8);
        Assert.Single(await SaidAsync(amina));
        await PassAsync(amina, 3);
        Assert.Equal(["3 notes on the board, 0 groups.", "4 notes on the board, 0 groups."], await SaidAsync(amina));
        await PassAsync(amina, 60);
        Assert.Equal(2, (await SaidAsync(amina)).Length);
    }

    [Fact]
    public async Task Who_wants_quiet_has_quiet_also_when_they_come_back()
    {
        var (board, amina) = await ListeningAsync();
        await WriteAsync(board, amina, "Lamps");
        await amina.PressAsync("Don’t read out what others do");
        await PassAsync(amina, 30);
        await WriteAsync(board, amina, "Benches");
        await PassAsync(amina, 30);
        Assert.Empty(await SaidAsync(amina));

        await amina.ReloadAsync();
        await amina.PressAsync("Read out what others do", exact: true);
        await Expect(amina.GetByRole(AriaRole.Button, new() { Name = "Don’t read out what others do" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Nothing_that_others_do_moves_the_focus_or_the_page_of_somebody_who_is_writing()
    {
        var board = await BoardOnSite.MakeAsync(host.Services, Stage.Group);
        foreach (var words in new[] { "Lamps", "Benches", "A warm place" }) await board.NoteAsync("provider", words);
        var amina = await browser.PersonAsync(host.Address, 390, persona: "service-user");
        await amina.GotoAsync(board.Page);
        await Expect(amina.Locator(".board-section select").First).ToBeVisibleAsync();
        var field = amina.Locator("#add-note textarea");
        await field.FillAsync("When it rains");
        await amina.EvaluateAsync("() => document.querySelector('#add-note textarea').scrollIntoView({ block: 'center' })");
        var place = (await field.BoundingBoxAsync())!.Y;

        var late = await board.NoteAsync("provider", "Somebody to walk with");
        var group = await board.DoAsync("provider", new MakeGroup("Company", [late]));
        await board.DoAsync("facilitator", new StartTimer(5));
        await board.DoAsync("facilitator", new GatherPeople(group));
        await board.DoAsync("facilitator", new EnterStage(Stage.Reveal));
        await Expect(amina.Locator(".board-section h3").First).ToContainTextAsync("Company");
        await Expect(amina.Locator("co-timer")).ToBeVisibleAsync();
        await Expect(amina.Locator("co-follow")).ToContainTextAsync("The group has moved on");

        await Expect(field).ToBeFocusedAsync();
        await Expect(field).ToHaveValueAsync("When it rains");
        await amina.StaysAsync("#add-note textarea", place);
        await amina.Keyboard.TypeAsync(" I stay in");
        await Expect(field).ToHaveValueAsync("When it rains I stay in");
    }

    /// <summary>Amina has the board open. Her clock stands still, and what her page says to who listens is kept.</summary>
    private async Task<(BoardOnSite Board, IPage Amina)> ListeningAsync()
    {
        var board = await BoardOnSite.MakeAsync(host.Services, Stage.Reveal);
        await board.NoteAsync("provider", "The sea wall");
        var amina = await browser.PersonAsync(host.Address, persona: "service-user");
        await amina.GotoAsync(board.Page);
        await Expect(amina.Locator(".nod").First).ToBeVisibleAsync();
        var now = DateTime.UtcNow;
        await amina.Clock.InstallAsync(new() { TimeDate = now });
        await amina.Clock.PauseAtAsync(now.AddSeconds(1));
        await amina.EvaluateAsync("""
            () => {
              window.said = [];
              new MutationObserver(() => {
                const words = document.getElementById("announcer").textContent;
                if (words) window.said.push(words);
              }).observe(document.getElementById("announcer"), { childList: true, characterData: true, subtree: true });
            }
            """);
        return (board, amina);
    }

    /// <summary>Ruth writes notes, and Amina's page shows each.</summary>
    private static async Task WriteAsync(BoardOnSite board, IPage amina, params string[] notes)
    {
        foreach (var words in notes)
        {
            var note = await board.NoteAsync("provider", words);
            await Expect(amina.Locator($"#board-{note}")).ToBeVisibleAsync();
        }

        await Expect(amina.Locator("co-news")).ToHaveAttributeAsync("says", $"{board.State.Notes.Count} notes on the board, 0 groups.");
    }

    private static Task PassAsync(IPage page, int seconds) => page.Clock.RunForAsync(seconds * 1_000);

    private static Task<string[]> SaidAsync(IPage page) => page.EvaluateAsync<string[]>("() => window.said");
}

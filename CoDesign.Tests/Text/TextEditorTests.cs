using CoDesign.Tests.Browser;
using Microsoft.Playwright;

namespace CoDesign.Tests.Text;

/// <summary>The shared text as people meet it in their browsers.</summary>
[Trait("Category", "Browser")]
public sealed class TextEditorTests(HostFixture host, BrowserFixture browser) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task Two_people_write_at_once_and_each_sees_the_other()
    {
        var clause = await ClauseOnSite.MakeAsync(host.Services, "Meals");
        var tom = await OpenAsync("commissioner", clause);
        var grace = await OpenAsync("facilitator", clause);
        await Words(tom).ClickAsync();
        await tom.Keyboard.PressAsync("Control+Home");
        await Words(grace).ClickAsync();
        await grace.Keyboard.PressAsync("Control+End");
        await Task.WhenAll(tom.Keyboard.TypeAsync("Warm, shared ", new() { Delay = 10 }), grace.Keyboard.TypeAsync(" at noon 😀", new() { Delay = 10 }));
        foreach (var page in new[] { tom, grace })
        {
            await Words(page).Filter(new() { HasText = "Warm, shared Meals at noon 😀" }).WaitForAsync();
            await State(page, "Saved").WaitForAsync();
        }

        await grace.Locator(".text-pointer[data-name='Tom Ashdown']").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        Assert.Equal("Warm, shared Meals at noon 😀", clause.Words);
        await CloseAsync(tom, grace);
    }

    [Fact]
    public async Task Words_typed_without_a_connection_survive_loading_again()
    {
        var clause = await ClauseOnSite.MakeAsync(host.Services, "Meals");
        var grace = await browser.PersonAsync(host.Address, persona: "facilitator");
        var line = await Line.LayAsync(grace);
        await grace.GotoAsync(clause.Page);
        await Ready(grace).WaitForAsync();
        await line.CutAsync();
        await State(grace, "Offline – your words are kept on this device").WaitForAsync();
        await Words(grace).ClickAsync();
        await grace.Keyboard.PressAsync("Control+End");
        await grace.Keyboard.TypeAsync(", warm ones");
        await grace.WaitForTimeoutAsync(300);
        Assert.Equal("Meals", clause.Words);

        await grace.ReloadAsync();
        line.Mend();
        await Words(grace).Filter(new() { HasText = "Meals, warm ones" }).WaitForAsync();
        await State(grace, "Saved").WaitForAsync();
        Assert.Equal("Meals, warm ones", clause.Words);
        await CloseAsync(grace);
    }

    [Fact]
    public async Task A_line_that_breaks_and_comes_back_loses_and_doubles_nothing()
    {
        var clause = await ClauseOnSite.MakeAsync(host.Services);
        var grace = await browser.PersonAsync(host.Address, persona: "facilitator");
        var line = await Line.LayAsync(grace);
        await grace.GotoAsync(clause.Page);
        await Ready(grace).WaitForAsync();
        await Words(grace).ClickAsync();
        for (var part = 0; part < 4; part++)
        {
            await grace.Keyboard.TypeAsync($"part {part}. ");
            await line.CutAsync();
            await grace.Keyboard.TypeAsync("apart. ");
            line.Mend();
        }

        await State(grace, "Saved").WaitForAsync();
        Assert.Equal("part 0. apart. part 1. apart. part 2. apart. part 3. apart. ", clause.Words);
        await CloseAsync(grace);
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(320, false)]
    public async Task The_editor_is_there_for_everybody(int width, bool dark)
    {
        var clause = await ClauseOnSite.MakeAsync(host.Services, "# Meals\n\n**Warm**, [at noon](https://example.org).");
        var tom = await browser.PersonAsync(host.Address, width, dark, persona: "commissioner");
        await tom.GotoAsync(clause.Page);
        await Ready(tom).WaitForAsync();
        await tom.ShouldBeAccessibleAsync();
        await Words(tom).FocusAsync();
        await tom.Keyboard.PressAsync("Tab");
        Assert.False(await Words(tom).EvaluateAsync<bool>("words => words === document.activeElement"));
        await CloseAsync(tom);
    }

    [Fact]
    public async Task Who_only_reads_sees_the_words_once_and_as_they_change()
    {
        var clause = await ClauseOnSite.MakeAsync(host.Services, "Meals");
        var joan = await OpenAsync("member", clause);
        var tom = await OpenAsync("commissioner", clause);
        await Words(tom).ClickAsync();
        await tom.Keyboard.PressAsync("Control+End");
        await tom.Keyboard.TypeAsync(" at noon");
        await Words(joan).Filter(new() { HasText = "Meals at noon" }).WaitForAsync();
        Assert.Equal("true", await Words(joan).GetAttributeAsync("aria-readonly"));
        Assert.Equal(0, await joan.Locator("co-text .text-read:visible, co-text textarea:visible").CountAsync());
        await CloseAsync(joan, tom);
    }

    [Fact]
    public async Task Without_scripts_a_text_area_does_the_same()
    {
        var clause = await ClauseOnSite.MakeAsync(host.Services, "Meals.\nEvery day.");
        var grace = await browser.PersonAsync(host.Address, scripts: false, persona: "facilitator");
        await grace.GotoAsync(clause.Page);
        var tom = await OpenAsync("commissioner", clause);
        await Words(tom).ClickAsync();
        await tom.Keyboard.PressAsync("Control+End");
        await tom.Keyboard.TypeAsync(" At noon.");
        await State(tom, "Saved").WaitForAsync();
        await grace.Locator("co-text textarea").FillAsync("Warm meals.\nEvery day.");
        await grace.Locator("co-text").GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Words(tom).Filter(new() { HasText = "Warm meals." }).WaitForAsync();
        Assert.Equal("Warm meals.\nEvery day. At noon.", clause.Words);
        await CloseAsync(grace, tom);
    }

    private async Task<IPage> OpenAsync(string persona, ClauseOnSite clause)
    {
        var page = await browser.PersonAsync(host.Address, persona: persona);
        await page.GotoAsync(clause.Page);
        await Ready(page).WaitForAsync();
        return page;
    }

    private static ILocator Ready(IPage page) => page.Locator("co-text[ready]");

    private static ILocator Words(IPage page) => page.Locator("co-text").GetByRole(AriaRole.Textbox, new() { Name = "Words of “Meals”" });

    private static ILocator State(IPage page, string words) => page.Locator("co-text").GetByRole(AriaRole.Status).And(page.GetByText(words, new() { Exact = true }));

    private static Task CloseAsync(params IPage[] pages) => Task.WhenAll(pages.Select(page => page.LeaveAsync()));

    /// <summary>Somebody's line to the hub, which a test can cut.</summary>
    private sealed class Line
    {
        private readonly List<IWebSocketRoute> _open = [];
        private volatile bool _cut;

        public static async Task<Line> LayAsync(IPage page)
        {
            var line = new Line();
            await page.RouteWebSocketAsync(address => address.Contains("/hubs/text", StringComparison.Ordinal), socket =>
            {
                socket.ConnectToServer();
                line._open.Add(socket);
            });
            await page.RouteAsync("**/hubs/text/negotiate**", route => line._cut ? route.AbortAsync() : route.ContinueAsync());
            return line;
        }

        public async Task CutAsync()
        {
            _cut = true;
            foreach (var socket in _open) await socket.CloseAsync();
            _open.Clear();
        }

        public void Mend() => _cut = false;
    }
}

using CoDesign.Domain.Text;
using CoDesign.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoDesign.Tests.Text;

/// <summary>What makes writing comfortable, and the plain text area for who prefers one.</summary>
[Trait("Category", "Browser")]
public sealed class EditorComfortTests(HostFixture host, BrowserFixture browser) : IClassFixture<HostFixture>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Buttons_and_keys_make_Markdown_of_the_selected_words(bool plain)
    {
        var clause = await ClauseOnSite.MakeAsync(host.Services);
        var tom = await OpenAsync(clause, "commissioner");
        if (plain) await tom.PressAsync("Plain text box");
        var words = plain ? tom.Locator(".text-plain") : tom.Locator(".cm-content");
        await words.FocusAsync();
        await tom.Keyboard.TypeAsync("warm");
        await tom.Keyboard.PressAsync("Shift+Home");
        await tom.Keyboard.PressAsync("Control+B");
        await SettledAsync(tom, clause, "**warm**");
        await tom.PressAsync("Italic", exact: true);
        await SettledAsync(tom, clause, "***warm***");
        await tom.PressAsync("Italic", exact: true);
        foreach (var (button, made) in new[]
        {
            ("Heading", "## **warm**"), ("List", "- **warm**"), ("Numbered list", "1. **warm**"), ("Checklist", "- [ ] **warm**"), ("Checklist", "**warm**"),
            ("Link", "**[warm](https://)**"),
        })
        {
            await tom.PressAsync(button, exact: true);
            await SettledAsync(tom, clause, made);
        }

        await tom.PressAsync("Table", exact: true);
        await SettledAsync(tom, clause, "**[warm](https://)**\n\n| What | Who |\n| --- | --- |\n|  |  |\n");
        await tom.LeaveAsync();
    }

    [Fact]
    public async Task Marks_show_only_on_the_line_that_is_being_written()
    {
        var clause = await ClauseOnSite.MakeAsync(host.Services, "# Meals\n\nThey are **warm**, [always](https://example.org).\n\n- [x] done");
        var tom = await OpenAsync(clause, "commissioner");
        await Expect(tom.Locator(".cm-line").Nth(0)).ToHaveTextAsync("Meals");
        await Expect(tom.Locator(".cm-line").Nth(2)).ToHaveTextAsync("They are warm, always.");
        await Expect(tom.Locator(".cm-line").Nth(4)).ToHaveTextAsync("• ☑ done");
        await tom.Locator(".cm-line").Nth(2).ClickAsync();
        await Expect(tom.Locator(".cm-line").Nth(2)).ToHaveTextAsync("They are **warm**, [always](https://example.org).");
        await Expect(tom.Locator(".cm-line").Nth(0)).ToHaveTextAsync("Meals");
        await tom.LeaveAsync();
    }

    [Fact]
    public async Task Words_are_found_and_replaced()
    {
        var clause = await ClauseOnSite.MakeAsync(host.Services, "Lunch at noon. Lunch is warm.");
        var tom = await OpenAsync(clause, "commissioner");
        await tom.Locator(".cm-content").FocusAsync();
        await tom.Keyboard.PressAsync("Control+F");
        await tom.Locator(".cm-search [name=search]").FillAsync("Lunch");
        await tom.Locator(".cm-search input[name=replace]").FillAsync("Dinner");
        await tom.ShouldBeAccessibleAsync();
        await tom.Locator(".cm-search [name=replaceAll]").ClickAsync();
        await SettledAsync(tom, clause, "Dinner at noon. Dinner is warm.");
        await Expect(tom.Locator(".text-count")).ToHaveTextAsync("6 words");
        await tom.LeaveAsync();
    }

    [Fact]
    public async Task What_a_word_processor_copied_comes_in_as_clean_Markdown()
    {
        const string FromWord = """
            <html><head><style>p.MsoNormal {margin:0}</style></head><body><h1>Meals<o:p></o:p></h1>
            <p class=MsoNormal><b>Warm</b> and <i>shared</i>, <a href="https://example.org/a">see here</a><a href="javascript:alert(1)">!</a><script>alert(1)</script><img src="x" onerror="alert(1)"></p>
            <p class=MsoListParagraphCxSpFirst><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span>soup</p>
            <p class=MsoListParagraphCxSpLast><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span>bread</p>
            <table><tr><td><p>Day</p></td><td>Who</td></tr><tr><td>Mon|day</td><td>Ruth</td></tr></table></body></html>
            """;
        var clause = await ClauseOnSite.MakeAsync(host.Services);
        var tom = await OpenAsync(clause, "commissioner");
        await tom.Locator(".cm-content").EvaluateAsync("""
            (words, html) => {
              const data = new DataTransfer();
              data.setData('text/html', html);
              data.setData('text/plain', 'plain');
              words.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """, FromWord);
        await SettledAsync(tom, clause, "# Meals\n\n**Warm** and *shared*, [see here](https://example.org/a)!\n\n-   soup\n-   bread\n\n| Day | Who |\n| --- | --- |\n| Mon\\|day | Ruth |");
        await tom.LeaveAsync();
    }

    [Fact]
    public async Task In_the_plain_text_area_others_words_come_in_around_ones_own_place_and_the_choice_is_remembered()
    {
        var clause = await ClauseOnSite.MakeAsync(host.Services, "Meals. 😀 End.");
        var tom = await OpenAsync(clause, "commissioner");
        await tom.PressAsync("Plain text box");
        await tom.ReloadAsync();
        await tom.Locator("co-text[ready]").WaitForAsync();
        var box = tom.GetByRole(AriaRole.Textbox, new() { Name = "Words of “Meals”" });
        await Expect(box).ToHaveValueAsync("Meals. 😀 End.");
        await box.EvaluateAsync("box => { box.focus(); box.setSelectionRange(6, 6); }");
        var grace = await OpenAsync(clause, "facilitator");
        await grace.Locator(".cm-content").PressAsync("Control+Home");
        await grace.Keyboard.TypeAsync("Warm! ");
        await Expect(box).ToHaveValueAsync("Warm! Meals. 😀 End.");
        Assert.Equal(12, await box.EvaluateAsync<int>("box => box.selectionStart"));
        await tom.Keyboard.TypeAsync(" At noon.");
        await SettledAsync(tom, clause, "Warm! Meals. At noon. 😀 End.");
        await Expect(grace.Locator(".cm-content")).ToHaveTextAsync("Warm! Meals. At noon. 😀 End.");
        await tom.ShouldBeAccessibleAsync();
        await Task.WhenAll(tom.LeaveAsync(), grace.LeaveAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_character_that_is_being_composed_survives_what_others_write(bool plain)
    {
        var clause = await ClauseOnSite.MakeAsync(host.Services, "caf");
        var tom = await OpenAsync(clause, "commissioner");
        if (plain) await tom.PressAsync("Plain text box");
        await (plain ? tom.Locator(".text-plain") : tom.Locator(".cm-content")).PressAsync("Control+End");
        var keys = await tom.Context.NewCDPSessionAsync(tom);
        await keys.SendAsync("Input.imeSetComposition", new() { ["text"] = "´", ["selectionStart"] = 1, ["selectionEnd"] = 1 });
        await clause.WriteAsync(ClauseOnSite.Grace, new ReplaceText(clause.State.Version, clause.Words, "The " + clause.Words));
        await clause.WriteAsync(ClauseOnSite.Amina, new Comment("The", null, "Which?", null));
        await Expect(tom.Locator(".remarks li")).ToHaveCountAsync(1);
        await keys.SendAsync("Input.imeSetComposition", new() { ["text"] = "é", ["selectionStart"] = 1, ["selectionEnd"] = 1 });
        await keys.SendAsync("Input.insertText", new() { ["text"] = "é" });
        await SettledAsync(tom, clause, "The café");
        await tom.LeaveAsync();
    }

    private async Task<IPage> OpenAsync(ClauseOnSite clause, string persona)
    {
        var page = await browser.PersonAsync(host.Address, persona: persona);
        await page.GotoAsync(clause.Page);
        await page.Locator("co-text[ready]").WaitForAsync();
        return page;
    }

    /// <summary>The server has these words, and the page says so.</summary>
    private static async Task SettledAsync(IPage page, ClauseOnSite clause, string words)
    {
        for (var tries = 0; clause.Words != words && tries < 100; tries++) await page.WaitForTimeoutAsync(50);
        Assert.Equal(words, clause.Words);
        await Expect(page.Locator(".text-state")).ToHaveTextAsync("Saved");
    }
}

using CoDesign.App.Thread;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Thread;
using CoDesign.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoDesign.Tests.Text;

/// <summary>Words of a clause that are tied to what people said, as people meet them.</summary>
[Trait("Category", "Browser")]
public sealed class WordTiePageTests(HostFixture host, BrowserFixture browser) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task Selected_words_are_tied_to_what_was_said_and_marked_where_somebody_points_at_them()
    {
        var clause = await ClauseOnSite.MakeAsync(host.Services, "Warm meals at noon");
        var said = await SaidAsync(clause);
        var tom = await OpenAsync("commissioner", clause);
        var amina = await OpenAsync("service-user", clause, 320, dark: true);
        await tom.Locator(".cm-content").PressAsync("Control+End");
        await tom.Keyboard.PressAsync("Control+Shift+ArrowLeft");
        await tom.PressAsync("Where this comes from", exact: true);
        await Expect(tom.Locator("#about")).ToHaveValueAsync("noon");
        await tom.Keyboard.TypeAsync("cold");
        await tom.LoadsAsync(() => tom.Keyboard.PressAsync("Enter"));
        await tom.LoadsAsync(() => tom.GetByRole(AriaRole.Button, new() { Name = "Tie it to these words" }).ClickAsync());

        await Expect(amina.Locator(".cm-content .tie-mark")).ToHaveTextAsync("noon");
        await Expect(tom.Locator($"#tied-{said}")).ToContainTextAsync("For “noon”");
        await tom.Locator("co-text[ready]").WaitForAsync();
        await Expect(tom.Locator(".cm-content .tie-mark")).ToHaveTextAsync("noon");
        await Expect(tom.Locator(".tie-pointed")).ToHaveCountAsync(0);
        await tom.Locator($"[data-tied='{said}']").FocusAsync();
        await Expect(tom.Locator(".tie-pointed")).ToHaveTextAsync("noon");
        await tom.Keyboard.PressAsync("Enter");
        await Expect(tom.Locator(".cm-content")).ToBeFocusedAsync();
        await tom.Keyboard.TypeAsync("six");
        await Expect(amina.Locator(".cm-content")).ToHaveTextAsync("Warm meals at six");
        await Expect(amina.Locator(".cm-content .tie-mark")).ToHaveCountAsync(0);

        await amina.GotoAsync(clause.Page);
        await amina.Locator("co-text[ready]").WaitForAsync();
        await Expect(amina.Locator($"#tied-{said}")).ToContainTextAsync("On deleted text");
        await Expect(amina.Locator($"#tied-{said}")).ToContainTextAsync("For “noon”");
        await amina.ShouldBeAccessibleAsync();
        await Task.WhenAll(tom.Context.CloseAsync(), amina.Context.CloseAsync());
    }

    [Fact]
    public async Task Without_scripts_the_words_are_typed_and_can_be_given_up_again()
    {
        var clause = await ClauseOnSite.MakeAsync(host.Services, "Warm meals at noon");
        var said = await SaidAsync(clause);
        using var ruth = await host.SignedInAsync("provider");
        Assert.Contains("These words are not in the text", (await ruth.ReadAsync($"{clause.Page}&find=cold&about=at+six")).QuerySelector("#found-title")!.TextContent, StringComparison.Ordinal);

        await ruth.SubmitAsync($"{clause.Page}&find=cold&about=at+noon", "tie-0");

        var page = await ruth.ReadAsync(clause.Page);
        Assert.Contains("For “at noon”", page.QuerySelector($"#tied-{said}")!.TextContent, StringComparison.Ordinal);
        await ruth.SubmitAsync(clause.Page, $"untie-{said}");
        page = await ruth.ReadAsync(clause.Page);
        Assert.NotNull(page.QuerySelector($"#tied-{said}"));
        Assert.Empty(page.QuerySelectorAll(".tied-words"));
        Assert.Empty(clause.State.Ties);
    }

    private static async Task<string> SaidAsync(ClauseOnSite clause) =>
        ThreadReading.Name(new ThreadRef(ThreadKind.Insight, (await clause.DoAsync(new CaptureInsight("It is cold at noon.", SourceKind.ServiceUser, []))).Made!.Value));

    private async Task<IPage> OpenAsync(string persona, ClauseOnSite clause, int width = 1280, bool dark = false)
    {
        var page = await browser.PersonAsync(host.Address, width, dark, persona: persona);
        await page.GotoAsync(clause.Page);
        await page.Locator("co-text[ready]").WaitForAsync();
        return page;
    }
}

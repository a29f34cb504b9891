using CoDesign.Domain.Text;
using CoDesign.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoDesign.Tests.Text;

/// <summary>The history of a text: played, compared, told by author, and put back.</summary>
[Trait("Category", "Browser")]
public sealed class HistoryPageTests(HostFixture host, BrowserFixture browser) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task The_slider_shows_each_moment_and_an_old_one_comes_back_as_a_new_change()
    {
        var clause = await WrittenAsync();
        var tom = await browser.PersonAsync(host.Address, persona: "commissioner");
        await tom.GotoAsync(clause.Page);
        await tom.LoadsAsync(() => tom.GetByRole(AriaRole.Link, new() { Name = "How it came about" }).ClickAsync());
        await Expect(tom.Locator(".history-text")).ToHaveTextAsync("Warm meals at six");
        await tom.Locator("#at").PressAsync("ArrowLeft");
        await Expect(tom.Locator(".history-text")).ToHaveTextAsync("Warm meals at noon");
        await Expect(tom.Locator("#moment .meta")).ToContainTextAsync("Grace Oyelaran");
        Assert.Equal("at", await tom.EvaluateAsync<string>("document.activeElement.id"));
        await tom.Locator("#from").FillAsync("1");
        await Expect(tom.Locator(".history-text ins")).ToHaveTextAsync("Warm m");
        await Expect(tom.Locator(".history-text del")).ToHaveTextAsync("M");
        await tom.Locator("#from").FillAsync("");
        await Expect(tom.Locator("#restore")).ToHaveCountAsync(1);
        await tom.ConfirmAsync("Restore these words");
        await tom.Locator("co-text[ready]").WaitForAsync();
        Assert.Equal(("Warm meals at noon", 4), (clause.Words, clause.State.Version));
        await tom.LeaveAsync();
    }

    [Theory]
    [InlineData(1280, false, true)]
    [InlineData(320, true, false)]
    public async Task Everybody_can_use_it_with_and_without_scripts(int width, bool dark, bool scripts)
    {
        var clause = await WrittenAsync();
        var address = $"/projects/{clause.Project.Value:n}/specification/{clause.Text}/history";
        var amina = await browser.PersonAsync(host.Address, width, dark, scripts, persona: "service-user");
        foreach (var query in new[] { "", "?at=2&who=true", "?at=3&from=0", "?at=0&from=&who=x", "?at=99999999999999999999&from=-4" })
        {
            await amina.GotoAsync(address + query);
            await Expect(amina.Locator("#moment")).ToBeVisibleAsync();
            if (scripts) await amina.ShouldBeAccessibleAsync();
        }

        await amina.GotoAsync(address + "?at=2");
        await amina.Locator("#who").CheckAsync();
        if (!scripts) await amina.PressAsync("Show", exact: true);
        await Expect(amina.Locator(".authors li")).ToHaveCountAsync(2);
        await Expect(amina.Locator("#restore")).ToHaveCountAsync(0);
        await amina.LeaveAsync();
    }

    private async Task<ClauseOnSite> WrittenAsync()
    {
        var clause = await ClauseOnSite.MakeAsync(host.Services, "Meals at noon");
        await clause.WriteAsync(ClauseOnSite.Grace, new ReplaceText(1, "Meals at noon", "Warm meals at noon"));
        await clause.WriteAsync(ClauseOnSite.Tom, new ReplaceText(2, "Warm meals at noon", "Warm meals at six"));
        return clause;
    }
}

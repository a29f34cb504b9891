namespace CoDesign.Tests.Browser;

[Trait("Category", "Browser")]
public sealed class ShellLookTests(HostFixture host, BrowserFixture browser) : IClassFixture<HostFixture>
{
    [Theory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(320, false)]
    public async Task Everybody_can_use_the_first_pages(int width, bool dark)
    {
        var page = await browser.PersonAsync(host.Address, width, dark, persona: "commissioner");
        foreach (var address in new[] { "/", "/join", "/sign-in", "/display", "/account", "/nowhere" })
        {
            await page.GotoAsync(address);
            await page.ShouldBeAccessibleAsync();
        }

        await page.LeaveAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refusal_takes_the_focus_with_and_without_scripts(bool scripts)
    {
        var page = await browser.PersonAsync(host.Address, 390, scripts: scripts);
        await page.GotoAsync("/join");
        await page.GetByLabel("Code").FillAsync("12 34");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Go on" }).ClickAsync();

        var summary = page.Locator(".error-summary:focus");
        await summary.WaitForAsync();
        Assert.Equal("12 34", await page.GetByLabel("Code").InputValueAsync());
        Assert.StartsWith("Error: ", await page.TitleAsync(), StringComparison.Ordinal);
        if (scripts) await page.ShouldBeAccessibleAsync();
        await page.LeaveAsync();
    }

    [Fact]
    public async Task What_was_saved_is_said_without_leaving_the_page()
    {
        var page = await browser.PersonAsync(host.Address, persona: "facilitator");
        await page.GotoAsync("/account");
        var name = page.GetByLabel("What others see beside what you do");
        await name.FillAsync("Grace O.");
        await name.PressAsync("Enter");

        await page.Locator("#announcer", new() { HasText = "Saved." }).WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Attached });
        Assert.Equal("name", await page.EvaluateAsync<string>("document.activeElement.name"));
        await page.LeaveAsync();
    }

    [Fact]
    public async Task A_draft_survives_loading_again()
    {
        var page = await browser.PersonAsync(host.Address, persona: "facilitator");
        await page.GotoAsync("/account");
        await page.GetByLabel("What others see beside what you do").FillAsync("Half a na");
        await page.ReloadAsync();

        Assert.Equal("Half a na", await page.GetByLabel("What others see beside what you do").InputValueAsync());
        await page.LeaveAsync();
    }
}

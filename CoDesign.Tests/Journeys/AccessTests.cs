using CoDesign.Tests.Browser;
using Microsoft.Playwright;

namespace CoDesign.Tests.Journeys;

/// <summary>axe finds nothing on any page of the path, for whoever sees it, and nothing has to be scrolled sideways.</summary>
[Trait("Category", "Browser")]
public sealed class AccessTests(SampleHost host, BrowserFixture browser) : IClassFixture<SampleHost>
{
    [Fact]
    public async Task Everybody_can_use_every_page_of_the_path()
    {
        var sample = await host.SampleAsync();
        foreach (var (persona, addresses) in sample.PagesByPerson) await browser.LookAsync(host.Address, persona, addresses);
    }

    [Fact]
    public async Task An_insight_becomes_an_idea_by_keyboard_alone()
    {
        var sample = await host.SampleAsync();
        var page = await browser.PersonAsync(host.Address, persona: "service-user");
        await page.GotoAsync($"/projects/{sample.Running}/insights");
        await page.TabToAsync("textarea[name=text]");
        await page.Keyboard.TypeAsync("I would like somebody to ask twice.");
        await page.TabToAsync("input[name=source]");
        await page.Keyboard.PressAsync("Space");
        await page.TabToAsync("#capture-insight button[type=submit]");
        await page.Keyboard.PressAsync("Enter");
        var made = page.Locator(".wall li").Filter(new() { HasText = "I would like somebody to ask twice." });
        await made.WaitForAsync();
        await page.TabToAsync(".wall li:first-child a");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("/ideas\\?from=.*");
        await page.TabToAsync("input[name=title]");
        await page.Keyboard.TypeAsync("Ask twice");
        await page.TabToAsync("textarea[name=description]");
        await page.Keyboard.TypeAsync("Whoever asks comes back a week later.");
        await page.TabToAsync("#propose-idea button[type=submit]");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".card").Filter(new() { HasText = "Ask twice" }).WaitForAsync();
        Assert.Contains("Ask twice", await page.Locator("#main").InnerTextAsync(), StringComparison.Ordinal);
        await page.LeaveAsync();
    }

    [Fact]
    public async Task Somebody_joins_and_speaks_without_scripts()
    {
        var sample = await host.SampleAsync();
        var page = await browser.PersonAsync(host.Address, 390, scripts: false);
        await page.GotoAsync("/join");
        await page.GetByLabel("Code").FillAsync("246 810");
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await page.GetByLabel("That is all right with me").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Join in" }).ClickAsync();
        await page.GotoAsync($"/projects/{sample.Running}/insights");
        await page.GetByLabel("What did you see, hear or live through?").FillAsync("Nobody told me that this existed.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add this insight" }).ClickAsync();
        await page.Locator(".error-summary").WaitForAsync();
        Assert.Equal("Nobody told me that this existed.", await page.GetByLabel("What did you see, hear or live through?").InputValueAsync());
        await page.GetByLabel("Somebody who uses the service").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add this insight" }).ClickAsync();
        await page.Locator(".wall li").Filter(new() { HasText = "Nobody told me that this existed." }).WaitForAsync();
        Assert.Equal(0, await page.Locator(".error-summary").CountAsync());
        await page.LeaveAsync();
    }
}

using CoDesign.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoDesign.Tests.Text;

/// <summary>Splitting and merging clauses as people meet it.</summary>
[Trait("Category", "Browser")]
public sealed class ClausePartPageTests(HostFixture host, BrowserFixture browser) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task A_clause_is_split_at_the_cursor_and_merged_again_while_somebody_else_has_it_open()
    {
        var clause = await ClauseOnSite.MakeAsync(host.Services, "Warm meals at noon. Parking is free.");
        var tom = await OpenAsync("commissioner", clause);
        var grace = await OpenAsync("facilitator", clause);
        await tom.Locator(".cm-content").PressAsync("Control+Home");
        for (var words = 0; words < 4; words++) await tom.Keyboard.PressAsync("Control+ArrowRight");
        await tom.Keyboard.PressAsync("ArrowRight");
        await tom.PressAsync("Split here", exact: true);
        await Expect(tom.Locator("#split-clause [name=place] option:checked")).ToHaveTextAsync("At the cursor: Parking is free.");
        await Expect(tom.Locator("#split-clause [name=title]")).ToBeFocusedAsync();
        await tom.ShouldBeAccessibleAsync();
        await tom.Keyboard.TypeAsync("Parking");
        await tom.LoadsAsync(() => tom.GetByRole(AriaRole.Button, new() { Name = "Split it" }).ClickAsync());

        await tom.Locator("co-text[ready]").WaitForAsync();
        await Expect(tom.Locator(".cm-content")).ToHaveTextAsync("Parking is free.");
        await Expect(grace.Locator(".cm-content")).ToHaveTextAsync("Warm meals at noon. ");
        await Expect(grace.Locator(".outline li")).ToHaveTextAsync(["1 Meals", "2 Parking"]);

        await tom.GetByText("Merge it with another").ClickAsync();
        await tom.LoadsAsync(() => tom.GetByRole(AriaRole.Button, new() { Name = "Merge with the one before: 1. Meals" }).ClickAsync());
        await tom.Locator("co-text[ready]").WaitForAsync();
        await Expect(tom.Locator(".cm-content")).ToHaveTextAsync("Warm meals at noon. Parking is free.");
        await Expect(grace.Locator(".cm-content")).ToHaveTextAsync("Warm meals at noon. Parking is free.");
        await Expect(grace.Locator(".outline li")).ToHaveTextAsync(["1 Meals"]);
        await tom.GotoAsync($"/projects/{clause.Project.Value:n}/specification/{clause.Text}/history?at=2");
        await Expect(tom.Locator("#moment")).ToContainTextAsync("A part went to");
        await Task.WhenAll(tom.Context.CloseAsync(), grace.Context.CloseAsync());
    }

    [Fact]
    public async Task Without_scripts_the_place_is_chosen_from_the_paragraphs()
    {
        var clause = await ClauseOnSite.MakeAsync(host.Services, "Warm meals.\n\nParking is free.\n\nParking is near.");
        using var tom = await host.SignedInAsync("commissioner");
        using var amina = await host.SignedInAsync("service-user");
        Assert.Null((await amina.ReadAsync(clause.Page)).QuerySelector("#split-clause"));
        var options = (await tom.ReadAsync(clause.Page)).QuerySelectorAll("#split-clause option[value*=':']");
        Assert.Equal(["Parking is free.", "Parking is near."], options.Select(option => option.TextContent));

        Assert.Contains("Write a title for the new clause", await (await tom.SubmitAsync(clause.Page, "split-clause", ("place", options[1].GetAttribute("value")!))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await tom.SubmitAsync(clause.Page, "split-clause", ("place", options[1].GetAttribute("value")!), ("title", "Near"));

        Assert.Equal("Warm meals.\n\nParking is free.\n\n", clause.Words);
        await tom.SubmitAsync(clause.Page, "merge-next");
        Assert.Equal("Warm meals.\n\nParking is free.\n\nParking is near.", clause.Words);
    }

    private async Task<IPage> OpenAsync(string persona, ClauseOnSite clause)
    {
        var page = await browser.PersonAsync(host.Address, persona: persona);
        await page.GotoAsync(clause.Page);
        await page.Locator("co-text[ready]").WaitForAsync();
        return page;
    }
}

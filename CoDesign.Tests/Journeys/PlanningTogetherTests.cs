using CoDesign.App.Live;
using CoDesign.App.Workshops;
using CoDesign.Domain.Projects;
using CoDesign.Tests.Browser;
using CoDesign.Tests.Projects;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CoDesign.Tests.Journeys;

/// <summary>Tom, who commissions, and Grace, who facilitates, make the plan at the same time, each on a screen of their own.</summary>
[Trait("Category", "Browser")]
public sealed class PlanningTogetherTests(HostFixture host, BrowserFixture browser) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task Each_sees_what_the_other_plans_and_nobody_loses_what_they_are_typing()
    {
        var project = await ProjectOnSite.MakeAsync(host.Services);
        var tom = await OpenAsync("commissioner", project);
        var grace = await OpenAsync("facilitator", project);
        await grace.EvaluateAsync("() => { window.stayed = true; }");
        var risks = Part(grace, "risks");
        await risks.Locator("summary").ClickAsync();
        await risks.GetByLabel("What could go wrong?").FillAsync("People tire");
        await grace.Keyboard.PressAsync("End");

        var influences = Part(tom, "influences");
        await influences.Locator("summary").ClickAsync();
        await influences.GetByLabel("What is to be decided?").FillAsync("Where the lamps go");
        await influences.GetByLabel("Who decides in the end?").FillAsync("The cabinet");
        await influences.Locator("input[name=rung][value=involved]").CheckAsync();
        await tom.LoadsAsync(() => influences.GetByRole(AriaRole.Button, new() { Name = "Add this line" }).ClickAsync());
        await Part(grace, "influences").GetByText("Where the lamps go", new() { Exact = true }).WaitForAsync();
        await grace.Keyboard.TypeAsync(" by noon");

        Assert.True(await grace.EvaluateAsync<bool>("() => window.stayed"));
        Assert.Equal("People tire by noon", await risks.GetByLabel("What could go wrong?").InputValueAsync());
        await risks.GetByLabel("What do we do about it?").FillAsync("Short visits");
        await tom.EvaluateAsync("() => { window.stayed = true; }");
        await grace.LoadsAsync(() => risks.GetByRole(AriaRole.Button, new() { Name = "Add this line" }).ClickAsync());
        await Part(tom, "risks").GetByText("People tire by noon", new() { Exact = true }).WaitForAsync();
        Assert.True(await tom.EvaluateAsync<bool>("() => window.stayed"));
        await CloseAsync(tom, grace);
    }

    [Fact]
    public async Task The_group_goes_on_with_a_reason_and_back_and_both_see_the_path()
    {
        var project = await ProjectOnSite.MakeAsync(host.Services);
        var tom = await OpenAsync("commissioner", project);
        var grace = await OpenAsync("facilitator", project);
        await grace.EvaluateAsync("() => { window.stayed = true; }");

        await tom.GetByText("Go on to another phase, or back").ClickAsync();
        await tom.Locator("#enter-phase input[value=create]").CheckAsync();
        await tom.PressAsync("Go there");
        await tom.Locator("#enter-phase .error-summary:focus").WaitForAsync();
        await tom.Locator("#enter-phase textarea").FillAsync("The hall is booked.");
        await tom.SubmitAsync("Go there");
        await tom.GetByRole(AriaRole.Heading, new() { Name = "The project is in Create" }).WaitForAsync();
        await grace.GetByRole(AriaRole.Heading, new() { Name = "The project is in Create" }).WaitForAsync();
        await grace.Locator(".path li").Filter(new() { HasText = "The hall is booked." }).WaitForAsync();
        Assert.Equal("Create, now", await grace.Locator(".diamonds [aria-current] .phase-name").InnerTextAsync());
        Assert.True(await grace.EvaluateAsync<bool>("() => window.stayed"));

        await grace.GetByText("Go on to another phase, or back").ClickAsync();
        await grace.Locator("#enter-phase input[value=initiate]").CheckAsync();
        await grace.Locator("#enter-phase textarea").FillAsync("Nobody of the night staff is here.");
        await grace.SubmitAsync("Go there");
        await tom.Locator(".path li").Filter(new() { HasText = "Back to Initiate" }).Filter(new() { HasText = "Nobody of the night staff is here." }).WaitForAsync();
        await tom.Locator(".diamonds a").Filter(new() { HasText = "Create" }).ClickAsync();
        await tom.ArriveAsync(project.Page("insights"));
        await CloseAsync(tom, grace);
    }

    [Fact]
    public async Task An_activity_from_a_card_has_the_cards_board_and_stages_and_is_on_the_others_timeline_at_once()
    {
        var project = await ProjectOnSite.MakeAsync(host.Services);
        var tom = await OpenAsync("commissioner", project);
        var grace = await OpenAsync("facilitator", project);
        await tom.EvaluateAsync("() => { window.stayed = true; }");

        await grace.GetByRole(AriaRole.Link, new() { Name = "Take one from the Method Deck" }).ClickAsync();
        await grace.GetByRole(AriaRole.Link, new() { Name = "World café" }).First.ClickAsync();
        await grace.GetByLabel("What do you call it?").FillAsync("Coffee by the sea");
        await grace.SubmitAsync("Add to plan");
        await grace.GetByRole(AriaRole.Heading, new() { Name = "Coffee by the sea" }).WaitForAsync();

        await tom.Locator(".timeline").GetByRole(AriaRole.Link, new() { Name = "Coffee by the sea", Exact = true }).WaitForAsync();
        Assert.True(await tom.EvaluateAsync<bool>("() => window.stayed"));
        var planned = Assert.Single(new Reading(host.Services.GetRequiredService<LiveStreams>()).Find<Project>(project.Id.Stream)!.Plan.Activities);
        var card = new Deck().Cards.Single(method => method.Key == "world-cafe");
        Assert.Equal(card.Board!.Stages, planned.Board.Stages);
        Assert.Equal(card.Board.Question, planned.Board.Question);
        await CloseAsync(tom, grace);
    }

    private async Task<IPage> OpenAsync(string persona, ProjectOnSite project)
    {
        var page = await browser.PersonAsync(host.Address, persona: persona);
        await page.GotoAsync(project.Page());
        return page;
    }

    private static ILocator Part(IPage page, string part) => page.Locator($"section[aria-labelledby={part}]");

    private static async Task CloseAsync(params IPage[] pages)
    {
        foreach (var page in pages) await page.LeaveAsync();
    }
}

using System.Net;
using CoDesign.App.Live;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Specifications;
using CoDesign.Tests.Browser;
using CoDesign.Tests.Projects;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CoDesign.Tests.Specifications;

/// <summary>Clauses are put in order on the page: by forms without scripts, and by dragging and keys with them.</summary>
public sealed class OutlinePageTests(HostFixture host, BrowserFixture browser) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task Tom_puts_clauses_in_order_by_buttons_and_by_a_list()
    {
        var (site, days, lifts, food) = await ThreeAsync();
        using var tom = await host.SignedInAsync("commissioner");

        Assert.Equal(HttpStatusCode.SeeOther, (await tom.SubmitAsync(Page(site, lifts), "move-in")).StatusCode);
        Assert.Equal(["1. Days out", "1.1 Lifts", "2. Food"], Headings(site));
        Assert.Equal(HttpStatusCode.SeeOther, (await tom.SubmitAsync(Page(site, food), "move-clause", ("place", $"{days}:0"))).StatusCode);
        Assert.Equal(["1. Days out", "1.1 Food", "1.2 Lifts"], Headings(site));
        Assert.Equal(HttpStatusCode.SeeOther, (await tom.SubmitAsync(Page(site, lifts), "move-up")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await tom.SubmitAsync(Page(site, food), "move-out")).StatusCode);
        Assert.Equal(["1. Days out", "1.1 Lifts", "2. Food"], Headings(site));
        var page = await tom.ReadAsync(Page(site, lifts));
        Assert.Equal("1.1 Lifts", page.QuerySelector("#words")!.TextContent);
        Assert.DoesNotContain(lifts.ToString(), page.QuerySelector("#move-clause select")!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_run_the_project_reads_the_outline_and_is_offered_no_moves()
    {
        var (site, _, lifts, _) = await ThreeAsync();
        using var amina = await host.SignedInAsync("service-user");

        var page = await amina.ReadAsync(Page(site, lifts));

        Assert.NotEmpty(page.QuerySelectorAll(".outline a"));
        Assert.Empty(page.QuerySelectorAll("form[id^=move-], #drop-clause, #remove-clause, #set-status"));
    }

    [Fact]
    public async Task Removing_says_first_what_goes()
    {
        var (site, _, lifts, _) = await ThreeAsync();
        using var tom = await host.SignedInAsync("commissioner");

        var refused = await tom.SubmitAsync(Page(site, lifts), "remove-clause");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Its words go with it", (await tom.ReadAsync(refused)).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await tom.SubmitAsync(Page(site, lifts), "remove-clause", ("confirmed", "true"))).StatusCode);
        Assert.Equal(["1. Days out", "2. Food"], Headings(site));
    }

    [Fact]
    [Trait("Category", "Browser")]
    public async Task Dragging_and_keys_move_clauses_and_everybody_sees_it()
    {
        var (site, _, _, _) = await ThreeAsync();
        var tom = await browser.PersonAsync(host.Address, persona: "commissioner");
        var amina = await browser.PersonAsync(host.Address, persona: "service-user");
        await tom.GotoAsync(site.Page("specification"));
        await amina.GotoAsync(site.Page("specification"));
        await Row(tom, "1 Days out").WaitForAsync();

        await Row(tom, "3 Food").DragToAsync(Row(tom, "1 Days out"), new() { TargetPosition = new() { X = 40, Y = 3 } });
        await Row(amina, "1 Food").WaitForAsync();
        await Row(amina, "2 Days out").WaitForAsync();

        await Row(tom, "3 Lifts").FocusAsync();
        await tom.Keyboard.PressAsync("Alt+ArrowRight");
        await Row(amina, "2.1 Lifts").WaitForAsync();
        Assert.Contains("Lifts", await tom.EvaluateAsync<string>("document.activeElement.textContent"), StringComparison.Ordinal);
        await tom.Keyboard.PressAsync("Alt+ArrowLeft");
        await Row(amina, "3 Lifts").WaitForAsync();
        await tom.Keyboard.PressAsync("Alt+ArrowUp");
        await Row(amina, "2 Lifts").WaitForAsync();
        Assert.Equal(["1. Food", "2. Lifts", "3. Days out"], Headings(site));
        await tom.ShouldBeAccessibleAsync();
        await tom.LeaveAsync();
        await amina.LeaveAsync();
    }

    private static ILocator Row(IPage page, string words) => page.GetByRole(AriaRole.Link, new() { Name = words, Exact = true });

    private static string Page(ProjectOnSite site, ClauseId clause) => site.Page($"specification?clause={clause}");

    private async Task<(ProjectOnSite Site, ClauseId Days, ClauseId Lifts, ClauseId Food)> ThreeAsync()
    {
        var site = await ProjectOnSite.MakeAsync(host.Services);
        async Task<ClauseId> AddAsync(string title) => new(await site.DoAsync("commissioner", new AddClause(title, ClauseKind.Need, [])));
        return (site, await AddAsync("Days out"), await AddAsync("Lifts"), await AddAsync("Food"));
    }

    private IEnumerable<string> Headings(ProjectOnSite site) =>
        Outline.Of(((Project)host.Services.GetRequiredService<LiveStreams>().Get(site.Id.Stream).State).Clauses).Select(row => row.Heading);
}

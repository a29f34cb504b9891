using CoDesign.Domain.Text;
using CoDesign.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoDesign.Tests.Text;

/// <summary>Comments and suggestions as people meet them beside a text.</summary>
[Trait("Category", "Browser")]
public sealed class RemarkPageTests(HostFixture host, BrowserFixture browser) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task A_suggestion_goes_from_selected_words_into_the_text_and_its_author_learns_of_it()
    {
        var clause = await ClauseOnSite.MakeAsync(host.Services, "Warm meals at noon");
        var amina = await OpenAsync("service-user", clause);
        var tom = await OpenAsync("commissioner", clause);
        await amina.Locator(".cm-content").PressAsync("Control+End");
        await amina.Keyboard.PressAsync("Control+Shift+ArrowLeft");
        await amina.PressAsync("Suggest other words", exact: true);
        await Expect(amina.Locator("#suggest [name=quote]")).ToHaveValueAsync("noon");
        await amina.Locator("#suggest [name=instead]").FillAsync("six");
        await amina.Locator("#suggest [name=text]").FillAsync("People work at noon.");
        await amina.PressAsync("Send the suggestion");

        await Expect(tom.Locator(".remarks li")).ToContainTextAsync("People work at noon.");
        await Expect(tom.Locator(".cm-content .remark-mark")).ToHaveTextAsync("noon");
        await tom.LoadsAsync(() => tom.GetByRole(AriaRole.Link, new() { Name = "Answer or settle" }).ClickAsync());
        await tom.PressAsync("Accept and change the text");
        await Expect(tom.Locator(".error-summary")).ToContainTextAsync("why you accept it");
        await tom.Locator("#accept [name=reason]").FillAsync("Six suits more people.");
        await tom.SubmitAsync("Accept and change the text");

        await Expect(amina.Locator(".cm-content")).ToHaveTextAsync("Warm meals at six");
        await amina.GetByText("Settled: 1").ClickAsync();
        await Expect(amina.Locator(".remarks li")).ToContainTextAsync("Accepted by Commissioner: Six suits more people.");
        await amina.GotoAsync($"/projects/{clause.Project.Value:n}/mine");
        await Expect(amina.Locator("#main")).ToContainTextAsync("Accepted by Commissioner: Six suits more people.");
        Assert.Equal("Warm meals at six", clause.Words);
        await CloseAsync(amina, tom);
    }

    [Fact]
    public async Task A_thread_is_held_without_scripts_and_seen_live_by_others()
    {
        var clause = await ClauseOnSite.MakeAsync(host.Services, "Warm meals. Every day.");
        var tom = await OpenAsync("commissioner", clause);
        var ruth = await browser.PersonAsync(host.Address, 390, scripts: false, persona: "provider");
        await ruth.GotoAsync(clause.Page);
        await ruth.Locator("#comment [name=quote]").FillAsync("cold meals");
        await ruth.Locator("#comment [name=text]").FillAsync("On Sundays too?");
        await ruth.PressAsync("Send the comment");
        await Expect(ruth.Locator(".error-summary")).ToContainTextAsync("These words are not in the text");
        await Expect(ruth.Locator("#comment [name=text]")).ToHaveValueAsync("On Sundays too?");
        await ruth.Locator("#comment [name=quote]").FillAsync("Every day");
        await ruth.PressAsync("Send the comment");
        await Expect(tom.Locator(".remarks li")).ToContainTextAsync("On Sundays too?");

        await ruth.GetByRole(AriaRole.Link, new() { Name = "Answer or settle" }).ClickAsync();
        await ruth.Locator("#reply [name=text]").FillAsync("We could.");
        await ruth.PressAsync("Answer", exact: true);
        await Expect(tom.Locator(".remarks .replies")).ToContainTextAsync("We could.");
        await ruth.Locator("#resolve [name=reason]").FillAsync("Agreed with Tom.");
        await ruth.PressAsync("Resolve it");
        await Expect(tom.GetByText("Settled: 1")).ToBeVisibleAsync();
        await CloseAsync(tom, ruth);
    }

    [Fact]
    public async Task Who_is_asked_in_particular_finds_it_among_their_words_and_what_lost_its_words_says_so()
    {
        var clause = await ClauseOnSite.MakeAsync(host.Services, "Warm meals at noon");
        var comment = await clause.WriteAsync(ClauseOnSite.Amina, new Comment("at noon", null, "Can the kitchen do six?", ClauseOnSite.Ruth));
        var ruth = await browser.PersonAsync(host.Address, persona: "provider");
        await ruth.GotoAsync($"/projects/{clause.Project.Value:n}/mine");
        await Expect(ruth.Locator($"#remark-{comment.Made:n}")).ToContainTextAsync("Somebody asks you");
        await clause.WriteAsync(ClauseOnSite.Tom, new ReplaceText(1, "Warm meals at noon", "Warm meals"));
        await Expect(ruth.Locator($"#remark-{comment.Made:n}")).ToContainTextAsync("On deleted text");
        await Expect(ruth.Locator($"#remark-{comment.Made:n}")).ToContainTextAsync("About “at noon”");
        await CloseAsync(ruth);
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(320, true)]
    public async Task Everybody_can_use_comments_and_suggestions(int width, bool dark)
    {
        var clause = await ClauseOnSite.MakeAsync(host.Services, "# Meals\n\nWarm, at noon, in a place that people like. [More](https://example.org)");
        var comment = await clause.WriteAsync(ClauseOnSite.Amina, new Comment("at noon", null, "Can it be later?", ClauseOnSite.Tom));
        var suggestion = await clause.WriteAsync(ClauseOnSite.Ruth, new Suggest("people like", null, "people choose", "It is theirs."));
        await clause.WriteAsync(ClauseOnSite.Tom, new DeclineSuggestion(new RemarkId((await clause.WriteAsync(ClauseOnSite.Amina, new Suggest("", null, "Free of charge.", ""))).Made!.Value), "The budget is set."));
        await clause.WriteAsync(ClauseOnSite.Tom, new ReplyToRemark(new RemarkId(comment.Made!.Value), "I will ask.", ClauseOnSite.Ruth));
        foreach (var persona in new[] { "commissioner", "service-user", "member" })
        {
            var page = await browser.PersonAsync(host.Address, width, dark, persona: persona);
            foreach (var open in new[] { "", $"&remark={comment.Made:n}#remark", $"&remark={suggestion.Made:n}#remark" })
            {
                await page.GotoAsync(clause.Page + open);
                await page.Locator("co-text[ready]").WaitForAsync();
                await page.Locator(".remarks li").First.WaitForAsync();
                await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(more => more.open = true)");
                await page.ShouldBeAccessibleAsync();
            }

            if (persona != "member")
            {
                await page.GotoAsync($"/projects/{clause.Project.Value:n}/mine");
                await page.Locator("#my-remarks").WaitForAsync();
                await page.ShouldBeAccessibleAsync();
            }

            await page.LeaveAsync();
        }
    }

    [Fact]
    public async Task A_suggestion_is_made_and_decided_by_keys_alone()
    {
        var clause = await ClauseOnSite.MakeAsync(host.Services, "Warm meals");
        var ruth = await OpenAsync("provider", clause);
        await ruth.TabToAsync("#suggest [name=quote], #say-suggest:not([open]) > summary");
        await ruth.Keyboard.PressAsync("Enter");
        await ruth.TabToAsync("#suggest [name=quote]");
        await ruth.Keyboard.TypeAsync("Warm");
        await ruth.TabToAsync("#suggest [name=instead]");
        await ruth.Keyboard.TypeAsync("Hot");
        await ruth.TabToAsync("#suggest button[type=submit]");
        await ruth.Keyboard.PressAsync("Enter");
        var tom = await OpenAsync("commissioner", clause);
        await Expect(tom.Locator(".remarks li")).ToHaveCountAsync(1);
        await tom.TabToAsync(".remarks a");
        await tom.LoadsAsync(() => tom.Keyboard.PressAsync("Enter"));
        await tom.TabToAsync("#accept [name=reason]");
        await tom.Keyboard.TypeAsync("Yes.");
        await tom.TabToAsync("#accept button[type=submit]");
        await tom.LoadsAsync(() => tom.Keyboard.PressAsync("Enter"));
        await Expect(ruth.Locator(".cm-content")).ToHaveTextAsync("Hot meals");
        await CloseAsync(ruth, tom);
    }

    private async Task<IPage> OpenAsync(string persona, ClauseOnSite clause)
    {
        var page = await browser.PersonAsync(host.Address, persona: persona);
        await page.GotoAsync(clause.Page);
        await page.Locator("co-text[ready]").WaitForAsync();
        return page;
    }

    private static Task CloseAsync(params IPage[] pages) => Task.WhenAll(pages.Select(page => page.LeaveAsync()));
}

using CoDesign.Domain.Projects;

namespace CoDesign.Tests.Projects;

/// <summary>Themes, trials, outcomes, the vote and one's own words, on pages without scripts.</summary>
public sealed class ThreadPagesTests(HostFixture host) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task Insights_are_found_by_the_address_and_grouped_in_a_theme()
    {
        var project = await ProjectOnSite.MakeAsync(host.Services);
        var dark = await project.DoAsync("service-user", new CaptureInsight("It is dark by the sea.", SourceKind.Carer, ["evening"]));
        await project.DoAsync("provider", new CaptureInsight("There is no bench.", SourceKind.Provider, []));
        using var amina = await host.SignedInAsync("service-user");

        Assert.Equal(["It is dark by the sea."], await WallAsync(amina, project, "?source=carer"));
        Assert.Equal(["It is dark by the sea."], await WallAsync(amina, project, "?tag=evening&words=DARK"));
        Assert.Equal(["There is no bench.", "It is dark by the sea."], await WallAsync(amina, project, "?source=nonsense&unused=true"));
        Assert.Empty(await WallAsync(amina, project, "?words=nothing+like+it"));

        var made = await amina.SubmitAsync(project.Page("insights"), "make-theme", ("name", "The evening"), ("insights", $"{dark:n}"));
        var theme = made.Headers.Location!.ToString();
        Assert.Equal(303, (int)made.StatusCode);
        var page = await amina.ReadAsync(theme);
        Assert.Equal("Theme: The evening", page.GetElementById("wall-title")!.TextContent);
        Assert.Equal(["It is dark by the sea."], page.QuerySelectorAll(".wall blockquote").Select(quote => quote.TextContent));
        Assert.Equal(303, (int)(await amina.SubmitAsync(theme, "remove-theme")).StatusCode);
        Assert.Empty((await amina.ReadAsync(project.Page("insights"))).QuerySelectorAll(".themes li"));
    }

    [Fact]
    public async Task A_theme_from_which_an_idea_comes_goes_only_when_that_is_confirmed()
    {
        var project = await ProjectOnSite.MakeAsync(host.Services);
        var insight = new InsightId(await project.DoAsync("service-user", new CaptureInsight("It is dark.", SourceKind.Carer, [])));
        var theme = new ThemeId(await project.DoAsync("service-user", new MakeTheme("The evening", [insight])));
        await project.DoAsync("service-user", new ProposeIdea("Lamps", "More of them.", [], [theme]));
        using var amina = await host.SignedInAsync("service-user");
        var address = project.Page($"insights?theme={theme}");

        var refused = await amina.SubmitAsync(address, "remove-theme");
        Assert.Equal(422, (int)refused.StatusCode);
        Assert.Contains("“Lamps”", (await amina.ReadAsync(refused)).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(303, (int)(await amina.SubmitAsync(address, "remove-theme", ("confirmed", "true"))).StatusCode);
    }

    [Fact]
    public async Task Who_is_heard_is_shown_without_singling_out_a_few()
    {
        var project = await ProjectOnSite.MakeAsync(host.Services);
        for (var i = 0; i < 5; i++) await project.DoAsync("service-user", new CaptureInsight($"Dark {i}", SourceKind.Carer, []));
        await project.DoAsync("provider", new CaptureInsight("Cold", SourceKind.Provider, []));
        using var amina = await host.SignedInAsync("service-user");

        var rows = (await amina.ReadAsync(project.Page("insights"))).QuerySelectorAll(".voices tbody tr").Select(row => (row.Children[0].TextContent.Trim(), row.Children[1].TextContent)).ToArray();

        Assert.Contains(("A carer", "5"), rows);
        Assert.Contains(("A provider", "fewer than 5"), rows);
        Assert.Contains(("Frontline staff", "none yet"), rows);
    }

    [Fact]
    public async Task Somebody_on_a_phone_tells_what_they_see_until_the_verdict()
    {
        var project = await ProjectOnSite.MakeAsync(host.Services);
        var idea = new IdeaId(await project.DoAsync("service-user", new ProposeIdea("Wardens", "Known faces.", [])));
        var trial = await project.DoAsync("facilitator", new StartTrial(idea, "People come back.", "We ask.", "Ten people"));
        using var amina = await host.SignedInAsync("service-user");
        var address = project.Page($"trials/{trial:n}");

        Assert.Equal(303, (int)(await amina.SubmitAsync(address, "observe", ("text", "Two came back."), ("source", "carer"))).StatusCode);
        var page = await amina.ReadAsync(address);
        Assert.Equal("Two came back.", page.QuerySelector("[id^=observation-] blockquote")!.TextContent);
        Assert.Contains("Round 1", page.QuerySelector(".rounds")!.TextContent, StringComparison.Ordinal);

        var concluded = await amina.SubmitAsync(address, $"conclude-{trial:n}", ("trial", $"{trial:n}"), ("whatHappened", "They came."), ("verdict", "works"), ("next", "More wardens."));
        Assert.Equal(303, (int)concluded.StatusCode);
        page = await amina.ReadAsync(address);
        Assert.Null(page.GetElementById("observe"));
        Assert.Contains("More wardens.", page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("It works", page.QuerySelector(".rounds a")!.TextContent.Trim()[^8..]);
        Assert.NotNull(page.QuerySelector($"a[href$='outcomes?from={trial:n}#describe-outcome']"));
        Assert.Equal(404, (int)(await amina.GetAsync(project.Page($"trials/{Guid.NewGuid():n}"))).StatusCode);
    }

    [Fact]
    public async Task Three_questions_turn_what_somebody_does_into_what_is_different()
    {
        var project = await ProjectOnSite.MakeAsync(host.Services);
        using var amina = await host.SignedInAsync("service-user");
        var help = project.Page("outcomes/help");

        Assert.NotNull((await amina.ReadAsync(help)).GetElementById("doing"));
        Assert.NotNull((await amina.ReadAsync($"{help}?doing=Run+a+lunch+club")).GetElementById("change"));
        var page = await amina.ReadAsync($"{help}?doing=Run+a+lunch+club&who=People&change=eat+with+friends");
        Assert.Equal("People eat with friends", page.QuerySelector("textarea[name=statement]")!.TextContent.Trim());
    }

    [Fact]
    public async Task An_outcome_that_says_what_somebody_does_is_taken_and_asked_about()
    {
        var project = await ProjectOnSite.MakeAsync(host.Services);
        using var amina = await host.SignedInAsync("service-user");
        Assert.Equal(303, (int)(await amina.SubmitAsync(project.Page("outcomes"), "describe-outcome", ("statement", "Provide a lunch club"))).StatusCode);

        var notice = (await amina.ReadAsync(project.Page("outcomes"))).QuerySelector("[id^=outcome-] .notice")!;
        Assert.Contains("“Provide”", notice.TextContent, StringComparison.Ordinal);
        var help = notice.QuerySelector("a")!.GetAttribute("href")! + "&who=People&change=eat+with+friends";
        var statement = (await amina.ReadAsync(help)).QuerySelector("textarea[name=statement]")!.TextContent.Trim();
        Assert.Equal(303, (int)(await amina.SubmitAsync(help, "reword-outcome", ("statement", statement))).StatusCode);
        Assert.Contains("People eat with friends", (await amina.ReadAsync(project.Page("outcomes"))).QuerySelector("[id^=outcome-]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_vote_on_what_matters_most_and_see_totals_once_it_is_closed()
    {
        var project = await ProjectOnSite.MakeAsync(host.Services);
        var rest = await project.DoAsync("facilitator", new DescribeOutcome("People rest.", []));
        var sleep = await project.DoAsync("facilitator", new DescribeOutcome("People sleep.", []));
        using var grace = await host.SignedInAsync("facilitator");
        using var amina = await host.SignedInAsync("service-user");
        var page = project.Page("outcomes");
        Assert.Equal(303, (int)(await grace.SubmitAsync(page, "open-priorities")).StatusCode);

        Assert.Equal(422, (int)(await amina.SubmitAsync(page, "place-dots", ($"dots[{rest:n}]", "2"), ($"dots[{sleep:n}]", "2"))).StatusCode);
        Assert.Equal(303, (int)(await amina.SubmitAsync(page, "place-dots", ($"dots[{rest:n}]", "0"), ($"dots[{sleep:n}]", "3"))).StatusCode);
        Assert.Equal("3", (await amina.ReadAsync(page)).QuerySelector($"input[name='dots[{sleep:n}]'][checked]")!.GetAttribute("value"));
        Assert.Equal("0", (await grace.ReadAsync(page)).QuerySelector($"input[name='dots[{sleep:n}]'][checked]")!.GetAttribute("value"));
        Assert.Null((await grace.ReadAsync(page)).QuerySelector("#priorities-title ~ * table"));

        Assert.Equal(303, (int)(await grace.SubmitAsync(page, "close-priorities")).StatusCode);
        var shown = await amina.ReadAsync(page);
        Assert.Equal(["People sleep.", "People rest."], shown.QuerySelectorAll("[id^=outcome-] h3").Select(title => title.TextContent));
        Assert.Contains("Fewer than 5", shown.QuerySelector("caption")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_finds_what_became_of_their_own_words()
    {
        var project = await ProjectOnSite.MakeAsync(host.Services);
        var dark = new InsightId(await project.DoAsync("service-user", new CaptureInsight("It is dark.", SourceKind.Carer, [])));
        await project.DoAsync("provider", new CaptureInsight("It is cold.", SourceKind.Provider, []));
        await project.DoAsync("facilitator", new MakeTheme("The evening", [dark]));
        using var amina = await host.SignedInAsync("service-user");
        using var joan = await host.SignedInAsync("member");

        var page = await amina.ReadAsync(project.Page("mine"));
        Assert.Equal("It is dark.", Assert.Single(page.QuerySelectorAll("[id^=said-] blockquote")).TextContent);
        Assert.Equal("It is part of the theme The evening", page.QuerySelector(".fates li")!.TextContent.Trim());
        Assert.NotNull(page.QuerySelector($"nav a[href='{project.Page("mine")}']"));
        Assert.Equal(404, (int)(await joan.GetAsync(project.Page("mine"))).StatusCode);
        Assert.Null((await joan.ReadAsync(project.Page("insights"))).QuerySelector($"nav a[href='{project.Page("mine")}']"));
    }

    private static async Task<string[]> WallAsync(Visitor reader, ProjectOnSite project, string query) =>
        [.. (await reader.ReadAsync(project.Page("insights") + query)).QuerySelectorAll(".wall blockquote").Select(quote => quote.TextContent)];
}

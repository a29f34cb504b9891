using System.Net;
using System.Text.Json;
using CoDesign.App.Thread;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Thread;
using CoDesign.Tests.Browser;
using CoDesign.Tests.Projects;
using Microsoft.Playwright;

namespace CoDesign.Tests.Specifications;

/// <summary>The gaps of the thread are worked through together, and programs see the same coverage.</summary>
public sealed class CoveragePageTests(HostFixture host, BrowserFixture browser) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task Gaps_are_tied_or_given_a_reason_one_after_the_other()
    {
        var (site, quiet, bus, rest) = await SaidAsync();
        var gaps = site.Page("thread/gaps");
        using var fay = await host.SignedInAsync("facilitator");
        Assert.Contains("It is too loud.", (await fay.ReadAsync(gaps)).QuerySelector(".panel blockquote")!.TextContent, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await fay.SubmitAsync(gaps, "tie-gap", ("other", ThreadReading.Name(new ThreadRef(ThreadKind.Clause, rest.Value))))).StatusCode);
        var next = await fay.ReadAsync(gaps);
        Assert.Contains("The bus is late.", next.QuerySelector(".panel blockquote")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await fay.SubmitAsync(gaps, "explain-gap", ("words", "Not ours."))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await fay.SubmitAsync(gaps, "explain-gap", ("reason", "somethingElse"), ("words", "The bus company heard of it."))).StatusCode);

        var done = await fay.ReadAsync(gaps);
        Assert.NotNull(done.QuerySelector(".notice.good"));
        Assert.Contains("The bus company heard of it.", done.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var address = $"{gaps}?on={ThreadReading.Name(new ThreadRef(ThreadKind.Insight, bus.Value))}";
        Assert.Equal(HttpStatusCode.SeeOther, (await fay.SubmitAsync(address, "reopen-gap")).StatusCode);
        Assert.Null((await fay.ReadAsync(gaps)).QuerySelector(".notice.good"));
        Assert.NotEqual(quiet, bus);
    }

    [Fact]
    public async Task Service_users_tie_and_councillors_read()
    {
        var (site, _, _, _) = await SaidAsync();
        using var amina = await host.SignedInAsync("service-user");
        using var joan = await host.SignedInAsync("member");

        var hers = await amina.ReadAsync(site.Page("thread/gaps"));
        Assert.NotNull(hers.QuerySelector("#tie-gap"));
        Assert.Null(hers.QuerySelector("#explain-gap"));
        var joans = await joan.ReadAsync(site.Page("thread/gaps"));
        Assert.NotEmpty(joans.QuerySelectorAll(".themes a"));
        Assert.Empty(joans.QuerySelectorAll("#tie-gap, #explain-gap"));
    }

    [Fact]
    public async Task Programs_read_the_coverage_as_their_owner_may()
    {
        var (site, quiet, _, rest) = await SaidAsync();
        await site.DoAsync("facilitator", new LinkThread(new ThreadLink(new ThreadRef(ThreadKind.Insight, quiet.Value), new ThreadRef(ThreadKind.Clause, rest.Value))));
        using var amina = await host.SignedInAsync("service-user");
        using var stranger = await host.SignedInAsync("evaluator-3");

        var coverage = JsonDocument.Parse(await (await amina.GetAsync($"/api/projects/{site.Id}/coverage")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;

        var insights = coverage.GetProperty("insights");
        Assert.Equal((2, 1, 0, 1, 0.5m), (insights.GetProperty("all").GetInt32(), insights.GetProperty("tied").GetInt32(), insights.GetProperty("explained").GetInt32(), insights.GetProperty("open").GetInt32(), insights.GetProperty("share").GetDecimal()));
        Assert.Equal(1m, coverage.GetProperty("clauses").GetProperty("share").GetDecimal());
        Assert.Equal("The bus is late.", coverage.GetProperty("gaps")[0].GetProperty("node").GetProperty("text").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/api/projects/{site.Id}/coverage")).StatusCode);
    }

    [Fact]
    public async Task What_a_clause_comes_from_is_found_by_its_words_and_tied()
    {
        var (site, quiet, _, rest) = await SaidAsync();
        using var amina = await host.SignedInAsync("service-user");
        var address = site.Page($"specification?clause={rest}&find=LOUD");

        Assert.Equal(HttpStatusCode.SeeOther, (await amina.SubmitAsync(address, "tie-0")).StatusCode);

        var after = await amina.ReadAsync(address);
        Assert.Contains("It is too loud.", after.QuerySelector(".sources")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nothing else has these words", after.QuerySelector("#found-title")!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual(default, quiet);
    }

    [Fact]
    [Trait("Category", "Browser")]
    public async Task Words_are_dragged_onto_a_clause_and_everybody_sees_the_gap_close()
    {
        var (site, _, _, rest) = await SaidAsync();
        var tom = await browser.PersonAsync(host.Address, persona: "commissioner");
        var amina = await browser.PersonAsync(host.Address, 320, dark: true, persona: "service-user");
        await amina.GotoAsync(site.Page("thread/gaps"));
        var gap = amina.Locator(".themes a", new() { HasText = "It is too loud." });
        await gap.WaitForAsync();
        await amina.ShouldBeAccessibleAsync();
        await tom.SetViewportSizeAsync(1280, 2400);
        await tom.GotoAsync(site.Page($"specification?clause={rest}&find=loud"));
        await tom.ShouldBeAccessibleAsync();

        await tom.LoadsAsync(() => tom.Locator(".found li").First.DragToAsync(tom.Locator($"[data-clause='{rest}']")));

        await gap.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await tom.LeaveAsync();
        await amina.LeaveAsync();
    }

    private async Task<(ProjectOnSite Site, InsightId Quiet, InsightId Bus, ClauseId Resting)> SaidAsync()
    {
        var site = await ProjectOnSite.MakeAsync(host.Services);
        var quiet = new InsightId(await site.DoAsync("service-user", new CaptureInsight("It is too loud.", SourceKind.ServiceUser, [])));
        var bus = new InsightId(await site.DoAsync("service-user", new CaptureInsight("The bus is late.", SourceKind.Carer, [])));
        var rest = new ClauseId(await site.DoAsync("commissioner", new AddClause("Rest", ClauseKind.Need, [])));
        return (site, quiet, bus, rest);
    }
}

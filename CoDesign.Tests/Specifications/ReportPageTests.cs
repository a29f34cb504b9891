using System.Net;
using CoDesign.Domain.Projects;
using CoDesign.Tests.Browser;
using CoDesign.Tests.Projects;

namespace CoDesign.Tests.Specifications;

/// <summary>The report is read, put in own words, and kept as a file.</summary>
public sealed class ReportPageTests(HostFixture host, BrowserFixture browser) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task Fay_says_what_was_learned_and_everybody_in_the_project_keeps_the_report()
    {
        var site = await ProjectOnSite.MakeAsync(host.Services);
        await site.DoAsync("service-user", new DescribeOutcome("People feel <b>safe</b>.", []));
        using var fay = await host.SignedInAsync("facilitator");
        using var amina = await host.SignedInAsync("service-user");
        using var stranger = await host.SignedInAsync("evaluator-3");

        Assert.Equal(HttpStatusCode.SeeOther, (await fay.SubmitAsync(site.Page("report"), "report-Learned", ("text", "# Ask sooner\n\nAnd **listen**."))).StatusCode);

        var page = await amina.ReadAsync(site.Page("report"));
        Assert.Contains("Ask sooner", page.QuerySelector("[aria-labelledby=part-Learned]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("form[id^=report-]"));
        var html = await amina.ReadAsync(await amina.GetAsync(site.Page("report.html")));
        Assert.Equal("Safe by the sea", html.QuerySelector("h1")!.TextContent);
        Assert.Contains("People feel <b>safe</b>.", html.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("listen", html.QuerySelectorAll("strong").Select(strong => strong.TextContent));
        var markdown = await (await amina.GetAsync(site.Page("report.md"))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("# Safe by the sea\n\n## What this was for\n\nPeople feel safe.\n", markdown, StringComparison.Ordinal);
        foreach (var address in new[] { "report", "report.html", "report.md" }) Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(site.Page(address))).StatusCode);
    }

    [Theory]
    [Trait("Category", "Browser")]
    [InlineData(1280, true)]
    [InlineData(320, false)]
    public async Task Everybody_can_read_and_write_it(int width, bool dark)
    {
        var site = await ProjectOnSite.MakeAsync(host.Services);
        await site.DoAsync("service-user", new DescribeOutcome("People feel safe.", []));
        var page = await browser.PersonAsync(host.Address, width, dark, persona: "commissioner");
        await page.GotoAsync(site.Page("report"));
        await page.EvaluateAsync("for (const details of document.querySelectorAll('main details')) details.open = true");
        await page.ShouldBeAccessibleAsync();
        await page.LeaveAsync();
    }
}

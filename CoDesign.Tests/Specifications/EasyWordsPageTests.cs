using System.Net;
using CoDesign.App.Live;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Text;
using CoDesign.Tests.Browser;
using CoDesign.Tests.Journeys;
using CoDesign.Tests.Text;
using Microsoft.Extensions.DependencyInjection;

namespace CoDesign.Tests.Specifications;

/// <summary>Easy words stand beside a clause, and everybody can read what became of what was said.</summary>
public sealed class EasyWordsPageTests(SampleHost host, BrowserFixture browser) : IClassFixture<SampleHost>
{
    [Fact]
    public async Task Easy_words_are_out_of_date_once_the_clause_changes()
    {
        await host.SampleAsync();
        var clause = await ClauseOnSite.MakeAsync(host.Services, "A warm meal, each day.");
        using var amina = await host.SignedInAsync("service-user");
        Assert.Equal(HttpStatusCode.SeeOther, (await amina.SubmitAsync(clause.Page, "ease-clause", ("text", "You get food."))).StatusCode);
        var before = await amina.ReadAsync(clause.Page);
        Assert.Equal("You get food.", before.QuerySelector("#easy-title ~ .card-words")!.TextContent);
        Assert.DoesNotContain("out of date", before.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        await host.Services.GetRequiredService<LiveStreams>().ExecuteAsync(new StreamId("text", Guid.ParseExact(clause.Text, "n")),
            new ReplaceText(1, "A warm meal, each day.", "A warm meal, prior to each evening."), ClauseOnSite.Tom, new OperationId(Guid.NewGuid()));

        var after = await amina.ReadAsync(clause.Page);
        Assert.Contains("out of date", after.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("“prior to”: better “before”", after.QuerySelector(".gauge")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_of_words_is_the_projects_own()
    {
        await host.SampleAsync();
        var clause = await ClauseOnSite.MakeAsync(host.Services, "A warm meal, each day.");
        using var amina = await host.SignedInAsync("service-user");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await amina.SubmitAsync(clause.Page, "write-jargon", ("$lines", "words"), ("words", "meal"))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await amina.SubmitAsync(clause.Page, "write-jargon", ("words", "meal = food, hot\neach day = daily"))).StatusCode);

        Assert.Contains("“meal”: better “food, hot”", (await amina.ReadAsync(clause.Page)).QuerySelector(".gauge")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anybody_reads_what_became_of_what_was_said_once_the_tender_is_published()
    {
        var sample = await host.SampleAsync();
        var reference = sample.Awarded.Reference;
        using var anybody = host.NewVisitor();

        var page = await anybody.ReadAsync($"/opportunities/{reference}/you-said-we-did");

        Assert.NotEmpty(page.QuerySelectorAll(".told .fates"));
        Assert.Contains("We did not use this", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var project = new Reading(host.Services.GetRequiredService<LiveStreams>()).Find<Project>(sample.Finished.Stream)!;
        Assert.DoesNotContain(project.Confidential[0].Title, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync("/opportunities/CD-2026-NONE/you-said-we-did")).StatusCode);
    }

    [Theory]
    [Trait("Category", "Browser")]
    [InlineData(1280, true)]
    [InlineData(320, false)]
    public async Task Everybody_can_use_what_stands_around_the_specification(int width, bool dark)
    {
        var sample = await host.SampleAsync();
        var reference = sample.Awarded.Reference;
        var page = await browser.PersonAsync(host.Address, width, dark, persona: "commissioner");
        foreach (var address in new[] { $"/projects/{sample.Finished}/specification?find=companion", $"/projects/{sample.Finished}/thread/gaps", $"/projects/{sample.Finished}/thread/told", $"/projects/{sample.Running}/tender/questions", $"/projects/{sample.Running}/tender/publish", $"/opportunities/{reference}/you-said-we-did" })
        {
            await page.GotoAsync(address);
            await page.EvaluateAsync("for (const details of document.querySelectorAll('main details')) details.open = true");
            await page.ShouldBeAccessibleAsync();
        }

        await page.LeaveAsync();
    }
}

using System.Net;
using System.Net.Http.Json;
using CoDesign.App.Identity;
using CoDesign.App.Live;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using Microsoft.Extensions.DependencyInjection;

namespace CoDesign.Tests.Identity;

public sealed class JoiningTests(HostFixture host) : IClassFixture<HostFixture>
{
    private static CancellationToken Here => TestContext.Current.CancellationToken;

    private async Task<ProjectId> WorkshopAsync(string code)
    {
        var live = host.Services.GetRequiredService<LiveStreams>();
        var tom = SamplePeople.Find("commissioner")!.Id;
        var operation = new OperationId(Guid.NewGuid());
        var made = await live.ExecuteAsync(LiveStreams.NewStream("project", tom, operation), new CreateProject("Feeling safe going out", Diamond.ServiceRedesign, "So that people go out."), tom, operation);
        await live.ExecuteAsync(made.Stream, new OpenJoining(code), tom, new OperationId(Guid.NewGuid()));
        return new ProjectId(made.Stream.Value);
    }

    [Fact]
    public async Task Amina_joins_with_a_code_and_no_account()
    {
        var project = await WorkshopAsync("407318");
        using var amina = host.NewVisitor();

        var typed = await amina.SubmitAsync("/join", "join", ("code", " 407-318 "));
        Assert.Equal(HttpStatusCode.SeeOther, typed.StatusCode);
        Assert.EndsWith("/join/407318", typed.Headers.Location!.ToString(), StringComparison.Ordinal);

        var joined = await amina.SubmitAsync("/join/407318", "welcome", ("name", "Amina"), ("source", "carer"), ("size", "large"), ("consent", "true"));
        Assert.Equal(HttpStatusCode.SeeOther, joined.StatusCode);
        Assert.EndsWith($"/projects/{project.Text()}", joined.Headers.Location!.ToString(), StringComparison.Ordinal);

        var home = await amina.ReadAsync("/");
        Assert.Contains("Amina", home.QuerySelector(".site-nav")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("large", home.DocumentElement.GetAttribute("data-size"));
        Assert.Null(home.DocumentElement.GetAttribute("class"));
        var insights = await amina.ReadAsync($"/projects/{project.Text()}/insights");
        Assert.Equal("carer", insights.QuerySelector("input[name=source][checked]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Nobody_joins_without_saying_that_it_is_all_right()
    {
        await WorkshopAsync("500001");
        using var amina = host.NewVisitor();

        var answer = await amina.SubmitAsync("/join/500001", "welcome", ("name", "Amina"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await amina.ReadAsync(answer);
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Equal("Amina", page.GetElementById("welcome-name")!.GetAttribute("value"));
        Assert.Equal("/join/500001#welcome-consent", page.QuerySelector(".error-summary a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Who_gives_no_name_is_somebody()
    {
        await WorkshopAsync("500002");
        using var visitor = host.NewVisitor();
        await visitor.SubmitAsync("/join/500002", "welcome", ("consent", "true"));

        Assert.Contains("Somebody", (await visitor.ReadAsync("/")).QuerySelector(".site-nav")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_joins_and_stays_the_same_participant()
    {
        var project = await WorkshopAsync("500003");
        using var visitor = host.NewVisitor();

        var first = await (await visitor.PostJsonAsync("/api/join", new { code = "500003", name = "Len" })).Content.ReadFromJsonAsync<Joined>(Here);
        var again = await (await visitor.PostJsonAsync("/api/join", new { code = "500003" })).Content.ReadFromJsonAsync<Joined>(Here);

        Assert.Equal(project.Text(), first!.ProjectId);
        Assert.Equal(first, again);
    }

    [Fact]
    public async Task A_wrong_code_opens_nothing_and_sets_no_participant()
    {
        using var visitor = host.NewVisitor();
        var answer = await visitor.PostJsonAsync("/api/join", new { code = "999999" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("join.code-unknown", await answer.Content.ReadAsStringAsync(Here), StringComparison.Ordinal);
        Assert.DoesNotContain(visitor.Cookies.GetAllCookies(), cookie => cookie.Name == Schemes.ParticipantCookie);
    }

    [Fact]
    public async Task Wrong_codes_are_limited_per_device_and_right_ones_never()
    {
        await WorkshopAsync("500004");
        using var guesser = host.NewVisitor();
        for (var guess = 0; guess < 10; guess++) await guesser.PostJsonAsync("/api/join", new { code = $"99{guess:D4}" });

        var stopped = await guesser.PostJsonAsync("/api/join", new { code = "500004" });
        Assert.Contains("join.too-many", await stopped.Content.ReadAsStringAsync(Here), StringComparison.Ordinal);

        using var neighbour = host.NewVisitor();
        for (var time = 0; time < 15; time++) Assert.Equal(HttpStatusCode.OK, (await neighbour.PostJsonAsync("/api/join", new { code = "500004" })).StatusCode);
    }
}

using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using Bunit;
using CoDesign.App.Live;
using CoDesign.App.Projects;
using CoDesign.Domain.Projects;
using Microsoft.Extensions.DependencyInjection;
using static CoDesign.Tests.Projects.ProjectOnSite;

namespace CoDesign.Tests.Projects;

/// <summary>What is said in confidence, and what is voted, can't be told from any answer, mark, news or screen of others.</summary>
public sealed class ConfidenceOnSiteTests(HostFixture host) : IClassFixture<HostFixture>
{
    private static readonly OfferIdea Lanterns = new("Lanterns for the pier", "People carry the light themselves.", [], []);

    [Fact]
    public async Task Others_get_the_same_answers_as_if_it_were_not_there()
    {
        var project = await ProjectOnSite.MakeAsync(host.Services);
        await project.DoAsync("service-user", new CaptureInsight("It is dark.", SourceKind.Carer, []));
        foreach (var persona in new[] { "service-user", "facilitator", "provider-2", "member" })
        {
            using var other = await host.SignedInAsync(persona);
            var before = await AllOfAsync(other, project);
            var idea = await project.DoAsync("provider", Lanterns);
            var after = await AllOfAsync(other, project);

            Assert.Equal(before, after);
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(project.Page($"ideas/{idea:n}/receipt"))).StatusCode);
            foreach (var page in new[] { "", "insights", "ideas", "trials", "outcomes", "thread" })
                Assert.DoesNotContain("Lanterns", await TextAsync(other, project.Page(page)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Its_author_and_the_commissioner_read_it_with_its_receipt()
    {
        var project = await ProjectOnSite.MakeAsync(host.Services);
        var idea = await project.DoAsync("provider", Lanterns);
        foreach (var persona in new[] { "provider", "commissioner" })
        {
            using var reader = await host.SignedInAsync(persona);
            Assert.Contains("Lanterns for the pier", await TextAsync(reader, project.Page("ideas")), StringComparison.Ordinal);
            var receipt = project.Page($"ideas/{idea:n}/receipt");
            Assert.Equal(64, (await reader.ReadAsync(receipt)).QuerySelector(".receipt code")!.TextContent.Length);

            var same = await reader.ReadAsync(await reader.SubmitAsync(receipt, "check-receipt", ("title", "Lanterns for the pier"), ("description", "People carry the light themselves.")));
            Assert.Contains("These are the words", same.QuerySelector(".notice.good")!.TextContent, StringComparison.Ordinal);
            var other = await reader.ReadAsync(await reader.SubmitAsync(receipt, "check-receipt", ("title", "Lanterns for the pier"), ("description", "People carry a light.")));
            Assert.NotNull(other.QuerySelector(".notice.bad"));
        }
    }

    [Fact]
    public async Task A_provider_who_offers_an_idea_is_led_to_the_receipt()
    {
        var project = await ProjectOnSite.MakeAsync(host.Services);
        using var ruth = await host.SignedInAsync("provider");

        var answer = await ruth.SubmitAsync(project.Page("ideas"), "offer-idea", ("title", "Lanterns"), ("description", "Light."));

        Assert.Equal(303, (int)answer.StatusCode);
        Assert.EndsWith("/receipt", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var amina = await host.SignedInAsync("service-user");
        Assert.Null((await amina.ReadAsync(project.Page("ideas"))).GetElementById("offer-idea"));
    }

    [Fact]
    public async Task The_answer_to_a_command_counts_nobody_elses()
    {
        var project = await ProjectOnSite.MakeAsync(host.Services);
        using var amina = await host.SignedInAsync("service-user");
        var address = $"/api/projects/{project.Id}/commands/capture-insight";

        var answer = await (await amina.PostJsonAsync(address, new { text = "It is dark.", source = "carer" })).Content.ReadAsStringAsync(Here);

        Assert.Equal(JsonValueKind.String, JsonDocument.Parse(answer).RootElement.GetProperty("version").ValueKind);
    }

    [Fact]
    public async Task News_come_only_of_what_the_reader_may_see()
    {
        var (project, rest) = await VotingAsync();
        using var amina = await host.SignedInAsync("service-user");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/projects/{project.Id}/events");
        using var client = new HttpClient(new HttpClientHandler { CookieContainer = amina.Cookies }) { BaseAddress = host.Address };
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Here);
        using var news = new StreamReader(await answer.Content.ReadAsStreamAsync(Here));
        Assert.Equal(await TagAsync(amina, project), await NextAsync(news));

        await project.DoAsync("provider", Lanterns);
        await project.DoAsync("provider", Dots(rest, 3));
        await project.DoAsync("commissioner", Dots(rest, 1));
        await project.DoAsync("commissioner", new CaptureInsight("The lamps are old.", SourceKind.Data, []));

        // Whatever came before would be read first.
        Assert.Equal(await TagAsync(amina, project), await NextAsync(news));
    }

    [Fact]
    public async Task Screens_of_others_are_not_rendered_anew()
    {
        var (project, rest) = await VotingAsync();
        await using var screens = new BunitContext();
        screens.Services.AddSingleton(host.Services.GetRequiredService<LiveStreams>());
        screens.Services.AddSingleton(host.Services.GetRequiredService<Bus>());
        screens.Services.AddSingleton(TimeProvider.System);
        var (amina, hears) = (Person("service-user"), 0);
        var screen = screens.Render<LiveView<ProjectView, ProjectView>>(p => p
            .Add(v => v.Read, reading => { hears++; return ProjectReading.View(reading, project.Id, amina); })
            .Add(v => v.Select, view => view)
            .Add(v => v.ChildContent, view => $"{view.Insights.Count} insights"));
        var (heard, rendered) = (hears, screen.RenderCount);

        await project.DoAsync("provider", Lanterns);
        await project.DoAsync("provider", Dots(rest, 2));
        await screen.WaitForStateAsync(() => hears > heard);
        Assert.Equal(rendered, screen.RenderCount);

        await project.DoAsync("commissioner", new CaptureInsight("The lamps are old.", SourceKind.Data, []));
        await screen.WaitForStateAsync(() => screen.Markup.Contains("1 insights", StringComparison.Ordinal));
        Assert.Equal(rendered + 1, screen.RenderCount);
    }

    private static CancellationToken Here => Xunit.TestContext.Current.CancellationToken;

    private async Task<(ProjectOnSite, OutcomeId)> VotingAsync()
    {
        var project = await ProjectOnSite.MakeAsync(host.Services);
        var rest = new OutcomeId(await project.DoAsync("facilitator", new DescribeOutcome("People rest.", [])));
        await project.DoAsync("facilitator", new DescribeOutcome("People sleep.", []));
        await project.DoAsync("facilitator", new OpenPriorities());
        return (project, rest);
    }

    private static PlaceDots Dots(OutcomeId outcome, int number) => new(ImmutableDictionary<OutcomeId, int>.Empty.Add(outcome, number));

    private static async Task<string> AllOfAsync(Visitor reader, ProjectOnSite project) =>
        await TextAsync(reader, $"/api/projects/{project.Id}") + await TagAsync(reader, project) + await TextAsync(reader, $"/api/projects/{project.Id}/thread");

    private static async Task<string> TextAsync(Visitor reader, string address) => await (await reader.GetAsync(address)).Content.ReadAsStringAsync(Here);

    private static async Task<string> TagAsync(Visitor reader, ProjectOnSite project) => (await reader.GetAsync($"/api/projects/{project.Id}")).Headers.ETag!.Tag.Trim('"');

    private static async Task<string> NextAsync(StreamReader news)
    {
        while (await news.ReadLineAsync(Here) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal)) return line[6..];
        }

        throw new EndOfStreamException("The news ended.");
    }
}

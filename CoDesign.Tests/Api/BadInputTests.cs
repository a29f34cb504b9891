using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace CoDesign.Tests.Api;

/// <summary>Whatever is sent to the API: a refusal in plain words, never a fault of the server, and nothing changed.</summary>
public sealed class BadInputTests(HostFixture host) : IClassFixture<HostFixture>
{
    [Theory]
    [InlineData("capture-insight", """{"text":"","source":"carer"}""", 422, "text.empty")]
    [InlineData("capture-insight", """{"text":null,"source":"carer"}""", 422, "text.empty")]
    [InlineData("capture-insight", """{}""", 422, "text.empty")]
    [InlineData("capture-insight", """{"text":12,"source":"carer"}""", 400, "request.not-understood")]
    [InlineData("capture-insight", """{"text":"Hello","source":"neighbour"}""", 400, "request.not-understood")]
    [InlineData("capture-insight", """{"text":"Hello","source":7}""", 400, "request.not-understood")]
    [InlineData("capture-insight", """{"text":"half \ud800","source":"carer"}""", 400, "request.not-understood")]
    [InlineData("capture-insight", """{"text":"bell \u0007","source":"carer"}""", 422, "text.unreadable")]
    [InlineData("capture-insight", """[1,2]""", 400, "request.not-understood")]
    [InlineData("capture-insight", """null""", 400, "request.not-understood")]
    [InlineData("capture-insight", """not json""", 400, "request.not-understood")]
    [InlineData("propose-idea", """{"title":"A","description":"B","from":["00000000000000000000000000000001"]}""", 422, "from.unknown")]
    [InlineData("propose-idea", """{"title":"A","description":"B","from":["nonsense"]}""", 400, "request.not-understood")]
    [InlineData("start-trial", """{"idea":"00000000000000000000000000000001","expectation":"x","howWeWillKnow":"y"}""", 422, "from.unknown")]
    [InlineData("conclude-trial", """{"trial":"00000000000000000000000000000001","whatHappened":"x","verdict":"works"}""", 404, "not-found")]
    [InlineData("invite-participant", """{"participant":"00000000000000000000000000000000","role":"provider"}""", 422, "participant.public")]
    [InlineData("record-tender", """{"tender":"00000000-0000-0000-0000-000000000001"}""", 404, null)]
    public async Task Bad_input_is_refused_and_changes_nothing(string command, string body, int status, string? code)
    {
        using var tom = await host.SignedInAsync("commissioner");
        var project = await BeginAsync(tom);
        var before = await (await tom.GetAsync($"/api/projects/{project}")).Content.ReadAsStringAsync(Here);
        var answer = await SendAsync(tom, $"/api/projects/{project}/commands/{command}", body);
        Assert.Equal(status, (int)answer.StatusCode);
        if (code is not null) Assert.Equal(code, await CodeOf(answer));
        Assert.Equal(before, await (await tom.GetAsync($"/api/projects/{project}")).Content.ReadAsStringAsync(Here));
    }

    [Fact]
    public async Task What_programs_may_ask_is_described_command_by_command()
    {
        using var anybody = host.NewVisitor();
        var answer = await anybody.GetAsync("/openapi/v1.json");
        Assert.Equal(200, (int)answer.StatusCode);
        var paths = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Here)).RootElement.GetProperty("paths");
        foreach (var kind in host.Services.GetRequiredService<App.Storage.StreamKinds>().All)
        {
            foreach (var command in App.Api.CommandApi.CommandsOf(kind).Where(command => !command.IsAssignableTo(typeof(Domain.Kernel.ICreation))))
                Assert.True(paths.TryGetProperty($"/api/{kind.Plural}/{{id}}/commands/{App.Api.CommandApi.NameOf(command)}", out _), $"{command.Name} is described nowhere.");
        }
    }

    [Fact]
    public async Task Words_that_are_too_long_are_refused_with_their_number()
    {
        using var tom = await host.SignedInAsync("commissioner");
        var project = await BeginAsync(tom);
        var answer = await SendAsync(tom, $"/api/projects/{project}/commands/capture-insight", JsonSerializer.Serialize(new { text = new string('a', 4_001), source = "carer" }));
        Assert.Equal("text.too-long", await CodeOf(answer));
        var large = await SendAsync(tom, $"/api/projects/{project}/commands/capture-insight", JsonSerializer.Serialize(new { text = new string('a', 3_000_000), source = "carer" }));
        Assert.InRange((int)large.StatusCode, 400, 499);
    }

    [Fact]
    public async Task What_is_somebody_elses_looks_like_what_is_not_there()
    {
        using var tom = await host.SignedInAsync("commissioner");
        using var ruth = await host.SignedInAsync("provider");
        using var nobody = host.NewVisitor();
        var project = await BeginAsync(tom);
        foreach (var stranger in new[] { ruth, nobody })
        {
            var there = await stranger.GetAsync($"/api/projects/{project}");
            var notThere = await stranger.GetAsync($"/api/projects/{Guid.NewGuid():n}");
            Assert.Equal(HttpStatusCode.NotFound, there.StatusCode);
            Assert.Equal(Without(await notThere.Content.ReadAsStringAsync(Here)), Without(await there.Content.ReadAsStringAsync(Here)));
            var act = await SendAsync(stranger, $"/api/projects/{project}/commands/capture-insight", """{"text":"Hello","source":"carer"}""");
            Assert.Equal("not-found", await CodeOf(act));
            foreach (var address in new[] { $"/projects/{project}", $"/projects/{project}/thread", $"/api/projects/{project}/events", $"/api/projects/{project}/thread" })
                Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(address)).StatusCode);
        }
    }

    [Fact]
    public async Task The_same_key_again_gets_the_first_answer_and_belongs_to_who_used_it()
    {
        using var tom = await host.SignedInAsync("commissioner");
        var project = await BeginAsync(tom);
        const string body = """{"text":"Once.","source":"carer"}""";
        var first = await (await SendAsync(tom, $"/api/projects/{project}/commands/capture-insight", body, "key-1")).Content.ReadAsStringAsync(Here);
        var again = await (await SendAsync(tom, $"/api/projects/{project}/commands/capture-insight", body, "key-1")).Content.ReadAsStringAsync(Here);
        Assert.Equal(first, again);
        Assert.Equal("request.idempotency-key", await CodeOf(await SendAsync(tom, $"/api/projects/{project}/commands/capture-insight", body, new string('k', 201))));
        var view = JsonDocument.Parse(await (await tom.GetAsync($"/api/projects/{project}")).Content.ReadAsStringAsync(Here));
        Assert.Equal(1, view.RootElement.GetProperty("insights").GetArrayLength());
    }

    [Fact]
    public async Task A_code_that_is_somebody_elses_opens_their_project_still()
    {
        using var tom = await host.SignedInAsync("commissioner");
        var (first, second) = (await BeginAsync(tom), await BeginAsync(tom));
        foreach (var project in new[] { first, second })
            Assert.Equal(HttpStatusCode.OK, (await SendAsync(tom, $"/api/projects/{project}/commands/open-joining", """{"code":"731406"}""")).StatusCode);
        using var amina = host.NewVisitor();
        var joined = await (await SendAsync(amina, "/api/join", """{"code":"731406","name":"Amina"}""")).Content.ReadFromJsonAsync<JsonElement>(Here);
        Assert.Equal(first, joined.GetProperty("projectId").GetString());
    }

    [Fact]
    public async Task A_forged_participant_is_nobody()
    {
        using var tom = await host.SignedInAsync("commissioner");
        var project = await BeginAsync(tom);
        using var forger = host.NewVisitor();
        foreach (var cookie in tom.Cookies.GetCookies(host.Address).Select(cookie => cookie.Name))
            forger.Cookies.Add(host.Address, new Cookie(cookie, "Zm9yZ2Vk"));
        var answer = await SendAsync(forger, $"/api/projects/{project}/commands/capture-insight", """{"text":"Hello","source":"carer","by":"somebody"}""");
        Assert.Equal("not-found", await CodeOf(answer));
    }

    private static CancellationToken Here => TestContext.Current.CancellationToken;

    private static async Task<string> BeginAsync(Visitor tom)
    {
        var answer = await SendAsync(tom, "/api/projects", """{"name":"Days out","diamond":"serviceRedesign","purpose":"Going out"}""");
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Here)).GetProperty("id").GetString()!;
    }

    private static Task<HttpResponseMessage> SendAsync(Visitor by, string address, string body, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return by.SendAsync(request);
    }

    private static async Task<string?> CodeOf(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Here)).GetProperty("code").GetString();

    private static string Without(string problem) => System.Text.RegularExpressions.Regex.Replace(problem, "\"traceId\":\"[^\"]*\"", "");
}

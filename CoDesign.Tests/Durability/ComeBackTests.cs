using System.Net.Http.Json;
using System.Text.Json;
using CoDesign.App.Identity;
using CoDesign.Domain.Kernel;
using CoDesign.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace CoDesign.Tests.Durability;

/// <summary>When the process dies under people's hands and is started again, their browsers come back and go on by themselves.</summary>
[Trait("Category", "Browser")]
public sealed class ComeBackTests(BrowserFixture browser) : IDisposable
{
    private const string Typed = "Meals are warm, and served at noon 😀.";
    private readonly string _data = Directory.CreateTempSubdirectory("codesign-back-").FullName;

    private static CancellationToken Here => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_browsers_come_back_after_a_kill_one_shows_what_is_new_and_one_saves_its_words_once()
    {
        using var first = await AppProcess.StartAsync(_data, Here);
        using var grace = new Visitor(first.Address);
        using var tom = new Visitor(first.Address);
        var (project, clause) = await BeginAsync(tom);
        await grace.PostAsync("/dev/sign-in/facilitator");
        var watching = await browser.PersonAsync(first.Address, persona: "commissioner");
        await watching.GotoAsync($"/projects/{project}/insights");
        var writing = await browser.PersonAsync(first.Address, persona: "commissioner");
        await writing.GotoAsync($"/projects/{project}/specification?clause={clause}");
        await writing.Locator("co-text[ready] .cm-content").ClickAsync();
        await SayAsync(grace, project, "Fridays are quiet.");
        await Expect(watching.Locator(".wall")).ToContainTextAsync("Fridays are quiet.");

        var words = writing.Keyboard.TypeAsync(Typed, new() { Delay = 40 });
        await Expect(writing.Locator(".cm-content")).ToContainTextAsync("Meals are");
        first.Kill();
        await first.EndedAsync(Here);
        await words;
        await Expect(writing.Locator(".text-state")).ToHaveTextAsync("Offline – your words are kept on this device");
        await Expect(watching.Locator(".reconnect")).ToBeVisibleAsync();

        using var second = await AppProcess.StartAsync(_data, Here, first.Address);
        await Expect(writing.Locator(".text-state")).ToHaveTextAsync("Saved");
        await SayAsync(grace, project, "Saturdays are not.");
        await Expect(watching.Locator(".wall")).ToContainTextAsync("Saturdays are not.");
        await Expect(watching.Locator(".reconnect")).Not.ToBeVisibleAsync();
        await Expect(writing.Locator(".cm-content")).ToHaveTextAsync(Typed);
        Assert.Equal(Typed, (await ReadAsync(await tom.GetAsync($"/api/texts/{clause}"))).GetProperty("text").GetString());
        await Task.WhenAll(watching.LeaveAsync(), writing.LeaveAsync());
        second.Kill();
        await second.EndedAsync(Here);
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private static async Task<(string Project, string Clause)> BeginAsync(Visitor tom)
    {
        await tom.PostAsync("/dev/sign-in/commissioner");
        var made = await ReadAsync(await tom.PostJsonAsync("/api/projects", new { name = "Warm meals", diamond = "serviceRedesign", purpose = "Nobody eats alone." }));
        var project = made.GetProperty("id").GetString()!;
        var grace = SamplePeople.Find("facilitator")!.Id.Text();
        await ReadAsync(await tom.PostJsonAsync($"/api/projects/{project}/commands/invite-participant", new { participant = grace, role = "facilitator" }));
        var clause = await ReadAsync(await tom.PostJsonAsync($"/api/projects/{project}/commands/add-clause", new { title = "Meals", kind = "need", outcomes = Array.Empty<string>() }));
        return (project, clause.GetProperty("id").GetString()!);
    }

    private static async Task SayAsync(Visitor grace, string project, string text) => await ReadAsync(await grace.PostJsonAsync(
        $"/api/projects/{project}/commands/capture-insight", new { text, source = "serviceUser", tags = Array.Empty<string>() }));

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(Here);
        Assert.True(answer.IsSuccessStatusCode, body.GetRawText());
        return body;
    }
}

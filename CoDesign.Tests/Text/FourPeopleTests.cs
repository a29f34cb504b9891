using System.Net.Http.Json;
using System.Text.Json;
using CoDesign.App.Identity;
using CoDesign.Domain.Kernel;
using CoDesign.Tests.Browser;
using CoDesign.Tests.Durability;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoDesign.Tests.Text;

/// <summary>
/// Four people on one clause: Tom in the rich editor, Grace in the plain text area, Amina who uses the service, and Ruth who
/// provides one. The server dies while two type and one says something, and all end with the same.
/// </summary>
[Trait("Category", "Browser")]
public sealed class FourPeopleTests(BrowserFixture browser) : IDisposable
{
    private const string Toms = "Companions come on time, also in winter.";
    private const string Graces = "They ring before. ";
    private readonly string _data = Directory.CreateTempSubdirectory("codesign-four-").FullName;

    private static CancellationToken Here => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_write_comment_suggest_and_decide_through_a_restart_and_end_with_the_same()
    {
        using var first = await AppProcess.StartAsync(_data, Here);
        using var asker = new Visitor(first.Address);
        var (project, clause) = await BeginAsync(asker);
        var page = $"/projects/{project}/specification?clause={clause}";
        var (tom, grace) = (await OpenAsync(first, "commissioner", page), await OpenAsync(first, "facilitator", page));
        var (amina, ruth) = (await OpenAsync(first, "service-user", page), await OpenAsync(first, "provider", page));
        IPage[] people = [tom, grace, amina, ruth];
        await grace.PressAsync("Plain text box");
        await Expect(amina.Locator("co-text .text-toolbar [data-act=bold]")).ToHaveCountAsync(0);

        await tom.Locator(".cm-content").PressAsync("Control+End");
        var typing = tom.Keyboard.TypeAsync(Toms, new() { Delay = 40 });
        await Expect(ruth.Locator(".cm-content")).ToContainTextAsync("Companions");
        await FillAsync(ruth, "comment", ("text", "How long before?"));
        foreach (var person in people) await person.EvaluateAsync("() => { window.before = true; }");
        first.Kill();
        await first.EndedAsync(Here);
        await grace.Locator(".text-plain").EvaluateAsync("box => { box.focus(); box.setSelectionRange(0, 0); }");
        await grace.Keyboard.TypeAsync(Graces);
        await typing;
        foreach (var writer in new[] { tom, grace }) await Expect(writer.Locator(".text-state")).ToHaveTextAsync("Offline – your words are kept on this device");
        using var second = await AppProcess.StartAsync(_data, Here, first.Address);
        foreach (var person in people) await person.WaitForFunctionAsync("() => !window.before && document.readyState === 'complete'");
        foreach (var writer in new[] { tom, grace }) await Expect(writer.Locator(".text-state")).ToHaveTextAsync("Saved");
        await Expect(grace.Locator(".text-plain")).ToHaveValueAsync(Graces + Toms);
        foreach (var reader in new[] { tom, amina, ruth }) await Expect(reader.Locator(".cm-content")).ToHaveTextAsync(Graces + Toms);

        await FillAsync(amina, "suggest", ("quote", "in winter"), ("instead", "in snow"));
        await SayAsync(amina, "suggest", "in snow");
        await Expect(ruth.Locator("#comment [name=text]")).ToHaveValueAsync("How long before?");
        await ruth.Locator("#comment [name=quote]").FillAsync("They ring before");
        await SayAsync(ruth, "comment", "How long before?");
        await tom.ReloadAsync();
        await tom.LoadsAsync(() => tom.Locator(".remarks li", new() { HasText = "in snow" }).GetByRole(AriaRole.Link).ClickAsync());
        await tom.Locator("#accept [name=reason]").FillAsync("Snow is what people said.");
        await tom.SubmitAsync("Accept and change the text");
        await grace.ReloadAsync();
        await grace.LoadsAsync(() => grace.Locator(".remarks li", new() { HasText = "How long before?" }).GetByRole(AriaRole.Link).ClickAsync());
        await grace.Locator("#resolve [name=reason]").FillAsync("An hour.");
        await grace.SubmitAsync("Resolve it");

        var words = Graces + Toms.Replace("winter", "snow", StringComparison.Ordinal);
        foreach (var reader in new[] { tom, amina, ruth }) await Expect(reader.Locator(".cm-content")).ToHaveTextAsync(words);
        await Expect(grace.Locator(".text-plain")).ToHaveValueAsync(words);
        await amina.GotoAsync($"/projects/{project}/mine");
        await Expect(amina.Locator("#my-remarks ~ .cards")).ToContainTextAsync("Snow is what people said.");
        await tom.GotoAsync($"/projects/{project}/specification/{clause}/history?from=0&who=true");
        await Expect(tom.Locator(".history-text ins")).Not.ToHaveCountAsync(0);
        Assert.Equal(words, string.Concat(await tom.Locator(".history-text ins").AllTextContentsAsync()));
        await tom.GotoAsync($"/projects/{project}/specification/{clause}/history?who=true");
        await Expect(tom.Locator(".authors")).ToContainTextAsync("Amina Hassan");
        await Task.WhenAll(people.Select(one => one.LeaveAsync()));
        second.Kill();
        await second.EndedAsync(Here);
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private async Task<IPage> OpenAsync(AppProcess app, string persona, string address)
    {
        var page = await browser.PersonAsync(app.Address, persona: persona);
        await page.GotoAsync(address);
        await page.Locator("co-text[ready]").WaitForAsync();
        return page;
    }

    private static async Task FillAsync(IPage page, string form, params (string Field, string Words)[] fields)
    {
        if (await page.Locator($"#say-{form}[open]").CountAsync() == 0) await page.Locator($"#say-{form} summary").ClickAsync();
        foreach (var (field, words) in fields) await page.Locator($"#{form} [name={field}]").FillAsync(words);
    }

    private static async Task SayAsync(IPage page, string form, string words)
    {
        await page.Locator($"#{form} button[type=submit]").ClickAsync();
        await Expect(page.Locator(".remarks li", new() { HasText = words })).ToBeVisibleAsync();
    }

    private static async Task<(string Project, string Clause)> BeginAsync(Visitor tom)
    {
        await tom.PostAsync("/dev/sign-in/commissioner");
        var project = (await AskAsync(tom, "/api/projects", new { name = "Going out", diamond = "serviceRedesign", purpose = "Going out safely." })).GetProperty("id").GetString()!;
        foreach (var (persona, role) in new[] { ("facilitator", "commissioner"), ("service-user", "serviceUser"), ("provider", "provider") })
            await AskAsync(tom, $"/api/projects/{project}/commands/invite-participant", new { participant = SamplePeople.Find(persona)!.Id.Text(), role });
        var clause = await AskAsync(tom, $"/api/projects/{project}/commands/add-clause", new { title = "On time", kind = "need", outcomes = Array.Empty<string>() });
        return (project, clause.GetProperty("id").GetString()!);
    }

    private static async Task<JsonElement> AskAsync(Visitor tom, string address, object body)
    {
        var answer = await tom.PostJsonAsync(address, body);
        var said = await answer.Content.ReadFromJsonAsync<JsonElement>(Here);
        Assert.True(answer.IsSuccessStatusCode, said.GetRawText());
        return said;
    }
}

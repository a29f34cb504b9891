using System.Net.Http.Json;
using System.Text.Json;
using CoDesign.Tests.Browser;
using Microsoft.Playwright;
using static CoDesign.Tests.Journeys.WorkshopRoom;
using static Microsoft.Playwright.Assertions;

namespace CoDesign.Tests.Journeys;

/// <summary>
/// A whole activity, from private writing to insights, with a facilitator and five participants at once: Amina at a desk, Kay by keyboard
/// alone, Noor and Ivo on phones, Ivo without scripts, and Ruth, who also writes for somebody.
/// </summary>
[Trait("Category", "Browser")]
public sealed class WorkshopTests(SampleHost host, BrowserFixture browser) : IClassFixture<SampleHost>
{
    private readonly WorkshopRoom _room = new(host.Address, browser);

    [Fact]
    public async Task A_group_runs_a_whole_activity()
    {
        await PlanAsync();
        await ComeInAsync();
        await WriteInPrivateAsync();
        await RevealAsync();
        await GroupAsync();
        await DecideAsync();
        await KeepAsync();
    }

    private async Task PlanAsync()
    {
        var sample = await host.SampleAsync();
        using var facilitator = await host.SignedInAsync("facilitator");
        var plan = new
        {
            plan = new { title = "An evening by the sea", purpose = "", phase = "create", rung = "coDesigned", minutes = 60 },
            board = new
            {
                question = "What would make you feel safe here?",
                columns = new[] { "Now", "What would help" },
                stages = new[] { "privateWriting", "reveal", "group", "vote", "discuss" },
                minutes = new[] { 10, 5, 10, 5, 10 },
                deciding = "consent",
                dots = 0,
            },
        };
        var answer = await facilitator.PostJsonAsync($"/api/projects/{sample.Running}/commands/plan-activity", plan);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var made = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        _room.Here = $"/projects/{sample.Running}/activities/{made.GetProperty("id").GetString()}";
    }

    private async Task ComeInAsync()
    {
        await _room.LeadAsync();
        await _room.EnterAsync("Amina", "It is dark by the shelters", 1280, persona: "service-user");
        await _room.EnterAsync("Ruth", "My clients stay in after four", 1280, persona: "provider");
        await _room.EnterAsync("Kay", "Lamps along the path would help", 1280);
        await _room.EnterAsync("Noor", "I walk with a neighbour", 390);
        await _room.EnterAsync("Ivo", "Somewhere warm to sit", 390, scripts: false);
        foreach (var (page, _, _) in _room.People.Values) await Expect(page.Locator("#main")).ToContainTextAsync("This hasn’t begun yet");
    }

    private async Task WriteInPrivateAsync()
    {
        await _room.MoveToAsync("Write for yourself");
        await _room.FollowAsync("Write, just for you");
        foreach (var name in new[] { "Amina", "Ruth", "Noor", "Ivo" })
        {
            var (page, _, note) = _room[name];
            await page.Locator("#add-note textarea").FillAsync(note);
            await page.PressAsync("Add this note");
            await Expect(page.Locator(".notes")).ToContainTextAsync(note);
        }

        var kay = _room["Kay"].Page;
        await kay.TabToAsync("#add-note textarea");
        await kay.Keyboard.TypeAsync(_room["Kay"].Note);
        await kay.TabToAsync("#add-note button[type=submit]");
        await kay.Keyboard.PressAsync("Enter");
        await Expect(kay.Locator(".notes")).ToContainTextAsync(_room["Kay"].Note);

        var ruth = _room["Ruth"].Page;
        await ruth.GetByText("Write for somebody", new() { Exact = true }).ClickAsync();
        await ruth.GetByLabel("What they said").FillAsync("I would come if it were light");
        await ruth.GetByLabel("What they would like to be called").FillAsync("Margaret");
        await ruth.GetByLabel("They agreed that I write this down").CheckAsync();
        await ruth.PressAsync("Add their notes");
        await Expect(ruth.Locator(".notes")).ToContainTextAsync("for Margaret");

        foreach (var (name, (_, wire, note)) in _room.People)
        {
            await wire.ShouldHoldAsync(note);
            await wire.ShouldNotHoldAsync([.. _room.People.Where(other => other.Key != name).Select(other => other.Value.Note)]);
        }
    }

    private async Task RevealAsync()
    {
        // Noor is in the middle of a sentence when the group moves on.
        var noor = _room["Noor"].Page;
        var field = noor.Locator("#add-note textarea");
        await field.FillAsync("And when it");
        await field.FocusAsync();
        var place = (await field.BoundingBoxAsync())!.Y;
        await _room.MoveToAsync("Read what everybody wrote");
        await Expect(noor.Locator("co-follow")).ToContainTextAsync("The group has moved on");
        await Expect(noor.Locator(".board-section").First).ToContainTextAsync(_room["Amina"].Note);
        await Expect(field).ToBeFocusedAsync();
        await Expect(field).ToHaveValueAsync("And when it");
        await noor.StaysAsync("#add-note textarea", place);
        await field.PressSequentiallyAsync(" rains, the bus");
        await noor.PressAsync("Add this note");
        await noor.Locator("co-follow a").ClickAsync();

        await _room.FollowAsync("Add a note");
        foreach (var (page, _, _) in _room.People.Values)
        {
            foreach (var (_, _, note) in _room.People.Values) await Expect(page.Locator("#main")).ToContainTextAsync(note);
            await Expect(page.Locator("#main")).ToContainTextAsync("And when it rains, the bus");
        }

        await Note(_room["Amina"].Page, _room["Kay"].Note).GetByRole(AriaRole.Button, new() { Name = "Me too" }).ClickAsync();
        await Expect(Note(_room["Ruth"].Page, _room["Kay"].Note)).ToContainTextAsync("Me too 1");
    }

    private async Task GroupAsync()
    {
        await _room.MoveToAsync("Put notes in groups");
        await _room.FollowAsync("Add a note");
        var (kay, ruth, ivo) = (_room["Kay"].Page, _room["Ruth"].Page, _room["Ivo"].Page);

        await OpenByKeyboardAsync(kay, _room["Kay"].Note);
        await kay.TabToAsync("#make-group input[name=name]");
        await kay.Keyboard.TypeAsync("Light");
        await kay.TabToAsync("#make-group button[type=submit]");
        await kay.Keyboard.PressAsync("Enter");
        await Expect(Group(ruth, "Light")).ToContainTextAsync(_room["Kay"].Note);

        var select = Note(kay, _room["Amina"].Note).Locator("select");
        await Expect(select).ToBeVisibleAsync();
        await select.FocusAsync();
        await select.SelectOptionAsync("Light");
        await Expect(Note(Group(kay, "Light"), _room["Amina"].Note).Locator("select")).ToBeFocusedAsync();
        await Expect(Group(ruth, "Light")).ToContainTextAsync(_room["Amina"].Note);

        await Note(ivo, "I would come if it were light").GetByRole(AriaRole.Link).ClickAsync();
        await ivo.GetByLabel("Move to a group").SelectOptionAsync("Light");
        await ivo.PressAsync("Move", exact: true);
        await Expect(Group(ruth, "Light")).ToContainTextAsync("I would come if it were light");

        await Expect(_room.Fay.Locator("co-timer")).ToHaveCountAsync(0);
        await _room.Fay.SubmitAsync("Start the timer");
        await Expect(_room["Noor"].Page.Locator("co-timer")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^\d+:\d\d$"));
        await _room.Fay.GetByText("Bring everybody together").ClickAsync();
        await _room.Fay.GetByLabel("A note or group to look at together").SelectOptionAsync("Light");
        await _room.Fay.SubmitAsync("Bring everybody there");
        await Expect(_room["Noor"].Page.Locator(".gathered")).ToContainTextAsync("Light");
        await Expect(_room["Noor"].Page.Locator(".gathered-here")).ToBeInViewportAsync();
        await _room.Fay.SubmitAsync("Let everybody look around again");
        await Expect(_room["Noor"].Page.Locator(".gathered")).ToHaveCountAsync(0);
    }

    private async Task DecideAsync()
    {
        const string reason = "Bright lamps would wake the street.";
        await _room.MoveToAsync("Decide");
        await _room.FollowAsync("Your decision");
        foreach (var (name, (page, _, _)) in _room.People)
        {
            var light = page.GetByRole(AriaRole.Group, new() { Name = "Light", Exact = true });
            await light.GetByLabel(name == "Ruth" ? "I object, because…" : "Yes", new() { Exact = true }).CheckAsync();
            if (name == "Ruth") await page.Locator(".ballot-option").First.GetByLabel("Why?").FillAsync(reason);
            await page.PressAsync("Send my decision");
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your decision is in" })).ToBeVisibleAsync();
        }

        await _room["Ruth"].Wire.ShouldHoldAsync(reason);
        foreach (var (_, (_, wire, _)) in _room.People.Where(person => person.Key != "Ruth")) await wire.ShouldNotHoldAsync(reason, "people voted", "1 objection");

        await _room.MoveToAsync("Talk about it");
        await _room.FollowAsync("What the group decided");
        foreach (var (page, _, _) in _room.People.Values)
        {
            await Expect(page.Locator(".ballot-result tr").Filter(new() { HasText = "Light" })).ToContainTextAsync("1 objection");
            await Expect(page.Locator(".ballot-result")).ToContainTextAsync(reason);
        }
    }

    private async Task KeepAsync()
    {
        await _room.Fay.GetByRole(AriaRole.Link, new() { Name = "Keep notes as insights or ideas" }).ClickAsync();
        await _room.Fay.GetByRole(AriaRole.Checkbox, new() { Name = _room["Amina"].Note }).CheckAsync();
        await _room.Fay.GetByRole(AriaRole.Checkbox, new() { Name = _room["Noor"].Note }).CheckAsync();
        await _room.Fay.GetByLabel("Whose words are they?").SelectOptionAsync("Somebody who uses the service");
        await _room.Fay.SubmitAsync("Keep them");
        await Expect(Note(_room["Ruth"].Page, _room["Amina"].Note)).ToContainTextAsync("Kept as an insight");

        await _room.Fay.GotoAsync(_room.Here + "?show=keep");
        await _room.Fay.GetByRole(AriaRole.Checkbox, new() { Name = _room["Kay"].Note }).CheckAsync();
        await _room.Fay.GetByRole(AriaRole.Radio, new() { Name = "Ideas" }).CheckAsync();
        await _room.Fay.GetByLabel("Whose words are they?").SelectOptionAsync("Somebody who uses the service");
        await _room.Fay.SubmitAsync("Keep them");

        var amina = _room["Amina"].Page;
        var project = _room.Here[.._room.Here.IndexOf("/activities", StringComparison.Ordinal)];
        await amina.GotoAsync($"{project}/insights");
        await Expect(amina.Locator(".wall li").Filter(new() { HasText = _room["Amina"].Note })).ToContainTextAsync("You");
        await Expect(amina.Locator(".wall")).ToContainTextAsync(_room["Noor"].Note);
        await amina.GotoAsync($"{project}/ideas");
        await Expect(amina.Locator("#main")).ToContainTextAsync(_room["Kay"].Note);
    }

    private static async Task OpenByKeyboardAsync(IPage page, string note)
    {
        var id = await Note(page, note).GetAttributeAsync("id");
        await page.TabToAsync($"#{id} a");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "One note" })).ToBeVisibleAsync();
    }
}

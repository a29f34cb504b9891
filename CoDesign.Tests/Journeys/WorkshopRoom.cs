using CoDesign.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoDesign.Tests.Journeys;

/// <summary>Somebody in a workshop: their page, all that reached their browser, and the note that they write.</summary>
internal sealed record Taking(IPage Page, Wire Wire, string Note);

/// <summary>A workshop with its facilitator and all who take part, each with a browser of their own, and what is looked for on their pages.</summary>
internal sealed class WorkshopRoom(Uri site, BrowserFixture browser)
{
    private readonly Dictionary<string, Taking> _people = [];

    /// <summary>The address of the activity.</summary>
    public string Here { get; set; } = "";

    /// <summary>The facilitator's page.</summary>
    public IPage Fay { get; private set; } = null!;

    public IReadOnlyDictionary<string, Taking> People => _people;

    public Taking this[string name] => _people[name];

    public static ILocator Note(ILocator within, string words) => within.Locator("li.note").Filter(new() { HasText = words });

    public static ILocator Note(IPage page, string words) => page.Locator("li.note").Filter(new() { HasText = words });

    public static ILocator Group(IPage page, string name) => page.Locator(".board-section").Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = name }) });

    public async Task LeadAsync()
    {
        Fay = await browser.PersonAsync(site, persona: "facilitator");
        await Fay.GotoAsync(Here);
    }

    /// <summary>Somebody joins with the code, or signs in, and comes to the activity.</summary>
    public async Task EnterAsync(string name, string note, int width, bool scripts = true, string? persona = null)
    {
        var page = await browser.PersonAsync(site, width, scripts: scripts, persona: persona);
        var wire = Wire.Of(page);
        if (persona is null)
        {
            await page.GotoAsync("/join");
            await page.GetByLabel("Code").FillAsync("246 810");
            await page.PressAsync("Go on");
            await page.GetByLabel("What shall we call you?").FillAsync(name);
            await page.GetByLabel("That is all right with me").CheckAsync();
            await page.PressAsync("Join in");
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Young carers in Marlshire");
        }

        await page.GotoAsync(Here);
        _people[name] = new Taking(page, wire, note);
    }

    /// <summary>Fay moves everybody to a stage.</summary>
    public Task MoveToAsync(string stage) => Fay.SubmitAsync(stage, exact: true);

    /// <summary>Everybody's page moves by itself, but for who has no scripts and looks for news.</summary>
    public async Task FollowAsync(string heading)
    {
        await _people["Ivo"].Page.GotoAsync(Here);
        foreach (var (page, _, _) in _people.Values)
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true })).ToBeVisibleAsync();
    }
}

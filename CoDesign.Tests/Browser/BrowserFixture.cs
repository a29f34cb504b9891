using Deque.AxeCore.Commons;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(CoDesign.Tests.Browser.BrowserFixture))]

namespace CoDesign.Tests.Browser;

/// <summary>One Chromium for all browser tests, started by the first; each person gets a context of their own.</summary>
public sealed class BrowserFixture : IAsyncDisposable
{
    private static readonly string[] _flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> _started = new(async () =>
    {
        Assertions.SetDefaultExpectTimeout((float)Patience.Limit.TotalMilliseconds);
        var playwright = await Playwright.CreateAsync();
        return (playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = _flags }));
    });

    /// <summary>Somebody with a browser of their own.</summary>
    public async Task<IPage> PersonAsync(Uri address, int width = 1280, bool dark = false, bool scripts = true, string? persona = null)
    {
        var (_, browser) = await _started.Value;
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = scripts,
            Locale = "en-GB",
            TimezoneId = "Europe/London",
        });
        if (persona is not null)
        {
            var answer = await context.APIRequest.PostAsync($"/dev/sign-in/{persona}");
            Assert.Equal(204, answer.Status);
        }

        context.SetDefaultTimeout((float)Patience.Limit.TotalMilliseconds);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_started.IsValueCreated) return;
        var (playwright, browser) = await _started.Value;
        await browser.CloseAsync();
        playwright.Dispose();
    }

    private static string Chromium => Environment.GetEnvironmentVariable("CHROMIUM_PATH")
        ?? (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => new[] { "chromium-headless-shell", "chromium", "chromium-browser", "google-chrome" }.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("Browser tests need Chromium: install it, or say where it is in CHROMIUM_PATH.");
}

/// <summary>What browser tests ask of any page.</summary>
public static class PageChecks
{
    private const string Run = """
        async () => (await axe.run({
          runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
          resultTypes: ["violations"] })).violations.map(found => `${found.id} on ${found.nodes[0].html}`)
        """;

    /// <summary>The innermost of what reaches furthest to the side.</summary>
    private const string Widest = """
        () => [...document.querySelectorAll("body *")].map(one => [one.getBoundingClientRect().right, one])
          .reduce((far, one) => one[0] >= far[0] ? one : far)[1].outerHTML.slice(0, 300)
        """;

    private static readonly string _axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>axe finds nothing, and nothing has to be scrolled sideways.</summary>
    public static async Task ShouldBeAccessibleAsync(this IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window")) await page.EvaluateAsync(_axe);
        var found = await page.EvaluateAsync<string[]>(Run);
        Assert.True(found.Length == 0, $"{page.Url}: {string.Join("; ", found)}");
        var (wide, view) = (await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), page.ViewportSize!.Width);
        Assert.True(wide <= view, $"{page.Url} is {wide} wide in a window of {view}: {await page.EvaluateAsync<string>(Widest)}");
    }

    /// <summary>Keeps a picture of the page beside the test results.</summary>
    public static Task KeepPictureAsync(this IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine("TestResults", "pictures", $"{name}.png"), FullPage = true });
}

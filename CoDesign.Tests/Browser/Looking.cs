using Microsoft.Playwright;

namespace CoDesign.Tests.Browser;

/// <summary>Looking at pages twice: as they come, in light and wide; with every fold open, in dark and as narrow as 400 % zoom makes it.</summary>
internal static class Looking
{
    private const string Unfold = "() => [...document.querySelectorAll('main details:not([open])')].map(fold => fold.open = true).length";

    /// <summary>Goes to pages as one of the sample people, and looks at each.</summary>
    public static async Task LookAsync(this BrowserFixture browser, Uri host, string persona, params string[] addresses)
    {
        var page = await browser.PersonAsync(host, persona: persona);
        foreach (var address in addresses) await page.LookAtAsync(address, persona);
        await page.LeaveAsync();
    }

    /// <summary>Goes to a page and looks at it.</summary>
    /// <param name="page">Somebody's browser.</param>
    /// <param name="address">Where to.</param>
    /// <param name="persona">Whose browser it is, to say it where something is wrong.</param>
    public static async Task LookAtAsync(this IPage page, string address, string persona)
    {
        await page.LightAndWideAsync();
        var answer = await page.GotoAsync(address);
        Assert.True(answer?.Status == 200, $"{persona} got {answer?.Status} for {address}");
        await page.ShouldBeAccessibleAsync();
        if (await page.EvaluateAsync<int>(Unfold) > 0) await page.ShouldBeAccessibleAsync();
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await page.SetViewportSizeAsync(320, 900);
        await page.ShouldBeAccessibleAsync();
    }

    private static async Task LightAndWideAsync(this IPage page)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(1280, 900);
    }
}

using Microsoft.Playwright;

namespace CoDesign.Tests.Browser;

/// <summary>What people do on any page.</summary>
public static class PageActs
{
    /// <summary>Presses a button that leaves the page as it is.</summary>
    public static Task PressAsync(this IPage page, string button, bool exact = false) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = exact }).First.ClickAsync();

    /// <summary>Presses a button after which the page, or another one, is loaded.</summary>
    public static Task SubmitAsync(this IPage page, string button, bool exact = false) =>
        page.LoadsAsync(() => page.PressAsync(button, exact));

    /// <summary>Presses a button that asks first, and says yes.</summary>
    public static Task ConfirmAsync(this IPage page, string button) => page.LoadsAsync(async () =>
    {
        await page.PressAsync(button);
        await page.Locator("#confirm [data-yes]").ClickAsync();
    });

    /// <summary>Does something after which the page, or another one, is loaded.</summary>
    public static async Task LoadsAsync(this IPage page, Func<Task> act)
    {
        await page.EvaluateAsync("() => { window.before = true; }");
        await act();
        await page.WaitForFunctionAsync("() => !window.before && document.readyState === 'complete'");
    }

    /// <summary>Presses Tab until something has the focus; a page on which that takes a hundred can't be used.</summary>
    public static async Task TabToAsync(this IPage page, string selector)
    {
        for (var presses = 0; presses < 100; presses++)
        {
            if (await page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector) ?? false", selector)) return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"Tab doesn't lead to {selector} on {page.Url}.");
    }

    /// <summary>
    /// Closes somebody's browser, from an empty page: Chromium may wait for ever to close one in which a page is just being loaded.
    /// </summary>
    public static async Task LeaveAsync(this IPage page)
    {
        await page.GotoAsync("about:blank");
        await page.Context.CloseAsync();
    }

    /// <summary>Something stands where it stood in the window, once the page has settled.</summary>
    public static async Task StaysAsync(this IPage page, string selector, float place)
    {
        var now = float.NaN;
        for (var frames = 0; frames < 100 && !(Math.Abs(now - place) <= 2); frames++)
        {
            await page.EvaluateAsync("() => new Promise(requestAnimationFrame)");
            now = (await page.Locator(selector).BoundingBoxAsync())!.Y;
        }

        Assert.Equal(place, now, 2f);
    }
}

using System.Text.RegularExpressions;
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

    /// <summary>
    /// Waits until a page is loaded whose address ends as a pattern says. The browser is asked again and again: who waits for
    /// the event instead (WaitForURLAsync) can miss it between looking and listening, and then waits for ever.
    /// </summary>
    public static async Task ArriveAsync(this IPage page, string ending)
    {
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(ending + "$"));
        await page.WaitForFunctionAsync("() => document.readyState === 'complete'");
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

    /// <summary>By keys alone: goes to a button and presses it, after which the page, or another one, is loaded.</summary>
    public static async Task EnterAsync(this IPage page, string button)
    {
        await page.TabToAsync(button);
        await page.LoadsAsync(() => page.Keyboard.PressAsync("Enter"));
    }

    /// <summary>By keys alone: presses a button that asks first, and says yes.</summary>
    public static async Task EnterAndSayYesAsync(this IPage page, string button)
    {
        await page.TabToAsync(button);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#confirm[open]").WaitForAsync();
        await page.EnterAsync("#confirm [data-yes]");
    }

    /// <summary>By keys alone: opens what is folded around something.</summary>
    public static async Task UnfoldAsync(this IPage page, string folded)
    {
        await page.TabToAsync($"details:has({folded}) > summary");
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>By keys alone: ticks a box, or takes the first of some choices.</summary>
    public static async Task TickAsync(this IPage page, string box)
    {
        await page.TabToAsync(box);
        await page.Keyboard.PressAsync("Space");
    }

    /// <summary>By keys alone: writes into a field, instead of what is in it.</summary>
    public static async Task WriteAsync(this IPage page, string field, string words)
    {
        await page.TabToAsync(field);
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync(words);
    }

    /// <summary>By keys alone: gives an empty field for a time the beginning of this year, or a day of the next.</summary>
    public static async Task GiveTimeAsync(this IPage page, string field, bool nextYear)
    {
        await page.TabToAsync(field);
        for (var part = 0; part < 6; part++)
        {
            for (var up = 0; up < (nextYear ? 2 : 1); up++) await page.Keyboard.PressAsync("ArrowUp");
            await page.Keyboard.PressAsync("ArrowRight");
        }
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

using System.Net;
using System.Reflection;
using CoDesign.App.Evaluations;
using CoDesign.Tests.Browser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Playwright;

namespace CoDesign.Tests.Journeys;

/// <summary>
/// Everybody goes through all screens of panels that they find: by their addresses, and from link to link. Each screen that
/// looks otherwise than those before it is looked at in the browser; who finds nothing there, or only what was looked at, costs a request.
/// </summary>
internal sealed class PanelScreens(JourneyHost host, BrowserFixture browser)
{
    /// <summary>Everybody who could have to do with a panel, and some who don't.</summary>
    private static readonly string[] _everybody = ["moderator", "commissioner", "evaluator-1", "evaluator-2", "evaluator-3", "member", "facilitator", "administrator", "service-user", "provider"];

    private static readonly string[] _routes = [.. typeof(PanelPage).Assembly.GetTypes().Where(type => type.Namespace == typeof(PanelPage).Namespace)
        .SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template)];

    private static readonly (string Route, TemplateMatcher Matcher)[] _matchers = [.. _routes.Select(route => (route, new TemplateMatcher(TemplateParser.Parse(route), [])))];

    private readonly HashSet<string> _shapes = [];
    private readonly HashSet<string> _found = [];
    private readonly Dictionary<string, IPage> _pages = [];

    /// <summary>The screens that nobody has found so far.</summary>
    public IEnumerable<string> Missing => _routes.Except(_found);

    /// <summary>Everybody looks at all that they find of a panel now.</summary>
    public async Task LookAsync(TenderOnSite tender)
    {
        foreach (var persona in _everybody)
        {
            foreach (var address in await NewOnesAsync(persona, tender.Panel)) await (await PageOfAsync(persona)).LookAtAsync(address, persona);
        }
    }

    /// <summary>Closes everybody's browser.</summary>
    public async Task LeaveAsync()
    {
        foreach (var page in _pages.Values) await page.LeaveAsync();
    }

    /// <summary>Where somebody finds screens of a panel that look as none before.</summary>
    private async Task<List<string>> NewOnesAsync(string persona, string panel)
    {
        // Signed in anew each time: a story may take weeks.
        using var visitor = await host.SignedInAsync(persona);
        var (ways, known, fresh) = (new Queue<string>(), new HashSet<string>(), new List<string>());
        foreach (var route in _routes.Where(route => route.Count(c => c == '{') == 1)) Add(route.Replace("/panels/{Id}", panel, StringComparison.Ordinal));
        while (ways.TryDequeue(out var address))
        {
            using var answer = await visitor.GetAsync(address);
            if (answer.StatusCode is HttpStatusCode.NotFound && (persona != "commissioner" || address != panel)) continue;
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{persona} got {answer.StatusCode} for {address}");
            var main = (await visitor.ReadAsync(answer)).QuerySelector("main")!;
            Assert.True(PageShape.Disorder(main) is null, $"{persona} {address} {PageShape.Disorder(main)}");
            if (_found.Add(RouteOf(address)!) | PageShape.Of(main).Where(_shapes.Add).ToArray() is not []) fresh.Add(address);
            foreach (var link in main.QuerySelectorAll("a[href]")) Add(link.GetAttribute("href")!.Split('#')[0]);
        }

        return fresh;

        void Add(string address)
        {
            if (address.StartsWith(panel, StringComparison.Ordinal) && RouteOf(address) is not null && known.Add(address)) ways.Enqueue(address);
        }
    }

    private static string? RouteOf(string address) =>
        _matchers.FirstOrDefault(one => one.Matcher.TryMatch(address.Split('?')[0], [])).Route;

    private async Task<IPage> PageOfAsync(string persona)
    {
        if (!_pages.TryGetValue(persona, out var page)) return _pages[persona] = await browser.PersonAsync(host.Address, persona: persona);
        await page.Context.APIRequest.PostAsync($"/dev/sign-in/{persona}");
        return page;
    }
}

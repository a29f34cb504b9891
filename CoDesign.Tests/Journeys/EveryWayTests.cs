using System.Net;
using System.Reflection;
using CoDesign.Tests.Browser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing.Template;

namespace CoDesign.Tests.Journeys;

/// <summary>Whoever goes from page to page finds every screen, and no way that leads nowhere.</summary>
public sealed class EveryWayTests(SampleHost host) : IClassFixture<SampleHost>
{
    /// <summary>Of pages that are many, these are enough for each person.</summary>
    private const int Enough = 12;

    private static readonly string?[] _everybody = [null, "commissioner", "facilitator", "service-user", "provider", "provider-2", "evaluator-1", "evaluator-3", "moderator", "member", "administrator"];

    /// <summary>Where only a letter, a code or a mishap leads, or what nobody of the sample has: a part in another's bid, a card of their own.</summary>
    private static readonly string[] _elsewhere =
    [
        "/join/{code}", "/follow/{Token}", "/follow/{Token}/stop", "/problem/{Status:int}", "/set-password", "/dev/outbox",
        "/bids/{Id}/join/{Invitation}", "/bids/{Id}/partners/{Invitation}", "/providers/{Id}/join/{Code}", "/bids/{Id}/part", "/projects/{Id}/deck/{Key}/change",
    ];

    private static readonly (string Route, TemplateMatcher Matcher)[] _routes = [.. typeof(App.Shell.App).Assembly.GetTypes()
        .SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template)
        .OrderBy(route => route.Count(c => c == '{')).Select(route => (route, new TemplateMatcher(TemplateParser.Parse(route), [])))];

    [Fact]
    public async Task Every_way_leads_to_a_page_that_is_in_order_and_every_screen_is_found()
    {
        await host.SampleAsync();
        var (found, wrong) = (new HashSet<string>(), new List<string>());
        foreach (var persona in _everybody)
        {
            using var visitor = persona is null ? host.NewVisitor() : await host.SignedInAsync(persona);
            var (ways, known, counts) = (new Queue<(string From, string To)>([("", "/")]), new HashSet<string>(), new Dictionary<string, int>());
            while (ways.TryDequeue(out var way))
            {
                var address = way.To;
                if (RouteOf(address) is not { } route || !known.Add(address) || (counts[route] = counts.GetValueOrDefault(route) + 1) > Enough) continue;
                using var answer = await visitor.GetAsync(address);
                if (answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther) continue;
                if (answer.StatusCode != HttpStatusCode.OK)
                {
                    wrong.Add($"{persona} is led from {way.From} to {address}: {answer.StatusCode}");
                    continue;
                }

                found.Add(route);
                var page = await visitor.ReadAsync(answer);
                if (PageShape.Disorder(page.QuerySelector("main")!) is { } disorder) wrong.Add($"{persona} {address} {disorder}");
                foreach (var link in page.QuerySelectorAll("a[href^='/']:not([download])")) ways.Enqueue((address, link.GetAttribute("href")!.Split('#')[0]));
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Empty(_routes.Select(one => one.Route).Except(_elsewhere).Except(found));
    }

    private static string? RouteOf(string address) => _routes.FirstOrDefault(one => one.Matcher.TryMatch(address.Split('?')[0], [])).Route;
}

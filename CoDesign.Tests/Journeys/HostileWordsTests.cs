using System.Collections.Concurrent;
using CoDesign.App.Live;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Specifications;
using CoDesign.Domain.Tenders;
using CoDesign.Domain.Text;
using CoDesign.Domain.Thread;
using CoDesign.Tests.Browser;
using CoDesign.Tests.Projects;
using CoDesign.Tests.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace CoDesign.Tests.Journeys;

/// <summary>Words that were written to do harm do none on any page that shows them.</summary>
[Trait("Category", "Browser")]
public sealed class HostileWordsTests(HostFixture host, BrowserFixture browser) : IClassFixture<HostFixture>
{
    private const string Harm = "() => [...(document.getElementById('main') ?? document.body).querySelectorAll('*')].flatMap(e => [...e.attributes].map(a => `${e.tagName} ${a.name}=${a.value}`))"
        + ".filter(a => /^\\S+ on/i.test(a) || /^(A|AREA|FORM|IMG|IFRAME|OBJECT|EMBED|SVG) \\S+=\\s*(javascript|vbscript|data|blob|file):/i.test(a) || /^(IFRAME|OBJECT|EMBED|BASE|META|MATH) /.test(a))";

    [Fact]
    public async Task No_page_runs_loads_or_points_to_what_they_say()
    {
        // Control characters are refused before they are kept.
        var words = string.Join("\n\n", HostileMarkdown.All.Select(row => row.Data).Where(text => !text.Any(c => char.IsControl(c) && c is not '\n')));
        var (site, clause) = await SayAsync(words);
        var harm = new ConcurrentQueue<string>();
        foreach (var persona in new[] { "commissioner", "service-user" })
        {
            var page = await browser.PersonAsync(host.Address, persona: persona);
            page.Dialog += (_, dialog) =>
            {
                harm.Enqueue($"{page.Url} opened {dialog.Message}");
                _ = dialog.DismissAsync();
            };
            page.Request += (_, request) =>
            {
                if (new Uri(request.Url) is { Scheme: "http" or "https" } to && to.Authority != host.Address.Authority) harm.Enqueue($"{page.Url} asked {request.Url}");
            };
            foreach (var path in new[] { $"specification?clause={clause}", $"specification/{clause}/history?who=true", "insights", "outcomes", "thread", "thread/gaps", "thread/told", "report", "tender/documents" })
            {
                var answer = await page.GotoAsync(site.Page(path));
                Assert.True(answer?.Status == 200, $"{persona} got {answer?.Status} for {path}");
                if (path.StartsWith("specification?", StringComparison.Ordinal)) await page.Locator("co-text[ready]").WaitForAsync();
                foreach (var found in await page.EvaluateAsync<string[]>(Harm)) harm.Enqueue($"{page.Url} holds {found}");
            }

            // Kept as a file, the report is opened without this site's rules.
            var kept = await page.Context.APIRequest.GetAsync(site.Page("report.html"));
            await page.GotoAsync("about:blank");
            await page.SetContentAsync(await kept.TextAsync());
            foreach (var found in await page.EvaluateAsync<string[]>(Harm)) harm.Enqueue($"The file holds {found}");
            await page.LeaveAsync();
        }

        Assert.True(harm.IsEmpty, string.Join("\n", harm));
    }

    private async Task<(ProjectOnSite Site, ClauseId Clause)> SayAsync(string words)
    {
        var site = await ProjectOnSite.MakeAsync(host.Services);
        var clause = new ClauseId(await site.DoAsync("commissioner", new AddClause("<img src=x onerror=alert(1)>", ClauseKind.Need, [])));
        await site.DoAsync("commissioner", new EaseClause(clause, words));
        var insight = await site.DoAsync("service-user", new CaptureInsight(words, SourceKind.ServiceUser, ["<b>"]));
        await site.DoAsync("service-user", new DescribeOutcome("<svg/onload=alert(1)> [x](javascript:alert(1))", []));
        await site.DoAsync("facilitator", new LinkThread(new ThreadLink(new ThreadRef(ThreadKind.Insight, insight), new ThreadRef(ThreadKind.Clause, clause.Value))));
        var (live, tom, operation) = (host.Services.GetRequiredService<LiveStreams>(), ProjectOnSite.Person("commissioner"), new OperationId(Guid.NewGuid()));
        Assert.Null((await live.ExecuteAsync(clause.Text, new ReplaceText(0, "", words), tom, operation)).Refusal);
        var tender = await live.ExecuteAsync(LiveStreams.NewStream("tender", tom, operation), new CreateTender(site.Id, "<iframe src=//evil.example>"), tom, operation);
        await host.Services.GetRequiredService<Reactors>().Settled(tender);
        return (site, clause);
    }
}

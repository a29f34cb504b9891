using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CoDesign.Bench;

/// <summary>
/// A specification of 200 pages: 100,000 words over 100 clauses, one of which has 100,000 changes in its history. Opening its
/// page, moving through the history, what a text costs in memory, and a change on 200 screens.
/// </summary>
internal static class LongTextBench
{
    private const int Clauses = 100;
    private const int WordsInEach = 1_000;
    private const int Changes = 100_000;
    private const int AtOnce = 200;
    private const int Looks = 100;
    private static readonly string[] _words = ["meals", "are", "warm", "and", "nobody", "eats", "alone", "on", "Fridays", "the", "bus", "comes", "late", "so", "we", "wait", "for", "it", "together"];

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("codesign-bench-");
        try
        {
            string project;
            string[] clauses;
            await using (var first = await Server.StartAsync(folder))
            {
                using var site = await Site.BeginAsync(first.Address);
                (project, clauses) = (site.Project, await WriteAsync(site));
            }

            await using var server = await Server.StartAsync(folder, tellsHeap: true);
            using var again = await Site.ReturnAsync(server.Address, project);
            await OpenAsync(server, again, clauses);
            await PlayAsync(server, again, clauses[0]);
            await ShowAsync(server, again, clauses[0]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Page(Site site, string clause) => $"/projects/{site.Project}/specification?clause={clause}";

    private static async Task<string[]> WriteAsync(Site site)
    {
        var random = new Random(1);
        var clauses = new string[Clauses];
        for (var i = 0; i < Clauses; i++)
        {
            clauses[i] = (await site.DoAsync("add-clause", new { title = $"Clause {i + 1}", kind = "need", from = Array.Empty<string>() })).GetProperty("id").GetString()!;
            if (i > 0) await site.DoAsync("texts", clauses[i], "replace-text", new { version = 0, shown = "", text = Words(random) });
        }

        await TypeAsync(site, clauses[0], random);
        return clauses;
    }

    /// <summary>Words come and go at any place of the clause, in turn by four people.</summary>
    private static async Task TypeAsync(Site site, string clause, Random random)
    {
        var writers = new List<HttpClient>();
        for (var i = 0; i < 4; i++) writers.Add(site.ClientOf(await site.JoinToWriteAsync($"Writer {i}")));
        var longest = Words(new Random(1)).Length;
        var (length, version) = (0, 0);
        while (version < Changes)
        {
            var updates = new object[AtOnce];
            for (var i = 0; i < AtOnce; i++)
            {
                var word = _words[random.Next(_words.Length)] + " ";
                var gone = length > longest ? word.Length : 0;
                var at = random.Next(length - gone + 1);
                object[] changes = [at, gone > 0 ? new object[] { gone } : new object[] { 0, word }, length - gone - at];
                updates[i] = new { clientId = "bench", operationId = $"{version + i}", changes = changes.Where(part => part is not 0) };
                length += gone > 0 ? -gone : word.Length;
            }

            await Site.DoAsync(writers[version / AtOnce % writers.Count], "texts", clause, "push-updates", new { version, updates });
            version += AtOnce;
        }

        foreach (var writer in writers) writer.Dispose();
    }

    private static string Words(Random random)
    {
        var text = new StringBuilder();
        for (var i = 1; i <= WordsInEach; i++) text.Append(_words[random.Next(_words.Length)]).Append(i % 100 == 0 ? ".\n\n" : i % 12 == 0 ? ". " : " ");
        return text.ToString();
    }

    private static async Task OpenAsync(Server server, Site site, string[] clauses)
    {
        Table.Head(["a specification of 200 pages", .. Times.Heads, .. Machine.Heads]);
        await LookAsync(server, site, "its page, first after a start", [Page(site, clauses[1])]);
        await site.ReadAsync(Page(site, clauses[2]));
        var heap = await server.HeapAsync();
        await site.ReadAsync($"/api/texts/{clauses[0]}");
        var played = await server.HeapAsync();
        foreach (var clause in clauses.Skip(3)) await site.ReadAsync($"/api/texts/{clause}");
        var all = await server.HeapAsync();
        await LookAsync(server, site, "its page", clauses.Select(clause => Page(site, clause)));
        Table.Head("memory of a text that is open", "on the server's heap");
        Table.Row($"1,000 words after {Table.Number(Changes)} changes", $"{Table.Number((played - heap) / 1024.0)} KiB");
        Table.Row("1,000 words written at once", $"{Table.Number((all - played) / 1024.0 / (Clauses - 3))} KiB");
    }

    private static async Task PlayAsync(Server server, Site site, string clause)
    {
        var random = new Random(2);
        var page = $"/projects/{site.Project}/specification/{clause}/history";
        IEnumerable<string> At(Func<int, string> query) => Enumerable.Range(0, Looks).Select(_ => $"{page}?{query(random.Next(2_000, Changes + 1))}");
        Table.Head([$"history of {Table.Number(Changes)} changes", .. Times.Heads, .. Machine.Heads]);
        await LookAsync(server, site, "first after a start", [page]);
        await LookAsync(server, site, "any moment", At(at => $"at={at}"));
        await LookAsync(server, site, "the moment before", Enumerable.Range(0, Looks).Select(i => $"{page}?at={Changes / 2 - i}"));
        await LookAsync(server, site, "any moment, by who wrote it", At(at => $"at={at}&who=true"));
        await LookAsync(server, site, "what changed in 1,000 changes", At(at => $"at={at}&from={at - 1_000}"));
        await LookAsync(server, site, "what changed since the beginning", Enumerable.Repeat($"{page}?at={Changes}&from=0", 5));
    }

    private static async Task LookAsync(Server server, Site site, string name, IEnumerable<string> pages)
    {
        var (times, machine) = (new Times(), new Machine(server));
        foreach (var page in pages)
        {
            var began = Stopwatch.GetTimestamp();
            await site.ReadAsync(page);
            times.Add(began);
        }

        Table.Row([name, .. times.Percentiles, .. machine.Cores(server)]);
    }

    /// <summary>The words come first in the clause, in a sentence that is so long that the margin quotes it; then as a clause's title.</summary>
    private static async Task ShowAsync(Server server, Site site, string clause)
    {
        var text = JsonDocument.Parse(await site.ReadAsync($"/api/texts/{clause}")).RootElement;
        var (version, shown) = (text.GetProperty("version").GetInt64(), text.GetProperty("text").GetString()!);
        var rest = shown;
        await CircuitBench.MeasureAsync("words of a clause", server, site, Page(site, clause), async words =>
        {
            var next = string.Create(CultureInfo.InvariantCulture, $"{words}{string.Concat(Enumerable.Repeat(" and so on", 10))}.\n\n{rest}");
            await site.DoAsync("texts", clause, "replace-text", new { version, shown, text = next });
            (version, shown) = (version + 1, next);
        });
        await CircuitBench.MeasureAsync("title of a clause", server, site, Page(site, clause), words => site.DoAsync("rename-clause", new { clause, title = words }));
    }
}

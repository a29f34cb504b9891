using System.Globalization;
using System.Text;

namespace CoDesign.Bench;

/// <summary>A tender's pack of 100 pages that 200 officers have open whole, while the words of a clause change, and then its title.</summary>
internal static class PackBench
{
    private const int Clauses = 100;
    private const int Paragraphs = 5;
    private const int WordsInEach = 100;
    private static readonly string[] _words = ["meals", "are", "warm", "and", "nobody", "eats", "alone", "on", "Fridays", "the", "bus", "comes", "late", "so", "we", "wait", "for", "it", "together"];

    public static async Task RunAsync()
    {
        await using var server = await Server.StartAsync();
        using var site = await Site.BeginAsync(server.Address);
        var (random, clauses) = (new Random(1), new List<(string Id, string Text)>());
        for (var i = 0; i < Clauses; i++)
        {
            var id = (await site.DoAsync("add-clause", new { title = $"Clause {i + 1}", kind = "need", from = Array.Empty<string>() })).GetProperty("id").GetString()!;
            var text = Text(random);
            await site.DoAsync("texts", id, "replace-text", new { version = 0, shown = "", text });
            clauses.Add((id, text));
        }

        await site.MakeAsync("tenders", new { project = site.Project, title = "Warm meals" });
        var (clause, rest) = clauses[Clauses / 2];
        var (version, shown) = (1, rest);
        var page = $"/projects/{site.Project}/tender/documents";
        await CircuitBench.MeasureAsync("pack of 100 pages, words of a clause", server, site, page, async words =>
        {
            var next = string.Create(CultureInfo.InvariantCulture, $"{words}.\n\n{rest}");
            await site.DoAsync("texts", clause, "replace-text", new { version, shown, text = next });
            (version, shown) = (version + 1, next);
        }, join: site.JoinToWriteAsync);
        await CircuitBench.MeasureAsync("pack of 100 pages, title of a clause", server, site, page, words => site.DoAsync("rename-clause", new { clause, title = words }), join: site.JoinToWriteAsync);
    }

    private static string Text(Random random)
    {
        var text = new StringBuilder();
        for (var i = 1; i <= Paragraphs * WordsInEach; i++) text.Append(_words[random.Next(_words.Length)]).Append(i % WordsInEach == 0 ? ".\n\n" : i % 12 == 0 ? ". " : " ");
        return text.ToString();
    }
}

using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CoDesign.Bench;

/// <summary>Many people on one text: from the call of a push to its arrival at each of the others.</summary>
internal static class TextBench
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(10);

    public static async Task RunAsync()
    {
        foreach (var (people, typing) in new[] { (50, 10), (200, 50), (300, 100) })
        {
            var folder = Directory.CreateTempSubdirectory("codesign-bench-");
            try
            {
                using var server = await Server.StartAsync(folder.FullName);
                await MeasureAsync(server, people, typing);
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
    }

    private static async Task MeasureAsync(Server server, int people, int typing)
    {
        var (code, clause) = await BeginAsync(server.Address);
        var news = new TextNews();
        var readers = new List<TextReader>();
        for (var i = 0; i < people; i++)
            readers.Add(await TextReader.OpenAsync(server.Address, await JoinAsync(server.Address, code, $"Person {i}"), clause, $"c{i}", news));

        using (var warm = new CancellationTokenSource(WarmUp)) await TypeAsync(readers, typing, warm.Token);
        var times = news.Begin();
        using (var enough = new CancellationTokenSource(Measured)) await TypeAsync(readers, typing, enough.Token);
        await TextNews.AllSeenAsync(readers);
        Console.WriteLine($"text: {people} people, {typing} typing: {news.Steps / Measured.TotalSeconds:0} steps/s, " +
            $"{times.Count} arrivals, {times}; server {server.WorkingSet} MiB");
        foreach (var reader in readers) await reader.DisposeAsync();
    }

    /// <summary>Each types four steps a second, beginning at another moment.</summary>
    private static Task TypeAsync(List<TextReader> readers, int typing, CancellationToken enough) =>
        Task.WhenAll(readers.Take(typing).Select((reader, i) => Task.Run(() => reader.TypeAsync(TimeSpan.FromMilliseconds(250.0 * i / typing), enough), CancellationToken.None)));

    private static async Task<(string Code, string Clause)> BeginAsync(Uri address)
    {
        using var client = new HttpClient { BaseAddress = address };
        using var signedIn = await client.PostAsync(new Uri("/dev/sign-in/commissioner", UriKind.Relative), null);
        signedIn.EnsureSuccessStatusCode();
        var project = (await PostAsync(client, "/api/projects", new { name = "Warm meals", diamond = "serviceRedesign", purpose = "Nobody eats alone." })).GetProperty("id").GetString();
        const string code = "135790";
        await PostAsync(client, $"/api/projects/{project}/commands/open-joining", new { code });
        var clause = await PostAsync(client, $"/api/projects/{project}/commands/add-clause", new { title = "Meals", kind = "need", from = Array.Empty<string>() });
        return (code, clause.GetProperty("id").GetString()!);
    }

    private static async Task<CookieContainer> JoinAsync(Uri address, string code, string name)
    {
        var cookies = new CookieContainer();
        using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = address };
        await PostAsync(client, "/api/join", new { code, name });
        return cookies;
    }

    private static async Task<JsonElement> PostAsync(HttpClient client, string path, object body)
    {
        using var answer = await client.PostAsJsonAsync(path, body);
        var said = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return answer.IsSuccessStatusCode ? said : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{path}: {said}"));
    }
}

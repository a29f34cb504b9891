namespace CoDesign.Bench;

/// <summary>Many people on one text: from the call of a push to its arrival at each of the others.</summary>
internal static class TextBench
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(15);

    public static async Task RunAsync()
    {
        Table.Head(["text", "steps per second", "arrivals", .. Times.Heads, "server holds", .. Machine.Heads]);
        foreach (var (people, typing) in new[] { (50, 10), (200, 50), (300, 100) })
        {
            await using var server = await Server.StartAsync();
            await MeasureAsync(server, people, typing);
        }
    }

    private static async Task MeasureAsync(Server server, int people, int typing)
    {
        using var site = await Site.BeginAsync(server.Address);
        var clause = (await site.DoAsync("add-clause", new { title = "Meals", kind = "need", from = Array.Empty<string>() })).GetProperty("id").GetString()!;
        var news = new TextNews();
        var readers = new List<TextReader>();
        for (var i = 0; i < people; i++)
            readers.Add(await TextReader.OpenAsync(server.Address, await site.JoinToWriteAsync($"Person {i}"), clause, i, news));

        using (var warm = new CancellationTokenSource(WarmUp)) await TypeAsync(readers, typing, warm.Token);
        var (times, machine) = (news.Begin(), new Machine(server));
        using (var enough = new CancellationTokenSource(Measured)) await TypeAsync(readers, typing, enough.Token);
        var cores = machine.Cores(server);
        var latest = readers.Max(reader => reader.Accepted);
        await Task.WhenAll(readers.Select(reader => reader.ReachedAsync(latest))).WaitAsync(TimeSpan.FromSeconds(30));
        Table.Row([$"{people} people, {typing} typing", Table.Number(news.Steps / Measured.TotalSeconds), Table.Number(times.Count), .. times.Percentiles, $"{server.WorkingSet} MiB", .. cores]);
        foreach (var reader in readers) await reader.DisposeAsync();
    }

    /// <summary>Each types four steps a second, beginning at another moment.</summary>
    private static Task TypeAsync(List<TextReader> readers, int typing, CancellationToken enough) =>
        Task.WhenAll(readers.Take(typing).Select((reader, i) => Task.Run(() => reader.TypeAsync(TimeSpan.FromMilliseconds(250.0 * i / typing), enough), CancellationToken.None)));
}

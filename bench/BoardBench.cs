using System.Diagnostics;
using System.Text;

namespace CoDesign.Bench;

/// <summary>A board of 300 notes that 200 people have open, with one change a second and with ten; and 300 people coming in.</summary>
internal static class BoardBench
{
    private const int Notes = 300;
    private const int Joining = 300;
    private const int PerSecond = 10;
    private const int Seconds = 15;
    private static readonly string[] _stages = ["reveal", "group", "vote"];

    public static async Task RunAsync()
    {
        await using var server = await Server.StartAsync();
        using var site = await Site.BeginAsync(server.Address);
        await JoinAsync(server, site);

        var board = await BoardAsync(site);
        var page = $"/projects/{site.Project}/activities/{board}";
        Task AddAsync(string words) => site.DoAsync("boards", board, "add-note", new { text = words, kind = "thought", column = 0 });
        await CircuitBench.MeasureAsync($"board of {Notes} notes", server, site, page, AddAsync, async circuits => await BurstAsync(server, circuits, AddAsync));
    }

    /// <summary>A whole hall takes out its phones at once.</summary>
    private static async Task JoinAsync(Server server, Site site)
    {
        var began = Stopwatch.GetTimestamp();
        var machine = new Machine(server);
        await Task.WhenAll(Enumerable.Range(0, Joining).Select(i => site.JoinAsync($"Guest {i}")));
        Table.Head(["people joining at once", "until all are in", .. Machine.Heads]);
        Table.Row([$"{Joining}", $"{Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s", .. machine.Cores(server)]);
    }

    private static async Task<string> BoardAsync(Site site)
    {
        var planned = await site.DoAsync("plan-activity", new
        {
            plan = new { title = "An evening", purpose = "", phase = "create", rung = "coDesigned", minutes = 60 },
            board = new { question = "What would help?", columns = Array.Empty<string>(), stages = _stages, minutes = Array.Empty<int>(), deciding = "dots", dots = 3 },
        });
        var board = planned.GetProperty("id").GetString()!;
        await site.DoAsync("boards", board, "enter-stage", new { stage = "reveal" });
        for (var i = 0; i < Notes / 100; i++)
        {
            var lines = string.Join('\n', Enumerable.Range(0, 100).Select(line => $"On Fridays nobody comes, and the whole weekend is quiet ({i}, {line})."));
            await site.DoAsync("boards", board, "add-notes", new { lines, kind = "thought", column = 0 });
        }

        return board;
    }

    /// <summary>Ten changes a second, whether or not the one before has been shown.</summary>
    private static async Task BurstAsync(Server server, IReadOnlyList<Circuit> circuits, Func<string, Task> change)
    {
        var times = new Times();
        var machine = new Machine(server);
        var began = Stopwatch.GetTimestamp();
        var shown = new List<Task>();
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / PerSecond));
        for (var i = 0; i < PerSecond * Seconds; i++)
        {
            await pace.WaitForNextTickAsync();
            shown.Add(OneAsync(circuits, change, times));
        }

        await Task.WhenAll(shown);
        Table.Head([$"{PerSecond} changes a second", "until the last has it, from", .. Times.Heads, .. Machine.Heads]);
        Table.Row([$"{circuits.Count} circuits, {times.Count} changes in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s", "asking for it", .. times.Percentiles, .. machine.Cores(server)]);
    }

    private static async Task OneAsync(IReadOnlyList<Circuit> circuits, Func<string, Task> change, Times times)
    {
        var words = $"Nobody eats alone {Guid.NewGuid():n}";
        var awaited = Encoding.UTF8.GetBytes(words);
        var shown = Task.WhenAll(circuits.Select(circuit => circuit.ShowsAsync(awaited)));
        var began = Stopwatch.GetTimestamp();
        await change(words);
        var last = (await shown.WaitAsync(TimeSpan.FromSeconds(60))).Max();
        times.Add(Stopwatch.GetElapsedTime(began, last));
    }
}

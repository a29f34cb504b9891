using System.Diagnostics;
using System.Net;
using System.Text;

namespace CoDesign.Bench;

/// <summary>Many people with one page open: from a change to the last of them who is shown it, and what each costs in memory.</summary>
internal static class CircuitBench
{
    private const int People = 200;
    private const int Changes = 100;
    private const int WarmUp = 20;
    private const int AtFirst = 30;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>The wall of insights.</summary>
    public static async Task RunAsync()
    {
        await using var server = await Server.StartAsync();
        using var site = await Site.BeginAsync(server.Address);
        Task AddAsync(string words) => site.DoAsync("capture-insight", new { text = words, source = "serviceUser", tags = Array.Empty<string>() });
        for (var i = 0; i < AtFirst; i++) await AddAsync($"On Fridays nobody comes, and the whole weekend is quiet ({i}).");
        await MeasureAsync("wall of 30 insights", server, site, $"/projects/{site.Project}/insights", AddAsync);
    }

    /// <summary>Any page whose live pieces show the words that a change brings.</summary>
    /// <param name="name">What the page is called in the table.</param>
    /// <param name="server">Where it is.</param>
    /// <param name="site">Who joins, and looks.</param>
    /// <param name="path">The page.</param>
    /// <param name="change">Makes words appear on the page; ends once they are accepted.</param>
    /// <param name="then">What else to measure while all have it open.</param>
    /// <param name="join">How those who look come in; by code where left out.</param>
    public static async Task MeasureAsync(string name, Server server, Site site, string path, Func<string, Task> change,
        Func<IReadOnlyList<Circuit>, Task>? then = null, Func<string, Task<CookieContainer>>? join = null)
    {
        join ??= site.JoinAsync;
        var page = new Uri(server.Address, path);
        var circuits = new List<Circuit>();
        await using var first = await Circuit.OpenAsync(page, await join("First"));
        var cookies = new List<CookieContainer>();
        for (var i = 0; i < People; i++) cookies.Add(await join($"Person {i}"));
        var before = await server.HeapAsync();
        foreach (var person in cookies) circuits.Add(await Circuit.OpenAsync(page, person));
        var each = (await server.HeapAsync() - before) / 1024.0 / People;

        var (asked, accepted) = (new Times(), new Times());
        for (var i = 0; i < WarmUp; i++) await ChangeAsync(circuits, change, new Times(), new Times());
        var machine = new Machine(server);
        for (var i = 0; i < Changes; i++) await ChangeAsync(circuits, change, asked, accepted);
        Table.Head(["circuits", "until the last has it, from", .. Times.Heads, "memory of each", .. Machine.Heads]);
        Table.Row([$"{People}, {name}", "the command's acceptance", .. accepted.Percentiles, $"{Table.Number(each)} KiB", .. machine.Cores(server)]);
        Table.Row(["", "asking for it", .. asked.Percentiles, "", "", "", ""]);
        if (then is not null) await then(circuits);
        foreach (var circuit in circuits) await circuit.DisposeAsync();
    }

    private static async Task ChangeAsync(List<Circuit> circuits, Func<string, Task> change, Times asked, Times accepted)
    {
        var words = $"Nobody eats alone {Guid.NewGuid():n}";
        var awaited = Encoding.UTF8.GetBytes(words);
        var shown = Task.WhenAll(circuits.Select(circuit => circuit.ShowsAsync(awaited)));
        var began = Stopwatch.GetTimestamp();
        await change(words);
        var answered = Stopwatch.GetTimestamp();
        var last = (await shown.WaitAsync(TimeSpan.FromSeconds(30))).Max();
        asked.Add(Stopwatch.GetElapsedTime(began, last));
        accepted.Add(Stopwatch.GetElapsedTime(answered, last));
        await Task.Delay(Pause);
    }
}

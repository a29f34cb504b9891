using System.Globalization;
using CoDesign.App.Storage;
using CoDesign.App.Tenders;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;
using Microsoft.EntityFrameworkCore;

namespace CoDesign.Bench;

/// <summary>10,000 opportunities, all open, and people who look at the list and search in it, whether or not the answer before has come.</summary>
internal static class OpportunityBench
{
    private const int Tenders = 10_000;
    private const int PerSecond = 50;
    private const int Seconds = 20;
    private static readonly string[] _things = ["Warm meals", "Evening wardens", "Companions", "A club", "Repairs", "A bus", "Advice", "A garden"];
    private static readonly string[] _areas = ["Marlshire", "The coast", "Harbour Town", "The hills", ""];

    private static readonly (string Name, Func<Random, string> Address)[] _asked =
    [
        ("the list", _ => "/opportunities"),
        ("a later page", random => $"/opportunities?page={random.Next(2, Tenders / 20)}"),
        ("two words", random => $"/opportunities?words={_things[random.Next(_things.Length)].Split(' ')[0]}+{random.Next(Tenders)}"),
        ("words that nothing has", _ => "/opportunities?words=zeppelin"),
        ("several at once", random => $"/opportunities?kind=works&area={Uri.EscapeDataString(_areas[random.Next(4)])}&least=50,000&most=900,000&small=true"),
        ("the feed", _ => "/opportunities.atom?small=true"),
    ];

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("codesign-bench-");
        try
        {
            await using (await Server.StartAsync(folder))
            {
                // Once started, the databases are there.
            }

            await FillAsync(folder);
            await using var server = await Server.StartAsync(folder);
            using var client = new HttpClient { BaseAddress = server.Address };
            foreach (var (_, address) in _asked) await client.GetStringAsync(new Uri(address(new Random(1)), UriKind.Relative));
            await AskAsync(server, client);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task AskAsync(Server server, HttpClient client)
    {
        var (times, all, random) = (_asked.ToDictionary(one => one.Name, _ => new Times()), new Times(), new Random(2));
        var machine = new Machine(server);
        var waiting = new List<Task>();
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / PerSecond));
        for (var i = 0; i < PerSecond * Seconds; i++)
        {
            await pace.WaitForNextTickAsync();
            var (name, address) = _asked[i % _asked.Length];
            waiting.Add(OneAsync(client, address(random), times[name], all));
        }

        await Task.WhenAll(waiting);
        Table.Head([string.Create(CultureInfo.InvariantCulture, $"{Tenders:N0} opportunities, {PerSecond} requests a second"), .. Times.Heads, .. Machine.Heads]);
        foreach (var (name, _) in _asked) Table.Row([name, .. times[name].Percentiles, "", "", ""]);
        Table.Row(["all", .. all.Percentiles, .. machine.Cores(server)]);
    }

    private static async Task OneAsync(HttpClient client, string address, params Times[] times)
    {
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        await client.GetStringAsync(new Uri(address, UriKind.Relative));
        foreach (var one in times) one.Add(began);
    }

    /// <summary>Straight into the register, as publications would put them there.</summary>
    private static async Task FillAsync(DirectoryInfo folder)
    {
        var file = Path.Combine(folder.FullName, "codesign.db");
        if (!File.Exists(file)) throw new InvalidOperationException($"There is no {file}.");
        await using var db = new CoDesignDb(new DbContextOptionsBuilder<CoDesignDb>().UseSqlite($"Data Source={file}").Options);
        var (table, now, random) = (new OpportunityTable(), DateTimeOffset.UtcNow, new Random(1));
        for (var i = 0; i < Tenders; i++)
        {
            var thing = _things[i % _things.Length];
            var notice = new Notice($"{thing} for people who ask for it, where and when they ask for it; number {i}.", random.Next(5_000, 2_000_000), (ContractKind)(i % 3),
                new Listing(i % 4 == 0 ? "Harbour Town" : "", _areas[i % _areas.Length], i % 2 == 0, i % 5 == 0));
            var published = new TenderPublished($"CD-2026-{i:000000}", $"{thing} {i}", now.AddDays(1 + random.Next(60)), "", "", notice);
            table.Apply(db, new Recorded(new StreamId("tender", Guid.NewGuid()), 1, published, ParticipantId.System, now.AddDays(-30)));
        }

        await db.SaveChangesAsync();
    }
}

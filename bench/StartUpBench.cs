using System.Diagnostics;

namespace CoDesign.Bench;

/// <summary>From starting the process to the first whole page.</summary>
internal static class StartUpBench
{
    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("codesign-bench-");
        try
        {
            Table.Head(["start-up", "says where it is after", "first page after", "memory", .. Machine.Heads]);
            for (var start = 0; start < 5; start++)
            {
                var machine = new Machine();
                var began = Stopwatch.GetTimestamp();
                await using var server = await Server.StartAsync(folder);
                var says = Stopwatch.GetElapsedTime(began).TotalSeconds;
                using var client = new HttpClient { BaseAddress = server.Address };
                await client.GetStringAsync(new Uri("/", UriKind.Relative));
                var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
                Table.Row([start == 0 ? "new folder" : "folder in use", $"{Table.Number(says, "0.00")} s", $"{Table.Number(took, "0.00")} s", $"{server.WorkingSet} MiB", .. machine.Cores(server)]);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

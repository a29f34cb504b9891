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
            for (var start = 0; start < 5; start++)
            {
                var began = Stopwatch.GetTimestamp();
                using var server = await Server.StartAsync(folder.FullName);
                using var client = new HttpClient { BaseAddress = server.Address };
                await client.GetStringAsync(new Uri("/", UriKind.Relative));
                Console.WriteLine($"startup: {(start == 0 ? "new folder" : "folder in use")}: first page after " +
                    $"{Stopwatch.GetElapsedTime(began).TotalSeconds:0.00} s, {server.WorkingSet} MiB");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

using System.Diagnostics;

namespace CoDesign.Bench;

/// <summary>Forty people type for two minutes over bad lines, to a server that is killed and started again.</summary>
internal static class ChaosBench
{
    private const int People = 40;
    private const int Kills = 6;
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(2);

    public static async Task RunAsync()
    {
        var seed = Random.Shared.Next();
        var folder = Directory.CreateTempSubdirectory("codesign-bench-");
        try
        {
            var began = Stopwatch.GetTimestamp();
            var calm = await Storm.RunAsync(at => StartAsync(folder, at), People, int.MaxValue, Length, Kills, seed);
            var took = Stopwatch.GetElapsedTime(began);
            await calm.Last.KillAsync();
            Table.Head("chaos", "steps made", "acknowledged", "lines broken", "messages lost", "server killed", "acknowledged and lost", "in twice", "never in", "with another text", "until all was calm");
            Table.Row($"{People} people, seed {seed}", Number(calm, typist => typist.Copy.Made), Number(calm, typist => typist.Acknowledged.Count),
                Number(calm, typist => typist.Breaks), Number(calm, typist => typist.Losses), $"{Kills}", $"{calm.Lost}", $"{calm.Doubled}", $"{calm.Missing}",
                $"{calm.Different}", $"{took.TotalSeconds:0.0} s");
            if (calm.Lost + calm.Doubled + calm.Missing + calm.Different > 0 || calm.Text != calm.Replayed) throw new InvalidOperationException($"Not everything came through; the seed was {seed}.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Number(Calm calm, Func<Typist, int> of) => Table.Number(calm.Typists.Sum(of));

    private static async Task<Running> StartAsync(DirectoryInfo folder, Uri? at)
    {
        var server = await Server.StartAsync(folder, at: at);
        return new Running(server.Address, () => server.DisposeAsync().AsTask());
    }
}

using System.Collections.Concurrent;
using System.Text;
using CoDesign.App.Live;
using CoDesign.Domain.Kernel;

namespace CoDesign.App.Storage;

/// <summary>
/// Writes the latest hash of each stream to a file beside the database, so that a history cut off at its end shows:
/// a chain alone can't tell what is no longer there. The file may lag behind the database, never lead it.
/// </summary>
public sealed class Heads(DataFolder folder, LiveStreams live, EventStore store, TimeProvider time, ILogger<Heads> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<StreamId, byte> _moved = new();

    /// <summary>The heads that were written last, by the stream's name in the store.</summary>
    public static Dictionary<string, (long Version, string Hash)> Read(DataFolder folder)
    {
        var heads = new Dictionary<string, (long, string)>();
        if (!File.Exists(FileOf(folder))) return heads;
        foreach (var line in File.ReadLines(FileOf(folder)))
        {
            // A crash may leave half a line at the end; the line before it still holds.
            if (line.Split(' ') is [var stream, var version, { Length: 64 } hash] && long.TryParse(version, out var number))
                heads[stream] = (number, hash);
        }

        return heads;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        live.Committed += happened =>
        {
            foreach (var (_, recorded) in happened) _moved[recorded.Stream] = 0;
        };
        Compact();
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) Append();
        }
        catch (OperationCanceledException)
        {
            log.LogDebug("Stopping; the last heads are written now");
        }

        Append();
    }

    private void Append()
    {
        var lines = new StringBuilder();
        foreach (var (stream, _) in _moved)
        {
            _moved.TryRemove(stream, out _);
            var copy = live.Get(stream);
            lines.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"{store.NameInStore(copy)} {copy.Version} {Convert.ToHexStringLower(copy.Hash)}\n");
        }

        if (lines.Length > 0) File.AppendAllText(FileOf(folder), lines.ToString());
    }

    private void Compact()
    {
        var lines = Read(folder).Select(head => $"{head.Key} {head.Value.Version} {head.Value.Hash}");
        File.WriteAllLines(FileOf(folder) + ".new", lines);
        File.Move(FileOf(folder) + ".new", FileOf(folder), overwrite: true);
    }

    private static string FileOf(DataFolder folder) => folder.File("heads.log");
}

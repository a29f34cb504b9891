using System.Diagnostics;
using System.Globalization;

namespace CoDesign.Bench;

/// <summary>
/// How many cores were at work while something was measured: the server's, the load client's, and all others', which
/// tells how quiet the machine was. The last is known on Linux only.
/// </summary>
internal sealed class Machine
{
    private const double TicksInSecond = 100;
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly TimeSpan _serverBefore;
    private readonly TimeSpan _ownBefore = Environment.CpuUsage.TotalTime;
    private readonly TimeSpan _allBefore = Busy();

    /// <summary>Begins to count.</summary>
    /// <param name="running">The server, where it runs already.</param>
    public Machine(Server? running = null) => _serverBefore = running?.Cpu ?? TimeSpan.Zero;

    public static string[] Heads => ["server's cores", "load client's", "others'"];

    public static string Describe() => string.Create(CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB, {Environment.OSVersion}, .NET {Environment.Version}");

    /// <summary>How many cores were at work since this was made: the server's, ours, all others'.</summary>
    public string[] Cores(Server? server = null)
    {
        var theirs = server is null ? TimeSpan.Zero : server.Cpu - _serverBefore;
        var own = Environment.CpuUsage.TotalTime - _ownBefore;
        return [server is null ? "" : Part(theirs), Part(own), OperatingSystem.IsLinux() ? Part(Busy() - _allBefore - own - theirs) : "?"];
    }

    private string Part(TimeSpan cpu) => Table.Number(Math.Max(0, cpu / Stopwatch.GetElapsedTime(_began)), "0.00");

    /// <summary>What all cores did since the machine started: everything but being idle or waiting for a disk.</summary>
    private static TimeSpan Busy()
    {
        if (!OperatingSystem.IsLinux()) return TimeSpan.Zero;
        var ticks = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return TimeSpan.FromSeconds((ticks.Take(8).Sum() - ticks[3] - ticks[4]) / TicksInSecond);
    }
}

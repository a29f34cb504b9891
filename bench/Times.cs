using System.Diagnostics;
using System.Globalization;

namespace CoDesign.Bench;

/// <summary>Times that were measured, counted to a tenth of a millisecond, and their percentiles.</summary>
internal sealed class Times
{
    private const int TicksInMillisecond = 10;
    private readonly int[] _counts = new int[60_000 * TicksInMillisecond];
    private int _all;

    public int Count => _all;

    /// <summary>Counts the time since then.</summary>
    public void Add(long began) => Add(Stopwatch.GetElapsedTime(began));

    public void Add(TimeSpan time)
    {
        Interlocked.Increment(ref _counts[Math.Clamp((int)(time.TotalMilliseconds * TicksInMillisecond), 0, _counts.Length - 1)]);
        Interlocked.Increment(ref _all);
    }

    /// <summary>What that part of all stays within, in milliseconds.</summary>
    public string At(double part)
    {
        var (left, time) = ((int)Math.Ceiling(part * _all), 0);
        while (time < _counts.Length - 1 && (left -= _counts[time]) > 0) time++;
        return string.Create(CultureInfo.InvariantCulture, $"{(double)time / TicksInMillisecond:0.0} ms");
    }

    public static string[] Heads => ["p50", "p95", "p99", "longest"];

    /// <summary>The middle, the 95th and the 99th percentile and the longest.</summary>
    public string[] Percentiles => [At(0.5), At(0.95), At(0.99), At(1)];
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace CoDesign.Bench;

/// <summary>Times that were measured, and their percentiles.</summary>
internal sealed class Times
{
    private readonly ConcurrentBag<long> _ticks = [];

    public int Count => _ticks.Count;

    public void Add(long began) => _ticks.Add(Stopwatch.GetTimestamp() - began);

    /// <summary>The middle, the 95th and the 99th percentile and the longest, in milliseconds.</summary>
    public override string ToString()
    {
        var sorted = _ticks.Order().ToArray();
        if (sorted.Length == 0) return "nothing was measured";
        string At(double part) => (sorted[(int)(part * (sorted.Length - 1))] * 1000.0 / Stopwatch.Frequency).ToString("0.0", CultureInfo.InvariantCulture);
        return $"p50 {At(0.5)} ms, p95 {At(0.95)} ms, p99 {At(0.99)} ms, longest {At(1)} ms";
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;

namespace CoDesign.Bench;

/// <summary>When each step was pushed, and how long until each of the others had it.</summary>
internal sealed class TextNews
{
    private ConcurrentDictionary<string, long> _pushed = new();
    private Times _times = new();

    public int Steps => _pushed.Count;

    /// <summary>Forgets what came before.</summary>
    public Times Begin()
    {
        _pushed = new ConcurrentDictionary<string, long>();
        return _times = new Times();
    }

    public void Pushed(string operation) => _pushed[operation] = Stopwatch.GetTimestamp();

    public void Seen(string operation)
    {
        if (_pushed.TryGetValue(operation, out var began)) _times.Add(began);
    }

    /// <summary>Ends once everybody has what was accepted.</summary>
    public static async Task AllSeenAsync(IReadOnlyCollection<TextReader> readers)
    {
        var latest = readers.Max(reader => reader.Accepted);
        await Task.WhenAll(readers.Select(reader => reader.ReachedAsync(latest))).WaitAsync(TimeSpan.FromSeconds(30));
    }
}

using System.Collections.Concurrent;
using CoDesign.App.Storage;
using CoDesign.Domain.Kernel;

namespace CoDesign.App.Live;

/// <summary>The latest committed copy of each stream in use on this node. Those that nobody used for a while are let go.</summary>
public sealed class LiveCopies(EventStore store, Bus bus, TimeProvider time)
{
    /// <summary>How long an unused copy stays.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<StreamId, Entry> _entries = new();
    private int _forgotten;

    /// <summary>The stream as committed; version 0 where there is none.</summary>
    public StreamCopy Get(StreamId id)
    {
        if (_entries.TryGetValue(id, out var entry))
        {
            entry.Touched = time.GetTimestamp();
            return entry.Copy;
        }

        while (true)
        {
            // What was read before something was forgotten may be what was to be forgotten.
            var before = Volatile.Read(ref _forgotten);
            var loaded = store.Load(id);
            if (!loaded.Exists) return loaded;
            var copy = Install(loaded);
            if (before == Volatile.Read(ref _forgotten)) return copy;
            _entries.TryRemove(id, out _);
        }
    }

    /// <summary>Puts a newer copy in place; an older one changes nothing.</summary>
    public StreamCopy Install(StreamCopy copy) => _entries.AddOrUpdate(copy.Id,
        _ => new Entry(copy, time.GetTimestamp()),
        (_, entry) => entry.Copy.Version >= copy.Version ? entry : new Entry(copy, time.GetTimestamp())).Copy;

    /// <summary>Forgets a copy, so that the next look reads the database.</summary>
    public void Forget(StreamId id)
    {
        Interlocked.Increment(ref _forgotten);
        _entries.TryRemove(id, out _);
    }

    /// <summary>Lets go of what nobody used or listens to.</summary>
    public void LetGoIdle()
    {
        foreach (var (id, entry) in _entries)
        {
            if (time.GetElapsedTime(entry.Touched) > Idle && !bus.IsHeard(id)) _entries.TryRemove(KeyValuePair.Create(id, entry));
        }
    }

    private sealed class Entry(StreamCopy copy, long touched)
    {
        public StreamCopy Copy { get; } = copy;
        public long Touched { get; set; } = touched;
    }
}

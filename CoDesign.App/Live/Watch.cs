using CoDesign.Domain.Kernel;

namespace CoDesign.App.Live;

/// <summary>
/// Keeps a view up to date: reads it, listens to whatever it was read from, and says when another is there,
/// at most once per <see cref="Pace"/>.
/// </summary>
/// <typeparam name="TView">What is read; null where the reader may see nothing.</typeparam>
public sealed class Watch<TView> : IDisposable where TView : class
{
    /// <summary>The shortest time between two notices.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(50);

    private readonly Func<Reading, TView?> _read;
    private readonly LiveStreams _live;
    private readonly Bus _bus;
    private readonly TimeProvider _time;
    private readonly Action _moved;
    private readonly Lock _lock = new();
    private readonly Dictionary<StreamId, IDisposable> _listening = [];
    private ITimer? _timer;
    private long _last;
    private bool _waiting;
    private bool _disposed;

    /// <summary>Begins to watch.</summary>
    /// <param name="live">Where the streams are.</param>
    /// <param name="bus">Where news comes from.</param>
    /// <param name="time">The clock of the pace.</param>
    /// <param name="read">Reads the view.</param>
    /// <param name="moved">Called, on any thread, when <see cref="Read"/> would find something newer.</param>
    public Watch(LiveStreams live, Bus bus, TimeProvider time, Func<Reading, TView?> read, Action moved) =>
        (_live, _bus, _time, _read, _moved) = (live, bus, time, read, moved);

    /// <summary>The view as it is now. Listening begins before reading, so nothing falls in between.</summary>
    public TView? Read()
    {
        while (true)
        {
            var reading = new Reading(_live);
            var view = _read(reading);
            if (!Listen(reading.Looked)) return view;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            foreach (var listening in _listening.Values) listening.Dispose();
            _listening.Clear();
            _timer?.Dispose();
        }
    }

    /// <summary>Listens to exactly these streams; says whether one of them is new, so that it must be read again.</summary>
    private bool Listen(IReadOnlyCollection<StreamId> streams)
    {
        lock (_lock)
        {
            if (_disposed) return false;
            var added = false;
            foreach (var stream in streams)
            {
                if (_listening.ContainsKey(stream)) continue;
                _listening[stream] = _bus.Listen(stream, Heard);
                added = true;
            }

            foreach (var gone in _listening.Keys.Where(stream => !streams.Contains(stream)).ToArray())
            {
                _listening[gone].Dispose();
                _listening.Remove(gone);
            }

            return added;
        }
    }

    private void Heard()
    {
        lock (_lock)
        {
            if (_disposed || _waiting) return;
            var since = _last == 0 ? Pace : _time.GetElapsedTime(_last);
            if (since < Pace)
            {
                _waiting = true;
                _timer ??= _time.CreateTimer(_ => Tell(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                _timer.Change(Pace - since, Timeout.InfiniteTimeSpan);
                return;
            }

            _last = _time.GetTimestamp();
        }

        _moved();
    }

    private void Tell()
    {
        lock (_lock)
        {
            if (_disposed) return;
            _waiting = false;
            _last = _time.GetTimestamp();
        }

        _moved();
    }
}

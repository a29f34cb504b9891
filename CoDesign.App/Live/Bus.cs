using System.Collections.Concurrent;
using System.Threading.Channels;
using CoDesign.Domain.Kernel;

namespace CoDesign.App.Live;

/// <summary>
/// Tells who looks at something that it moved. Carries no content, so that news may be lost or doubled without harm:
/// whoever hears it looks at the live copy.
/// </summary>
public sealed class Bus(ILogger<Bus> log) : BackgroundService
{
    private readonly Channel<StreamId> _moved = Channel.CreateUnbounded<StreamId>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentDictionary<StreamId, Listeners> _listeners = new();

    /// <summary>Says that a stream, or something else that has a name like one, moved.</summary>
    public void Publish(StreamId moved) => _moved.Writer.TryWrite(moved);

    /// <summary>Calls <paramref name="heard"/> each time the stream moved, until disposed. It must be quick: work belongs elsewhere.</summary>
    public IDisposable Listen(StreamId stream, Action heard)
    {
        while (true)
        {
            var listeners = _listeners.GetOrAdd(stream, _ => new Listeners());
            if (listeners.Add(heard)) return new Listening(this, stream, listeners, heard);
        }
    }

    /// <summary>Whether anybody listens.</summary>
    public bool IsHeard(StreamId stream) => _listeners.ContainsKey(stream);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var stream in _moved.Reader.ReadAllAsync(stoppingToken))
        {
            if (!_listeners.TryGetValue(stream, out var listeners)) continue;
            foreach (var heard in listeners.Now)
            {
                try
                {
                    heard();
                }
                catch (Exception broken)
                {
                    log.LogError(broken, "A listener to {Stream} failed; the others were told", stream.Kind);
                }
            }
        }
    }

    /// <summary>Those who listen to one stream; closed once the last has left.</summary>
    private sealed class Listeners
    {
        private readonly Lock _lock = new();
        private bool _closed;

        public Action[] Now { get; private set; } = [];

        public bool Add(Action heard)
        {
            lock (_lock)
            {
                if (_closed) return false;
                Now = [.. Now, heard];
                return true;
            }
        }

        public bool RemoveAndClose(Action heard)
        {
            lock (_lock)
            {
                Now = [.. Now.Where(other => other != heard)];
                return _closed = Now.Length == 0;
            }
        }
    }

    private sealed class Listening(Bus bus, StreamId stream, Listeners listeners, Action heard) : IDisposable
    {
        private int _disposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 0 && listeners.RemoveAndClose(heard))
                bus._listeners.TryRemove(KeyValuePair.Create(stream, listeners));
        }
    }
}

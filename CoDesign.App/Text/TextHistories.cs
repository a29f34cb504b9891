using CoDesign.App.Live;
using CoDesign.App.Storage;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Text;
using Microsoft.Extensions.Caching.Memory;

namespace CoDesign.App.Text;

/// <summary>
/// Every step of a text, with who made it and when, and the text itself at intervals, so that any moment is a short way from one
/// that is at hand.
/// </summary>
public sealed class TextHistory
{
    /// <summary>From one moment that is kept to the next, in steps.</summary>
    public const int Interval = 1_000;

    private readonly List<AcceptedUpdate> _steps = [];
    private readonly List<DateTimeOffset> _times = [];
    private readonly List<TextMoment> _kept = [TextMoment.Start];
    private TextMoment _last = TextMoment.Start;

    /// <summary>How many steps there are.</summary>
    public long Version => _last.Version;

    /// <summary>Reads on.</summary>
    public void Add(IEnumerable<Recorded> happened)
    {
        foreach (var recorded in happened)
        {
            if (recorded.Event is not ITextStep step) continue;
            var accepted = new AcceptedUpdate(step.ToUpdate(), step.AuthorOf(recorded.Actor));
            _steps.Add(accepted);
            _times.Add(recorded.At);
            _last = _last.After(accepted);
            if (_last.Version % Interval == 0) _kept.Add(_last);
        }
    }

    /// <summary>The text after a step.</summary>
    public TextMoment At(long version)
    {
        if (version == Version) return _last;
        var moment = _kept[(int)(version / Interval)];
        foreach (var step in Steps(moment.Version, version)) moment = moment.After(step);
        return moment;
    }

    /// <summary>The steps from one moment to a later one.</summary>
    public IEnumerable<AcceptedUpdate> Steps(long from, long to) => _steps.GetRange((int)from, (int)(to - from));

    /// <summary>Who made a step, and when; the first is 1.</summary>
    public (ParticipantId By, DateTimeOffset At) Step(long version) => (_steps[(int)version - 1].By, _times[(int)version - 1]);
}

/// <summary>The histories that somebody looks at now.</summary>
public sealed class TextHistories(LiveStreams live, EventStore store) : IDisposable
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(5);
    private readonly MemoryCache _open = new(new MemoryCacheOptions());
    private readonly Lock _lock = new();

    /// <summary>The history of a text, up to now. What was erased since it was last looked at is not in it any more.</summary>
    public TextHistory Of(StreamId text)
    {
        lock (_lock)
        {
            var key = (text, live.Erasures);
            var history = _open.GetOrCreate(key, entry =>
            {
                entry.SlidingExpiration = Idle;
                return new TextHistory();
            })!;
            var document = (TextDocument)live.Get(text).State;
            if (history.Version < document.Version) history.Add(store.Read(text, document.StreamVersion(history.Version)));
            return history;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _open.Dispose();
}

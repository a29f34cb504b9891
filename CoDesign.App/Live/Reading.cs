using CoDesign.Domain.Kernel;

namespace CoDesign.App.Live;

/// <summary>
/// One look at live copies, which remembers what it looked at, so that whoever shows the result
/// knows which streams to listen to.
/// </summary>
public sealed class Reading(LiveStreams live)
{
    private readonly HashSet<StreamId> _looked = [];

    /// <summary>The streams looked at, those that don't exist too.</summary>
    public IReadOnlyCollection<StreamId> Looked => _looked;

    /// <summary>The state of a stream; null where there is none.</summary>
    public TState? Find<TState>(StreamId id) where TState : class
    {
        _looked.Add(id);
        var copy = live.Get(id);
        return copy.Exists ? copy.State as TState : null;
    }

    /// <summary>The sealed streams of one kind; see <see cref="LiveStreams.Sealed"/>.</summary>
    public IEnumerable<StreamId> Sealed(string kind) => live.Sealed(kind);

    /// <summary>Looks at something that is not a stream but moves like one: presence in a room.</summary>
    public void Watch(StreamId moving) => _looked.Add(moving);

    /// <summary>Facts and one more, for views that take them in the form in which deciders do.</summary>
    public Facts Add(Facts facts, StreamId id)
    {
        _looked.Add(id);
        var copy = live.Get(id);
        return facts.With(id, copy.Version, copy.State);
    }
}

using System.Collections.Concurrent;
using System.Collections.Immutable;
using CoDesign.Domain.Kernel;

namespace CoDesign.App.Live;

/// <summary>Who is here now. Never stored: it goes over the bus and dies with the connection.</summary>
public sealed class Presence(Bus bus)
{
    private readonly ConcurrentDictionary<StreamId, ImmutableDictionary<ParticipantId, int>> _rooms = new();

    /// <summary>What moves when somebody comes into or leaves the room of a stream.</summary>
    public static StreamId Room(StreamId stream) => new("presence", stream.Value);

    /// <summary>Who is in the room, in a steady order.</summary>
    public ImmutableArray<ParticipantId> In(StreamId room) =>
        _rooms.TryGetValue(room, out var here) ? [.. here.Keys.OrderBy(person => person.Value)] : [];

    /// <summary>Somebody is in the room until the answer is disposed; several screens of one person count once.</summary>
    public IDisposable Enter(StreamId room, ParticipantId person)
    {
        _rooms.AddOrUpdate(room, _ => ImmutableDictionary<ParticipantId, int>.Empty.Add(person, 1),
            (_, here) => here.SetItem(person, here.GetValueOrDefault(person) + 1));
        bus.Publish(room);
        return new Visit(() => Leave(room, person));
    }

    private void Leave(StreamId room, ParticipantId person)
    {
        while (_rooms.TryGetValue(room, out var here))
        {
            var screens = here.GetValueOrDefault(person) - 1;
            var left = screens > 0 ? here.SetItem(person, screens) : here.Remove(person);
            var done = left.IsEmpty
                ? _rooms.TryRemove(KeyValuePair.Create(room, here))
                : _rooms.TryUpdate(room, left, here);
            if (done) break;
        }

        bus.Publish(room);
    }

    private sealed class Visit(Action leave) : IDisposable
    {
        private Action? _leave = leave;

        public void Dispose() => Interlocked.Exchange(ref _leave, null)?.Invoke();
    }
}

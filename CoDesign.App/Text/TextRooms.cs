using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using CoDesign.App.Identity;
using CoDesign.App.Live;
using CoDesign.App.Storage;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Text;
using Microsoft.AspNetCore.SignalR;

namespace CoDesign.App.Text;

/// <summary>
/// Who has which text open on this node, and what they are sent: new steps after their commit, at most one message
/// for each text in 25 ms; cursors at most four times a second. Who may no longer read a text is let out of its room.
/// </summary>
public sealed class TextRooms(
    IHubContext<TextHub> hub, LiveStreams live, EventStore store, Bus bus, People people, TimeProvider time, ILogger<TextRooms> log)
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan PointPace = TimeSpan.FromMilliseconds(250);

    private readonly IHubContext<TextHub> _hub = hub;
    private readonly LiveStreams _live = live;
    private readonly Bus _bus = bus;
    private readonly People _people = people;
    private readonly TimeProvider _time = time;
    private readonly ILogger<TextRooms> _log = log;
    private readonly ConcurrentDictionary<StreamId, Room> _open = new();
    private readonly Lock _lock = new();

    /// <summary>Lets a connection in; it is sent what is new from now on.</summary>
    public void Join(StreamId text, string connection, ParticipantId person)
    {
        lock (_lock)
        {
            var room = _open.GetOrAdd(text, id => new Room(id, this));
            room.Readers[connection] = person;
        }
    }

    /// <summary>Lets a connection out; an empty room is given up.</summary>
    public void Leave(StreamId text, string connection)
    {
        lock (_lock)
        {
            if (!_open.TryGetValue(text, out var room)) return;
            room.Readers.TryRemove(connection, out _);
            if (!room.Readers.IsEmpty) room.PointsMoved();
            else if (_open.TryRemove(text, out _)) room.Dispose();
        }
    }

    /// <summary>Notes where somebody's cursor is.</summary>
    public void Point(StreamId text, ParticipantId person, JsonElement selection)
    {
        if (_open.TryGetValue(text, out var room)) room.Point(person, selection);
    }

    /// <summary>All steps after a version, from memory where they are there, else from the store.</summary>
    public IEnumerable<AcceptedUpdate> Since(StreamId text, long version)
    {
        var document = (TextDocument)_live.Get(text).State;
        return document.Since(version) ?? [.. OlderThanMemory(text, version), .. document.Recent];
    }

    /// <summary>The steps after a version that are no longer in memory.</summary>
    public ImmutableArray<AcceptedUpdate> OlderThanMemory(StreamId text, long version)
    {
        var document = (TextDocument)_live.Get(text).State;
        if (version < 0 || version >= document.RecentFrom) return [];
        return
        [
            .. Steps(store.Read(text, document.StreamVersion(version))).Take((int)(document.RecentFrom - version)),
        ];
    }

    /// <summary>The steps among what happened.</summary>
    public static IEnumerable<AcceptedUpdate> Steps(IEnumerable<Recorded> happened) =>
        from recorded in happened
        where recorded.Event is ITextStep
        let step = (ITextStep)recorded.Event
        select new AcceptedUpdate(step.ToUpdate(), step.AuthorOf(recorded.Actor));

    /// <summary>A step as it is sent.</summary>
    public static SentUpdate Sent(AcceptedUpdate accepted) =>
        new(accepted.Update.ClientId, accepted.Update.OperationId, accepted.By.Text(), accepted.Update.Changes);

    private sealed class Room : IDisposable
    {
        private readonly StreamId _text;
        private readonly TextRooms _rooms;
        private readonly IDisposable _listening;
        private readonly ITimer _sending;
        private readonly ITimer _pointing;
        private readonly ConcurrentDictionary<ParticipantId, JsonElement> _points = new();
        private readonly SemaphoreSlim _order = new(1, 1);
        private int _due;
        private int _pointsDue;
        private long _version;
        private ImmutableList<Remark> _remarks;
        private ImmutableList<WordTie> _ties;
        private long _last;

        public Room(StreamId text, TextRooms rooms)
        {
            (_text, _rooms) = (text, rooms);
            _sending = rooms._time.CreateTimer(_ => _ = Guarded(SendAsync), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _pointing = rooms._time.CreateTimer(_ => _ = Guarded(SendPointsAsync), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            var document = (TextDocument)rooms._live.Get(text).State;
            (_version, _remarks, _ties) = (document.Version, document.Remarks, document.Ties);
            _listening = rooms._bus.Listen(text, Heard);
        }

        public ConcurrentDictionary<string, ParticipantId> Readers { get; } = new();

        public void Point(ParticipantId person, JsonElement selection)
        {
            if (selection.ValueKind == JsonValueKind.Object) _points[person] = selection.Clone();
            else _points.TryRemove(person, out _);
            PointsMoved();
        }

        public void PointsMoved()
        {
            if (Interlocked.Exchange(ref _pointsDue, 1) == 0) _pointing.Change(PointPace, Timeout.InfiniteTimeSpan);
        }

        public void Dispose()
        {
            _listening.Dispose();
            _sending.Dispose();
            _pointing.Dispose();
        }

        private void Heard()
        {
            if (Interlocked.Exchange(ref _due, 1) != 0) return;
            var since = _last == 0 ? Pace : _rooms._time.GetElapsedTime(_last);
            _sending.Change(since >= Pace ? TimeSpan.Zero : Pace - since, Timeout.InfiniteTimeSpan);
        }

        private async Task SendAsync()
        {
            _last = _rooms._time.GetTimestamp();
            Volatile.Write(ref _due, 0);
            var document = (TextDocument)_rooms._live.Get(_text).State;
            var from = Interlocked.Exchange(ref _version, document.Version);
            var remarks = Interlocked.Exchange(ref _remarks, document.Remarks);
            var ties = Interlocked.Exchange(ref _ties, document.Ties);
            var isBeside = remarks != document.Remarks || ties != document.Ties;
            if (from >= document.Version && !isBeside) return;
            var (readers, name) = (_rooms._hub.Clients.Clients(Allowed()), _text.Value.ToString("n"));
            if (from < document.Version)
                await readers.SendAsync("Updates", name, from, (document.Since(from) ?? [.. _rooms.Since(_text, from)]).Select(Sent).ToArray());
            if (isBeside)
                await readers.SendAsync("Remarked", name, new RemarkedText(document.Version, SentRemark.Of(document.Remarks, document.Places), SentTie.Of(document.Ties, document.TiePlaces)));
        }

        private async Task SendPointsAsync()
        {
            Volatile.Write(ref _pointsDue, 0);
            var here = Readers.Values.ToHashSet();
            foreach (var gone in _points.Keys.Where(person => !here.Contains(person))) _points.TryRemove(gone, out _);
            var (points, reading) = (_points.ToArray(), new Reading(_rooms._live));
            string[] Names(string connection) =>
                Readers.TryGetValue(connection, out var reader) ? [.. points.Select(point => point.Key).Select(Texts.NamesFor(reading, _text, reader, _rooms._people))] : [];
            foreach (var alike in Allowed().Select(connection => (Connection: connection, Names: Names(connection))).GroupBy(one => string.Join('\n', one.Names)))
            {
                var sent = points.Zip(alike.First().Names, (point, name) => new SentPoint(point.Key.Text(), name, point.Value)).ToArray();
                await _rooms._hub.Clients.Clients([.. alike.Select(one => one.Connection)]).SendAsync("Pointed", _text.Value.ToString("n"), sent);
            }
        }

        /// <summary>Those who may read the text still; the others are let out.</summary>
        private List<string> Allowed()
        {
            var may = Texts.ReadersAmong(new Reading(_rooms._live), _text, Readers.Values);
            foreach (var (connection, person) in Readers)
            {
                if (!may.Contains(person)) _rooms.Leave(_text, connection);
            }

            return [.. Readers.Keys];
        }

        private async Task Guarded(Func<Task> send)
        {
            await _order.WaitAsync();
            try
            {
                await send();
            }
            catch (Exception failed)
            {
                _rooms._log.LogWarning(failed, "News of a text could not be sent; its readers catch up with the next");
            }
            finally
            {
                _order.Release();
            }
        }
    }
}

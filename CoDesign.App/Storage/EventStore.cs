using System.Text.Json;
using CoDesign.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace CoDesign.App.Storage;

/// <summary>Reads histories, and turns what happened into rows. What is true is here; all else can be made from it.</summary>
public sealed class EventStore(
    IDbContextFactory<CoDesignDb> databases, EventCatalogue catalogue, Chain chain, Seal seal, StreamKinds kinds)
{
    /// <summary>States of other code are read from the history instead.</summary>
    private static readonly string Stamp = typeof(IEvent).Assembly.ManifestModule.ModuleVersionId.ToString("n");

    /// <summary>The stream as the database has it; version 0 where there is none.</summary>
    public StreamCopy Load(StreamId id)
    {
        var kind = kinds[id.Kind];
        using var db = databases.CreateDbContext();
        var name = id.ToString();
        var snapshot = db.Snapshots.AsNoTracking().FirstOrDefault(s => s.StreamId == name && s.Stamp == Stamp);
        var copy = snapshot is null
            ? new StreamCopy(id, 0, kind.Initial, Chain.Start, null)
            : new StreamCopy(id, snapshot.Version, JsonSerializer.Deserialize(snapshot.State, kind.Initial.GetType(), DomainJson.Options)!,
                HashAt(db, name, snapshot.Version), null);
        foreach (var row in RowsAfter(db, id, copy.Version, long.MaxValue))
        {
            var key = row.SealKey is null ? copy.Key : seal.Unwrap(row.SealKey);
            copy = copy with { Version = row.Version, State = kind.Evolve(copy.State, Read(row, id, key)), Hash = row.Hash, Key = key };
        }

        return copy;
    }

    /// <summary>A part of a history, in order.</summary>
    /// <param name="id">The stream.</param>
    /// <param name="after">The version after which to begin; 0 for all.</param>
    /// <param name="upTo">The last version wanted.</param>
    public IReadOnlyList<Recorded> Read(StreamId id, long after, long upTo = long.MaxValue)
    {
        using var db = databases.CreateDbContext();
        var rows = RowsAfter(db, id, after, upTo);
        if (rows.Count == 0) return [];
        var first = rows[0].SealKey ?? db.Events.AsNoTracking()
            .Where(e => e.StreamId == rows[0].StreamId && e.Version == 1).Select(e => e.SealKey).First();
        var key = first is null ? null : seal.Unwrap(first);
        return [.. rows.Select(row => Read(row, id, key))];
    }

    /// <summary>Events of all streams in the order in which they were committed, those of sealed streams too.</summary>
    /// <param name="db">The database.</param>
    /// <param name="after">The position after which to begin.</param>
    /// <param name="types">The stable names wanted; sealed events are looked into.</param>
    public IEnumerable<(long Position, Recorded Recorded)> ReadAll(CoDesignDb db, long after, IReadOnlySet<string> types)
    {
        var wanted = types.Append(Seal.SealedType).ToArray();
        var keys = new Dictionary<string, byte[]>();
        foreach (var row in db.Events.AsNoTracking().Where(e => e.Position > after && wanted.Contains(e.Type)).OrderBy(e => e.Position))
        {
            if (row.Type != Seal.SealedType)
            {
                if (StreamId.TryParse(row.StreamId, out var id)) yield return (row.Position, Read(row, id, null));
                continue;
            }

            if (!keys.TryGetValue(row.StreamId, out var key)) keys[row.StreamId] = key = KeyOf(db, row.StreamId);
            var inside = Seal.Open(key, row.StreamId, row.Payload, row.Version);
            if (types.Contains(inside.Type)) yield return (row.Position, Read(row, inside.Stream, key));
        }
    }

    /// <summary>When the last event happened, in a sealed stream too; null where none has.</summary>
    public DateTimeOffset? LastAt()
    {
        using var db = databases.CreateDbContext();
        if (db.Events.AsNoTracking().OrderByDescending(e => e.Position).FirstOrDefault() is not { } row) return null;
        return row.Type == Seal.SealedType ? Seal.Open(KeyOf(db, row.StreamId), row.StreamId, row.Payload, row.Version).At : new DateTimeOffset(row.At, TimeSpan.Zero);
    }

    /// <summary>The names of all sealed streams, found by opening the first event of each.</summary>
    public IReadOnlyList<StreamId> SealedStreams()
    {
        using var db = databases.CreateDbContext();
        return [.. db.Events.AsNoTracking().Where(e => e.SealKey != null).AsEnumerable()
            .Select(row => Seal.Open(seal.Unwrap(row.SealKey!), row.StreamId, row.Payload, row.Version).Stream)];
    }

    /// <summary>The row for what follows in a stream, and the stream as it is then.</summary>
    /// <param name="copy">The stream before.</param>
    /// <param name="happened">The event; its version is one more than the stream's.</param>
    /// <param name="state">The state after it.</param>
    /// <param name="position">Its place in the order of all events.</param>
    /// <param name="keyOf">The key of the bid under which the stream is sealed, by the bid's stream.</param>
    public (EventRow Row, StreamCopy After) Write(StreamCopy copy, Recorded happened, object state, long position, Func<StreamId, byte[]> keyOf)
    {
        var sealedBy = kinds[copy.Id.Kind].SealedBy(state);
        var key = copy.Key ?? (sealedBy is not { } bid ? null : bid == copy.Id ? Seal.NewKey() : keyOf(bid));
        var row = key is null ? OpenRow(copy, happened, position) : SealedRow(copy, happened, position, key);
        return (row, new StreamCopy(copy.Id, happened.Version, state, row.Hash, key));
    }

    /// <summary>The name under which the stream's events are kept.</summary>
    public string NameInStore(StreamCopy copy) => copy.Key is null ? copy.Id.ToString() : seal.Opaque(copy.Id.ToString());

    /// <summary>The name under which operations on a stream and their actors are kept.</summary>
    public (string Stream, string Actor) OperationNames(StreamId id, ParticipantId actor, bool isSealed) => isSealed
        ? (seal.Opaque(id.ToString()), seal.Opaque($"{id}:{actor}"))
        : (id.ToString(), actor.Text());

    /// <summary>Keeps a state so that the stream opens quickly; not for sealed streams.</summary>
    public void Snapshot(StreamCopy copy)
    {
        using var db = databases.CreateDbContext();
        var name = copy.Id.ToString();
        var state = JsonSerializer.SerializeToUtf8Bytes(copy.State, copy.State.GetType(), DomainJson.Options);
        var row = db.Snapshots.Find(name);
        if (row is null) db.Snapshots.Add(new SnapshotRow { StreamId = name, Version = copy.Version, Stamp = Stamp, State = state });
        else (row.Version, row.Stamp, row.State) = (copy.Version, Stamp, state);
        db.SaveChanges();
    }

    /// <summary>Erases somebody's words from open streams, and the snapshots and kept moments that hold them; says which streams.</summary>
    /// <param name="db">The database, in the transaction that is under way.</param>
    /// <param name="person">Whose words.</param>
    public IReadOnlyList<StreamId> Erase(CoDesignDb db, ParticipantId person)
    {
        var (actor, quotes) = (person.Text(), catalogue.Quotes);
        var quoted = db.Events.AsNoTracking().Where(e => e.Words != null && quotes.Contains(e.Type)).AsEnumerable()
            .Where(row => WordsOf(row) == actor).Select(row => row.Position).ToArray();
        var written = db.Events.Where(e => e.Words != null && (e.ActorId == actor && !quotes.Contains(e.Type) || quoted.Contains(e.Position)));
        var names = written.Select(e => e.StreamId).Distinct().ToArray();
        written.ExecuteUpdate(set => set.SetProperty(e => e.Words, (byte[]?)null));
        db.Snapshots.Where(s => names.Contains(s.StreamId)).ExecuteDelete();
        db.Moments.Where(m => names.Contains(m.StreamId)).ExecuteDelete();
        return [.. names.Select(name => StreamId.TryParse(name, out var id) ? id : throw new InvalidDataException($"{name} names no stream."))];
    }

    private string WordsOf(EventRow row) => ((IQuote)catalogue.Read(row.Type, row.Payload, row.Words)).WordsOf?.Text() ?? row.ActorId;

    /// <summary>Takes back a state that was kept.</summary>
    public void DropSnapshot(StreamId id)
    {
        using var db = databases.CreateDbContext();
        var name = id.ToString();
        db.Snapshots.Where(s => s.StreamId == name).ExecuteDelete();
    }

    private EventRow OpenRow(StreamCopy copy, Recorded happened, long position)
    {
        var (payload, words) = catalogue.WriteApart(happened.Event);
        var (name, type, actor, at) = (copy.Id.ToString(), catalogue.NameOf(happened.Event.GetType()), happened.Actor.Text(), happened.At.UtcTicks);
        return new EventRow
        {
            Position = position,
            StreamId = name,
            Version = happened.Version,
            Type = type,
            Payload = payload,
            Words = words,
            ActorId = actor,
            At = at,
            Hash = chain.Next(copy.Hash, name, happened.Version, type, payload, actor, at, null),
        };
    }

    private EventRow SealedRow(StreamCopy copy, Recorded happened, long position, byte[] key)
    {
        var name = seal.Opaque(copy.Id.ToString());
        var inside = new SealedEvent(copy.Id, catalogue.NameOf(happened.Event.GetType()), happened.Actor, happened.At, catalogue.Write(happened.Event));
        var payload = Seal.Close(key, name, inside, happened.Version);
        var wrapped = happened.Version == 1 ? seal.Wrap(key) : null;
        return new EventRow
        {
            Position = position,
            StreamId = name,
            Version = happened.Version,
            Type = Seal.SealedType,
            Payload = payload,
            ActorId = "",
            At = 0,
            SealKey = wrapped,
            Hash = chain.Next(copy.Hash, name, happened.Version, Seal.SealedType, payload, "", 0, wrapped),
        };
    }

    private Recorded Read(EventRow row, StreamId id, byte[]? key)
    {
        if (key is null)
        {
            if (!Guid.TryParseExact(row.ActorId, "n", out var actor)) throw new InvalidDataException($"Event {row.Position} names no actor.");
            return new Recorded(id, row.Version, catalogue.Read(row.Type, row.Payload, row.Words), new ParticipantId(actor),
                new DateTimeOffset(row.At, TimeSpan.Zero));
        }

        var inside = Seal.Open(key, row.StreamId, row.Payload, row.Version);
        return new Recorded(id, row.Version, catalogue.Read(inside.Type, inside.Payload, null), inside.Actor, inside.At);
    }

    private List<EventRow> RowsAfter(CoDesignDb db, StreamId id, long version, long upTo)
    {
        var name = id.ToString();
        var rows = db.Events.AsNoTracking().Where(e => e.StreamId == name && e.Version > version && e.Version <= upTo).OrderBy(e => e.Version).ToList();
        if (rows.Count > 0 || version > 0 && db.Events.Any(e => e.StreamId == name)) return rows;
        var opaque = seal.Opaque(name);
        return [.. db.Events.AsNoTracking().Where(e => e.StreamId == opaque && e.Version > version && e.Version <= upTo).OrderBy(e => e.Version)];
    }

    private byte[] KeyOf(CoDesignDb db, string opaqueId) => seal.Unwrap(
        db.Events.AsNoTracking().Where(e => e.StreamId == opaqueId && e.Version == 1).Select(e => e.SealKey).First()
        ?? throw new InvalidDataException("A sealed stream has no key."));

    private static byte[] HashAt(CoDesignDb db, string name, long version) =>
        db.Events.AsNoTracking().Where(e => e.StreamId == name && e.Version == version).Select(e => e.Hash).First();
}

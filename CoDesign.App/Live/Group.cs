using CoDesign.App.Storage;
using CoDesign.Domain.Kernel;
using Microsoft.Data.Sqlite;

namespace CoDesign.App.Live;

/// <summary>A command that waits for its decision.</summary>
/// <param name="Stream">The stream it is for.</param>
/// <param name="Command">What is asked.</param>
/// <param name="Actor">Who asks.</param>
/// <param name="Operation">The act.</param>
/// <param name="At">When the server received it; the one instant that counts for it.</param>
public sealed record Waiting(StreamId Stream, ICommand Command, ParticipantId Actor, OperationId Operation, DateTimeOffset At)
{
    /// <summary>Where the answer goes.</summary>
    public TaskCompletionSource<Answer> Reply { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>
/// Commands that are decided together, each against the state as it will be after those before it,
/// and committed in one transaction.
/// </summary>
public sealed class Group(EventStore store, StreamKinds kinds, LiveCopies copies, IEnumerable<IReadModel> readModels, long position)
{
    private readonly Dictionary<StreamId, StreamCopy> _after = [];
    private readonly Dictionary<StreamId, long> _before = [];
    private readonly Dictionary<StreamId, long> _facts = [];
    private readonly Dictionary<(OperationId, StreamId, ParticipantId), Answer> _answers = [];
    private readonly List<EventRow> _rows = [];
    private readonly List<OperationRow> _operations = [];
    private readonly List<(Waiting Waiting, Answer? Answer, Exception? Fault)> _outcomes = [];

    /// <summary>What happened, in order, each with its place in the order of all events.</summary>
    public List<(long Position, Recorded Recorded)> Happened { get; } = [];

    /// <summary>The streams as they will be.</summary>
    public IReadOnlyCollection<StreamCopy> Changed => [.. _after.Values.Where(copy => copy.Version > _before[copy.Id])];

    /// <summary>The last position used.</summary>
    public long Position { get; private set; } = position;

    /// <summary>Decides one command. A bug in a decider harms that command alone.</summary>
    public void Decide(Waiting waiting, IReadOnlyDictionary<(string, string, string), OperationRow> answered)
    {
        try
        {
            _outcomes.Add((waiting, Answer(waiting, answered), null));
        }
        catch (Exception fault)
        {
            _outcomes.Add((waiting, null, fault));
        }
    }

    /// <summary>Writes everything in one transaction.</summary>
    /// <exception cref="ConflictException">Something on which a decision rests has moved in the database.</exception>
    public void Commit(CoDesignDb db)
    {
        if (_rows.Count == 0 && _operations.Count == 0) return;
        using var transaction = db.Database.BeginTransaction();
        AssertFacts(db);
        try
        {
            db.AddEvents(_rows);
            db.AddOperations(_operations);
            foreach (var (_, recorded) in Happened)
            {
                if (_after[recorded.Stream].Key is not null) continue;
                foreach (var model in readModels) model.Apply(db, recorded);
            }

            db.SaveChanges();
            transaction.Commit();
        }
        catch (Exception taken) when ((taken as SqliteException ?? taken.InnerException) is SqliteException { SqliteErrorCode: 19 })
        {
            throw new ConflictException("Somebody else wrote to the same stream at the same time.", taken);
        }
    }

    /// <summary>Tells everybody who waits what came of it.</summary>
    public void Reply()
    {
        foreach (var (waiting, answer, fault) in _outcomes)
        {
            if (fault is not null) waiting.Reply.TrySetException(fault);
            else waiting.Reply.TrySetResult(answer!);
        }
    }

    /// <summary>The streams that took part, for reading them again after a conflict.</summary>
    public IEnumerable<StreamId> Streams => _before.Keys.Concat(_facts.Keys).Distinct();

    private Answer Answer(Waiting waiting, IReadOnlyDictionary<(string, string, string), OperationRow> answered)
    {
        var operation = (waiting.Operation, waiting.Stream, waiting.Actor);
        if (_answers.TryGetValue(operation, out var first)) return first;
        var copy = CopyOf(waiting.Stream);
        var names = store.OperationNames(waiting.Stream, waiting.Actor, copy.Key is not null);
        if (answered.TryGetValue((waiting.Operation.Text(), names.Stream, names.Actor), out var row))
            return new Answer(waiting.Stream, row.Version, row.Made, null);

        var kind = kinds[waiting.Stream.Kind];
        var context = new Context(waiting.Actor, waiting.Operation, waiting.At, FactsFor(kind, copy.State, waiting.Command)) { Stream = waiting.Stream };
        var decision = kind.Decide(copy.State, waiting.Command, context);
        if (decision.Refusal is not null) return new Answer(waiting.Stream, copy.Version, null, decision.Refusal);

        foreach (var (id, version) in context.Facts.Versions) _facts.TryAdd(id, version);
        copy = Evolve(kind, copy, decision, waiting);
        var answer = _answers[operation] = new Answer(waiting.Stream, copy.Version, decision.Made, null) { Position = Position };
        names = store.OperationNames(waiting.Stream, waiting.Actor, copy.Key is not null);
        _operations.Add(new OperationRow
        {
            OperationId = waiting.Operation.Text(),
            StreamId = names.Stream,
            ActorId = names.Actor,
            Version = copy.Version,
            Made = decision.Made,
        });
        return answer;
    }

    private StreamCopy Evolve(StreamKind kind, StreamCopy copy, Decision decision, Waiting waiting)
    {
        var (rows, happened, position) = (new List<EventRow>(), new List<(long, Recorded)>(), Position);
        foreach (var something in decision.Events)
        {
            var recorded = new Recorded(copy.Id, copy.Version + 1, something, waiting.Actor, waiting.At);
            (var row, copy) = store.Write(copy, recorded, kind.Evolve(copy.State, recorded), ++position, KeyOf);
            rows.Add(row);
            happened.Add((position, recorded));
        }

        _rows.AddRange(rows);
        Happened.AddRange(happened);
        Position = position;
        return _after[copy.Id] = copy;
    }

    private Facts FactsFor(StreamKind kind, object state, ICommand command)
    {
        var facts = Facts.None;
        while (true)
        {
            var unknown = kind.Needs(state, command, facts).Where(id => !facts.Knows(id)).Distinct().ToArray();
            if (unknown.Length == 0) return facts;
            foreach (var id in unknown)
            {
                var copy = CopyOf(id);
                facts = facts.With(id, copy.Version, copy.State);
            }
        }
    }

    private StreamCopy CopyOf(StreamId id)
    {
        if (_after.TryGetValue(id, out var copy)) return copy;
        copy = copies.Get(id);
        _before[id] = copy.Version;
        return _after[id] = copy;
    }

    private byte[] KeyOf(StreamId bid) => CopyOf(bid).Key
        ?? throw new InvalidOperationException("A stream was to be sealed under a bid that has no key.");

    /// <summary>Facts of streams that this group writes to are guarded by the unique version of each event.</summary>
    private void AssertFacts(CoDesignDb db)
    {
        var rested = _facts.Where(fact => _before.TryGetValue(fact.Key, out var before) && before == _after[fact.Key].Version)
            .ToDictionary(fact => store.NameInStore(_after[fact.Key]), fact => fact.Value);
        if (rested.Count == 0) return;
        var names = rested.Keys.ToArray();
        var now = db.Events.Where(e => names.Contains(e.StreamId)).GroupBy(e => e.StreamId)
            .Select(g => new { g.Key, Version = g.Max(e => e.Version) }).ToDictionary(g => g.Key, g => g.Version);
        if (rested.Any(fact => now.GetValueOrDefault(fact.Key) != fact.Value))
            throw new ConflictException("Something on which a decision rests has changed meanwhile.", null);
    }
}

/// <summary>Somebody else was quicker; deciding again settles it.</summary>
public sealed class ConflictException(string message, Exception? inner) : Exception(message, inner);

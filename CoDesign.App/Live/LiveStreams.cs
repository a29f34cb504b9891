using System.Collections.Concurrent;
using CoDesign.App.Storage;
using CoDesign.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace CoDesign.App.Live;

/// <summary>
/// The one door: whatever anybody does comes through <c>ExecuteAsync</c>, is decided, made durable,
/// and only then answered and shown. One loop takes all that waits and commits it as a group.
/// </summary>
public sealed class LiveStreams(
    IServiceProvider services, LiveCopies copies, Bus bus, Clock clock, ILogger<LiveStreams> log) : IHostedService, IDisposable
{
    private const int GroupSize = 512;
    private const int SnapshotEvery = 500;

    private readonly EventStore _store = services.GetRequiredService<EventStore>();
    private readonly StreamKinds _kinds = services.GetRequiredService<StreamKinds>();
    private readonly IDbContextFactory<CoDesignDb> _databases = services.GetRequiredService<IDbContextFactory<CoDesignDb>>();
    private readonly IReadModel[] _readModels = [.. services.GetServices<IReadModel>()];
    private readonly BlockingCollection<Waiting> _waiting = new(new ConcurrentQueue<Waiting>(), boundedCapacity: 100_000);
    private readonly Lock _entry = new();
    private readonly Lock _commit = new();
    private readonly ConcurrentDictionary<StreamId, byte> _sealed = new();
    private readonly ManualResetEventSlim _begun = new();
    private System.Threading.Thread? _loop;
    private long _position;
    private int _stopped;
    private int _erasures;

    /// <summary>What happened, for reactors; called by the loop after the commit and before the answers.</summary>
    internal event Action<IReadOnlyList<(long Position, Recorded Recorded)>>? Committed;

    /// <summary>Whether commands are being decided.</summary>
    public bool IsRunning => _begun.IsSet && _loop is { IsAlive: true };

    /// <summary>Moves when an erasing begins and when it is done; what was read before the last time may hold erased words.</summary>
    internal int Erasures => Volatile.Read(ref _erasures);

    /// <summary>Decides a command, keeps what happened, and answers once it is durable.</summary>
    /// <param name="stream">The stream it is for; for a creation, <see cref="NewStream"/>.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="operation">The act; the same one again gets the first answer.</param>
    public Task<Answer> ExecuteAsync(StreamId stream, ICommand command, ParticipantId actor, OperationId operation)
    {
        lock (_entry)
        {
            var waiting = new Waiting(stream, command, actor, operation, clock.Now());
            _waiting.Add(waiting);
            return waiting.Reply.Task;
        }
    }

    /// <summary>
    /// The same at another time than now: for what follows from an event, at that event's time, and for the sample, whose
    /// history lies in the past. Nobody else may choose the time.
    /// </summary>
    internal Task<Answer> ExecuteAsync(StreamId stream, ICommand command, ParticipantId actor, OperationId operation, DateTimeOffset at)
    {
        var waiting = new Waiting(stream, command, actor, operation, at);
        _waiting.Add(waiting);
        return waiting.Reply.Task;
    }

    /// <summary>The stream as committed; version 0 where there is none.</summary>
    public StreamCopy Get(StreamId id) => copies.Get(id);

    /// <summary>The stream as the database has it now, for when another process may have written to it.</summary>
    public StreamCopy Refresh(StreamId id)
    {
        copies.Forget(id);
        return copies.Get(id);
    }

    /// <summary>
    /// Erases what somebody wrote in open streams, for good. No commit is under way meanwhile, so none goes on from a copy
    /// that still holds the words; whoever looks sees the streams without them.
    /// </summary>
    public void Erase(ParticipantId person)
    {
        IReadOnlyList<StreamId> streams;
        lock (_commit)
        {
            Interlocked.Increment(ref _erasures);
            using var db = _databases.CreateDbContext();
            db.Database.OpenConnection();
            using (var transaction = db.Database.BeginTransaction())
            {
                streams = _store.Erase(db, person);
                transaction.Commit();
            }

            db.Database.ExecuteSqlRaw("PRAGMA wal_checkpoint(TRUNCATE);");
            foreach (var stream in streams) copies.Forget(stream);
            Interlocked.Increment(ref _erasures);
        }

        foreach (var stream in streams) bus.Publish(stream);
    }

    /// <summary>Keeps a copy of words; says no, and does nothing, where some were erased since they were read. None are erased meanwhile.</summary>
    /// <param name="erasures">What <see cref="Erasures"/> was before the words were read.</param>
    /// <param name="keep">Puts the copy away; nothing is committed meanwhile, so it is to be quick.</param>
    internal bool Keep(int erasures, Action keep)
    {
        lock (_commit)
        {
            if (erasures != Erasures) return false;
            keep();
            return true;
        }
    }

    /// <summary>The sealed streams of one kind. For finding the bids of a tender or of a person, never for telling anybody how many there are.</summary>
    public IEnumerable<StreamId> Sealed(string kind)
    {
        _begun.Wait();
        return _sealed.Keys.Where(id => id.Kind == kind);
    }

    /// <summary>The stream that a creating operation begins; the same operation names the same stream.</summary>
    public static StreamId NewStream(string kind, ParticipantId actor, OperationId operation) =>
        new(kind, Derived.Guid(operation.Value, $"{kind}-by-{actor}"));

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _loop = new System.Threading.Thread(Loop) { Name = "commits", IsBackground = true };
        _loop.Start();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken)
    {
        // A host may be stopped from two sides at once, and be gone already.
        if (Interlocked.Exchange(ref _stopped, 1) != 0) return Task.CompletedTask;
        _waiting.CompleteAdding();
        _loop?.Join(TimeSpan.FromSeconds(10));
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Interlocked.Exchange(ref _stopped, 1);
        _waiting.Dispose();
        _begun.Dispose();
    }

    private void Loop()
    {
        // Here and not at start, so that the first page needn't wait for it.
        using (var db = _databases.CreateDbContext()) _position = db.Events.Max(e => (long?)e.Position) ?? 0;
        foreach (var id in _store.SealedStreams()) _sealed[id] = 0;
        _begun.Set();
        var taken = new List<Waiting>(GroupSize);
        foreach (var first in _waiting.GetConsumingEnumerable())
        {
            taken.Clear();
            taken.Add(first);
            while (taken.Count < GroupSize && _waiting.TryTake(out var next)) taken.Add(next);
            CommitOrDecideAgain(taken);
        }
    }

    /// <summary>A conflict is decided again together; a second failure runs each alone, so that only the faulty one fails.</summary>
    private void CommitOrDecideAgain(List<Waiting> together)
    {
        if (TryCommit(together) is null || TryCommit(together) is null) return;
        foreach (var alone in together)
        {
            if (TryCommit([alone]) is not null && TryCommit([alone]) is { } fault) alone.Reply.TrySetException(fault);
        }
    }

    private Exception? TryCommit(List<Waiting> together)
    {
        lock (_commit) return TryCommitAlone(together);
    }

    private Exception? TryCommitAlone(List<Waiting> together)
    {
        var group = new Group(_store, _kinds, copies, _readModels, _position);
        try
        {
            using var db = _databases.CreateDbContext();
            db.Database.OpenConnection();
            DecideAndCommit(db, group, together);
        }
        catch (Exception fault)
        {
            if (fault is not ConflictException) log.LogError(fault, "A group of {Count} commands could not be committed", together.Count);
            foreach (var stream in group.Streams) copies.Forget(stream);
            using var db = _databases.CreateDbContext();
            _position = db.Events.Max(e => (long?)e.Position) ?? 0;
            return fault;
        }

        Publish(group);
        return null;
    }

    /// <summary>On one connection, which is set up only once.</summary>
    private static void DecideAndCommit(CoDesignDb db, Group group, List<Waiting> together)
    {
        try
        {
            var answered = db.Answered(together.Select(waiting => waiting.Operation.Text()).Distinct());
            foreach (var waiting in together) group.Decide(waiting, answered);
            group.Commit(db);
        }
        finally
        {
            db.Database.CloseConnection();
        }
    }

    private void Publish(Group group)
    {
        _position = group.Position;
        foreach (var copy in group.Changed)
        {
            copies.Install(copy);
            if (copy.Key is not null) _sealed[copy.Id] = 0;
        }

        if (group.Happened.Count > 0) Committed?.Invoke(group.Happened);
        group.Reply();
        var erasures = Volatile.Read(ref _erasures);
        foreach (var copy in group.Changed)
        {
            bus.Publish(copy.Id);
            if (copy.Key is null && copy.Version % SnapshotEvery == 0) _ = Task.Run(() => Snapshot(copy, erasures));
        }
    }

    private void Snapshot(StreamCopy copy, int erasures)
    {
        try
        {
            _store.Snapshot(copy);
            // Words may have been erased meanwhile.
            if (erasures != Volatile.Read(ref _erasures)) _store.DropSnapshot(copy.Id);
        }
        catch (Exception fault)
        {
            log.LogWarning(fault, "A snapshot could not be kept; the stream will be read from its history");
        }
    }
}

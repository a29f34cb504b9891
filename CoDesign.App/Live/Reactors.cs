using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Threading.Channels;
using CoDesign.App.Storage;
using CoDesign.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace CoDesign.App.Live;

/// <summary>What the system asks of a stream because of something that happened in another.</summary>
public sealed record Carried(StreamId Stream, ICommand Command);

/// <summary>Says what follows elsewhere from one type of event.</summary>
/// <param name="Event">The type of event.</param>
/// <param name="Follows">What follows from it, in order.</param>
public sealed record Reaction(Type Event, Func<Recorded, Reading, IEnumerable<Carried>> Follows)
{
    /// <summary>A reaction to events of one type.</summary>
    public static Reaction To<TEvent>(Func<TEvent, Recorded, Reading, IEnumerable<Carried>> follows) where TEvent : IEvent =>
        new(typeof(TEvent), (recorded, reading) => follows((TEvent)recorded.Event, recorded, reading));
}

/// <summary>
/// Carries acts from one stream to another, durably: after a crash again until they are in,
/// under an operation derived from the event, so never half lost and never double.
/// </summary>
public sealed class Reactors(
    IEnumerable<Reaction> reactions, LiveStreams live, EventStore store, EventCatalogue catalogue,
    IDbContextFactory<CoDesignDb> databases, ILogger<Reactors> log) : BackgroundService
{
    private const string Checkpoint = "reactors";

    private readonly FrozenDictionary<Type, Reaction> _reactions = reactions.ToFrozenDictionary(reaction => reaction.Event);
    private readonly Channel<(long Position, Recorded Recorded)> _happened = Channel.CreateUnbounded<(long, Recorded)>();
    private readonly ConcurrentDictionary<long, TaskCompletionSource> _settling = new();
    private readonly TaskCompletionSource _caughtUp = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends once what was left from before the start is carried.</summary>
    public Task CaughtUp => _caughtUp.Task;

    /// <inheritdoc />
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        live.Committed += Take;
        return base.StartAsync(cancellationToken);
    }

    /// <summary>Ends once everything that follows from the answer's events is in.</summary>
    public Task Settled(Answer answer) => Task.WhenAll(_settling.Where(open => open.Key <= answer.Position).Select(open => open.Value.Task));

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var reached = await CatchUp(stoppingToken);
        _caughtUp.SetResult();
        await foreach (var (position, recorded) in _happened.Reader.ReadAllAsync(stoppingToken))
        {
            if (position > reached) await Carry(position, recorded);
            if (_settling.TryRemove(position, out var settled)) settled.SetResult();
        }
    }

    private async Task<long> CatchUp(CancellationToken stoppingToken)
    {
        var names = _reactions.Keys.Select(catalogue.NameOf).ToHashSet();
        List<(long Position, Recorded Recorded)> open;
        long reached;
        await using (var db = await databases.CreateDbContextAsync(stoppingToken))
        {
            reached = db.Checkpoints.Find(Checkpoint)?.Position ?? 0;
            open = [.. store.ReadAll(db, reached, names)];
        }

        foreach (var (position, recorded) in open)
        {
            await Carry(position, recorded);
            reached = position;
        }

        return reached;
    }

    private void Take(IReadOnlyList<(long Position, Recorded Recorded)> happened)
    {
        foreach (var (position, recorded) in happened)
        {
            if (!_reactions.ContainsKey(recorded.Event.GetType())) continue;
            _settling[position] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _happened.Writer.TryWrite((position, recorded));
        }
    }

    private async Task Carry(long position, Recorded recorded)
    {
        var operation = new OperationId(Derived.Guid(recorded.Stream.Value, $"reaction-{recorded.Version}"));
        var step = 0;
        foreach (var carried in _reactions[recorded.Event.GetType()].Follows(recorded, new Reading(live)))
        {
            var answer = await live.ExecuteAsync(carried.Stream, carried.Command, ParticipantId.System, operation.Then($"step-{step++}"), recorded.At);
            if (answer.Refusal is { } refusal)
                log.LogError("What follows from {Event} was refused: {Code}", catalogue.NameOf(recorded.Event.GetType()), refusal.Code);
        }

        await using var db = await databases.CreateDbContextAsync();
        var checkpoint = db.Checkpoints.Find(Checkpoint);
        if (checkpoint is null) db.Checkpoints.Add(new CheckpointRow { Name = Checkpoint, Position = position });
        else checkpoint.Position = position;
        db.SaveChanges();
    }
}

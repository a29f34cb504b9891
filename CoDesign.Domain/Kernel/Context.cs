using System.Collections.Immutable;

namespace CoDesign.Domain.Kernel;

/// <summary>Who acts, when, and what is known of other streams. All that a decider learns from outside.</summary>
/// <param name="Actor">Who acts; <see cref="ParticipantId.Public"/> when nobody is known.</param>
/// <param name="Operation">The act; identifiers of what it makes follow from it.</param>
/// <param name="Now">The server's clock, UTC; never earlier than in an earlier decision of this process.</param>
/// <param name="Facts">The state of the streams that the decider said it needs.</param>
public sealed record Context(ParticipantId Actor, OperationId Operation, DateTimeOffset Now, Facts Facts)
{
    /// <summary>The stream that is asked: for deciders of streams whose identifiers follow from others.</summary>
    public StreamId Stream { get; init; }

    /// <summary>True when the system itself carries an act from one stream to another.</summary>
    public bool IsSystem => Actor == ParticipantId.System;

    /// <summary>
    /// The identifier of the <paramref name="ordinal"/>-th new thing that this act makes;
    /// deciding again gives the same one.
    /// </summary>
    public Guid NewId(int ordinal = 0) => Derived.Guid(Operation.Value, $"new-{ordinal}");
}

/// <summary>
/// What other streams say, each at a version. The store accepts a decision only if none of them has moved meanwhile.
/// </summary>
public sealed class Facts
{
    private readonly ImmutableDictionary<StreamId, Fact> _facts;

    private Facts(ImmutableDictionary<StreamId, Fact> facts) => _facts = facts;

    /// <summary>Nothing is known of any other stream.</summary>
    public static Facts None { get; } = new(ImmutableDictionary<StreamId, Fact>.Empty);

    /// <summary>These facts and one more.</summary>
    public Facts With(StreamId stream, long version, object state) =>
        new(_facts.SetItem(stream, new Fact(version, state)));

    /// <summary>Whether the stream was asked for.</summary>
    public bool Knows(StreamId stream) => _facts.ContainsKey(stream);

    /// <summary>The stream's state, or null where no such stream exists or it was not asked for.</summary>
    public TState? Find<TState>(StreamId stream) where TState : class =>
        _facts.TryGetValue(stream, out var fact) && fact.Version > 0 ? fact.State as TState : null;

    /// <summary>The versions on which a decision rests; 0 for a stream that does not exist.</summary>
    public IEnumerable<KeyValuePair<StreamId, long>> Versions =>
        _facts.Select(fact => KeyValuePair.Create(fact.Key, fact.Value.Version));

    private readonly record struct Fact(long Version, object State);
}

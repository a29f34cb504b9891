namespace CoDesign.Domain.Kernel;

/// <summary>One kind of stream, with its decider behind plain objects, so that storage needs to know no kind by name.</summary>
public sealed class StreamKind
{
    private StreamKind(string name, string plural, Type command, object initial)
    {
        (Name, Plural, Command, Initial) = (name, plural, command, initial);
    }

    /// <summary>The kind in the singular: <c>project</c>. Part of stored stream names: never changes.</summary>
    public string Name { get; }

    /// <summary>The kind in the plural, as in addresses of the API: <c>projects</c>.</summary>
    public string Plural { get; }

    /// <summary>The base type of the kind's commands.</summary>
    public Type Command { get; }

    /// <summary>The state before anything happened.</summary>
    public object Initial { get; }

    /// <summary>Decides a command.</summary>
    public required Func<object, ICommand, Context, Decision> Decide { get; init; }

    /// <summary>The state after an event.</summary>
    public required Func<object, Recorded, object> Evolve { get; init; }

    /// <summary>Streams on which a decision rests.</summary>
    public required Func<object, ICommand, Facts, IEnumerable<StreamId>> Needs { get; init; }

    /// <summary>
    /// The bid under whose key the stream is kept encrypted, worked out from its state; null for an open stream.
    /// </summary>
    public Func<object, StreamId?> SealedBy { get; init; } = _ => null;

    /// <summary>The kind that a decider describes.</summary>
    public static StreamKind Of<TDecider, TState, TCommand>(string name, string plural, Func<TState, StreamId?>? sealedBy = null)
        where TDecider : IDecider<TState, TCommand>
        where TState : class
        where TCommand : ICommand => new(name, plural, typeof(TCommand), TDecider.Initial)
        {
            Decide = (state, command, context) => TDecider.Decide((TState)state, (TCommand)command, context),
            Evolve = (state, happened) => TDecider.Evolve((TState)state, happened),
            Needs = (state, command, known) => TDecider.Needs((TState)state, (TCommand)command, known),
            SealedBy = state => sealedBy?.Invoke((TState)state),
        };
}

namespace CoDesign.Domain.Kernel;

/// <summary>
/// The life of one kind of stream: what may be asked, what happens then, and what is true after it.
/// Pure: no input or output, no clock, no randomness.
/// </summary>
/// <typeparam name="TState">What is true of one stream; immutable.</typeparam>
/// <typeparam name="TCommand">What may be asked of it.</typeparam>
public interface IDecider<TState, in TCommand> where TState : class where TCommand : ICommand
{
    /// <summary>The state of a stream in which nothing has happened.</summary>
    static abstract TState Initial { get; }

    /// <summary>Says what happens, or why nothing does. Permission is part of it.</summary>
    static abstract Decision Decide(TState state, TCommand command, Context context);

    /// <summary>What is true after something happened. Total: an event of another kind is an error.</summary>
    static abstract TState Evolve(TState state, Recorded happened);

    /// <summary>
    /// The other streams on which the decision rests. Asked again with what was found until it names nothing new,
    /// so that one stream may lead to the next.
    /// </summary>
    static virtual IEnumerable<StreamId> Needs(TState state, TCommand command, Facts known) => [];
}

using System.Collections.Immutable;

namespace CoDesign.Domain.Kernel;

/// <summary>Something a person asks for. It may be refused.</summary>
public interface ICommand;

/// <summary>A command with which a stream begins.</summary>
public interface ICreation : ICommand;

/// <summary>
/// A command that only those who look after the installation give. Who they are is known by their accounts and not by any history, so
/// every door through which people give commands asks it, and the decider is told nothing.
/// </summary>
public interface IAdministratorCommand : ICommand;

/// <summary>A command that only the system itself gives, carrying an act from one stream to another. No address leads to it.</summary>
public interface ISystemCommand : ICommand;

/// <summary>Something that happened. It names people by <see cref="ParticipantId"/> alone.</summary>
public interface IEvent;

/// <summary>The name under which an event is kept, for ever the same: <c>insight.captured.v1</c>.</summary>
/// <param name="name">Noun, verb in the past, version.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EventNameAttribute(string name) : Attribute
{
    /// <summary>The stable name.</summary>
    public string Name { get; } = name;
}

/// <summary>
/// Words that somebody wrote and may have erased: kept apart from the rest of the event,
/// with only their salted hash in the chain. Also on the words of a record within an event. Never on a nullable string:
/// what was erased reads as <see cref="Written.Erased"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ErasableAttribute : Attribute;

/// <summary>Something that happened with words that may be of somebody else than who did it.</summary>
public interface IQuote : IEvent
{
    /// <summary>Whose words they are; null where they are of who did it.</summary>
    ParticipantId? WordsOf { get; }
}

/// <summary>An event in its place in the history of its stream.</summary>
/// <param name="Stream">The stream it belongs to.</param>
/// <param name="Version">1 for the first event of the stream, then without gaps.</param>
/// <param name="Event">What happened.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="At">When the server decided it, UTC.</param>
public sealed record Recorded(StreamId Stream, long Version, IEvent Event, ParticipantId Actor, DateTimeOffset At);

/// <summary>Why something was not done, in words that a person can act on.</summary>
/// <param name="Code">Stable and dotted, for programs and tests: <c>vote.budget-spent</c>.</param>
/// <param name="Message">Plain words: what is wrong, and what to do.</param>
/// <param name="Field">The command's field that it is about, in camel case; null when it is about the whole.</param>
public sealed record Refusal(string Code, string Message, string? Field = null)
{
    /// <summary>
    /// The one answer for what does not exist and for what the asker may not see, so that nobody can tell which.
    /// </summary>
    public static Refusal NotFound { get; } =
        new("not-found", "We can't find that here. It may have been removed, or it isn't open to you.");
}

/// <summary>What a decider answers: what happened, or why nothing did.</summary>
public sealed record Decision
{
    /// <summary>What happened, in order. Empty when the command changed nothing.</summary>
    public ImmutableArray<IEvent> Events { get; private init; } = [];

    /// <summary>Why nothing happened; null when the command was accepted.</summary>
    public Refusal? Refusal { get; private init; }

    /// <summary>The identifier of what was made, if anything was.</summary>
    public Guid? Made { get; private init; }

    /// <summary>Accepted, with what happened.</summary>
    public static Decision Accept(params ReadOnlySpan<IEvent> events) => new() { Events = [.. events] };

    /// <summary>Accepted, and something new exists.</summary>
    public static Decision Make(Guid made, params ReadOnlySpan<IEvent> events) => new() { Events = [.. events], Made = made };

    /// <summary>Refused.</summary>
    public static Decision Refuse(Refusal refusal) => new() { Refusal = refusal };

    /// <summary>A refusal is a decision.</summary>
    public static implicit operator Decision(Refusal refusal) => Refuse(refusal);
}

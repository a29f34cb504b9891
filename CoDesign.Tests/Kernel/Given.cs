using System.Text.Json;
using CoDesign.App.Storage;
using CoDesign.Domain.Kernel;

namespace CoDesign.Tests.Kernel;

/// <summary>
/// The life of a stream as a sentence: given what happened, when somebody asks for something, then this happens or is refused.
/// </summary>
internal static class Given
{
    /// <summary>The moment at which all of it happens.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    /// <summary>The operation of whatever is asked in <c>When</c>.</summary>
    public static OperationId Operation { get; } = new(Derived.Guid(Guid.Empty, "when"));

    /// <summary>The identifier of the first new thing that <c>When</c> makes.</summary>
    public static Guid Made { get; } = new Context(ParticipantId.Public, Operation, Now, Facts.None).NewId();

    /// <summary>A stream in which nothing has happened.</summary>
    public static Given<TDecider, TState, TCommand> Stream<TDecider, TState, TCommand>(string kind)
        where TDecider : IDecider<TState, TCommand> where TState : class where TCommand : ICommand =>
        new(new StreamId(kind, Derived.Guid(Guid.Empty, kind)), TDecider.Initial, 0);

    /// <summary>What the store would keep of something; two things that are kept alike are the same.</summary>
    public static string Kept(object thing) => $"{thing.GetType().Name} {JsonSerializer.Serialize(thing, thing.GetType(), DomainJson.Options)}";
}

/// <summary>What has happened in a stream.</summary>
internal sealed record Given<TDecider, TState, TCommand>(StreamId Stream, TState State, long Version)
    where TDecider : IDecider<TState, TCommand> where TState : class where TCommand : ICommand
{
    /// <summary>Somebody did more.</summary>
    public Given<TDecider, TState, TCommand> By(ParticipantId who, params ReadOnlySpan<IEvent> happened)
    {
        var given = this;
        foreach (var one in happened)
        {
            var recorded = new Recorded(Stream, given.Version + 1, one, who, Given.Now);
            given = given with { State = TDecider.Evolve(given.State, recorded), Version = recorded.Version };
        }

        return given;
    }

    /// <summary>Somebody asks for something.</summary>
    public When<TDecider, TState, TCommand> When(ParticipantId who, TCommand command, Facts? facts = null) =>
        new(this, who, TDecider.Decide(State, command, new Context(who, Given.Operation, Given.Now, facts ?? Facts.None)));
}

/// <summary>What was decided.</summary>
internal sealed record When<TDecider, TState, TCommand>(Given<TDecider, TState, TCommand> Before, ParticipantId Who, Decision Decision)
    where TDecider : IDecider<TState, TCommand> where TState : class where TCommand : ICommand
{
    /// <summary>Exactly this happens, in this order.</summary>
    public Given<TDecider, TState, TCommand> Then(params ReadOnlySpan<IEvent> happens)
    {
        Assert.Null(Decision.Refusal);
        Assert.Equal(happens.ToArray().Select(Given.Kept), Decision.Events.Select(Given.Kept));
        return Before.By(Who, Decision.Events.AsSpan());
    }

    /// <summary>It is accepted; what is true after it is for the test to say.</summary>
    public TState ThenState()
    {
        Assert.Null(Decision.Refusal);
        return Before.By(Who, Decision.Events.AsSpan()).State;
    }

    /// <summary>It is accepted and changes nothing.</summary>
    public void ThenNothing() => Then();

    /// <summary>It is refused, about this field or about the whole; nothing happens.</summary>
    public void ThenRefused(string code, string? field = null)
    {
        Assert.Equal((code, field), (Decision.Refusal?.Code, Decision.Refusal?.Field));
        Assert.Empty(Decision.Events);
        Assert.False(string.IsNullOrWhiteSpace(Decision.Refusal!.Message));
    }
}

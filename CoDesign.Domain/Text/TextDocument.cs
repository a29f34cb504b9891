using System.Collections.Immutable;
using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Text;

/// <summary>One step that a person made in a text.</summary>
/// <param name="ClientId">The editor it was made in; 1 to 64 characters.</param>
/// <param name="OperationId">Names the step within that editor; 1 to 64 characters.</param>
/// <param name="Changes">What changed.</param>
public sealed record TextUpdate(string ClientId, string OperationId, ChangeSet Changes)
{
    /// <summary>Whether both are the same step, whatever it was mapped over.</summary>
    public bool IsSameStep(TextUpdate other) => OperationId == other.OperationId && ClientId == other.ClientId;
}

/// <summary>A step as it stands in the history of the text.</summary>
/// <param name="Update">The step, mapped to where it was accepted.</param>
/// <param name="By">Who made it.</param>
public sealed record AcceptedUpdate(TextUpdate Update, ParticipantId By);

/// <summary>A text exists, and belongs to something.</summary>
[EventName("text.created.v1")]
public sealed record TextCreated(StreamId Owner) : IEvent;

/// <summary>A step was accepted; its changes are made for the text right before it.</summary>
/// <param name="ClientId">The editor it was made in.</param>
/// <param name="OperationId">Names the step within that editor.</param>
/// <param name="Changes">What changed; null where the words were erased.</param>
/// <param name="Shape">Where it changed and by how much, which stays.</param>
[EventName("text.updated.v1")]
public sealed record TextUpdated(string ClientId, string OperationId, [property: Erasable] ChangeSet? Changes, ImmutableArray<int> Shape) : IEvent
{
    /// <summary>The step of somebody's update.</summary>
    public static TextUpdated From(TextUpdate update) => new(update.ClientId, update.OperationId, update.Changes, update.Changes.Shape);

    /// <summary>The update, with neutral characters where its words were erased.</summary>
    public TextUpdate ToUpdate() => new(ClientId, OperationId, Changes ?? ChangeSet.OfShape(Shape));
}

/// <summary>What is true of a shared text.</summary>
public sealed record TextDocument
{
    /// <summary>The longest text, in UTF-16 units.</summary>
    public const int Longest = 200_000;

    /// <summary>How many of the latest steps stay in memory; older ones are in the store.</summary>
    public const int Window = 2_000;

    /// <summary>The text's own stream.</summary>
    public StreamId Id { get; init; }

    /// <summary>What the text belongs to: a project, for a clause; a bid, for an answer.</summary>
    public StreamId Owner { get; init; }

    /// <summary>The words.</summary>
    public string Text { get; init; } = "";

    /// <summary>How many steps made the text. The stream's version is one more, for its creation.</summary>
    public long Version { get; init; }

    /// <summary>The latest steps, oldest first.</summary>
    public ImmutableList<AcceptedUpdate> Recent { get; init; } = [];

    /// <summary>The version before the oldest step in memory.</summary>
    public long RecentFrom => Version - Recent.Count;

    /// <summary>The event version of the stream in which a step of the text stands.</summary>
    public static long StreamVersion(long textVersion) => textVersion + 1;

    /// <summary>The steps after a version; null where some of them are in the store only.</summary>
    public ImmutableList<AcceptedUpdate>? Since(long version) =>
        version < RecentFrom || version > Version ? null : Recent.RemoveRange(0, (int)(version - RecentFrom));

    /// <summary>What is true after something happened.</summary>
    public TextDocument After(Recorded happened) => happened.Event switch
    {
        TextCreated e => this with { Id = happened.Stream, Owner = e.Owner },
        TextUpdated e => Apply(new AcceptedUpdate(e.ToUpdate(), happened.Actor)),
        _ => throw new InvalidOperationException($"A text knows no event {happened.Event.GetType().Name}."),
    };

    private TextDocument Apply(AcceptedUpdate accepted)
    {
        var recent = Recent.Add(accepted);
        return this with
        {
            Text = accepted.Update.Changes.Apply(Text),
            Version = Version + 1,
            Recent = recent.Count > Window ? recent.RemoveAt(0) : recent,
        };
    }
}

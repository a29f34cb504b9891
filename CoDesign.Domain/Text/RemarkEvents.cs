using System.Collections.Immutable;
using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Text;

/// <summary>Something that happened beside the words of a text.</summary>
public interface IRemarkEvent : IEvent
{
    /// <summary>The remark.</summary>
    RemarkId Remark { get; }
}

/// <summary>A step in the making of a text.</summary>
public interface ITextStep : IEvent
{
    /// <summary>The step, with neutral characters where its words were erased.</summary>
    TextUpdate ToUpdate();

    /// <summary>Whose words it brings.</summary>
    /// <param name="actor">Who did it.</param>
    ParticipantId AuthorOf(ParticipantId actor);
}

/// <summary>Somebody commented. The words it is about are not told again: they are those that stood there then.</summary>
[EventName("text.commented.v1")]
public sealed record Commented(RemarkId Remark, Anchor On, [property: Erasable] string Text, ParticipantId? Mention) : IRemarkEvent;

/// <summary>Somebody suggested other words.</summary>
[EventName("text.suggested.v1")]
public sealed record Suggested(RemarkId Remark, Anchor On, [property: Erasable] string Instead, [property: Erasable] string Text) : IRemarkEvent;

/// <summary>Somebody answered.</summary>
[EventName("text.replied.v1")]
public sealed record Replied(RemarkId Remark, [property: Erasable] string Text, ParticipantId? Mention) : IRemarkEvent;

/// <summary>A remark came to its end.</summary>
[EventName("text.remark-closed.v1")]
public sealed record RemarkClosed(RemarkId Remark, Settlement How, [property: Erasable] string Reason) : IRemarkEvent;

/// <summary>A comment is open again.</summary>
[EventName("text.remark-reopened.v1")]
public sealed record RemarkReopened(RemarkId Remark) : IRemarkEvent;

/// <summary>A suggestion went into the text: a step of whoever accepted it, with the words of whoever made it.</summary>
/// <param name="Remark">The suggestion.</param>
/// <param name="Author">Who made it.</param>
/// <param name="Changes">What changed; null where the words were erased.</param>
/// <param name="Shape">Where it changed and by how much, which stays.</param>
[EventName("text.suggestion-taken.v1")]
public sealed record SuggestionTaken(RemarkId Remark, ParticipantId Author, [property: Erasable] ChangeSet? Changes, ImmutableArray<int> Shape) : ITextStep, IQuote
{
    /// <inheritdoc />
    public ParticipantId? WordsOf => Author;

    /// <inheritdoc />
    public TextUpdate ToUpdate() => new("suggestion", Remark.Text(), Changes ?? ChangeSet.OfShape(Shape));

    /// <inheritdoc />
    public ParticipantId AuthorOf(ParticipantId actor) => Author;
}

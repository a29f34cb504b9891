using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Text;

/// <summary>Names a comment or a suggestion.</summary>
public readonly record struct RemarkId(Guid Value) : IId<RemarkId>
{
    /// <inheritdoc />
    public static RemarkId From(Guid value) => new(value);

    /// <inheritdoc />
    public override string ToString() => this.Text();
}

/// <summary>What became of a comment or a suggestion.</summary>
public enum Settlement
{
    /// <summary>A comment was dealt with.</summary>
    Resolved,

    /// <summary>A suggestion was taken into the text.</summary>
    Accepted,

    /// <summary>A suggestion was not taken.</summary>
    Declined,
}

/// <summary>How a remark ended.</summary>
/// <param name="How">What became of it.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why, in their words.</param>
public sealed record Closing(Settlement How, ParticipantId By, DateTimeOffset At, string Reason);

/// <summary>One answer in a thread.</summary>
/// <param name="By">Who wrote it.</param>
/// <param name="At">When.</param>
/// <param name="Text">Their words.</param>
/// <param name="Mention">Whom it asks in particular.</param>
public sealed record Reply(ParticipantId By, DateTimeOffset At, string Text, ParticipantId? Mention);

/// <summary>A comment on a text, or a suggestion of other words for a part of it, with the thread of answers.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="By">Who made it.</param>
/// <param name="At">When.</param>
/// <param name="Quote">The words it was made about, as they were then; empty for the whole text.</param>
/// <param name="Text">What they say; of a suggestion why, which may be empty.</param>
/// <param name="Instead">Of a suggestion, what is to stand there instead; null for a comment.</param>
/// <param name="Mention">Whom it asks in particular.</param>
public sealed record Remark(
    RemarkId Id, ParticipantId By, DateTimeOffset At, string Quote, string Text, string? Instead, ParticipantId? Mention)
{
    /// <summary>The answers, oldest first.</summary>
    public ImmutableList<Reply> Replies { get; init; } = [];

    /// <summary>Where its quote stood.</summary>
    public Quoted Quoted { get; init; }

    /// <summary>How it ended; null while it is open.</summary>
    public Closing? Closed { get; init; }

    /// <summary>Whether it suggests other words.</summary>
    [JsonIgnore]
    public bool IsSuggestion => Instead is not null;
}

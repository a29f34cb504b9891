using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Projects;

/// <summary>What a clause does.</summary>
public enum ClauseKind
{
    /// <summary>States a need.</summary>
    Need,

    /// <summary>Requires an outcome.</summary>
    OutcomeRequired,

    /// <summary>Leaves room: bidders may propose another way.</summary>
    RoomForOtherWays,

    /// <summary>Constrains.</summary>
    Constraint,
}

/// <summary>How far a clause is.</summary>
public enum ClauseStatus
{
    /// <summary>It is being written.</summary>
    Draft,

    /// <summary>The group agreed on it; it may still be written in, and then says so.</summary>
    Agreed,

    /// <summary>Its words stay as they are until it is opened again, with a reason.</summary>
    Final,
}

/// <summary>A clause in easy words, beside its own.</summary>
/// <param name="Text">The easy words.</param>
/// <param name="Of">The version of the clause's own text that they say.</param>
/// <param name="By">Who wrote them.</param>
/// <param name="At">When.</param>
public sealed record EasyWords(string Text, long Of, ParticipantId By, DateTimeOffset At);

/// <summary>A clause in the outline; its words are a text of their own.</summary>
public sealed record Clause(ClauseId Id, string Title, ClauseKind Kind, ParticipantId By, DateTimeOffset At)
{
    /// <summary>The clause that it is part of; null at the top.</summary>
    public ClauseId? Parent { get; init; }

    /// <summary>How far it is.</summary>
    public ClauseStatus Status { get; init; }

    /// <summary>The version of its text when its status was last set.</summary>
    public long StatusOf { get; init; }

    /// <summary>Why it was opened again; empty where it wasn't.</summary>
    public string Reopened { get; init; } = "";

    /// <summary>The same in easy words; null where nobody has written them.</summary>
    public EasyWords? Easy { get; init; }
}

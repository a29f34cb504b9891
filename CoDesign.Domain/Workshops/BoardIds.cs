using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Workshops;

/// <summary>A note on a board.</summary>
public readonly record struct NoteId(Guid Value) : IId<NoteId>
{
    /// <inheritdoc />
    public static NoteId From(Guid value) => new(value);

    /// <inheritdoc />
    public override string ToString() => this.Text();
}

/// <summary>A group of notes on a board.</summary>
public readonly record struct GroupId(Guid Value) : IId<GroupId>
{
    /// <inheritdoc />
    public static GroupId From(Guid value) => new(value);

    /// <inheritdoc />
    public override string ToString() => this.Text();
}

/// <summary>One vote on a board, from its opening to its end.</summary>
public readonly record struct BallotId(Guid Value) : IId<BallotId>
{
    /// <inheritdoc />
    public static BallotId From(Guid value) => new(value);

    /// <inheritdoc />
    public override string ToString() => this.Text();
}

/// <summary>A vote that was given on paper or by phone and counted in.</summary>
public readonly record struct PaperId(Guid Value) : IId<PaperId>
{
    /// <inheritdoc />
    public static PaperId From(Guid value) => new(value);

    /// <inheritdoc />
    public override string ToString() => this.Text();
}

/// <summary>A photo on a board, for instance of a flip chart.</summary>
public readonly record struct PictureId(Guid Value) : IId<PictureId>
{
    /// <inheritdoc />
    public static PictureId From(Guid value) => new(value);

    /// <inheritdoc />
    public override string ToString() => this.Text();
}

/// <summary>Where something on the thread was first written: a note of an activity, by whom.</summary>
public sealed record NoteOrigin(ActivityId Activity, NoteId Note, ParticipantId By);

using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Thread;

namespace CoDesign.Domain.Workshops;

/// <summary>What a note is about. Shown by a mark and a word, never by colour alone.</summary>
public enum NoteKind
{
    /// <summary>A thought.</summary>
    Thought,

    /// <summary>Something that works well.</summary>
    Works,

    /// <summary>Something that gets in the way, or that somebody fears.</summary>
    Worry,

    /// <summary>Something that somebody needs.</summary>
    Need,

    /// <summary>Something to try.</summary>
    Idea,

    /// <summary>Something to find out.</summary>
    Question,
}

/// <summary>How somebody answers a note without words.</summary>
public enum Nod
{
    /// <summary>The same goes for me.</summary>
    MeToo,

    /// <summary>This matters.</summary>
    Matters,

    /// <summary>I would like to hear more.</summary>
    TellMeMore,
}

/// <summary>Where a note lies on the canvas, in hundredths of its width and height: 0 to 10,000 each way.</summary>
public readonly record struct Spot(int X, int Y)
{
    /// <summary>The far edge.</summary>
    public const int Edge = 10_000;

    /// <summary>Whether it lies on the canvas.</summary>
    public bool IsOnCanvas => X is >= 0 and <= Edge && Y is >= 0 and <= Edge;
}

/// <summary>A board is there for an activity.</summary>
[EventName("board.created.v1")]
public sealed record BoardCreated(ActivityId Activity, ProjectId Project, BoardSetup Setup) : IEvent;

/// <summary>A board is set up otherwise.</summary>
[EventName("board.changed.v1")]
public sealed record BoardChanged(BoardSetup Setup) : IEvent;

/// <summary>Everybody does something else now. Leaving private writing reveals what was written.</summary>
[EventName("stage.entered.v1")]
public sealed record StageEntered(Stage Stage) : IEvent;

/// <summary>Somebody else runs the activity now.</summary>
[EventName("facilitation.handed-over.v1")]
public sealed record FacilitationHandedOver(ParticipantId To) : IEvent;

/// <summary>The timer runs until an instant, or stands still with so many seconds left; neither: there is none.</summary>
[EventName("timer.set.v1")]
public sealed record TimerSet(DateTimeOffset? Ends, int SecondsLeft) : IEvent;

/// <summary>Everybody is asked to look at a note or a group.</summary>
[EventName("people.gathered.v1")]
public sealed record PeopleGathered(Guid At) : IEvent;

/// <summary>Everybody looks where they like again.</summary>
[EventName("people.let-go.v1")]
public sealed record PeopleLetGo : IEvent;

/// <summary>Somebody wrote a note; during private writing only they have it until it is revealed.</summary>
/// <param name="Note">The note.</param>
/// <param name="Text">The words.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Column">The column, from 0.</param>
/// <param name="Scribed">Whether it was written for somebody else, who agreed to it.</param>
/// <param name="ForWhom">What that person would like to be called; empty for nobody or no name.</param>
[EventName("note.added.v1")]
public sealed record NoteAdded(NoteId Note, [property: Erasable] string Text, NoteKind Kind, int Column, bool Scribed, [property: Erasable] string ForWhom) : IEvent;

/// <summary>A note reads otherwise.</summary>
[EventName("note.reworded.v1")]
public sealed record NoteReworded(NoteId Note, [property: Erasable] string Text, NoteKind Kind) : IEvent;

/// <summary>A note was taken off the board. It can be put back.</summary>
[EventName("note.taken-off.v1")]
public sealed record NoteTakenOff(NoteId Note) : IEvent;

/// <summary>A note is back on the board.</summary>
[EventName("note.put-back.v1")]
public sealed record NotePutBack(NoteId Note) : IEvent;

/// <summary>Somebody answered a note without words, or took that back.</summary>
[EventName("note.reacted.v1")]
public sealed record NoteReacted(NoteId Note, Nod Nod, bool On) : IEvent;

/// <summary>A note is in a group, or in none.</summary>
[EventName("note.moved.v1")]
public sealed record NoteMoved(NoteId Note, GroupId? Group) : IEvent;

/// <summary>A note lies elsewhere on the canvas.</summary>
[EventName("note.placed.v1")]
public sealed record NotePlaced(NoteId Note, Spot Spot) : IEvent;

/// <summary>Several notes are read as one; the words of each stay with it.</summary>
[EventName("notes.merged.v1")]
public sealed record NotesMerged(NoteId Note, ImmutableArray<NoteId> From, [property: Erasable] string Text) : IEvent;

/// <summary>Merged notes stand by themselves again.</summary>
[EventName("notes.parted.v1")]
public sealed record NotesParted(NoteId Note) : IEvent;

/// <summary>A group is there.</summary>
[EventName("group.made.v1")]
public sealed record GroupMade(GroupId Group, [property: Erasable] string Name) : IEvent;

/// <summary>A group is called something else.</summary>
[EventName("group.renamed.v1")]
public sealed record GroupRenamed(GroupId Group, [property: Erasable] string Name) : IEvent;

/// <summary>A group is no more; its notes stand by themselves.</summary>
[EventName("group.dissolved.v1")]
public sealed record GroupDissolved(GroupId Group) : IEvent;

/// <summary>A vote opened over groups and the notes that are in none.</summary>
[EventName("ballot.opened.v1")]
public sealed record BallotOpened(BallotId Ballot, Deciding Deciding, int Dots, ImmutableArray<Guid> Options) : IEvent;

/// <summary>Somebody's vote; it takes the place of their earlier one.</summary>
[EventName("ballot.cast.v1")]
public sealed record BallotCast(BallotId Ballot, ImmutableDictionary<string, int> Marks, [property: Erasable] ImmutableDictionary<string, string> Reasons) : IEvent;

/// <summary>A vote given on paper or by phone is counted in, with the person's consent, by who did it; it takes the place of the same one before.</summary>
/// <param name="Ballot">The vote that is on.</param>
/// <param name="Paper">What was counted in.</param>
/// <param name="ForWhom">What the person would like to be called, or a number.</param>
/// <param name="Marks">By option.</param>
/// <param name="Reasons">By option.</param>
[EventName("vote.counted-in.v1")]
public sealed record VoteCountedIn(
    BallotId Ballot, PaperId Paper, [property: Erasable] string ForWhom, ImmutableDictionary<string, int> Marks, [property: Erasable] ImmutableDictionary<string, string> Reasons) : IEvent;

/// <summary>A vote that was counted in counts no more.</summary>
[EventName("vote.taken-out.v1")]
public sealed record VoteTakenOut(BallotId Ballot, PaperId Paper) : IEvent;

/// <summary>The vote ended; its result is there for all.</summary>
[EventName("ballot.closed.v1")]
public sealed record BallotClosed(BallotId Ballot) : IEvent;

/// <summary>A note goes on as an insight or an idea.</summary>
/// <param name="Note">The note on the board.</param>
/// <param name="As">Insight or idea.</param>
/// <param name="Thing">The identifier of what is made in the project.</param>
/// <param name="Author">Whose note it was.</param>
/// <param name="Source">The kind of source.</param>
/// <param name="Text">The author's words, as they stood then.</param>
[EventName("note.kept.v1")]
public sealed record NoteKept(NoteId Note, ThreadKind As, Guid Thing, ParticipantId Author, SourceKind Source, [property: Erasable] string Text) : IQuote
{
    ParticipantId? IQuote.WordsOf => Author;
}

/// <summary>A photo is on the board. Its bytes are kept as a file.</summary>
/// <param name="Picture">The photo.</param>
/// <param name="Description">What can be seen on it, for who can't see it.</param>
/// <param name="File">The file's SHA-256, lower-case hexadecimal.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Format">Its format: <c>jpeg</c>, <c>png</c> or <c>webp</c>.</param>
[EventName("picture.attached.v1")]
public sealed record PictureAttached(PictureId Picture, [property: Erasable] string Description, string File, long Bytes, string Format) : IEvent;

/// <summary>A photo is no longer on the board.</summary>
[EventName("picture.removed.v1")]
public sealed record PictureRemoved(PictureId Picture) : IEvent;

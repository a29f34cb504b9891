using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Thread;

namespace CoDesign.Domain.Workshops;

/// <summary>Something asked of a board. Whoever isn't in its project finds no board.</summary>
public interface IBoardCommand : ICommand;

/// <summary>Something that only who runs the activity may ask: whoever facilitates it now, and the project's commissioners and facilitators.</summary>
public interface IRunningCommand : IBoardCommand;

/// <summary>Begins the board of an activity.</summary>
public sealed record CreateBoard(ActivityId Activity, ProjectId Project, BoardSetup Setup) : IBoardCommand, ISystemCommand;

/// <summary>Sets the board up otherwise. While there are notes, columns can only be added.</summary>
public sealed record SetUpBoard(BoardSetup? Setup) : IRunningCommand;

/// <summary>Moves everybody to a stage, also back. Entering a vote opens a ballot, leaving it closes it.</summary>
public sealed record EnterStage(Stage Stage) : IRunningCommand;

/// <summary>Hands the activity to somebody who takes part in the project.</summary>
public sealed record HandOverFacilitation(ParticipantId To) : IRunningCommand;

/// <summary>Starts the timer.</summary>
/// <param name="Minutes">1 to 480.</param>
public sealed record StartTimer(int Minutes) : IRunningCommand;

/// <summary>Lets the timer stand still.</summary>
public sealed record PauseTimer : IRunningCommand;

/// <summary>Lets the timer run on.</summary>
public sealed record ResumeTimer : IRunningCommand;

/// <summary>Gives more time.</summary>
/// <param name="Minutes">1 to 120.</param>
public sealed record AddTime(int Minutes) : IRunningCommand;

/// <summary>Takes the timer away.</summary>
public sealed record StopTimer : IRunningCommand;

/// <summary>Asks everybody to look at a note or a group.</summary>
/// <param name="At">A note or group that everybody can see.</param>
public sealed record GatherPeople(Guid At) : IRunningCommand;

/// <summary>Lets everybody look where they like again.</summary>
public sealed record LetPeopleGo : IRunningCommand;

/// <summary>Writes a note. Not while a vote is on, nor on a board that is closed.</summary>
/// <param name="Text">1 to 500 characters.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Column">The column, from 0; 0 where there are none.</param>
public sealed record AddNote(string? Text, NoteKind Kind, int Column) : IBoardCommand;

/// <summary>Writes notes for somebody who speaks, writes on paper or calls: one per line.</summary>
/// <param name="Lines">1 to 200 lines of 1 to 500 characters.</param>
/// <param name="Kind">What they are about.</param>
/// <param name="Column">The column, from 0.</param>
/// <param name="ForWhom">What the person would like to be called, up to 80 characters; empty for no name.</param>
/// <param name="Agreed">That the person agreed that their words are written down here. Must be true.</param>
public sealed record WriteForSomebody(string? Lines, NoteKind Kind, int Column, string? ForWhom, bool Agreed) : IBoardCommand;

/// <summary>Writes many own notes at once: one per line.</summary>
/// <param name="Lines">1 to 200 lines of 1 to 500 characters.</param>
/// <param name="Kind">What they are about.</param>
/// <param name="Column">The column, from 0.</param>
public sealed record AddNotes(string? Lines, NoteKind Kind, int Column) : IBoardCommand;

/// <summary>Rewords a note: its author, or who runs the activity once it is revealed.</summary>
public sealed record RewordNote(NoteId Note, string? Text, NoteKind Kind) : IBoardCommand;

/// <summary>Takes a note off the board: its author, or who runs the activity once it is revealed.</summary>
public sealed record TakeOffNote(NoteId Note) : IBoardCommand;

/// <summary>Puts a note back that was taken off.</summary>
public sealed record PutBackNote(NoteId Note) : IBoardCommand;

/// <summary>Answers a note without words; the same again takes it back.</summary>
public sealed record React(NoteId Note, Nod Nod) : IBoardCommand;

/// <summary>Puts a note in a group or out of all. Everybody may while grouping; who runs the activity may before and after too.</summary>
public sealed record MoveNote(NoteId Note, GroupId? Group) : IBoardCommand;

/// <summary>Lays a note elsewhere on the canvas, and in a group or out of all, in one act.</summary>
public sealed record PlaceNote(NoteId Note, Spot Spot, GroupId? Group) : IBoardCommand;

/// <summary>Makes a group of notes.</summary>
/// <param name="Name">1 to 120 characters.</param>
/// <param name="Notes">At most 200.</param>
public sealed record MakeGroup(string? Name, ImmutableArray<NoteId> Notes) : IBoardCommand;

/// <summary>Names a group anew.</summary>
public sealed record RenameGroup(GroupId Group, string? Name) : IBoardCommand;

/// <summary>Dissolves a group; its notes stay.</summary>
public sealed record DissolveGroup(GroupId Group) : IBoardCommand;

/// <summary>Reads several notes as one; the words of each stay with it.</summary>
/// <param name="Notes">2 to 20 notes.</param>
/// <param name="Text">What they say together, 1 to 500 characters.</param>
public sealed record MergeNotes(ImmutableArray<NoteId> Notes, string? Text) : IBoardCommand;

/// <summary>Lets merged notes stand by themselves again.</summary>
public sealed record PartNotes(NoteId Note) : IBoardCommand;

/// <summary>Votes, or changes one's vote, while the vote is open. Nothing marked takes the vote back.</summary>
/// <param name="Marks">
/// By option. Dots: how many, together at most one's budget. Gradients: 1 (I can't live with it) to 5 (I love it). Score: 0 to 5.
/// Ranking: the place from 1, each place once. Consent: 0 objection, 1 yes with a worry, 2 yes.
/// </param>
/// <param name="Reasons">By option, up to 500 characters; an objection needs one.</param>
public sealed record CastBallot(ImmutableDictionary<string, int>? Marks, ImmutableDictionary<string, string>? Reasons) : IBoardCommand;

/// <summary>
/// Counts in the vote of somebody who gave it on paper or by phone, or corrects one that was counted in, while the vote is open.
/// Whoever counts it in is its scribe; nobody else gets it before the vote ends.
/// </summary>
/// <param name="Paper">The vote to correct, one's own to count in; null for a new one.</param>
/// <param name="ForWhom">What the person would like to be called, or a number on the paper; 1 to 80 characters, once among those that one counts in.</param>
/// <param name="Agreed">That the person agreed that their vote is counted in here. Must be true for a new one.</param>
/// <param name="Marks">As in <see cref="CastBallot"/>; at least one.</param>
/// <param name="Reasons">As in <see cref="CastBallot"/>.</param>
public sealed record CountInVote(
    PaperId? Paper, string? ForWhom, bool Agreed, ImmutableDictionary<string, int>? Marks, ImmutableDictionary<string, string>? Reasons) : IRunningCommand;

/// <summary>Takes a vote out of the count that one counted in, while the vote is open.</summary>
public sealed record TakeOutVote(PaperId Paper) : IRunningCommand;

/// <summary>Lets notes go on as insights or ideas of the project, word for word. Who runs the activity may, and the author with own notes.</summary>
/// <param name="Notes">1 to 200 notes that are revealed.</param>
/// <param name="As">Insight or idea.</param>
/// <param name="Source">Whose words they are.</param>
public sealed record KeepNotes(ImmutableArray<NoteId> Notes, ThreadKind As, SourceKind Source) : IBoardCommand;

/// <summary>Puts a photo on the board. Its file was taken in before.</summary>
/// <param name="Description">What can be seen on it, 1 to 1,000 characters.</param>
/// <param name="File">SHA-256 of the file, 64 hexadecimal digits.</param>
/// <param name="Bytes">Its size, at most 10,000,000.</param>
/// <param name="Format"><c>jpeg</c>, <c>png</c> or <c>webp</c>.</param>
public sealed record AttachPicture(string? Description, string? File, long Bytes, string? Format) : IBoardCommand;

/// <summary>Takes a photo off the board: who put it there, or who runs the activity.</summary>
public sealed record RemovePicture(PictureId Picture) : IBoardCommand;

using CoDesign.App.Live;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Workshops;

namespace CoDesign.App.Workshops;

/// <summary>What a live board needs to show one note; equal when nothing that is shown has changed.</summary>
/// <param name="Note">The note.</param>
/// <param name="Author">Who wrote it, as the reader may know them.</param>
/// <param name="Address">Where it can be opened.</param>
/// <param name="IsFresh">Whether it came after the reader did.</param>
/// <param name="Groups">The groups into which the reader may put it; null where they may not.</param>
/// <param name="MayNod">Whether the reader may answer it without words.</param>
/// <param name="Me">The reader.</param>
public sealed record NoteLine(Note Note, string Author, string Address, bool IsFresh, System.Collections.Immutable.ImmutableList<NoteGroup>? Groups, bool MayNod, ParticipantId Me);

/// <summary>What can be done to notes where they are shown, without opening them.</summary>
public sealed class NoteActions(LiveStreams live, ParticipantId me, StreamId board, Action<string?> refused)
{
    /// <summary>The note that was just moved, so that the focus goes where it went.</summary>
    public NoteId? JustMoved { get; set; }

    /// <summary>Answers a note without words.</summary>
    public Task NodAsync(NoteId note, Nod nod) => DoAsync(new React(note, nod));

    /// <summary>Puts a note in a group or out of all.</summary>
    public Task MoveAsync(NoteId note, GroupId? group)
    {
        JustMoved = note;
        return DoAsync(new MoveNote(note, group));
    }

    /// <summary>Lays a note elsewhere on the canvas.</summary>
    public Task PlaceAsync(NoteId note, Spot spot, GroupId? group) => DoAsync(new PlaceNote(note, spot, group));

    /// <summary>Puts two notes together in a new group.</summary>
    public Task JoinAsync(NoteId one, NoteId other) => DoAsync(new MakeGroup("New group", [one, other]));

    private async Task DoAsync(IBoardCommand command)
    {
        var answer = await live.ExecuteAsync(board, command, me, OperationId.New());
        refused(answer.Refusal?.Message);
    }
}

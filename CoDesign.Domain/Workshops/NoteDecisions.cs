using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Thread;
using static CoDesign.Domain.Workshops.BoardRefusals;

namespace CoDesign.Domain.Workshops;

/// <content>How notes are written, put together and kept.</content>
public sealed partial class BoardDecider
{
    private const int MostAtOnce = 200;

    private static Decision Add(Board state, AddNote c, Context context)
    {
        if (state.Count >= MostNotes) return Full;
        if (Check(state, c.Text, c.Kind, c.Column, "text", out var text) is { } bad) return bad;
        var id = new NoteId(context.NewId());
        return Decision.Make(id.Value, new NoteAdded(id, text, c.Kind, c.Column, false, ""));
    }

    private static Decision Write(Board state, WriteForSomebody c, Context context)
    {
        if (!c.Agreed) return NotAgreed;
        if (Written.OptionalWords(c.ForWhom, "forWhom", "what the person would like to be called", 80, out var whom) is { } badWhom) return badWhom;
        return Add(state, c.Lines, c.Kind, c.Column, true, whom, context);
    }

    private static Decision Add(Board state, string? typed, NoteKind kind, int column, bool scribed, string forWhom, Context context)
    {
        var lines = (typed ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length > MostAtOnce) return TooManyLines;
        if (state.Count + lines.Length > MostNotes) return Full;
        if (lines.Length == 0) return Check(state, "", kind, column, "lines", out _)!;
        var events = new IEvent[lines.Length];
        for (var i = 0; i < lines.Length; i++)
        {
            if (Check(state, lines[i], kind, column, "lines", out var text) is { } bad) return bad;
            events[i] = new NoteAdded(new NoteId(context.NewId(i)), text, kind, column, scribed, forWhom);
        }

        return Decision.Make(context.NewId(), events);
    }

    private static Refusal? Check(Board state, string? typed, NoteKind kind, int column, string field, out string text)
    {
        if (Written.Words(typed, field, "what you want to say", 500, out text) is { } badText) return badText;
        if (Written.Choice(kind, "kind", "what the note is about") is { } badKind) return badKind;
        return column < 0 || column >= Math.Max(1, state.Setup.Columns.Length) ? ColumnUnknown : null;
    }

    /// <summary>A note that somebody may change: their own, or a revealed one of an activity that they run.</summary>
    private static Refusal? Find(Board state, NoteId id, Project project, ParticipantId by, out Note note, out bool isPrivate)
    {
        note = null!;
        isPrivate = false;
        if (state.Seen(id, by) is not { } seen) return Refusal.NotFound;
        (note, isPrivate) = seen;
        return note.By == by || state.IsRunBy(by, project) ? null : NotYours;
    }

    private static Decision Reword(Board state, RewordNote c, Project project, Context context)
    {
        if (Find(state, c.Note, project, context.Actor, out var note, out _) is { } bad) return bad;
        if (Check(state, c.Text, c.Kind, note.Column, "text", out var text) is { } badText) return badText;
        return (text, c.Kind) == (note.Text, note.Kind) ? Decision.Accept() : Decision.Accept(new NoteReworded(c.Note, text, c.Kind));
    }

    private static Decision TakeOff(Board state, TakeOffNote c, Project project, Context context) =>
        Find(state, c.Note, project, context.Actor, out _, out _) is { } bad ? bad : Decision.Accept(new NoteTakenOff(c.Note));

    private static Decision PutBack(Board state, PutBackNote c, Project project, Context context)
    {
        if (state.TakenOff.GetValueOrDefault(c.Note) is not { } off) return Refusal.NotFound;
        return off.Note.By == context.Actor || !off.IsPrivate && state.IsRunBy(context.Actor, project)
            ? Decision.Accept(new NotePutBack(c.Note))
            : Refusal.NotFound;
    }

    private static Decision Answer(Board state, React c, Context context)
    {
        if (state.Notes.Find(n => n.Id == c.Note) is not { } note) return Refusal.NotFound;
        if (Written.Choice(c.Nod, "nod", "an answer") is { } bad) return bad;
        return Decision.Accept(new NoteReacted(c.Note, c.Nod, !note.Nods.Contains(new(context.Actor, c.Nod))));
    }

    private static Decision Move(Board state, MoveNote c)
    {
        if (state.Notes.Find(n => n.Id == c.Note) is not { } note) return NotesChanged;
        if (c.Group is { } group && !state.Groups.Exists(g => g.Id == group)) return GroupUnknown;
        return note.Group == c.Group ? Decision.Accept() : Decision.Accept(new NoteMoved(c.Note, c.Group));
    }

    private static Decision Place(Board state, PlaceNote c)
    {
        if (!c.Spot.IsOnCanvas) return OffCanvas;
        var moved = Move(state, new MoveNote(c.Note, c.Group));
        return moved.Refusal is not null ? moved : Decision.Accept([.. moved.Events, new NotePlaced(c.Note, c.Spot)]);
    }

    private static Decision Make(Board state, MakeGroup c, Context context)
    {
        if (state.Groups.Count >= MostAtOnce) return Full;
        if (Written.Words(c.Name, "name", "a name for the group", 120, out var name) is { } badName) return badName;
        if (Chosen(state, c.Notes, out var notes) is { } badNotes) return badNotes;
        var id = new GroupId(context.NewId());
        return Decision.Make(id.Value, [new GroupMade(id, name), .. notes.Select(note => new NoteMoved(note.Id, id))]);
    }

    private static Decision Rename(Board state, RenameGroup c)
    {
        if (state.Groups.Find(g => g.Id == c.Group) is not { } group) return GroupUnknown;
        if (Written.Words(c.Name, "name", "a name for the group", 120, out var name) is { } badName) return badName;
        return name == group.Name ? Decision.Accept() : Decision.Accept(new GroupRenamed(c.Group, name));
    }

    private static Decision Merge(Board state, MergeNotes c, Context context)
    {
        if (Chosen(state, c.Notes, out var notes) is { } badNotes) return badNotes;
        if (notes.Length < 2) return TooFew;
        if (notes.Length > 20) return TooMany;
        if (Written.Words(c.Text, "text", "what they say together", 500, out var text) is { } badText) return badText;
        var id = new NoteId(context.NewId());
        return Decision.Make(id.Value, new NotesMerged(id, [.. notes.Select(n => n.Id)], text));
    }

    private static Decision Part(Board state, PartNotes c)
    {
        if (state.Notes.Find(n => n.Id == c.Note) is not { } note) return NotesChanged;
        return note.Merged.IsEmpty ? NotMerged : Decision.Accept(new NotesParted(c.Note));
    }

    private static Decision Keep(Board state, KeepNotes c, Project project, Context context)
    {
        if (Chosen(state, c.Notes, out var notes) is { } badNotes) return badNotes;
        if (notes.IsEmpty) return NotesChanged;
        if (c.As is not (ThreadKind.Insight or ThreadKind.Idea)) return KeepAs;
        if (Written.Choice(c.Source, "source", "whose words these are") is { } badSource) return badSource;
        if (!state.IsRunBy(context.Actor, project) && notes.Any(n => n.By != context.Actor)) return NotYours;
        // Insights are people's own words: of notes that are read as one, each is kept as its author put it.
        var kept = notes.Where(n => !n.Became.Any(thing => thing.Kind == c.As))
            .SelectMany(n => c.As == ThreadKind.Idea || n.Merged.IsEmpty ? [(On: n.Id, Words: n)] : n.Merged.Select(words => (On: n.Id, Words: words)))
            .Select((note, i) => new NoteKept(note.On, c.As, context.NewId(i), note.Words.By, c.Source, note.Words.Text));
        return Decision.Accept([.. kept]);
    }

    private static Refusal? Chosen(Board state, ImmutableArray<NoteId> asked, out ImmutableArray<Note> notes)
    {
        notes = [];
        if (asked.IsDefaultOrEmpty) return null;
        if (asked.Length > MostAtOnce) return TooMany;
        var found = asked.Distinct().Select(id => state.Notes.Find(n => n.Id == id)).ToArray();
        if (found.Contains(null)) return NotesChanged;
        notes = [.. found!];
        return null;
    }

    private static Decision Attach(Board state, AttachPicture c, Context context)
    {
        if (state.Pictures.Count >= MostPictures) return TooManyPictures;
        if (Written.Words(c.Description, "description", "what can be seen on the photo", 1_000, out var description) is { } bad) return bad;
        if (c.File is not { Length: 64 } file || !file.All(char.IsAsciiHexDigitLower) || c.Bytes is < 1 or > 10_000_000 || c.Format is not ("jpeg" or "png" or "webp"))
            return PictureForm;
        var id = new PictureId(context.NewId());
        return Decision.Make(id.Value, new PictureAttached(id, description, file, c.Bytes, c.Format));
    }

    private static Decision Remove(Board state, RemovePicture c, Project project, Context context)
    {
        if (state.Pictures.Find(p => p.Id == c.Picture) is not { } picture) return Refusal.NotFound;
        return picture.By == context.Actor || state.IsRunBy(context.Actor, project) ? Decision.Accept(new PictureRemoved(c.Picture)) : NotYours;
    }
}

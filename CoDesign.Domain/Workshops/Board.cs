using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Thread;

namespace CoDesign.Domain.Workshops;

/// <summary>A note, with the notes that were merged into it, whole.</summary>
public sealed record Note(
    NoteId Id, string Text, NoteKind Kind, int Column, ParticipantId By, DateTimeOffset At, bool Scribed, string ForWhom)
{
    /// <summary>The group it is in.</summary>
    public GroupId? Group { get; init; }

    /// <summary>Where somebody laid it on the canvas; null where nobody did.</summary>
    public Spot? Spot { get; init; }

    /// <summary>Who answered without words, and how.</summary>
    public ImmutableHashSet<NoteNod> Nods { get; init; } = [];

    /// <summary>The notes that are read as this one; none where it is a note of its own.</summary>
    public ImmutableArray<Note> Merged { get; init; } = [];

    /// <summary>The insights and ideas that came of it.</summary>
    public ImmutableArray<ThreadRef> Became { get; init; } = [];
}

/// <summary>Somebody's answer without words.</summary>
public readonly record struct NoteNod(ParticipantId By, Nod Nod);

/// <summary>A note that was taken off, and whether only its author had it.</summary>
public sealed record OffNote(Note Note, bool IsPrivate);

/// <summary>A group of notes.</summary>
public sealed record NoteGroup(GroupId Id, string Name, ParticipantId By);

/// <summary>A photo.</summary>
public sealed record Picture(PictureId Id, string Description, string File, long Bytes, string Format, ParticipantId By);

/// <summary>A timer: it runs until an instant, or stands still with so many seconds left.</summary>
public sealed record BoardTimer(DateTimeOffset? Ends, int SecondsLeft);

/// <summary>What is true of a board. What nobody else may see yet stands apart from what all see, so that a view only picks.</summary>
public sealed record Board
{
    /// <summary>The activity.</summary>
    public ActivityId Activity { get; init; }

    /// <summary>The project that it belongs to.</summary>
    public ProjectId Project { get; init; }

    /// <summary>What it is set up for.</summary>
    public BoardSetup Setup { get; init; } = BoardSetup.Usual;

    /// <summary>The stage; null until it was opened.</summary>
    public Stage? Stage { get; init; }

    /// <summary>Who runs it, where it was opened or handed over; beside them the project's officers may.</summary>
    public ParticipantId? Facilitator { get; init; }

    /// <summary>The timer; null where there is none.</summary>
    public BoardTimer? Timer { get; init; }

    /// <summary>The note or group at which everybody is asked to look.</summary>
    public Guid? GatheredAt { get; init; }

    /// <summary>Notes that all see, oldest first.</summary>
    public ImmutableList<Note> Notes { get; init; } = [];

    /// <summary>Notes that only their authors have, until they are revealed.</summary>
    public ImmutableDictionary<ParticipantId, ImmutableList<Note>> Private { get; init; } = ImmutableDictionary<ParticipantId, ImmutableList<Note>>.Empty;

    /// <summary>Notes that were taken off and can be put back, by their identifier.</summary>
    public ImmutableDictionary<NoteId, OffNote> TakenOff { get; init; } = ImmutableDictionary<NoteId, OffNote>.Empty;

    /// <summary>Groups in the order in which they were made.</summary>
    public ImmutableList<NoteGroup> Groups { get; init; } = [];

    /// <summary>The vote that is on; null between votes.</summary>
    public Ballot? Ballot { get; init; }

    /// <summary>The results of votes that ended, oldest first.</summary>
    public ImmutableList<BallotResult> Results { get; init; } = [];

    /// <summary>Photos.</summary>
    public ImmutableList<Picture> Pictures { get; init; } = [];

    /// <summary>How many notes there are, private ones and those taken off too.</summary>
    internal int Count => Notes.Sum(n => Math.Max(1, n.Merged.Length)) + Private.Values.Sum(mine => mine.Count) + TakenOff.Count;

    /// <summary>Who may move the board on.</summary>
    public bool IsRunBy(ParticipantId person, Project project) =>
        project.IsOfficer(person) || person == Facilitator && project.IsContributor(person);

    /// <summary>A note that somebody may see, and whether it is still private.</summary>
    internal (Note Note, bool Private)? Seen(NoteId id, ParticipantId by)
    {
        if (Notes.Find(n => n.Id == id) is { } shown) return (shown, false);
        return PrivateOf(by).Find(n => n.Id == id) is { } mine ? (mine, true) : null;
    }

    /// <summary>The notes that only somebody has.</summary>
    public ImmutableList<Note> PrivateOf(ParticipantId person) => Private.GetValueOrDefault(person) ?? [];

    /// <summary>What is true after something happened.</summary>
    internal Board After(Recorded happened) => happened.Event switch
    {
        BoardCreated e => this with { Activity = e.Activity, Project = e.Project, Setup = e.Setup },
        BoardChanged e => this with { Setup = e.Setup },
        StageEntered e => Enter(e.Stage, happened.Actor),
        FacilitationHandedOver e => this with { Facilitator = e.To },
        TimerSet e => this with { Timer = e is { Ends: null, SecondsLeft: 0 } ? null : new BoardTimer(e.Ends, e.SecondsLeft) },
        PeopleGathered e => this with { GatheredAt = e.At },
        PeopleLetGo => this with { GatheredAt = null },
        NoteAdded e => Add(new Note(e.Note, e.Text, e.Kind, e.Column, happened.Actor, happened.At, e.Scribed, e.ForWhom), Stage == Workshops.Stage.PrivateWriting),
        NoteReworded e => Change(e.Note, happened.Actor, n => n with { Text = e.Text, Kind = e.Kind }),
        NoteTakenOff e => TakeOff(e.Note, happened.Actor),
        NotePutBack e => PutBack(e.Note),
        NoteReacted e => Change(e.Note, n => n with { Nods = e.On ? n.Nods.Add(new(happened.Actor, e.Nod)) : n.Nods.Remove(new(happened.Actor, e.Nod)) }),
        NoteMoved e => Change(e.Note, n => n with { Group = e.Group }),
        NotePlaced e => Change(e.Note, n => n with { Spot = e.Spot }),
        NotesMerged e => Merge(e, happened),
        NotesParted e => Part(e.Note),
        GroupMade e => this with { Groups = Groups.Add(new NoteGroup(e.Group, e.Name, happened.Actor)) },
        GroupRenamed e => this with { Groups = Groups.SetItem(Groups.FindIndex(g => g.Id == e.Group), Groups.Find(g => g.Id == e.Group)! with { Name = e.Name }) },
        GroupDissolved e => this with { Groups = Groups.RemoveAll(g => g.Id == e.Group), Notes = [.. Notes.Select(n => n.Group == e.Group ? n with { Group = null } : n)] },
        BallotOpened e => this with { Ballot = new Ballot(e.Ballot, e.Deciding, e.Dots, [.. e.Options.Select(Option)]) },
        BallotCast e => this with { Ballot = Ballot!.Take(happened.Actor, e) },
        VoteCountedIn e => this with { Ballot = Ballot!.CountIn(happened.Actor, e) },
        VoteTakenOut e => this with { Ballot = Ballot!.TakeOut(happened.Actor, e.Paper) },
        BallotClosed => this with { Results = Results.Add(Ballot!.Result()), Ballot = null },
        NoteKept e => Change(e.Note, n => n with { Became = n.Became.Add(new ThreadRef(e.As, e.Thing)) }),
        PictureAttached e => this with { Pictures = Pictures.Add(new Picture(e.Picture, e.Description, e.File, e.Bytes, e.Format, happened.Actor)) },
        PictureRemoved e => this with { Pictures = Pictures.RemoveAll(p => p.Id == e.Picture) },
        _ => throw new InvalidOperationException($"A board knows no event {happened.Event.GetType().Name}."),
    };

    /// <summary>What can be voted on: groups that hold notes, and notes that are in none.</summary>
    internal ImmutableArray<Guid> Options() =>
    [
        .. Groups.Where(g => Notes.Exists(n => n.Group == g.Id)).Select(g => g.Id.Value),
        .. Notes.Where(n => n.Group is null).Select(n => n.Id.Value),
    ];

    /// <summary>Opens it in a stage. Who opens it runs it; what was private is revealed on leaving private writing.</summary>
    private Board Enter(Stage stage, ParticipantId by)
    {
        var board = this with { Stage = stage, Facilitator = Facilitator ?? by, GatheredAt = null };
        return stage == Workshops.Stage.PrivateWriting || Private.IsEmpty
            ? board
            : board with
            {
                Notes = Notes.AddRange(Private.Values.SelectMany(mine => mine).OrderBy(n => n.At).ThenBy(n => n.Id.Value)),
                Private = Private.Clear(),
                TakenOff = TakenOff.ToImmutableDictionary(off => off.Key, off => off.Value with { IsPrivate = false }),
            };
    }

    private Board Add(Note note, bool isPrivate) => isPrivate
        ? this with { Private = Private.SetItem(note.By, PrivateOf(note.By).Add(note)) }
        : this with { Notes = Notes.Add(note) };

    private Board Change(NoteId id, Func<Note, Note> change)
    {
        var index = Notes.FindIndex(n => n.Id == id);
        return this with { Notes = Notes.SetItem(index, change(Notes[index])) };
    }

    private Board Change(NoteId id, ParticipantId by, Func<Note, Note> change)
    {
        var mine = PrivateOf(by);
        var index = mine.FindIndex(n => n.Id == id);
        return index < 0 ? Change(id, change) : this with { Private = Private.SetItem(by, mine.SetItem(index, change(mine[index]))) };
    }

    private Board TakeOff(NoteId id, ParticipantId by)
    {
        var (note, isPrivate) = Seen(id, by)!.Value;
        var board = this with { TakenOff = TakenOff.SetItem(id, new OffNote(note, isPrivate)) };
        return isPrivate
            ? board with { Private = Private.SetItem(by, PrivateOf(by).Remove(note)) }
            : board with { Notes = Notes.Remove(note) };
    }

    private Board PutBack(NoteId id)
    {
        var (note, isPrivate) = TakenOff[id];
        var group = note.Group is { } g && Groups.Exists(there => there.Id == g) ? note.Group : null;
        return (this with { TakenOff = TakenOff.Remove(id) }).Add(note with { Group = group }, isPrivate);
    }

    private Board Merge(NotesMerged e, Recorded happened)
    {
        var from = e.From.Select(id => Notes.Find(n => n.Id == id)!).ToImmutableArray();
        var whole = new Note(e.Note, e.Text, from[0].Kind, from[0].Column, happened.Actor, happened.At, false, "")
        {
            Group = from[0].Group,
            Spot = from[0].Spot,
            Nods = [.. from.SelectMany(n => n.Nods)],
            Merged = [.. from.SelectMany(n => n.Merged.IsEmpty ? [n] : n.Merged)],
        };
        return this with { Notes = Notes.RemoveAll(n => e.From.Contains(n.Id)).Add(whole) };
    }

    private Board Part(NoteId id)
    {
        var whole = Notes.Find(n => n.Id == id)!;
        return this with { Notes = Notes.Remove(whole).AddRange(whole.Merged.Select(n => n with { Group = whole.Group })) };
    }

    private BallotOption Option(Guid id) =>
        new(id, Groups.Find(g => g.Id.Value == id)?.Name ?? Notes.Find(n => n.Id.Value == id)!.Text);
}

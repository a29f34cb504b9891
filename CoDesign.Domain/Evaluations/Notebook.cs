using System.Collections.Immutable;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using static CoDesign.Domain.Evaluations.PanelRefusals;

namespace CoDesign.Domain.Evaluations;

/// <summary>What one evaluator notes for themselves while they score. A stream of its own, so that neither a panel's history nor its version tells of it.</summary>
public readonly record struct NotebookId(Guid Value) : IId<NotebookId>
{
    /// <summary>The stream of the notebook.</summary>
    public StreamId Stream => new("notebook", Value);

    /// <summary>The one that somebody has for a panel.</summary>
    public static NotebookId Of(PanelId panel, ParticipantId person) => new(Derived.Guid(panel.Value, $"notebook of {person}"));

    /// <inheritdoc />
    public static NotebookId From(Guid value) => new(value);

    /// <inheritdoc />
    public override string ToString() => this.Text();
}

/// <summary>A note.</summary>
public readonly record struct NoteOnAnswerId(Guid Value) : IId<NoteOnAnswerId>
{
    /// <inheritdoc />
    public static NoteOnAnswerId From(Guid value) => new(value);

    /// <inheritdoc />
    public override string ToString() => this.Text();
}

/// <summary>Something that an evaluator noted about an answer.</summary>
/// <param name="Id">The note.</param>
/// <param name="Bid">The bid.</param>
/// <param name="Question">The question that the answer is to.</param>
/// <param name="Quote">The passage of the answer that it is about; empty for none.</param>
/// <param name="Words">What was noted; empty where the passage says it.</param>
public sealed record NoteOnAnswer(NoteOnAnswerId Id, BidId Bid, CriterionId Question, string Quote, string Words);

/// <summary>What an evaluator has written about an answer and not saved, so that they find it again. It counts for nothing.</summary>
/// <param name="Bid">The bid.</param>
/// <param name="Question">The question that the answer is to.</param>
/// <param name="Points">The score they were about to give; null for none.</param>
/// <param name="Reason">The reason so far.</param>
/// <param name="Quote">A passage chosen for a note that isn't kept yet.</param>
/// <param name="Words">A note that isn't kept yet.</param>
public sealed record Unfinished(BidId Bid, CriterionId Question, int? Points, string Reason, string Quote, string Words)
{
    /// <summary>Whether a score, or a reason for one, is among it.</summary>
    public bool HasScore => Points is not null || Reason.Length > 0;

    /// <summary>Whether nothing is left to be found again.</summary>
    public bool IsEmpty => !HasScore && Quote.Length + Words.Length == 0;
}

/// <summary>What is true of a notebook.</summary>
public sealed record Notebook
{
    /// <summary>The panel on which its owner scores.</summary>
    public PanelId Panel { get; init; }

    /// <summary>The only one who reads and writes it.</summary>
    public ParticipantId Owner { get; init; }

    /// <summary>The notes, oldest first.</summary>
    public ImmutableList<NoteOnAnswer> Notes { get; init; } = [];

    /// <summary>What was begun and isn't saved, at most once for an answer.</summary>
    public ImmutableList<Unfinished> Unfinished { get; init; } = [];

    /// <summary>What was begun about one answer; null for nothing.</summary>
    public Unfinished? UnfinishedOn(BidId bid, CriterionId question) => Unfinished.Find(one => one.Bid == bid && one.Question == question);
}

/// <summary>Something asked of a notebook.</summary>
public interface INotebookCommand : ICommand;

/// <summary>Opens the notebook of somebody who has begun to declare their interests.</summary>
public sealed record OpenNotebook(PanelId Panel, ParticipantId Owner) : INotebookCommand, ISystemCommand;

/// <summary>Notes something about an answer that one may read. The owner only; a passage, words or both.</summary>
/// <param name="Bid">The bid.</param>
/// <param name="Question">The question.</param>
/// <param name="Quote">A passage of the answer, up to 1,000 characters.</param>
/// <param name="Words">Up to 2,000 characters.</param>
public sealed record KeepNote(BidId Bid, CriterionId Question, string? Quote, string? Words) : INotebookCommand;

/// <summary>Takes a note away. The owner only.</summary>
public sealed record RemoveNote(NoteOnAnswerId Note) : INotebookCommand;

/// <summary>
/// Lays by what is written about an answer and not saved, in the place of what was laid by about it before; with nothing in it, nothing is laid by any more.
/// The owner only, about an answer that they score.
/// </summary>
/// <param name="Bid">The bid.</param>
/// <param name="Question">The question.</param>
/// <param name="Points">A step of the question's scale, or none.</param>
/// <param name="Reason">Up to 4,000 characters.</param>
/// <param name="Quote">Up to 1,000 characters.</param>
/// <param name="Words">Up to 2,000 characters.</param>
public sealed record KeepUnfinished(BidId Bid, CriterionId Question, int? Points, string? Reason, string? Quote, string? Words) : INotebookCommand;

/// <summary>A notebook is open.</summary>
[EventName("notebook.opened.v1")]
public sealed record NotebookOpened(PanelId Panel, ParticipantId Owner) : IEvent;

/// <summary>Something was noted.</summary>
[EventName("notebook.note-kept.v1")]
public sealed record NoteKept(NoteOnAnswerId Note, BidId Bid, CriterionId Question, [property: Erasable] string Quote, [property: Erasable] string Words) : IEvent;

/// <summary>A note is gone.</summary>
[EventName("notebook.note-removed.v1")]
public sealed record NoteRemoved(NoteOnAnswerId Note) : IEvent;

/// <summary>What is written about an answer was laid by.</summary>
[EventName("notebook.unfinished-kept.v1")]
public sealed record UnfinishedKept(
    BidId Bid, CriterionId Question, int? Points, [property: Erasable] string Reason, [property: Erasable] string Quote, [property: Erasable] string Words) : IEvent;

/// <summary>What may be asked of a notebook, and what happens then.</summary>
public sealed class NotebookDecider : IDecider<Notebook, INotebookCommand>
{
    private const int MostNotes = 1_000;

    /// <inheritdoc />
    public static Notebook Initial { get; } = new();

    /// <inheritdoc />
    public static IEnumerable<StreamId> Needs(Notebook state, INotebookCommand command, Facts known)
    {
        if (command is ISystemCommand || state.Owner == default) return [];
        return known.Find<Panel>(state.Panel.Stream) is { } panel
            ? [state.Panel.Stream, panel.Tender.Stream, panel.Project.Stream]
            : [state.Panel.Stream];
    }

    /// <inheritdoc />
    public static Decision Decide(Notebook state, INotebookCommand command, Context context)
    {
        if (command is OpenNotebook opening)
        {
            if (!context.IsSystem) return Refusal.NotFound;
            return state.Owner == opening.Owner ? Decision.Accept() : Decision.Accept(new NotebookOpened(opening.Panel, opening.Owner));
        }

        if (state.Owner != context.Actor || context.Facts.Find<Panel>(state.Panel.Stream) is not { } panel) return Refusal.NotFound;
        if (context.Facts.Find<Project>(panel.Project.Stream) is not { } project || !panel.IsInRoom(context.Actor, project)) return Refusal.NotFound;
        return command switch
        {
            KeepNote c => Keep(state, c, panel, context),
            KeepUnfinished c => LayBy(state, c, panel, context),
            RemoveNote c => state.Notes.Exists(note => note.Id == c.Note) ? Decision.Accept(new NoteRemoved(c.Note)) : Refusal.NotFound,
            _ => throw new InvalidOperationException($"A notebook knows no command {command.GetType().Name}."),
        };
    }

    /// <inheritdoc />
    public static Notebook Evolve(Notebook state, Recorded happened) => happened.Event switch
    {
        NotebookOpened e => state with { Panel = e.Panel, Owner = e.Owner },
        NoteKept e => state with { Notes = state.Notes.Add(new NoteOnAnswer(e.Note, e.Bid, e.Question, e.Quote, e.Words)) },
        NoteRemoved e => state with { Notes = state.Notes.RemoveAll(note => note.Id == e.Note) },
        UnfinishedKept e => LaidBy(state, new Unfinished(e.Bid, e.Question, e.Points, e.Reason, e.Quote, e.Words)),
        _ => throw new InvalidOperationException($"A notebook knows no event {happened.Event.GetType().Name}."),
    };

    private static Decision Keep(Notebook state, KeepNote c, Panel panel, Context context)
    {
        if (Scored(c.Bid, c.Question, panel, context) is null) return Refusal.NotFound;
        if (Written.OptionalWords(c.Quote, "quote", "the words from the answer", 1_000, out var quote) is { } badQuote) return badQuote;
        if (Written.OptionalWords(c.Words, "words", "your note", 2_000, out var words) is { } badWords) return badWords;
        if (quote.Length == 0 && words.Length == 0) return NoteOnNothing;
        if (state.Notes.Count >= MostNotes) return NotesMany;
        var id = new NoteOnAnswerId(context.NewId());
        return Decision.Make(id.Value, new NoteKept(id, c.Bid, c.Question, quote, words));
    }

    private static Decision LayBy(Notebook state, KeepUnfinished c, Panel panel, Context context)
    {
        if (Scored(c.Bid, c.Question, panel, context) is not { } question) return Refusal.NotFound;
        if (c.Points is { } points && question.Scale.Steps.All(step => step.Points != points)) return PointsMissing;
        if (Written.OptionalWords(c.Reason, "reason", "your reason", 4_000, out var reason) is { } badReason) return badReason;
        if (Written.OptionalWords(c.Quote, "quote", "the words from the answer", 1_000, out var quote) is { } badQuote) return badQuote;
        if (Written.OptionalWords(c.Words, "words", "your note", 2_000, out var words) is { } badWords) return badWords;
        var laid = new Unfinished(c.Bid, c.Question, c.Points, reason, quote, words);
        var before = state.UnfinishedOn(c.Bid, c.Question);
        return laid == before || laid.IsEmpty && before is null
            ? Decision.Accept()
            : Decision.Accept(new UnfinishedKept(c.Bid, c.Question, c.Points, reason, quote, words));
    }

    private static Notebook LaidBy(Notebook state, Unfinished laid)
    {
        var others = state.Unfinished.RemoveAll(one => one.Bid == laid.Bid && one.Question == laid.Question);
        return state with { Unfinished = laid.IsEmpty ? others : others.Add(laid) };
    }

    /// <summary>The question, where the owner scores that bid's answer to it; null otherwise.</summary>
    private static Criterion? Scored(BidId bid, CriterionId question, Panel panel, Context context) =>
        panel.MaySee(context.Actor, bid)
            && context.Facts.Find<Tender>(panel.Tender.Stream)?.Questions.FirstOrDefault(one => one.Id == question) is { } asked
            && panel.IsTaskOf(context.Actor, bid, asked)
            ? asked : null;
}

/// <summary>What the owner sees of a notebook. There is no view for anybody else, whoever they are.</summary>
/// <param name="Panel">The panel.</param>
/// <param name="Notes">The notes about answers that the owner may still read, oldest first.</param>
/// <param name="Unfinished">What they began to write about such answers and haven't saved.</param>
public sealed record NotebookView(PanelId Panel, ImmutableList<NoteOnAnswer> Notes, ImmutableList<Unfinished> Unfinished)
{
    /// <summary>The view of one reader; null for everybody but its owner, and for an owner who is no longer in the room.</summary>
    public static NotebookView? For(Notebook? notebook, Panel? panel, Project? project, ParticipantId viewer) =>
        notebook is null || panel is null || project is null || notebook.Owner != viewer || !panel.IsInRoom(viewer, project)
            ? null
            : new NotebookView(notebook.Panel, notebook.Notes.FindAll(note => panel.MaySee(viewer, note.Bid)),
                notebook.Unfinished.FindAll(one => panel.MaySee(viewer, one.Bid)));
}

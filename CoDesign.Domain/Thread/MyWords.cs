using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Workshops;

namespace CoDesign.Domain.Thread;

/// <summary>What somebody said, by where they said it.</summary>
public enum SaidAs
{
    /// <summary>An insight.</summary>
    Insight,

    /// <summary>An idea that all read.</summary>
    Idea,

    /// <summary>An idea in confidence.</summary>
    ConfidentialIdea,

    /// <summary>An observation during a trial.</summary>
    Observation,

    /// <summary>A note on a board that didn't go on as an insight or idea of theirs.</summary>
    Note,
}

/// <summary>One thing that somebody said, and what came of it.</summary>
/// <param name="As">Where they said it.</param>
/// <param name="Id">Its identifier.</param>
/// <param name="Text">Their words.</param>
/// <param name="At">When.</param>
/// <param name="Onward">What came of it, in the order from words to scores; nothing yet where empty.</param>
/// <param name="Activity">The activity in which they said it, where it was in one.</param>
public sealed record Said(SaidAs As, Guid Id, string Text, DateTimeOffset At, ImmutableArray<ThreadNode> Onward, ActivityId? Activity = null)
{
    /// <inheritdoc />
    public bool Equals(Said? other) =>
        other is not null && (As, Id, Text, At, Activity) == (other.As, other.Id, other.Text, other.At, other.Activity) && Onward.AsSpan().SequenceEqual(other.Onward.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(As, Id);
}

/// <summary>What became of what somebody said, newest first.</summary>
public sealed record MyWords(ImmutableArray<Said> All)
{
    /// <summary>What a viewer said in a project, on the thread and on the boards as they may see them.</summary>
    public static MyWords Of(ProjectView project, ThreadView thread, IReadOnlyCollection<BoardView> boards, ParticipantId viewer)
    {
        var insights = project.Insights.Where(i => i.By == viewer).ToArray();
        var ideas = project.Ideas.Where(i => i.By == viewer).ToArray();
        var kept = insights.Select(i => i.Origin).Concat(ideas.Select(i => i.Origin)).OfType<NoteOrigin>().Select(origin => origin.Note).ToHashSet();
        return new MyWords(
        [
            .. insights.Select(i => new Said(SaidAs.Insight, i.Id.Value, i.Text, i.At, From(ThreadKind.Insight, i.Id.Value), i.Origin?.Activity))
                .Concat(ideas.Select(i => new Said(SaidAs.Idea, i.Id.Value, i.Title, i.At, From(ThreadKind.Idea, i.Id.Value), i.Origin?.Activity)))
                .Concat(project.Confidential.Where(i => i.By == viewer).Select(i => new Said(SaidAs.ConfidentialIdea, i.Id.Value, i.Title, i.At, [])))
                .Concat(project.Trials.SelectMany(t => t.Observations.Where(o => o.By == viewer).Select(o =>
                    new Said(SaidAs.Observation, o.Id.Value, o.Text, o.At, With(new ThreadRef(ThreadKind.Trial, t.Id.Value))))))
                .Concat(boards.SelectMany(board => NotesOf(board).Where(note => note.Note.By == viewer && !kept.Contains(note.Note.Id)).Select(note =>
                    new Said(SaidAs.Note, note.Note.Id.Value, note.Note.Text, note.Note.At, [.. note.Became.SelectMany(thing => With(thing)).Distinct()], board.Activity))))
                .OrderByDescending(said => said.At),
        ]);

        ImmutableArray<ThreadNode> From(ThreadKind kind, Guid id) => [.. thread.Onward(new ThreadRef(kind, id))];

        ImmutableArray<ThreadNode> With(ThreadRef thing) => [.. thread.Nodes.Where(node => node.Ref == thing), .. thread.Onward(thing)];
    }

    /// <inheritdoc />
    public bool Equals(MyWords? other) => other is not null && All.AsSpan().SequenceEqual(other.All.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => All.Length;

    /// <summary>Notes, those too that are read as another one.</summary>
    private static IEnumerable<(Note Note, ImmutableArray<ThreadRef> Became)> NotesOf(BoardView board) =>
        board.Mine.Concat(board.Notes).SelectMany(note => note.Merged.Select(one => (one, note.Became)).Prepend((note, note.Became)));
}

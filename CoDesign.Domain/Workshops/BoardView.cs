using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;

namespace CoDesign.Domain.Workshops;

/// <summary>The vote that is on, as one person may know it.</summary>
/// <param name="Id">The vote.</param>
/// <param name="Deciding">How the group decides.</param>
/// <param name="Dots">With dots: one's budget.</param>
/// <param name="Options">What can be voted on.</param>
/// <param name="Mine">What one voted oneself so far.</param>
/// <param name="CountedIn">The votes of others that one counted in so far, oldest first.</param>
public sealed record MyBallot(BallotId Id, Deciding Deciding, int Dots, ImmutableArray<BallotOption> Options, Paper Mine, ImmutableList<CountedPaper> CountedIn);

/// <summary>
/// What one reader may see of a board: what all see, and what is one's own. It changes with nothing that others do in private,
/// so neither its words nor its moving tell of that.
/// </summary>
public sealed record BoardView
{
    /// <summary>The activity.</summary>
    public required ActivityId Activity { get; init; }

    /// <summary>The project.</summary>
    public required ProjectId Project { get; init; }

    /// <summary>What it is set up for.</summary>
    public required BoardSetup Setup { get; init; }

    /// <summary>The stage; null until it was opened.</summary>
    public required Stage? Stage { get; init; }

    /// <summary>Who runs it.</summary>
    public required ParticipantId? Facilitator { get; init; }

    /// <summary>The timer.</summary>
    public required BoardTimer? Timer { get; init; }

    /// <summary>The note or group at which everybody is asked to look.</summary>
    public required Guid? GatheredAt { get; init; }

    /// <summary>Notes that all see.</summary>
    public required ImmutableList<Note> Notes { get; init; }

    /// <summary>One's own notes that nobody else has yet.</summary>
    public required ImmutableList<Note> Mine { get; init; }

    /// <summary>Groups.</summary>
    public required ImmutableList<NoteGroup> Groups { get; init; }

    /// <summary>The vote that is on.</summary>
    public required MyBallot? Ballot { get; init; }

    /// <summary>Results of votes that ended, oldest first.</summary>
    public required ImmutableList<BallotResult> Results { get; init; }

    /// <summary>Photos.</summary>
    public required ImmutableList<Picture> Pictures { get; init; }

    /// <summary>Notes that the reader may put back.</summary>
    public required ImmutableArray<Note> TakenOff { get; init; }

    /// <summary>Whether the reader runs the activity.</summary>
    public required bool MayRun { get; init; }

    /// <summary>Whether the reader takes part.</summary>
    public required bool MayWrite { get; init; }

    /// <summary>Whether the reader may put notes in groups now.</summary>
    public required bool MayGroup { get; init; }

    /// <summary>The view of one reader; null for who may not see the project, or where there is no board.</summary>
    public static BoardView? For(Board? board, Project? project, ParticipantId viewer)
    {
        if (board is null || project is null || !project.IsReader(viewer)) return null;
        var runs = board.IsRunBy(viewer, project);
        return new BoardView
        {
            Activity = board.Activity,
            Project = board.Project,
            Setup = board.Setup,
            Stage = board.Stage,
            Facilitator = board.Facilitator,
            Timer = board.Timer,
            GatheredAt = board.GatheredAt,
            Notes = board.Notes,
            Mine = board.PrivateOf(viewer),
            Groups = board.Groups,
            Ballot = board.Ballot is { } on ? new MyBallot(on.Id, on.Deciding, on.Dots, on.Options, on.PaperOf(viewer), on.CountedInBy(viewer)) : null,
            Results = board.Results,
            Pictures = board.Pictures,
            TakenOff = board.TakenOff.IsEmpty ? [] :
                [.. board.TakenOff.Values.Where(off => off.Note.By == viewer || runs && !off.IsPrivate).Select(off => off.Note).OrderBy(n => n.At)],
            MayRun = runs,
            MayWrite = project.IsContributor(viewer),
            MayGroup = BoardDecider.MayGroup(board, project, viewer),
        };
    }
}

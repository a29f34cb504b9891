using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using static CoDesign.Domain.Workshops.BoardRefusals;

namespace CoDesign.Domain.Workshops;

/// <summary>What may be asked of a board, and what happens then.</summary>
public sealed partial class BoardDecider : IDecider<Board, IBoardCommand>
{
    /// <summary>How many notes a board holds.</summary>
    public const int MostNotes = 1_000;

    /// <summary>How many photos a board holds.</summary>
    public const int MostPictures = 40;

    /// <inheritdoc />
    public static Board Initial { get; } = new();

    /// <inheritdoc />
    public static Board Evolve(Board state, Recorded happened) => state.After(happened);

    /// <inheritdoc />
    public static IEnumerable<StreamId> Needs(Board state, IBoardCommand command, Facts known) =>
        state.Activity == default ? [] : [state.Project.Stream];

    /// <inheritdoc />
    public static Decision Decide(Board state, IBoardCommand command, Context context)
    {
        if (command is CreateBoard create) return context.IsSystem ? Create(state, create) : Refusal.NotFound;
        if (state.Activity == default || context.Facts.Find<Project>(state.Project.Stream) is not { } project || !project.IsReader(context.Actor))
            return Refusal.NotFound;
        if (!project.IsContributor(context.Actor)) return ReadOnly;
        if (command is IRunningCommand running) return state.IsRunBy(context.Actor, project) ? Run(state, running, project, context) : NotRunning;
        return command switch
        {
            CastBallot c => Cast(state, c, context),
            KeepNotes c => Keep(state, c, project, context),
            RemovePicture c => Remove(state, c, project, context),
            _ when state.Stage is null => NotOpen,
            _ when state.Stage == Stage.Closed => IsClosed,
            _ when state.Stage == Stage.Vote => VoteIsOn,
            AddNote c => Add(state, c, context),
            AddNotes c => Add(state, c.Lines, c.Kind, c.Column, false, "", context),
            WriteForSomebody c => Write(state, c, context),
            RewordNote c => Reword(state, c, project, context),
            TakeOffNote c => TakeOff(state, c, project, context),
            PutBackNote c => PutBack(state, c, project, context),
            React c => Answer(state, c, context),
            AttachPicture c => Attach(state, c, context),
            _ when !MayGroup(state, project, context.Actor) => NotGrouping,
            MoveNote c => Move(state, c),
            PlaceNote c => Place(state, c),
            MakeGroup c => Make(state, c, context),
            RenameGroup c => Rename(state, c),
            DissolveGroup c => state.Groups.Exists(g => g.Id == c.Group) ? Decision.Accept(new GroupDissolved(c.Group)) : GroupUnknown,
            MergeNotes c => Merge(state, c, context),
            PartNotes c => Part(state, c),
            _ => throw new InvalidOperationException($"A board knows no command {command.GetType().Name}."),
        };
    }

    /// <summary>Everybody groups in the stage for it; who runs the activity also tidies up before and after.</summary>
    internal static bool MayGroup(Board state, Project project, ParticipantId person) => state.Stage switch
    {
        Stage.Group => project.IsContributor(person),
        Stage.Reveal or Stage.Discuss => state.IsRunBy(person, project),
        _ => false,
    };

    private static Decision Create(Board state, CreateBoard c) =>
        state.Activity == default ? Decision.Accept(new BoardCreated(c.Activity, c.Project, c.Setup)) : Decision.Accept();

    private static Decision Run(Board state, IRunningCommand command, Project project, Context context) => command switch
    {
        SetUpBoard c => SetUp(state, c),
        EnterStage c => Enter(state, c, context),
        HandOverFacilitation c => project.IsContributor(c.To) ? c.To == state.Facilitator ? Decision.Accept() : Decision.Accept(new FacilitationHandedOver(c.To)) : PersonUnknown,
        StartTimer c => c.Minutes is < 1 or > 480 ? TimerMinutes : Decision.Accept(new TimerSet(context.Now.AddMinutes(c.Minutes), 0)),
        PauseTimer => Pause(state, context),
        ResumeTimer => Resume(state, context),
        AddTime c => Extend(state, c, context),
        StopTimer => state.Timer is null ? Decision.Accept() : Decision.Accept(new TimerSet(null, 0)),
        GatherPeople c => state.Notes.Exists(n => n.Id.Value == c.At) || state.Groups.Exists(g => g.Id.Value == c.At)
            ? Decision.Accept(new PeopleGathered(c.At)) : NowhereToGather,
        CountInVote c => CountIn(state, c, context),
        TakeOutVote c => TakeOut(state, c, context),
        LetPeopleGo => state.GatheredAt is null ? Decision.Accept() : Decision.Accept(new PeopleLetGo()),
        _ => throw new InvalidOperationException($"A board knows no command {command.GetType().Name}."),
    };

    private static Decision SetUp(Board state, SetUpBoard c)
    {
        if (BoardSetup.Check(c.Setup, out var setup) is { } bad) return bad with { Field = bad.Field?.Replace("board", "setup", StringComparison.Ordinal) };
        if (state.Stage == Stage.Vote) return VoteIsOn;
        if (state.Count > 0 && !setup.Columns.Take(state.Setup.Columns.Length).SequenceEqual(state.Setup.Columns)) return ColumnsInUse;
        return Decision.Accept(new BoardChanged(setup));
    }

    private static Decision Enter(Board state, EnterStage c, Context context)
    {
        if (Written.Choice(c.Stage, "stage", "a stage") is { } bad) return bad;
        if (c.Stage == state.Stage) return Decision.Accept();
        var events = ImmutableArray.CreateBuilder<IEvent>();
        if (state.Ballot is { } ballot) events.Add(new BallotClosed(ballot.Id));
        var entered = new StageEntered(c.Stage);
        events.Add(entered);
        if (c.Stage == Stage.Vote)
        {
            // What is private until now is revealed on entering, and can be voted on with the rest.
            var options = state.After(new Recorded(state.Activity.Board, 0, entered, context.Actor, context.Now)).Options();
            if (options.Length == 0) return NothingToVoteOn;
            events.Add(new BallotOpened(new BallotId(context.NewId()), state.Setup.Deciding, state.Setup.Dots, options));
        }

        return Decision.Accept(events.ToArray());
    }

    private static Decision Pause(Board state, Context context)
    {
        if (state.Timer is not { } timer) return NoTimer;
        return timer.Ends is { } ends ? Decision.Accept(new TimerSet(null, Math.Max(1, (int)(ends - context.Now).TotalSeconds))) : Decision.Accept();
    }

    private static Decision Resume(Board state, Context context)
    {
        if (state.Timer is not { } timer) return NoTimer;
        return timer.Ends is null ? Decision.Accept(new TimerSet(context.Now.AddSeconds(timer.SecondsLeft), 0)) : Decision.Accept();
    }

    private static Decision Extend(Board state, AddTime c, Context context)
    {
        if (c.Minutes is < 1 or > 120) return ExtraMinutes;
        if (state.Timer is not { } timer) return NoTimer;
        return Decision.Accept(timer.Ends is { } ends
            ? new TimerSet((ends > context.Now ? ends : context.Now).AddMinutes(c.Minutes), 0)
            : new TimerSet(null, timer.SecondsLeft + c.Minutes * 60));
    }
}

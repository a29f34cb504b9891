using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Thread;
using CoDesign.Domain.Workshops;

namespace CoDesign.App.Sample;

/// <summary>
/// One activity of a story, with its board; <paramref name="When"/> is the moment of the story at which it begins, 0 its beginning and 1 now.
/// What points at a note or a group does so by its place in the list, from 0. One that isn't closed stands where its groups are made.
/// </summary>
public sealed record SampleActivity(
    string Title, string Purpose, double When, Phase Phase, Rung Rung, int Minutes, string Place, string AccessNeeds, string Thanks,
    string Question, ImmutableArray<string> Columns, ImmutableArray<StagePlan> Stages, Deciding Deciding, int Dots,
    ImmutableArray<SampleNote> Notes, ImmutableArray<SampleNoteGroup> Groups, ImmutableArray<SampleVote> Votes, ImmutableArray<int> Keep, bool IsClosed);

/// <summary>A note; for somebody else where that says whom.</summary>
public sealed record SampleNote(string By, string Text, NoteKind Kind, int Column, string? ForWhom);

/// <summary>A group of notes.</summary>
public sealed record SampleNoteGroup(string Name, ImmutableArray<int> Notes);

/// <summary>What somebody votes, by the order of what can be voted on: groups, then notes in none. For somebody else, on paper, where that says whom.</summary>
public sealed record SampleVote(string By, ImmutableArray<int> Marks, string? ForWhom);

/// <summary>Tells the workshops of a story: planned early, held when their time comes.</summary>
public sealed class SampleWorkshops(SampleActs acts, SampleStory story, StreamId project, Func<double, DateTimeOffset> day)
{
    /// <summary>From one act of an activity to the next, as a part of the story.</summary>
    private const double Step = 0.00005;
    private readonly Dictionary<int, ActivityId> _planned = [];

    /// <summary>Puts all of them in the plan.</summary>
    public async Task PlanAsync(double at)
    {
        foreach (var (activity, index) in story.Activities.Select((activity, index) => (activity, index)))
        {
            var plan = new ActivityPlan(activity.Title, activity.Purpose, activity.Phase, activity.Rung, acts.Cast["facilitator"], day(activity.When),
                activity.Minutes, activity.Place, "", activity.AccessNeeds, activity.Thanks, "");
            var board = new BoardSetup(activity.Question, activity.Columns, activity.Stages, activity.Deciding, activity.Dots);
            _planned[index] = new ActivityId(await acts.DoAsync($"plan-{index}", "facilitator", day(at), new PlanActivity(plan, board), project));
        }
    }

    /// <summary>Holds those whose time has come.</summary>
    public async Task HoldAsync(double until)
    {
        foreach (var (activity, index) in story.Activities.Select((activity, index) => (activity, index)))
        {
            if (_planned.TryGetValue(index, out var id) && activity.When < until && _planned.Remove(index)) await HoldAsync(activity, $"activity-{index}", id);
        }
    }

    private async Task HoldAsync(SampleActivity activity, string key, ActivityId id)
    {
        var at = activity.When;
        await DoAsync("write", "facilitator", new EnterStage(Stage.PrivateWriting));
        var notes = new List<NoteId>();
        foreach (var (note, place) in activity.Notes.Select((note, place) => (note, place)))
        {
            IBoardCommand command = note.ForWhom is { } whom
                ? new WriteForSomebody(note.Text, note.Kind, note.Column, whom, true)
                : new AddNote(note.Text, note.Kind, note.Column);
            notes.Add(new NoteId(await DoAsync($"note-{place}", note.By, command)));
        }

        await DoAsync("reveal", "facilitator", new EnterStage(Stage.Reveal));
        await DoAsync("nod", activity.Notes[^1].By, new React(notes[0], Nod.MeToo));
        await DoAsync("group", "facilitator", new EnterStage(Stage.Group));
        foreach (var (group, place) in activity.Groups.Select((group, place) => (group, place)))
            await DoAsync($"group-{place}", activity.Notes[group.Notes[0]].By, new MakeGroup(group.Name, [.. group.Notes.Select(n => notes[n])]));
        if (!activity.IsClosed) return;
        if (!activity.Votes.IsEmpty) await VoteAsync();
        await DoAsync("discuss", "facilitator", new EnterStage(Stage.Discuss));
        foreach (var note in activity.Keep)
            await DoAsync($"keep-{note}", "facilitator", new KeepNotes([notes[note]], ThreadKind.Insight, SourceKind.ServiceUser));
        await DoAsync("close", "facilitator", new EnterStage(Stage.Closed));

        async Task VoteAsync()
        {
            await DoAsync("vote", "facilitator", new EnterStage(Stage.Vote));
            var options = acts.Read(reading => reading.Find<Board>(id.Board))!.Ballot?.Options ?? [];
            foreach (var vote in activity.Votes)
            {
                var marks = options.Zip(vote.Marks).Where(pair => pair.Second > 0).ToImmutableDictionary(pair => pair.First.Id.ToString("n"), pair => pair.Second);
                await (vote.ForWhom is { } whom
                    ? DoAsync($"vote-{whom}", vote.By, new CountInVote(null, whom, true, marks, null))
                    : DoAsync($"vote-{vote.By}", vote.By, new CastBallot(marks, null)));
            }
        }

        Task<Guid> DoAsync(string step, string by, IBoardCommand command)
        {
            at += Step;
            return acts.DoAsync($"{key}-{step}", by, day(at), command, id.Board);
        }
    }
}

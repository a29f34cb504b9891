using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Text;

namespace CoDesign.App.Sample;

/// <summary>Tells one story of the sample, from the first words to the specification; the tender is told after it.</summary>
public sealed class SampleTelling(SampleActs acts, SampleStory story)
{
    private StreamId _project;

    /// <summary>Tells it, and says which project came of it.</summary>
    public async Task<ProjectId> TellAsync()
    {
        var id = await acts.DoAsync("project", "commissioner", Day(0), new CreateProject(story.Name, story.Diamond, story.Purpose), null);
        _project = new ProjectId(id).Stream;
        await GatherAsync();
        var planning = new SamplePlanning(acts, story, _project, Day);
        await planning.PlanAsync(0.012);
        foreach (var person in Joiners) await acts.DoAsync($"agree-{person}", person, Day(0.0125), new GiveConsent(1), _project);
        var workshops = new SampleWorkshops(acts, story, _project, Day);
        await workshops.PlanAsync(0.015);
        await planning.GoOnAsync(0.02);
        var insights = await EachAsync(story.Insights, "insight", 0.02, 0.3, i => i.By, i => new CaptureInsight(i.Text, i.Source, i.Tags));
        await workshops.HoldAsync(0.303);
        await planning.GoOnAsync(0.305);
        var themes = await EachAsync(story.Themes, "theme", 0.305, 0.315, t => t.By, t => new MakeTheme(t.Name, Insights(t.Insights)));
        await EachAsync(story.Offered, "offered", 0.318, 0.319, i => i.By, i => new OfferIdea(i.Title, i.Text, Insights(i.From), []));
        var ideas = await EachAsync(story.Ideas, "idea", 0.32, 0.4, i => i.By,
            i => new ProposeIdea(i.Title, i.Text, Insights(i.From), [.. i.Themes.Select(from => new ThemeId(themes[from]))]));
        await planning.GoOnAsync(0.42);
        var trials = await TryAsync(ideas);
        if (story.JoinCode is null) await acts.DoAsync("close", "commissioner", Day(0.525), new CloseJoining(), _project);
        await workshops.HoldAsync(0.53);
        await planning.GoOnAsync(0.53);
        var outcomes = await DescribeAsync(trials);
        await VoteAsync(outcomes);
        var clauses = await WriteAsync(outcomes);
        await new SampleSpecification(acts, story, _project, insights, clauses, Day(0.557)).TellAsync();
        await new SampleRemarks(acts, story, clauses, Day(0.558)).TellAsync();
        await new SampleBuying(acts, story, _project, outcomes, clauses).TellAsync();
        await workshops.HoldAsync(1);
        return new ProjectId(id);

        ImmutableArray<InsightId> Insights(ImmutableArray<int> places) => [.. places.Select(place => new InsightId(insights[place]))];
    }

    private async Task GatherAsync()
    {
        var code = story.JoinCode ?? "130475";
        await acts.DoAsync("open", "commissioner", Day(0.005), new OpenJoining(code), _project);
        await InviteAsync("facilitator", Role.Facilitator);
        await InviteAsync("provider", Role.Provider);
        await InviteAsync("member", Role.Member);
        foreach (var person in Joiners) await acts.DoAsync($"join-{person}", person, Day(0.01), new JoinProject(code, 0), _project);
    }

    /// <summary>Who joined by the code: everybody who says something, and wasn't invited.</summary>
    private IEnumerable<string> Joiners => story.Insights.Select(i => i.By).Concat(story.Ideas.Select(i => i.By)).Concat(story.Outcomes.Select(o => o.By))
        .Concat(story.Activities.SelectMany(a => a.Notes).Select(n => n.By)).Distinct()
        .Where(by => by is not ("commissioner" or "facilitator" or "provider"));

    private Task<Guid> InviteAsync(string persona, Role role) =>
        acts.DoAsync($"invite-{persona}", "commissioner", Day(0.006), new InviteParticipant(acts.Cast[persona], role), _project);

    private async Task<List<Guid>> TryAsync(List<Guid> ideas)
    {
        var trials = new List<Guid>();
        foreach (var (trial, index) in story.Trials.Select((trial, index) => (trial, index)))
        {
            var at = 0.42 + 0.1 * index / story.Trials.Length;
            var made = await acts.DoAsync($"trial-{index}", trial.By, Day(at), new StartTrial(new IdeaId(ideas[trial.Idea]), trial.Expect, trial.Know, trial.Who), _project);
            trials.Add(made);
            foreach (var (seen, place) in trial.Seen.Select((seen, place) => (seen, place)))
                await acts.DoAsync($"seen-{index}-{place}", seen.By, Day(at + 0.001 * (place + 1)), new Observe(new TrialId(made), seen.Text, seen.Source), _project);
            if (trial.Verdict is { } verdict)
                await acts.DoAsync($"verdict-{index}", trial.By, Day(at + 0.005), new ConcludeTrial(new TrialId(made), trial.Happened, verdict, trial.Next), _project);
        }

        return trials;
    }

    private async Task<List<Guid>> DescribeAsync(List<Guid> trials)
    {
        var outcomes = await EachAsync(story.Outcomes, "outcome", 0.53, 0.54, o => o.By,
            o => new DescribeOutcome(o.Text, [.. o.From.Select(from => new TrialId(trials[from]))]));
        foreach (var (outcome, index) in story.Outcomes.Select((outcome, index) => (outcome, index)))
        {
            foreach (var (m, place) in outcome.Measures.Select((measure, place) => (measure, place)))
            {
                var command = new AddMeasure(new OutcomeId(outcomes[index]), m.Kind, m.Unit, m.Baseline, m.Target, null, m.HowOften, m.Question, m.WhoIsAsked, m.How, m.Binds);
                await acts.DoAsync($"measure-{index}-{place}", outcome.By, Day(0.545), command, _project);
            }
        }

        return outcomes;
    }

    private async Task VoteAsync(List<Guid> outcomes)
    {
        if (story.Votes is not { } votes) return;
        await acts.DoAsync("vote-open", "facilitator", Day(0.546), new OpenPriorities(), _project);
        foreach (var (person, dots) in votes.OrderBy(vote => vote.Key, StringComparer.Ordinal))
        {
            var placed = dots.Select((number, place) => KeyValuePair.Create(new OutcomeId(outcomes[place]), number)).ToImmutableDictionary();
            await acts.DoAsync($"vote-{person}", person, Day(0.547), new PlaceDots(placed), _project);
        }

        if (story.VotesAreCounted) await acts.DoAsync("vote-close", "facilitator", Day(0.549), new ClosePriorities(), _project);
    }

    private async Task<List<Guid>> WriteAsync(List<Guid> outcomes)
    {
        var clauses = await EachAsync(story.Clauses, "clause", 0.55, 0.555, _ => "facilitator",
            c => new AddClause(c.Title, c.Kind, [.. c.From.Select(from => new OutcomeId(outcomes[from]))]));
        foreach (var (clause, index) in story.Clauses.Select((clause, index) => (clause, index)))
        {
            await acts.DoAsync($"words-{index}", "commissioner", Day(0.556), new ReplaceText(0, "", clause.Text), new ClauseId(clauses[index]).Text);
        }

        return clauses;
    }

    /// <summary>Does the same for each thing of a list, spread over a part of the story.</summary>
    private async Task<List<Guid>> EachAsync<T>(ImmutableArray<T> things, string key, double from, double to, Func<T, string> by, Func<T, IProjectCommand> command)
    {
        var made = new List<Guid>();
        foreach (var (thing, index) in things.Select((thing, index) => (thing, index)))
            made.Add(await acts.DoAsync($"{key}-{index}", by(thing), Day(from + (to - from) * index / things.Length), command(thing), _project));
        return made;
    }

    /// <summary>A moment of the story: 0 its beginning, 1 now.</summary>
    private DateTimeOffset Day(double part) => acts.Ago(story.StartedDaysAgo * (1 - part));
}

using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;

namespace CoDesign.App.Sample;

/// <summary>The plan of a story, besides its activities.</summary>
public sealed record SamplePlan(
    string Consent, ImmutableArray<SampleInfluence> Influences, ImmutableArray<SampleAffected> Affected,
    ImmutableArray<SampleInformed> Informed, ImmutableArray<SampleRisk> Risks, ImmutableArray<SamplePhase> Phases);

/// <summary>A decision that people can influence.</summary>
public sealed record SampleInfluence(string Decision, string WhoDecides, Rung Rung);

/// <summary>People whom it is about.</summary>
public sealed record SampleAffected(string Who, string How, Standing Standing, string? Next);

/// <summary>Somebody else who needs to know.</summary>
public sealed record SampleInformed(string Who, string How, bool Told);

/// <summary>A risk, and what is done about it.</summary>
public sealed record SampleRisk(string Risk, string Answer);

/// <summary>A step to a phase; <paramref name="When"/> is the moment of the story, 0 its beginning and 1 now.</summary>
public sealed record SamplePhase(Phase To, double When, string Reason);

/// <summary>Tells how a story was planned, and its path through the phases.</summary>
public sealed class SamplePlanning(SampleActs acts, SampleStory story, StreamId project, Func<double, DateTimeOffset> day)
{
    private int _phase;

    /// <summary>Writes the plan.</summary>
    public async Task PlanAsync(double at)
    {
        var plan = story.Plan;
        await DoAsync("consent", at, new DescribeProject(story.Name, story.Purpose, plan.Consent));
        foreach (var (line, i) in plan.Influences.Select((line, i) => (line, i))) await DoAsync($"influence-{i}", at, new WriteInfluence(null, line.Decision, line.WhoDecides, null, line.Rung));
        foreach (var (line, i) in plan.Affected.Select((line, i) => (line, i))) await DoAsync($"affected-{i}", at, new WriteAffected(null, line.Who, line.How, line.Standing, line.Next));
        foreach (var (line, i) in plan.Informed.Select((line, i) => (line, i))) await DoAsync($"informed-{i}", at, new WriteInformed(null, line.Who, line.How, null, line.Told));
        foreach (var (line, i) in plan.Risks.Select((line, i) => (line, i))) await DoAsync($"risk-{i}", at, new WriteRisk(null, line.Risk, line.Answer));
    }

    /// <summary>Takes the steps whose time has come.</summary>
    public async Task GoOnAsync(double until)
    {
        for (; _phase < story.Plan.Phases.Length && story.Plan.Phases[_phase].When < until; _phase++)
        {
            var step = story.Plan.Phases[_phase];
            await DoAsync($"phase-{_phase}", step.When, new EnterPhase(step.To, step.Reason));
        }
    }

    private Task<Guid> DoAsync(string key, double at, IPlanCommand command) => acts.DoAsync(key, "facilitator", day(at), command, project);
}

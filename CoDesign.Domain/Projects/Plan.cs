using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Workshops;

namespace CoDesign.Domain.Projects;

/// <summary>A decision that people can influence.</summary>
public sealed record Influence(PlanItemId Id, string Decision, string WhoDecides, DateOnly? ByWhen, Rung Rung);

/// <summary>People whom the project is about.</summary>
public sealed record Affected(PlanItemId Id, string Who, string How, Standing Standing, string Next);

/// <summary>Somebody else who needs to know.</summary>
public sealed record Informed(PlanItemId Id, string Who, string How, DateOnly? ByWhen, bool Told);

/// <summary>What could go wrong, and what is done about it.</summary>
public sealed record Risk(PlanItemId Id, string What, string Answer);

/// <summary>An activity of the plan.</summary>
public sealed record Activity(ActivityId Id, ActivityPlan Plan, BoardSetup Board, ActivityState State, string Reason);

/// <summary>A step on the project's real path through its phases.</summary>
/// <param name="Phase">The phase that was entered.</param>
/// <param name="Missing">What the phase that was left lacked then, in words.</param>
/// <param name="Reason">Why the group went on, or back.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">When.</param>
public sealed record PhaseStep(Phase Phase, ImmutableArray<string> Missing, string Reason, ParticipantId By, DateTimeOffset At);

/// <summary>The plan of a project, made together.</summary>
public sealed record Plan
{
    /// <summary>What people agreed to when they joined, each time that the project was described; at first nothing of its own.</summary>
    public ImmutableList<string> Wordings { get; init; } = [""];

    /// <summary>What people agree to when they join.</summary>
    public string Consent => Wordings[^1];

    /// <summary>The number of what people agree to when they join.</summary>
    public int Wording => Wordings.Count - 1;

    /// <summary>The steps so far, oldest first; a project begins in <see cref="Phase.Initiate"/> without a step.</summary>
    public ImmutableList<PhaseStep> Path { get; init; } = [];

    /// <summary>Decisions that people can influence.</summary>
    public ImmutableList<Influence> Influences { get; init; } = [];

    /// <summary>People whom the project is about.</summary>
    public ImmutableList<Affected> Affected { get; init; } = [];

    /// <summary>Who else needs to know.</summary>
    public ImmutableList<Informed> Informed { get; init; } = [];

    /// <summary>Risks.</summary>
    public ImmutableList<Risk> Risks { get; init; } = [];

    /// <summary>Activities in the order in which they were planned.</summary>
    public ImmutableList<Activity> Activities { get; init; } = [];

    /// <summary>The phase that the project is in.</summary>
    public Phase Phase => Path.IsEmpty ? Phase.Initiate : Path[^1].Phase;

    /// <summary>How many lines the plan has, activities too.</summary>
    internal int Length => Influences.Count + Affected.Count + Informed.Count + Risks.Count + Activities.Count;

    /// <summary>What is true after something happened.</summary>
    internal Plan After(Recorded happened) => happened.Event switch
    {
        ProjectDescribed e => this with { Wordings = Wordings.Add(e.Consent) },
        PhaseEntered e => this with { Path = Path.Add(new PhaseStep(e.Phase, e.Missing, e.Reason, happened.Actor, happened.At)) },
        InfluenceWritten e => this with { Influences = Put(Influences, i => i.Id == e.Item, new Influence(e.Item, e.Decision, e.WhoDecides, e.ByWhen, e.Rung)) },
        AffectedWritten e => this with { Affected = Put(Affected, a => a.Id == e.Item, new Affected(e.Item, e.Who, e.How, e.Standing, e.Next)) },
        InformedWritten e => this with { Informed = Put(Informed, i => i.Id == e.Item, new Informed(e.Item, e.Who, e.How, e.ByWhen, e.Told)) },
        RiskWritten e => this with { Risks = Put(Risks, r => r.Id == e.Item, new Risk(e.Item, e.Risk, e.Answer)) },
        PlanItemRemoved e => this with
        {
            Influences = Influences.RemoveAll(i => i.Id == e.Item),
            Affected = Affected.RemoveAll(a => a.Id == e.Item),
            Informed = Informed.RemoveAll(i => i.Id == e.Item),
            Risks = Risks.RemoveAll(r => r.Id == e.Item),
        },
        ActivityPlanned e => this with { Activities = Activities.Add(new Activity(e.Activity, e.Plan, e.Board, ActivityState.Planned, "")) },
        ActivityChanged e => Change(e.Activity, a => a with { Plan = e.Plan }),
        ActivityMoved e => Change(e.Activity, a => a with { State = e.State, Reason = e.Reason }),
        _ => throw new InvalidOperationException($"A plan knows no event {happened.Event.GetType().Name}."),
    };

    /// <summary>The line with that identifier, of whichever list; null where there is none.</summary>
    internal bool Has(PlanItemId item) =>
        Influences.Exists(i => i.Id == item) || Affected.Exists(a => a.Id == item) || Informed.Exists(i => i.Id == item) || Risks.Exists(r => r.Id == item);

    private Plan Change(ActivityId id, Func<Activity, Activity> change)
    {
        var index = Activities.FindIndex(a => a.Id == id);
        return this with { Activities = Activities.SetItem(index, change(Activities[index])) };
    }

    private static ImmutableList<T> Put<T>(ImmutableList<T> items, Predicate<T> which, T item)
    {
        var index = items.FindIndex(which);
        return index < 0 ? items.Add(item) : items.SetItem(index, item);
    }
}

using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Workshops;

namespace CoDesign.Domain.Projects;

/// <summary>Something that happened to a project's plan.</summary>
public interface IPlanEvent : IEvent;

/// <summary>The four phases of a project, after the Social Innovation Lab for Kent.</summary>
public enum Phase
{
    /// <summary>The right people, a plan made together, and who else is told.</summary>
    Initiate,

    /// <summary>Insights, themes, and ideas that can be tried.</summary>
    Create,

    /// <summary>Trials of ideas, repeated until something works.</summary>
    Test,

    /// <summary>Outcomes, measures, specification and report.</summary>
    Define,
}

/// <summary>How far people take part in an activity, said honestly: the ladder of participation.</summary>
public enum Rung
{
    /// <summary>They are told what was decided.</summary>
    Told,

    /// <summary>They are asked; others decide.</summary>
    Asked,

    /// <summary>They are involved all along; others decide with them in mind.</summary>
    Involved,

    /// <summary>They shape it as equals.</summary>
    CoDesigned,

    /// <summary>They shape it, decide it and do it as equals.</summary>
    CoProduced,
}

/// <summary>How far people whom the project is about are in it.</summary>
public enum Standing
{
    /// <summary>Nobody of them yet: a gap.</summary>
    Missing,

    /// <summary>Asked, but not with us yet.</summary>
    Invited,

    /// <summary>Some of them take part.</summary>
    TakingPart,

    /// <summary>They help to run it.</summary>
    Leading,
}

/// <summary>How far an activity is.</summary>
public enum ActivityState
{
    /// <summary>It is to come.</summary>
    Planned,

    /// <summary>Its board is open.</summary>
    Open,

    /// <summary>It is over.</summary>
    Finished,

    /// <summary>It will not happen.</summary>
    Cancelled,
}

/// <summary>An activity as planned.</summary>
/// <param name="Title">1 to 120 characters.</param>
/// <param name="Purpose">What it is for, up to 1,000 characters.</param>
/// <param name="Phase">The phase that it belongs to.</param>
/// <param name="Rung">How far people take part in it.</param>
/// <param name="Lead">Who leads it; nobody yet where null.</param>
/// <param name="Starts">When it starts; null where not agreed yet.</param>
/// <param name="Minutes">How long it lasts, 0 to 10,080 (a week); 0 where not agreed yet.</param>
/// <param name="Place">Where, up to 200 characters.</param>
/// <param name="Link">A web address for who joins from elsewhere; http or https.</param>
/// <param name="AccessNeeds">What makes it open to everybody, up to 1,000 characters.</param>
/// <param name="Thanks">Thanks and payment for taking part, up to 500 characters.</param>
/// <param name="Method">The card of the Method Deck that it follows; empty for none.</param>
public sealed record ActivityPlan(
    [property: Erasable] string Title, [property: Erasable] string Purpose, Phase Phase, Rung Rung, ParticipantId? Lead, DateTimeOffset? Starts, int Minutes,
    [property: Erasable] string Place, string Link, [property: Erasable] string AccessNeeds, [property: Erasable] string Thanks, string Method);

/// <summary>The project's name, purpose or what people agree to reads otherwise.</summary>
[EventName("project.described.v1")]
public sealed record ProjectDescribed([property: Erasable] string Name, [property: Erasable] string Purpose, [property: Erasable] string Consent) : IPlanEvent;

/// <summary>The project goes on, or back, to a phase.</summary>
[EventName("phase.entered.v1")]
public sealed record PhaseEntered(Phase Phase, ImmutableArray<string> Missing, [property: Erasable] string Reason) : IPlanEvent;

/// <summary>A decision that people can influence, new or reworded.</summary>
[EventName("influence.written.v1")]
public sealed record InfluenceWritten(PlanItemId Item, [property: Erasable] string Decision, [property: Erasable] string WhoDecides, DateOnly? ByWhen, Rung Rung) : IPlanEvent;

/// <summary>People whom the project is about, new or changed.</summary>
[EventName("affected.written.v1")]
public sealed record AffectedWritten(PlanItemId Item, [property: Erasable] string Who, [property: Erasable] string How, Standing Standing, [property: Erasable] string Next) : IPlanEvent;

/// <summary>Somebody else who needs to know, new or changed.</summary>
[EventName("informed.written.v1")]
public sealed record InformedWritten(PlanItemId Item, [property: Erasable] string Who, [property: Erasable] string How, DateOnly? ByWhen, bool Told) : IPlanEvent;

/// <summary>A risk, new or changed.</summary>
[EventName("risk.written.v1")]
public sealed record RiskWritten(PlanItemId Item, [property: Erasable] string Risk, [property: Erasable] string Answer) : IPlanEvent;

/// <summary>A line of the plan is no longer in it.</summary>
[EventName("plan-item.removed.v1")]
public sealed record PlanItemRemoved(PlanItemId Item) : IPlanEvent;

/// <summary>An activity is in the plan, with the setup of its board.</summary>
[EventName("activity.planned.v1")]
public sealed record ActivityPlanned(ActivityId Activity, ActivityPlan Plan, BoardSetup Board) : IPlanEvent;

/// <summary>An activity is planned otherwise.</summary>
[EventName("activity.changed.v1")]
public sealed record ActivityChanged(ActivityId Activity, ActivityPlan Plan) : IPlanEvent;

/// <summary>An activity began, ended, or will not happen.</summary>
[EventName("activity.moved.v1")]
public sealed record ActivityMoved(ActivityId Activity, ActivityState State, [property: Erasable] string Reason) : IPlanEvent;

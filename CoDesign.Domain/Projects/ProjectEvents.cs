using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Thread;
using CoDesign.Domain.Workshops;

namespace CoDesign.Domain.Projects;

/// <summary>What somebody is in a project. The first five of DOMAIN's roles take part; the others read or decide later.</summary>
public enum Role
{
    /// <summary>Officer who owns the project and the specification.</summary>
    Commissioner,

    /// <summary>Runs workshops.</summary>
    Facilitator,

    /// <summary>Uses the service, cares for somebody who does, or lives there.</summary>
    ServiceUser,

    /// <summary>Offers services: a charity, a business, an in-house team.</summary>
    Provider,

    /// <summary>Member of an evaluation panel.</summary>
    Evaluator,

    /// <summary>Chairs an evaluation panel.</summary>
    Moderator,

    /// <summary>Elected councillor; reads.</summary>
    Member,
}

/// <summary>The kind of a project, after the Social Innovation Lab for Kent.</summary>
public enum Diamond
{
    /// <summary>Strategic / Policy.</summary>
    StrategicPolicy,

    /// <summary>Service re-design.</summary>
    ServiceRedesign,

    /// <summary>Creating sustainable communities.</summary>
    SustainableCommunities,
}

/// <summary>Whose words an insight is.</summary>
public enum SourceKind
{
    /// <summary>Somebody who uses the service.</summary>
    ServiceUser,

    /// <summary>Somebody who cares for a person who uses it.</summary>
    Carer,

    /// <summary>Staff who meet people every day.</summary>
    FrontlineStaff,

    /// <summary>A provider.</summary>
    Provider,

    /// <summary>Figures, records, research.</summary>
    Data,
}

/// <summary>What a trial showed.</summary>
public enum Verdict
{
    /// <summary>It works.</summary>
    Works,

    /// <summary>Change it and try again.</summary>
    ChangeAndTryAgain,

    /// <summary>Stop.</summary>
    Stop,
}

/// <summary>Whom a measure binds: targets work both ways.</summary>
public enum Bound
{
    /// <summary>The provider.</summary>
    Provider,

    /// <summary>The commissioner.</summary>
    Commissioner,
}

/// <summary>A project began; its maker is its first commissioner.</summary>
[EventName("project.created.v1")]
public sealed record ProjectCreated(ProjectId Project, [property: Erasable] string Name, Diamond Diamond, [property: Erasable] string Purpose) : IEvent;

/// <summary>People can join with a code.</summary>
[EventName("joining.opened.v1")]
public sealed record JoiningOpened(string Code) : IEvent;

/// <summary>The code no longer works.</summary>
[EventName("joining.closed.v1")]
public sealed record JoiningClosed(string Code) : IEvent;

/// <summary>Somebody holds a role from now on.</summary>
[EventName("participant.joined.v1")]
public sealed record ParticipantJoined(ParticipantId Participant, Role Role) : IEvent;

/// <summary>Somebody holds no role any more.</summary>
[EventName("participant.removed.v1")]
public sealed record ParticipantRemoved(ParticipantId Participant) : IEvent;

/// <summary>Somebody's words, kept word for word; with where they were written, if that was on a board.</summary>
[EventName("insight.captured.v1")]
public sealed record InsightCaptured(InsightId Insight, [property: Erasable] string Text, SourceKind Source, [property: Erasable] ImmutableArray<string> Tags, NoteOrigin? Origin = null) : IQuote
{
    ParticipantId? IQuote.WordsOf => Origin?.By;
}

/// <summary>An insight reads otherwise now; its first wording stays.</summary>
[EventName("insight.reworded.v1")]
public sealed record InsightReworded(InsightId Insight, [property: Erasable] string Text) : IEvent;

/// <summary>A proposal.</summary>
[EventName("idea.proposed.v1")]
public sealed record IdeaProposed(IdeaId Idea, [property: Erasable] string Title, [property: Erasable] string Description, NoteOrigin? Origin = null) : IQuote
{
    ParticipantId? IQuote.WordsOf => Origin?.By;
}

/// <summary>A trial of an idea began.</summary>
[EventName("trial.started.v1")]
public sealed record TrialStarted(TrialId Trial, IdeaId Idea, int Round, [property: Erasable] string Expectation, [property: Erasable] string HowWeWillKnow, [property: Erasable] string WhoTakesPart = "") : IEvent;

/// <summary>A trial ended with a verdict, and with what is changed next where somebody said so.</summary>
[EventName("trial.concluded.v1")]
public sealed record TrialConcluded(TrialId Trial, [property: Erasable] string WhatHappened, Verdict Verdict, [property: Erasable] string Next = "") : IEvent;

/// <summary>A change for people that is wanted.</summary>
[EventName("outcome.described.v1")]
public sealed record OutcomeDescribed(OutcomeId Outcome, [property: Erasable] string Statement) : IEvent;

/// <summary>A way to know whether an outcome is reached.</summary>
[EventName("measure.added.v1")]
public sealed record MeasureAdded(MeasureId Measure, OutcomeId Outcome, Gauge Gauge, Bound Binds) : IEvent;

/// <summary>A clause stands in the outline, last of those of its parent; at the top where that is null.</summary>
[EventName("clause.added.v1")]
public sealed record ClauseAdded(ClauseId Clause, [property: Erasable] string Title, ClauseKind Kind, ClauseId? Parent = null) : IEvent;

/// <summary>A clause is called something else.</summary>
[EventName("clause.renamed.v1")]
public sealed record ClauseRenamed(ClauseId Clause, [property: Erasable] string Title) : IEvent;

/// <summary>A clause stands elsewhere in the outline, with all that is part of it; 0 is first of those of its parent.</summary>
[EventName("clause.moved.v1")]
public sealed record ClauseMoved(ClauseId Clause, int Position, ClauseId? Parent = null) : IEvent;

/// <summary>Somebody tied one thing of the thread to another.</summary>
[EventName("link.made.v1")]
public sealed record LinkMade(ThreadLink Link) : IEvent;

/// <summary>Somebody untied one thing of the thread from another.</summary>
[EventName("link.removed.v1")]
public sealed record LinkRemoved(ThreadLink Link) : IEvent;

/// <summary>A tender grows out of the project.</summary>
[EventName("tender.recorded.v1")]
public sealed record TenderRecorded(Guid Tender) : IEvent;

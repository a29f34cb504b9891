using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Thread;

namespace CoDesign.Domain.Projects;

/// <summary>Something that happened to themes, to ideas in confidence, in a trial, or to what matters most.</summary>
public interface IThreadEvent : IEvent;

/// <summary>Insights have something in common, and it has a name. What is in it is tied to it.</summary>
[EventName("theme.made.v1")]
public sealed record ThemeMade(ThemeId Theme, [property: Erasable] string Name) : IThreadEvent;

/// <summary>A theme is called something else.</summary>
[EventName("theme.renamed.v1")]
public sealed record ThemeRenamed(ThemeId Theme, [property: Erasable] string Name) : IThreadEvent;

/// <summary>A theme is no longer there; its ties went before it.</summary>
[EventName("theme.removed.v1")]
public sealed record ThemeRemoved(ThemeId Theme) : IThreadEvent;

/// <summary>An idea in confidence: for its author and the commissioners.</summary>
[EventName("idea.offered.v1")]
public sealed record IdeaOffered(IdeaId Idea, [property: Erasable] string Title, [property: Erasable] string Description, ImmutableArray<ThreadRef> From) : IThreadEvent;

/// <summary>Somebody saw something during a trial.</summary>
[EventName("trial.observed.v1")]
public sealed record TrialObserved(ObservationId Observation, TrialId Trial, [property: Erasable] string Text, SourceKind Source) : IThreadEvent;

/// <summary>An outcome reads otherwise.</summary>
[EventName("outcome.reworded.v1")]
public sealed record OutcomeReworded(OutcomeId Outcome, [property: Erasable] string Statement) : IThreadEvent;

/// <summary>People vote on which of these outcomes matter most.</summary>
[EventName("priorities.opened.v1")]
public sealed record PrioritiesOpened(ImmutableArray<OutcomeId> Outcomes) : IThreadEvent;

/// <summary>Somebody's dots, in place of their earlier ones.</summary>
[EventName("priorities.dots-placed.v1")]
public sealed record DotsPlaced(ImmutableDictionary<OutcomeId, int> Dots) : IThreadEvent;

/// <summary>The vote is over, and its totals are shown.</summary>
[EventName("priorities.closed.v1")]
public sealed record PrioritiesClosed : IThreadEvent;

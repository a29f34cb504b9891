using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Thread;

namespace CoDesign.Domain.Projects;

/// <summary>Something asked of a project.</summary>
public interface IProjectCommand : ICommand;

/// <summary>Begins a project; whoever asks becomes its commissioner.</summary>
/// <param name="Name">1 to 120 characters.</param>
/// <param name="Diamond">The kind of project.</param>
/// <param name="Purpose">What it is for, 1 to 2,000 characters.</param>
public sealed record CreateProject(string? Name, Diamond Diamond, string? Purpose) : IProjectCommand, ICreation;

/// <summary>Lets people join with a code; one that was open closes.</summary>
/// <param name="Code">Six digits.</param>
public sealed record OpenJoining(string? Code) : IProjectCommand;

/// <summary>Lets nobody join any more.</summary>
public sealed record CloseJoining : IProjectCommand;

/// <summary>Joins as a service user with the project's code.</summary>
/// <param name="Code">Six digits; a wrong one is refused without saying more.</param>
/// <param name="Wording">What they agreed to; see <see cref="GiveConsent"/>. Without it they take part, and their name is shown to nobody else.</param>
public sealed record JoinProject(string? Code, int? Wording = null) : IProjectCommand;

/// <summary>Gives somebody a role. Commissioners only.</summary>
public sealed record InviteParticipant(ParticipantId Participant, Role Role) : IProjectCommand;

/// <summary>Takes all roles from somebody. Commissioners only; the last commissioner stays.</summary>
public sealed record RemoveParticipant(ParticipantId Participant) : IProjectCommand;

/// <summary>Captures somebody's words or an observation.</summary>
/// <param name="Text">1 to 4,000 characters, kept word for word.</param>
/// <param name="Source">Whose words.</param>
/// <param name="Tags">At most 10 of at most 40 characters.</param>
public sealed record CaptureInsight(string? Text, SourceKind Source, ImmutableArray<string> Tags) : IProjectCommand;

/// <summary>Corrects an insight; its first wording stays. Its author, facilitators and commissioners may.</summary>
public sealed record RewordInsight(InsightId Insight, string? Text) : IProjectCommand;

/// <summary>Proposes an idea that answers insights or themes.</summary>
/// <param name="Title">1 to 120 characters.</param>
/// <param name="Description">1 to 4,000 characters.</param>
/// <param name="From">Insights that it answers; at most 50.</param>
/// <param name="Themes">Themes that it answers; at most 50.</param>
public sealed record ProposeIdea(string? Title, string? Description, ImmutableArray<InsightId> From, ImmutableArray<ThemeId>? Themes = null) : IProjectCommand;

/// <summary>Starts a trial of an idea. Another may start once the one before has a verdict.</summary>
/// <param name="Idea">The idea.</param>
/// <param name="Expectation">What we expect, 1 to 2,000 characters.</param>
/// <param name="HowWeWillKnow">1 to 2,000 characters.</param>
/// <param name="WhoTakesPart">Kinds of people and how many, up to 500 characters.</param>
public sealed record StartTrial(IdeaId Idea, string? Expectation, string? HowWeWillKnow, string? WhoTakesPart = null) : IProjectCommand;

/// <summary>Ends a trial with what happened and a verdict.</summary>
/// <param name="Trial">One that is under way.</param>
/// <param name="WhatHappened">1 to 4,000 characters.</param>
/// <param name="Verdict">What it showed.</param>
/// <param name="Next">What is changed next, up to 2,000 characters.</param>
public sealed record ConcludeTrial(TrialId Trial, string? WhatHappened, Verdict Verdict, string? Next = null) : IProjectCommand;

/// <summary>Describes a change for people.</summary>
/// <param name="Statement">1 to 300 characters.</param>
/// <param name="From">Trials that showed it; at most 50.</param>
public sealed record DescribeOutcome(string? Statement, ImmutableArray<TrialId> From) : IProjectCommand;

/// <summary>Adds a way to know whether an outcome is reached: a figure or a question.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Kind">Figure or question.</param>
/// <param name="Unit">Figure: what is counted, 1 to 80 characters.</param>
/// <param name="Baseline">Figure: how it is today, where known.</param>
/// <param name="Target">Figure: how it should be; must be given.</param>
/// <param name="ByWhen">By when, where agreed.</param>
/// <param name="HowOften">How often we look, up to 80 characters.</param>
/// <param name="Question">Question: what is asked, 1 to 300 characters.</param>
/// <param name="WhoIsAsked">Question: who, 1 to 200 characters.</param>
/// <param name="How">Question: how, up to 300 characters.</param>
/// <param name="Binds">Whom it binds.</param>
public sealed record AddMeasure(
    OutcomeId Outcome, MeasureKind Kind, string? Unit, decimal? Baseline, decimal? Target, DateOnly? ByWhen, string? HowOften,
    string? Question, string? WhoIsAsked, string? How, Bound Binds) : IProjectCommand;

/// <summary>Adds a clause, last of those of its parent. Commissioners and facilitators only.</summary>
/// <param name="Title">1 to 120 characters.</param>
/// <param name="Kind">What it does.</param>
/// <param name="From">Outcomes that it comes from; at most 50.</param>
/// <param name="Trials">Trials that it comes from without an outcome between; at most 50.</param>
/// <param name="Parent">The clause that it is part of; null at the top.</param>
public sealed record AddClause(string? Title, ClauseKind Kind, ImmutableArray<OutcomeId> From, ImmutableArray<TrialId>? Trials = null, ClauseId? Parent = null) : IProjectCommand;

/// <summary>Renames a clause. Commissioners and facilitators only.</summary>
public sealed record RenameClause(ClauseId Clause, string? Title) : IProjectCommand;

/// <summary>Moves a clause and all that is part of it. Commissioners and facilitators only.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Position">Its place among those of the parent, itself not counted: 0 is first, what lies beyond the end means last.</param>
/// <param name="Parent">The clause that it is part of from now on; null at the top. Not one that is part of it, and no deeper than clauses nest.</param>
public sealed record MoveClause(ClauseId Clause, int Position, ClauseId? Parent = null) : IProjectCommand;

/// <summary>Ties two things of the thread, from the words towards the contract.</summary>
public sealed record LinkThread(ThreadLink? Link) : IProjectCommand;

/// <summary>Unties two things of the thread.</summary>
/// <param name="Link">The tie.</param>
/// <param name="Confirmed">Whether it was said that what comes after would be left without a source.</param>
public sealed record UnlinkThread(ThreadLink? Link, bool Confirmed) : IProjectCommand;

/// <summary>Notes the tender that grows out of the project.</summary>
public sealed record RecordTender(Guid Tender) : IProjectCommand, ISystemCommand;

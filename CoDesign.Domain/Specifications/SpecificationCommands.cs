using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Thread;

namespace CoDesign.Domain.Specifications;

/// <summary>Something asked of the specification of a project, besides its words.</summary>
public interface ISpecificationCommand : IProjectCommand;

/// <summary>Says what a clause does. Commissioners and facilitators only.</summary>
public sealed record SetClauseKind(ClauseId Clause, ClauseKind Kind) : ISpecificationCommand;

/// <summary>
/// Says how far a clause is. Commissioners and facilitators say draft or agreed; only commissioners say final,
/// and open what is final again.
/// </summary>
/// <param name="Clause">The clause; one without words can't be agreed.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Reason">Why what is final is opened again, 1 to 500 characters; not asked otherwise.</param>
public sealed record SetClauseStatus(ClauseId Clause, ClauseStatus Status, string? Reason) : ISpecificationCommand;

/// <summary>Takes a clause out of the outline; what is part of it stands in its place. Commissioners and facilitators only, and not while it is final.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Confirmed">Whether it was said what goes with it, and what would come from nothing.</param>
public sealed record RemoveClause(ClauseId Clause, bool Confirmed) : ISpecificationCommand;

/// <summary>Puts a clause in easy words, in place of earlier ones; none takes them away. Whoever may write in the specification.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Text">Up to 4,000 characters.</param>
public sealed record EaseClause(ClauseId Clause, string? Text) : ISpecificationCommand;

/// <summary>Says why an insight reaches no clause, or a clause or question comes from no insight. Commissioners and facilitators only.</summary>
/// <param name="Thing">An insight, a clause or a question of the project's tender.</param>
/// <param name="Reason">Why, of a kind that fits.</param>
/// <param name="Words">1 to 500 characters, for whoever said it.</param>
public sealed record ExplainGap(ThreadRef? Thing, GapReason Reason, string? Words) : ISpecificationCommand;

/// <summary>Takes a reason back. Commissioners and facilitators only.</summary>
public sealed record ReopenGap(ThreadRef? Thing) : ISpecificationCommand;

/// <summary>Writes the list of words that many people don't use, with better ones. Whoever may write in the specification.</summary>
/// <param name="Words">Lines such as “utilise = use”, in place of the earlier ones; at most 200. None empties the list.</param>
public sealed record WriteJargon(ImmutableArray<string> Words) : ISpecificationCommand;

/// <summary>Puts a part of the project's report in one's own words. Commissioners and facilitators only.</summary>
/// <param name="Part">The part.</param>
/// <param name="Text">Markdown of up to 20,000 characters; none gives the part back, to be made from what happened.</param>
public sealed record WriteReportPart(ReportPart Part, string? Text) : ISpecificationCommand;

/// <summary>Puts a clause in the outline whose words were split off from another.</summary>
/// <param name="Clause">The new clause.</param>
/// <param name="From">The other.</param>
/// <param name="Title">What the new one is called.</param>
/// <param name="By">Who split it.</param>
public sealed record RecordSplit(ClauseId Clause, ClauseId From, string Title, ParticipantId By) : IProjectCommand, ISystemCommand;

/// <summary>Takes a clause out of the outline whose words went to another. Nothing happens where one of them is there no more.</summary>
/// <param name="Clause">The clause that goes.</param>
/// <param name="Into">The other.</param>
/// <param name="By">Who merged them.</param>
public sealed record RecordMerge(ClauseId Clause, ClauseId Into, ParticipantId By) : IProjectCommand, ISystemCommand;

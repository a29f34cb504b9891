using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Thread;

namespace CoDesign.Domain.Specifications;

/// <summary>Something that happened to the specification of a project, besides its words.</summary>
public interface ISpecificationEvent : IEvent;

/// <summary>A clause does something else now.</summary>
[EventName("clause.kind-set.v1")]
public sealed record ClauseKindSet(ClauseId Clause, ClauseKind Kind) : ISpecificationEvent;

/// <summary>A clause is a draft, agreed or final.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Of">The version of its text then.</param>
/// <param name="Reason">Why it was opened again; empty otherwise.</param>
[EventName("clause.status-set.v1")]
public sealed record ClauseStatusSet(ClauseId Clause, ClauseStatus Status, long Of, [property: Erasable] string Reason) : ISpecificationEvent;

/// <summary>A clause is no longer in the outline; its ties went before it, and what was part of it stands in its place.</summary>
[EventName("clause.removed.v1")]
public sealed record ClauseRemoved(ClauseId Clause) : ISpecificationEvent;

/// <summary>A clause was split in two: the new one stands after it, with what it came from tied to both.</summary>
/// <param name="Clause">The new clause.</param>
/// <param name="From">The clause whose words it has.</param>
/// <param name="Title">What the new one is called.</param>
/// <param name="By">Who split it.</param>
[EventName("clause.split-off.v1")]
public sealed record ClauseSplitOff(ClauseId Clause, ClauseId From, [property: Erasable] string Title, ParticipantId By) : ISpecificationEvent, IQuote
{
    ParticipantId? IQuote.WordsOf => By;
}

/// <summary>A clause's words are at the end of another, and it is no longer in the outline; its ties went to the other before it.</summary>
/// <param name="Clause">The clause that went.</param>
/// <param name="Into">The other.</param>
/// <param name="By">Who merged them.</param>
[EventName("clause.merged.v1")]
public sealed record ClauseMerged(ClauseId Clause, ClauseId Into, ParticipantId By) : ISpecificationEvent;

/// <summary>Somebody put a clause in easy words.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Text">The easy words.</param>
/// <param name="Of">The version of the clause's own text that they say.</param>
[EventName("clause.eased.v1")]
public sealed record ClauseEased(ClauseId Clause, [property: Erasable] string Text, long Of) : ISpecificationEvent;

/// <summary>A clause has no easy words any more.</summary>
[EventName("clause.easing-removed.v1")]
public sealed record ClauseEasingRemoved(ClauseId Clause) : ISpecificationEvent;

/// <summary>Somebody said why something doesn't reach the other end of the thread, in place of an earlier reason.</summary>
[EventName("gap.explained.v1")]
public sealed record GapExplained(ThreadRef Thing, GapReason Reason, [property: Erasable] string Words) : ISpecificationEvent;

/// <summary>A gap has no reason any more.</summary>
[EventName("gap.reopened.v1")]
public sealed record GapReopened(ThreadRef Thing) : ISpecificationEvent;

/// <summary>The list of words that many people don't use, in place of the earlier one.</summary>
[EventName("jargon.written.v1")]
public sealed record JargonWritten(ImmutableArray<Jargon> Words) : ISpecificationEvent;

/// <summary>Somebody put a part of the project's report in their own words.</summary>
[EventName("report-part.written.v1")]
public sealed record ReportPartWritten(ReportPart Part, [property: Erasable] string Text) : ISpecificationEvent;

/// <summary>A part of the report is made from what happened again.</summary>
[EventName("report-part.given-back.v1")]
public sealed record ReportPartGivenBack(ReportPart Part) : ISpecificationEvent;

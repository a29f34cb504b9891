using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;

namespace CoDesign.Domain.Tenders;

/// <summary>Something asked of a tender's criteria. Whatever it is, weights of siblings total exactly 100 before and after.</summary>
public interface ICriteriaCommand : ITenderCommand;

/// <summary>Something that happened to a tender's criteria.</summary>
public interface ICriteriaEvent : IEvent;

/// <summary>A set of criteria to start from.</summary>
public enum CriteriaTemplate
{
    /// <summary>Cost 40, quality 40, social value 20.</summary>
    CostQualitySocialValue,

    /// <summary>Quality 60, of which social value is 20, and price 40.</summary>
    QualityWithSocialValue,

    /// <summary>Quality 70, price 30.</summary>
    QualityAndPrice,
}

/// <summary>Puts a set of criteria in the place of those that are there. Refused once there is a question.</summary>
public sealed record StartFromTemplate(CriteriaTemplate Template) : ICriteriaCommand;

/// <summary>Adds a question under a group of criteria; its siblings share the rest in proportion.</summary>
/// <param name="Parent">The group; null for the top.</param>
/// <param name="Title">1 to 120 characters.</param>
/// <param name="Weight">From 0.01 to 100, two decimal places, leaving something for its siblings; an equal share where left out. One alone counts 100.</param>
/// <param name="Question">What bidders are asked, 1 to 2,000 characters.</param>
/// <param name="WordLimit">10 to 5,000.</param>
/// <param name="PassMark">1 to the top of the scale; null for none.</param>
/// <param name="Outcomes">Outcomes it comes from.</param>
/// <param name="Clauses">Clauses it comes from.</param>
/// <param name="Scale">The name of one that comes with CoDesign or is the tender's own; as it was, or the usual one, where left out.</param>
/// <param name="AsksEvidence">Whether bidders are asked to show evidence.</param>
/// <param name="Hours">Hours that an answer takes, from 0.25 to 500; the estimate where left out.</param>
/// <param name="Round">When it is scored, and on what; as it was, or what is written in the bid, where left out.</param>
public sealed record AddQuestion(
    CriterionId? Parent, string? Title, decimal? Weight, string? Question, int WordLimit, int? PassMark,
    ImmutableArray<OutcomeId> Outcomes, ImmutableArray<ClauseId> Clauses,
    string? Scale = null, bool AsksEvidence = false, decimal? Hours = null, ScoringRound? Round = null) : ICriteriaCommand;

/// <summary>Changes what a question says; its weight and place stay.</summary>
/// <param name="Criterion">The question.</param>
/// <param name="Title">1 to 120 characters.</param>
/// <param name="Question">What bidders are asked, 1 to 2,000 characters.</param>
/// <param name="WordLimit">10 to 5,000.</param>
/// <param name="PassMark">1 to the top of the scale; null for none.</param>
/// <param name="Outcomes">Outcomes it comes from.</param>
/// <param name="Clauses">Clauses it comes from.</param>
/// <param name="Scale">The name of one that comes with CoDesign or is the tender's own; as it was, or the usual one, where left out.</param>
/// <param name="AsksEvidence">Whether bidders are asked to show evidence.</param>
/// <param name="Hours">Hours that an answer takes, from 0.25 to 500; the estimate where left out.</param>
/// <param name="Round">When it is scored, and on what; as it was, or what is written in the bid, where left out.</param>
public sealed record ChangeQuestion(
    CriterionId Criterion, string? Title, string? Question, int WordLimit, int? PassMark,
    ImmutableArray<OutcomeId> Outcomes, ImmutableArray<ClauseId> Clauses,
    string? Scale = null, bool AsksEvidence = false, decimal? Hours = null, ScoringRound? Round = null) : ICriteriaCommand;

/// <summary>Adds a group of criteria; its siblings share the rest in proportion.</summary>
/// <param name="Title">1 to 120 characters.</param>
/// <param name="Weight">As of a question.</param>
/// <param name="IsSocialValue">Whether it is the tender's social value; there is one such group at most.</param>
/// <param name="Parent">The group at the top in which it stands; null for the top itself.</param>
public sealed record AddCriteriaGroup(string? Title, decimal? Weight, bool IsSocialValue = false, CriterionId? Parent = null) : ICriteriaCommand;

/// <summary>Gives a group of criteria, or the price, another name.</summary>
/// <param name="Criterion">The group, or the price.</param>
/// <param name="Title">1 to 120 characters.</param>
/// <param name="IsSocialValue">Whether it is the tender's social value; for groups only, and one at most.</param>
public sealed record RenameCriterion(CriterionId Criterion, string? Title, bool IsSocialValue = false) : ICriteriaCommand;

/// <summary>Changes the weight of a criterion; its siblings share the rest in proportion.</summary>
/// <param name="Criterion">The criterion; it must have siblings.</param>
/// <param name="Weight">From 0.01 to 100, two decimal places, leaving something for its siblings.</param>
public sealed record ReweighCriterion(CriterionId Criterion, decimal Weight) : ICriteriaCommand;

/// <summary>Sets the weights of all siblings at once. Refused unless they total exactly 100.</summary>
/// <param name="Parent">The group that they stand in; null for the top.</param>
/// <param name="Weights">The weight of each, by its identifier.</param>
public sealed record SetWeights(CriterionId? Parent, ImmutableDictionary<CriterionId, decimal>? Weights) : ICriteriaCommand;

/// <summary>Moves a criterion with all that it holds. Where it comes to others it counts an equal share, and they share the rest.</summary>
/// <param name="Criterion">The criterion.</param>
/// <param name="Parent">The group it goes into; null for the top.</param>
/// <param name="Position">How many siblings stand before it; from 0.</param>
public sealed record MoveCriterion(CriterionId Criterion, CriterionId? Parent, int Position) : ICriteriaCommand;

/// <summary>Removes a criterion that holds no others; its siblings share its weight. The price stays.</summary>
public sealed record RemoveCriterion(CriterionId Criterion) : ICriteriaCommand;

/// <summary>A criterion stands in the tree.</summary>
[EventName("criterion.added.v1")]
public sealed record CriterionAdded(Criterion Criterion) : ICriteriaEvent;

/// <summary>A criterion says something else; its weight and place are as before.</summary>
[EventName("criterion.changed.v1")]
public sealed record CriterionChanged(Criterion Criterion) : ICriteriaEvent;

/// <summary>A criterion weighs otherwise.</summary>
[EventName("criterion.reweighed.v1")]
public sealed record CriterionReweighed(CriterionId Criterion, decimal Weight) : ICriteriaEvent;

/// <summary>A criterion stands elsewhere.</summary>
[EventName("criterion.moved.v1")]
public sealed record CriterionMoved(CriterionId Criterion, CriterionId? Parent, int Position) : ICriteriaEvent;

/// <summary>A criterion is gone.</summary>
[EventName("criterion.removed.v1")]
public sealed record CriterionRemoved(CriterionId Criterion) : ICriteriaEvent;

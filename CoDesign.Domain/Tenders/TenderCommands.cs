using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;

namespace CoDesign.Domain.Tenders;

/// <summary>Something asked of a tender. Only a commissioner of its project may, and only before publication.</summary>
public interface ITenderCommand : ICommand;

/// <summary>Begins a tender with quality at 60 and price at 40 of 100.</summary>
/// <param name="Project">The project.</param>
/// <param name="Title">1 to 120 characters.</param>
public sealed record CreateTender(ProjectId Project, string? Title) : ITenderCommand, ICreation;

/// <summary>Describes what is wanted.</summary>
/// <param name="Summary">1 to 2,000 characters.</param>
/// <param name="Value">Pounds, VAT included; from 0.01 to 10,000,000,000.</param>
/// <param name="Start">When the contract begins.</param>
/// <param name="Months">How long it lasts, 1 to 240.</param>
/// <param name="Kind">What is bought; with the value it decides which rules hold.</param>
public sealed record DescribeTender(string? Summary, decimal Value, DateOnly? Start, int Months, ContractKind Kind = ContractKind.GoodsAndServices) : ITenderCommand;

/// <summary>Sets the last instant at which a bid is in time; it must lie ahead.</summary>
public sealed record SetDeadline(DateTimeOffset? Deadline) : ITenderCommand;

/// <summary>Adds a question under a group of criteria.</summary>
/// <param name="Parent">The group; null for the top.</param>
/// <param name="Title">1 to 120 characters.</param>
/// <param name="Weight">More than 0, up to 100, two decimal places.</param>
/// <param name="Question">What bidders are asked, 1 to 2,000 characters.</param>
/// <param name="WordLimit">10 to 5,000.</param>
/// <param name="PassMark">1 to the top of the scale; null for none.</param>
/// <param name="Outcomes">Outcomes it comes from.</param>
/// <param name="Clauses">Clauses it comes from.</param>
public sealed record AddQuestion(
    CriterionId? Parent, string? Title, decimal Weight, string? Question, int WordLimit, int? PassMark,
    ImmutableArray<OutcomeId> Outcomes, ImmutableArray<ClauseId> Clauses) : ITenderCommand;

/// <summary>Adds a group of criteria at the top.</summary>
/// <param name="Title">1 to 120 characters.</param>
/// <param name="Weight">More than 0, up to 100, two decimal places.</param>
/// <param name="IsSocialValue">Whether it is the tender's social value; there is one such group at most.</param>
public sealed record AddCriteriaGroup(string? Title, decimal Weight, bool IsSocialValue = false) : ITenderCommand;

/// <summary>Changes the weight of a criterion.</summary>
public sealed record ReweighCriterion(CriterionId Criterion, decimal Weight) : ITenderCommand;

/// <summary>Removes a criterion that holds no others; the price stays.</summary>
public sealed record RemoveCriterion(CriterionId Criterion) : ITenderCommand;

/// <summary>Adds a group of the panel, or changes its weight.</summary>
/// <param name="Name">1 to 60 characters.</param>
/// <param name="Weight">More than 0, up to 100, two decimal places.</param>
/// <param name="IsServiceUsers">Whether these are the people who use the service.</param>
public sealed record SetPanelGroup(string? Name, decimal Weight, bool IsServiceUsers) : ITenderCommand;

/// <summary>Removes a group of the panel.</summary>
public sealed record RemovePanelGroup(string? Name) : ITenderCommand;

/// <summary>Chooses how the price is scored; a tender that chooses nothing scores it proportionally.</summary>
/// <param name="Formula">The formula.</param>
/// <param name="Benchmark">For a benchmark only: pounds, more than 0, up to 10,000,000,000, two decimal places.</param>
/// <param name="IsCapped">For a benchmark only: whether a lower price gets no more than all points.</param>
public sealed record ChoosePriceFormula(PriceFormula Formula, decimal? Benchmark = null, bool IsCapped = false) : ITenderCommand;

/// <summary>Freezes the pack and makes it public.</summary>
public sealed record PublishTender : ITenderCommand;

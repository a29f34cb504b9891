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

/// <summary>Adds a group of the panel, or changes its weight; the others share the rest in proportion.</summary>
/// <param name="Name">1 to 60 characters.</param>
/// <param name="Weight">From 0.01 to 100, two decimal places, leaving something for the others. One alone counts 100.</param>
/// <param name="IsServiceUsers">Whether these are the people who use the service.</param>
public sealed record SetPanelGroup(string? Name, decimal Weight, bool IsServiceUsers) : ITenderCommand;

/// <summary>Removes a group of the panel; the others share its weight.</summary>
public sealed record RemovePanelGroup(string? Name) : ITenderCommand;

/// <summary>Chooses how the price is scored; a tender that chooses nothing scores it proportionally.</summary>
/// <param name="Formula">The formula.</param>
/// <param name="Benchmark">For a benchmark only: pounds, more than 0, up to 10,000,000,000, two decimal places.</param>
/// <param name="IsCapped">For a benchmark only: whether a lower price gets no more than all points.</param>
public sealed record ChoosePriceFormula(PriceFormula Formula, decimal? Benchmark = null, bool IsCapped = false) : ITenderCommand;

/// <summary>Freezes the pack and makes it public.</summary>
public sealed record PublishTender : ITenderCommand;

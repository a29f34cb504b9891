using System.Collections.Immutable;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Contracts;

/// <summary>A contract.</summary>
public readonly record struct ContractId(Guid Value) : IId<ContractId>
{
    /// <summary>The stream of the contract.</summary>
    public StreamId Stream => new("contract", Value);

    /// <summary>The contract for a lot of a panel's tender; the same each time.</summary>
    public static ContractId Of(PanelId panel, LotId lot) => new(Derived.Guid(panel.Value, $"contract-{lot}"));

    /// <inheritdoc />
    public static ContractId From(Guid value) => new(value);

    /// <inheritdoc />
    public override string ToString() => this.Text();
}

/// <summary>A change for people that the contract is for, with how everybody will know.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Statement">What it says.</param>
/// <param name="Measures">How everybody will know.</param>
public sealed record ScheduledOutcome(OutcomeId Outcome, string Statement, ImmutableArray<ScheduledMeasure> Measures);

/// <summary>How everybody will know.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Sentence">What it says.</param>
public sealed record ScheduledMeasure(MeasureId Measure, string Sentence);

/// <summary>Something that the winner's bid promised.</summary>
/// <param name="Id">The commitment.</param>
/// <param name="Words">The bid's own words, or what was written down of them.</param>
/// <param name="Question">The question that they answer.</param>
/// <param name="Title">What the question is called.</param>
/// <param name="Measure">The measure by which it is looked at; null where there is none.</param>
/// <param name="Round">Where it was promised: in the bid, at an interview, at a visit.</param>
public sealed record ScheduledCommitment(CommitmentId Id, string Words, CriterionId Question, string Title, MeasureId? Measure, ScoringRound Round = ScoringRound.Written);

/// <summary>What a contract says from the day on which it is signed.</summary>
/// <param name="Tender">The tender that it grew out of.</param>
/// <param name="Project">The project.</param>
/// <param name="Bid">The bid that won.</param>
/// <param name="Lot">The lot that it is for.</param>
/// <param name="Reference">What people call it by.</param>
/// <param name="Title">What it is called.</param>
/// <param name="LotTitle">What the lot is called; empty where the tender isn't divided.</param>
/// <param name="Supplier">Who provides; the lead where several do.</param>
/// <param name="Value">The price in pounds.</param>
/// <param name="Start">The first day.</param>
/// <param name="End">The last day.</param>
/// <param name="Manager">Who manages it for the authority.</param>
/// <param name="Director">Who answers for it in the authority.</param>
/// <param name="Outcomes">What it is for.</param>
/// <param name="Commitments">What the winner promised.</param>
public sealed record ContractTerms(
    TenderId Tender, ProjectId Project, BidId Bid, LotId Lot, string Reference, string Title, string LotTitle, string Supplier, decimal Value,
    DateOnly Start, DateOnly End, string Manager, string Director, ImmutableArray<ScheduledOutcome> Outcomes, ImmutableArray<ScheduledCommitment> Commitments)
{
    /// <summary>Who provides together and does what, the lead first; empty where one provides alone.</summary>
    public ImmutableArray<PartInBid> Together { get; init; } = [];

    /// <summary>What a contract says that was signed for a lot: it inherits the outcomes and measures, and what the winner promised.</summary>
    /// <returns>Null where nobody won the lot.</returns>
    public static (ContractId Id, ContractTerms Terms)? Of(ContractSigned signed, Panel panel, Tender tender, Project project)
    {
        if (panel.Awards.Find(award => award.Lot == signed.Lot) is not { } award || panel.Bids?.Find(bid => bid.Bid == award.Bid) is not { } bid) return null;
        var place = tender.Lots.FindIndex(lot => lot.Id == signed.Lot);
        return (ContractId.Of(panel.Id, signed.Lot), new ContractTerms(
            tender.Id, project.Id, bid.Bid, signed.Lot, $"{tender.Publication?.Reference}-C{place + 1}", tender.Title,
            tender.IsDivided ? tender.Lots[place].Title : "", bid.Organisation, bid.PriceOf(signed.Lot) ?? bid.Price,
            signed.Start, signed.End, signed.Manager, signed.Director,
            [.. project.Outcomes.Select(outcome => new ScheduledOutcome(outcome.Id, outcome.Statement,
                [.. outcome.Measures.Select(measure => new ScheduledMeasure(measure.Id, measure.Gauge.Sentence))]))],
            [.. from one in panel.Commitments
                where one.Bid == bid.Bid
                let asked = tender.Criteria.Find(criterion => criterion.Id == one.Question)
                select new ScheduledCommitment(one.Id, one.Quote, one.Question, asked?.Title ?? "", one.Measure, asked?.Round ?? ScoringRound.Written)])
        { Together = PartInBid.Of(bid.Consortium) });
    }
}

/// <summary>What is true of a contract.</summary>
public sealed record Contract
{
    /// <summary>The contract.</summary>
    public ContractId Id { get; init; }

    /// <summary>What it says; null before there is one.</summary>
    public ContractTerms? Terms { get; init; }

    /// <summary>When it was signed, UTC.</summary>
    public DateTimeOffset SignedAt { get; init; }

    /// <summary>What is true after something happened.</summary>
    public Contract After(Recorded happened) => happened.Event switch
    {
        ContractBegun e => this with { Id = e.Contract, Terms = e.Terms, SignedAt = e.SignedAt },
        _ => throw new InvalidOperationException($"A contract knows no event {happened.Event.GetType().Name}."),
    };
}

/// <summary>Something asked of a contract.</summary>
public interface IContractCommand : ICommand;

/// <summary>Makes the contract that was signed.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Terms">What it says.</param>
/// <param name="SignedAt">When it was signed.</param>
public sealed record BeginContract(ContractId Contract, ContractTerms Terms, DateTimeOffset SignedAt) : IContractCommand, ISystemCommand, ICreation;

/// <summary>A contract is there, as it was signed.</summary>
[EventName("contract.begun.v1")]
public sealed record ContractBegun(ContractId Contract, ContractTerms Terms, DateTimeOffset SignedAt) : IEvent;

/// <summary>What may be asked of a contract, and what happens then.</summary>
public sealed class ContractDecider : IDecider<Contract, IContractCommand>
{
    /// <inheritdoc />
    public static Contract Initial { get; } = new();

    /// <inheritdoc />
    public static Contract Evolve(Contract state, Recorded happened) => state.After(happened);

    /// <inheritdoc />
    public static Decision Decide(Contract state, IContractCommand command, Context context) => command switch
    {
        BeginContract c when context.IsSystem => state.Terms is null ? Decision.Accept(new ContractBegun(c.Contract, c.Terms, c.SignedAt)) : Decision.Accept(),
        BeginContract => Refusal.NotFound,
        _ => throw new InvalidOperationException($"A contract knows no command {command.GetType().Name}."),
    };
}

using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Tenders;

/// <summary>A lot of a tender: a part of what is bought that can be bid for on its own.</summary>
public readonly record struct LotId(Guid Value) : IId<LotId>
{
    /// <inheritdoc />
    public static LotId From(Guid value) => new(value);

    /// <inheritdoc />
    public override string ToString() => this.Text();
}

/// <summary>A part of what is bought that can be bid for on its own. Every question is asked for all lots at once; prices are given by lot.</summary>
/// <param name="Id">The lot.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Description">What belongs to it; empty where not said yet.</param>
/// <param name="Value">Its estimated value in pounds, VAT included; 0 where not given yet.</param>
/// <param name="Place">Where its work is done; empty where it is that of the tender.</param>
public sealed record Lot(LotId Id, string Title, string Description, decimal Value, string Place)
{
    /// <summary>Whether bids by several organisations together are welcome for it.</summary>
    public bool WelcomesConsortia { get; init; }

    /// <summary>Whether parts of it may well be done by others than who wins it.</summary>
    public bool TakesSubcontracts { get; init; }
}

/// <summary>For how many lots somebody may bid, and how many they may win. Frozen with each version.</summary>
/// <param name="MostBid">The most that one bid may be for; null where there is no limit.</param>
/// <param name="MostWon">The most that one bid may win; null where there is no limit.</param>
public sealed record LotRules(int? MostBid, int? MostWon)
{
    /// <summary>Of a tender of which nothing is said.</summary>
    public static LotRules None { get; } = new(null, null);
}

/// <summary>Something asked of a tender's lots.</summary>
public interface ILotCommand : ITenderCommand;

/// <summary>Something that happened to a tender's lots.</summary>
public interface ILotEvent : IEvent;

/// <summary>Adds a lot after those that are there. The first stands in the place of the whole contract.</summary>
/// <param name="Title">1 to 120 characters; no two lots are called the same.</param>
/// <param name="Description">What belongs to it, up to 4,000 characters; it must be there before publication.</param>
/// <param name="Value">Pounds, VAT included, from 0.01 to 10,000,000,000; may be left out for now.</param>
/// <param name="Place">Up to 120 characters; where it is that of the tender, left out.</param>
/// <param name="WelcomesConsortia">Whether bids by several organisations together are welcome.</param>
/// <param name="TakesSubcontracts">Whether parts of it may well be done by others than who wins it.</param>
public sealed record AddLot(string? Title, string? Description, decimal? Value, string? Place, bool WelcomesConsortia = false, bool TakesSubcontracts = false) : ILotCommand;

/// <summary>Changes what a lot says; its place in the order stays.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Title">1 to 120 characters; no two lots are called the same.</param>
/// <param name="Description">What belongs to it, up to 4,000 characters; it must be there before publication.</param>
/// <param name="Value">Pounds, VAT included, from 0.01 to 10,000,000,000; may be left out for now.</param>
/// <param name="Place">Up to 120 characters; where it is that of the tender, left out.</param>
/// <param name="WelcomesConsortia">Whether bids by several organisations together are welcome.</param>
/// <param name="TakesSubcontracts">Whether parts of it may well be done by others than who wins it.</param>
public sealed record ChangeLot(
    LotId Lot, string? Title, string? Description, decimal? Value, string? Place, bool WelcomesConsortia = false, bool TakesSubcontracts = false) : ILotCommand;

/// <summary>Removes a lot. When the last is gone, the whole contract is bid for again.</summary>
public sealed record RemoveLot(LotId Lot) : ILotCommand;

/// <summary>Moves a lot in the order.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Position">How many lots stand before it; from 0.</param>
public sealed record MoveLot(LotId Lot, int Position) : ILotCommand;

/// <summary>Says for how many lots somebody may bid, and how many they may win.</summary>
/// <param name="MostBid">1 to 50; no limit where left out.</param>
/// <param name="MostWon">1 to 50, and not more than one may bid for; no limit where left out.</param>
public sealed record SetLotRules(int? MostBid = null, int? MostWon = null) : ILotCommand;

/// <summary>There is one lot more.</summary>
[EventName("lot.added.v1")]
public sealed record LotAdded(Lot Lot) : ILotEvent;

/// <summary>A lot says something else; its place in the order is as before.</summary>
[EventName("lot.changed.v1")]
public sealed record LotChanged(Lot Lot) : ILotEvent;

/// <summary>A lot is gone.</summary>
[EventName("lot.removed.v1")]
public sealed record LotRemoved(LotId Lot) : ILotEvent;

/// <summary>A lot stands elsewhere in the order.</summary>
[EventName("lot.moved.v1")]
public sealed record LotMoved(LotId Lot, int Position) : ILotEvent;

/// <summary>It was said how many lots somebody may bid for and win.</summary>
[EventName("lot-rules.set.v1")]
public sealed record LotRulesSet(LotRules Rules) : ILotEvent;

/// <content>The lots.</content>
public sealed partial record Tender
{
    /// <summary>The lots that its commissioners wrote; empty where the contract isn't divided.</summary>
    public ImmutableList<Lot> OwnLots { get; init; } = [];

    /// <summary>For how many lots somebody may bid, and how many they may win.</summary>
    public LotRules LotRules { get; init; } = LotRules.None;

    /// <summary>What can be bid for, in order; never empty. A tender that says nothing has one lot, the whole contract.</summary>
    [JsonIgnore]
    public ImmutableList<Lot> Lots => OwnLots.IsEmpty ? [new Lot(Id.WholeLot, "The whole contract", "", Value, "")] : OwnLots;

    /// <summary>Whether there is more than one lot. Where there isn't, nobody need hear of lots.</summary>
    [JsonIgnore]
    public bool IsDivided => OwnLots.Count > 1;

    private Tender AfterLot(ILotEvent happened) => happened switch
    {
        LotAdded e => this with { OwnLots = OwnLots.Add(e.Lot) },
        LotChanged e => this with { OwnLots = [.. OwnLots.Select(lot => lot.Id == e.Lot.Id ? e.Lot : lot)] },
        LotRemoved e => this with { OwnLots = OwnLots.RemoveAll(lot => lot.Id == e.Lot) },
        LotMoved e => this with { OwnLots = Move(e) },
        LotRulesSet e => this with { LotRules = e.Rules },
        _ => throw new InvalidOperationException($"A tender knows no event {happened.GetType().Name}."),
    };

    private ImmutableList<Lot> Move(LotMoved e)
    {
        var moved = OwnLots.Find(lot => lot.Id == e.Lot)!;
        return OwnLots.Remove(moved).Insert(e.Position, moved);
    }
}

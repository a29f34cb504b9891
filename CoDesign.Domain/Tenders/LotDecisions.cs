using CoDesign.Domain.Kernel;
using static CoDesign.Domain.Tenders.TenderRefusals;

namespace CoDesign.Domain.Tenders;

/// <content>The lots.</content>
public sealed partial class TenderDecider
{
    /// <summary>The most lots that a tender has.</summary>
    public const int MostLots = 50;

    private static Decision DecideLot(Tender state, ILotCommand command, Context context) => command switch
    {
        AddLot c => Add(state, c, context),
        ChangeLot c => Change(state, c),
        RemoveLot c => state.OwnLots.Exists(lot => lot.Id == c.Lot) ? Decision.Accept(new LotRemoved(c.Lot)) : Refusal.NotFound,
        MoveLot c => Move(state, c),
        SetLotRules c => Set(state, c),
        _ => throw new InvalidOperationException($"A tender knows no command {command.GetType().Name}."),
    };

    private static Decision Add(Tender state, AddLot c, Context context)
    {
        if (state.OwnLots.Count >= MostLots) return LotsMany;
        var id = new LotId(context.NewId());
        var (lot, refusal) = Write(state, new ChangeLot(id, c.Title, c.Description, c.Value, c.Place, c.WelcomesConsortia, c.TakesSubcontracts));
        return refusal ?? Decision.Make(id.Value, new LotAdded(lot));
    }

    private static Decision Change(Tender state, ChangeLot c)
    {
        if (state.OwnLots.Find(lot => lot.Id == c.Lot) is not { } before) return Refusal.NotFound;
        var (lot, refusal) = Write(state, c);
        return refusal ?? (lot == before ? Decision.Accept() : Decision.Accept(new LotChanged(lot)));
    }

    private static (Lot Lot, Refusal? Refusal) Write(Tender state, ChangeLot c)
    {
        var none = new Lot(c.Lot, "", "", 0, "");
        if (Written.Words(c.Title, "title", "a name for the lot", 120, out var title) is { } badTitle) return (none, badTitle);
        if (Written.OptionalWords(c.Description, "description", "what belongs to the lot", 4_000, out var description) is { } badDescription) return (none, badDescription);
        if (Written.OptionalWords(c.Place, "place", "where it is", 120, out var place) is { } badPlace) return (none, badPlace);
        if (c.Value is { } value && (value is < 0.01m or > 10_000_000_000m || decimal.Round(value, 2) != value)) return (none, ValueRange);
        if (state.OwnLots.Exists(lot => lot.Id != c.Lot && string.Equals(lot.Title, title, StringComparison.OrdinalIgnoreCase))) return (none, LotNamed);
        return (new Lot(c.Lot, title, description, c.Value ?? 0, place) { WelcomesConsortia = c.WelcomesConsortia, TakesSubcontracts = c.TakesSubcontracts }, null);
    }

    private static Decision Move(Tender state, MoveLot c)
    {
        var from = state.OwnLots.FindIndex(lot => lot.Id == c.Lot);
        if (from < 0) return Refusal.NotFound;
        var to = Math.Clamp(c.Position, 0, state.OwnLots.Count - 1);
        return from == to ? Decision.Accept() : Decision.Accept(new LotMoved(c.Lot, to));
    }

    private static Decision Set(Tender state, SetLotRules c)
    {
        if (c.MostBid is < 1 or > MostLots) return LotLimit with { Field = "mostBid" };
        if (c.MostWon is < 1 or > MostLots) return LotLimit with { Field = "mostWon" };
        if (c.MostWon > c.MostBid) return LotsWon;
        var rules = new LotRules(c.MostBid, c.MostWon);
        return rules == state.LotRules ? Decision.Accept() : Decision.Accept(new LotRulesSet(rules));
    }
}

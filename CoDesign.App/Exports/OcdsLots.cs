using System.Text.Json.Nodes;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;

namespace CoDesign.App.Exports;

/// <content>Lots, and what became of each.</content>
public sealed partial class OcdsRelease
{
    private static JsonObject Lot(OcdsStep step, Lot lot) => With(
        ("id", IdOf(step.Tender, lot.Id)), ("title", step.Tender.IsDivided ? lot.Title : step.Tender.Title), ("description", Words(lot)),
        ("status", Status(step, lot)), ("value", Money(lot.Value)), ("contractPeriod", Term(step.Tender)),
        ("awardCriteria", With(("criteria", List([.. step.Tender.Criteria.Where(c => c.Kind != CriterionKind.Group).Select(c => Criterion(step.Tender, c))])))));

    private static string? Words(Lot lot)
    {
        var words = string.Join("\n\n", new[] { lot.Description, lot.Place.Length > 0 ? $"Where: {lot.Place}" : "" }.Where(part => part.Length > 0));
        return words.Length > 0 ? words : null;
    }

    private static JsonObject? LotDetails(Tender tender) => tender.IsDivided && tender.LotRules != LotRules.None
        ? With(("maximumLotsBidPerSupplier", tender.LotRules.MostBid), ("maximumLotsAwardedPerSupplier", tender.LotRules.MostWon))
        : null;

    private static string Status(OcdsStep step, Lot lot) => step.Settled?.Endings.Exists(ending => ending.Lot == lot.Id) is true ? "unsuccessful" : Status(step);

    private static JsonObject BidsFor(Tender tender, Panel settled, Lot lot) => With(
        ("id", $"bids-{IdOf(tender, lot.Id)}"), ("measure", "bids"), ("value", settled.Bids!.Count(bid => bid.PriceOf(lot.Id) is not null)), ("relatedLot", IdOf(tender, lot.Id)));

    private static JsonObject Award(string ocid, OcdsStep step, WonLot won) => With(
        ("id", AwardId(ocid, won)), ("title", TitleOf(step.Tender, won)), ("status", "active"), ("date", Time(step.At)), ("value", Money(won.Price)),
        ("suppliers", List([.. SuppliersOf(won.Bid, won.Supplier).Select(one => Name(one.Id, one.Name))])), ("contractPeriod", Term(step.Tender)), ("relatedLots", List([IdOf(step.Tender, won.Lot.Id)])));

    private static JsonObject Contract(string ocid, OcdsStep step, WonLot won)
    {
        var signed = step.Settled?.Signed.Find(one => one.Lot == won.Lot.Id);
        return With(
            ("id", $"{ocid}-contract{Suffix(won)}"), ("awardID", AwardId(ocid, won)), ("title", TitleOf(step.Tender, won)), ("status", signed is null ? "pending" : "active"),
            ("period", signed is null ? Term(step.Tender) : Period(signed.Start, signed.End)), ("value", Money(won.Price)), ("dateSigned", signed is null ? null : Time(signed.At)));
    }

    private static ReceivedBid[] WinnersOf(OcdsStep step) =>
        [.. step.Settled?.Awards.Select(award => award.Bid).Distinct().Select(won => step.Settled.Bids!.Find(bid => bid.Bid == won)!) ?? []];

    /// <summary>What was won, in the order of the lots.</summary>
    private static IEnumerable<WonLot> AwardsOf(OcdsStep step)
    {
        if (step.Settled is not { } settled) yield break;
        var winners = WinnersOf(step);
        foreach (var (lot, index) in step.Tender.Lots.Select((lot, index) => (lot, index)))
        {
            if (settled.Awards.Find(award => award.Lot == lot.Id) is not { } won) continue;
            var supplier = Array.FindIndex(winners, bid => bid.Bid == won.Bid);
            yield return new WonLot(lot, step.Tender.IsDivided ? index + 1 : null, supplier, winners[supplier]);
        }
    }

    private static string IdOf(Tender tender, LotId lot) => lot == tender.Id.WholeLot ? "1" : lot.Text();

    private static string SupplierId(int index) => index == 0 ? "supplier" : $"supplier-{index + 1}";

    /// <summary>Those who won together, the lead first.</summary>
    private static IEnumerable<(string Id, string Name)> SuppliersOf(ReceivedBid won, int index) =>
        won.Consortium.Skip(1).Select((partner, place) => ($"{SupplierId(index)}-partner-{place + 1}", partner.Name)).Prepend((SupplierId(index), won.Organisation));

    private static string AwardId(string ocid, WonLot won) => $"{ocid}-award{Suffix(won)}";

    private static string Suffix(WonLot won) => won.Number is { } number ? $"-{number}" : "";

    private static string TitleOf(Tender tender, WonLot won) => won.Number is null ? tender.Title : $"{tender.Title}: {won.Lot.Title}";

    /// <summary>A lot, its number where there are several, and the place of its winner among those who won something.</summary>
    private sealed record WonLot(Lot Lot, int? Number, int Supplier, ReceivedBid Bid)
    {
        public decimal Price => Bid.PriceOf(Lot.Id) ?? 0;
    }
}

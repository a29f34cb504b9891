using System.Globalization;
using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Tenders;

/// <summary>What is to mend about lots before a tender is published.</summary>
public static class LotChecks
{
    /// <summary>The lots' values may differ from the contract's by this part of it, for rounding.</summary>
    public const decimal Tolerance = 0.01m;

    private static readonly CultureInfo _culture = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>What the lots are worth together, where each has a value; null where one has none, or there are none.</summary>
    public static decimal? Together(IReadOnlyCollection<Lot> lots) => lots.Count > 1 && lots.All(lot => lot.Value > 0) ? lots.Sum(lot => lot.Value) : null;

    /// <summary>Whether the lots are worth something else than the whole contract.</summary>
    public static bool IsOff(IReadOnlyCollection<Lot> lots, decimal whole) => whole > 0 && Together(lots) is { } together && Math.Abs(together - whole) > whole * Tolerance;

    internal static IEnumerable<PublicationCheck> Blocking(Tender tender) => !tender.IsDivided ? [] : tender.Lots.Where(lot => lot.Description.Length == 0)
        .Select(lot => new PublicationCheck("lot.not-described", $"Nobody has said yet what belongs to the lot “{lot.Title}”.", true, CheckPlace.Lots, lot.Id.Text()));

    internal static IEnumerable<PublicationCheck> Advice(Tender tender)
    {
        if (tender.OwnLots.Count == 1) yield return new("lot.alone", "There is one lot alone, so nothing is divided. Add another, or remove it.", false, CheckPlace.Lots);
        if (!tender.IsDivided) yield break;
        foreach (var lot in tender.Lots.Where(lot => lot.Value == 0))
            yield return new("lot.no-value", $"It isn’t said what the lot “{lot.Title}” is worth.", false, CheckPlace.Lots, lot.Id.Text());
        if (IsOff(tender.Lots, tender.Value))
            yield return new("lots.value", $"The lots together are worth {Pounds(tender.Lots.Sum(lot => lot.Value))}, but the contract {Pounds(tender.Value)}. The rules that hold follow from the whole.", false, CheckPlace.Lots);
        if (tender.PriceRule.Formula == PriceFormula.Benchmark)
            yield return new("lots.benchmark", "The benchmark is one price for each lot alike. Choose another price formula, unless the lots are of one size.", false, CheckPlace.Questions);
        if (tender.LotRules.MostWon == 1 && tender.LotRules.MostBid is null && tender.LikelyBidders < tender.Lots.Count)
            yield return new("lots.few-bidders", $"{tender.LikelyBidders} are likely to bid, and each may win one lot of {tender.Lots.Count}: some lots may find nobody.", false, CheckPlace.Lots);
    }

    private static string Pounds(decimal pounds) => $"£{pounds.ToString("#,0.##", _culture)}";
}

using System.Collections.Immutable;
using System.Globalization;

namespace CoDesign.Domain.Tenders;

/// <summary>Something that is asked, as bidders read it.</summary>
/// <param name="Kind">What.</param>
/// <param name="Says">In one sentence.</param>
/// <param name="Reason">Why, where it is out of proportion; else empty.</param>
public sealed record AskSaid(AskKind Kind, string Says, string Reason);

/// <summary>What a tender asks, in plain words.</summary>
public static class AskWords
{
    private static readonly CultureInfo _culture = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>What is asked besides answers and price.</summary>
    public static ImmutableArray<AskSaid> Of(Tender tender)
    {
        var over = AskWarnings.Of(tender).Select(warning => warning.Ask).ToHashSet();
        return [.. Sentences(tender, over).Select(said => new AskSaid(said.Kind, said.Says, over.Contains(said.Kind) ? tender.AskReasons.GetValueOrDefault(said.Kind, "") : ""))];
    }

    /// <summary>How much of the payment hangs on results.</summary>
    public static string AtRisk(Asks asks) => asks.AtRisk == 0
        ? "no part of the payment hangs on results"
        : $"{asks.AtRisk.ToString("0.##", _culture)}% of the payment hangs on results, as the contract’s schedule says";

    private static IEnumerable<(AskKind Kind, string Says)> Sentences(Tender tender, HashSet<AskKind> outOfProportion)
    {
        var asks = tender.Asks;
        if (asks.Insurance > 0) yield return (AskKind.Insurance, $"Be insured for {Pounds(asks.Insurance)} for one event{(asks.InsuredBefore ? ", before the contract is awarded" : " when the contract begins; a promise is enough until then")}.");
        if (asks.YearsOfAccounts > 0) yield return (AskKind.Accounts, $"Show your {(asks.AuditedAccounts ? "audited " : "")}accounts of {(asks.YearsOfAccounts == 1 ? "the last year" : $"the last {asks.YearsOfAccounts} years")}. If you are younger, show what you have.");
        if (asks.Turnover > 0) yield return (AskKind.Turnover, $"Have a turnover of at least {Pounds(asks.Turnover)} a year, together where you bid together.");
        if (asks.Bond > 0) yield return (AskKind.Bond, $"Give a bond or guarantee of {asks.Bond.ToString("0.##", _culture)}% of the contract’s value, if you win.");
        if (asks.AtRisk > 0) yield return (AskKind.AtRisk, $"Know that {AtRisk(asks)}.");
        if (asks.References > 0) yield return (AskKind.References, $"Name {(asks.References == 1 ? "somebody" : $"{asks.References} people or organisations")} whom we may ask about work like this.");
        if (asks.Certificates.Length > 0) yield return (AskKind.Certificates, $"Have, or show that you do the same as, {string.Join("; ", asks.Certificates)}.");
        if (asks.SelectsFirst) yield return (AskKind.Selection, "We first look at who can do the work, and read the answers of those.");
        if (asks.PapersFromAll) yield return (AskKind.Papers, "Send the papers with your bid.");
        if (asks.StaffTransfer) yield return (AskKind.Length, $"People who do the work today may have the right to come along. The contract lasts {tender.Months} months.");
        else if (outOfProportion.Contains(AskKind.Length)) yield return (AskKind.Length, $"The contract lasts {tender.Months} months.");
        if (outOfProportion.Contains(AskKind.Start)) yield return (AskKind.Start, "There is little time between the decision and the beginning.");
    }

    private static string Pounds(decimal amount) => $"£{amount.ToString("#,0.##", _culture)}";
}

using System.Globalization;

namespace CoDesign.Domain.Tenders;

/// <summary>Something that is asked out of proportion.</summary>
/// <param name="Ask">What.</param>
/// <param name="Says">What it does to bidders.</param>
/// <param name="Rule">The rule, in plain words.</param>
/// <param name="Source">Where it is written.</param>
/// <param name="Instead">What to do instead.</param>
/// <param name="IsLaw">Whether the law forbids it, so that no reason helps.</param>
public sealed record AskWarning(AskKind Ask, string Says, string Rule, string Source, string Instead, bool IsLaw = false);

/// <summary>Whether what a tender asks is in proportion to what it is worth, what it buys, what the law asks, and how long it lasts.</summary>
public static class AskWarnings
{
    private static readonly CultureInfo _culture = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>Everything that is out of proportion; nothing while the value isn't given.</summary>
    public static IEnumerable<AskWarning> Of(Tender tender)
    {
        if (tender.Value <= 0) return [];
        var timetable = tender.Timetable();
        var notice = timetable?[MilestoneKind.Publication]?.Day ?? tender.NoticeOn ?? DateOnly.MaxValue;
        var regime = timetable?.Regime.Kind ?? Regime.Of(tender.Value, tender.Kind, notice).Kind;
        var limits = DatedRules.AsksOf(regime).On(notice);
        return [.. Money(tender, limits), .. Papers(tender, regime, limits), .. Procedure(tender.Asks, regime, notice), .. Time(tender, timetable, limits)];
    }

    private static IEnumerable<AskWarning> Money(Tender tender, DatedRule<AskLimits> limits)
    {
        var (asks, most) = (tender.Asks, limits.Value);
        if (asks.Insurance > Math.Max(most.InsuranceFree, most.InsuranceTimes * tender.Value))
            yield return new(AskKind.Insurance, $"Cover of {Pounds(asks.Insurance)} is {decimal.Round(asks.Insurance / tender.Value):#,0} times what the contract is worth. A small organisation can’t buy it, or puts it on its price.",
                $"At most {most.InsuranceTimes:0} times the contract’s value, or {Pounds(most.InsuranceFree)}.", limits.Source, "Ask for the cover that the real risk needs, and let it begin with the contract.");
        var yearly = tender.Value / Math.Max(1, tender.Months / 12m);
        if (asks.Turnover > most.TurnoverTimes * yearly)
            yield return new(AskKind.Turnover, $"A turnover of {Pounds(asks.Turnover)} a year keeps out organisations that could do it: the contract is worth about {Pounds(decimal.Round(yearly))} a year.",
                most.TurnoverTimes == 0 ? "None for low value." : $"At most {(most.TurnoverTimes == 1 ? "what" : $"{most.TurnoverTimes:0} times what")} the contract is worth in a year.", limits.Source, "Ask how they would carry the work and the payments, or pay sooner.");
        if (asks.Bond > most.Bond)
            yield return new(AskKind.Bond, $"A bond or guarantee of {asks.Bond:0.##}% costs money each year, and banks give none to many charities.",
                most.Bond == 0 ? "None below the threshold." : $"At most {most.Bond:0.##}% of the contract’s value.", limits.Source, "Pay by stages once work is done, and watch it in the reviews.");
        if (asks.AtRisk > most.AtRisk)
            yield return new(AskKind.AtRisk, $"{asks.AtRisk:0.##}% of the payment hanging on results is more than most small organisations have in reserve.",
                most.AtRisk == 0 ? "None for low value." : $"At most {most.AtRisk:0.##}% of the payment.", limits.Source, "Pay for the work, and agree targets for both sides in the contract’s schedule.");
    }

    private static IEnumerable<AskWarning> Papers(Tender tender, RegimeKind regime, DatedRule<AskLimits> limits)
    {
        var (asks, most) = (tender.Asks, limits.Value);
        if (asks.YearsOfAccounts > most.YearsOfAccounts)
            yield return new(AskKind.Accounts, $"{asks.YearsOfAccounts} years of accounts keep out everybody who began since.",
                most.YearsOfAccounts == 0 ? "None for low value." : $"At most {most.YearsOfAccounts} years.", limits.Source, "Take what there is: management accounts, a forecast, a letter from a bank or a funder.");
        if (asks.References > most.References)
            yield return new(AskKind.References, $"{asks.References} references are many for an organisation that is new, or has one large customer.",
                $"At most {most.References}.", limits.Source, "Ask what they have learned from work like this, wherever it was done.");
        if (asks.Certificates.Length > most.Certificates)
            yield return new(AskKind.Certificates, $"Certificates cost a small organisation time and money each year ({string.Join(", ", asks.Certificates)}).",
                most.Certificates == 0 ? "None for low value." : $"At most {most.Certificates}.", limits.Source, "Describe what must be assured, and take anything that shows it.");
        if (asks.PapersFromAll)
            yield return new(AskKind.Papers, "Papers from everybody are work for all, of which one bid wins.",
                "Bidders vouch for themselves; papers come from who wins.", limits.Source, regime == RegimeKind.LowValue ? "Let bidders vouch for themselves inside the bid." : "Ask the one who wins, before the contract is signed.");
    }

    private static IEnumerable<AskWarning> Procedure(Asks asks, RegimeKind regime, DateOnly notice)
    {
        if (asks.SelectsFirst && regime is RegimeKind.LowValue or RegimeKind.BelowThreshold)
            yield return new(AskKind.Selection, "Bidders would be sorted out by who they are, before anybody reads what they offer.",
                "Below the threshold there is no separate selection by suitability.", DatedRules.NoSelection.On(notice).Source, "Read every bid, and check who wins.", IsLaw: true);
        if (asks.AuditedAccounts)
            yield return new(AskKind.AuditedAccounts, "Most small organisations needn’t have their accounts audited.",
                "Audited accounts are asked only of those who by law have theirs audited.", DatedRules.NoAuditedAccounts.On(notice).Source, "Ask for accounts as the organisation has them.", IsLaw: true);
        if (asks.InsuredBefore)
            yield return new(AskKind.InsuredBefore, "Everybody would pay for insurance, and one wins.",
                "Insurance needn’t be there before the award.", DatedRules.NoInsuranceBefore.On(notice).Source, "Ask for a promise to be insured when the contract begins.", IsLaw: true);
    }

    private static IEnumerable<AskWarning> Time(Tender tender, Timetable? timetable, DatedRule<AskLimits> limits)
    {
        var least = tender.Asks.StaffTransfer ? limits.Value.LeastMonthsWithStaff : limits.Value.LeastMonths;
        if (tender.Months > 0 && tender.Months < least)
            yield return new(AskKind.Length, $"{tender.Months} months are too short to earn back what it costs to begin{(tender.Asks.StaffTransfer ? " and to take people over" : "")}.",
                $"At least {least} months.", limits.Source, "Let it last longer, or pay for setting it up.");
        if (timetable is not null && TimeWarnings.Of(timetable, tender.Kind, []).FirstOrDefault(warning => warning.At == MilestoneKind.Start) is { } start)
            yield return new(AskKind.Start, start.Says, "There is time to find people, or to take them over, between the decision and the beginning.", start.Source, "Let the contract begin later, or decide sooner.");
    }

    private static string Pounds(decimal amount) => $"£{amount.ToString("#,0", _culture)}";
}

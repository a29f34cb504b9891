using System.Collections.Immutable;

namespace CoDesign.Domain.Tenders;

/// <summary>The most that may be asked of bidders without a reason, for what the contract is worth and how much the law asks of it.</summary>
/// <param name="InsuranceTimes">Insurance cover, in times the contract's value.</param>
/// <param name="InsuranceFree">Cover in pounds that is never too much.</param>
/// <param name="YearsOfAccounts">Years of accounts.</param>
/// <param name="TurnoverTimes">Yearly turnover, in times what the contract is worth in a year.</param>
/// <param name="Bond">A bond or guarantee, in percent of the contract's value.</param>
/// <param name="AtRisk">Payment that hangs on results, in percent.</param>
/// <param name="References">References.</param>
/// <param name="Certificates">Certificates.</param>
/// <param name="LeastMonths">The least length of the contract in months.</param>
/// <param name="LeastMonthsWithStaff">The least length where people come along from who does the work today.</param>
public sealed record AskLimits(
    decimal InsuranceTimes, decimal InsuranceFree, int YearsOfAccounts, decimal TurnoverTimes, decimal Bond, decimal AtRisk,
    int References, int Certificates, int LeastMonths, int LeastMonthsWithStaff);

/// <content>What may be asked of bidders.</content>
public static partial class DatedRules
{
    private const string Proportionate = "Procurement Act 2023, section 22: what is asked must be in proportion to the contract’s nature, complexity and cost";
    private const string ThinkSmall = "Procurement Act 2023, section 86: think of what stands in the way of small organisations";

    /// <summary>The most that may be asked without a reason. The figures are good practice, the duty behind them is law.</summary>
    public static ImmutableArray<DatedRule<AskLimits>> AsksOf(RegimeKind regime) => regime switch
    {
        RegimeKind.LowValue => [new(ActInForce, new(10, 1_000_000, 0, 0, 0, 0, 1, 0, 0, 12), ThinkSmall)],
        RegimeKind.BelowThreshold => [new(ActInForce, new(10, 1_000_000, 2, 1, 0, 10, 2, 1, 12, 24), ThinkSmall)],
        RegimeKind.LightTouch => [new(ActInForce, new(10, 1_000_000, 2, 2, 5, 10, 3, 2, 12, 24), Proportionate)],
        _ => [new(ActInForce, new(10, 1_000_000, 2, 2, 10, 15, 3, 3, 12, 24), Proportionate)],
    };

    /// <summary>That below the threshold nobody is kept from bidding by a selection before it.</summary>
    public static ImmutableArray<DatedRule<bool>> NoSelection { get; } = [new(ActInForce, true, "Procurement Act 2023, section 85")];

    /// <summary>That audited accounts are asked of nobody whose accounts the law doesn't have audited.</summary>
    public static ImmutableArray<DatedRule<bool>> NoAuditedAccounts { get; } = [new(ActInForce, true, "Procurement Act 2023, section 22(3)")];

    /// <summary>That insurance needn't be there before the award.</summary>
    public static ImmutableArray<DatedRule<bool>> NoInsuranceBefore { get; } = [new(ActInForce, true, "Procurement Act 2023, section 22(3)")];
}

using System.Collections.Immutable;

namespace CoDesign.Domain.Tenders;

/// <summary>How long each step of a tender usually takes. In working days, save where it says days.</summary>
/// <param name="Questions">How many before the deadline bidders ask at the latest.</param>
/// <param name="Answers">How many before the deadline everything is answered.</param>
/// <param name="Bidding">Days, weekends included, between the notice and the deadline.</param>
/// <param name="Scoring">From opening until everybody has scored.</param>
/// <param name="Moderating">From then until the panel has agreed.</param>
/// <param name="Deciding">From then until every bidder hears the decision.</param>
/// <param name="Standstill">Between the decision and the contract, the day of the decision among them; 0 where there is none.</param>
/// <param name="Signing">From the end of the standstill, or else the decision, until the contract is signed.</param>
/// <param name="SettingUp">From the beginning of the set-up until the contract's.</param>
public sealed record UsualPeriods(int Questions, int Answers, int Bidding, int Scoring, int Moderating, int Deciding, int Standstill, int Signing, int SettingUp);

/// <summary>Times of the year in which little can be written or asked.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Of">Its first and last day in the winter or year that begins with a year.</param>
public sealed record Break(string Name, Func<int, (DateOnly First, DateOnly Last)> Of);

/// <content>What time things take. None of these is law, save where the source names one.</content>
public static partial class DatedRules
{
    /// <summary>That no law says so.</summary>
    public const string GoodPractice = "Good practice, not law";

    private const string SmallOrganisations = "Procurement Act 2023, section 12(4): think of what stands in the way of small organisations";

    /// <summary>How long the steps of a tender usually take, by what the law asks of it.</summary>
    public static ImmutableArray<DatedRule<UsualPeriods>> PeriodsOf(RegimeKind regime) => regime switch
    {
        RegimeKind.LowValue => [new(ActInForce, new(Questions: 5, Answers: 3, Bidding: 14, Scoring: 5, Moderating: 2, Deciding: 2, Standstill: 0, Signing: 2, SettingUp: 5), GoodPractice)],
        RegimeKind.BelowThreshold => [new(ActInForce, new(Questions: 8, Answers: 5, Bidding: 28, Scoring: 10, Moderating: 5, Deciding: 5, Standstill: 0, Signing: 3, SettingUp: 20), GoodPractice)],
        _ => [new(ActInForce, new(Questions: 10, Answers: 5, Bidding: 35, Scoring: 15, Moderating: 5, Deciding: 5, Standstill: 8, Signing: 2, SettingUp: 40), GoodPractice)],
    };

    /// <summary>Working days of set-up where people who do the work today may come along.</summary>
    public static ImmutableArray<DatedRule<int>> StaffTransfer { get; } =
        [new(ActInForce, 40, "Transfer of Undertakings (Protection of Employment) Regulations 2006, regulations 11 and 13: time to inform and consult")];

    /// <summary>How many working days a standstill lasts that nobody must keep, but that a notice promised.</summary>
    public static ImmutableArray<DatedRule<int>> VoluntaryStandstill { get; } = [new(ActInForce, 8, "Procurement Act 2023, section 51: yours to choose; if you do, at least this long")];

    /// <summary>Days in which an organisation of a few people can write a bid beside its work; for low value, half as many.</summary>
    public static ImmutableArray<DatedRule<int>> FairWindow { get; } = [new(ActInForce, 21, SmallOrganisations)];

    /// <summary>Days in which organisations can find each other and agree to bid together.</summary>
    public static ImmutableArray<DatedRule<int>> TogetherWindow { get; } = [new(ActInForce, 28, SmallOrganisations)];

    /// <summary>Days between the decision and the contract's beginning in which a provider can find people and train them; for low value, a quarter.</summary>
    public static ImmutableArray<DatedRule<int>> LeastToStart { get; } = [new(ActInForce, 28, GoodPractice)];

    /// <summary>The same where people who do the work today may come along.</summary>
    public static ImmutableArray<DatedRule<int>> LeastToStartWithStaff { get; } =
        [new(ActInForce, 42, "Transfer of Undertakings (Protection of Employment) Regulations 2006, regulations 11 and 13: time to inform and consult")];

    /// <summary>Times in which a window for bids is worth less than its days.</summary>
    public static ImmutableArray<DatedRule<ImmutableArray<Break>>> Breaks { get; } =
    [
        new(ActInForce,
        [
            new("Christmas", year => (new(year, 12, 24), new(year + 1, 1, 2))),
            new("Easter", year => (WorkingDays.Easter(year).AddDays(-2), WorkingDays.Easter(year).AddDays(1))),
            new("August", year => (new(year, 8, 1), new(year, 8, 31))),
        ], SmallOrganisations),
    ];
}

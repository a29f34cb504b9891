using System.Collections.Immutable;
using System.Globalization;

namespace CoDesign.Domain.Tenders;

/// <summary>What is bought, as the law tells it apart.</summary>
public enum ContractKind
{
    /// <summary>Goods and services.</summary>
    GoodsAndServices,

    /// <summary>Social care, health, and services like these.</summary>
    LightTouch,

    /// <summary>Building.</summary>
    Works,
}

/// <summary>How much the law asks of a tender.</summary>
public enum RegimeKind
{
    /// <summary>Published on one page; bidders vouch for themselves.</summary>
    LowValue,

    /// <summary>No separate stage in which bidders are selected.</summary>
    BelowThreshold,

    /// <summary>Above the threshold of social care and the like.</summary>
    LightTouch,

    /// <summary>Minimum periods and a standstill.</summary>
    Full,
}

/// <summary>A figure that holds from a day on, and where it is written.</summary>
public sealed record DatedRule<T>(DateOnly From, T Value, string Source);

/// <summary>Values in pounds, VAT included, from which the whole of the law holds for authorities that aren't central government.</summary>
public sealed record Thresholds(decimal GoodsAndServices, decimal LightTouch, decimal Works)
{
    /// <summary>The one for a kind of contract.</summary>
    public decimal For(ContractKind kind) => kind switch
    {
        ContractKind.LightTouch => LightTouch,
        ContractKind.Works => Works,
        _ => GoodsAndServices,
    };
}

/// <summary>The table of figures that change with time. That which is in force on the day of a tender's notice holds for it.</summary>
public static partial class DatedRules
{
    private static DateOnly ActInForce => new(2025, 2, 24);

    /// <summary>From which values the whole of the law holds.</summary>
    public static ImmutableArray<DatedRule<Thresholds>> Thresholds { get; } =
    [
        new(ActInForce, new(214_904, 663_540, 5_372_609), "Procurement Act 2023, Schedule 1"),
        new(new(2026, 1, 1), new(207_720, 663_540, 5_193_000), "Procurement Act 2023, Schedule 1, as amended from 1 January 2026"),
    ];

    /// <summary>Below which value, in pounds, a contract is of low value.</summary>
    public static ImmutableArray<DatedRule<decimal>> LowValue { get; } = [new(ActInForce, 30_000, "Procurement Act 2023, Part 6")];

    /// <summary>For how many days bids must at least be possible, counted from the day after the notice, where all documents are with it and bids come electronically.</summary>
    public static ImmutableArray<DatedRule<int>> LeastDays { get; } = [new(ActInForce, 25, "Procurement Act 2023, section 54")];

    /// <summary>How many working days lie between the notice of the award and the contract, the day of the notice among them.</summary>
    public static ImmutableArray<DatedRule<int>> Standstill { get; } = [new(ActInForce, 8, "Procurement Act 2023, section 51")];

    /// <summary>How lots count, in plain words.</summary>
    public static ImmutableArray<DatedRule<string>> LotsTogether { get; } =
        [new(ActInForce, "All lots together are one procurement, so the value of the whole decides which rules hold, not that of a lot.", "Procurement Act 2023, section 4 and Schedule 3")];

    /// <summary>What the law asks of who divides a contract, or doesn't.</summary>
    public static ImmutableArray<DatedRule<string>> ConsiderLots { get; } =
        [new(ActInForce, "Think before the notice whether the contract could be had in lots, which small organisations can bid for. Where it could and isn’t, the notice says why.", "Procurement Act 2023, section 18")];

    /// <summary>The one in force on a day; for a day before all of them, the first.</summary>
    public static DatedRule<T> On<T>(this ImmutableArray<DatedRule<T>> rules, DateOnly day) => rules.LastOrDefault(rule => rule.From <= day) ?? rules[0];
}

/// <summary>How much the law asks of a tender, and why.</summary>
/// <param name="Kind">How much.</param>
/// <param name="Limit">The value that decided, in pounds, VAT included: the tender's lies below it, or from it on.</param>
/// <param name="Since">From when that value has been in force.</param>
/// <param name="Source">Where it is written.</param>
/// <param name="LeastDays">For how many days bids must at least be possible; null where the law leaves it open.</param>
/// <param name="Standstill">How many working days of standstill must be kept; null where the law leaves it open.</param>
public sealed record Regime(RegimeKind Kind, decimal Limit, DateOnly Since, string Source, DatedRule<int>? LeastDays = null, DatedRule<int>? Standstill = null)
{
    private static readonly CultureInfo _culture = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>What holds for a tender whose notice goes out on a day.</summary>
    /// <param name="value">Estimated, in pounds, VAT included, for the whole length of the contract.</param>
    /// <param name="kind">What is bought.</param>
    /// <param name="notice">The day of the notice, in the United Kingdom.</param>
    public static Regime Of(decimal value, ContractKind kind, DateOnly notice)
    {
        var low = DatedRules.LowValue.On(notice);
        if (value < low.Value) return new Regime(RegimeKind.LowValue, low.Value, low.From, low.Source);
        var thresholds = DatedRules.Thresholds.On(notice);
        var limit = thresholds.Value.For(kind);
        if (value < limit) return new Regime(RegimeKind.BelowThreshold, limit, thresholds.From, thresholds.Source);
        return kind == ContractKind.LightTouch
            ? new Regime(RegimeKind.LightTouch, limit, thresholds.From, thresholds.Source)
            : new Regime(RegimeKind.Full, limit, thresholds.From, thresholds.Source, DatedRules.LeastDays.On(notice), DatedRules.Standstill.On(notice));
    }

    /// <summary>The first day, in the United Kingdom, on which the deadline may lie; null where the law leaves it open.</summary>
    /// <param name="notice">The day of the notice.</param>
    public DateOnly? EarliestDeadline(DateOnly notice) => LeastDays is { } least ? notice.AddDays(least.Value) : null;

    /// <summary>Why this regime, in one sentence.</summary>
    public string Why => $"The estimated value is {(Kind is RegimeKind.LowValue or RegimeKind.BelowThreshold ? "below" : "not below")} £{Limit.ToString("#,0.##", _culture)}, " +
        $"the limit in force since {Since.ToString("d MMMM yyyy", _culture)} ({Source}).";

    /// <summary>What follows from it, in plain words.</summary>
    public ImmutableArray<string> Follows => Kind switch
    {
        RegimeKind.LowValue => ["Publish it all the same, on one page.", "Let bidders vouch for themselves inside the bid; ask for no papers."],
        RegimeKind.BelowThreshold => ["There is no separate stage in which bidders are selected.", "Bidders vouch for themselves. Ask for papers only from the one who wins."],
        RegimeKind.LightTouch => ["The law sets no shortest time for bids. Three weeks are fair to small organisations.", "A standstill before the contract is yours to choose, and good practice."],
        RegimeKind.Full =>
        [
            $"Bids must be possible for at least {LeastDays?.Value} days from the day after the notice, with all documents there from the start ({LeastDays?.Source}).",
            $"Between the notice of the award and the contract lie at least {Standstill?.Value} working days, that of the notice among them ({Standstill?.Source}).",
        ],
        _ => throw new InvalidOperationException($"There is no regime {Kind}."),
    };
}

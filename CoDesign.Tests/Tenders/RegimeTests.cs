using System.Globalization;
using CoDesign.Domain.Tenders;

namespace CoDesign.Tests.Tenders;

/// <summary>Value, kind and the day of the notice decide which rules hold (Procurement Act 2023, Schedule 1 and Part 6).</summary>
public sealed class RegimeTests
{
    [Theory]
    [InlineData("29999.99", ContractKind.GoodsAndServices, "2026-06-01", RegimeKind.LowValue)]
    [InlineData("29999.99", ContractKind.LightTouch, "2026-06-01", RegimeKind.LowValue)]
    [InlineData("30000", ContractKind.GoodsAndServices, "2026-06-01", RegimeKind.BelowThreshold)]
    [InlineData("207719.99", ContractKind.GoodsAndServices, "2026-01-01", RegimeKind.BelowThreshold)]
    [InlineData("207720", ContractKind.GoodsAndServices, "2026-01-01", RegimeKind.Full)]
    [InlineData("207720", ContractKind.GoodsAndServices, "2025-12-31", RegimeKind.BelowThreshold)]
    [InlineData("214904", ContractKind.GoodsAndServices, "2025-12-31", RegimeKind.Full)]
    [InlineData("214904", ContractKind.GoodsAndServices, "2024-01-01", RegimeKind.Full)]
    [InlineData("390000", ContractKind.LightTouch, "2026-06-01", RegimeKind.BelowThreshold)]
    [InlineData("663539.99", ContractKind.LightTouch, "2026-06-01", RegimeKind.BelowThreshold)]
    [InlineData("663540", ContractKind.LightTouch, "2025-06-01", RegimeKind.LightTouch)]
    [InlineData("663540", ContractKind.LightTouch, "2026-06-01", RegimeKind.LightTouch)]
    [InlineData("5192999.99", ContractKind.Works, "2026-01-01", RegimeKind.BelowThreshold)]
    [InlineData("5193000", ContractKind.Works, "2026-01-01", RegimeKind.Full)]
    [InlineData("5193000", ContractKind.Works, "2025-12-31", RegimeKind.BelowThreshold)]
    [InlineData("5372609", ContractKind.Works, "2025-12-31", RegimeKind.Full)]
    public void The_limit_in_force_on_the_day_of_the_notice_decides(string value, ContractKind kind, string notice, RegimeKind regime) =>
        Assert.Equal(regime, Regime.Of(decimal.Parse(value, CultureInfo.InvariantCulture), kind, Day(notice)).Kind);

    [Fact]
    public void Under_the_full_procedure_bids_are_possible_for_25_days_from_the_day_after_the_notice()
    {
        var regime = Regime.Of(300_000, ContractKind.GoodsAndServices, Day("2026-11-23"));

        Assert.Equal(Day("2026-12-18"), regime.EarliestDeadline(Day("2026-11-23")));
        Assert.Equal("The estimated value is not below £207,720, the limit in force since 1 January 2026 (Procurement Act 2023, Schedule 1, as amended from 1 January 2026).", regime.Why);
    }

    [Theory]
    [InlineData(10_000, ContractKind.GoodsAndServices)]
    [InlineData(100_000, ContractKind.Works)]
    [InlineData(1_000_000, ContractKind.LightTouch)]
    public void Otherwise_the_law_leaves_periods_and_standstill_open(int value, ContractKind kind)
    {
        var regime = Regime.Of(value, kind, Day("2026-11-23"));

        Assert.Equal((null, null), (regime.LeastDays, regime.Standstill));
        Assert.Null(regime.EarliestDeadline(Day("2026-11-23")));
        Assert.Equal(2, regime.Follows.Length);
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}

using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Tenders;
using static CoDesign.Domain.Tenders.PriceFormula;

namespace CoDesign.Tests.Evaluations;

/// <summary>Tables worked out by hand: with 40 points for price, prices 100, 120, 150, 200 and 250.</summary>
public sealed class PriceRuleTests
{
    public static TheoryData<PriceRule, string> Tables => new()
    {
        { PriceRule.Proportional, "40 100/3 80/3 20 16" },
        { new PriceRule(StandardDifferential), "40 32 20 0 0" },
        { new PriceRule(Benchmark, 120, IsCapped: true), "40 40 32 24 96/5" },
        { new PriceRule(Benchmark, 120), "48 40 32 24 96/5" },
        { new PriceRule(Benchmark, 50, IsCapped: true), "20 50/3 40/3 10 8" },
    };

    [Theory]
    [MemberData(nameof(Tables), DisableDiscoveryEnumeration = true)]
    public void Each_formula_gives_the_points_that_were_worked_out_by_hand(PriceRule rule, string points)
    {
        var scoring = new[] { 100, 120, 150, 200, 250 }.Aggregate(new Scoring { Rule = rule },
            (sofar, price) => sofar.WithBid($"{price}", price, 3, 3, 3));

        Assert.Equal(points, string.Join(' ', scoring.Result.Rows.OrderBy(row => row.Price.Price).Select(row => row.Price.Points.Exact())));
        Assert.Equal("100", scoring.Result.Rows[0].Label);
    }

    /// <summary>
    /// A and B ask £100 and get 5 of 5, C asks £250 and gets nothing, D asks £200 and nobody could score it. Points for price of A, B, C and D, then the places.
    /// </summary>
    public static TheoryData<PriceRule, string, string> TiesZeroAndMissing => new()
    {
        { PriceRule.Proportional, "40 40 16 20", "A1 B1 D3 C4" },
        { new PriceRule(StandardDifferential), "40 40 0 0", "A1 B1 C3 D3" },
        { new PriceRule(Benchmark, 120, IsCapped: true), "40 40 96/5 24", "A1 B1 D3 C4" },
        { new PriceRule(Benchmark, 120), "48 48 96/5 24", "A1 B1 D3 C4" },
        { new PriceRule(PricePerQualityPoint), "0 0 0 0", "A1 B1 C3 D3" },
    };

    [Theory]
    [MemberData(nameof(TiesZeroAndMissing), DisableDiscoveryEnumeration = true)]
    public void Equal_bids_share_a_place_no_quality_is_no_error_and_a_missing_score_is_no_zero(PriceRule rule, string points, string ranks)
    {
        var scoring = new Scoring { Rule = rule }.WithBid("A", 100, 5, 5, 5).WithBid("B", 100, 5, 5, 5).WithBid("C", 250, 0, 0, 0).WithBid("D", 200);

        Assert.Equal(points, string.Join(' ', scoring.Result.Rows.OrderBy(row => row.Label, StringComparer.Ordinal).Select(row => row.Price.Points.Exact())));
        Assert.Equal(ranks, scoring.Ranks);
        Assert.True(scoring.Row("D").IsUnscored);
        Assert.False(scoring.Row("C").IsUnscored);
    }

    /// <summary>A asks £100 and stands exactly at the pass mark of 3, B asks £150 and gets 5, C asks £50 and misses the mark. Points of A and B, then the places.</summary>
    public static TheoryData<PriceRule, string, string> PassMarks => new()
    {
        { PriceRule.Proportional, "40 80/3", "B1 A2 C–" },
        { new PriceRule(StandardDifferential), "40 20", "B1 A2 C–" },
        { new PriceRule(Benchmark, 75, IsCapped: true), "30 20", "B1 A2 C–" },
        { new PriceRule(PricePerQualityPoint), "0 0", "B1 A2 C–" },
    };

    [Theory]
    [MemberData(nameof(PassMarks), DisableDiscoveryEnumeration = true)]
    public void A_bid_that_missed_the_mark_sets_no_lowest_price(PriceRule rule, string points, string ranks)
    {
        var scoring = new Scoring { Rule = rule, Criteria = [Scoring.Question("Safe", 60, passMark: 3), Scoring.Price(40)] }
            .WithBid("A", 100, 3, 3, 3).WithBid("B", 150, 5, 5, 5).WithBid("C", 50, 2, 2, 2);

        Assert.Equal(points, $"{scoring.Row("A").Price.Points.Exact()} {scoring.Row("B").Price.Points.Exact()}");
        Assert.Equal(ranks, scoring.Ranks);
        Assert.Equal(Fraction.Zero, scoring.Row("C").Price.Points);
    }

    [Fact]
    public void Numbers_behind_the_points_say_where_a_limit_was_met()
    {
        static string Shown(PriceRule rule, decimal price) => rule.InNumbers(40, price, 100, 30);

        Assert.Equal("40.00 × £100.00 ÷ £120.00 = 33.33", Shown(PriceRule.Proportional, 120));
        Assert.Equal("40.00 × (1 − (£120.00 − £100.00) ÷ £100.00) = 32.00", Shown(new PriceRule(StandardDifferential), 120));
        Assert.Equal("40.00 × (1 − (£250.00 − £100.00) ÷ £100.00), not below 0, = 0.00", Shown(new PriceRule(StandardDifferential), 250));
        Assert.Equal("40.00 × £120.00 ÷ £100.00, not above 40.00, = 40.00", Shown(new PriceRule(Benchmark, 120, true), 100));
        Assert.Equal("40.00 × £120.00 ÷ £100.00 = 48.00", Shown(new PriceRule(Benchmark, 120), 100));
        Assert.Equal("£120.00 ÷ 30.00 points of quality = £4.00 for each", Shown(new PriceRule(PricePerQualityPoint), 120));
    }

    [Fact]
    public void The_least_asked_for_each_point_of_quality_is_first_and_no_quality_comes_last()
    {
        var scoring = new Scoring { Rule = new PriceRule(PricePerQualityPoint) }
            .WithBid("A", 60, 5, 5, 5).WithBid("B", 12, 1, 1, 1).WithBid("C", 24, 4, 4, 4).WithBid("D", 1, 0, 0, 0);

        Assert.Equal("C1 A2 B3 D4", scoring.Ranks);
        Assert.Equal([new Fraction(1, 2), 1, 1, null], scoring.Result.Rows.Select(row => row.Price.PerPoint));
        Assert.All(scoring.Result.Rows, row => Assert.Equal(row.Quality, row.Total));
    }

    [Fact]
    public void The_lowest_price_may_be_shared_and_may_be_a_penny()
    {
        var scoring = new Scoring().WithBid("A", 0.01m, 3, 3, 3).WithBid("B", 0.01m, 3, 3, 3).WithBid("C", 10_000_000_000m, 5, 5, 5);

        Assert.Equal("A1 B1 C3", scoring.Ranks);
        Assert.Equal("0.00", scoring.Row("C").Price.Points.ToString());
        Assert.True(scoring.Row("C").Price.Points > Fraction.Zero);
    }

    [Fact]
    public void Every_formula_has_words_for_bidders()
    {
        var words = Enum.GetValues<PriceFormula>().Select(formula => new PriceRule(formula, 1_234).InWords()).ToArray();

        Assert.All(words, said => Assert.EndsWith(".", said, StringComparison.Ordinal));
        Assert.Equal(words.Length, words.Distinct().Count());
        Assert.Contains(words, said => said.Contains("£1,234", StringComparison.Ordinal));
    }
}

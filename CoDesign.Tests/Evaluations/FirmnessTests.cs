using CoDesign.App.Evaluations;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Tenders;
using static CoDesign.Tests.Evaluations.Scoring;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Evaluations;

/// <summary>Worked out by hand: quality 60, price 40; A is better and dearer, B cheaper.</summary>
public sealed class FirmnessTests
{
    /// <summary>A: 5 of 5 for £200 makes 60 + 20 = 80. B: 3 of 5 for £100 makes 36 + 40 = 76.</summary>
    private static readonly Scoring Close = new Scoring().WithBid("A", 200, 5, 5, 5).WithBid("B", 100, 3, 3, 3);

    [Fact]
    public void The_smallest_change_of_a_weight_is_where_both_totals_meet()
    {
        var firm = Of(Close)!;

        Assert.Equal(("A", "B", (Fraction?)4), (firm.First, firm.Second, firm.Lead));

        // A leads by 24 on quality and is 20 behind on price: with d points less for quality, 24 × (60 − d) ÷ 60 = 20 × (40 + d) ÷ 40.
        Assert.Equal((new Fraction(40, 9), "B"), (Absolute(firm.Weight!.By), firm.Weight.First));
        Assert.Equal("A", First(WithQuality(60 - 4.44m)));
        Assert.Equal("B", First(WithQuality(60 - 4.45m)));
    }

    [Fact]
    public void The_smallest_change_of_a_score_is_the_one_that_weighs_most()
    {
        var score = Of(Close)!.Score!;

        // One point of Sam, who alone makes 40%, moves 0.4 ÷ 5 × 60 = 4.8 points; one of two officers moves 0.3 ÷ 5 × 60 = 3.6.
        Assert.Equal((1, "Service users", "B"), (Math.Abs(score.By), score.Group, score.First));
        Assert.Equal("B", First(Close with { Scores = [.. Close.Scores.Select(one => one.Evaluator == Sam && one.Bid == Bid("B") ? one with { Points = 4 } : one)] }));
        Assert.Equal("A", First(Close with { Scores = [.. Close.Scores.Select(one => one.Evaluator == Olu && one.Bid == Bid("B") ? one with { Points = 4 } : one)] }));
    }

    [Fact]
    public void A_score_by_which_the_first_would_miss_a_pass_mark_counts_though_its_total_would_still_be_ahead()
    {
        // A: 3 of 5 for £100 makes 36 + 40 = 76. B: 5 of 5 for £400 makes 60 + 10 = 70. One point less from Sam leaves A 71.2, below the mark.
        var onTheMark = new Scoring { Criteria = [Question("Safe", 60, passMark: 3), Price(40)] }.WithBid("A", 100, 3, 3, 3).WithBid("B", 400, 5, 5, 5);
        var score = Of(onTheMark)!.Score!;

        Assert.Equal(("A", -1, "B"), (score.Bid, score.By, score.First));
        Assert.Equal("B", First(onTheMark with { Scores = [.. onTheMark.Scores.Select(one => one.Evaluator == Sam && one.Bid == Bid("A") ? one with { Points = 2 } : one)] }));
    }

    [Fact]
    public void A_bid_that_is_better_in_everything_stays_first_whatever_is_changed()
    {
        var firm = Of(new Scoring().WithBid("A", 100, 5, 5, 5).WithBid("B", 1_000, 0, 0, 0))!;

        Assert.Null(firm.Weight);
        Assert.Null(firm.Score);
    }

    [Fact]
    public void Equal_totals_lead_by_nothing_and_the_least_change_decides()
    {
        // A: 50 + 25. B: half of the quality, by 0.3 × (4 + 3) + 0.4 × 1 = 2.5 of 5, and 50: 75 as well.
        var firm = Of(new Scoring { Criteria = [Question("Safe", 50), Price(50)] }.WithBid("A", 200, 5, 5, 5).WithBid("B", 100, 4, 3, 1))!;

        Assert.Equal(("A", "B", (Fraction?)Fraction.Zero), (firm.First, firm.Second, firm.Lead));
        Assert.Equal(Fraction.Zero, firm.Weight!.By);
        Assert.Equal(1, Math.Abs(firm.Score!.By));
    }

    [Fact]
    public void With_one_bid_or_a_shared_first_place_there_is_nothing_to_say()
    {
        Assert.Null(Of(new Scoring().WithBid("A", 100, 5, 5, 5)));
        Assert.Null(Of(new Scoring().WithBid("A", 100, 5, 5, 5).WithBid("B", 100, 5, 5, 5)));
    }

    [Fact]
    public void By_price_for_each_point_the_lead_is_in_pounds_and_the_turn_where_both_ask_the_same_for_one()
    {
        var firm = Of(PerPoint(40))!;

        // A: £380 ÷ (60 + 2 ÷ 5 × 40) = £380 ÷ 76 = £5. B: £408 ÷ (3 ÷ 5 × 60 + 4 ÷ 5 × 40) = £408 ÷ 68 = £6.
        Assert.Equal(("A", "B", (Fraction?)1), (firm.First, firm.Second, firm.Lead));

        // With d points more for Kind, A has 76 − 0.6 d and B 68 + 0.2 d; 408 × (76 − 0.6 d) = 380 × (68 + 0.2 d) where d = 5168 ÷ 320.8.
        Assert.Equal((new Fraction(6_460, 401), "B"), (Absolute(firm.Weight!.By), firm.Weight.First));
        Assert.Equal("A", First(PerPoint(56.10m)));
        Assert.Equal("B", First(PerPoint(56.12m)));

        // One point of Sam for A's answer on Safe makes 4.8: with two less A asks £380 ÷ 66.4 = £5.72, with three less £380 ÷ 61.6 = £6.17.
        Assert.Equal(("A", "Safe", "Service users", -3, "B"), (firm.Score!.Bid, firm.Score.Question.Title, firm.Score.Group, firm.Score.By, firm.Score.First));
        Assert.Equal("A", First(SamGives(3)));
        Assert.Equal("B", First(SamGives(2)));
        Assert.Contains("it asks £1.00 less for each point of quality than B", string.Join(' ', FirmnessWords.Of(firm, PerPoint(40).Result)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bid_without_a_point_of_quality_has_no_price_for_one_to_be_behind_by()
    {
        var firm = Of(new Scoring { Rule = ByPoint }.WithBid("A", 200, 1, 1, 1).WithBid("B", 100, 0, 0, 0))!;

        // One point of Sam for B makes 4.8 for £100, and A has 12 for £200: B would ask £20.83 and A £16.67; with two points B asks £10.42.
        Assert.Equal((null, "B", 2), (firm.Lead, firm.Score!.First, Math.Abs(firm.Score.By)));
    }

    private static PriceRule ByPoint { get; } = new(PriceFormula.PricePerQualityPoint);

    private static Scoring PerPoint(decimal kind) => new Scoring { Rule = ByPoint, Criteria = [Question("Safe", 100 - kind), Question("Kind", kind), Price(0)] }
        .WithBid("A", 380, 5, 5, 5).With(Olu, "A", 2, "Kind").With(Orla, "A", 2, "Kind").With(Sam, "A", 2, "Kind")
        .WithBid("B", 408, 3, 3, 3).With(Olu, "B", 4, "Kind").With(Orla, "B", 4, "Kind").With(Sam, "B", 4, "Kind");

    private static Scoring SamGives(int points)
    {
        var scoring = PerPoint(40);
        return scoring with { Scores = [.. scoring.Scores.Select(one => one.Evaluator == Sam && one.Bid == Bid("A") && one.Question == Id("Safe") ? one with { Points = points } : one)] };
    }

    private static Firmness? Of(Scoring scoring) => Firmness.Of(scoring.Criteria, scoring.Rule, scoring.Result);

    private static string First(Scoring scoring) => scoring.Result.Rows[0].Label;

    private static Scoring WithQuality(decimal weight) => Close with { Criteria = [Question("Safe", weight), Price(100 - weight)] };

    private static Fraction Absolute(Fraction number) => number < Fraction.Zero ? Fraction.Zero - number : number;
}

using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Tenders;
using static CoDesign.Tests.Evaluations.Scoring;

namespace CoDesign.Tests.Evaluations;

/// <summary>Before a tender is published, made-up bids go through the whole scheme.</summary>
public sealed class RehearsalTests
{
    private static readonly Scheme Sixty = new(
        [Group("Quality", 60), Question("Safe", 100, "Quality"), Price(40)], [new("Officers", 60, false), new("Service users", 40, true)], PriceRule.Proportional);

    [Fact]
    public void Made_up_bids_come_out_as_real_ones_with_the_same_scores_do()
    {
        var real = new Scoring { Criteria = Sixty.Criteria, Groups = Sixty.Groups }
            .WithBid("A", 100, 5, 5, 4).WithBid("B", 80, 3, 3, 3).WithBid("C", 90, 4, 4, 5).Result;

        var madeUp = Rehearse(("A", 100, 5, 4), ("B", 80, 3, 3), ("C", 90, 4, 5)).Result;

        Assert.Equal(real.Rows.Select(row => (row.Label, row.Rank, row.Total, row.Quality, row.ServiceUsers)),
            madeUp.Rows.Select(row => (row.Label, row.Rank, row.Total, row.Quality, row.ServiceUsers)));
    }

    [Fact]
    public void What_sets_equal_bids_apart_is_said_by_the_published_order()
    {
        // 3 × 60% + 3 × 40% and 5 × 60% + 0 × 40% are equal in quality; service users gave the first more.
        Assert.Equal(new Tie("B", "A", DecidedBy.ServiceUsers), Assert.Single(Rehearse(("A", 100, 5, 0), ("B", 100, 3, 3)).Ties));
        Assert.Equal(DecidedBy.Nothing, Assert.Single(Rehearse(("A", 100, 3, 3), ("B", 100, 3, 3)).Ties).By);
        // 60 and 40 × 100 ÷ 250 make as much as 3/5 of 60 and 40.
        Assert.Equal(new Tie("A", "B", DecidedBy.Quality), Assert.Single(Rehearse(("A", 250, 5, 5), ("B", 100, 3, 3)).Ties));
        Assert.Empty(Rehearse(("A", 100, 5, 5), ("B", 90, 0, 0)).Ties);
    }

    [Fact]
    public void Each_price_formula_is_tried_with_the_same_prices()
    {
        var tried = Rehearse(("A", 100, 5, 5), ("B", 80, 4, 4)).ByFormula;

        Assert.Equal(Enum.GetValues<PriceFormula>(), tried.Select(one => one.Rule.Formula));
        Assert.Equal(["32.00", "30.00", "48.00", "0.00"], tried.Select(one => one.Result.Rows.Single(row => row.Label == "A").Price.Points.ToString()));
    }

    [Fact]
    public void It_is_said_with_which_weights_another_bid_would_be_first()
    {
        // A has 60 and 20, B 38.4 and 40.
        var close = Rehearse(("A", 200, 5, 5), ("B", 100, 2, 5)).WhatIfs;
        Assert.Equal([("Quality", -10m), ("Quality", -5m), ("Price", 5m), ("Price", 10m)],
            close.Where(one => one.Changes && one.First.SequenceEqual(["B"])).Select(one => (one.Criterion.Title, one.By)));

        var firm = Rehearse(("A", 100, 5, 5), ("B", 100, 1, 1)).WhatIfs;
        Assert.Equal(8, firm.Length);
        Assert.All(firm, one => Assert.False(one.Changes));
    }

    private static Rehearsal Rehearse(params (string Label, decimal Price, int Officers, int ServiceUsers)[] bids) =>
        Rehearsal.Of(Sixty, [.. bids.Select(bid => Bid(bid.Label, bid.Price, bid.Officers, bid.ServiceUsers))], 120);

    private static MadeUpBid Bid(string label, decimal price, int officers, int serviceUsers) =>
        new(label, price, (_, group) => group == "Officers" ? officers : serviceUsers);
}

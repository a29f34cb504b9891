using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Tenders;
using static CoDesign.Tests.Evaluations.Scoring;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Evaluations;

/// <summary>What takes a bid out of the ranking, and what counts where a score was agreed on.</summary>
public sealed class ResultRulesTests
{
    /// <summary>A misses the pass mark of Safe, and would have the best total and the lowest price.</summary>
    private static readonly Scoring Missed = new Scoring { Criteria = [Question("Safe", 10, passMark: 3), Question("Kind", 80), Price(10)] }
        .WithBid("A", 50, 2, 2, 2).With(Olu, "A", 5, "Kind").With(Orla, "A", 5, "Kind").With(Sam, "A", 5, "Kind")
        .WithBid("B", 100, 3, 3, 3).With(Olu, "B", 1, "Kind").With(Orla, "B", 1, "Kind").With(Sam, "B", 1, "Kind")
        .WithBid("C", 200, 3, 3, 3).With(Olu, "C", 1, "Kind").With(Orla, "C", 1, "Kind").With(Sam, "C", 1, "Kind");

    [Fact]
    public void One_pass_mark_missed_takes_a_bid_out_whatever_its_total_and_it_sets_no_lowest_price()
    {
        Assert.Equal("B1 C2 A–", Missed.Ranks);
        Assert.Equal((100, (Fraction)10), (Missed.Row("B").Price.Lowest, Missed.Row("B").Price.Points));
        Assert.Equal((null, Fraction.Zero, 84), (Missed.Row("A").Price.Lowest, Missed.Row("A").Price.Points, Missed.Row("A").Total));
    }

    [Fact]
    public void One_question_without_scores_leaves_a_bid_unscored_and_says_so()
    {
        var row = new Scoring { Criteria = [Question("Safe", 60), Question("Kind", 40)] }.WithBid("A", 100, 5, 5, 5).Row("A");

        Assert.True(row.IsUnscored);
        Assert.Equal(["(60.00% × 5.00 + 40.00% × 5.00) ÷ 5 × 60.00 = 60.00", "No scores"], row.Questions.Select(part => part.InNumbers));
    }

    [Fact]
    public void What_service_users_gave_is_weighed_by_the_weight_of_each_question()
    {
        var row = new Scoring { Criteria = [Question("Safe", 60), Question("Kind", 40)] }
            .WithBid("A", 100, 0, 0, 4).With(Olu, "A", 0, "Kind").With(Sam, "A", 2, "Kind").Row("A");

        // 4 of 5 of 60, and 2 of 5 of 40.
        Assert.Equal(64, row.ServiceUsers);
    }

    [Fact]
    public void A_price_for_each_point_is_told_only_where_it_ranks_and_without_a_point_bids_are_equal_in_it()
    {
        Assert.Null(new Scoring().WithBid("A", 100, 5, 5, 5).Row("A").Price.PerPoint);

        var nothing = new Scoring { Rule = new PriceRule(PriceFormula.PricePerQualityPoint) }.WithBid("A", 100, 0, 0, 0).WithBid("B", 50, 0, 0, 0).WithBid("C", 900, 1, 1, 1);
        Assert.Equal("C1 A2 B2", nothing.Ranks);
    }

    [Fact]
    public void Where_each_group_agreed_the_result_goes_by_what_they_agreed_on()
    {
        var tender = GivenModeration.InRoom(ScoreSettlement.GroupConsensus);
        foreach (var bidder in new[] { Hannah, Bea })
        {
            tender.Shows(bidder);
            tender.OnPanel(Priya, tender.Agreeing(bidder, bidder == Hannah ? 1 : 3, "Officers"));
            tender.OnPanel(Priya, tender.Agreeing(bidder, 5, "Service users"));
            foreach (var who in new[] { Olu, Sam }) tender.OnPanel(who, tender.Confirming(bidder));
        }

        var result = tender.PanelFor(Priya)!.Result!;
        var hannah = result.Rows.Single(row => row.Bid == tender.BidOf(Hannah));

        // 60% of 1 and 40% of 5 are 2.6 of 5; 60% of 3 and 40% of 5 are 3.8.
        Assert.Equal([new Fraction(228, 5), new Fraction(156, 5)], result.Rows.Select(row => row.Quality));
        Assert.EndsWith("= 4.50, agreed: 1.00", hannah.Questions[0].Groups.Single(part => part.Group.Name == "Officers").InNumbers, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_agreed_on_counts_no_more_once_everybody_has_stepped_back_from_the_bid()
    {
        var tender = GivenModeration.InRoom(ScoreSettlement.PanelConsensus);
        tender.Settles(Hannah, 4);
        tender.Settles(Bea, 5);
        foreach (var who in new[] { Olu, Orla, Sam }) tender.OnPanel(who, new DeclareInterests(tender.BidOf(Bea), true, "I know them."));

        var bea = tender.PanelFor(Priya)!.Result!.Rows.Single(row => row.Bid == tender.BidOf(Bea));

        Assert.Equal((true, Fraction.Zero), (bea.IsUnscored, bea.Quality));
        Assert.Null(bea.Questions[0].Agreed);
    }

    [Fact]
    public void How_firm_it_is_goes_by_those_that_are_ranked()
    {
        var alone = new Scoring { Criteria = [Question("Safe", 60, passMark: 3), Price(40)] }.WithBid("A", 200, 5, 5, 5).WithBid("B", 100, 1, 1, 1);

        Assert.Null(Firmness.Of(alone.Criteria, alone.Rule, alone.Result));
        Assert.Equal("C", Firmness.Of(Missed.Criteria, Missed.Rule, Missed.Result)!.Second);
    }

    [Fact]
    public void The_weight_that_turns_it_is_found_among_siblings_and_with_all_that_stands_below_it()
    {
        Scoring Weighed(decimal quality) => new Scoring { Criteria = [Group("Quality", quality), Question("Safe", 50, "Quality"), Question("Kind", 50, "Quality"), Price(100 - quality)] }
            .WithBid("A", 200, 5, 5, 5).With(Olu, "A", 5, "Kind").With(Sam, "A", 5, "Kind")
            .WithBid("B", 100, 3, 3, 3).With(Olu, "B", 3, "Kind").With(Sam, "B", 3, "Kind");
        var scoring = Weighed(60);

        // A leads by 24 on quality and is 20 behind on price: with 40 ÷ 9 points less for quality both are equal. Safe and Kind are alike.
        var turn = Firmness.Of(scoring.Criteria, scoring.Rule, scoring.Result)!.Weight!;
        Assert.Equal(("Quality", new Fraction(-40, 9), "B"), (turn.Criterion.Title, turn.By, turn.First));
        Assert.Equal(["A", "B"], new[] { 55.56m, 55.55m }.Select(quality => Weighed(quality).Result.Rows[0].Label));
    }

    [Fact]
    public void A_score_that_is_at_the_top_already_can_only_fall()
    {
        var scoring = new Scoring { Groups = [new("Officers", 100, false)] }.WithBid("A", 100).With(Olu, "A", 5).WithBid("B", 150).With(Olu, "B", 5);

        // A leads by a third of 40; two steps of five for 60 are 24.
        var turn = Firmness.Of(scoring.Criteria, scoring.Rule, scoring.Result)!.Score!;
        Assert.Equal(("A", "Officers", -2, "B"), (turn.Bid, turn.Group, turn.By, turn.First));
    }

    [Theory]
    [InlineData(ScoreSettlement.PanelConsensus, Firmness.WholePanel)]
    [InlineData(ScoreSettlement.GroupConsensus, "Officers")]
    public void Where_scores_were_agreed_it_is_the_agreed_one_that_turns_it(ScoreSettlement settlement, string who)
    {
        var tender = GivenModeration.InRoom(settlement);
        foreach (var (bidder, points) in new[] { (Hannah, 5), (Bea, 3) })
        {
            tender.Shows(bidder);
            foreach (var group in settlement == ScoreSettlement.GroupConsensus ? new string?[] { "Officers", "Service users" } : [null])
                tender.OnPanel(Priya, tender.Agreeing(bidder, points, group));
            foreach (var scorer in new[] { Olu, Sam }) tender.OnPanel(scorer, tender.Confirming(bidder));
        }

        // 60 and 30 for Hannah, 36 and 40 for Bea: 14 apart, and one step of all is 12, of the officers 7.2.
        var turn = Firmness.Of(tender.Tender.Criteria, tender.Tender.PriceRule, tender.PanelFor(Priya)!.Result!)!.Score!;
        Assert.Equal((tender.LabelOf(Bea), who, 2, tender.LabelOf(Bea)), (turn.Bid, turn.Group, turn.By, turn.First));
    }
}

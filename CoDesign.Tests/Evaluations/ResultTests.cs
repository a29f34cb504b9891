using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Tenders;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Evaluations.Scoring;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Evaluations;

public sealed class ResultTests
{
    [Fact]
    public void Every_number_follows_from_the_scores_and_says_how()
    {
        var row = new Scoring().WithBid("A", 80_000, 4, 5, 5).WithBid("B", 60_000, 2, 3, 1).Row("A");

        var safe = Assert.Single(row.Questions);
        Assert.Equal([new Fraction(9, 2), 5], safe.Groups.Select(part => part.Mean));
        Assert.Equal(["(4 + 5) ÷ 2 = 4.50", "(5) ÷ 1 = 5.00"], safe.Groups.Select(part => part.InNumbers));
        Assert.Equal("(60.00% × 4.50 + 40.00% × 5.00) ÷ 5 × 60.00 = 56.40", safe.InNumbers);
        Assert.Equal("40.00 × £60,000.00 ÷ £80,000.00 = 30.00", row.Price.InNumbers);
        Assert.Equal((new Fraction(282, 5), 30, new Fraction(432, 5)), (row.Quality, row.Price.Points, row.Total));
    }

    [Fact]
    public void Weights_multiply_down_the_tree()
    {
        var scoring = new Scoring
        {
            Criteria = [Group("Quality", 60), Question("Safe", 75, "Quality"), Question("Kind", 25, "Quality"), Price(40)],
        };

        Assert.Equal([60, 45, 15, 40], scoring.Criteria.Select(criterion => Result.ShareOf(scoring.Criteria, criterion)));
    }

    [Fact]
    public void A_group_without_a_scorer_leaves_its_share_to_the_others_in_proportion()
    {
        var scoring = new Scoring { Groups = [new("Officers", 50, false), new("Service users", 30, true), new("Carers", 20, false)] }
            .WithBid("A", 1).With(Olu, "A", 4).With(Sam, "A", 2);

        var safe = scoring.Row("A").Questions[0];

        Assert.Equal([new Fraction(125, 2), new Fraction(75, 2)], safe.Groups.Select(part => part.Weight));
        Assert.Equal(new Fraction(13, 4), safe.Mean);
    }

    [Fact]
    public void An_answer_that_nobody_scored_is_no_zero_it_keeps_the_award_from_being_made()
    {
        var row = new Scoring { Criteria = [Question("Safe", 60, passMark: 3), Price(40)] }.WithBid("A", 1).Row("A");
        Assert.True(row.IsUnscored);
        Assert.False(row.IsExcluded);

        var tender = SafeAtSea.Scored();
        foreach (var evaluator in new[] { Olu, Orla }) tender.OnPanel(evaluator, new DeclareInterests(tender.BidOf(Bea), true, "Friends."));
        tender.OnPanel(Priya, new OpenModeration());
        tender.OnPanel(Sam, new DeclareInterests(tender.BidOf(Bea), true, "Friends too."));
        Assert.Equal("award.unscored", tender.PanelRefusal(Priya, new ProposeAward(tender.BidOf(Hannah))));
    }

    [Fact]
    public void A_missed_pass_mark_excludes_whatever_the_total_and_its_price_is_not_the_lowest()
    {
        var scoring = new Scoring { Criteria = [Question("Safe", 60, passMark: 3), Price(40)] }
            .WithBid("A", 10, 2, 3, 3).WithBid("B", 100, 3, 3, 3).WithBid("C", 200, 5, 5, 5);

        Assert.Equal("C1 B2 A–", scoring.Ranks);
        Assert.Equal((null, Fraction.Zero), (scoring.Row("A").Price.Lowest, scoring.Row("A").Price.Points));
        Assert.Equal(40, scoring.Row("B").Price.Points);
        Assert.True(scoring.Row("A").Questions[0].Failed);
        Assert.False(scoring.Row("B").Questions[0].Failed);
    }

    [Fact]
    public void With_every_bid_excluded_or_none_at_all_nobody_ranks()
    {
        Assert.Equal("A–", new Scoring { Criteria = [Question("Safe", 60, passMark: 5), Price(40)] }.WithBid("A", 10, 4, 4, 4).Ranks);
        Assert.Empty(new Scoring().Result.Rows);
    }

    [Fact]
    public void Equal_totals_go_to_the_one_with_more_quality()
    {
        var scoring = new Scoring { Criteria = [Question("Safe", 50), Price(50)], Groups = [new("Officers", 100, false)] };
        scoring = scoring.WithBid("A", 100).With(Olu, "A", 0).WithBid("B", 200).With(Olu, "B", 5).WithBid("C", 125).With(Olu, "C", 1);

        Assert.Equal([50, 75, 50], new[] { "A", "B", "C" }.Select(label => scoring.Row(label).Total));
        Assert.Equal("B1 C2 A3", scoring.Ranks);
    }

    [Fact]
    public void Then_to_the_one_that_service_users_scored_higher()
    {
        var scoring = new Scoring { Groups = [new("Officers", 50, false), new("Service users", 50, true)] }
            .WithBid("A", 100, 5, 5, 3).WithBid("B", 100, 3, 3, 5);

        Assert.Equal(scoring.Row("A").Total, scoring.Row("B").Total);
        Assert.Equal("B1 A2", scoring.Ranks);
    }

    [Fact]
    public void A_service_user_who_is_away_because_of_an_interest_counts_as_no_zero_in_a_tie()
    {
        var scoring = new Scoring { Groups = [new("Officers", 50, false), new("Service users", 50, true)] }
            .WithBid("A", 100).With(Olu, "A", 4).WithBid("B", 100, 5, 5, 3);

        Assert.Equal((4 * new Fraction(60, 5), "A1 B2"), (scoring.Row("A").ServiceUsers, scoring.Ranks));
    }

    [Fact]
    public void Then_to_the_one_with_more_social_value_and_then_both_stand_equal()
    {
        IReadOnlyList<Criterion> criteria =
            [Question("Safe", 30), Group("Social value", 30) with { IsSocialValue = true }, Question("Jobs", 100, "Social value"), Price(40)];
        Scoring Tied(IReadOnlyList<Criterion> scheme) => new Scoring { Criteria = scheme, Groups = [new("Service users", 100, true)] }
            .WithBid("A", 100).With(Sam, "A", 5).With(Sam, "A", 3, "Jobs").WithBid("B", 100).With(Sam, "B", 3).With(Sam, "B", 5, "Jobs");

        Assert.Equal("B1 A2", Tied(criteria).Ranks);
        Assert.Equal("A1 B1", Tied([.. criteria.Select(criterion => criterion with { IsSocialValue = false })]).Ranks);
    }

    [Fact]
    public void Two_bids_a_hair_apart_rank_by_what_they_are_and_not_by_what_is_shown()
    {
        var scoring = new Scoring().WithBid("A", 10_000_000_000m, 3, 3, 3).WithBid("B", 9_999_999_999.99m, 3, 3, 3);

        Assert.Equal(scoring.Row("A").Total.ToString(), scoring.Row("B").Total.ToString());
        Assert.Equal("B1 A2", scoring.Ranks);
    }

    [Fact]
    public void Scores_that_are_not_locked_do_not_count()
    {
        var tender = SafeAtSea.Opened();
        tender.Scores(Sam, tender.BidOf(Hannah), 5);

        Assert.Equal([true, true], Unscored());
        tender.Scores(Sam, tender.BidOf(Bea), 5);
        tender.OnPanel(Sam, new LockScores());
        Assert.Equal([false, false], Unscored());

        IEnumerable<bool> Unscored() => Result.Compute(tender.Tender, tender.PanelState, tender.Id.WholeLot).Rows.Select(row => row.IsUnscored);
    }
}

using CoDesign.Domain.Bids;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;
using CsCheck;
using static CoDesign.Tests.Evaluations.Scoring;

namespace CoDesign.Tests.Evaluations;

/// <summary>What holds of every scheme, panel and set of bids. A failure prints the seed that shows it.</summary>
public sealed class ResultPropertyTests
{
    private static readonly string[] GroupNames = ["Officers", "Service users", "Carers"];
    private static readonly ParticipantId[] Evaluators = [.. Enumerable.Range(0, 5).Select(i => new ParticipantId(Derived.Guid(Guid.Empty, $"evaluator {i}")))];

    private static readonly Gen<PriceRule> AnyRule = Gen.OneOf(
        Gen.Const(PriceRule.Proportional), Gen.Const(new PriceRule(PriceFormula.StandardDifferential)),
        Gen.Int[1, 500].Select(benchmark => new PriceRule(PriceFormula.Benchmark, benchmark, benchmark % 2 == 0)),
        Gen.Const(new PriceRule(PriceFormula.PricePerQualityPoint)));

    /// <summary>Two questions under quality, one beside it; three groups; one to four bids; some scores missing.</summary>
    private static readonly Gen<Scoring> AnyScoring = Gen.Select(
        Gen.Int[1, 97], Gen.Int[1, 99], Gen.Int[1, 98], Gen.Int[0, 5].Select(mark => mark == 0 ? (int?)null : mark), AnyRule,
        Gen.Int[1, 300].Array[1, 4], Gen.Int[-2, 5].Array[60], Gen.Int[0, 2].Array[5],
        (quality, first, officers, passMark, rule, prices, points, groups) =>
        {
            var price = 99 - quality;
            var labels = prices.Select((_, i) => $"Bidder {(char)('A' + i)}").ToArray();
            var questions = new[] { "Safe", "Kind", "Local" };
            return new Scoring
            {
                Criteria =
                [
                    Group("Quality", quality), Question("Safe", first, "Quality", passMark), Question("Kind", 100 - first, "Quality"),
                    Question("Local", 1), Price(price),
                ],
                Groups = [new("Officers", officers, false), new("Service users", 99 - officers, true), new("Carers", 1, false)],
                Rule = rule,
                Bids = [.. labels.Select((label, i) => new ReceivedBid(Bid(label), label, label, prices[i], []))],
                GroupOf = Evaluators.Select((person, i) => (person, i)).ToDictionary(x => x.person, x => GroupNames[groups[x.i]]),
                Scores = [.. from bid in Enumerable.Range(0, labels.Length)
                             from question in Enumerable.Range(0, 3)
                             from evaluator in Enumerable.Range(0, 5)
                             let given = points[bid * 15 + question * 5 + evaluator]
                             where given >= 0
                             select new Score(Evaluators[evaluator], Bid(labels[bid]), Id(questions[question]), given, "Because.")],
            };
        });

    [Fact]
    public void Shares_of_questions_and_price_total_100_and_so_do_the_groups_of_each_answer() => Check(scoring =>
    {
        var leaves = scoring.Criteria.Where(criterion => criterion.Kind != CriterionKind.Group);
        Assert.Equal(100, Fraction.Sum(leaves.Select(leaf => Result.ShareOf(scoring.Criteria, leaf))));
        Assert.All(Answers(scoring), answer => Assert.Equal(answer.IsUnscored ? 0 : 100, Fraction.Sum(answer.Groups.Select(part => part.Weight))));
    });

    [Fact]
    public void Points_stay_within_their_weight_and_totals_are_their_sum() => Check(scoring =>
    {
        Assert.All(Answers(scoring), answer => Assert.True(answer.Points >= Fraction.Zero && answer.Points <= answer.Weight));
        Assert.All(scoring.Result.Rows, row =>
        {
            Assert.Equal(Fraction.Sum(row.Questions.Select(answer => answer.Points)) + row.Price.Points, row.Total);
            Assert.True(row.Price.Points >= Fraction.Zero);
            if (scoring.Rule is not { Formula: PriceFormula.Benchmark, IsCapped: false }) Assert.True(row.Price.Points <= row.Price.Weight);
        });
    });

    [Fact]
    public void A_better_score_never_ranks_a_bid_lower() => Check(scoring =>
    {
        // A pass mark met by a bid with a lower price changes what others get for theirs, so only the raised bid is looked at.
        foreach (var raised in scoring.Scores.Where(score => score.Points < Scale.Usual.Top))
        {
            var better = scoring with { Scores = [.. scoring.Scores.Select(score => score == raised ? score with { Points = score.Points + 1 } : score)] };
            var label = scoring.Bids.Single(bid => bid.Bid == raised.Bid).Label;
            if (scoring.Row(label).IsExcluded) continue;
            Assert.True(better.Row(label).Rank <= scoring.Row(label).Rank);
        }
    });

    [Fact]
    public void The_order_of_bids_scores_and_groups_never_matters() =>
        Gen.Select(AnyScoring, Gen.Int[0, 1_000]).Sample(
            (scoring, seed) =>
            {
                var shuffled = scoring with
                {
                    Bids = Shuffled(scoring.Bids, seed),
                    Scores = Shuffled(scoring.Scores, seed + 1),
                    Groups = Shuffled(scoring.Groups, seed + 2),
                };
                Assert.Equal(Summary(scoring), Summary(shuffled));
            },
            writeLine: TestContext.Current.TestOutputHelper!.WriteLine);

    [Fact]
    public void Who_the_evaluators_of_a_group_are_never_matters() => Check(scoring =>
    {
        ParticipantId Other(ParticipantId person) => new(Derived.Guid(person.Value, "somebody else"));
        var others = scoring with
        {
            GroupOf = scoring.GroupOf.ToDictionary(entry => Other(entry.Key), entry => entry.Value),
            Scores = [.. scoring.Scores.Select(score => score with { Evaluator = Other(score.Evaluator) })],
        };
        Assert.Equal(Summary(scoring), Summary(others));
    });

    [Fact]
    public void Removing_a_scorer_because_of_an_interest_is_as_if_they_had_never_been_there() => Check(scoring =>
    {
        var (gone, bid) = (Evaluators[0], scoring.Bids[0].Bid);
        var removed = scoring with { Scores = [.. scoring.Scores.Where(score => score.Evaluator != gone || score.Bid != bid)] };
        var panel = new Panel
        {
            Bids = [.. scoring.Bids.Select(bid => bid with { Prices = [new LotPrice(default(TenderId).WholeLot, bid.Price)] })],
            Scores = [.. scoring.Scores],
            Locked = [.. Evaluators],
            Evaluators = [.. scoring.GroupOf.Select(entry => new Evaluator(entry.Key, entry.Value))],
            Declarations = [.. from evaluator in Evaluators from each in scoring.Bids select new Declaration(evaluator, each.Bid, evaluator == gone && each.Bid == bid, "")],
        };
        var tender = new Tender { Criteria = [.. scoring.Criteria], Groups = [.. scoring.Groups], PriceRule = scoring.Rule };
        Assert.Equal(Summary(removed.Result), Summary(Result.Compute(tender, panel, tender.Lots[0].Id)));
    });

    [Fact]
    public void Ten_times_every_price_changes_no_rank() => Check(scoring =>
    {
        var tenfold = scoring with
        {
            Bids = [.. scoring.Bids.Select(bid => bid with { Price = bid.Price * 10 })],
            Rule = scoring.Rule with { Benchmark = scoring.Rule.Benchmark * 10 },
        };
        Assert.Equal(scoring.Ranks, tenfold.Ranks);
        Assert.Equal(scoring.Result.Rows.Select(row => row.Total), tenfold.Result.Rows.Select(row => row.Total));
    });

    [Fact]
    public void A_scale_ten_times_as_long_with_ten_times_the_points_changes_nothing() => Check(scoring =>
    {
        var tenfold = Scale.Usual with { Name = "Tenfold", Steps = [.. Scale.Usual.Steps.Select(step => step with { Points = step.Points * 10 })] };
        var longer = scoring with
        {
            Criteria = [.. scoring.Criteria.Select(criterion => criterion with { Scale = tenfold, PassMark = criterion.PassMark * 10 })],
            Scores = [.. scoring.Scores.Select(score => score with { Points = score.Points * 10 })],
        };
        Assert.Equal(Summary(scoring), Summary(longer));
    });

    [Fact]
    public void Nothing_is_rounded_but_what_is_shown() => Check(scoring =>
    {
        var rows = scoring.Result.Rows;
        Assert.All(rows, row =>
        {
            var shown = decimal.Parse(row.Total.ToString(), System.Globalization.CultureInfo.InvariantCulture);
            Assert.True(Fraction.Max(row.Total - shown, shown - row.Total) <= new Fraction(1, 200));
            Assert.Equal(row.Quality + row.Price.Points, row.Total);
        });
        foreach (var (a, b) in rows.SelectMany(a => rows.Select(b => (a, b))).Where(pair => pair.a.Rank is not null && pair.b.Rank is not null))
            Assert.Equal(Math.Sign(Result.Compare(a, b, scoring.Rule).Order), Math.Sign(b.Rank!.Value - a.Rank!.Value));
    });

    private static void Check(Action<Scoring> holds) =>
        AnyScoring.Sample(holds, writeLine: TestContext.Current.TestOutputHelper!.WriteLine);

    private static IEnumerable<QuestionPart> Answers(Scoring scoring) => scoring.Result.Rows.SelectMany(row => row.Questions);

    private static string Summary(Scoring scoring) => Summary(scoring.Result);

    private static string Summary(Result result) => string.Join("; ", result.Rows.Select(row =>
        $"{row.Label} {row.Rank} {row.Quality.Exact()} {row.ServiceUsers.Exact()} {row.Price.Points.Exact()} {row.Price.PerPoint?.Exact()} {row.Total.Exact()}"));

    private static T[] Shuffled<T>(IEnumerable<T> items, int seed)
    {
        var shuffled = items.ToArray();
        new Random(seed).Shuffle(shuffled);
        return shuffled;
    }
}

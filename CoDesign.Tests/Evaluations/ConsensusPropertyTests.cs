using CoDesign.Domain.Bids;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;
using CsCheck;
using static CoDesign.Tests.Evaluations.Scoring;

namespace CoDesign.Tests.Evaluations;

/// <summary>What holds of agreed scores for any panel, question and bid. A failure prints the seed that shows it.</summary>
public sealed class ConsensusPropertyTests
{
    private static readonly string[] Groups = ["Officers", "Service users"];
    private static readonly ParticipantId[] Evaluators = [.. Enumerable.Range(0, 4).Select(i => new ParticipantId(Derived.Guid(Guid.Empty, $"evaluator {i}")))];
    private static readonly string[] Questions = ["Safe", "Kind"];
    private static readonly string[] Labels = ["A", "B", "C"];

    /// <summary>Three bids, two questions, two evaluators in each of two groups; each agreed score is a step of the scale.</summary>
    private static readonly Gen<Talk> AnyTalk = Gen.Select(
        Gen.Int[1, 98], Gen.Int[1, 99], Gen.Int[1, 500].Array[3], Gen.Int[0, 5].Array[24], Gen.Int[0, 5].Array[12], Gen.Enum<ScoreSettlement>(), Gen.Int[0, 3],
        (safe, officers, prices, points, agreed, settlement, passMark) => new Talk(
            new Tender
            {
                Criteria = [Question("Safe", safe, passMark: passMark == 0 ? null : passMark), Question("Kind", 99 - safe), Price(1)],
                Groups = [new("Officers", officers, false), new("Service users", 100 - officers, true)],
                Settlement = settlement,
            },
            new Panel
            {
                Bids = [.. Labels.Select((label, i) => new ReceivedBid(Bid(label), label, label, prices[i], []) { Prices = [new LotPrice(default(TenderId).WholeLot, prices[i])] })],
                Evaluators = [.. Evaluators.Select((person, i) => new Evaluator(person, Groups[i % 2]))],
                Locked = [.. Evaluators],
                InModeration = true,
                Declarations = [.. from evaluator in Evaluators from label in Labels select new Declaration(evaluator, Bid(label), false, "")],
                Scores = [.. from bid in Enumerable.Range(0, 3) from question in Enumerable.Range(0, 2) from evaluator in Enumerable.Range(0, 4)
                             select new Score(Evaluators[evaluator], Bid(Labels[bid]), Id(Questions[question]), points[bid * 8 + question * 4 + evaluator], "Because.")],
            },
            agreed));

    [Fact]
    public void An_agreed_score_equal_to_the_mean_changes_nothing() => Check(talk =>
    {
        var means = talk.Result;
        var same = means.Rows.SelectMany(row => row.Questions.SelectMany(part => Whole(talk, row.Bid, part)));
        var agreed = talk with { Panel = talk.Panel.With([.. same]) };
        Assert.Equal(Summary(means), Summary(agreed.Result));
    });

    [Fact]
    public void The_order_in_which_answers_are_settled_never_matters() =>
        Gen.Select(AnyTalk, Gen.Int[0, 1_000]).Sample(
            (talk, seed) =>
            {
                var agreements = talk.Agreements().ToArray();
                var forth = talk.Panel.With(agreements);
                new Random(seed).Shuffle(agreements);
                Assert.Equal(Summary(Of(talk.Tender, forth)), Summary(Of(talk.Tender, talk.Panel.With(agreements))));
            },
            writeLine: TestContext.Current.TestOutputHelper!.WriteLine);

    [Fact]
    public void Removing_a_scorer_because_of_an_interest_is_as_if_they_had_never_been_there() => Check(talk =>
    {
        var (gone, bid) = (Evaluators[0], Bid("A"));
        var settled = talk.Panel.With([.. talk.Agreements()]);
        var removed = settled.After(new Recorded(default, 1, new InterestsDeclared(bid, true, "Friends."), gone, DateTimeOffset.UnixEpoch));
        var never = settled with { Scores = settled.Scores.RemoveAll(score => score.Evaluator == gone && score.Bid == bid) };
        Assert.Equal(Summary(Of(talk.Tender, never)), Summary(Of(talk.Tender, removed)));
    });

    [Fact]
    public void A_scale_with_ten_times_the_points_changes_nothing() => Check(talk =>
    {
        var tenfold = new Scale("Tenfold", [.. Scale.Usual.Steps.Select(step => step with { Points = step.Points * 10 })]);
        var tender = talk.Tender with { Criteria = [.. talk.Tender.Criteria.Select(one => one with { Scale = tenfold, PassMark = one.PassMark * 10 })] };
        var panel = talk.Panel with { Scores = talk.Panel.Scores.ConvertAll(score => score with { Points = score.Points * 10 }) };
        var agreements = talk.Agreements().ToArray();
        Assert.Equal(
            Summary(Of(talk.Tender, talk.Panel.With(agreements))),
            Summary(Of(tender, panel.With([.. agreements.Select(one => (one.Of, one.Agreed with { Points = one.Agreed.Points * 10 }))]))));
    });

    [Fact]
    public void A_better_agreed_score_never_ranks_a_bid_lower() => Check(talk =>
    {
        foreach (var raised in talk.Agreements().Where(one => one.Of.Bid == Bid("A") && one.Agreed.Points < 5))
        {
            Result With(int more) => Of(talk.Tender, talk.Panel.With([.. talk.Agreements().Select(one => one == raised ? (one.Of, one.Agreed with { Points = one.Agreed.Points + more }) : one)]));
            if (With(0).Rows.Single(row => row.Label == "A") is { IsExcluded: false } before)
                Assert.True(With(1).Rows.Single(row => row.Label == "A").Rank <= before.Rank);
        }
    });

    /// <summary>The means of an answer as agreements, where they are steps of the scale.</summary>
    private static IEnumerable<(AnswerOf, Agreed)> Whole(Talk talk, BidId bid, QuestionPart part)
    {
        var of = new AnswerOf(bid, part.Question.Id);
        if (talk.Tender.Settlement == ScoreSettlement.PanelConsensus && part.Mean.Below.IsOne) yield return (of, new Agreed(null, (int)part.Mean.Above, "As the mean."));
        if (talk.Tender.Settlement != ScoreSettlement.GroupConsensus) yield break;
        foreach (var group in part.Groups.Where(group => group.Mean.Below.IsOne)) yield return (of, new Agreed(group.Group.Name, (int)group.Mean.Above, "As the mean."));
    }

    private static void Check(Action<Talk> holds) => AnyTalk.Sample(holds, writeLine: TestContext.Current.TestOutputHelper!.WriteLine);

    private static Result Of(Tender tender, Panel panel) => Result.Compute(tender, panel, tender.Lots[0].Id);

    private static string Summary(Result result) => string.Join("; ", result.Rows.Select(row =>
        $"{row.Label} {row.Rank} {row.Quality.Exact()} {row.ServiceUsers.Exact()} {row.Price.Points.Exact()} {row.Total.Exact()}"));

    private sealed record Talk(Tender Tender, Panel Panel, int[] Points)
    {
        public Result Result => Of(Tender, Panel);

        /// <summary>What was agreed on for every answer, as the tender says.</summary>
        public IEnumerable<(AnswerOf Of, Agreed Agreed)> Agreements() =>
            from bid in Enumerable.Range(0, 3)
            from question in Enumerable.Range(0, 2)
            from place in Enumerable.Range(0, Tender.Settlement == ScoreSettlement.GroupConsensus ? 2 : 1)
            select (new AnswerOf(Bid(Labels[bid]), Id(Questions[question])),
                new Agreed(Tender.Settlement == ScoreSettlement.GroupConsensus ? Groups[place] : null, Points[bid * 4 + question * 2 + place], "Agreed."));
    }
}

/// <summary>Panels with agreements, for these tests.</summary>
internal static class GivenAgreements
{
    public static Panel With(this Panel panel, (AnswerOf Of, Agreed Agreed)[] agreements) => agreements.Aggregate(panel, (so, one) =>
        so.After(new Recorded(default, 1, new ConsensusRecorded(one.Of.Bid, one.Of.Question, one.Agreed.Group, one.Agreed.Points, one.Agreed.Reason), ParticipantId.System, DateTimeOffset.UnixEpoch)));
}

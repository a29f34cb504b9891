using System.Collections.Immutable;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;
using CsCheck;
using static CoDesign.Tests.Evaluations.Scoring;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Evaluations;

/// <summary>What holds of lots for every set of bids, prices and scores. A failure prints the seed that shows it.</summary>
public sealed class LotPropertyTests
{
    private static readonly TenderId Id = new(Derived.Guid(Guid.Empty, "lots"));
    private static readonly ParticipantId[] Scorers = [Olu, Orla, Sam];
    private static readonly Gen<PriceRule> AnyRule = Gen.Int[0, 2].Select(which => new PriceRule(new[] { PriceFormula.Proportional, PriceFormula.StandardDifferential, PriceFormula.PricePerQualityPoint }[which]));

    /// <summary>A tender of up to four lots, with up to five bids; a price of 0 stands for a lot that a bid isn't for.</summary>
    private static readonly Gen<Divided> Any = Gen.Select(Gen.Int[2, 4], Gen.Int[0, 300].Array[20], Gen.Int[0, 5].Array[15], Gen.Int[1, 5], AnyRule,
        (lots, prices, points, bids, rule) => new Divided(
            new Tender
            {
                Id = Id,
                Criteria = [Question("Safe", 60, passMark: 1), Price(40)],
                Groups = [new("Officers", 60, false), new("Service users", 40, true)],
                PriceRule = rule,
                OwnLots = [.. Enumerable.Range(0, lots).Select(lot => new Lot(LotOf(lot), $"Lot {lot}", "Some of it.", 1, ""))],
            },
            [.. Enumerable.Range(0, bids).Select(bid => Received($"Bidder {bid}", [.. Enumerable.Range(0, lots).Select(lot => (lot, prices[bid * 4 + lot])).Where(one => one.Item2 > 0)]))],
            [.. from bid in Enumerable.Range(0, bids) from scorer in Enumerable.Range(0, 3) select new Score(Scorers[scorer], Bid($"Bidder {bid}"), Scoring.Id("Safe"), points[bid * 3 + scorer], "Because.")]));

    [Fact]
    public void With_one_lot_the_result_is_as_without_lots() => Check(divided =>
    {
        foreach (var lot in divided.Tender.Lots)
        {
            var alone = divided.Bids.Where(bid => bid.PriceOf(lot.Id) is not null).Select(bid => bid with { Price = bid.PriceOf(lot.Id)!.Value, Prices = [] }).ToArray();
            var without = Result.Compute(divided.Tender.Criteria, divided.Tender.Groups, divided.Tender.PriceRule, alone, divided.Scores, GroupOf);
            Assert.Equal(Summary(without), Summary(divided.Of(lot.Id)));
        }
    });

    [Fact]
    public void A_bid_for_one_lot_never_changes_a_rank_or_a_point_in_another() => Check(divided =>
    {
        var more = divided with { Bids = divided.Bids.Add(Received("Somebody else", [(0, 1)])) };
        var other = divided with { Bids = [.. divided.Bids.Select(bid => bid with { Prices = [.. bid.Prices.Select(price => price.Lot == LotOf(0) ? price with { Price = price.Price * 7 } : price)] })] };

        foreach (var lot in divided.Tender.Lots.Skip(1))
        {
            Assert.Equal(Summary(divided.Of(lot.Id)), Summary(more.Of(lot.Id)));
            Assert.Equal(Summary(divided.Of(lot.Id)), Summary(other.Of(lot.Id)));
        }
    });

    [Fact]
    public void The_order_of_lots_and_bids_never_matters() => Check(divided =>
    {
        var turned = divided with
        {
            Tender = divided.Tender with { OwnLots = divided.Tender.OwnLots.Reverse() },
            Bids = [.. divided.Bids.Reverse().Select(bid => bid with { Prices = [.. bid.Prices.Reverse()] })],
        };
        foreach (var lot in divided.Tender.Lots) Assert.Equal(Summary(divided.Of(lot.Id)), Summary(turned.Of(lot.Id)));
    });

    [Fact]
    public void Whoever_wins_no_more_than_they_may_and_only_what_they_bid_for() => Gen.Select(Any, Gen.Int[1, 3]).Sample(
        (divided, most) =>
        {
            var (tender, panel) = (divided.Tender with { LotRules = new LotRules(null, most) }, divided.Panel);
            foreach (var lot in tender.Lots)
            {
                var first = panel.ResultOf(tender, lot, panel.Bids!).First;
                if (first is not [var winner]) continue;
                Assert.NotNull(panel.Bids!.Find(bid => bid.Bid == winner)!.PriceOf(lot.Id));
                panel = panel with { Awards = panel.Awards.Add(new LotAward(lot.Id, winner)) };
            }

            Assert.All(panel.Awards.GroupBy(award => award.Bid), won => Assert.InRange(won.Count(), 1, most));
        },
        writeLine: TestContext.Current.TestOutputHelper!.WriteLine);

    private static void Check(Action<Divided> holds) => Any.Sample(holds, writeLine: TestContext.Current.TestOutputHelper!.WriteLine);

    private static LotId LotOf(int lot) => new(Derived.Guid(Guid.Empty, $"lot {lot}"));

    private static ReceivedBid Received(string label, (int Lot, int Price)[] prices) =>
        new(Bid(label), label, label, prices.Sum(one => one.Price), []) { Prices = [.. prices.Select(one => new LotPrice(LotOf(one.Lot), one.Price))] };

    private static string? GroupOf(ParticipantId person) => person == Sam ? "Service users" : "Officers";

    private static string Summary(Result result) => string.Join("; ", result.Rows.Select(row => $"{row.Label} {row.Rank} {row.Quality.Exact()} {row.Price.Points.Exact()} {row.Price.PerPoint?.Exact()} {row.Total.Exact()}"));

    private sealed record Divided(Tender Tender, ImmutableArray<ReceivedBid> Bids, ImmutableArray<Score> Scores)
    {
        public Panel Panel => new()
        {
            Tender = Id,
            Bids = [.. Bids],
            Scores = [.. Scores],
            Locked = [.. Scorers],
            Evaluators = [.. Scorers.Select(person => new Evaluator(person, GroupOf(person)!))],
            Declarations = [.. from scorer in Scorers from bid in Bids select new Declaration(scorer, bid.Bid, false, "")],
        };

        public Result Of(LotId lot) => Result.Compute(Tender, Panel, lot);
    }
}

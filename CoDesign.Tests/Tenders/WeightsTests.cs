using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using CoDesign.Domain.Tenders;
using CoDesign.Tests.Text;
using CsCheck;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Tenders;

/// <summary>What stands beside each other always totals exactly 100, whatever is done to it.</summary>
public sealed class WeightsTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    [Fact]
    public void As_one_moves_the_others_share_the_rest_in_proportion()
    {
        Assert.Equal([50, 33, 17], Weights.Move([40, 40, 20], 0, 50));
        Assert.Equal([10, 60, 30], Weights.Move([40, 40, 20], 0, 10));
        Assert.Equal([40.5m, 39.67m, 19.83m], Weights.Move([40, 40, 20], 0, 40.5m));
        Assert.Equal([100], Weights.Move([37], 0, 12));
    }

    [Fact]
    public void Nothing_ever_weighs_nothing()
    {
        Assert.Equal([98, 1, 1], Weights.Move([40, 59.99m, 0.01m], 0, 98));
        Assert.Equal([99, 0.99m, 0.01m], Weights.Move([40, 59.99m, 0.01m], 0, 99));
    }

    [Fact]
    public void Whatever_is_shared_totals_what_is_to_be_shared() =>
        Gen.Select(Gen.Int[1, 10_000].Array[1, 40], Gen.Int[40, 10_000]).Sample((weights, total) =>
        {
            var shares = Weights.Share([.. weights.Select(weight => weight / 100m)], total / 100m);
            Assert.Equal(total / 100m, shares.Sum());
            Assert.All(shares, share => Assert.True(Weights.Is(share)));
        });

    [Fact]
    public async Task The_sliders_share_as_the_server_does()
    {
        const int cases = 2_000;
        var seed = Random.Shared.Next();
        using var node = Node.Start("test/run.mjs", "weights", seed.ToString(CultureInfo.InvariantCulture), $"{cases}");
        var errors = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var seen = 0;
        while (await node.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            var drawn = JsonSerializer.Deserialize<Drawn>(line, Web)!;
            Assert.Equal(drawn.Shares.Select(share => share / 100m), Weights.Share([.. drawn.Weights.Select(weight => weight / 100m)], drawn.Total / 100m));
            seen++;
        }

        Assert.True(seen == cases, $"Seed {seed}: {seen} cases came. {await errors}");
    }

    /// <summary>Numbers choose what is done, to what, and how much it is to weigh; what is refused changes nothing.</summary>
    [Fact]
    public void Siblings_total_100_after_any_sequence_of_edits() =>
        Gen.Select(Gen.Int[0, 8], Gen.Int[0, 30], Gen.Int[-1, 10_001], Gen.Int[0, 30]).Array[1, 40].Sample(acts =>
        {
            var tender = SafeAtSea.Begun();
            foreach (var (what, on, weight, other) in acts) tender.County.Ask(Tom, tender.Id.Stream, Act(tender.Tender, what, on, weight / 100m, other));

            var state = tender.Tender;
            Assert.All(state.Criteria.GroupBy(criterion => criterion.Parent), siblings => Assert.Equal(100, siblings.Sum(sibling => sibling.Weight)));
            Assert.True(state.Groups.IsEmpty || state.Groups.Sum(group => group.Weight) == 100);
            Assert.Equal(state.Criteria, CriteriaTree.Rows(state.Criteria).Select(row => row.Criterion));
            Assert.Single(state.Criteria, criterion => criterion is { Kind: CriterionKind.Price, Parent: null });
            Assert.All(CriteriaTree.Rows(state.Criteria), row => Assert.True(row.Depth < (row.Criterion.Kind == CriterionKind.Group ? 2 : 3)));
        }, iter: 200);

    private static ITenderCommand Act(Tender tender, int what, int on, decimal weight, int other)
    {
        var one = tender.Criteria[on % tender.Criteria.Count].Id;
        var parent = other == 0 ? (CriterionId?)null : tender.Criteria[other % tender.Criteria.Count].Id;
        return what switch
        {
            0 => new AddQuestion(parent, "Safe", on % 3 == 0 ? null : weight, "How?", 100, null, [], []),
            1 => new AddCriteriaGroup("More", weight, other % 2 == 0, parent),
            2 => new ReweighCriterion(one, weight),
            3 => new MoveCriterion(one, parent, on),
            4 => new RemoveCriterion(one),
            5 => new StartFromTemplate((CriteriaTemplate)(on % 3)),
            6 => new SetPanelGroup($"Group {on % 5}", weight, false),
            7 => new RemovePanelGroup($"Group {on % 5}"),
            _ => new SetWeights(null, tender.Criteria.Siblings(null).ToImmutableDictionary(c => c.Id, c => c.Id == one ? weight : c.Weight)),
        };
    }

    private sealed record Drawn(int[] Weights, int Total, int[] Shares);
}

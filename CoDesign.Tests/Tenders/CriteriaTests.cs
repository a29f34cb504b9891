using System.Collections.Immutable;
using CoDesign.Domain.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Tenders;

/// <summary>Tom builds the tree of criteria while the tender is a draft.</summary>
public sealed class CriteriaTests
{
    private readonly SafeAtSea _tender = SafeAtSea.Begun();

    [Theory]
    [InlineData(CriteriaTemplate.CostQualitySocialValue, "Cost 40, Quality 40, Social value 20")]
    [InlineData(CriteriaTemplate.QualityWithSocialValue, "Price 40, Quality 60, -The service 66.67, -Social value 33.33")]
    [InlineData(CriteriaTemplate.QualityAndPrice, "Price 30, Quality 70")]
    public void A_template_stands_in_the_place_of_what_was_there(CriteriaTemplate template, string tree)
    {
        _tender.By(Tom, new AddCriteriaGroup("Anything", 10));

        _tender.By(Tom, new StartFromTemplate(template));

        Assert.Equal(tree, Tree);
    }

    [Fact]
    public void A_template_is_refused_once_there_is_a_question()
    {
        Ask("Safe");

        Assert.Equal("criteria.has-questions", _tender.Refusal(Tom, new StartFromTemplate(CriteriaTemplate.QualityAndPrice)));
    }

    [Fact]
    public void A_question_without_a_weight_counts_an_equal_share()
    {
        Ask("Safe");
        Ask("Kind");
        Ask("Local");

        Assert.Equal("Quality 60, -Safe 34, -Kind 33, -Local 33, Price 40", Tree);
    }

    [Fact]
    public void A_question_leaves_something_for_the_others()
    {
        Ask("Safe");

        Assert.Equal("weight.nothing-left", _tender.Refusal(Tom, new AddQuestion(_tender.Quality, "Kind", 100, "How?", 100, null, [], [])));
    }

    [Fact]
    public void What_one_leaves_behind_the_others_share_and_where_it_comes_to_it_counts_an_equal_share()
    {
        var (safe, kind) = (Ask("Safe"), Ask("Kind"));
        var social = new CriterionId(_tender.By(Tom, new AddCriteriaGroup("Social value", 20, true)).Made!.Value);
        _tender.By(Tom, new MoveCriterion(kind, social, 0));
        Assert.Equal("Quality 48, -Safe 100, Price 32, Social value 20, -Kind 100", Tree);

        _tender.By(Tom, new MoveCriterion(safe, social, 0));
        Assert.Equal("Quality 48, Price 32, Social value 20, -Safe 50, -Kind 50", Tree);

        _tender.By(Tom, new RemoveCriterion(safe));
        _tender.By(Tom, new MoveCriterion(social, null, 0));
        Assert.Equal("Social value 20, -Kind 100, Quality 48, Price 32", Tree);
    }

    [Fact]
    public void Nothing_moves_into_itself_and_the_price_stays_at_the_top()
    {
        var inner = new CriterionId(_tender.By(Tom, new AddCriteriaGroup("Inner", null, false, _tender.Quality)).Made!.Value);

        Assert.Equal("parent.unknown", _tender.Refusal(Tom, new MoveCriterion(_tender.Quality, inner, 0)));
        Assert.Equal("criteria.too-deep", _tender.Refusal(Tom, new AddCriteriaGroup("Too deep", null, false, inner)));
        var price = _tender.Tender.Criteria.Find(criterion => criterion.Kind == CriterionKind.Price)!.Id;
        Assert.Equal("criterion.price-at-top", _tender.Refusal(Tom, new MoveCriterion(price, _tender.Quality, 0)));
    }

    [Fact]
    public void Weights_that_are_set_together_total_exactly_100_or_nothing_is_done()
    {
        var top = _tender.Tender.Criteria;
        ImmutableDictionary<CriterionId, decimal> Weighing(decimal quality, decimal price) =>
            ImmutableDictionary.CreateRange([KeyValuePair.Create(top[0].Id, quality), KeyValuePair.Create(top[1].Id, price)]);

        var refusal = _tender.County.Ask(Tom, _tender.Id.Stream, new SetWeights(null, Weighing(70, 29.99m))).Refusal!;
        Assert.Equal(("weights.total", "The weights at the top total 99.99; they must total exactly 100."), (refusal.Code, refusal.Message));
        Assert.Equal("weight.range", _tender.Refusal(Tom, new SetWeights(null, Weighing(100, 0))));
        Assert.Equal("weights.others", _tender.Refusal(Tom, new SetWeights(null, Weighing(50, 30).Add(default, 20))));
        Assert.Equal("Quality 60, Price 40", Tree);

        _tender.By(Tom, new SetWeights(null, Weighing(70.5m, 29.5m)));
        Assert.Equal("Quality 70.5, Price 29.5", Tree);
    }

    [Fact]
    public void What_one_group_of_the_panel_counts_the_others_do_not()
    {
        _tender.By(Tom, new SetPanelGroup("Officers", 10, false));
        _tender.By(Tom, new SetPanelGroup("Service users", 40, true));
        Assert.Equal([60, 40], _tender.Tender.Groups.Select(group => group.Weight));

        Assert.Equal("panel-groups.total", _tender.Refusal(Tom, new SetPanelWeights([new("Officers", 50), new("Service users", 40)])));
        Assert.Equal("weights.others", _tender.Refusal(Tom, new SetPanelWeights([new("Officers", 100)])));
        _tender.By(Tom, new SetPanelWeights([new("Officers", 50), new("Service users", 50)]));
        _tender.By(Tom, new RemovePanelGroup("Officers"));
        Assert.Equal(new PanelGroup("Service users", 100, true), Assert.Single(_tender.Tender.Groups));
    }

    [Fact]
    public void A_question_is_changed_where_it_stands()
    {
        var safe = Ask("Safe");
        Ask("Kind");

        _tender.By(Tom, new ChangeQuestion(safe, "Safer", "How, by night?", 250, 3, [], [_tender.Clause]));

        var changed = _tender.Tender.Questions.First();
        Assert.Equal(("Safer", "How, by night?", 250, 3, 50m), (changed.Title, changed.Question, changed.WordLimit, changed.PassMark, changed.Weight));
        Assert.Equal("not-found", _tender.Refusal(Tom, new ChangeQuestion(_tender.Quality, "Safer", "How?", 250, 3, [], [])));
    }

    private string Tree => string.Join(", ", CriteriaTree.Rows(_tender.Tender.Criteria)
        .Select(row => FormattableString.Invariant($"{new string('-', row.Depth)}{row.Criterion.Title} {row.Criterion.Weight:0.##}")));

    private CriterionId Ask(string title) => new(_tender.By(Tom, new AddQuestion(_tender.Quality, title, null, "How?", 100, null, [], [])).Made!.Value);
}

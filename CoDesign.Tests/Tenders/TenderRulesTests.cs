using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Tenders;

/// <summary>What of a tender is refused at entry, how its criteria are named and weighed, and who is told what of it.</summary>
public sealed class TenderRulesTests
{
    private readonly SafeAtSea _tender = SafeAtSea.Ready();

    [Theory]
    [InlineData(0.01, 1, ContractKind.Works, null)]
    [InlineData(10_000_000_000, 240, ContractKind.LightTouch, null)]
    [InlineData(0, 24, ContractKind.Works, "value.range")]
    [InlineData(10_000_000_000.01, 24, ContractKind.Works, "value.range")]
    [InlineData(90_000.005, 24, ContractKind.Works, "value.range")]
    [InlineData(90_000, 0, ContractKind.Works, "months.range")]
    [InlineData(90_000, 241, ContractKind.Works, "months.range")]
    [InlineData(90_000, 24, (ContractKind)9, "kind.unknown")]
    public void What_is_bought_has_a_value_a_length_and_a_kind(double value, int months, ContractKind kind, string? refusal) =>
        Assert.Equal(refusal, _tender.Refusal(Tom, new DescribeTender("Two wardens.", (decimal)value, null, months, kind)));

    [Fact]
    public void A_deadline_lies_ahead_within_five_years()
    {
        var now = _tender.County.Now;

        Assert.Equal("summary.empty", _tender.Refusal(Tom, new DescribeTender(" ", 90_000, null, 24)));
        Assert.Equal("deadline.empty", _tender.Refusal(Tom, new SetDeadline(null)));
        Assert.Equal("deadline.past", _tender.Refusal(Tom, new SetDeadline(now)));
        Assert.Equal("deadline.far", _tender.Refusal(Tom, new SetDeadline(now.AddYears(5).AddTicks(1))));
        Assert.Null(_tender.Refusal(Tom, new SetDeadline(now.AddYears(5))));
    }

    [Theory]
    [InlineData(PriceFormula.Benchmark, 0.01, null)]
    [InlineData(PriceFormula.Benchmark, 10_000_000_000.0, null)]
    [InlineData(PriceFormula.Benchmark, 0.0, "benchmark.range")]
    [InlineData(PriceFormula.Benchmark, 10_000_000_000.01, "benchmark.range")]
    [InlineData(PriceFormula.Benchmark, 1.005, "benchmark.range")]
    [InlineData(PriceFormula.Benchmark, null, "benchmark.range")]
    [InlineData(PriceFormula.PricePerQualityPoint, null, null)]
    [InlineData((PriceFormula)9, null, "formula.unknown")]
    public void A_benchmark_is_given_where_the_price_is_scored_by_one(PriceFormula formula, double? benchmark, string? refusal)
    {
        Assert.Equal(refusal, _tender.Refusal(Tom, new ChoosePriceFormula(formula, (decimal?)benchmark, true)));
        if (refusal is null) Assert.Equal((formula, (decimal?)benchmark), (_tender.Tender.PriceRule.Formula, _tender.Tender.PriceRule.Benchmark));
    }

    [Fact]
    public void A_tender_is_made_once_for_a_project_and_one_that_was_not_is_not_there()
    {
        Assert.Equal("tender.exists", _tender.Refusal(Tom, new CreateTender(_tender.Project, "Again")));
        Assert.Equal("tender.one-per-project", _tender.County.Begin(Tom, "tender", new CreateTender(_tender.Project, "Another")).Refusal?.Code);
        Assert.Equal("not-found", _tender.County.Ask(Tom, new TenderId(Guid.NewGuid()).Stream, new SetDeadline(SafeAtSea.Deadline)).Refusal?.Code);
    }

    [Fact]
    public void Groups_and_the_price_can_be_named_anew_and_one_group_is_for_social_value()
    {
        var social = new CriterionId(_tender.By(Tom, new AddCriteriaGroup("Good for the town", 10)).Made!.Value);
        var price = _tender.Tender.Criteria.Find(one => one.Kind == CriterionKind.Price)!.Id;
        string? Rename(CriterionId which, string? title, bool isSocial = false) => _tender.Refusal(Tom, new RenameCriterion(which, title, isSocial));

        Assert.Equal("not-found", Rename(default, "Better"));
        Assert.Equal("not-found", Rename(_tender.Question, "Better"));
        Assert.Equal("title.empty", Rename(social, " "));
        Assert.Null(Rename(social, "Social value", true));
        Assert.Empty(_tender.By(Tom, new RenameCriterion(social, "Social value", true)).Events);
        Assert.Equal("criterion.one-social-value", Rename(_tender.Quality, "Quality", true));
        Assert.Null(Rename(price, "What it costs", true));

        Assert.Equal([("Quality", false), ("What it costs", false), ("Social value", true)], _tender.Tender.Criteria.Where(one => one.Parent is null).Select(one => (one.Title, one.IsSocialValue)));
    }

    [Fact]
    public void One_that_is_weighed_anew_leaves_the_rest_to_its_siblings_in_proportion()
    {
        var social = new CriterionId(_tender.By(Tom, new AddCriteriaGroup("Good for the town", 10)).Made!.Value);
        string? Weigh(CriterionId which, decimal weight) => _tender.Refusal(Tom, new ReweighCriterion(which, weight));

        Assert.Equal("not-found", Weigh(default, 50));
        Assert.Equal("weight.range", Weigh(social, 0));
        Assert.Equal("weight.range", Weigh(social, 10.005m));
        Assert.Equal("weight.nothing-left", Weigh(social, 100));
        Assert.Equal("weight.alone", Weigh(_tender.Question, 50));
        Assert.Null(Weigh(_tender.Question, 100));
        Assert.Null(Weigh(social, 20));

        Assert.Equal([("Quality", 48), ("Price", 32), ("Good for the town", 20)], _tender.Tender.Criteria.Where(one => one.Parent is null).Select(one => (one.Title, one.Weight)));
        Assert.Equal("not-found", _tender.Refusal(Tom, new SetWeights(new CriterionId(Guid.NewGuid()), ImmutableDictionary<CriterionId, decimal>.Empty)));
        var refused = _tender.County.Ask(Tom, _tender.Id.Stream, new SetWeights(_tender.Quality, ImmutableDictionary<CriterionId, decimal>.Empty)).Refusal!;
        Assert.Equal(("weight.range", $"weights[{_tender.Question}]"), (refused.Code, refused.Field));
    }

    [Fact]
    public void Who_took_a_tender_back_is_told_to_who_runs_it_and_to_nobody_else_and_nothing_is_changed_any_more()
    {
        _tender.Publish();
        _tender.By(Tom, new WithdrawTender("The money is gone."));
        TenderView Seen(ParticipantId who) => _tender.County.TenderFor(who, _tender.Id)!;

        foreach (var reader in new[] { Tom, Fay, Cllr }) Assert.Equal(Tom, Seen(reader).Withdrawal!.By);
        foreach (var reader in new[] { Hannah, Nobody, ParticipantId.Public }) Assert.Equal((ParticipantId.Public, "The money is gone."), (Seen(reader).Withdrawal!.By, Seen(reader).Withdrawal!.Reason));
        Assert.False(Seen(Tom).MayManage);
        Assert.False(Seen(Nobody).TakesBids(_tender.County.Now));
        Assert.Equal("tender.withdrawn", _tender.Refusal(Tom, new AmendTender("More time.", SafeAtSea.Deadline.AddDays(1))));
    }

    [Fact]
    public void Only_who_runs_the_project_writes_answers_and_manages_and_a_bid_is_taken_up_to_the_deadline()
    {
        Assert.False(_tender.County.TenderFor(Tom, _tender.Id)!.TakesBids(_tender.County.Now));
        _tender.Publish();

        foreach (var (reader, may) in new[] { (Tom, true), (Fay, false), (Cllr, false), (Hannah, false), (ParticipantId.Public, false) })
        {
            var seen = _tender.County.TenderFor(reader, _tender.Id)!;
            Assert.Equal((may, may, may, false), (seen.MayWritePack, seen.MayAnswer, seen.MayManage, seen.HasDraft));
            Assert.Equal((true, false), (seen.TakesBids(SafeAtSea.Deadline), seen.TakesBids(SafeAtSea.Deadline.AddTicks(1))));
        }

        Assert.Null(TenderView.For(null, null, Tom));
        Assert.NotNull(TenderView.For(_tender.Tender, null, Nobody));
        Assert.False(TenderView.For(_tender.Tender, null, Tom)!.MayManage);
    }
}

using System.Text.Json;
using CoDesign.App.Storage;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Tenders;

public sealed class TenderFieldTests
{
    private static readonly SafeAtSea Tender = SafeAtSea.Ready();

    public static TheoryData<ITenderCommand, string, string?> Refused => new()
    {
        { new DescribeTender(null, 1, null, 1), "summary.empty", "summary" },
        { new DescribeTender(new string('x', 2_001), 1, null, 1), "summary.too-long", "summary" },
        { new DescribeTender("\u0000", 1, null, 1), "summary.unreadable", "summary" },
        { new DescribeTender("\ud83d", 1, null, 1), "summary.unreadable", "summary" },
        { new DescribeTender("Wardens", 0, null, 1), "value.range", "value" },
        { new DescribeTender("Wardens", decimal.MaxValue, null, 1), "value.range", "value" },
        { new DescribeTender("Wardens", 1.001m, null, 1), "value.range", "value" },
        { new DescribeTender("Wardens", 1, null, 12, (ContractKind)9), "kind.unknown", "kind" },
        { new DescribeTender("Wardens", 1, null, 0), "months.range", "months" },
        { new DescribeTender("Wardens", 1, null, int.MaxValue), "months.range", "months" },
        { new SetDeadline(null), "deadline.empty", "deadline" },
        { new SetDeadline(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero)), "deadline.past", "deadline" },
        { new SetDeadline(DateTimeOffset.MinValue), "deadline.past", "deadline" },
        { new SetDeadline(DateTimeOffset.MaxValue), "deadline.far", "deadline" },
        { new AddQuestion(default(CriterionId), "Safe", 1, "How?", 100, null, [], []), "parent.unknown", "parent" },
        { new AddQuestion(null, null, 1, "How?", 100, null, [], []), "title.empty", "title" },
        { new AddQuestion(null, "Safe", -1, "How?", 100, null, [], []), "weight.range", "weight" },
        { new AddQuestion(null, "Safe", 100.01m, "How?", 100, null, [], []), "weight.range", "weight" },
        { new AddQuestion(null, "Safe", 1.001m, "How?", 100, null, [], []), "weight.range", "weight" },
        { new AddQuestion(null, "Safe", 1, " ", 100, null, [], []), "question.empty", "question" },
        { new AddQuestion(null, "Safe", 1, "How?", 9, null, [], []), "word-limit.range", "wordLimit" },
        { new AddQuestion(null, "Safe", 1, "How?", 100, 6, [], []), "pass-mark.range", "passMark" },
        { new AddQuestion(null, "Safe", 1, "How?", 100, null, [default(OutcomeId)], []), "from.unknown", "outcomes" },
        { new AddQuestion(null, "Safe", 1, "How?", 100, null, default, [default(ClauseId)]), "from.unknown", "outcomes" },
        { new AddQuestion(null, "Safe", 100, "How?", 100, null, [], []), "weight.nothing-left", "weight" },
        { new ChangeQuestion(default, "Safe", "How?", 100, null, [], []), "not-found", null },
        { new AddCriteriaGroup("", 1), "title.empty", "title" },
        { new AddCriteriaGroup("Social value", 100), "weight.nothing-left", "weight" },
        { new StartFromTemplate((CriteriaTemplate)9), "template.unknown", "template" },
        { new RenameCriterion(default, "Cost"), "not-found", null },
        { new MoveCriterion(default, null, 0), "not-found", null },
        { new SetWeights(default(CriterionId), null), "not-found", null },
        { new SetPanelWeights(default), "weights.others", null },
        { new ReweighCriterion(default, 1), "not-found", null },
        { new RemoveCriterion(default), "not-found", null },
        { new SetPanelGroup(null, 1, false), "name.empty", "name" },
        { new SetPanelGroup(new string('x', 61), 1, false), "name.too-long", "name" },
        { new SetPanelGroup("Officers", 0, false), "weight.range", "weight" },
        { new RemovePanelGroup(null), "panel-group.unknown", "name" },
        { new ChoosePriceFormula((PriceFormula)99), "formula.unknown", "formula" },
        { new ChoosePriceFormula(PriceFormula.Benchmark), "benchmark.range", "benchmark" },
        { new ChoosePriceFormula(PriceFormula.Benchmark, -5), "benchmark.range", "benchmark" },
        { new ChoosePriceFormula(PriceFormula.Benchmark, 1.001m), "benchmark.range", "benchmark" },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void What_cannot_be_is_refused_with_the_field_it_is_about(ITenderCommand command, string code, string? field)
    {
        var before = Tender.Tender;

        var refusal = Tender.County.Ask(Tom, Tender.Id.Stream, command).Refusal;

        Assert.Equal((code, field), (refusal?.Code, refusal?.Field));
        Assert.Same(before, Tender.Tender);
    }

    [Fact]
    public void The_price_stays_and_a_group_that_holds_others_does_too()
    {
        var price = Tender.Tender.Criteria.Find(c => c.Kind == CriterionKind.Price)!;

        Assert.Equal("criterion.price", Tender.Refusal(Tom, new RemoveCriterion(price.Id)));
        Assert.Equal("criterion.holds-others", Tender.Refusal(Tom, new RemoveCriterion(Tender.Quality)));
    }

    [Fact]
    public void A_tender_has_one_group_for_social_value()
    {
        var tender = SafeAtSea.Ready();
        tender.By(Tom, new AddCriteriaGroup("Social value", 20, true));

        Assert.Equal("criterion.one-social-value", tender.Refusal(Tom, new AddCriteriaGroup("Social value again", 20, true)));
    }

    [Fact]
    public void A_panel_group_keeps_its_place_when_its_weight_changes()
    {
        var tender = SafeAtSea.Ready();

        tender.By(Tom, new SetPanelGroup("Officers", 50, false));

        Assert.Equal(["Officers", "Service users"], tender.Tender.Groups.Select(group => group.Name));
    }

    [Fact]
    public void A_tender_reads_back_from_a_snapshot_as_it_was()
    {
        var tender = SafeAtSea.Published(3).Tender;

        var written = JsonSerializer.Serialize(tender, DomainJson.Options);

        Assert.Equal(written, JsonSerializer.Serialize(JsonSerializer.Deserialize<Tender>(written, DomainJson.Options), DomainJson.Options));
        Assert.Contains("\"kind\":\"question\"", written, StringComparison.Ordinal);
    }
}

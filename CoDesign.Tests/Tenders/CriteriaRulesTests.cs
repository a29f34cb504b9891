using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Tenders;

/// <summary>What a question, a group of criteria and a group of the panel may be, and where criteria may stand.</summary>
public sealed class CriteriaRulesTests
{
    private readonly SafeAtSea _tender = SafeAtSea.Begun();

    [Theory]
    [InlineData(10, 1, 0.25, null)]
    [InlineData(5_000, 5, 500.0, null)]
    [InlineData(9, 1, 1.0, "word-limit.range")]
    [InlineData(5_001, 1, 1.0, "word-limit.range")]
    [InlineData(100, 0, 1.0, "pass-mark.range")]
    [InlineData(100, 6, 1.0, "pass-mark.range")]
    [InlineData(100, 1, 0.24, "hours.range")]
    [InlineData(100, 1, 500.01, "hours.range")]
    [InlineData(100, 1, 1.005, "hours.range")]
    public void A_question_has_its_limits(int words, int passMark, double hours, string? refusal) =>
        Assert.Equal(refusal, _tender.Refusal(Tom, new AddQuestion(_tender.Quality, "Safe", null, "How?", words, passMark, [], [], Hours: (decimal)hours)));

    [Fact]
    public void A_question_comes_from_what_is_in_the_project_each_once()
    {
        AddQuestion From(params ClauseId[] clauses) => new(_tender.Quality, "Safe", null, "How?", 100, null, [], [.. clauses]);

        Assert.Equal("from.unknown", _tender.Refusal(Tom, From(_tender.Clause, new ClauseId(Guid.NewGuid()))));
        Assert.Equal("title.empty", _tender.Refusal(Tom, From(_tender.Clause) with { Title = " " }));
        Assert.Equal("question.empty", _tender.Refusal(Tom, From(_tender.Clause) with { Question = "" }));
        var question = new CriterionId(_tender.By(Tom, From(_tender.Clause, _tender.Clause)).Made!.Value);

        Assert.Single(_tender.Tender.Questions.Single().From);
        Assert.Empty(_tender.By(Tom, new ChangeQuestion(question, "Safe", "How?", 100, null, [], [_tender.Clause])).Events);
        Assert.Single(_tender.By(Tom, new ChangeQuestion(question, "Safe", "How?", 100, null, [], [])).Events);
    }

    [Fact]
    public void What_is_asked_at_an_interview_asks_for_no_evidence()
    {
        _tender.By(Tom, new AddQuestion(_tender.Quality, "Talking", null, "Do you listen?", 100, null, [], [], AsksEvidence: true, Round: ScoringRound.Interview));

        Assert.False(_tender.Tender.Questions.Single().AsksEvidence);
    }

    [Fact]
    public void A_group_has_a_name_a_weight_and_one_is_for_social_value()
    {
        Assert.Equal("title.empty", _tender.Refusal(Tom, new AddCriteriaGroup(" ", 10)));
        Assert.Equal("weight.range", _tender.Refusal(Tom, new AddCriteriaGroup("Good", 0)));
        var question = Asks("Safe");
        Assert.Equal("parent.unknown", _tender.Refusal(Tom, new AddCriteriaGroup("Good", 10, false, question)));
        Makes("Good for the town", null, true);
        Assert.Equal("criterion.one-social-value", _tender.Refusal(Tom, new AddCriteriaGroup("Better", 10, true)));
        Assert.Null(_tender.Refusal(Tom, new AddCriteriaGroup("Better", 10)));
    }

    [Fact]
    public void Groups_stand_two_deep_and_a_group_with_groups_in_it_moves_into_no_other()
    {
        var (outer, other) = (Makes("Outer", null), Makes("Other", null));
        var inner = Makes("Inner", outer);

        Assert.Equal("not-found", _tender.Refusal(Tom, new MoveCriterion(default, null, 0)));
        Assert.Equal("criteria.too-deep", _tender.Refusal(Tom, new MoveCriterion(outer, other, 0)));
        Assert.Null(_tender.Refusal(Tom, new MoveCriterion(inner, other, 0)));
        Assert.Null(_tender.Refusal(Tom, new MoveCriterion(outer, _tender.Quality, 0)));
        Assert.Empty(_tender.By(Tom, new MoveCriterion(outer, _tender.Quality, 0)).Events);
    }

    [Fact]
    public void The_price_and_what_holds_others_are_not_removed_and_the_price_moves_among_its_siblings()
    {
        var price = _tender.Tender.Criteria.Find(one => one.Kind == CriterionKind.Price)!.Id;
        Asks("Safe");

        Assert.Equal("criterion.price", _tender.Refusal(Tom, new RemoveCriterion(price)));
        Assert.Equal("criterion.holds-others", _tender.Refusal(Tom, new RemoveCriterion(_tender.Quality)));
        Assert.Equal("not-found", _tender.Refusal(Tom, new RemoveCriterion(default)));
        Assert.Null(_tender.Refusal(Tom, new MoveCriterion(price, null, 0)));
        Assert.Equal([price, _tender.Quality], _tender.Tender.Criteria.Where(one => one.Parent is null).Select(one => one.Id));
    }

    [Fact]
    public void A_tender_has_a_hundred_criteria_and_twenty_groups_of_the_panel_at_most()
    {
        while (_tender.Tender.Criteria.Count < 100) Asks($"Question {_tender.Tender.Criteria.Count}");
        Assert.Equal("criteria.too-many", _tender.Refusal(Tom, new AddQuestion(null, "One more", 1, "How?", 100, null, [], [])));
        Assert.Equal("criteria.too-many", _tender.Refusal(Tom, new AddCriteriaGroup("One more", 1)));
        while (_tender.Tender.Groups.Count < 20) _tender.By(Tom, new SetPanelGroup($"Group {_tender.Tender.Groups.Count}", 1, false));

        Assert.Equal("criteria.too-many", _tender.Refusal(Tom, new SetPanelGroup("One more", 1, false)));
        Assert.Null(_tender.Refusal(Tom, new SetPanelGroup("Group 3", 2, true)));
    }

    [Fact]
    public void Groups_of_the_panel_are_weighed_by_name_whatever_order_they_come_in()
    {
        foreach (var (name, weight) in new[] { ("Officers", 50m), ("Service users", 40m), ("Carers", 10m) }) _tender.By(Tom, new SetPanelGroup(name, weight, false));
        Assert.Equal("name.empty", _tender.Refusal(Tom, new SetPanelGroup(" ", 10, false)));
        Assert.Equal("weight.range", _tender.Refusal(Tom, new SetPanelGroup("Carers", 0, false)));
        Assert.Equal("weight.nothing-left", _tender.Refusal(Tom, new SetPanelGroup("Carers", 100, false)));
        Assert.Equal("panel-group.unknown", _tender.Refusal(Tom, new RemovePanelGroup("Friends")));
        var refused = _tender.County.Ask(Tom, _tender.Id.Stream, new SetPanelWeights([new("Officers", 50), new("Service users", 0), new("Carers", 50)])).Refusal!;
        Assert.Equal(("weight.range", "groups[1].weight"), (refused.Code, refused.Field));

        _tender.By(Tom, new SetPanelWeights([new("Carers", 20), new("Service users", 50), new("Officers", 30)]));

        Assert.Equal([("Carers", 20), ("Officers", 30), ("Service users", 50)], _tender.Tender.Groups.Select(group => (group.Name, (int)group.Weight)).Order());
    }

    [Fact]
    public void A_group_that_goes_leaves_its_share_of_each_question_that_it_scores_and_not_one_alone()
    {
        foreach (var name in new[] { "Officers", "Service users", "Carers" }) _tender.By(Tom, new SetPanelGroup(name, 30, false));
        var (all, two, one) = (Asks("Safe"), Asks("Kind"), Asks("Local"));
        _tender.By(Tom, new SetQuestionPanel(two, [new("Officers", 75), new("Carers", 25)]));
        _tender.By(Tom, new SetQuestionPanel(one, [new("Service users", 100)]));

        Assert.Equal("panel-group.alone", _tender.Refusal(Tom, new RemovePanelGroup("Service users")));
        _tender.By(Tom, new RemovePanelGroup("Officers"));

        Criterion Of(CriterionId id) => _tender.Tender.Criteria.Find(criterion => criterion.Id == id)!;
        Assert.Empty(Of(all).ScoredBy);
        Assert.Equal([new GroupWeight("Carers", 100)], Of(two).ScoredBy);
        Assert.Equal([new GroupWeight("Service users", 100)], Of(one).ScoredBy);
    }

    private CriterionId Asks(string title) => new(_tender.By(Tom, new AddQuestion(_tender.Quality, title, null, "How?", 100, null, [], [])).Made!.Value);

    private CriterionId Makes(string title, CriterionId? parent, bool isSocial = false) => new(_tender.By(Tom, new AddCriteriaGroup(title, 10, isSocial, parent)).Made!.Value);
}

using System.Text.Json;
using CoDesign.App.Storage;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using CoDesign.Tests.Evaluations;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Tenders;

/// <summary>Tom says by which scale each question is scored, by whom, and how much work it is to answer.</summary>
public sealed class QuestionScoringTests
{
    private static readonly ScaleStep[] Would = [new(4, "Yes", "We would go."), new(0, "No", "We would not.")];

    private readonly SafeAtSea _tender = SafeAtSea.Ready();

    [Fact]
    public void A_scale_of_the_tenders_own_is_in_order_and_reads_the_same_wherever_it_is_used()
    {
        _tender.By(Tom, new SetScale("Would we go?", [.. Would]));
        _tender.By(Tom, Asking(scale: "Would we go?", passMark: 4));
        Assert.Equal([0, 4], Question.Scale.Steps.Select(step => step.Points));

        _tender.By(Tom, new SetScale("Would we go?", [.. Would, new(5, "At once", "We would run.")]));

        Assert.Equal(5, Question.Scale.Top);
        Assert.Equal("scale.pass-mark", _tender.Refusal(Tom, new SetScale("Would we go?", [new(0, "No", "No."), new(3, "Yes", "Yes.")])));
        Assert.Equal("scale.in-use", _tender.Refusal(Tom, new RemoveScale("Would we go?")));
        _tender.By(Tom, Asking(scale: Scale.Usual.Name));
        _tender.By(Tom, new RemoveScale("Would we go?"));
        Assert.Empty(_tender.Tender.Scales);
    }

    [Fact]
    public void What_is_no_scale_is_refused()
    {
        Assert.Equal("scale.steps", _tender.Refusal(Tom, new SetScale("One", [new(1, "One", "One.")])));
        Assert.Equal("scale.steps", _tender.Refusal(Tom, new SetScale("Same", [new(1, "One", "One."), new(1, "Uno", "Uno.")])));
        Assert.Equal("scale.steps", _tender.Refusal(Tom, new SetScale("Far", [new(0, "One", "One."), new(101, "Far", "Far.")])));
        Assert.Equal("meaning.empty", _tender.Refusal(Tom, new SetScale("Mute", [new(0, "One", ""), new(1, "Two", "Two.")])));
        Assert.Equal("scale.named", _tender.Refusal(Tom, new SetScale(Scale.Usual.Name, [.. Would])));
        Assert.Equal("scale.unknown", _tender.Refusal(Tom, Asking(scale: "Nobody's")));
        Assert.Equal("pass-mark.range", _tender.Refusal(Tom, Asking(scale: "Met or not, 0 to 1", passMark: 2)));
    }

    [Fact]
    public void The_groups_of_a_question_are_what_its_answers_are_scored_by()
    {
        var question = Scoring.Question("Safe", 60) with { ScoredBy = [new("Officers", 25), new("Service users", 75)], Scale = Scale.Named[1] };
        var scoring = new Scoring { Criteria = [question, Scoring.Price(40)] }.WithBid("A", 100, 10, 6, 3);

        // Officers 8 of 10 for a quarter, service users 3 of 10 for the rest: 4.25 of 10, times 60.
        Assert.Equal("25.50", scoring.Row("A").Quality.ToString());
    }

    [Fact]
    public void Who_does_not_score_a_question_neither_scores_it_nor_is_waited_for()
    {
        _tender.By(Tom, new SetQuestionPanel(_tender.Question, [new("Officers", null), new("Service users", 100)]));
        _tender.Publish();
        foreach (var (who, group) in new[] { (Olu, "Officers"), (Sam, "Service users") }) _tender.OnPanel(Tom, new AppointEvaluator(who, group));
        _tender.OnPanel(Tom, new AppointModerator(Priya));
        var bid = _tender.HandsIn(Hannah, "Harbour Lights", "Volunteers.", 80_000);
        _tender.Open();

        _tender.OnPanel(Olu, new DeclareInterests(bid, false, null));
        Assert.Equal("not-found", _tender.PanelRefusal(Olu, new ScoreAnswer(bid, _tender.Question, 4, "Good.")));
        _tender.OnPanel(Olu, new LockScores());
        _tender.Scores(Sam, bid, 5);
        _tender.OnPanel(Sam, new LockScores());

        Assert.Equal(60, Result.Compute(_tender.Tender, _tender.PanelState, _tender.Id.WholeLot).Rows.Single().Quality);
    }

    [Fact]
    public void The_groups_of_a_question_total_100_also_after_one_of_the_panel_is_gone()
    {
        Assert.Equal("panel-groups.total", _tender.Refusal(Tom, new SetQuestionPanel(_tender.Question, [new("Officers", 30), new("Service users", 60)])));
        Assert.Equal("weights.others", _tender.Refusal(Tom, new SetQuestionPanel(_tender.Question, [new("Nobody", 100)])));
        _tender.By(Tom, new SetPanelGroup("Carers", 20, false));
        _tender.By(Tom, new SetQuestionPanel(_tender.Question, [new("Officers", 30), new("Service users", 50), new("Carers", 20)]));

        _tender.By(Tom, new RemovePanelGroup("Officers"));
        Assert.Equal([("Service users", 71m), ("Carers", 29m)], Question.ScoredBy.Select(group => (group.Name, group.Weight ?? 0)));
        _tender.By(Tom, new RemovePanelGroup("Carers"));
        Assert.Equal("panel-group.alone", _tender.Refusal(Tom, new RemovePanelGroup("Service users")));
        _tender.By(Tom, new SetQuestionPanel(_tender.Question, [new("Service users", null)]));
        Assert.Empty(Question.ScoredBy);
    }

    [Fact]
    public void Questions_on_social_value_are_made_from_the_outcomes_in_one_act()
    {
        OutcomeId Outcome(string statement) => new(_tender.County.Do(Tom, _tender.Project.Stream, new DescribeOutcome(statement, [])).Made!.Value);
        var (jobs, dark) = (Outcome("Young people find work on the front."), Outcome("Nobody is afraid of the dark."));
        Assert.Equal("outcomes.none", _tender.Refusal(Tom, new AskSocialValue([])));

        _tender.By(Tom, new AskSocialValue([jobs, dark]));

        var social = _tender.Tender.Criteria.Single(criterion => criterion.IsSocialValue);
        Assert.Equal(20, social.Weight);
        var asked = _tender.Tender.Criteria.Siblings(social.Id);
        Assert.Equal([("Young people find work on the front", 50m), ("Nobody is afraid of the dark", 50m)], asked.Select(question => (question.Title, question.Weight)));
        Assert.Equal(jobs.Value, Assert.Single(asked[0].From).Id);
        Assert.Contains("“Young people find work on the front”", asked[0].Question, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(50, false, "1½ hours")]
    [InlineData(300, false, "4 hours")]
    [InlineData(301, true, "6½ hours")]
    public void The_hours_of_an_answer_follow_from_words_and_evidence(int words, bool evidence, string hours) =>
        Assert.Equal(hours, BiddingEffort.InWords(BiddingEffort.Estimate(words, evidence)));

    [Fact]
    public void The_work_of_all_who_bid_is_set_against_the_value()
    {
        _tender.By(Tom, new SetLikelyBidders(10));
        _tender.By(Tom, Asking(hours: 12));

        var effort = BiddingEffort.Of(_tender.Tender.Criteria, _tender.Tender.LikelyBidders, _tender.Tender.Value);
        Assert.Equal((20m, 200m, 7_000m, true), (effort.HoursEach, effort.HoursAll, effort.CostAll, effort.IsTooMuch));
        Assert.Equal("hours.range", _tender.Refusal(Tom, Asking(hours: 0.1m)));
        Assert.Equal("bidders.range", _tender.Refusal(Tom, new SetLikelyBidders(0)));
        _tender.Publish();
        Assert.Equal((10, null), (_tender.County.TenderFor(Fay, _tender.Id)!.LikelyBidders, _tender.County.TenderFor(Hannah, _tender.Id)!.LikelyBidders));
    }

    [Fact]
    public void The_documents_say_scale_groups_evidence_and_hours_of_each_question()
    {
        _tender.By(Tom, new SetScale("Would we go?", [.. Would]));
        _tender.By(Tom, Asking(scale: "Would we go?", evidence: true));
        _tender.By(Tom, new SetQuestionPanel(_tender.Question, [new("Officers", 30), new("Service users", 70)]));
        _tender.Publish();

        var words = _tender.Tender.Publication!.Markdown;
        Assert.Contains("Please show evidence. Scored by Officers (30%) and Service users (70%). We think that this takes 3½ hours to answer.", words, StringComparison.Ordinal);
        Assert.Contains("a whole bid takes 11½ hours", words, StringComparison.Ordinal);
        Assert.Contains("Each answer is scored from 0 to 4", words, StringComparison.Ordinal);
        Assert.Contains("- **4 – Yes**: We would go.", words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_from_before_scales_were_data_has_the_usual_one_and_all_groups()
    {
        var kept = JsonSerializer.SerializeToNode(new CriterionAdded(Scoring.Question("Safe", 60)), DomainJson.Options)!;
        foreach (var added in new[] { "scale", "scoredBy", "asksEvidence", "hours" }) kept["criterion"]!.AsObject().Remove(added);

        var read = kept.Deserialize<CriterionAdded>(DomainJson.Options)!.Criterion;

        Assert.Equal((Scale.Usual, true), (read.Scale, read.IsScoredBy("Officers")));
    }

    private Criterion Question => _tender.Tender.Questions.First();

    private ChangeQuestion Asking(string? scale = null, int? passMark = null, bool evidence = false, decimal? hours = null) =>
        new(_tender.Question, "Feeling safe", "How will people feel safe?", 50, passMark, [], [_tender.Clause], scale, evidence, hours);
}

using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Tenders;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Evaluations;

/// <summary>Who scores what: everything by everybody, unless somebody shares the work out.</summary>
public sealed class AssignmentTests
{
    [Fact]
    public void A_commissioner_shares_questions_out_before_the_opening_and_sees_what_nobody_was_given()
    {
        var (tender, more) = TwoQuestions();
        Assert.Empty(tender.PanelFor(Tom)!.Preparation.Unshared);

        tender.OnPanel(Tom, new AssignScoring(Sam, [more], []));
        Assert.Equal([new UnsharedQuestion(tender.Question, "Feeling safe", "Service users")], tender.PanelFor(Tom)!.Preparation.Unshared);
        tender.OnPanel(Tom, new AssignScoring(Olu, [more], []));
        Assert.Single(tender.PanelFor(Tom)!.Preparation.Unshared);

        tender.OnPanel(Tom, new AssignScoring(Sam, [], []));
        Assert.Empty(tender.PanelFor(Tom)!.Preparation.Unshared);
        Assert.Equal([more], Assert.Single(tender.PanelFor(Tom)!.Preparation.Shares, share => share.Person == Olu).Questions);
    }

    [Fact]
    public void Only_questions_that_the_group_scores_can_be_given_and_no_bids_before_they_are_known()
    {
        var (tender, more) = TwoQuestions();
        var bid = tender.Drafts(Hannah, "Harbour Lights", "Volunteers whom people know.", 80_000);

        Assert.Equal("assign.question", tender.PanelRefusal(Tom, new AssignScoring(Sam, [default], [])));
        Assert.Equal("not-found", tender.PanelRefusal(Tom, new AssignScoring(Sam, [], [bid])));
        Assert.Equal("person.empty", tender.PanelRefusal(Tom, new AssignScoring(Amina, [more], [])));
        Assert.Equal("panel.not-moderator", tender.PanelRefusal(Olu, new AssignScoring(Sam, [more], [])));
        Assert.Equal("panel.not-open", tender.PanelRefusal(Priya, new AssignScoring(Sam, [more], [])));
        foreach (var other in new[] { Fay, Amina, Cllr, Hannah, Nobody }) Assert.Equal("not-found", tender.PanelRefusal(other, new AssignScoring(Sam, [more], [])));
    }

    [Fact]
    public void Whoever_was_given_a_part_reads_and_scores_that_part_alone()
    {
        var (tender, more) = TwoQuestions();
        tender.OnPanel(Tom, new AssignScoring(Sam, [tender.Question], []));
        OpenWithTwoBids(tender);
        tender.OnPanel(Priya, new AssignScoring(Sam, [tender.Question], [tender.BidOf(Hannah)]));
        foreach (var bidder in new[] { Hannah, Bea }) tender.OnPanel(Sam, new DeclareInterests(tender.BidOf(bidder), false, null));

        Assert.Equal([new ScoringTask(tender.BidOf(Hannah), tender.Question)], tender.PanelFor(Sam)!.Preparation.Tasks);
        Assert.Equal(1, tender.PanelFor(Sam)!.Bids!.Sum(bid => bid.Answers.Length));
        Assert.Equal("score.not-yours", tender.PanelRefusal(Sam, new ScoreAnswer(tender.BidOf(Bea), tender.Question, 3, "Good.")));
        Assert.Equal("score.not-yours", tender.PanelRefusal(Sam, new ScoreAnswer(tender.BidOf(Hannah), more, 3, "Good.")));
        tender.OnPanel(Sam, new ScoreAnswer(tender.BidOf(Hannah), tender.Question, 3, "Good."));
        Assert.Null(tender.PanelRefusal(Sam, new LockScores()));
    }

    [Fact]
    public void The_moderator_shares_bids_out_while_they_are_scored_and_a_score_outside_of_the_part_does_not_count()
    {
        var tender = SafeAtSea.Opened();
        tender.Scores(Olu, tender.BidOf(Hannah), 1);
        tender.Scores(Olu, tender.BidOf(Bea), 1);
        tender.OnPanel(Priya, new AssignScoring(Olu, [], [tender.BidOf(Bea)]));
        tender.OnPanel(Olu, new LockScores());

        Assert.Equal([tender.BidOf(Bea)], tender.PanelState.Counted.Where(score => score.Evaluator == Olu).Select(score => score.Bid));
        Assert.Equal("panel.locked-stays", tender.PanelRefusal(Priya, new AssignScoring(Olu, [], [])));
        Assert.Equal("panel.opening-begun", tender.PanelRefusal(Tom, new AssignScoring(Sam, [], [])));
        Assert.All(tender.PanelFor(Tom)!.Preparation.Shares, share => Assert.Empty(share.Bids));
    }

    [Fact]
    public void An_answer_that_nobody_of_a_group_was_given_is_told_to_the_moderator_alone()
    {
        var tender = SafeAtSea.Opened();
        tender.OnPanel(Priya, new AssignScoring(Sam, [], [tender.BidOf(Bea)]));

        Assert.Equal([new Gap(tender.LabelOf(Hannah), "Service users", "Feeling safe")], tender.PanelFor(Priya)!.Gaps);
        foreach (var other in new[] { Olu, Orla, Sam, Tom }) Assert.Empty(tender.PanelFor(other)!.Gaps);
    }

    [Fact]
    public void Whoever_changes_their_group_scores_all_of_the_new_one_again()
    {
        var (tender, more) = TwoQuestions();
        tender.OnPanel(Tom, new AssignScoring(Orla, [more], []));

        tender.OnPanel(Tom, new AppointEvaluator(Orla, "Service users"));

        Assert.Empty(Assert.Single(tender.PanelFor(Tom)!.Preparation.Shares, share => share.Person == Orla).Questions);
    }

    /// <summary>With a panel, and a second question beside "Feeling safe".</summary>
    private static (SafeAtSea Tender, CriterionId More) TwoQuestions()
    {
        var tender = SafeAtSea.Ready();
        var more = new CriterionId(tender.By(Tom, new AddQuestion(tender.Quality, "Being heard", null, "How will people be heard?", 50, null, [], [tender.Clause])).Made!.Value);
        tender.Publish();
        tender.OnPanel(Tom, new AppointModerator(Priya));
        foreach (var (who, group) in new[] { (Olu, "Officers"), (Orla, "Officers"), (Sam, "Service users") }) tender.OnPanel(Tom, new AppointEvaluator(who, group));
        return (tender, more);
    }

    private static void OpenWithTwoBids(SafeAtSea tender)
    {
        foreach (var (who, organisation) in new[] { (Hannah, "Harbour Lights"), (Bea, "Big Care") })
        {
            var bid = tender.Drafts(who, organisation, "We know everybody.", 80_000);
            foreach (var question in tender.Tender.Questions.Where(question => question.Id != tender.Question)) tender.County.Write(who, bid.Answer(question.Id), "We ask them.");
            tender.County.Do(who, bid.Stream, new CoDesign.Domain.Bids.SubmitBid());
        }

        tender.Open();
    }
}

using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Projects;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Evaluations;

public sealed class LateEvaluatorTests
{
    [Fact]
    public void An_interest_that_leaves_a_group_without_anybody_is_told_to_the_moderator_alone()
    {
        var tender = SafeAtSea.Opened();
        Assert.Empty(tender.PanelFor(Priya)!.Gaps);

        tender.OnPanel(Olu, new DeclareInterests(tender.BidOf(Bea), true, "My brother works there."));
        Assert.Empty(tender.PanelFor(Priya)!.Gaps);
        tender.OnPanel(Sam, new DeclareInterests(tender.BidOf(Hannah), true, "I volunteer there."));

        Assert.Equal([new Gap(tender.LabelOf(Hannah), "Service users")], tender.PanelFor(Priya)!.Gaps);
        foreach (var other in new[] { Olu, Orla, Sam, Tom }) Assert.Empty(tender.PanelFor(other)!.Gaps);
    }

    [Fact]
    public void Who_comes_in_the_place_of_somebody_scores_like_the_others_and_counts()
    {
        var tender = SafeAtSea.Opened();
        tender.Scores(Sam, tender.BidOf(Hannah), 1);
        tender.OnPanel(Priya, new ReleaseEvaluator(Sam));
        Assert.Equal(2, tender.PanelFor(Priya)!.Gaps.Length);

        tender.OnPanel(Tom, new AppointEvaluator(Amina, "Service users"));

        Assert.Empty(tender.PanelFor(Priya)!.Gaps);
        Assert.Empty(tender.PanelFor(Amina)!.MyScores);
        Assert.All(tender.PanelFor(Amina)!.Bids!, bid => Assert.Empty(bid.Answers));
        foreach (var evaluator in new[] { Olu, Orla, Amina })
        {
            Assert.Equal("moderation.not-all-locked", tender.PanelRefusal(Priya, new OpenModeration()));
            tender.ScoresAll(evaluator, 4);
            tender.OnPanel(evaluator, new LockScores());
        }

        tender.OnPanel(Priya, new OpenModeration());
        Assert.Empty(tender.PanelFor(Priya)!.Gaps);
        Assert.All(tender.PanelFor(Priya)!.Result!.Rows, row => Assert.All(row.Questions, part => Assert.Equal(4, part.Mean)));
    }

    [Fact]
    public void While_the_bids_are_scored_nobody_comes_back_or_changes_their_group()
    {
        var tender = SafeAtSea.Opened();
        tender.OnPanel(Priya, new ReleaseEvaluator(Olu));

        Assert.Equal("panel.let-go", tender.PanelRefusal(Tom, new AppointEvaluator(Olu, "Officers")));
        Assert.Equal("panel.group-stays", tender.PanelRefusal(Tom, new AppointEvaluator(Sam, "Officers")));
        Assert.Null(tender.PanelRefusal(Tom, new AppointEvaluator(Sam, "Service users")));
        Assert.Equal("panel.not-commissioner", tender.PanelRefusal(Fay, new AppointEvaluator(Amina, "Officers")));
        Assert.Equal("panel.moderator-scores", tender.PanelRefusal(Tom, new AppointEvaluator(Priya, "Officers")));
    }

    [Fact]
    public void Who_was_let_go_before_the_opening_can_come_back()
    {
        var tender = SafeAtSea.WithPanel();
        tender.OnPanel(Tom, new ReleaseEvaluator(Orla));
        tender.Open();

        Assert.Null(tender.PanelRefusal(Tom, new AppointEvaluator(Orla, "Officers")));
    }

    [Fact]
    public void The_room_stays_closed_while_an_answer_has_no_score_since_nobody_could_come_to_give_one()
    {
        var tender = SafeAtSea.Scored();
        foreach (var evaluator in new[] { Olu, Orla, Sam }) tender.OnPanel(evaluator, new DeclareInterests(tender.BidOf(Bea), true, "Friends."));
        var refused = tender.County.Ask(Priya, tender.Panel.Stream, new OpenModeration()).Refusal!;

        Assert.Equal("moderation.unscored", refused.Code);
        Assert.Contains($"{tender.LabelOf(Bea)}'s answer to “Feeling safe”", refused.Message, StringComparison.Ordinal);
        tender.OnPanel(Tom, new AppointEvaluator(Len, "Service users"));
        tender.ScoresAll(Len, 4);
        tender.OnPanel(Len, new LockScores());
        Assert.Null(tender.PanelRefusal(Priya, new OpenModeration()));
    }

    [Fact]
    public void Who_has_seen_bids_from_the_chair_does_not_score_them_and_who_was_let_go_does_not_take_it()
    {
        var tender = SafeAtSea.Opened();
        tender.OnPanel(Sam, new DeclareInterests(tender.BidOf(Bea), true, "My daughter works there."));
        tender.OnPanel(Priya, new ReleaseEvaluator(Sam));
        Assert.Equal("panel.let-go", tender.PanelRefusal(Tom, new AppointModerator(Sam)));

        tender.OnPanel(Tom, new AppointModerator(Len));

        Assert.Null(tender.PanelFor(Priya));
        Assert.Equal("panel.has-chaired", tender.PanelRefusal(Tom, new AppointEvaluator(Priya, "Officers")));
        Assert.Null(tender.PanelRefusal(Tom, new AppointModerator(Priya)));
    }

    [Fact]
    public void Who_chaired_before_the_opening_has_seen_nothing_and_may_score()
    {
        var tender = SafeAtSea.WithPanel();
        tender.OnPanel(Tom, new AppointModerator(Len));

        Assert.Null(tender.PanelRefusal(Tom, new AppointEvaluator(Priya, "Officers")));
    }

    [Fact]
    public void Bids_stay_sealed_while_nobody_of_a_group_could_score_them()
    {
        var tender = SafeAtSea.WithPanel();
        tender.County.Do(Tom, tender.Project.Stream, new InviteParticipant(Sam, Role.Provider));
        tender.County.Now = SafeAtSea.Deadline.AddMinutes(1);

        Assert.Equal("opening.group-empty", tender.PanelRefusal(Priya, new ApproveOpening()));
        tender.OnPanel(Tom, new AppointEvaluator(Len, "Service users"));
        Assert.Null(tender.PanelRefusal(Priya, new ApproveOpening()));
    }

    [Fact]
    public void Nobody_joins_once_the_scores_are_open_to_the_panel()
    {
        var tender = SafeAtSea.Scored();
        tender.OnPanel(Priya, new OpenModeration());

        Assert.Equal("panel.moderation-begun", tender.PanelRefusal(Tom, new AppointEvaluator(Amina, "Officers")));
    }

    [Fact]
    public void A_bidder_who_is_appointed_late_is_not_refused_and_has_no_part_in_it()
    {
        var tender = SafeAtSea.WithPanel();
        tender.HandsIn(Cai, "Cliff Top Co-op", "A café.", 70_000);
        tender.Open();

        Assert.Null(tender.PanelRefusal(Tom, new AppointEvaluator(Cai, "Officers")));
        tender.OnPanel(Tom, new AppointEvaluator(Cai, "Officers"));

        Assert.Null(tender.PanelFor(Cai));
        Assert.DoesNotContain(tender.PanelFor(Priya)!.Progress, one => one.Person == Cai);
    }
}

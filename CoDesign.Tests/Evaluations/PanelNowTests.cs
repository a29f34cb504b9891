using CoDesign.App.Evaluations;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Evaluations;

/// <summary>What an open page of the panel says has happened since it was made.</summary>
public sealed class PanelNowTests
{
    [Fact]
    public void The_moderator_alone_is_told_when_the_last_one_has_locked()
    {
        var tender = SafeAtSea.Opened();
        foreach (var evaluator in new[] { Olu, Orla, Sam })
        {
            tender.ScoresAll(evaluator, 4);
        }

        var (priya, olu, sam) = (Now(tender, Priya), Now(tender, Olu), Now(tender, Sam));
        foreach (var evaluator in new[] { Olu, Orla }) tender.OnPanel(evaluator, new LockScores());
        Assert.Equal(priya, Now(tender, Priya));
        tender.OnPanel(Sam, new LockScores());

        Assert.Equal("Everybody has locked their scores.", Now(tender, Priya).Says);
        Assert.NotEqual(priya, Now(tender, Priya));
        Assert.Equal((olu, sam), (Now(tender, Olu), Now(tender, Sam)));
    }

    [Fact]
    public void A_reminder_is_news_for_whoever_still_scores_and_for_nobody_else()
    {
        var tender = SafeAtSea.Opened();
        var before = new[] { Priya, Olu }.Select(reader => Now(tender, reader)).ToArray();

        tender.OnPanel(Priya, new RemindEvaluators(Sam));

        Assert.True(Now(tender, Sam).IsReminded);
        Assert.Equal(before, new[] { Priya, Olu }.Select(reader => Now(tender, reader)));
    }

    [Fact]
    public void An_answer_to_one_is_news_for_them_and_an_answer_to_all_for_all_who_score()
    {
        var tender = SafeAtSea.Opened();
        var asked = new HelpId(tender.OnPanel(Sam, new AskForHelp(null, null, "What is a warden?")).Made!.Value);
        tender.OnPanel(Priya, new AnswerHelp(asked, false, null, "Somebody who looks after a street."));
        Assert.Equal((true, false), (Now(tender, Sam).AnsweredAt is not null, Now(tender, Olu).AnsweredAt is not null));

        tender.OnPanel(Priya, new AnswerHelp(asked, true, "What is a warden?", "Somebody who looks after a street."));

        Assert.Equal((true, true), (Now(tender, Sam).AnsweredAt is not null, Now(tender, Olu).AnsweredAt is not null));
        Assert.Null(Now(tender, Priya).AnsweredAt);
    }

    [Fact]
    public void A_proposal_and_its_return_are_news_for_those_who_decide()
    {
        var tender = SafeAtSea.Scored();
        tender.OnPanel(Priya, new OpenModeration());
        tender.Summarise();
        var before = Now(tender, Tom);
        tender.OnPanel(Priya, new ProposeAward(tender.BidOf(Hannah)));
        var proposed = (Tom: Now(tender, Tom), Priya: Now(tender, Priya));
        tender.OnPanel(Tom, new SendBackAward(null, "Look at the second summary."));

        Assert.NotEqual(before, proposed.Tom);
        Assert.NotEqual(proposed.Priya, Now(tender, Priya));
        Assert.Equal("Something has happened on the way to the award.", Now(tender, Priya).Says);
    }

    private static PanelNow Now(SafeAtSea tender, ParticipantId reader) => PanelNow.Of(tender.PanelFor(reader)!);
}

using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Evaluations;

/// <summary>What readies and helps those who score, and what the moderator knows of it.</summary>
public sealed class PreparationTests
{
    [Fact]
    public void Practice_is_marked_done_for_oneself_and_the_moderator_and_for_nobody_else()
    {
        var tender = SafeAtSea.WithPanel();

        tender.OnPanel(Sam, new FinishPractice());

        Assert.True(tender.PanelFor(Sam)!.Preparation.HavePractised);
        Assert.Equal([Sam], tender.PanelFor(Priya)!.Preparation.People.Where(one => one.HasPractised).Select(one => one.Person));
        Assert.False(tender.PanelFor(Olu)!.Preparation.HavePractised);
        Assert.All(new[] { Olu, Tom }, other => Assert.Empty(tender.PanelFor(other)!.Preparation.People));
        Assert.Empty(tender.PanelState.Scores);
        Assert.Equal("not-found", tender.PanelRefusal(Priya, new FinishPractice()));
        Assert.Equal("not-found", tender.PanelRefusal(Tom, new FinishPractice()));
    }

    [Fact]
    public void A_support_person_is_recorded_with_what_they_help_with_and_that_they_keep_confidence()
    {
        var tender = SafeAtSea.Opened();

        Assert.Equal("support.confidence", tender.PanelRefusal(Sam, new RecordSupport("Joan", "Reads to me.", false)));
        Assert.Equal("name.empty", tender.PanelRefusal(Sam, new RecordSupport(" ", "Reads to me.", true)));
        Assert.Equal("helps.empty", tender.PanelRefusal(Sam, new RecordSupport("Joan", "", true)));
        tender.OnPanel(Sam, new RecordSupport("Joan", "Reads to me.", true));

        var joan = new SupportPerson("Joan", "Reads to me.");
        Assert.Equal(joan, tender.PanelFor(Sam)!.Preparation.Support);
        Assert.Equal(joan, Assert.Single(tender.PanelFor(Priya)!.Preparation.People, one => one.Person == Sam).Support);
        foreach (var other in new[] { Olu, Orla, Tom }) Assert.Null(tender.PanelFor(other)!.Preparation.Support);
        tender.OnPanel(Sam, new EndSupport());
        Assert.Null(tender.PanelFor(Sam)!.Preparation.Support);
    }

    [Fact]
    public void An_interest_found_in_mid_course_takes_what_was_given_at_once_and_for_good_and_the_record_says_so()
    {
        var tender = SafeAtSea.Opened();
        tender.ScoresAll(Sam, 4);

        tender.OnPanel(Sam, new DeclareInterests(tender.BidOf(Bea), true, "I have seen that it is my cousin."));

        Assert.Equal([tender.BidOf(Hannah)], tender.PanelState.Scores.Select(score => score.Bid));
        Assert.Equal([tender.BidOf(Hannah)], tender.PanelFor(Sam)!.MyScores.Select(score => score.Bid));
        Assert.Equal("declaration.conflict-stays", tender.PanelRefusal(Sam, new DeclareInterests(tender.BidOf(Bea), false, null)));
        Assert.Equal("score.conflict", tender.PanelRefusal(Sam, new ScoreAnswer(tender.BidOf(Bea), tender.Question, 4, "Good.")));
        Assert.Equal([new KeptAway(Sam, tender.LabelOf(Bea))], tender.PanelFor(Priya)!.Preparation.KeptAway);
        foreach (var other in new[] { Olu, Orla, Sam, Tom }) Assert.Empty(tender.PanelFor(other)!.Preparation.KeptAway);
        tender.OnPanel(Sam, new LockScores());
    }

    [Fact]
    public void The_moderator_answers_one_in_private()
    {
        var tender = SafeAtSea.Opened();
        tender.OnPanel(Sam, new DeclareInterests(tender.BidOf(Hannah), false, null));
        var help = new HelpId(tender.OnPanel(Sam, new AskForHelp(tender.BidOf(Hannah), tender.Question, "What is a volunteer?")).Made!.Value);
        Assert.Equal("answer.empty", tender.PanelRefusal(Priya, new AnswerHelp(help, false, null, " ")));
        Assert.Equal("panel.not-moderator", tender.PanelRefusal(Olu, new AnswerHelp(help, false, null, "Somebody unpaid.")));

        tender.OnPanel(Priya, new AnswerHelp(help, false, null, "Somebody who isn't paid."));

        var seen = Assert.Single(tender.PanelFor(Sam)!.Preparation.Helps);
        Assert.Equal(("What is a volunteer?", "Somebody who isn't paid.", tender.LabelOf(Hannah), "Feeling safe"), (seen.Words, seen.Answer, seen.Label, seen.Title));
        Assert.Equal(Sam, Assert.Single(tender.PanelFor(Priya)!.Preparation.Helps).By);
        foreach (var other in new[] { Olu, Orla, Tom }) Assert.Empty(tender.PanelFor(other)!.Preparation.Helps);
    }

    [Fact]
    public void The_moderator_answers_all_without_telling_who_asked()
    {
        var tender = SafeAtSea.Opened();
        tender.OnPanel(Sam, new DeclareInterests(tender.BidOf(Hannah), false, null));
        tender.OnPanel(Olu, new DeclareInterests(tender.BidOf(Hannah), false, null));
        var help = new HelpId(tender.OnPanel(Sam, new AskForHelp(tender.BidOf(Hannah), tender.Question, "I care for my dad: what is a volunteer?")).Made!.Value);
        Assert.Equal("shown.empty", tender.PanelRefusal(Priya, new AnswerHelp(help, true, null, "Somebody unpaid.")));

        tender.OnPanel(Priya, new AnswerHelp(help, true, "What is a volunteer?", "Somebody who isn't paid."));

        var seen = Assert.Single(tender.PanelFor(Olu)!.Preparation.Helps);
        Assert.Null(seen.By);
        Assert.Equal("What is a volunteer?", seen.Words);
        Assert.Equal("I care for my dad: what is a volunteer?", Assert.Single(tender.PanelFor(Sam)!.Preparation.Helps).Words);
        // Orla hasn't said yet whether she has an interest in that bid.
        Assert.Empty(tender.PanelFor(Orla)!.Preparation.Helps);
        tender.OnPanel(Priya, new AnswerHelp(help, false, "What is a volunteer?", "Somebody who gives time."));
        Assert.True(Assert.Single(tender.PanelFor(Olu)!.Preparation.Helps).IsToAll);
    }

    [Fact]
    public void Help_is_asked_by_those_who_score_about_what_they_score()
    {
        var tender = SafeAtSea.Opened();
        string? Ask(ParticipantId who) => tender.PanelRefusal(who, new AskForHelp(tender.BidOf(Hannah), null, "Who is this?"));

        foreach (var other in new[] { Sam, Priya, Tom, Hannah, Cllr, Nobody }) Assert.Equal("not-found", Ask(other));
        Assert.Equal("not-found", tender.PanelRefusal(Sam, new AskForHelp(null, default(CoDesign.Domain.Tenders.CriterionId), "What?")));
        Assert.Equal("words.empty", tender.PanelRefusal(Sam, new AskForHelp(null, null, "")));
        Assert.Equal("words.too-long", tender.PanelRefusal(Sam, new AskForHelp(null, null, new string('x', 1_001))));
        for (var times = 0; times < 20; times++) tender.OnPanel(Sam, new AskForHelp(null, null, $"Help {times}"));
        Assert.Equal("help.too-many", tender.PanelRefusal(Sam, new AskForHelp(null, null, "Help")));
    }

    [Fact]
    public void Nobody_is_reminded_twice_in_a_day_or_once_they_have_locked()
    {
        var tender = SafeAtSea.Opened();
        tender.ScoresAll(Olu, 4);
        tender.OnPanel(Olu, new LockScores());
        Assert.Equal("reminder.locked", tender.PanelRefusal(Priya, new RemindEvaluators(Olu)));
        Assert.Equal("panel.not-moderator", tender.PanelRefusal(Orla, new RemindEvaluators(Sam)));
        Assert.Equal("not-found", tender.PanelRefusal(Tom, new RemindEvaluators(Sam)));

        tender.OnPanel(Priya, new RemindEvaluators(Sam));
        Assert.Equal("reminder.too-soon", tender.PanelRefusal(Priya, new RemindEvaluators(Sam)));
        Assert.Equal([new EvaluatorReminded(Orla)], tender.OnPanel(Priya, new RemindEvaluators(null)).Events);
        Assert.Equal("reminder.nobody", tender.PanelRefusal(Priya, new RemindEvaluators(null)));
        Assert.Equal(tender.County.Now, tender.PanelFor(Sam)!.Preparation.RemindedAt);

        tender.County.Now += TimeSpan.FromHours(24);
        Assert.Null(tender.PanelRefusal(Priya, new RemindEvaluators(Sam)));
    }

    [Fact]
    public void The_audit_tells_nobody_who_asked_for_help_who_practised_and_whom_somebody_helps()
    {
        var tender = SafeAtSea.Opened();
        var panel = new AuditedStream(tender.Panel.Stream, "The panel");
        IEvent[] happened =
        [
            new HelpAsked(default, null, null, "What is a volunteer?"), new PracticeFinished(), new SupportRecorded("Joan", "Reads to me."), new SupportEnded(),
            new HelpAnswered(default, false, "", "Somebody who isn't paid."), new EvaluatorReminded(Sam),
        ];

        var steps = Audit.Tell(tender.PanelState, tender.Tender, [(panel, [.. happened.Select((one, index) => new Recorded(panel.Stream, index + 1, one, index < 4 ? Sam : Priya, tender.County.Now))])]);

        Assert.All(steps[..4], step => Assert.Equal((null, "", false), (step.Who, step.Why, step.IsTold)));
        Assert.False(steps[4].IsTold);
        Assert.Equal("reminded Sam", steps[5].InWords(_ => "Sam"));
    }
}

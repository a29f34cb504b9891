using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Evaluations;

/// <summary>Who may ask, answer, remind and note while bids are scored, and who reads of it.</summary>
public sealed class PreparationRulesTests
{
    private readonly SafeAtSea _tender = SafeAtSea.Opened();

    [Fact]
    public void Nobody_with_an_interest_in_a_bid_reads_what_all_are_told_about_it_nor_what_they_asked_before()
    {
        foreach (var (who, conflict) in new[] { (Olu, false), (Orla, false), (Sam, true) }) _tender.OnPanel(who, new DeclareInterests(_tender.BidOf(Hannah), conflict, "I volunteer there."));
        var mine = Asks(Orla, "Whom do people know?");
        var help = Asks(Olu, "What is a volunteer?");
        _tender.OnPanel(Priya, new AnswerHelp(help, true, "What does volunteer mean?", "Somebody unpaid."));

        Assert.Equal(["Whom do people know?", "What does volunteer mean?"], Helps(Orla).Select(seen => seen.Words));
        Assert.Equal(["What is a volunteer?"], Helps(Olu).Select(seen => seen.Words));
        Assert.Empty(Helps(Sam));
        Assert.Equal([mine, help], Helps(Priya).Select(seen => seen.Id));
        _tender.OnPanel(Orla, new DeclareInterests(_tender.BidOf(Hannah), true, "I volunteer there now."));
        Assert.Empty(Helps(Orla));
    }

    [Fact]
    public void An_answer_can_be_put_otherwise_and_what_was_told_to_all_stays_told()
    {
        _tender.OnPanel(Olu, new DeclareInterests(_tender.BidOf(Hannah), false, null));
        var (first, other) = (Asks(Olu, "What is a volunteer?"), Asks(Olu, "What is a hotline?"));
        AnswerHelp Answers(bool all, string? shown, string answer) => new(first, all, shown, answer);
        Assert.Equal("not-found", _tender.PanelRefusal(Priya, new AnswerHelp(new HelpId(Guid.NewGuid()), false, null, "Nobody asked.")));
        Assert.Equal("answer.too-long", _tender.PanelRefusal(Priya, Answers(false, null, new string('x', 4_001))));

        _tender.OnPanel(Priya, Answers(false, null, "Somebody unpaid."));
        Assert.Empty(_tender.OnPanel(Priya, Answers(false, null, "Somebody unpaid.")).Events);
        _tender.OnPanel(Priya, Answers(true, "What does volunteer mean?", "Somebody unpaid."));
        _tender.OnPanel(Priya, Answers(true, "What does it mean?", "Somebody unpaid."));
        Assert.Equal("shown.empty", _tender.PanelRefusal(Priya, Answers(false, "", "Somebody unpaid.")));

        Assert.Equal("What does it mean?", _tender.PanelState.Preparation.Helps.Single(one => one.Id == first).Shown);
        Assert.Equal([other, first], Helps(Priya).Select(seen => seen.Id));
        Assert.Equal((true, _tender.County.Now), (Helps(Priya)[1].IsToAll, Helps(Priya)[1].AnsweredAt));
        Assert.Null(Helps(Priya)[0].AnsweredAt);
    }

    [Fact]
    public void Twenty_questions_may_wait_for_each_and_an_answer_makes_room()
    {
        _tender.OnPanel(Olu, new DeclareInterests(_tender.BidOf(Hannah), false, null));
        _tender.OnPanel(Orla, new DeclareInterests(_tender.BidOf(Hannah), false, null));
        var asked = Enumerable.Range(0, 20).Select(place => Asks(Olu, $"Question {place}?")).ToArray();

        Assert.Equal("help.too-many", _tender.PanelRefusal(Olu, Ask("One more?")));
        Assert.Null(_tender.PanelRefusal(Orla, Ask("A first?")));
        _tender.OnPanel(Priya, new AnswerHelp(asked[0], false, null, "Yes."));
        Assert.Null(_tender.PanelRefusal(Olu, Ask("One more?")));
    }

    [Fact]
    public void Who_bids_or_may_not_sit_any_more_prepares_nothing_and_chairs_nothing()
    {
        _tender.OnPanel(Tom, new AppointEvaluator(Hannah, "Officers"));
        _tender.County.Do(Tom, _tender.Project.Stream, new InviteParticipant(Orla, Role.Facilitator));

        foreach (var act in new IPanelCommand[] { new FinishPractice(), new RemindEvaluators(null) })
        {
            Assert.Equal("panel.bidder-scores", _tender.PanelRefusal(Hannah, act));
            foreach (var outside in new[] { Bea, Orla, Nobody }) Assert.Equal("not-found", _tender.PanelRefusal(outside, act));
        }
    }

    [Fact]
    public void Doing_it_again_changes_nothing_and_after_the_award_all_of_it_is_over()
    {
        _tender.OnPanel(Sam, new FinishPractice());
        Assert.Empty(_tender.OnPanel(Sam, new FinishPractice()).Events);
        Assert.Empty(_tender.OnPanel(Sam, new EndSupport()).Events);
        _tender.OnPanel(Sam, new RecordSupport("Joan", "Reads to me.", true));
        Assert.Empty(_tender.OnPanel(Sam, new RecordSupport("Joan", "Reads to me.", true)).Events);
        foreach (var scorer in new[] { Olu, Orla, Sam })
        {
            foreach (var bidder in new[] { Hannah, Bea }) _tender.Scores(scorer, _tender.BidOf(bidder), bidder == Hannah ? 5 : 1);
        }

        _tender.OnPanel(Sam, new DeclareInterests(_tender.BidOf(Bea), true, "I know them."));
        foreach (var scorer in new[] { Olu, Orla, Sam }) _tender.OnPanel(scorer, new LockScores());
        _tender.OnPanel(Priya, new OpenModeration());
        Assert.Equal("assign.moderation-begun", _tender.PanelRefusal(Priya, new AssignScoring(Sam, [], [])));
        Assert.Equal("reminder.moderation-begun", _tender.PanelRefusal(Priya, new RemindEvaluators(null)));
        Assert.Empty(_tender.PanelFor(Tom)!.Preparation.KeptAway);
        _tender.Awards(_tender.BidOf(Hannah));

        Assert.Equal("panel.awarded", _tender.PanelRefusal(Sam, new FinishPractice()));
        Assert.Equal("panel.awarded", _tender.PanelRefusal(Priya, new RemindEvaluators(null)));
        foreach (var reader in new[] { Tom, Cllr }) Assert.Equal([new KeptAway(Sam, _tender.LabelOf(Bea))], _tender.PanelFor(reader)!.Preparation.KeptAway);
    }

    [Fact]
    public void Only_who_scores_is_reminded_while_the_bids_are_scored_and_the_moderator_sees_when()
    {
        Assert.Equal("panel.not-open", SafeAtSea.WithPanel().PanelRefusal(Priya, new RemindEvaluators(null)));
        Assert.Equal("person.empty", _tender.PanelRefusal(Priya, new RemindEvaluators(Amina)));
        _tender.OnPanel(Priya, new RemindEvaluators(Sam));

        Assert.Equal([null, null, _tender.County.Now], _tender.PanelFor(Priya)!.Preparation.People.Select(one => one.RemindedAt));
        Assert.Equal(_tender.County.Now, _tender.PanelFor(Sam)!.Preparation.RemindedAt);
    }

    [Fact]
    public void Which_bids_were_given_to_whom_is_told_to_the_moderator_and_no_share_to_the_panel()
    {
        _tender.OnPanel(Priya, new AssignScoring(Orla, [], [_tender.BidOf(Hannah)]));
        Assert.Empty(_tender.OnPanel(Priya, new AssignScoring(Orla, [], [_tender.BidOf(Hannah)])).Events);

        Assert.Equal([_tender.BidOf(Hannah)], _tender.PanelFor(Priya)!.Preparation.Shares.Single(share => share.Person == Orla).Bids);
        Assert.Empty(_tender.PanelFor(Tom)!.Preparation.Shares.Single(share => share.Person == Orla).Bids);
        foreach (var reader in new[] { Olu, Orla }) Assert.Empty(_tender.PanelFor(reader)!.Preparation.Shares);
    }

    [Fact]
    public void Who_is_let_go_before_the_opening_and_comes_back_scores_all_again()
    {
        var tender = SafeAtSea.Ready();
        var more = new CriterionId(tender.By(Tom, new AddQuestion(tender.Quality, "Being heard", 40, "How?", 50, null, [], [tender.Clause])).Made!.Value);
        tender.Publish();
        tender.OnPanel(Tom, new AppointEvaluator(Orla, "Officers"));
        tender.OnPanel(Tom, new AssignScoring(Orla, [more], []));
        tender.OnPanel(Tom, new ReleaseEvaluator(Orla));
        Assert.Empty(tender.PanelState.Preparation.Assignments);
        tender.OnPanel(Tom, new AppointEvaluator(Orla, "Officers"));

        Assert.Empty(tender.PanelFor(Tom)!.Preparation.Shares.Single().Questions);
    }

    [Fact]
    public void Who_has_left_the_room_notes_nothing_and_nobody_removes_a_note_that_is_not_there()
    {
        _tender.OnPanel(Sam, new DeclareInterests(_tender.BidOf(Hannah), false, null));
        var book = NotebookId.Of(_tender.Panel, Sam).Stream;
        var keep = new KeepNote(_tender.BidOf(Hannah), _tender.Question, null, "Ask how many.");
        string? Refusal(INotebookCommand act) => _tender.County.Ask(Sam, book, act).Refusal?.Code;
        Assert.Equal("not-found", Refusal(new RemoveNote(new NoteOnAnswerId(Guid.NewGuid()))));
        Assert.Equal("words.too-long", Refusal(keep with { Words = new string('x', 2_001) }));
        Assert.Null(Refusal(keep));
        Assert.Empty(_tender.County.Do(ParticipantId.System, book, new OpenNotebook(_tender.Panel, Sam)).Events);

        _tender.County.Do(Tom, _tender.Project.Stream, new InviteParticipant(Sam, Role.Facilitator));

        Assert.Equal("not-found", Refusal(keep with { Words = "Ask who." }));
    }

    private AskForHelp Ask(string words) => new(_tender.BidOf(Hannah), _tender.Question, words);

    private HelpId Asks(ParticipantId who, string words) => new(_tender.OnPanel(who, Ask(words)).Made!.Value);

    private System.Collections.Immutable.ImmutableArray<SeenHelp> Helps(ParticipantId reader) => _tender.PanelFor(reader)!.Preparation.Helps;
}

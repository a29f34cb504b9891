using CoDesign.Domain.Bids;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Evaluations;

/// <summary>What keeps the result back until the panel has agreed, and what doesn't: two questions, of which officers alone score the second.</summary>
public sealed class UnsettledTests
{
    private static readonly ParticipantId[] Scorers = [Olu, Orla, Sam];
    private readonly SafeAtSea _tender = SafeAtSea.Ready(passMark: 3);
    private readonly CriterionId _more;

    public UnsettledTests()
    {
        _more = new CriterionId(_tender.By(Tom, new AddQuestion(_tender.Quality, "Being heard", 40, "How will people be heard?", 50, null, [], [_tender.Clause])).Made!.Value);
        _tender.By(Tom, new SetQuestionPanel(_more, [new("Officers", 100)]));
        _tender.By(Tom, new ChooseSettlement(ScoreSettlement.PanelConsensus));
        _tender.Publish();
        _tender.OnPanel(Tom, new AppointModerator(Priya));
        foreach (var (who, group) in new[] { (Olu, "Officers"), (Orla, "Officers"), (Sam, "Service users") }) _tender.OnPanel(Tom, new AppointEvaluator(who, group));
        foreach (var (who, organisation) in new[] { (Hannah, "Harbour Lights"), (Bea, "Big Care") })
        {
            var bid = _tender.Drafts(who, organisation, "We know everybody.", 80_000);
            _tender.County.Write(who, bid.Answer(_more), "We ask them.");
            _tender.County.Do(who, bid.Stream, new SubmitBid());
        }

        _tender.Open();
    }

    [Fact]
    public void A_bid_that_a_settled_answer_excludes_needs_no_other_to_be_settled()
    {
        InRoom();
        Settles(Hannah, _tender.Question, 4);
        Settles(Hannah, _more, 4);
        Assert.Null(_tender.PanelFor(Priya)!.Result);

        Settles(Bea, _tender.Question, 1);

        Assert.Equal([(int?)1, null], _tender.PanelFor(Priya)!.Result!.Rows.Select(row => row.Rank));
    }

    [Fact]
    public void An_answer_that_passes_leaves_the_others_to_be_settled()
    {
        InRoom();
        foreach (var bidder in new[] { Hannah, Bea }) Settles(bidder, _tender.Question, 3);
        Settles(Hannah, _more, 4);

        Assert.Null(_tender.PanelFor(Priya)!.Result);
        Settles(Bea, _more, 0);
        Assert.Equal([1, 2], _tender.PanelFor(Priya)!.Result!.Rows.Select(row => row.Rank!.Value));
    }

    [Fact]
    public void A_failing_answer_that_is_not_settled_yet_excludes_nobody()
    {
        InRoom();
        foreach (var question in new[] { _tender.Question, _more }) Settles(Hannah, question, 4);
        Shows(Bea, _tender.Question);
        _tender.OnPanel(Priya, Agreeing(Bea, _tender.Question, 1));

        Assert.Null(_tender.PanelFor(Priya)!.Result);
    }

    [Fact]
    public void Whose_group_does_not_score_the_question_has_no_say_in_it()
    {
        _tender.OnPanel(Sam, new DeclareInterests(_tender.BidOf(Hannah), false, null));
        Assert.Equal("not-found", _tender.PanelRefusal(Sam, new AskForHelp(_tender.BidOf(Hannah), _more, "What is that?")));
        Assert.Equal("assign.question", _tender.PanelRefusal(Priya, new AssignScoring(Sam, [_more], [])));
        InRoom();
        Shows(Hannah, _more);
        _tender.OnPanel(Priya, Agreeing(Hannah, _more, 4));

        Assert.Equal("not-found", _tender.PanelRefusal(Sam, new ConfirmOutcome(_tender.BidOf(Hannah), _more, 1)));
        Assert.Equal(["Officers"], _tender.RoomFor(Sam).Now!.Groups.Select(group => group.Group));
        Assert.Empty(_tender.PanelFor(Priya)!.Gaps);
    }

    [Fact]
    public void Where_the_work_is_shared_out_there_is_no_gap_while_somebody_of_each_group_has_each_answer()
    {
        _tender.OnPanel(Priya, new AssignScoring(Sam, [_tender.Question], []));
        _tender.OnPanel(Priya, new AssignScoring(Orla, [_more], []));

        Assert.Empty(_tender.PanelFor(Priya)!.Gaps);
    }

    [Fact]
    public void In_the_room_everybody_reads_what_the_panel_talks_about_and_before_it_only_what_is_theirs()
    {
        string[] ReadBySam() => [.. _tender.PanelFor(Sam)!.Bids!.Find(bid => bid.Bid == _tender.BidOf(Hannah))!.Answers.Select(answer => answer.Text)];
        _tender.OnPanel(Sam, new DeclareInterests(_tender.BidOf(Hannah), false, null));
        Assert.Equal(["We know everybody."], ReadBySam());

        InRoom();

        Assert.Equal(["We know everybody.", "We ask them."], ReadBySam());
    }

    [Fact]
    public void Each_answer_has_a_summary_of_its_own()
    {
        InRoom();
        foreach (var bidder in new[] { Hannah, Bea })
        {
            foreach (var question in new[] { _tender.Question, _more }) Settles(bidder, question, 4);
        }

        _tender.OnPanel(Priya, new WriteSummary(_tender.BidOf(Hannah), [new SummaryWords(_tender.Question, "They know us."), new SummaryWords(_more, "They listen.")]));
        var again = _tender.OnPanel(Priya, new WriteSummary(_tender.BidOf(Hannah), [new SummaryWords(_tender.Question, "They know us."), new SummaryWords(_more, "They do listen.")]));

        Assert.Equal([_more], Assert.IsType<SummaryWritten>(again.Events.Single()).Parts.Select(part => part.Question));
        Assert.Empty(_tender.OnPanel(Priya, new WriteSummary(_tender.BidOf(Hannah), [new SummaryWords(_more, "They do listen.")])).Events);
        Assert.Equal(["They know us.", "They do listen."], _tender.PanelFor(Priya)!.Decision.Drafts.Single(draft => draft.Bid == _tender.BidOf(Hannah)).Parts.Select(part => part.Words));
        _tender.OnPanel(Priya, new WriteSummary(_tender.BidOf(Hannah), [new SummaryWords(_tender.Question, "They know everybody."), new SummaryWords(_more, "They ask.")]));
        Assert.Equal(["They know everybody.", "They ask."], _tender.PanelState.Summaries.Select(part => part.Words));
        var refused = _tender.County.Ask(Priya, _tender.Panel.Stream, new WriteSummary(_tender.BidOf(Bea), [new SummaryWords(_tender.Question, "Good."), new SummaryWords(_more, " ")])).Refusal!;
        Assert.Equal(("words.empty", "parts[1].words"), (refused.Code, refused.Field));
        _tender.OnPanel(Priya, new WriteSummary(_tender.BidOf(Bea), [new SummaryWords(_tender.Question, "Good.")]));
        Assert.Equal("award.summary-missing", _tender.PanelRefusal(Priya, new ProposeAward(_tender.BidOf(Hannah), Decision: "Lots were drawn.")));
    }

    [Fact]
    public void A_bid_that_is_excluded_holds_up_no_award_by_what_nobody_may_score_any_more()
    {
        InRoom();
        foreach (var question in new[] { _tender.Question, _more }) Settles(Hannah, question, 4);
        foreach (var officer in new[] { Olu, Orla }) _tender.OnPanel(officer, new DeclareInterests(_tender.BidOf(Bea), true, "I know them."));
        Shows(Bea, _tender.Question);
        _tender.OnPanel(Priya, Agreeing(Bea, _tender.Question, 1));
        _tender.OnPanel(Sam, new ConfirmOutcome(_tender.BidOf(Bea), _tender.Question, _tender.RoomFor(Sam).Now!.Round));

        _tender.Awards(_tender.BidOf(Hannah));

        Assert.True(_tender.PanelState.IsDone);
    }

    [Fact]
    public void What_nobody_may_confirm_is_never_final()
    {
        InRoom();
        Settles(Hannah, _more, 4);
        Assert.Equal(AnswerStage.Final, _tender.RoomFor(Priya).Now!.Stage);

        foreach (var officer in new[] { Olu, Orla }) _tender.County.Do(Tom, _tender.Project.Stream, new InviteParticipant(officer, Role.Facilitator));

        Assert.Equal(AnswerStage.Agreed, _tender.RoomFor(Priya).Now!.Stage);
    }

    [Fact]
    public void A_bid_that_everybody_has_stepped_back_from_holds_up_no_result_but_the_award()
    {
        InRoom();
        foreach (var scorer in Scorers) _tender.OnPanel(scorer, new DeclareInterests(_tender.BidOf(Bea), true, "I know them."));
        Assert.Empty(_tender.PanelFor(Priya)!.Gaps);
        foreach (var question in new[] { _tender.Question, _more }) Settles(Hannah, question, 4);

        Assert.Equal(2, _tender.PanelFor(Priya)!.Result!.Rows.Length);
        _tender.Summarise();
        Assert.Equal("award.unscored", _tender.PanelRefusal(Priya, new ProposeAward(_tender.BidOf(Hannah))));
        Assert.Equal("not-found", _tender.PanelRefusal(Priya, new WriteSummary(_tender.BidOf(Bea), [new SummaryWords(_tender.Question, "Nobody could say.")])));
    }

    private void InRoom()
    {
        foreach (var scorer in Scorers)
        {
            foreach (var bidder in new[] { Hannah, Bea })
            {
                _tender.Scores(scorer, _tender.BidOf(bidder), 3);
                if (scorer != Sam) _tender.OnPanel(scorer, new ScoreAnswer(_tender.BidOf(bidder), _more, 3, "It says how."));
            }

            _tender.OnPanel(scorer, new LockScores());
        }

        _tender.OnPanel(Priya, new OpenModeration());
    }

    private void Shows(ParticipantId bidder, CriterionId question)
    {
        _tender.OnPanel(Priya, new MoveModeration(_tender.BidOf(bidder), question));
        _tender.OnPanel(Priya, new RevealScores(_tender.BidOf(bidder), question));
    }

    private RecordConsensus Agreeing(ParticipantId bidder, CriterionId question, int points) => new(_tender.BidOf(bidder), question, null, points, "We agree.");

    private void Settles(ParticipantId bidder, CriterionId question, int points)
    {
        Shows(bidder, question);
        _tender.OnPanel(Priya, Agreeing(bidder, question, points));
        foreach (var scorer in Scorers.Where(scorer => scorer != Sam || question != _more)) _tender.OnPanel(scorer, new ConfirmOutcome(_tender.BidOf(bidder), question, 1));
    }
}

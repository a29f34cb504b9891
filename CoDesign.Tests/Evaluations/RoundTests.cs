using CoDesign.Domain.Bids;
using CoDesign.Domain.Contracts;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using CoDesign.Domain.Thread;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Evaluations;

public sealed class RoundTests
{
    private static readonly ParticipantId[] Scorers = [Olu, Orla, Sam];
    private readonly SafeAtSea _tender = SafeAtSea.Ready();
    private readonly CriterionId _interview;

    public RoundTests()
    {
        _interview = new CriterionId(_tender.By(Tom, new AddQuestion(
            _tender.Quality, "Talking with us", 40, "Do you listen?", 100, null, [], [_tender.Clause], Round: ScoringRound.Interview)).Made!.Value);
        _tender.Publish();
        _tender.OnPanel(Tom, new AppointModerator(Priya));
        foreach (var (who, group) in new[] { (Olu, "Officers"), (Orla, "Officers"), (Sam, "Service users") }) _tender.OnPanel(Tom, new AppointEvaluator(who, group));
        _tender.HandsIn(Hannah, "Harbour Lights", "Volunteers whom people know.", 80_000);
        _tender.HandsIn(Bea, "Big Care", "A hotline.", 60_000);
        _tender.Open();
    }

    [Fact]
    public void Only_what_is_written_is_asked_in_the_bid_and_bidders_are_told()
    {
        var bid = _tender.County.Get<Bid>(_tender.BidOf(Hannah).Stream);

        Assert.Equal([_tender.Question], bid.Questions);
        Assert.Equal([_tender.Question], bid.Submission!.Answers.Select(answer => answer.Question));
        Assert.Contains("The panel asks this at an interview. There is nothing to write for it.", _tender.Tender.Publication!.Markdown, StringComparison.Ordinal);
        var written = _tender.Tender.Criteria.Find(one => one.Id == _tender.Question)!;
        Assert.Equal(BiddingEffort.ReadingHours + BiddingEffort.HoursOf(written), BiddingEffort.Of(_tender.Tender.Criteria, 1, 0).HoursEach);
    }

    [Fact]
    public void A_tender_needs_something_that_is_written_and_a_round_that_there_is()
    {
        var tender = SafeAtSea.Ready();
        ChangeQuestion Becomes(ScoringRound round) => new(tender.Question, "Feeling safe", "How?", 50, null, [], [tender.Clause], Round: round);

        Assert.Equal("round.unknown", tender.Refusal(Tom, Becomes((ScoringRound)9)));
        tender.By(Tom, Becomes(ScoringRound.Visit));
        tender.By(Tom, new ChangeQuestion(tender.Question, "Feeling safe", "How?", 60, null, [], [tender.Clause]));
        Assert.Equal(ScoringRound.Visit, tender.Tender.Questions.Single().Round);
        Assert.Equal("questions.none", tender.Refusal(Tom, new PublishTender()));
    }

    [Fact]
    public void A_round_opens_once_everybody_has_locked_the_one_before()
    {
        Assert.Equal("not-found", _tender.PanelRefusal(Sam, new ScoreAnswer(_tender.BidOf(Hannah), _interview, 3, "Good.")));
        Assert.Equal("moderation.not-all-locked", _tender.PanelRefusal(Priya, new OpenRound(ScoringRound.Interview)));
        Lock(_tender.Question);
        Assert.Equal("moderation.round-left", _tender.PanelRefusal(Priya, new OpenModeration()));
        Assert.Equal("panel.not-moderator", _tender.PanelRefusal(Sam, new OpenRound(ScoringRound.Interview)));
        Assert.Equal("not-found", _tender.PanelRefusal(Tom, new OpenRound(ScoringRound.Interview)));
        Assert.Equal("round.unknown", _tender.PanelRefusal(Priya, new OpenRound(ScoringRound.Visit)));
        Assert.Equal("round.not-open", _tender.PanelRefusal(Priya, Held(Hannah)));

        _tender.OnPanel(Priya, new OpenRound(ScoringRound.Interview));

        Assert.False(_tender.PanelFor(Sam)!.HaveLocked);
        Assert.Equal([_interview], _tender.PanelFor(Sam)!.Preparation.Tasks.Select(task => task.Question).Distinct());
        Assert.Equal("score.locked", _tender.PanelRefusal(Sam, new ScoreAnswer(_tender.BidOf(Hannah), _tender.Question, 1, "Worse.")));
        Assert.Equal("panel.locked-stays", _tender.PanelRefusal(Priya, new ReleaseEvaluator(Sam)));
    }

    [Fact]
    public void What_was_heard_is_scored_like_an_answer_once_it_is_recorded_and_then_stays()
    {
        InInterviews();
        var bid = _tender.BidOf(Hannah);
        Assert.Equal("score.not-held", _tender.PanelRefusal(Sam, new ScoreAnswer(bid, _interview, 3, "Good.")));
        Assert.Equal("at.empty", _tender.PanelRefusal(Priya, new RecordRound(bid, null, "All of us.")));
        Assert.Equal("at.ahead", _tender.PanelRefusal(Priya, new RecordRound(bid, _tender.County.Now.AddHours(1), "All of us.")));
        Assert.Equal("present.empty", _tender.PanelRefusal(Priya, new RecordRound(bid, _tender.County.Now, " ")));
        Assert.Equal("panel.not-moderator", _tender.PanelRefusal(Olu, Held(Hannah)));
        Assert.Equal("not-found", _tender.PanelRefusal(Priya, new NoteEvidence(bid, _tender.Question, "They listened.")));

        _tender.OnPanel(Priya, Held(Hannah));
        _tender.OnPanel(Priya, new NoteEvidence(bid, _interview, "They listened."));

        Assert.Equal("They listened.", _tender.PanelFor(Sam)!.Bids!.Find(one => one.Bid == bid)!.Answers.Single(answer => answer.Question == _interview).Text);
        Assert.Equal("Hannah, and all of us.", _tender.PanelFor(Sam)!.Rounds!.Records.Single().Present);
        _tender.OnPanel(Priya, Held(Bea));
        Lock(_interview, Sam);
        Assert.Equal("round.evidence-stays", _tender.PanelRefusal(Priya, new NoteEvidence(bid, _interview, "They talked.")));
    }

    [Fact]
    public void Who_has_locked_without_a_bid_holds_up_nothing_of_it()
    {
        var (hers, theirs) = (_tender.BidOf(Hannah), _tender.BidOf(Bea));
        _tender.OnPanel(Sam, new DeclareInterests(theirs, true, "My daughter works there."));
        InInterviews();
        _tender.OnPanel(Priya, Held(Hannah));
        Lock(_interview, Sam);

        Assert.Equal([theirs], _tender.PanelFor(Priya)!.Rounds!.Open);
        Assert.Equal("round.evidence-stays", _tender.PanelRefusal(Priya, Held(Hannah) with { Present = "Nobody." }));
        _tender.OnPanel(Priya, Held(Bea));
        _tender.OnPanel(Priya, new NoteEvidence(theirs, _interview, "They listened."));
        Lock(_interview, Olu, Orla);
        _tender.OnPanel(Priya, new OpenModeration());

        Assert.All(_tender.PanelFor(Priya)!.Result!.Rows, row => Assert.False(row.IsUnscored));
        Assert.Equal(hers, _tender.PanelFor(Sam)!.Result!.Rows.Single().Bid);
    }

    [Fact]
    public void Who_comes_in_somebodys_place_scores_what_was_written_too()
    {
        InInterviews();
        foreach (var bidder in new[] { Hannah, Bea }) _tender.OnPanel(Priya, Held(bidder));
        _tender.OnPanel(Sam, new DeclareInterests(_tender.BidOf(Bea), true, "My daughter works there."));
        _tender.OnPanel(Tom, new AppointEvaluator(Len, "Service users"));
        foreach (var bidder in new[] { Hannah, Bea }) _tender.OnPanel(Len, new DeclareInterests(_tender.BidOf(bidder), false, null));

        Assert.Equal([_interview], _tender.PanelFor(Sam)!.Preparation.Tasks.Select(task => task.Question));
        Assert.Equal(4, _tender.PanelFor(Len)!.Preparation.Tasks.Length);
        _tender.ScoresAll(Len, 5);
        Assert.Equal("lock.unscored", _tender.PanelRefusal(Len, new LockScores()));
        Lock(_interview);
        Lock(_interview, Len);
        _tender.OnPanel(Priya, new OpenModeration());

        var written = _tender.PanelFor(Priya)!.Result!.Rows.Single(row => row.Bid == _tender.BidOf(Bea)).Questions.Single(part => part.Question.Id == _tender.Question);
        Assert.Equal([3, 3, 5], written.Groups.SelectMany(group => group.Scores).Select(score => score.Points).Order());
    }

    [Fact]
    public void Sharing_the_work_out_anew_takes_no_score_of_an_earlier_round_out_of_the_result()
    {
        InInterviews();

        Assert.Equal("assign.kept", _tender.PanelRefusal(Priya, new AssignScoring(Sam, [_interview], [])));
        Assert.Equal("assign.kept", _tender.PanelRefusal(Priya, new AssignScoring(Sam, [], [_tender.BidOf(Hannah)])));
        Assert.Null(_tender.PanelRefusal(Priya, new AssignScoring(Sam, [_interview, _tender.Question], [])));
    }

    [Fact]
    public void Each_scores_alone_in_later_rounds_too()
    {
        InInterviews();
        foreach (var bidder in new[] { Hannah, Bea }) _tender.OnPanel(Priya, Held(bidder));
        var before = _tender.Seen(Sam);

        Lock(_interview, Olu, Orla);

        Assert.Equal(before, _tender.Seen(Sam));
        Assert.DoesNotContain("Olu says", _tender.Seen(Priya), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_has_an_interest_reads_nothing_of_that_bids_interview()
    {
        _tender.OnPanel(Sam, new DeclareInterests(_tender.BidOf(Bea), true, "My daughter works there."));
        InInterviews();
        var before = _tender.Seen(Sam);

        _tender.OnPanel(Priya, Held(Bea));
        _tender.OnPanel(Priya, new NoteEvidence(_tender.BidOf(Bea), _interview, "They read from a card."));

        Assert.Equal(before, _tender.Seen(Sam));
        Assert.Contains("They read from a card.", _tender.Seen(Olu), StringComparison.Ordinal);
    }

    [Fact]
    public void The_room_opens_after_the_last_round_and_all_of_it_counts()
    {
        InInterviews();
        foreach (var bidder in new[] { Hannah, Bea }) _tender.OnPanel(Priya, Held(bidder));
        Assert.Equal("moderation.not-all-locked", _tender.PanelRefusal(Priya, new OpenModeration()));
        Lock(_interview);

        _tender.OnPanel(Priya, new OpenModeration());

        // 60% for what is written and 40% for the interview, each 3 of 5, of 60 for quality.
        Assert.All(_tender.PanelFor(Priya)!.Result!.Rows, row => Assert.Equal((36, 2), (row.Quality, row.Questions.Count(part => !part.IsUnscored))));
        Assert.Equal("round.moderation-begun", _tender.PanelRefusal(Priya, Held(Hannah)));
    }

    [Fact]
    public void What_the_winner_promised_at_an_interview_goes_into_the_contract_with_its_way_back()
    {
        InInterviews();
        var bid = _tender.BidOf(Bea);
        foreach (var bidder in new[] { Hannah, Bea }) _tender.OnPanel(Priya, Held(bidder));
        _tender.OnPanel(Priya, new NoteEvidence(bid, _interview, "They will send the same driver each week."));
        Lock(_interview);
        _tender.OnPanel(Priya, new OpenModeration());
        _tender.Awards(bid);

        Assert.Equal("quote.not-in-answer", _tender.PanelRefusal(Tom, new PickCommitment(bid, _interview, "another driver each week")));
        Assert.Equal("quote.not-in-answer", _tender.PanelRefusal(Tom, new PickCommitment(bid, _tender.Question, "the same driver each week")));
        Assert.Equal("not-found", _tender.PanelRefusal(Tom, new PickCommitment(_tender.BidOf(Hannah), _interview, "the same driver each week")));
        _tender.OnPanel(Tom, new PickCommitment(bid, _interview, "the same driver each week"));
        _tender.County.Now = _tender.County.Now.AddDays(30);
        _tender.OnPanel(Tom, new SignContract(null, new DateOnly(2027, 4, 1), new DateOnly(2029, 3, 31), "Tom Ashdown", "Ann Vale"));

        var contract = _tender.County.Get<Contract>(ContractId.Of(_tender.Panel, _tender.Id.WholeLot).Stream);
        var project = _tender.County.Get<Project>(_tender.Project.Stream);
        var promise = Assert.Single(contract.Terms!.Commitments);
        Assert.Equal(("the same driver each week", _interview, ScoringRound.Interview), (promise.Words, promise.Question, promise.Round));
        var thread = ThreadView.For(ProjectView.For(project, Tom)!, _tender.County.TenderFor(Tom, _tender.Id), _tender.PanelFor(Tom), ContractView.For(contract, project, _tender.PanelState, Tom)!);
        Assert.Contains(new ThreadRef(ThreadKind.Clause, _tender.Clause.Value), thread.Through(new ThreadRef(ThreadKind.Commitment, promise.Id.Value)));
    }

    private void InInterviews()
    {
        Lock(_tender.Question);
        _tender.OnPanel(Priya, new OpenRound(ScoringRound.Interview));
    }

    private RecordRound Held(ParticipantId bidder) => new(_tender.BidOf(bidder), _tender.County.Now, "Hannah, and all of us.");

    /// <summary>Some of the panel, all where nobody is named, give every bid 3 for a question and lock.</summary>
    private void Lock(CriterionId question, params ParticipantId[] who)
    {
        foreach (var scorer in who.Length > 0 ? who : Scorers)
        {
            foreach (var bid in _tender.PanelState.Bids!.Where(bid => !_tender.PanelState.IsConflicted(scorer, bid.Bid)))
            {
                _tender.OnPanel(scorer, new DeclareInterests(bid.Bid, false, null));
                _tender.OnPanel(scorer, new ScoreAnswer(bid.Bid, question, 3, scorer == Olu ? "Olu says good." : "Good."));
            }

            _tender.OnPanel(scorer, new LockScores());
        }
    }
}

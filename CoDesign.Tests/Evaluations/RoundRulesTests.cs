using CoDesign.Domain.Bids;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Evaluations;

/// <summary>Who opens and records rounds, of what, and who is told of them: one interview after what is written.</summary>
public sealed class RoundRulesTests
{
    private readonly SafeAtSea _tender = SafeAtSea.Ready();
    private readonly CriterionId _interview;

    public RoundRulesTests()
    {
        _interview = new CriterionId(_tender.By(Tom, new AddQuestion(
            _tender.Quality, "Talking with us", 40, "Do you listen?", 100, null, [], [_tender.Clause], Round: ScoringRound.Interview)).Made!.Value);
        _tender.Publish();
        _tender.OnPanel(Tom, new AppointModerator(Priya));
        foreach (var (who, group) in new[] { (Olu, "Officers"), (Orla, "Officers"), (Sam, "Service users") }) _tender.OnPanel(Tom, new AppointEvaluator(who, group));
        _tender.HandsIn(Hannah, "Harbour Lights", "Volunteers whom people know.", 80_000);
        _tender.HandsIn(Bea, "Big Care", "A hotline.", 60_000);
    }

    private RecordRound Held => new(_tender.BidOf(Hannah), _tender.County.Now, "Hannah, and all of us.");

    private RoundsView? Seen(ParticipantId reader) => _tender.PanelFor(reader)!.Rounds;

    [Fact]
    public void Who_bids_and_who_may_not_sit_any_more_opens_no_round()
    {
        Assert.Equal("panel.not-open", _tender.PanelRefusal(Priya, new OpenRound(ScoringRound.Interview)));
        Assert.Null(Seen(Priya));
        _tender.Open();
        _tender.OnPanel(Tom, new AppointEvaluator(Hannah, "Officers"));

        Assert.Equal("panel.bidder-scores", _tender.PanelRefusal(Hannah, new OpenRound(ScoringRound.Interview)));
        Assert.Equal("not-found", _tender.PanelRefusal(Bea, new OpenRound(ScoringRound.Interview)));
        _tender.County.Do(Tom, _tender.Project.Stream, new InviteParticipant(Priya, Role.Facilitator));
        Assert.Equal("not-found", _tender.PanelRefusal(Priya, new OpenRound(ScoringRound.Interview)));
    }

    [Fact]
    public void A_round_waits_for_every_scorer_and_for_there_to_be_one_and_opens_once()
    {
        _tender.Open();
        Scores(_tender.Question, Olu);
        Assert.Equal("moderation.not-all-locked", _tender.PanelRefusal(Priya, new OpenRound(ScoringRound.Interview)));
        foreach (var evaluator in new[] { Orla, Sam }) _tender.OnPanel(Priya, new ReleaseEvaluator(evaluator));
        _tender.OnPanel(Priya, new OpenRound(ScoringRound.Interview));
        Assert.Empty(_tender.OnPanel(Priya, new OpenRound(ScoringRound.Interview)).Events);

        var empty = SafeAtSea.Ready();
        empty.By(Tom, new AddQuestion(empty.Quality, "Talking with us", 40, "Do you listen?", 100, null, [], [empty.Clause], Round: ScoringRound.Interview));
        empty.Publish();
        empty.OnPanel(Tom, new AppointModerator(Priya));
        foreach (var (who, group) in new[] { (Olu, "Officers"), (Sam, "Service users") }) empty.OnPanel(Tom, new AppointEvaluator(who, group));
        empty.Open();
        foreach (var evaluator in new[] { Olu, Sam }) empty.OnPanel(Priya, new ReleaseEvaluator(evaluator));
        Assert.Equal("moderation.not-all-locked", empty.PanelRefusal(Priya, new OpenRound(ScoringRound.Interview)));
    }

    [Fact]
    public void What_is_recorded_is_of_a_bid_that_there_is_in_words_and_once()
    {
        InInterviews();
        var bid = _tender.BidOf(Hannah);

        Assert.Equal("not-found", _tender.PanelRefusal(Priya, Held with { Bid = default }));
        Assert.Equal("not-found", _tender.PanelRefusal(Priya, new NoteEvidence(default, _interview, "They listened.")));
        Assert.Equal("text.empty", _tender.PanelRefusal(Priya, new NoteEvidence(bid, _interview, " ")));
        Assert.Equal("text.too-long", _tender.PanelRefusal(Priya, new NoteEvidence(bid, _interview, new string('x', 8_001))));
        Assert.Equal("present.too-long", _tender.PanelRefusal(Priya, Held with { Present = new string('x', 1_001) }));
        _tender.OnPanel(Priya, Held);
        _tender.OnPanel(Priya, new NoteEvidence(bid, _interview, "They listened."));
        Assert.Empty(_tender.OnPanel(Priya, Held).Events);
        Assert.Empty(_tender.OnPanel(Priya, new NoteEvidence(bid, _interview, "They listened.")).Events);
    }

    [Fact]
    public void What_is_recorded_again_takes_the_place_of_the_same_and_of_nothing_else()
    {
        var (one, other) = (new BidId(Guid.NewGuid()), new BidId(Guid.NewGuid()));
        var (first, second) = (new CriterionId(Guid.NewGuid()), new CriterionId(Guid.NewGuid()));
        IEvent[] history =
        [
            new RoundRecorded(one, ScoringRound.Interview, default, "All of us"), new RoundRecorded(one, ScoringRound.Visit, default, "Two of us"),
            new RoundRecorded(other, ScoringRound.Interview, default, "Three of us"), new RoundRecorded(one, ScoringRound.Interview, default, "All but Sam"),
            new EvidenceNoted(one, first, "Warm"), new EvidenceNoted(one, second, "Clean"), new EvidenceNoted(other, first, "Cold"), new EvidenceNoted(one, first, "Warm enough"),
        ];

        var panel = history.Aggregate(new Panel(), (panel, happened) => panel.After(new Recorded(new StreamId("panel", Guid.Empty), 1, happened, Priya, default)));

        Assert.Equal(["Two of us", "Three of us", "All but Sam"], panel.Records.Select(record => record.Present));
        Assert.Equal(["Clean", "Cold", "Warm enough"], panel.Evidence.Select(evidence => evidence.Text));
    }

    [Fact]
    public void What_somebody_locked_counts_though_they_left_since_and_what_they_had_not_locked_does_not()
    {
        _tender.Open();
        Scores(_tender.Question, Olu, Sam);
        foreach (var bid in _tender.PanelState.Bids!) _tender.Scores(Orla, bid.Bid, 0);
        _tender.County.Do(Tom, _tender.Project.Stream, new InviteParticipant(Orla, Role.Facilitator));
        _tender.OnPanel(Priya, new OpenRound(ScoringRound.Interview));
        Assert.DoesNotContain(_tender.PanelState.Counted, score => score.Evaluator == Orla);

        _tender.County.Do(Tom, _tender.Project.Stream, new InviteParticipant(Olu, Role.Facilitator));

        Assert.Equal(2, _tender.PanelState.Counted.Count(score => score.Evaluator == Olu));
    }

    [Fact]
    public void The_moderator_sees_which_rounds_are_left_and_whether_there_is_something_to_write_down()
    {
        _tender.Open();
        Assert.Equal([ScoringRound.Interview], Seen(Priya)!.Left);
        Assert.Empty(Seen(Priya)!.Open);
        Assert.Empty(Seen(Sam)!.Left);
        Assert.True(Seen(Sam)!.HasMore);
        InInterviews();
        Assert.False(Seen(Sam)!.HasMore);

        Assert.Equal((ScoringRound.Interview, 2, 0), (Seen(Priya)!.Current, Seen(Priya)!.Open.Length, Seen(Priya)!.Left.Length));
        Assert.Empty(Seen(Sam)!.Open);
        foreach (var bidder in new[] { Hannah, Bea }) _tender.OnPanel(Priya, Held with { Bid = _tender.BidOf(bidder) });
        Scores(_interview, Olu);
        Assert.Empty(Seen(Priya)!.Open);
        Scores(_interview, Orla, Sam);
        _tender.OnPanel(Priya, new OpenModeration());
        Assert.Equal((0, 0), (Seen(Priya)!.Open.Length, Seen(Priya)!.Left.Length));
        Assert.Null(SafeAtSea.Opened().PanelFor(Priya)!.Rounds);
    }

    [Fact]
    public void That_a_round_was_held_is_told_of_bids_that_one_may_see()
    {
        _tender.Open();
        _tender.OnPanel(Sam, new DeclareInterests(_tender.BidOf(Bea), true, "My daughter works there."));
        InInterviews();
        foreach (var bidder in new[] { Hannah, Bea }) _tender.OnPanel(Priya, Held with { Bid = _tender.BidOf(bidder) });

        Assert.Equal([2, 2, 1], new[] { Priya, Olu, Sam }.Select(reader => Seen(reader)!.Records.Length));
        Scores(_interview, Olu, Orla, Sam);
        _tender.OnPanel(Priya, new OpenModeration());
        _tender.Awards(_tender.PanelFor(Priya)!.Result!.Rows[0].Bid);
        Assert.Equal(2, Seen(Sam)!.Records.Length);
    }

    [Fact]
    public void That_another_bid_was_heard_is_not_enough_to_score_this_one()
    {
        InInterviews();
        _tender.OnPanel(Priya, Held with { Bid = _tender.BidOf(Bea) });

        Assert.Equal("score.not-held", _tender.PanelRefusal(Sam, new ScoreAnswer(_tender.BidOf(Hannah), _interview, 3, "Good.")));
    }

    [Fact]
    public void Who_came_late_and_kept_no_score_can_still_be_let_go()
    {
        _tender.Open();
        _tender.OnPanel(Tom, new AppointEvaluator(Amina, "Service users"));
        Scores(_tender.Question, Amina);
        InInterviews();
        _tender.OnPanel(Tom, new AppointEvaluator(Nobody, "Service users"));

        Assert.Equal("panel.locked-stays", _tender.PanelRefusal(Priya, new ReleaseEvaluator(Amina)));
        Assert.Null(_tender.PanelRefusal(Priya, new ReleaseEvaluator(Nobody)));
    }

    [Fact]
    public void Who_oversees_the_panel_reads_of_its_rounds_after_the_award()
    {
        InInterviews();
        foreach (var bidder in new[] { Hannah, Bea }) _tender.OnPanel(Priya, Held with { Bid = _tender.BidOf(bidder) });
        Scores(_interview, Olu, Orla, Sam);
        _tender.OnPanel(Priya, new OpenModeration());
        Assert.Null(Seen(Tom));

        _tender.Awards(_tender.PanelFor(Priya)!.Result!.Rows[0].Bid);

        foreach (var reader in new[] { Tom, Cllr }) Assert.Equal(2, Seen(reader)!.Records.Length);
    }

    private void InInterviews()
    {
        if (_tender.PanelState.Bids is null) _tender.Open();
        Scores(_tender.Question, Olu, Orla, Sam);
        _tender.OnPanel(Priya, new OpenRound(ScoringRound.Interview));
    }

    /// <summary>These give every bid in which they have no interest 3 for a question, and lock.</summary>
    private void Scores(CriterionId question, params ParticipantId[] who)
    {
        foreach (var scorer in who)
        {
            foreach (var bid in _tender.PanelState.Bids!.Where(bid => !_tender.PanelState.IsConflicted(scorer, bid.Bid)))
            {
                _tender.OnPanel(scorer, new DeclareInterests(bid.Bid, false, null));
                _tender.OnPanel(scorer, new ScoreAnswer(bid.Bid, question, 3, "Good."));
            }

            _tender.OnPanel(scorer, new LockScores());
        }
    }
}

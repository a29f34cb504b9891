using CoDesign.Domain.Bids;
using CoDesign.Domain.Contracts;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Evaluations;

/// <summary>Two lots, of which Hannah won the town and Bea the villages: who looks after what comes then, lot by lot.</summary>
public sealed class AfterAwardRulesTests
{
    private const string Quote = "Somebody whom people know.";
    private readonly TwoLots _lots = TwoLots.WithPanel();
    private readonly BidId _hannah;
    private readonly BidId _bea;

    public AfterAwardRulesTests()
    {
        (_hannah, _bea) = (_lots.HandsIn(Hannah, 50_000, 30_000), _lots.HandsIn(Bea, 100_000, 15_000));
        _lots.Score((Hannah, 4), (Bea, 4));
        Tender.Awards(_hannah, _lots.Town);
        Assert.Equal("contract.not-awarded", Refusal(Tom, Signs(_lots.Villages)));
        Tender.Awards(_bea, _lots.Villages);
    }

    private SafeAtSea Tender => _lots.Tender;

    private Panel Panel => Tender.PanelState;

    [Fact]
    public void Only_the_moderator_and_commissioners_look_after_promises_and_meetings()
    {
        var promise = Picks(_hannah, Quote);
        var slot = Offers();
        IPanelCommand[] acts = [new PickCommitment(_hannah, Tender.Question, "whom people know"), new DropCommitment(promise), new OfferFeedback(Tender.County.Now.AddDays(1), "Room 2"), new WithdrawFeedback(slot)];

        foreach (var act in acts)
        {
            foreach (var outside in new[] { Hannah, Bea, Cllr, Fay, Nobody }) Assert.Equal("not-found", Refusal(outside, act));
            Assert.Equal("award.second-person", Refusal(Sam, act));
        }

        Tender.County.Do(Tom, Tender.Project.Stream, new InviteParticipant(Priya, Role.Facilitator));
        foreach (var act in acts) Assert.Equal("not-found", Refusal(Priya, act));
    }

    [Fact]
    public void Each_promise_stands_once_for_each_bid_and_goes_alone()
    {
        var (first, second, other) = (Picks(_hannah, Quote), Picks(_hannah, "people know"), Picks(_bea, Quote));

        Assert.Equal("not-found", Refusal(Tom, new PickCommitment(_hannah, default, Quote)));
        Assert.Equal("not-found", Refusal(Tom, new DropCommitment(new CommitmentId(Guid.NewGuid()))));
        Assert.Equal("commitment.exists", Refusal(Tom, new PickCommitment(_bea, Tender.Question, Quote)));
        Tender.OnPanel(Tom, new DropCommitment(second));
        Assert.Equal([first, other], Panel.Commitments.Select(one => one.Id));
    }

    [Fact]
    public void A_promise_may_be_about_a_measure_of_the_project()
    {
        var outcome = new OutcomeId(Tender.County.Do(Tom, Tender.Project.Stream, new DescribeOutcome("People feel safe.", [])).Made!.Value);
        MeasureId Measured(string name) => new(Tender.County.Do(Tom, Tender.Project.Stream, new AddMeasure(outcome, MeasureKind.Quantitative, name, 9, 3, new DateOnly(2028, 4, 1), "monthly", null, null, null, Bound.Provider)).Made!.Value);
        var (falls, walks) = (Measured("Falls"), Measured("Walks"));

        Tender.OnPanel(Tom, new PickCommitment(_hannah, Tender.Question, Quote, walks));

        Assert.Equal(walks, Panel.Commitments.Single().Measure);
        Assert.Equal("measure.unknown", Refusal(Tom, new PickCommitment(_bea, Tender.Question, Quote, new MeasureId(Guid.NewGuid()))));
        Assert.NotEqual(falls, walks);
    }

    [Fact]
    public void What_is_signed_stays_and_the_other_lot_goes_on()
    {
        var (hannahs, beas) = (Picks(_hannah, Quote), Picks(_bea, Quote));
        Tender.OnPanel(Tom, Signs(_lots.Town));

        Assert.Equal("contract.signed", Refusal(Tom, Signs(_lots.Town)));
        Assert.Equal("contract.signed", Refusal(Tom, new DropCommitment(hannahs)));
        Assert.Equal("contract.signed", Refusal(Tom, new PickCommitment(_hannah, Tender.Question, "people know")));
        Picks(_bea, "people know");
        Tender.OnPanel(Tom, new DropCommitment(beas));
        Tender.OnPanel(Tom, Signs(_lots.Villages));

        var (town, villages) = (TermsOf(_lots.Town), TermsOf(_lots.Villages));
        Assert.Equal(("Town", 50_000, $"Organisation of {Hannah}", 1), (town.LotTitle, town.Value, town.Supplier, town.Commitments.Length));
        Assert.Equal(("Villages", 15_000, $"Organisation of {Bea}", 1), (villages.LotTitle, villages.Value, villages.Supplier, villages.Commitments.Length));
        Assert.Equal(["-C1", "-C2"], new[] { town, villages }.Select(terms => terms.Reference[^3..]));
    }

    [Fact]
    public void A_contract_is_made_by_the_system_from_what_was_signed_and_once()
    {
        Tender.OnPanel(Tom, Signs(_lots.Town));
        var contract = Tender.County.Get<Contract>(ContractId.Of(Tender.Panel, _lots.Town).Stream);

        Assert.Equal((ContractId.Of(Tender.Panel, _lots.Town), Tender.County.Now), (contract.Id, contract.SignedAt));
        var again = new BeginContract(contract.Id, contract.Terms!, Tender.County.Now);
        Assert.Equal("not-found", Tender.County.Ask(Tom, contract.Id.Stream, again).Refusal?.Code);
        Assert.Empty(Tender.County.Do(ParticipantId.System, contract.Id.Stream, again).Events);
    }

    [Fact]
    public void The_standstill_that_keeps_a_lot_from_being_signed_is_its_own_and_a_contract_lasts_25_years_at_most()
    {
        Tender.County.Bend<Panel>(Tender.Panel.Stream, panel => panel with
        {
            Notices = panel.Notices.ConvertAll(notice => notice.Lot == _lots.Villages ? notice with { Standstill = new Standstill(8, new DateOnly(2027, 1, 5), "The law") } : notice),
        });

        Assert.Equal("contract.standstill", Refusal(Tom, Signs(_lots.Villages)));
        Assert.Equal("end.range", Refusal(Tom, Signs(_lots.Town) with { End = new DateOnly(2052, 4, 2) }));
        Assert.Null(Refusal(Tom, Signs(_lots.Town) with { End = new DateOnly(2052, 4, 1) }));
    }

    [Fact]
    public void A_time_is_offered_on_a_day_and_goes_or_comes_free_alone()
    {
        var (first, second, third) = (Offers(), Offers(), Offers());
        Assert.Equal("at.empty", Refusal(Tom, new OfferFeedback(null, "Room 2")));
        Assert.Equal("not-found", Refusal(Tom, new WithdrawFeedback(new SlotId(Guid.NewGuid()))));
        Tender.OnPanel(Hannah, new BookFeedback(first));
        Tender.OnPanel(Bea, new BookFeedback(second));
        Assert.Equal("not-found", Refusal(Bea, new CancelFeedback(first)));
        Tender.OnPanel(Bea, new CancelFeedback(second));
        Tender.OnPanel(Tom, new WithdrawFeedback(third));

        Assert.Equal([(first, (BidId?)_hannah), (second, null)], Panel.Feedback.Select(slot => (slot.Id, slot.Bid)));
    }

    [Fact]
    public void A_hundred_times_may_be_offered_and_each_of_the_panel_may_leave_twenty_notes()
    {
        for (var i = 0; i < 100; i++) Offers();
        Assert.Equal("feedback.too-many", Refusal(Tom, new OfferFeedback(Tender.County.Now.AddDays(1), "Room 2")));
        for (var i = 0; i < 20; i++) Tender.OnPanel(Sam, new NoteLesson($"Lesson {i}"));

        Assert.Equal("lesson.too-many", Refusal(Sam, new NoteLesson("One more.")));
        Assert.Null(Refusal(Olu, new NoteLesson("A first.")));
        Assert.Equal("words.empty", Refusal(Olu, new NoteLesson(" ")));
    }

    [Fact]
    public void Ones_own_note_goes_and_the_others_stay()
    {
        LessonId Notes(ParticipantId who, string words) => new(Tender.OnPanel(who, new NoteLesson(words)).Made!.Value);
        var (first, second, others) = (Notes(Sam, "More time."), Notes(Sam, "Fewer pages."), Notes(Olu, "More tea."));

        Assert.Equal("not-found", Refusal(Sam, new RemoveLesson(others)));
        Assert.Equal("not-found", Refusal(Sam, new RemoveLesson(new LessonId(Guid.NewGuid()))));
        Tender.OnPanel(Sam, new RemoveLesson(first));

        Assert.Equal([second, others], Panel.Lessons.Select(lesson => lesson.Id));
    }

    private static SignContract Signs(LotId lot) => new(lot, new DateOnly(2027, 4, 1), new DateOnly(2029, 3, 31), "Tom Ashdown", "Director of Places");

    private ContractTerms TermsOf(LotId lot) => Tender.County.Get<Contract>(ContractId.Of(Tender.Panel, lot).Stream).Terms!;

    private CommitmentId Picks(BidId bid, string words) => new(Tender.OnPanel(Tom, new PickCommitment(bid, Tender.Question, words)).Made!.Value);

    private SlotId Offers() => new(Tender.OnPanel(Tom, new OfferFeedback(Tender.County.Now.AddDays(1), "Room 2")).Made!.Value);

    private string? Refusal(ParticipantId who, IPanelCommand act) => Tender.PanelRefusal(who, act);
}

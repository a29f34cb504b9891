using CoDesign.Domain.Bids;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Tenders;

/// <summary>What happens to a tender once it is published: changes in the open, with reasons, and bids that are asked whether they still stand.</summary>
public sealed class AmendingTests
{
    private readonly SafeAtSea _tender = SafeAtSea.WithPanel();

    private County County => _tender.County;

    [Fact]
    public void What_is_changed_after_publication_binds_nobody_until_it_is_published()
    {
        _tender.By(Tom, new SetDeadline(SafeAtSea.Deadline.AddDays(7)));
        _tender.By(Tom, new DescribeTender("Three wardens every evening.", 95_000, null, 24));

        Assert.Equal((SafeAtSea.Deadline, "Two wardens every evening."), (_tender.Tender.Deadline, _tender.Tender.Summary));
        Assert.Equal("Two wardens every evening.", County.TenderFor(Nobody, _tender.Id)!.Summary);
        Assert.Equal(("Three wardens every evening.", true), (County.TenderFor(Tom, _tender.Id)!.Summary, County.TenderFor(Tom, _tender.Id)!.HasDraft));
        Assert.False(County.TenderFor(Nobody, _tender.Id)!.HasDraft);

        _tender.By(Tom, new AmendTender("One more warden."));
        Assert.Equal((SafeAtSea.Deadline.AddDays(7), "Three wardens every evening.", null), (_tender.Tender.Deadline, _tender.Tender.Summary, _tender.Tender.Draft));
    }

    [Fact]
    public void Each_amendment_is_a_numbered_version_with_its_reason_and_hash_and_the_earlier_ones_stay()
    {
        var first = _tender.Tender.Publication!;
        County.Write(Tom, _tender.Clause.Text, "Somebody is there until midnight.");
        _tender.By(Tom, new AmendTender("People asked for longer evenings."));

        var second = _tender.Tender.Publication!;
        Assert.Equal((2, "People asked for longer evenings.", first.Reference), (second.Number, second.Reason, second.Reference));
        Assert.NotEqual(first.Hash, second.Hash);
        Assert.Equal([first, second], _tender.Tender.Versions);
        Assert.Equal(default, County.TenderFor(default, _tender.Id)!.Versions[1].By);
    }

    [Fact]
    public void An_amendment_needs_a_reason_something_that_changed_and_a_deadline_that_does_not_come_earlier()
    {
        Assert.Equal("amendment.nothing", _tender.Refusal(Tom, new AmendTender("Why not.")));
        Assert.Equal("reason.empty", _tender.Refusal(Tom, new AmendTender(" ", SafeAtSea.Deadline.AddDays(1))));
        Assert.Equal("deadline.earlier", _tender.Refusal(Tom, new AmendTender("Sooner.", SafeAtSea.Deadline.AddTicks(-1))));
        Assert.Equal("tender.not-commissioner", _tender.Refusal(Fay, new AmendTender("Longer.", SafeAtSea.Deadline.AddDays(1))));
        Assert.Equal("tender.published", _tender.Refusal(Tom, new PublishTender()));
        Assert.Equal("tender.not-published", SafeAtSea.Ready().Refusal(Tom, new AmendTender("Longer.", SafeAtSea.Deadline.AddDays(1))));
        Assert.Null(_tender.Refusal(Tom, new AmendTender("More time.", SafeAtSea.Deadline.AddDays(1))));
    }

    [Fact]
    public void An_amendment_with_less_than_a_week_left_asks_whether_bidders_need_more_time()
    {
        County.Now = SafeAtSea.Deadline.AddDays(-6);
        County.Write(Tom, _tender.Clause.Text, "Somebody is there until midnight.");

        Assert.Equal("amendment.late", _tender.Refusal(Tom, new AmendTender("Longer evenings.")));
        Assert.Null(_tender.Refusal(Tom, new AmendTender("A spelling mistake.", NoMoreTime: true)));
        County.Write(Tom, _tender.Clause.Text, "Somebody is there until one.");
        Assert.Null(_tender.Refusal(Tom, new AmendTender("Longer evenings.", County.Now.AddDays(14))));
    }

    [Fact]
    public void After_the_deadline_nothing_is_changed_any_more_and_what_was_prepared_can_be_dropped()
    {
        _tender.By(Tom, new SetDeadline(SafeAtSea.Deadline.AddDays(7)));
        County.Now = SafeAtSea.Deadline.AddTicks(1);

        Assert.Equal("tender.deadline-passed", _tender.Refusal(Tom, new AmendTender("Longer.", County.Now.AddDays(7))));
        Assert.Equal("tender.deadline-passed", _tender.Refusal(Tom, new ReweighCriterion(_tender.Quality, 50)));
        _tender.By(Tom, new DropChanges());
        Assert.Null(_tender.Tender.Draft);
    }

    [Fact]
    public void An_amendment_is_checked_as_the_first_version_was()
    {
        _tender.By(Tom, new AddCriteriaGroup("Social value", 20, true));

        Assert.Equal("criterion.empty-group", _tender.Refusal(Tom, new AmendTender("Social value counts.")));
    }

    [Fact]
    public void A_tender_that_is_taken_back_takes_no_bids_and_those_handed_in_stay_sealed()
    {
        var bid = _tender.HandsIn(Hannah, "Harbour Lights", "Volunteers.", 80_000);
        Assert.Equal("reason.empty", _tender.Refusal(Tom, new WithdrawTender(null)));
        _tender.By(Tom, new WithdrawTender("The council can't pay for it this year."));

        Assert.Equal("The council can't pay for it this year.", County.TenderFor(Nobody, _tender.Id)!.Withdrawal!.Reason);
        Assert.Equal("bid.tender-withdrawn", County.Ask(Hannah, bid.Stream, new SubmitBid()).Refusal?.Code);
        Assert.Equal("bid.tender-withdrawn", County.Begin(Bea, "bid", new StartBid(_tender.Id, "Big Care")).Refusal?.Code);
        Assert.Equal("tender.withdrawn", _tender.Refusal(Tom, new SetDeadline(SafeAtSea.Deadline.AddDays(1))));
        County.Now = SafeAtSea.Deadline.AddDays(1);
        Assert.Equal("opening.tender-withdrawn", _tender.PanelRefusal(Priya, new ApproveOpening()));
    }

    [Fact]
    public void A_tender_whose_contract_is_awarded_is_not_taken_back()
    {
        var tender = SafeAtSea.Scored();
        tender.OnPanel(Priya, new OpenModeration());
        tender.Awards(tender.BidOf(Hannah));

        Assert.Equal("tender.awarded", tender.Refusal(Tom, new WithdrawTender("Too late.")));
    }

    [Fact]
    public void A_bidder_confirms_a_bid_that_still_stands()
    {
        var bid = _tender.HandsIn(Hannah, "Harbour Lights", "Volunteers.", 80_000);
        Assert.False(View(bid).IsAsked);
        _tender.By(Tom, new AmendTender("More time.", SafeAtSea.Deadline.AddDays(1)));
        Assert.True(View(bid).IsAsked);

        Assert.Equal("bid.another-version", County.Ask(Hannah, bid.Stream, new ConfirmBid(1)).Refusal?.Code);
        Assert.Equal("not-found", County.Ask(Bea, bid.Stream, new ConfirmBid(2)).Refusal?.Code);
        var receipt = View(bid).Submission!;
        County.Do(Hannah, bid.Stream, new ConfirmBid(2));

        Assert.Equal((false, receipt with { Version = 2 }), (View(bid).IsAsked, View(bid).Submission));
    }

    [Fact]
    public void A_bid_answers_a_question_that_came_with_an_amendment_before_it_is_submitted_again()
    {
        var bid = _tender.HandsIn(Hannah, "Harbour Lights", "Volunteers.", 80_000);
        var asked = new CriterionId(_tender.By(Tom, new AddQuestion(_tender.Quality, "Dogs", 40, "What about dogs?", 50, null, [], [_tender.Clause])).Made!.Value);
        _tender.Explain();
        _tender.By(Tom, new AmendTender("People asked about dogs."));

        Assert.Equal("bid.question-new", County.Ask(Hannah, bid.Stream, new ConfirmBid(2)).Refusal?.Code);
        Assert.Equal("bid.amended", County.Ask(Hannah, bid.Stream, new SubmitBid()).Refusal?.Code);
        County.Do(Hannah, bid.Stream, new TakeUpVersion(2));
        Assert.Equal("bid.answer-missing", County.Ask(Hannah, bid.Stream, new SubmitBid()).Refusal?.Code);
        County.Write(Hannah, bid.Answer(asked), "They are welcome.");
        County.Do(Hannah, bid.Stream, new SubmitBid());

        Assert.Equal((2, false), (View(bid).Submission!.Version, View(bid).IsAsked));
        Assert.Equal("They are welcome.", View(bid).Submission!.Answers[1].Text);
    }

    [Fact]
    public void The_difference_shows_the_lines_that_changed_word_by_word_with_their_document()
    {
        var before = _tender.Tender.Publication!.Markdown;
        County.Write(Tom, _tender.Clause.Text, "Somebody is there until midnight.");
        _tender.By(Tom, new AmendTender("Longer evenings.", SafeAtSea.Deadline.AddDays(1)));

        var lines = PackDifference.Of(before, _tender.Tender.Publication!.Markdown);

        Assert.Equal(["Notice", "Instructions", "Specification", "Timetable"], lines.Select(line => line.Document).Distinct());
        Assert.Equal([new Changed("Somebody is there until ", true, true), new Changed("10pm.", true, false), new Changed("midnight.", false, true)],
            Assert.Single(lines, line => line.Document == "Specification").Words);
        Assert.Empty(PackDifference.Of(before, before));
        Assert.Equal([new Changed("gone", true, false)], Assert.Single(PackDifference.Of("## A\n\nstays\n\ngone", "## A\n\nstays")).Words);
    }

    private BidView View(BidId bid) => BidView.For(County.Get<Bid>(bid.Stream), _tender.Tender, Hannah, County.Now)!;
}

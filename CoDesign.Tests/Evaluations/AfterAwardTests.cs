using System.Text.Json;
using CoDesign.App.Storage;
using CoDesign.Domain.Contracts;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using CoDesign.Domain.Thread;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Evaluations;

public sealed class AfterAwardTests
{
    private static readonly DateOnly FirstDay = new(2027, 4, 1);
    private static readonly DateOnly LastDay = new(2029, 3, 31);
    private static readonly SignContract Signs = new(null, FirstDay, LastDay, "Tom Ashdown", "Director of Places");

    [Theory]
    [InlineData(ContractKind.GoodsAndServices, 300_000, 7, false)]
    [InlineData(ContractKind.GoodsAndServices, 300_000, 0, false)]
    [InlineData(ContractKind.GoodsAndServices, 300_000, 8, true)]
    [InlineData(ContractKind.GoodsAndServices, 300_000, 41, false)]
    [InlineData(ContractKind.LightTouch, 700_000, 0, true)]
    [InlineData(ContractKind.LightTouch, 700_000, 5, false)]
    [InlineData(ContractKind.LightTouch, 700_000, 8, true)]
    [InlineData(ContractKind.LightTouch, 300_000, 0, true)]
    [InlineData(ContractKind.LightTouch, 300_000, 1, true)]
    [InlineData(ContractKind.LightTouch, 300_000, -1, false)]
    public void How_long_the_standstill_is_follows_from_the_regime(ContractKind kind, int value, int days, bool allowed)
    {
        var tender = new Tender { Kind = kind, Value = value, Versions = [new Publication("CD", "", "", Tom, new DateTimeOffset(2026, 5, 1, 9, 0, 0, TimeSpan.Zero))] };

        Assert.Equal(allowed, StandstillRule.Of(tender).Allows(days));
        Assert.Contains("51", new Tender { Kind = kind, Value = 700_000, Versions = tender.Versions } is var large ? StandstillRule.Of(large).Source : "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-06-01T09:00:00Z", "2026-06-10")]
    [InlineData("2026-12-18T09:00:00Z", "2026-12-31")]
    [InlineData("2026-06-06T22:59:00Z", "2026-06-17")]
    [InlineData("2026-06-06T23:01:00Z", "2026-06-17")]
    public void Eight_working_days_count_the_day_of_the_notice_and_leave_out_bank_holidays_of_all_parts(string notice, string ends)
    {
        var standstill = new StandstillRule(8, false, "Procurement Act 2023, section 51").From(8, DateTimeOffset.Parse(notice, System.Globalization.CultureInfo.InvariantCulture))!;

        Assert.Equal(DateOnly.Parse(ends, System.Globalization.CultureInfo.InvariantCulture), standstill.Ends);
        var midnight = new DateTimeOffset(standstill.Ends.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeZoneInfo.FindSystemTimeZoneById("Europe/London").GetUtcOffset(standstill.Ends.ToDateTime(TimeOnly.MinValue).AddDays(1)));
        Assert.False(standstill.IsOver(midnight.AddMilliseconds(-1)));
        Assert.True(standstill.IsOver(midnight));
    }

    [Fact]
    public void The_contract_is_signed_by_a_commissioner_only_after_the_standstill()
    {
        var tender = Awarded();

        Assert.Equal("award.second-person", tender.PanelRefusal(Priya, Signs));
        Assert.Equal("not-found", tender.PanelRefusal(Hannah, Signs));
        Assert.Equal("contract.standstill", tender.PanelRefusal(Tom, Signs));
        tender.County.Now = tender.County.Now.AddDays(30);
        Assert.Equal("start.empty", tender.PanelRefusal(Tom, Signs with { Start = null }));
        Assert.Equal("end.range", tender.PanelRefusal(Tom, Signs with { End = FirstDay }));
        Assert.Equal("end.range", tender.PanelRefusal(Tom, Signs with { End = FirstDay.AddYears(26) }));
        Assert.Equal("manager.empty", tender.PanelRefusal(Tom, Signs with { Manager = " " }));
        Assert.Equal("director.empty", tender.PanelRefusal(Tom, Signs with { Director = null }));
        tender.OnPanel(Tom, Signs);

        Assert.Equal("contract.signed", tender.PanelRefusal(Tom, Signs));
        var terms = ContractOf(tender).Terms!;
        Assert.Equal(("Harbour Lights", 80_000m, FirstDay, LastDay), (terms.Supplier, terms.Value, terms.Start, terms.End));
    }

    [Fact]
    public void What_the_winner_promised_goes_word_for_word_from_its_answer_into_the_contract_and_the_thread()
    {
        var tender = Awarded();
        var (won, lost) = (tender.BidOf(Hannah), tender.BidOf(Bea));
        string? Pick(ParticipantId who, Domain.Bids.BidId bid, string? words, MeasureId? measure = null) => tender.PanelRefusal(who, new PickCommitment(bid, tender.Question, words, measure));

        Assert.Equal("quote.not-in-answer", Pick(Tom, won, "Volunteers whom nobody knows."));
        Assert.Equal("quote.empty", Pick(Tom, won, ""));
        Assert.Equal("measure.unknown", Pick(Tom, won, "whom people know", new MeasureId(Guid.NewGuid())));
        Assert.Equal("not-found", Pick(Tom, lost, "A hotline."));
        Assert.Equal("not-found", Pick(Cllr, won, "whom people know"));
        Assert.Null(Pick(Tom, won, "Volunteers\nwhom people know"));
        Assert.Equal("commitment.exists", Pick(Priya, won, "Volunteers\nwhom people know"));
        Assert.Null(Pick(Priya, won, "whom people know"));
        tender.OnPanel(Priya, new DropCommitment(tender.PanelState.Commitments[1].Id));
        tender.County.Now = tender.County.Now.AddDays(30);
        tender.OnPanel(Tom, Signs);

        Assert.Equal("contract.signed", Pick(Tom, won, "people know"));
        Assert.Equal("contract.signed", tender.PanelRefusal(Tom, new DropCommitment(tender.PanelState.Commitments[0].Id)));
        var promise = Assert.Single(ContractOf(tender).Terms!.Commitments);
        Assert.Equal(("Volunteers\nwhom people know", tender.Question, "Feeling safe"), (promise.Words, promise.Question, promise.Title));
        var thread = ThreadView.For(ProjectView.For(tender.County.Get<Project>(tender.Project.Stream), Tom)!, tender.County.TenderFor(Tom, tender.Id), tender.PanelFor(Tom), ContractFor(tender, Tom)!);
        var knot = Assert.Single(thread.Nodes, node => node.Ref.Kind == ThreadKind.Commitment);
        Assert.Contains(new ThreadRef(ThreadKind.Clause, tender.Clause.Value), thread.Through(knot.Ref));
    }

    [Fact]
    public void Anybody_reads_who_provides_what_and_only_those_of_the_project_the_panel_and_the_winner_what_was_promised()
    {
        var tender = Awarded();
        tender.OnPanel(Tom, new PickCommitment(tender.BidOf(Hannah), tender.Question, "whom people know"));
        tender.County.Now = tender.County.Now.AddDays(30);
        tender.OnPanel(Tom, Signs);
        tender.County.Do(Tom, tender.Project.Stream, new InviteParticipant(Cai, Role.Provider));

        foreach (var who in new[] { Tom, Amina, Cllr, Sam, Priya, Hannah }) Assert.Single(ContractFor(tender, who)!.Terms.Commitments);
        foreach (var who in new[] { Bea, Cai, Nobody, ParticipantId.Public })
        {
            var seen = ContractFor(tender, who)!;
            Assert.Equal(("Harbour Lights", "", ""), (seen.Terms.Supplier, seen.Terms.Manager, seen.Terms.Director));
            Assert.Empty(seen.Terms.Commitments);
        }
    }

    [Fact]
    public void A_bidder_books_a_meeting_in_private()
    {
        var tender = Awarded();
        Assert.Equal("at.past", tender.PanelRefusal(Tom, new OfferFeedback(tender.County.Now, "Room 2")));
        Assert.Equal("where.empty", tender.PanelRefusal(Tom, new OfferFeedback(tender.County.Now.AddDays(1), " ")));
        Assert.Equal("award.second-person", tender.PanelRefusal(Sam, new OfferFeedback(tender.County.Now.AddDays(1), "Room 2")));
        var first = new SlotId(tender.OnPanel(Tom, new OfferFeedback(tender.County.Now.AddDays(2), "Room 2")).Made!.Value);
        var second = new SlotId(tender.OnPanel(Priya, new OfferFeedback(tender.County.Now.AddDays(1), "By telephone")).Made!.Value);

        Assert.Equal("not-found", tender.PanelRefusal(Nobody, new BookFeedback(first)));
        tender.OnPanel(Bea, new BookFeedback(first));
        Assert.Equal("feedback.one-each", tender.PanelRefusal(Bea, new BookFeedback(second)));
        Assert.Equal("feedback.taken", tender.PanelRefusal(Hannah, new BookFeedback(first)));
        Assert.Equal("feedback.booked", tender.PanelRefusal(Tom, new WithdrawFeedback(first)));

        Assert.Equal([second], BidOutcome.For(tender.PanelState, tender.Tender, tender.BidOf(Hannah), Hannah, tender.County.Now)!.Slots.Select(slot => slot.Id));
        Assert.Equal(first, BidOutcome.For(tender.PanelState, tender.Tender, tender.BidOf(Bea), Bea, tender.County.Now)!.Mine!.Id);
        Assert.Equal([second, first], tender.PanelFor(Tom)!.Decision.Feedback.Select(slot => slot.Id));
        Assert.Empty(tender.PanelFor(Sam)!.Decision.Feedback);
        Assert.Equal("not-found", tender.PanelRefusal(Hannah, new CancelFeedback(first)));
        tender.OnPanel(Bea, new CancelFeedback(first));
        tender.OnPanel(Tom, new WithdrawFeedback(first));
    }

    [Fact]
    public void What_the_panel_learned_is_its_own_until_the_award_and_then_the_commissioners_read_it_too()
    {
        var tender = SafeAtSea.Scored();
        Assert.Equal("award.before-moderation", tender.PanelRefusal(Sam, new NoteLesson("More time.")));
        tender.OnPanel(Priya, new OpenModeration());
        var lesson = new LessonId(tender.OnPanel(Sam, new NoteLesson("More time.")).Made!.Value);

        Assert.Equal(("More time.", false), Assert.Single(tender.PanelFor(Olu)!.Decision.Lessons) is var seen ? (seen.Words, seen.IsMine) : default);
        Assert.DoesNotContain(Sam.Text(), JsonSerializer.Serialize(tender.PanelFor(Olu)!.Decision, DomainJson.Options), StringComparison.Ordinal);
        Assert.True(tender.PanelFor(Sam)!.Decision.Lessons[0].IsMine);
        Assert.Empty(tender.PanelFor(Tom)!.Decision.Lessons);
        Assert.Equal("not-found", tender.PanelRefusal(Tom, new NoteLesson("Mine.")));
        Assert.Equal("not-found", tender.PanelRefusal(Olu, new RemoveLesson(lesson)));
        tender.Awards(tender.BidOf(Hannah));
        Assert.Single(tender.PanelFor(Tom)!.Decision.Lessons);
        Assert.Empty(tender.PanelFor(Cllr)!.Decision.Lessons);
        tender.OnPanel(Sam, new RemoveLesson(lesson));
    }

    [Fact]
    public void Nothing_of_what_comes_after_the_award_can_be_done_before_it()
    {
        var tender = SafeAtSea.Scored();
        tender.OnPanel(Priya, new OpenModeration());

        Assert.Equal("contract.not-awarded", tender.PanelRefusal(Tom, Signs));
        Assert.Equal("panel.not-awarded", tender.PanelRefusal(Tom, new OfferFeedback(tender.County.Now.AddDays(1), "Room 2")));
        Assert.Equal("panel.not-awarded", tender.PanelRefusal(Priya, new PickCommitment(tender.BidOf(Hannah), tender.Question, "whom people know")));
        Assert.Equal("not-found", tender.PanelRefusal(Hannah, new BookFeedback(default)));
        Assert.Empty(PublicAward.Of(tender.PanelState, tender.Tender));
    }

    private static SafeAtSea Awarded()
    {
        var tender = SafeAtSea.Scored();
        tender.OnPanel(Priya, new OpenModeration());
        tender.Summarise();
        tender.OnPanel(Priya, new ProposeAward(tender.BidOf(Hannah)));
        tender.OnPanel(Tom, new ApproveAward(StandstillDays: 8));
        return tender;
    }

    private static Contract ContractOf(SafeAtSea tender) => tender.County.Get<Contract>(ContractId.Of(tender.Panel, tender.Id.WholeLot).Stream);

    private static ContractView? ContractFor(SafeAtSea tender, ParticipantId viewer) =>
        ContractView.For(ContractOf(tender), tender.County.Get<Project>(tender.Project.Stream), tender.PanelState, viewer);
}

using System.Text.Json;
using CoDesign.App.Storage;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using CoDesign.Domain.Text;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Bids;

public sealed class BidTests
{
    private readonly SafeAtSea _tender = SafeAtSea.WithPanel();

    private County County => _tender.County;

    [Fact]
    public void Harbour_Lights_hands_in_and_gets_a_receipt_over_what_was_handed_in()
    {
        var bid = _tender.HandsIn(Hannah, "Harbour Lights", "Volunteers whom people know.", 80_000);

        var receipt = View(bid, Hannah)!.Submission!;

        Assert.Equal((80_000m, County.Now), (receipt.Price, receipt.At));
        Assert.Equal([new SubmittedAnswer(_tender.Question, "Volunteers whom people know.")], receipt.Answers);
        Assert.Equal(Submission.HashOf("Harbour Lights", receipt.Answers, 80_000.00m, []), receipt.Hash);
        Assert.Matches("^[0-9a-f]{64}$", receipt.Hash);
    }

    [Fact]
    public void Words_moved_from_one_part_to_the_next_have_another_hash()
    {
        static string Hash(string organisation, params string[] answers) =>
            Submission.HashOf(organisation, answers.Select(text => new SubmittedAnswer(default, text)), 1, []);

        Assert.NotEqual(Hash("Harbour", "Lights are on"), Hash("Harbour Lights", "are on"));
        Assert.NotEqual(Hash("A", "b", "c"), Hash("A", "c", "b"));
        Assert.NotEqual(Submission.HashOf("A", [], 1, []), Submission.HashOf("A", [], 1.01m, []));
        Assert.Equal(Submission.HashOf("A", [], 1, []), Submission.HashOf("A", [], 1.00m, []));
    }

    [Fact]
    public void What_is_written_after_handing_in_does_not_change_what_was_handed_in()
    {
        var bid = _tender.HandsIn(Hannah, "Harbour Lights", "Volunteers.", 80_000);

        County.Write(Hannah, bid.Answer(_tender.Question), "Paid staff.");
        County.Do(Hannah, bid.Stream, new SetPrice(99_000));

        Assert.Equal("Volunteers.", View(bid, Hannah)!.Submission!.Answers[0].Text);
        Assert.Equal(80_000, View(bid, Hannah)!.Submission!.Price);
    }

    [Fact]
    public void A_bid_can_be_taken_back_and_handed_in_again_until_the_deadline()
    {
        var bid = _tender.HandsIn(Hannah, "Harbour Lights", "Volunteers.", 80_000);

        County.Do(Hannah, bid.Stream, new WithdrawBid());
        Assert.Equal((BidStatus.Withdrawn, null), (View(bid, Hannah)!.Status, View(bid, Hannah)!.Submission));
        Assert.Equal("bid.not-submitted", Refusal(Hannah, bid, new WithdrawBid()));

        County.Write(Hannah, bid.Answer(_tender.Question), "Better volunteers.");
        County.Do(Hannah, bid.Stream, new SubmitBid());
        Assert.Equal("Better volunteers.", View(bid, Hannah)!.Submission!.Answers[0].Text);
    }

    [Fact]
    public void At_the_deadlines_instant_a_bid_is_in_time_and_a_tick_later_it_is_late()
    {
        var bid = _tender.Drafts(Hannah, "Harbour Lights", "Volunteers.", 80_000);
        var late = _tender.Drafts(Bea, "Big Care", "A hotline.", 60_000);

        County.Now = SafeAtSea.Deadline;
        Assert.Null(Refusal(Hannah, bid, new SubmitBid()));
        Assert.True(View(bid, Hannah)!.IsInTime);

        County.Now = SafeAtSea.Deadline.AddTicks(1);
        Assert.Equal("bid.late", Refusal(Bea, late, new SubmitBid()));
        Assert.Equal("bid.late", Refusal(Bea, late, new SetPrice(1)));
        Assert.Equal("bid.late", Refusal(Hannah, bid, new WithdrawBid()));
        Assert.Equal("bid.late", Refusal(Hannah, bid, new SubmitBid()));
        Assert.Equal("bid.late", County.Ask(Bea, late.Answer(_tender.Question), new ReplaceText(1, "A hotline.", "More.")).Refusal?.Code);
        Assert.Equal("bid.late", County.Begin(Cai, "bid", new StartBid(_tender.Id, "Cliff Top Co-op")).Refusal?.Code);
        Assert.False(View(bid, Hannah)!.IsInTime);
    }

    [Fact]
    public void An_incomplete_bid_is_told_what_is_missing()
    {
        var bid = new BidId(County.Begin(Hannah, "bid", new StartBid(_tender.Id, "Harbour Lights")).Made!.Value);

        County.Do(Hannah, bid.Stream, new SetPrice(777));
        var noAnswer = County.Ask(Hannah, bid.Stream, new SubmitBid()).Refusal!;
        Assert.Equal(("bid.answer-missing", $"answer-{_tender.Question}"), (noAnswer.Code, noAnswer.Field));
        Assert.Contains("Feeling safe", noAnswer.Message, StringComparison.Ordinal);

        County.Write(Hannah, bid.Answer(_tender.Question), string.Join(' ', Enumerable.Repeat("word", 51)));
        var tooLong = County.Ask(Hannah, bid.Stream, new SubmitBid()).Refusal!;
        Assert.Equal("bid.too-many-words", tooLong.Code);
        Assert.Contains("51 words; the limit is 50", tooLong.Message, StringComparison.Ordinal);

        County.Write(Hannah, bid.Answer(_tender.Question), string.Join("\n", Enumerable.Repeat("word", 50)));
        Assert.Null(County.Ask(Hannah, bid.Stream, new SubmitBid()).Refusal);

        var free = new BidId(County.Begin(Bea, "bid", new StartBid(_tender.Id, "Cliff Top Co-op")).Made!.Value);
        County.Write(Bea, free.Answer(_tender.Question), "A hotline.");
        Assert.Equal("bid.price-missing", Refusal(Bea, free, new SubmitBid()));
    }

    [Fact]
    public void All_that_is_missing_is_said_at_once()
    {
        var bid = new BidId(County.Begin(Hannah, "bid", new StartBid(_tender.Id, "Harbour Lights")).Made!.Value);

        var nothing = County.Ask(Hannah, bid.Stream, new SubmitBid()).Refusal!;
        Assert.Equal(("bid.incomplete", (string?)null), (nothing.Code, nothing.Field));
        Assert.Equal("The question “Feeling safe” has no answer yet. Give the price before you submit.", nothing.Message);

        County.Write(Hannah, bid.Answer(_tender.Question), string.Join(' ', Enumerable.Repeat("word", 51)));
        Assert.Equal("The answer to “Feeling safe” has 51 words; the limit is 50. Give the price before you submit.",
            County.Ask(Hannah, bid.Stream, new SubmitBid()).Refusal!.Message);
    }

    public static TheoryData<decimal?> NoPrices => [(decimal?)null, 0m, -1m, 0.001m, 10.005m, 10_000_000_000.01m, decimal.MaxValue, decimal.MinValue];

    [Theory]
    [MemberData(nameof(NoPrices))]
    public void A_price_that_cannot_be_is_refused(decimal? price)
    {
        var bid = _tender.Drafts(Hannah, "Harbour Lights", "Volunteers.", 80_000);

        var refusal = County.Ask(Hannah, bid.Stream, new SetPrice(price)).Refusal;

        Assert.Equal(("price.range", "price"), (refusal?.Code, refusal?.Field));
    }

    [Fact]
    public void Nobody_but_its_team_finds_a_bid()
    {
        var bid = _tender.HandsIn(Hannah, "Harbour Lights", "Volunteers.", 80_000);

        foreach (var other in new[] { Tom, Fay, Cllr, Amina, Priya, Olu, Bea, Nobody, ParticipantId.Public })
        {
            Assert.Null(View(bid, other));
            Assert.False(TextAccess.MayRead(County.Get<TextDocument>(bid.Answer(_tender.Question)), other, County.Facts));
            Assert.Equal("not-found", Refusal(other, bid, new SetPrice(1)));
            Assert.Equal("not-found", Refusal(other, bid, new WithdrawBid()));
            Assert.Equal("not-found", Refusal(other, bid, new OpenBid()));
        }

        Assert.Equal("not-found", Refusal(Hannah, new BidId(Guid.NewGuid()), new SubmitBid()));
    }

    [Fact]
    public void Who_runs_or_scores_the_tender_cannot_bid_but_people_it_is_for_and_providers_can()
    {
        foreach (var insider in new[] { Tom, Fay, Cllr, Priya, Olu, Sam })
            Assert.Equal("bid.conflict-of-roles", County.Begin(insider, "bid", new StartBid(_tender.Id, "Us")).Refusal?.Code);
        County.Do(Tom, _tender.Project.Stream, new InviteParticipant(Bea, Role.Provider));

        Assert.Null(County.Begin(Amina, "bid", new StartBid(_tender.Id, "Carers together")).Refusal);
        Assert.Null(County.Begin(Bea, "bid", new StartBid(_tender.Id, "Big Care")).Refusal);
    }

    [Fact]
    public void Nobody_bids_before_publication_or_without_a_name()
    {
        var draft = SafeAtSea.Ready();

        Assert.Equal("not-found", draft.County.Begin(Hannah, "bid", new StartBid(draft.Id, "Harbour Lights")).Refusal?.Code);
        Assert.Equal("not-found", County.Begin(Hannah, "bid", new StartBid(default, "Harbour Lights")).Refusal?.Code);
        Assert.Equal("not-found", County.Begin(ParticipantId.Public, "bid", new StartBid(_tender.Id, "Harbour Lights")).Refusal?.Code);
        Assert.Equal("organisation.empty", County.Begin(Hannah, "bid", new StartBid(_tender.Id, null)).Refusal?.Code);
        Assert.Equal("organisation.too-long", County.Begin(Hannah, "bid", new StartBid(_tender.Id, new string('x', 121))).Refusal?.Code);
    }

    [Fact]
    public void Not_even_the_system_opens_a_bid_before_the_deadline_has_passed()
    {
        var bid = _tender.HandsIn(Hannah, "Harbour Lights", "Volunteers.", 80_000);

        County.Now = SafeAtSea.Deadline;

        Assert.Equal("not-found", Refusal(ParticipantId.System, bid, new OpenBid()));
    }

    [Fact]
    public void A_bid_reads_back_from_a_snapshot_as_it_was()
    {
        var bid = County.Get<Bid>(_tender.HandsIn(Hannah, "Harbour Lights", "Volunteers.", 80_000).Stream);

        var written = JsonSerializer.Serialize(bid, DomainJson.Options);

        Assert.Equal(written, JsonSerializer.Serialize(JsonSerializer.Deserialize<Bid>(written, DomainJson.Options), DomainJson.Options));
    }

    private string? Refusal(ParticipantId who, BidId bid, IBidCommand command) => County.Ask(who, bid.Stream, command).Refusal?.Code;

    private BidView? View(BidId bid, ParticipantId viewer) =>
        BidView.For(County.Find<Bid>(bid.Stream), County.Get<Tender>(_tender.Id.Stream), viewer, County.Now);
}

using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Bids;

/// <summary>Who opens, begins and joins a bid, and what a change of the tender asks of it.</summary>
public sealed class BidRulesTests
{
    private readonly SafeAtSea _tender = SafeAtSea.WithPanel();
    private readonly BidId _bid;

    public BidRulesTests() => _bid = _tender.HandsIn(Hannah, "Harbour Lights", "Volunteers whom people know.", 80_000);

    private County County => _tender.County;

    private Bid Bid => County.Get<Bid>(_bid.Stream);

    [Fact]
    public void Nobody_opens_a_bid_by_themselves_and_nothing_opens_it_before_the_deadline_or_once_the_tender_was_taken_back()
    {
        Assert.Equal("not-found", Refusal(ParticipantId.System, new OpenBid()));
        County.Now = SafeAtSea.Deadline.AddMinutes(1);
        foreach (var who in new[] { Hannah, Bea, Tom, Priya, Olu, Cllr, ParticipantId.Public }) Assert.Equal("not-found", Refusal(who, new OpenBid()));
        County.Do(ParticipantId.System, _bid.Stream, new OpenBid());
        Assert.Empty(County.Do(ParticipantId.System, _bid.Stream, new OpenBid()).Events);

        var back = SafeAtSea.Published();
        var sealedBid = back.HandsIn(Hannah, "Harbour Lights", "Volunteers.", 80_000);
        back.By(Tom, new WithdrawTender("The money is gone."));
        back.County.Now = SafeAtSea.Deadline.AddMinutes(1);
        Assert.Equal("not-found", back.County.Ask(ParticipantId.System, sealedBid.Stream, new OpenBid()).Refusal?.Code);
    }

    [Fact]
    public void A_reminder_is_noted_by_the_system_alone_and_once()
    {
        Assert.Equal("not-found", Refusal(Hannah, new NoteReminder("a day before")));
        County.Do(ParticipantId.System, _bid.Stream, new NoteReminder("a day before"));
        Assert.Equal("not-found", Refusal(ParticipantId.System, new NoteReminder("a day before")));
    }

    [Fact]
    public void A_bid_is_begun_once_and_one_that_was_not_is_not_there()
    {
        Assert.Equal("bid.exists", Refusal(Hannah, new StartBid(_tender.Id, "Harbour Lights again")));
        Assert.Equal("not-found", County.Ask(Hannah, new BidId(Guid.NewGuid()).Stream, new SubmitBid()).Refusal?.Code);
    }

    [Theory]
    [InlineData(0.01, null)]
    [InlineData(10_000_000_000, null)]
    [InlineData(0, "price.range")]
    [InlineData(-1, "price.range")]
    [InlineData(10_000_000_000.01, "price.range")]
    [InlineData(80_000.005, "price.range")]
    public void A_price_is_more_than_nothing_in_pounds_and_pence(double price, string? refusal) => Assert.Equal(refusal, Refusal(Hannah, new SetPrice((decimal)price)));

    [Fact]
    public void Once_the_tender_was_taken_back_nobody_joins_a_team()
    {
        var link = new InvitationId(County.Do(Hannah, _bid.Stream, new InviteToTeam()).Made!.Value);
        Assert.Equal("not-found", Refusal(Hannah, new RevokeInvitation(new InvitationId(Guid.NewGuid()))));
        _tender.By(Tom, new WithdrawTender("The money is gone."));

        Assert.Equal("bid.tender-withdrawn", Refusal(Cai, new JoinTeam(link)));
    }

    [Fact]
    public void Each_chooses_whether_to_be_reminded_and_who_leaves_chooses_anew()
    {
        var link = new InvitationId(County.Do(Hannah, _bid.Stream, new InviteToTeam()).Made!.Value);
        County.Do(Cai, _bid.Stream, new JoinTeam(link));
        County.Do(Cai, _bid.Stream, new SetReminders(false));
        Assert.Empty(County.Do(Cai, _bid.Stream, new SetReminders(false)).Events);
        Assert.Equal([Cai], Bid.Unreminded);
        County.Do(Cai, _bid.Stream, new SetReminders(true));
        Assert.Empty(Bid.Unreminded);
        County.Do(Cai, _bid.Stream, new SetReminders(false));
        County.Do(Cai, _bid.Stream, new LeaveTeam());

        Assert.Empty(Bid.Unreminded);
    }

    [Fact]
    public void What_was_submitted_is_confirmed_for_the_version_that_holds_and_once()
    {
        Amends(() => _tender.By(Tom, new DescribeTender("Three wardens.", 95_000, new DateOnly(2028, 4, 1), 24)));

        Assert.Equal("bid.another-version", Refusal(Hannah, new ConfirmBid(1)));
        Assert.Equal("bid.another-version", Refusal(Hannah, new TakeUpVersion(3)));
        County.Do(Hannah, _bid.Stream, new ConfirmBid(2));
        Assert.Empty(County.Do(Hannah, _bid.Stream, new ConfirmBid(2)).Events);
        Assert.Empty(County.Do(Hannah, _bid.Stream, new TakeUpVersion(2)).Events);
        Assert.Equal((2, 2), (Bid.Version, Bid.Submission!.Version));
        County.Do(Hannah, _bid.Stream, new WithdrawBid());
        Assert.Equal("bid.not-submitted", Refusal(Hannah, new ConfirmBid(2)));
    }

    [Fact]
    public void An_answer_that_is_too_long_now_or_lacks_evidence_is_not_confirmed_as_it_is()
    {
        Amends(() => _tender.By(Tom, new ChangeQuestion(_tender.Question, "Feeling safe", "How will people feel safe?", 10, null, [], [_tender.Clause], AsksEvidence: true)));
        Assert.Equal("bid.evidence-missing", Refusal(Hannah, new ConfirmBid(2)));

        var other = SafeAtSea.Published();
        var eleven = other.HandsIn(Hannah, "Harbour Lights", "One two three four five six seven eight nine ten eleven", 80_000);
        var ten = other.HandsIn(Bea, "Big Care", "One two three four five six seven eight nine ten", 80_000);
        other.By(Tom, new ChangeQuestion(other.Question, "Feeling safe", "How will people feel safe?", 10, null, [], [other.Clause]));
        other.By(Tom, new AmendTender("Shorter."));
        Assert.Equal("bid.too-many-words", other.County.Ask(Hannah, eleven.Stream, new ConfirmBid(2)).Refusal?.Code);
        Assert.Null(other.County.Ask(Bea, ten.Stream, new ConfirmBid(2)).Refusal);
    }

    private void Amends(Action change)
    {
        change();
        _tender.By(Tom, new AmendTender("People asked for it."));
    }

    private string? Refusal(ParticipantId who, IBidCommand command) => County.Ask(who, _bid.Stream, command).Refusal?.Code;
}

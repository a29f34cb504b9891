using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;
using CoDesign.Domain.Text;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Bids;

public sealed class BidReminderTests
{
    private readonly SafeAtSea _tender = SafeAtSea.WithPanel();

    private County County => _tender.County;

    [Fact]
    public void A_complete_bid_that_isnt_submitted_is_told_of_a_day_and_an_hour_before_the_deadline_once_each()
    {
        var bid = _tender.Drafts(Hannah, "Harbour Lights", "Volunteers.", 80_000);

        Assert.Equal(0, Told(bid, SafeAtSea.Deadline.AddHours(-24).AddTicks(-1)));
        Assert.Equal(1, Told(bid, SafeAtSea.Deadline.AddHours(-24)));
        Assert.Equal(0, Told(bid, SafeAtSea.Deadline.AddHours(-12)));
        Assert.Equal(1, Told(bid, SafeAtSea.Deadline.AddHours(-1)));
        Assert.Equal(0, Told(bid, SafeAtSea.Deadline));
    }

    [Fact]
    public void Nothing_is_told_of_a_bid_that_is_submitted_as_it_is_incomplete_or_taken_back()
    {
        var (submitted, takenBack) = (_tender.HandsIn(Hannah, "Harbour Lights", "Volunteers.", 80_000), _tender.HandsIn(Bea, "Big Care", "A hotline.", 60_000));
        County.Do(Bea, takenBack.Stream, new WithdrawBid());
        var incomplete = new BidId(County.Begin(Cai, "bid", new StartBid(_tender.Id, "Cliff Top Co-op")).Made!.Value);

        foreach (var bid in new[] { submitted, takenBack, incomplete }) Assert.Equal(0, Told(bid, SafeAtSea.Deadline.AddMinutes(-30)));

        County.Write(Hannah, submitted.Answer(_tender.Question), "Paid staff.");
        Assert.Equal(2, Told(submitted, SafeAtSea.Deadline.AddMinutes(-30)));
    }

    [Fact]
    public void An_amendment_that_asks_to_confirm_is_told_at_once_and_again_near_the_deadline()
    {
        var bid = _tender.HandsIn(Hannah, "Harbour Lights", "Volunteers.", 80_000);
        _tender.By(Tom, new AmendTender("More time.", SafeAtSea.Deadline.AddDays(7)));

        Assert.Equal(1, Told(bid, County.Now));
        Assert.Equal(0, Told(bid, County.Now));
        Assert.Equal(1, Told(bid, SafeAtSea.Deadline.AddDays(6)));
        County.Do(Hannah, bid.Stream, new ConfirmBid(2));
        Assert.Equal(0, Told(bid, SafeAtSea.Deadline.AddDays(7).AddMinutes(-10)));
    }

    [Fact]
    public void A_deadline_that_is_moved_is_told_of_again()
    {
        var bid = _tender.Drafts(Hannah, "Harbour Lights", "Volunteers.", 80_000);
        Assert.Equal(1, Told(bid, SafeAtSea.Deadline.AddHours(-2)));

        _tender.By(Tom, new AmendTender("More time.", SafeAtSea.Deadline.AddDays(7)));

        Assert.Equal(1, Told(bid, SafeAtSea.Deadline.AddDays(7).AddHours(-2)));
    }

    /// <summary>How many reminders are due, which are then noted.</summary>
    private int Told(BidId bid, DateTimeOffset now)
    {
        County.Now = now;
        var state = County.Get<Bid>(bid.Stream);
        var due = BidReminder.Due(state, _tender.Tender, now, () => BidProgress.Of(state, _tender.Tender, text => County.Find<TextDocument>(text)?.Text));
        foreach (var key in due) County.Do(ParticipantId.System, bid.Stream, new NoteReminder(key));
        return due.Length;
    }
}

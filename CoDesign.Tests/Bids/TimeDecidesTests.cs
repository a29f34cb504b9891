using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;
using CoDesign.Tests.Tenders;

namespace CoDesign.Tests.Bids;

/// <summary>The rules of docs/decisions on what time decides, on a real store: each case has one answer and one receipt.</summary>
public sealed class TimeDecidesTests : IDisposable
{
    private static readonly DateTimeOffset _noon = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset _deadline = _noon.AddHours(1);
    private readonly string _folder = Directory.CreateTempSubdirectory("codesign-test-").FullName;

    [Fact]
    public async Task A_clock_that_is_set_back_while_the_app_runs_opens_nothing_again()
    {
        var time = new SetTime(_noon);
        await using var node = await BidOnNode.StartAsync(_folder, time);
        var bid = await BidOnNode.WriteAsync(node, time);

        time.Now = _deadline.AddMilliseconds(1);
        Assert.Equal("bid.late", await bid.AskAsync(node, new SubmitBid()));
        time.Now = _noon;

        Assert.Equal("bid.late", await bid.AskAsync(node, new SubmitBid()));
        Assert.Empty(bid.Now(node).Receipts);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_clock_that_is_set_back_while_the_app_is_down_opens_nothing_again_unless_it_may(bool mayGoBack)
    {
        var time = new SetTime(_noon);
        BidOnNode bid;
        await using (var before = await BidOnNode.StartAsync(_folder, time))
        {
            bid = await BidOnNode.WriteAsync(before, time);
            time.Now = _deadline.AddMilliseconds(1);
            Assert.Equal("bid.late", await bid.AskAsync(before, new SubmitBid()));
        }

        await using var node = await BidOnNode.StartAsync(_folder, new SetTime(_noon), mayGoBack);

        Assert.Equal(mayGoBack ? null : "bid.late", await bid.AskAsync(node, new SubmitBid()));
    }

    [Fact]
    public async Task After_a_kill_the_time_of_the_last_event_counts_also_where_it_is_sealed()
    {
        var time = new SetTime(_noon);
        BidOnNode bid;
        await using (var before = await BidOnNode.StartAsync(_folder, time))
        {
            bid = await BidOnNode.WriteAsync(before, time);
            time.Now = _deadline;
            Assert.Null(await bid.AskAsync(before, new SubmitBid()));
        }

        File.Delete(Path.Combine(_folder, "clock.mark"));
        await using var node = await BidOnNode.StartAsync(_folder, new SetTime(_noon));

        Assert.Null(await bid.AskAsync(node, new SubmitBid()));
        Assert.Equal([_deadline, _deadline], bid.Now(node).Receipts.Select(receipt => receipt.Submission.At));
    }

    [Fact]
    public async Task Submitting_and_withdrawing_at_the_instant_are_decided_one_after_the_other_and_a_tick_later_none_is()
    {
        var time = new SetTime(_noon);
        await using var node = await BidOnNode.StartAsync(_folder, time);
        var bid = await BidOnNode.WriteAsync(node, time);
        time.Now = _deadline;

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(turn => Task.Run(() =>
            node.Live.ExecuteAsync(bid.Id.Stream, turn % 2 == 0 ? new SubmitBid() : new WithdrawBid(), People.Hannah, OperationId.New()))));

        var receipts = bid.Now(node).Receipts;
        var takenBack = answers.Count(answer => answer.Accepted) - 20;
        Assert.Equal(20, receipts.Length);
        Assert.All(receipts, receipt => Assert.Equal(_deadline, receipt.Submission.At));
        Assert.Equal(takenBack, receipts.Count(receipt => receipt.TakenBack == _deadline));
        Assert.All(answers.Where(answer => !answer.Accepted), answer => Assert.Equal("bid.not-submitted", answer.Refusal!.Code));
        Assert.Equal(bid.Now(node).Submission is null, receipts[^1].TakenBack is not null);
        time.Now = _deadline.AddTicks(1);
        Assert.Equal(["bid.late", "bid.late"], [await bid.AskAsync(node, new SubmitBid()), await bid.AskAsync(node, new WithdrawBid())]);
        Assert.Equal(20, bid.Now(node).Receipts.Length);
    }

    [Fact]
    public async Task The_same_submission_sent_twice_around_the_deadline_gets_its_first_answer_and_one_receipt()
    {
        var time = new SetTime(_noon);
        await using var node = await BidOnNode.StartAsync(_folder, time);
        var bid = await BidOnNode.WriteAsync(node, time);
        var operation = OperationId.New();
        time.Now = _deadline;
        var first = await node.Live.ExecuteAsync(bid.Id.Stream, new SubmitBid(), People.Hannah, operation);

        time.Now = _deadline.AddHours(1);
        var again = await node.Live.ExecuteAsync(bid.Id.Stream, new SubmitBid(), People.Hannah, operation);

        Assert.Equal((true, first.Version), (again.Accepted, again.Version));
        Assert.Single(bid.Now(node).Receipts);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

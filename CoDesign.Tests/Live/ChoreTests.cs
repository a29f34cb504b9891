using CoDesign.App.Live;
using Microsoft.Extensions.Logging.Abstractions;

namespace CoDesign.Tests.Live;

/// <summary>What the site does again and again goes on after a mishap, and is never done twice at a time.</summary>
public sealed class ChoreTests
{
    [Fact]
    public async Task A_turn_that_goes_wrong_is_followed_by_the_next()
    {
        using var chore = new Failing(TestContext.Current.CancellationToken);

        await chore.StartAsync(TestContext.Current.CancellationToken);
        await chore.Second;

        Assert.False(chore.ExecuteTask!.IsFaulted);
        await chore.StopAsync(TestContext.Current.CancellationToken);
        Assert.False(chore.ExecuteTask.IsFaulted);
    }

    [Fact]
    public async Task Somebody_who_asks_for_a_turn_waits_until_the_one_before_is_done()
    {
        using var chore = new Slow();
        var (first, second) = (chore.DoAsync(TestContext.Current.CancellationToken), chore.DoAsync(TestContext.Current.CancellationToken));
        Assert.Equal(1, chore.Turns);

        chore.Done.SetResult();
        await Task.WhenAll(first, second);

        Assert.Equal(2, chore.Turns);
    }

    private sealed class Failing(CancellationToken patience) : Chore(TimeSpan.FromMilliseconds(1), NullLogger.Instance)
    {
        private readonly TaskCompletionSource _second = new();
        private int _turns;

        public Task Second => _second.Task.WaitAsync(Patience.Limit, patience);

        protected override Task TurnAsync(CancellationToken stopping)
        {
            if (++_turns == 2) _second.TrySetResult();
            throw new IOException("The disk is full.");
        }
    }

    private sealed class Slow : Chore
    {
        public Slow() : base(TimeSpan.FromHours(1), NullLogger.Instance)
        {
        }

        public TaskCompletionSource Done { get; } = new();

        public int Turns { get; private set; }

        protected override Task TurnAsync(CancellationToken stopping)
        {
            Turns++;
            return Done.Task;
        }
    }
}

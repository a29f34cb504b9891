namespace CoDesign.Tests;

/// <summary>
/// Waits for what is to come, on a machine that is busy with much else. Tests wait for conditions, and nothing is asserted of how long
/// that takes: this is only how long until what never comes is a failure.
/// </summary>
public static class Patience
{
    /// <summary>How long something may take to come.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan _between = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits until something holds of which nobody tells.</summary>
    public static async Task UntilAsync(Func<bool> holds)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (!holds())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(since) < Limit, "It never came.");
            await Task.Delay(_between, TestContext.Current.CancellationToken);
        }
    }
}

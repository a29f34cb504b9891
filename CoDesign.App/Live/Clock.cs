namespace CoDesign.App.Live;

/// <summary>The server's time, which never goes back within a process, whatever the machine's clock does.</summary>
public sealed class Clock(TimeProvider time)
{
    private long _last;

    /// <summary>Now, UTC; equal to or later than any answer before.</summary>
    public DateTimeOffset Now()
    {
        while (true)
        {
            var last = Interlocked.Read(ref _last);
            var now = Math.Max(time.GetUtcNow().UtcTicks, last);
            if (Interlocked.CompareExchange(ref _last, now, last) == last) return new DateTimeOffset(now, TimeSpan.Zero);
        }
    }
}

namespace CoDesign.App.Live;

/// <summary>
/// The server's time, which never goes back within a process, whatever the machine's clock does; nor across a restart, see
/// <see cref="ClockMark"/>.
/// </summary>
public sealed class Clock(TimeProvider time)
{
    private long _last;

    /// <summary>Now, UTC; equal to or later than any answer before.</summary>
    public DateTimeOffset Now() => Later(time.GetUtcNow());

    /// <summary>From here on it is never earlier than this. Says what time it is.</summary>
    public DateTimeOffset Later(DateTimeOffset at)
    {
        while (true)
        {
            var last = Interlocked.Read(ref _last);
            var now = Math.Max(at.UtcTicks, last);
            if (Interlocked.CompareExchange(ref _last, now, last) == last) return new DateTimeOffset(now, TimeSpan.Zero);
        }
    }
}

using System.Globalization;
using CoDesign.App.Storage;

namespace CoDesign.App.Live;

/// <summary>
/// Keeps how late it has been, so that a machine whose clock is set back while the app is down doesn't open again what was closed.
/// The time of the last event counts as well; so less than two seconds in which nothing happened can be forgotten, and only by a kill.
/// </summary>
public sealed class ClockMark(Clock clock, TimeProvider time, DataFolder folder, EventStore store, IConfiguration settings, ILogger<ClockMark> log) : BackgroundService
{
    private static readonly TimeSpan _every = TimeSpan.FromSeconds(1);

    private string File => folder.File("clock.mark");

    /// <summary>Before anything is decided: sets the clock to no earlier than it has been.</summary>
    public void Begin()
    {
        if (settings.GetValue("Clock:MayGoBack", false)) return;
        var (machine, been) = (time.GetUtcNow(), new[] { Read(), store.LastAt() ?? DateTimeOffset.MinValue }.Max());
        clock.Later(been);
        if (been > machine.AddSeconds(5))
        {
            log.LogWarning("The machine's clock is {Behind} behind what it was here before; until it has caught up, the time stays at {Time:O}. If the clock was wrong then, start once with Clock:MayGoBack",
                been - machine, been);
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_every);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) Write();
        }
        catch (OperationCanceledException)
        {
            log.LogDebug("Stopping; the time is kept");
        }

        Write();
    }

    private void Write()
    {
        try
        {
            System.IO.File.WriteAllText(File + ".new", clock.Now().ToString("O", CultureInfo.InvariantCulture));
            System.IO.File.Move(File + ".new", File, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            log.LogWarning(fault, "The time could not be kept; until it can, only the last event says how late it has been");
        }
    }

    private DateTimeOffset Read() => System.IO.File.Exists(File)
        && DateTimeOffset.TryParse(System.IO.File.ReadAllText(File), CultureInfo.InvariantCulture, out var kept) ? kept : DateTimeOffset.MinValue;
}

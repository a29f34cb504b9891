namespace CoDesign.App.Live;

/// <summary>Lets go, once a minute, of copies that nobody uses.</summary>
public sealed class IdleCopies(LiveCopies copies, TimeProvider time) : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), time);
        while (await timer.WaitForNextTickAsync(stoppingToken)) copies.LetGoIdle();
    }
}

namespace CoDesign.App.Live;

/// <summary>
/// Something that the site does again and again while it runs, and never twice at a time. What goes wrong is logged and tried again
/// at the next turn, so that one mishap doesn't stop the site.
/// </summary>
/// <param name="pace">How long it is from one turn to the next.</param>
/// <param name="log">Where it is said that a turn went wrong.</param>
public abstract class Chore(TimeSpan pace, ILogger log) : BackgroundService
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Whether there is anything to do on this site.</summary>
    protected virtual bool IsNeeded => true;

    /// <summary>Takes a turn now; ends once it is done.</summary>
    public async Task DoAsync(CancellationToken stopping)
    {
        await _one.WaitAsync(stopping);
        try
        {
            await TurnAsync(stopping);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _one.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>What is done in one turn.</summary>
    protected abstract Task TurnAsync(CancellationToken stopping);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!IsNeeded) return;
        using var timer = new PeriodicTimer(pace);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await DoAsync(stoppingToken);
            }
            catch (Exception fault) when (!(fault is OperationCanceledException && stoppingToken.IsCancellationRequested))
            {
                log.LogError(fault, "{Chore} went wrong; it is tried again in {Pace}", GetType().Name, pace);
            }
        }
    }
}

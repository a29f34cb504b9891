namespace CoDesign.App.Following;

/// <summary>Looks, before post goes out, whether something new fits a search that somebody follows.</summary>
public sealed class SearchNews(FollowedSearches searches, MailSettings settings) : BackgroundService
{
    private static readonly TimeSpan _pace = TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.IsSetUp) return;
        using var timer = new PeriodicTimer(_pace);
        while (await timer.WaitForNextTickAsync(stoppingToken)) searches.Tell();
    }
}

using CoDesign.App.Live;

namespace CoDesign.App.Following;

/// <summary>Looks, before post goes out, whether something new fits a search that somebody follows.</summary>
public sealed class SearchNews(FollowedSearches searches, MailSettings settings, ILogger<SearchNews> log) : Chore(TimeSpan.FromSeconds(5), log)
{
    /// <inheritdoc />
    protected override bool IsNeeded => settings.IsSetUp;

    /// <inheritdoc />
    protected override Task TurnAsync(CancellationToken stopping)
    {
        searches.Tell();
        return Task.CompletedTask;
    }
}

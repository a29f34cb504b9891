using System.Collections.Immutable;
using System.Globalization;
using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Bids;

/// <summary>When a bid's team is told by e-mail that what would be read isn't what they want.</summary>
public static class BidReminder
{
    private static readonly ImmutableArray<(string Name, TimeSpan Before)> _moments = [("day", TimeSpan.FromHours(24)), ("hour", TimeSpan.FromHours(1))];

    /// <summary>
    /// What the team is to be told of now and wasn't: that the tender was changed and their bid is to be confirmed, once for each
    /// version; and a day and an hour before the deadline that a complete bid isn't handed in, was changed since, or isn't confirmed.
    /// A deadline that is moved is another one. Who took their bid back knows it.
    /// </summary>
    /// <param name="bid">The bid.</param>
    /// <param name="tender">Its tender.</param>
    /// <param name="now">The server's clock.</param>
    /// <param name="progress">How far the bid is; asked only where it matters.</param>
    public static ImmutableArray<string> Due(Bid bid, Tender tender, DateTimeOffset now, Func<BidProgress> progress)
    {
        if (tender.Deadline is not { } deadline || tender.Withdrawal is not null || now > deadline || bid.Status == BidStatus.Withdrawn) return [];
        var inForce = tender.Publication?.Number ?? 1;
        var isAsked = bid.Submission is { } submitted && submitted.Version < inForce;
        var keys = ImmutableArray.CreateBuilder<string>();
        if (isAsked) keys.Add(string.Create(CultureInfo.InvariantCulture, $"version {inForce}"));
        var near = _moments.Where(moment => now >= deadline - moment.Before).Select(moment => string.Create(CultureInfo.InvariantCulture, $"{moment.Name} {deadline.UtcTicks}"))
            .Where(key => !bid.Reminded.Contains(key)).ToArray();
        if (near.Length > 0 && (isAsked || IsUnfinished(bid, progress()))) keys.AddRange(near);
        return [.. keys.Where(key => !bid.Reminded.Contains(key))];
    }

    private static bool IsUnfinished(Bid bid, BidProgress progress) => bid.Submission is { } submission ? progress.DiffersFrom(submission) : progress.IsComplete;
}

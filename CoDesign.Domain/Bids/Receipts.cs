using System.Collections.Immutable;

namespace CoDesign.Domain.Bids;

/// <summary>What a bidder was given for something that they handed in.</summary>
/// <param name="Submission">What was handed in.</param>
/// <param name="TakenBack">When it was taken back; null where it wasn't.</param>
public sealed record Receipt(Submission Submission, DateTimeOffset? TakenBack = null);

/// <content>Receipts stay, also of what was replaced or taken back.</content>
public sealed partial record Bid
{
    /// <summary>All receipts, the first first; each is called by its place, from 1.</summary>
    public ImmutableArray<Receipt> Receipts { get; init; } = [];

    private Bid HandedIn(Submission submission) => this with
    {
        Status = BidStatus.Submitted,
        Submission = submission,
        Receipts = Receipts.Add(new Receipt(submission)),
    };

    private Bid Confirmed(int version)
    {
        var confirmed = Submission! with { Version = version };
        return this with { Version = version, Submission = confirmed, Receipts = Receipts.SetItem(Receipts.Length - 1, new Receipt(confirmed)) };
    }

    private Bid TakenBack(DateTimeOffset at) => this with
    {
        Status = BidStatus.Withdrawn,
        Submission = null,
        Receipts = Receipts.SetItem(Receipts.Length - 1, Receipts[^1] with { TakenBack = at }),
    };
}

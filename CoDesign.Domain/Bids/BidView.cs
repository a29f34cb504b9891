using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Bids;

/// <summary>What a bid's own team may see of it. Panels see submitted answers through their own view, and nobody else anything.</summary>
/// <param name="Id">The bid.</param>
/// <param name="Tender">The tender it answers.</param>
/// <param name="Organisation">Who bids.</param>
/// <param name="Price">The price; null where not given.</param>
/// <param name="Status">Where it is.</param>
/// <param name="Submission">What was handed in last.</param>
/// <param name="IsInTime">Whether it may still be changed.</param>
public sealed record BidView(
    BidId Id, TenderId Tender, string Organisation, decimal? Price, BidStatus Status, Submission? Submission, bool IsInTime)
{
    /// <summary>The view of one reader; null for who isn't in the team, or where there is none.</summary>
    public static BidView? For(Bid? bid, Tender? tender, ParticipantId viewer, DateTimeOffset now) =>
        bid is null || tender is null || !bid.Team.Contains(viewer)
            ? null
            : new BidView(bid.Id, bid.Tender, bid.Organisation, bid.Price, bid.Status, bid.Submission, tender.InTime(now));
}

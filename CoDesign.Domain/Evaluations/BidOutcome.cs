using System.Collections.Immutable;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Evaluations;

/// <summary>What the team of a bid learns once every lot is settled: its summary, the standstill, and times to hear more.</summary>
/// <param name="Summary">The assessment summary.</param>
/// <param name="Notices">The notices of the lots that it is for.</param>
/// <param name="Slots">Times that are free or its own; nobody else's.</param>
/// <param name="Mine">The time that the team has booked; null where it has none.</param>
public sealed record BidOutcome(AssessmentSummary Summary, ImmutableArray<AwardNotice> Notices, ImmutableArray<FeedbackSlot> Slots, FeedbackSlot? Mine)
{
    /// <summary>What somebody of the bid's team sees; null for everybody else, and before every lot is settled.</summary>
    public static BidOutcome? For(Panel? panel, Tender? tender, BidId id, ParticipantId viewer, DateTimeOffset now)
    {
        if (panel is not { IsDone: true } || tender is null || panel.Bids?.Find(one => one.Bid == id) is not { } bid || !bid.Team.Contains(viewer)) return null;
        var summary = AssessmentSummary.Of(panel, tender, bid);
        return new BidOutcome(summary,
            [.. panel.Notices.Where(notice => summary.Lots.Any(lot => lot.Lot.Id == notice.Lot))],
            [.. panel.Feedback.Where(slot => slot.Bid == id || slot.Bid is null && slot.At > now)],
            panel.Feedback.Find(slot => slot.Bid == id));
    }
}

/// <summary>An award, as anybody may read it once every lot is settled.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Organisation">Who won; null where the lot ended without an award.</param>
/// <param name="Price">The price in pounds; 0 where nobody won.</param>
/// <param name="Ended">Why it ended without an award; null where it didn't.</param>
/// <param name="Notice">The notice; null for awards of before there were notices.</param>
/// <param name="Signed">When the contract was signed; null before.</param>
/// <param name="Together">Who won together, the lead first; empty where one won alone, or nobody.</param>
public sealed record PublicAward(Lot Lot, string? Organisation, decimal Price, string? Ended, AwardNotice? Notice, DateTimeOffset? Signed, ImmutableArray<PartInBid> Together)
{
    /// <summary>The awards of a tender, in the order of its lots; none before every lot is settled.</summary>
    public static ImmutableArray<PublicAward> Of(Panel? panel, Tender tender) => panel is not { IsDone: true } ? [] :
    [
        .. from lot in tender.Lots
           let award = panel.Awards.Find(one => one.Lot == lot.Id)
           let bid = award is null ? null : panel.Bids!.Find(one => one.Bid == award.Bid)
           select new PublicAward(lot, bid?.Organisation, bid?.PriceOf(lot.Id) ?? 0, panel.Endings.Find(one => one.Lot == lot.Id)?.Reason,
               panel.Notices.Find(one => one.Lot == lot.Id), panel.Signed.Find(one => one.Lot == lot.Id)?.At, PartInBid.Of(bid?.Consortium ?? [])),
    ];
}

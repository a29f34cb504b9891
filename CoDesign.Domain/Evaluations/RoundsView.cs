using System.Collections.Immutable;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Evaluations;

/// <summary>The rounds that follow what is written, as one reader may see them.</summary>
/// <param name="Current">The round that is scored now.</param>
/// <param name="Left">The rounds that are still to be opened, for who chairs.</param>
/// <param name="Open">The bids of which the reader writes down what was held, heard and seen; for who chairs.</param>
/// <param name="Records">For which bids rounds were held, where the reader may see the bid.</param>
/// <param name="HasMore">Whether a round is still to be opened.</param>
public sealed record RoundsView(ScoringRound Current, ImmutableArray<ScoringRound> Left, ImmutableArray<BidId> Open, ImmutableArray<RoundRecord> Records, bool HasMore)
{
    /// <summary>The view of somebody in the room; null where the tender has no later round.</summary>
    internal static RoundsView? For(Panel panel, Tender tender, ParticipantId viewer, bool moderates) => panel.Bids is null || !tender.LaterRounds.Any() ? null : new(
        panel.CurrentRound,
        moderates && !panel.InModeration ? [.. tender.LaterRounds.Except(panel.LaterRounds)] : [],
        moderates && !panel.InModeration && panel.CurrentRound != ScoringRound.Written ? [.. panel.Bids.Select(bid => bid.Bid).Where(bid => !panel.IsRestedOn(bid))] : [],
        [.. panel.Records.Where(record => moderates || panel.IsDone || panel.MaySee(viewer, record.Bid))],
        !panel.InModeration && tender.LaterRounds.Except(panel.LaterRounds).Any());
}

using System.Collections.Immutable;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;

namespace CoDesign.Domain.Evaluations;

/// <summary>Who works on a bid, to be told that there is a decision.</summary>
public sealed record BidTeam(BidId Bid, ImmutableArray<ParticipantId> People);

/// <summary>
/// Every lot is settled, and all whom it concerns are to be told at the same moment. What was decided is no part of it, so that
/// nothing that is made of it can tell.
/// </summary>
/// <param name="Teams">Each bid that the panel had, with who works on it.</param>
/// <param name="Panel">Who scored and who chaired.</param>
[EventName("award.announced.v1")]
public sealed record AwardAnnounced(ImmutableArray<BidTeam> Teams, ImmutableArray<ParticipantId> Panel) : IAwardEvent
{
    /// <summary>
    /// To all whom it concerns as things are: of those who had a part in a bid, to whoever is in its team now and so finds its page.
    /// </summary>
    internal static AwardAnnounced Of(Panel panel, Project project, Facts facts) => new(
        [.. panel.Bids!.Select(bid => new BidTeam(bid.Bid, facts.Find<Bid>(bid.Bid.Stream)?.Team ?? bid.Team))],
        [.. panel.Evaluators.Select(evaluator => evaluator.Person).Append(panel.Moderator ?? default).Where(person => panel.IsInRoom(person, project)).Distinct()]);
}

using CoDesign.App.Live;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Providers;
using CoDesign.Domain.Tenders;
using CoDesign.Domain.Text;

namespace CoDesign.App.Bids;

/// <summary>Reads bids for a viewer.</summary>
public static class BidReading
{
    /// <summary>What somebody may see of a bid: its team, and nobody else.</summary>
    public static BidView? View(Reading reading, BidId id, ParticipantId viewer, DateTimeOffset now) =>
        reading.Find<Bid>(id.Stream) is { } bid && bid.Team.Contains(viewer)
            ? BidView.For(bid, reading.Find<Tender>(bid.Tender.Stream), viewer, now)
            : null;

    /// <summary>How far a bid is, for its team; for others null.</summary>
    public static BidProgress? Progress(Reading reading, BidId id, ParticipantId viewer) =>
        reading.Find<Bid>(id.Stream) is { } bid && bid.Team.Contains(viewer) && reading.Find<Tender>(bid.Tender.Stream) is { } tender
            ? BidProgress.Of(bid, tender, text => reading.Find<TextDocument>(text)?.Text, ProviderOf(reading, bid))
            : null;

    /// <summary>The profile that a bid uses; null where it uses none.</summary>
    public static Provider? ProviderOf(Reading reading, Bid bid) => bid.Provider is { } id ? reading.Find<Provider>(id.Stream) : null;

    /// <summary>What an invitation opens for somebody; null where it opens nothing, or where there is no bid.</summary>
    public static TeamDoor? Door(Reading reading, BidId id, InvitationId invitation, ParticipantId viewer, DateTimeOffset now)
    {
        if (reading.Find<Bid>(id.Stream) is not { } bid || bid.Invitation(invitation, now) is null || reading.Find<Tender>(bid.Tender.Stream) is not { } tender) return null;
        var isOutside = viewer == ParticipantId.Public || BidDecider.IsInsider(viewer, reading.Find<Project>(tender.Project.Stream), reading.Find<Panel>(tender.Id.Panel.Stream));
        return isOutside ? new TeamDoor(id, null, null) : new TeamDoor(id, bid.Organisation, tender.Title);
    }

    /// <summary>The bid that somebody has for a tender; null where they have none.</summary>
    public static BidId? Mine(Reading reading, TenderId tender, ParticipantId viewer) => viewer == ParticipantId.Public
        ? null
        : Of(reading, viewer).FirstOrDefault(bid => bid.Tender == tender)?.Id;

    /// <summary>The bids of somebody's teams.</summary>
    public static IEnumerable<Bid> Of(Reading reading, ParticipantId viewer) =>
        reading.Sealed("bid").Select(reading.Find<Bid>).OfType<Bid>().Where(bid => bid.Team.Contains(viewer));

    /// <summary>How somebody's bids stand.</summary>
    public static IEnumerable<MyBid> MyBids(Reading reading, ParticipantId viewer, DateTimeOffset now)
    {
        foreach (var bid in Of(reading, viewer))
        {
            if (BidView.For(bid, reading.Find<Tender>(bid.Tender.Stream), viewer, now) is not { } view || reading.Find<Tender>(bid.Tender.Stream) is not { } tender) continue;
            var (standing, isUrgent) = !view.IsInTime || Progress(reading, bid.Id, viewer) is not { } progress ? (view.Standing, false)
                : view.IsAsked ? ("The tender was changed: confirm your bid, or change it", true)
                : view.Submission is { } submission ? progress.DiffersFrom(submission) ? ("Changed since you submitted it", true) : ("Submitted", false)
                : progress.IsComplete && view.Status != BidStatus.Withdrawn ? ("Your bid is complete, but not submitted", true)
                : (view.Standing, false);
            yield return new MyBid(bid.Id, tender.Title, bid.Organisation, standing, isUrgent, view.Submission is not null && !isUrgent, view.IsInTime, tender.Deadline);
        }
    }

    /// <summary>The bids that were handed in for a tender. For the panel that opens them after the deadline, and nobody else.</summary>
    public static IEnumerable<Bid> HandedIn(Reading reading, TenderId tender) =>
        reading.Sealed("bid").Select(reading.Find<Bid>).OfType<Bid>().Where(bid => bid.Tender == tender && bid.Submission is not null);
}

/// <summary>What somebody who holds an invitation learns before they come in.</summary>
/// <param name="Bid">The bid.</param>
/// <param name="Organisation">Who bids; null for who isn't signed in, and for who runs, scores or oversees the tender.</param>
/// <param name="Title">What the tender is called; null likewise.</param>
public sealed record TeamDoor(BidId Bid, string? Organisation, string? Title);

/// <summary>How a bid of somebody's stands.</summary>
/// <param name="Id">The bid.</param>
/// <param name="Title">What the tender is called.</param>
/// <param name="Organisation">Who bids.</param>
/// <param name="Standing">How it stands, in words.</param>
/// <param name="IsUrgent">Whether what would be read isn't what they want.</param>
/// <param name="IsSafe">Whether it is submitted as it is.</param>
/// <param name="IsInTime">Whether it may still be changed.</param>
/// <param name="Deadline">The last instant at which it is in time.</param>
public sealed record MyBid(BidId Id, string Title, string Organisation, string Standing, bool IsUrgent, bool IsSafe, bool IsInTime, DateTimeOffset? Deadline);

using CoDesign.App.Live;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Providers;
using CoDesign.Domain.Tenders;

namespace CoDesign.App.Bids;

/// <summary>Reads what partners see of bids, and whether an organisation is in two bids for one tender.</summary>
public static class PartnerReading
{
    /// <summary>What a partner's own people see of a bid, and who was asked by their profile.</summary>
    public static PartnerView? View(Reading reading, BidId id, ParticipantId viewer, DateTimeOffset now) =>
        reading.Find<Bid>(id.Stream) is { Partners.IsEmpty: false } bid
            ? PartnerView.For(bid, reading.Find<Tender>(bid.Tender.Stream), viewer, provider => IsMember(reading, provider, viewer), now)
            : null;

    /// <summary>What somebody who holds a link sees; null where it opens nothing.</summary>
    public static PartnerDoor? Door(Reading reading, BidId id, InvitationId invitation, ParticipantId viewer, DateTimeOffset now)
    {
        if (reading.Find<Bid>(id.Stream) is not { } bid || bid.PartnerLinks.FirstOrDefault(link => link.Id == invitation && now <= link.Until) is not { } link
            || bid.Partners.Find(partner => partner.Id == link.Partner) is not { } partner || reading.Find<Tender>(bid.Tender.Stream) is not { } tender) return null;
        var isOutside = viewer == ParticipantId.Public || BidDecider.IsInsider(viewer,
            reading.Find<Domain.Projects.Project>(tender.Project.Stream), reading.Find<Domain.Evaluations.Panel>(tender.Id.Panel.Stream));
        return isOutside ? new PartnerDoor(id, partner.Id, null, null, null) : new PartnerDoor(id, partner.Id, partner.Name, bid.Organisation, tender.Title);
    }

    /// <summary>The parts that somebody has in bids of others, and those that their organisations are asked to take.</summary>
    public static IEnumerable<PartnerView> Of(Reading reading, ParticipantId viewer, DateTimeOffset now) =>
        reading.Sealed("bid").Select(bid => View(reading, new BidId(bid.Value), viewer, now)).OfType<PartnerView>();

    /// <summary>
    /// Whether an organisation has a part in another bid for the same tender too. For its own members alone: nobody else may
    /// learn of that bid, and they learn nothing but that there is one.
    /// </summary>
    public static bool IsInAnother(Reading reading, ProviderId? provider, BidId bid, TenderId tender, ParticipantId viewer) =>
        provider is { } organisation && IsMember(reading, organisation, viewer)
        && reading.Sealed("bid").Select(reading.Find<Bid>).OfType<Bid>().Any(other => other.Id != bid && other.Tender == tender && other.Status != BidStatus.Withdrawn
            && (other.Provider == organisation || other.Partners.Exists(partner => partner.Provider == organisation && partner.Status != PartnerStatus.Left)));

    private static bool IsMember(Reading reading, ProviderId provider, ParticipantId viewer) => reading.Find<Provider>(provider.Stream)?.IsMember(viewer) is true;
}

/// <summary>What somebody who holds a partner's link learns before they come in.</summary>
/// <param name="Bid">The bid.</param>
/// <param name="Partner">The partner that the link is for.</param>
/// <param name="Name">What it is called; null for who isn't signed in, and for who runs, scores or oversees the tender.</param>
/// <param name="Lead">Who leads; null likewise.</param>
/// <param name="Title">What the tender is called; null likewise.</param>
public sealed record PartnerDoor(BidId Bid, PartnerId Partner, string? Name, string? Lead, string? Title);

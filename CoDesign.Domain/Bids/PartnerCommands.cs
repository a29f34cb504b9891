using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Providers;

namespace CoDesign.Domain.Bids;

/// <summary>Something asked about those who bid together. The lead's team, where nothing else is said; until the deadline.</summary>
public interface IPartnerCommand : IBidCommand;

/// <summary>Something that a partner's own people ask.</summary>
public interface IPartnersOwnCommand : IPartnerCommand;

/// <summary>Something that happened to those who bid together.</summary>
public interface IPartnerEvent : IEvent;

/// <summary>Asks an organisation to bid together: by its profile, so that its members find it here, or by a link.</summary>
/// <param name="Provider">An organisation that agreed to be found; null to ask by a link.</param>
/// <param name="Name">What it is called, 1 to 120 characters; left out with a profile.</param>
/// <param name="Does">What it is to do, 1 to 1,000 characters.</param>
/// <param name="Access">What its people may do with the answers.</param>
public sealed record AddPartner(ProviderId? Provider, string? Name, string? Does, PartnerAccess Access) : IPartnerCommand;

/// <summary>Says what a partner is to do, and what its people may do. It has to agree again where what it does is another.</summary>
public sealed record ChangePartner(PartnerId Partner, string? Does, PartnerAccess Access) : IPartnerCommand;

/// <summary>Declares all shares at once. They total exactly 100; whose share is another has to agree again.</summary>
/// <param name="Lead">The lead's share in percent: more than 0, two decimal places at most.</param>
/// <param name="Does">What the lead does, 1 to 1,000 characters.</param>
/// <param name="Partners">The share of each partner.</param>
public sealed record SetShares(decimal Lead, string? Does, ImmutableDictionary<PartnerId, decimal> Partners) : IPartnerCommand;

/// <summary>Makes another link by which somebody of a partner comes in within 14 days; at most 5 are open for each.</summary>
public sealed record LinkPartner(PartnerId Partner) : IPartnerCommand;

/// <summary>Goes on without a partner. Its people see nothing of the bid from then on.</summary>
public sealed record RemovePartner(PartnerId Partner) : IPartnerCommand;

/// <summary>Comes in as one of a partner's people: by a link, or as a member of the organisation that was asked. Who runs, scores or oversees the tender can't.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="Invitation">The link; null for a member.</param>
public sealed record JoinAsPartner(PartnerId Partner, InvitationId? Invitation) : IPartnersOwnCommand;

/// <summary>Agrees for a partner to what it does and to its share.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="Share">The share that was read; refused where it is another by now.</param>
/// <param name="Does">What it does, as it was read; likewise.</param>
public sealed record AgreeToShare(PartnerId Partner, decimal Share, string? Does) : IPartnersOwnCommand;

/// <summary>Leaves the bid with one's organisation. The lead is asked how it goes on; what was handed in names it until then.</summary>
public sealed record LeaveConsortium(PartnerId Partner) : IPartnersOwnCommand;

/// <summary>An organisation was asked to bid together.</summary>
[EventName("partner.added.v1")]
public sealed record PartnerAdded(Partner Partner) : IPartnerEvent;

/// <summary>It was said what a partner does, and what its people may do.</summary>
[EventName("partner.changed.v1")]
public sealed record PartnerChanged(PartnerId Partner, string Does, PartnerAccess Access) : IPartnerEvent;

/// <summary>The shares were declared.</summary>
[EventName("partner-shares.set.v1")]
public sealed record SharesSet(decimal Lead, string Does, ImmutableDictionary<PartnerId, decimal> Partners) : IPartnerEvent;

/// <summary>There is a link for a partner.</summary>
[EventName("partner.linked.v1")]
public sealed record PartnerLinked(InvitationId Invitation, PartnerId Partner, DateTimeOffset Until) : IPartnerEvent;

/// <summary>The bid goes on without a partner.</summary>
[EventName("partner.removed.v1")]
public sealed record PartnerRemoved(PartnerId Partner) : IPartnerEvent;

/// <summary>Somebody of a partner came in.</summary>
[EventName("partner.joined.v1")]
public sealed record PartnerJoined(PartnerId Partner, InvitationId? Invitation) : IPartnerEvent;

/// <summary>A partner agreed.</summary>
[EventName("partner.agreed.v1")]
public sealed record PartnerAgreed(PartnerId Partner, decimal Share) : IPartnerEvent;

/// <summary>A partner left.</summary>
[EventName("partner.left.v1")]
public sealed record PartnerLeft(PartnerId Partner) : IPartnerEvent;

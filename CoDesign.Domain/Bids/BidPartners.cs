using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Bids;

/// <content>Those who bid together.</content>
public sealed partial record Bid
{
    /// <summary>The partners, in the order in which they were asked; those too who left, until the lead goes on without them.</summary>
    public ImmutableList<Partner> Partners { get; init; } = [];

    /// <summary>The lead's own share in percent.</summary>
    public decimal LeadShare { get; init; } = Shares.Whole;

    /// <summary>What the lead does; empty before it was said.</summary>
    public string LeadDoes { get; init; } = "";

    /// <summary>Links for people of partners that nobody has used yet.</summary>
    public ImmutableArray<PartnerLink> PartnerLinks { get; init; } = [];

    /// <summary>Who bids together, with shares, the lead first; empty for who bids alone.</summary>
    [JsonIgnore]
    public ImmutableArray<ConsortiumShare> Consortium => Partners.IsEmpty ? [] :
    [
        new ConsortiumShare(Organisation, LeadDoes, LeadShare, Provider),
        .. Partners.Select(partner => new ConsortiumShare(partner.Name, partner.Does, partner.Share, partner.Provider)),
    ];

    /// <summary>The partner whose people somebody is one of, and that hasn't left; null for others.</summary>
    public Partner? PartnerOf(ParticipantId person) => Partners.Find(partner => partner.Status != PartnerStatus.Left && partner.People.Contains(person));

    /// <summary>Whether somebody may read the answers.</summary>
    public bool MayRead(ParticipantId person) => Team.Contains(person) || PartnerOf(person)?.Access is PartnerAccess.Reads or PartnerAccess.Writes;

    /// <summary>Whether somebody may write the answers.</summary>
    public bool MayWrite(ParticipantId person) => Team.Contains(person) || PartnerOf(person)?.Access is PartnerAccess.Writes;

    /// <summary>The link, where it still opens something; null otherwise.</summary>
    public PartnerLink? PartnerLink(PartnerId partner, InvitationId id, DateTimeOffset now) =>
        PartnerLinks.FirstOrDefault(link => link.Id == id && link.Partner == partner && now <= link.Until);

    private Bid AfterPartner(IPartnerEvent happened, ParticipantId actor) => happened switch
    {
        PartnerAdded e => this with { Partners = Partners.Add(e.Partner) },
        PartnerChanged e => With(e.Partner, partner => Asked(partner, partner with { Does = e.Does, Access = e.Access })),
        SharesSet e => this with { LeadShare = e.Lead, LeadDoes = e.Does, Partners = Partners.ConvertAll(partner => Asked(partner, partner with { Share = e.Partners.GetValueOrDefault(partner.Id) })) },
        PartnerLinked e => this with { PartnerLinks = PartnerLinks.Add(new PartnerLink(e.Invitation, e.Partner, e.Until)) },
        PartnerRemoved e => this with { Partners = Partners.RemoveAll(partner => partner.Id == e.Partner), PartnerLinks = PartnerLinks.RemoveAll(link => link.Partner == e.Partner) },
        PartnerJoined e => With(e.Partner, partner => partner with { People = partner.People.Add(actor) }) with
        {
            PartnerLinks = PartnerLinks.RemoveAll(link => link.Id == e.Invitation),
            Writers = [.. Writers.Union([actor])],
        },
        PartnerAgreed e => With(e.Partner, partner => partner with { Status = PartnerStatus.Agreed }),
        PartnerLeft e => With(e.Partner, partner => partner with { Status = PartnerStatus.Left }) with { PartnerLinks = PartnerLinks.RemoveAll(link => link.Partner == e.Partner) },
        _ => throw new InvalidOperationException($"A bid knows no event {happened.GetType().Name}."),
    };

    /// <summary>Whoever agreed to something else is asked again.</summary>
    private static Partner Asked(Partner before, Partner after) =>
        after.Status == PartnerStatus.Agreed && (before.Does, before.Share) != (after.Does, after.Share) ? after with { Status = PartnerStatus.Invited } : after;

    private Bid With(PartnerId id, Func<Partner, Partner> change) =>
        this with { Partners = Partners.ConvertAll(partner => partner.Id == id ? change(partner) : partner) };
}

using System.Collections.Immutable;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Providers;
using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Bids;

/// <content>Those who bid together.</content>
public sealed partial class BidDecider
{
    private const int MostLinks = 5;

    private static readonly Refusal PartnerUnknown = new("provider.unknown", "Choose an organisation from the list, or ask it by a link.", "provider");
    private static readonly Refusal PartnerTwice = new("provider.partner-already", "This organisation bids together with you already.", "provider");
    private static readonly Refusal PartnersMany = new("partners.many", $"There is room for {Shares.MostPartners} partners. Go on without one first.");
    private static readonly Refusal LinksMany = new("partner.links-many", $"There are {MostLinks} open links for this partner already. Send one of them.");
    private static readonly Refusal PartnerGone = new("partner.left", "This organisation has left. Go on without it, or ask it anew.");
    private static readonly Refusal PartnerPerson = new("partner.person-already", "You have a part in this bid already.");
    private static readonly Refusal TermsMoved = new("partner.terms-moved", "The lead has changed what you are asked to agree to. Read it again.");
    private static readonly Refusal ShareMissing = new("share.missing", "The lead hasn’t declared your share yet, so there is nothing to agree to.");
    private static readonly Refusal SharesUnknown = new("shares.unknown", "Give a share for each partner. Meanwhile somebody may have changed who they are; look again.");

    private static Decision OfPartners(Bid state, IPartnerCommand command, Context context) => command switch
    {
        AddPartner c => Add(state, c, context),
        ChangePartner c => Change(state, c),
        SetShares c => Set(state, c),
        LinkPartner c => Link(state, c, context),
        RemovePartner c => state.Partners.Exists(partner => partner.Id == c.Partner) ? Decision.Accept(new PartnerRemoved(c.Partner)) : Refusal.NotFound,
        _ => Refusal.NotFound,
    };

    private static Decision Add(Bid state, AddPartner c, Context context)
    {
        if (state.Partners.Count >= Shares.MostPartners) return PartnersMany;
        if (Written.Choice(c.Access, "access", "what its people may do") is { } unknown) return unknown;
        if (c.Provider is { } asked && (asked == state.Provider || state.Partners.Exists(partner => partner.Provider == asked))) return PartnerTwice;
        var provider = c.Provider is { } id ? context.Facts.Find<Provider>(id.Stream) : null;
        if (c.Provider is not null && !(provider is not null && (provider.IsPublic || provider.IsMember(context.Actor)))) return PartnerUnknown;
        if (Written.Words(provider?.Name ?? c.Name, "name", "the name of the organisation", 120, out var name) is { } badName) return badName;
        if (Written.Words(c.Does, "does", "what it is to do", 1_000, out var does) is { } bad) return bad;
        var partner = new Partner(new PartnerId(context.NewId()), name, c.Provider, does, 0, c.Access, PartnerStatus.Invited, []);
        return c.Provider is null
            ? Decision.Make(partner.Id.Value, new PartnerAdded(partner), new PartnerLinked(new InvitationId(context.NewId(1)), partner.Id, context.Now + InvitationCode.Holds))
            : Decision.Make(partner.Id.Value, new PartnerAdded(partner));
    }

    private static Decision Change(Bid state, ChangePartner c)
    {
        if (state.Partners.Find(partner => partner.Id == c.Partner) is not { } partner) return Refusal.NotFound;
        if (partner.Status == PartnerStatus.Left) return PartnerGone;
        if (Written.Choice(c.Access, "access", "what its people may do") is { } unknown) return unknown;
        if (Written.Words(c.Does, "does", "what it is to do", 1_000, out var does) is { } bad) return bad;
        return (does, c.Access) == (partner.Does, partner.Access) ? Decision.Accept() : Decision.Accept(new PartnerChanged(partner.Id, does, c.Access));
    }

    private static Decision Set(Bid state, SetShares c)
    {
        var shares = c.Partners ?? ImmutableDictionary<PartnerId, decimal>.Empty;
        if (state.Partners.IsEmpty || shares.Count != state.Partners.Count || !state.Partners.TrueForAll(partner => shares.ContainsKey(partner.Id))) return SharesUnknown;
        if (state.Partners.Exists(partner => partner.Status == PartnerStatus.Left)) return PartnerGone;
        if (Written.Words(c.Does, "does", "what you do as the lead", 1_000, out var does) is { } bad) return bad;
        if (!Shares.IsShare(c.Lead)) return ShareRange("lead");
        foreach (var (partner, share) in shares)
        {
            if (!Shares.IsShare(share)) return ShareRange($"partners[{partner}]");
        }

        var total = c.Lead + shares.Values.Sum();
        if (total != Shares.Whole) return new Refusal("shares.total", $"The shares total {total:0.##}%. They must total exactly 100%.", "lead");
        var isSame = (c.Lead, does) == (state.LeadShare, state.LeadDoes) && state.Partners.TrueForAll(partner => shares[partner.Id] == partner.Share);
        return isSame ? Decision.Accept() : Decision.Accept(new SharesSet(c.Lead, does, shares));
    }

    private static Refusal ShareRange(string field) => new("share.range", "Give a share in percent: more than 0, less than 100, with at most two decimal places.", field);

    private static Decision Link(Bid state, LinkPartner c, Context context)
    {
        if (state.Partners.Find(partner => partner.Id == c.Partner) is not { } partner) return Refusal.NotFound;
        if (partner.Status == PartnerStatus.Left) return PartnerGone;
        if (state.PartnerLinks.Count(link => link.Partner == c.Partner && context.Now <= link.Until) >= MostLinks) return LinksMany;
        var id = new InvitationId(context.NewId());
        return Decision.Make(id.Value, new PartnerLinked(id, c.Partner, context.Now + InvitationCode.Holds));
    }

    /// <summary>What a partner's own people ask. Whoever has no part in it finds no bid.</summary>
    private static Decision OfPartnersOwn(Bid state, IPartnersOwnCommand command, Tender tender, Context context)
    {
        if (command is JoinAsPartner join) return Join(state, join, tender, context);
        var mine = state.PartnerOf(context.Actor);
        if (mine is null || mine.Id != ((command as AgreeToShare)?.Partner ?? (command as LeaveConsortium)?.Partner)) return Refusal.NotFound;
        if (tender.Withdrawal is not null) return TenderWithdrawn;
        if (!tender.InTime(context.Now)) return Late;
        if (command is LeaveConsortium) return Decision.Accept(new PartnerLeft(mine.Id));
        if (command is not AgreeToShare agree) throw new InvalidOperationException($"A bid knows no command {command.GetType().Name}.");
        if (mine.Share == 0) return ShareMissing;
        if (agree.Share != mine.Share || agree.Does?.ReplaceLineEndings("\n") != mine.Does) return TermsMoved;
        return mine.Status == PartnerStatus.Agreed ? Decision.Accept() : Decision.Accept(new PartnerAgreed(mine.Id, mine.Share));
    }

    private static Decision Join(Bid state, JoinAsPartner c, Tender tender, Context context)
    {
        if (context.Actor == ParticipantId.Public || state.Partners.Find(one => one.Id == c.Partner) is not { Status: not PartnerStatus.Left } partner) return Refusal.NotFound;
        var isAsked = c.Invitation is { } link
            ? state.PartnerLink(c.Partner, link, context.Now) is not null
            : partner.Provider is { } profile && context.Facts.Find<Provider>(profile.Stream)?.IsMember(context.Actor) is true;
        if (!isAsked) return Refusal.NotFound;
        if (IsInsider(context.Actor, context.Facts.Find<Project>(tender.Project.Stream), context.Facts.Find<Panel>(tender.Id.Panel.Stream))) return OfficerBids;
        if (tender.Withdrawal is not null) return TenderWithdrawn;
        if (!tender.InTime(context.Now)) return Late;
        return state.Team.Contains(context.Actor) || state.PartnerOf(context.Actor) is not null ? PartnerPerson : Decision.Accept(new PartnerJoined(c.Partner, c.Invitation));
    }

    /// <summary>What keeps a bid from being handed in because of those who bid together.</summary>
    internal static IEnumerable<Refusal> MissingOfPartners(Bid bid)
    {
        if (bid.Partners.IsEmpty) yield break;
        foreach (var partner in bid.Partners.Where(partner => partner.Status == PartnerStatus.Left))
            yield return new Refusal("partner.left", $"{partner.Name} has left. Go on without them and declare the shares anew.", "partners");
        if (!Shares.AreWhole(bid.Partners.Select(partner => partner.Share).Append(bid.LeadShare)) || bid.Partners.Exists(partner => partner.Share == 0))
            yield return new Refusal("partners.shares", "Declare the share of everybody who bids together. They must total exactly 100%.", "partners");
        foreach (var partner in bid.Partners.Where(partner => partner.Status == PartnerStatus.Invited))
            yield return new Refusal("partner.not-agreed", $"{partner.Name} hasn’t agreed yet.", "partners");
    }
}

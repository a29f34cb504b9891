using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Providers;
using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Bids;

/// <summary>
/// What a partner's own people see of a bid: what they are asked to agree to, and once they came in, who else bids together.
/// Never the price, and the answers only as far as the lead lets them.
/// </summary>
public sealed record PartnerView
{
    /// <summary>The bid.</summary>
    public required BidId Bid { get; init; }

    /// <summary>The tender it answers.</summary>
    public required TenderId Tender { get; init; }

    /// <summary>Who leads.</summary>
    public required string Lead { get; init; }

    /// <summary>The reader's organisation in it.</summary>
    public required PartnerId Partner { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>Its profile; null where it was asked by a link alone.</summary>
    public required ProviderId? Provider { get; init; }

    /// <summary>What it does.</summary>
    public required string Does { get; init; }

    /// <summary>Its share in percent; 0 before it was declared.</summary>
    public required decimal Share { get; init; }

    /// <summary>Where it stands.</summary>
    public required PartnerStatus Status { get; init; }

    /// <summary>Whether the reader came in; before, they only see what they are asked.</summary>
    public required bool IsIn { get; init; }

    /// <summary>Who bids together; empty for who hasn't come in.</summary>
    public required ImmutableArray<ConsortiumShare> Consortium { get; init; }

    /// <summary>Whether the reader may read the answers.</summary>
    public required bool MayRead { get; init; }

    /// <summary>Whether the reader may write them.</summary>
    public required bool MayWrite { get; init; }

    /// <summary>Whether anything can still be changed.</summary>
    public required bool IsInTime { get; init; }

    /// <summary>When the bid was handed in; null where it isn't, and for who hasn't come in.</summary>
    public required DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>The view of one reader; null for who is of no partner, or where there is none.</summary>
    /// <param name="bid">The bid.</param>
    /// <param name="tender">The tender that it answers.</param>
    /// <param name="viewer">Who reads.</param>
    /// <param name="isMember">Whether the reader belongs to an organisation.</param>
    /// <param name="now">The server's time.</param>
    public static PartnerView? For(Bid? bid, Tender? tender, ParticipantId viewer, Func<ProviderId, bool> isMember, DateTimeOffset now)
    {
        if (bid is null || tender is null || viewer == ParticipantId.Public || bid.Team.Contains(viewer)) return null;
        var mine = bid.PartnerOf(viewer);
        var partner = mine ?? bid.Partners.Find(one => one is { Status: not PartnerStatus.Left, Provider: { } asked } && isMember(asked));
        return partner is null ? null : new PartnerView
        {
            Bid = bid.Id,
            Tender = bid.Tender,
            Lead = bid.Organisation,
            Partner = partner.Id,
            Name = partner.Name,
            Provider = partner.Provider,
            Does = partner.Does,
            Share = partner.Share,
            Status = partner.Status,
            IsIn = mine is not null,
            Consortium = mine is null ? [] : bid.Consortium,
            MayRead = bid.MayRead(viewer),
            MayWrite = bid.MayWrite(viewer),
            IsInTime = tender.TakesBids(now),
            SubmittedAt = mine is null ? null : bid.Submission?.At,
        };
    }
}

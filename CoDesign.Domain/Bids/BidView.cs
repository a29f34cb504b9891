using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Providers;
using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Bids;

/// <summary>What a bid's own team may see of it. Panels see submitted answers through their own view, and nobody else anything.</summary>
/// <param name="Id">The bid.</param>
/// <param name="Tender">The tender it answers.</param>
/// <param name="Organisation">Who bids.</param>
/// <param name="Price">All lots together; null where not given.</param>
/// <param name="Status">Where it is.</param>
/// <param name="Submission">What was handed in last.</param>
/// <param name="IsInTime">Whether it may still be changed.</param>
/// <param name="Version">The version of the tender that the team took up last.</param>
/// <param name="InForce">The tender's version in force.</param>
/// <param name="IsWithdrawn">Whether the tender was taken back.</param>
/// <param name="Lots">What it is for, lot by lot in the tender's order.</param>
public sealed record BidView(
    BidId Id, TenderId Tender, string Organisation, decimal? Price, BidStatus Status, Submission? Submission, bool IsInTime,
    int Version, int InForce, bool IsWithdrawn, ImmutableArray<LotProgress> Lots)
{
    /// <summary>The files, as they are now.</summary>
    public ImmutableArray<EvidenceFile> Files { get; init; } = [];

    /// <summary>All receipts, the first first.</summary>
    public ImmutableArray<Receipt> Receipts { get; init; } = [];

    /// <summary>Who writes it.</summary>
    public ImmutableArray<ParticipantId> Team { get; init; } = [];

    /// <summary>Links into the team that still open something.</summary>
    public ImmutableArray<TeamInvitation> Invitations { get; init; } = [];

    /// <summary>The organisation whose profile it uses; null for none.</summary>
    public ProviderId? Provider { get; init; }

    /// <summary>Who bids together with the lead.</summary>
    public ImmutableList<Partner> Partners { get; init; } = [];

    /// <summary>Links for people of partners that still open something.</summary>
    public ImmutableArray<PartnerLink> PartnerLinks { get; init; } = [];

    /// <summary>The lead's own share in percent.</summary>
    public decimal LeadShare { get; init; }

    /// <summary>What the lead does.</summary>
    public string LeadDoes { get; init; } = "";

    /// <summary>Whether the reader wants to be told by e-mail.</summary>
    public bool WantsReminders { get; init; }

    /// <summary>Whether the team is asked to confirm what it handed in, or to change it.</summary>
    public bool IsAsked => IsInTime && Submission is { } submission && submission.Version < InForce;

    /// <summary>Whether the tender was changed since the team took it up.</summary>
    public bool IsBehind => IsInTime && Version < InForce;

    /// <summary>Where it is, in words.</summary>
    public string Standing => Status switch
    {
        BidStatus.Submitted => "Submitted",
        BidStatus.Withdrawn => "Withdrawn",
        _ => IsInTime ? "Being written" : "Not submitted",
    };

    /// <summary>A file of the bid as it is, or as it was handed in; null where there is none.</summary>
    public EvidenceFile? FindFile(EvidenceId file) => Files.Concat(Submission?.Files ?? []).FirstOrDefault(one => one.Id == file);

    /// <summary>The view of one reader; null for who isn't in the team, or where there is none.</summary>
    public static BidView? For(Bid? bid, Tender? tender, ParticipantId viewer, DateTimeOffset now) =>
        bid is null || tender is null || !bid.Team.Contains(viewer)
            ? null
            : new BidView(bid.Id, bid.Tender, bid.Organisation, bid.PriceFor(tender), bid.Status, bid.Submission, tender.TakesBids(now),
                bid.Version, tender.Publication?.Number ?? 1, tender.Withdrawal is not null, LotProgress.Of(bid, tender))
            {
                Files = bid.Evidence,
                Receipts = bid.Receipts,
                Team = bid.Team,
                Invitations = bid.Invitations.All(one => now <= one.Until) ? bid.Invitations : [.. bid.Invitations.Where(one => now <= one.Until)],
                Provider = bid.Provider,
                Partners = bid.Partners,
                PartnerLinks = bid.PartnerLinks.All(one => now <= one.Until) ? bid.PartnerLinks : [.. bid.PartnerLinks.Where(one => now <= one.Until)],
                LeadShare = bid.LeadShare,
                LeadDoes = bid.LeadDoes,
                WantsReminders = !bid.Unreminded.Contains(viewer),
            };
}

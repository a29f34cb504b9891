using System.Collections.Immutable;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;

namespace CoDesign.Domain.Tenders;

/// <summary>What a reader may see of a tender: before publication its project's officers and members, after it anybody.</summary>
public sealed partial record TenderView
{
    /// <summary>The tender.</summary>
    public required TenderId Id { get; init; }

    /// <summary>The project that it grew out of.</summary>
    public required ProjectId Project { get; init; }

    /// <summary>Its panel.</summary>
    public required PanelId Panel { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>What is wanted.</summary>
    public required string Summary { get; init; }

    /// <summary>Estimated value in pounds, VAT included; 0 where not given.</summary>
    public required decimal Value { get; init; }

    /// <summary>What is bought.</summary>
    public required ContractKind Kind { get; init; }

    /// <summary>How it is listed among the opportunities.</summary>
    public required Listing Listing { get; init; }

    /// <summary>When the contract begins.</summary>
    public required DateOnly? Start { get; init; }

    /// <summary>How long it lasts, in months.</summary>
    public required int Months { get; init; }

    /// <summary>The last instant at which a bid is in time.</summary>
    public required DateTimeOffset? Deadline { get; init; }

    /// <summary>What can be bid for, in order; never empty.</summary>
    public required ImmutableList<Lot> Lots { get; init; }

    /// <summary>For how many lots somebody may bid, and how many they may win.</summary>
    public required LotRules LotRules { get; init; }

    /// <summary>Whether there is more than one lot.</summary>
    public bool IsDivided => Lots.Count > 1;

    /// <summary>Everything that happens, and when; null while no deadline is set.</summary>
    public required Timetable? Timetable { get; init; }

    /// <summary>Whether it is of low value, and so is one page.</summary>
    public required bool IsOnePage { get; init; }

    /// <summary>What bidders vouch for by submitting, where they need no papers.</summary>
    public required DatedRule<ImmutableArray<string>> Vouching { get; init; }

    /// <summary>What is asked besides answers and price.</summary>
    public required Asks Asks { get; init; }

    /// <summary>The same in plain words, with the reasons of what is out of proportion.</summary>
    public required ImmutableArray<AskSaid> Asked { get; init; }

    /// <summary>What of it is out of proportion.</summary>
    public required ImmutableArray<AskWarning> AskWarnings { get; init; }

    /// <summary>Why it is asked all the same.</summary>
    public required ImmutableDictionary<AskKind, string> AskReasons { get; init; }

    /// <summary>The tree of criteria.</summary>
    public required ImmutableList<Criterion> Criteria { get; init; }

    /// <summary>The groups of the panel.</summary>
    public required ImmutableList<PanelGroup> Groups { get; init; }

    /// <summary>The scales of its own, beside those that come with CoDesign.</summary>
    public required ImmutableList<Scale> Scales { get; init; }

    /// <summary>How many are likely to bid, for who runs or oversees the project; null for others, whom it would tell of bids.</summary>
    public required int? LikelyBidders { get; init; }

    /// <summary>How the price is scored.</summary>
    public required PriceRule PriceRule { get; init; }

    /// <summary>Whether the panel is told who bids when bids are opened.</summary>
    public required bool ShowsNames { get; init; }

    /// <summary>What counts for an answer once the panel has talked about its scores.</summary>
    public required ScoreSettlement Settlement { get; init; }

    /// <summary>The published version; null before.</summary>
    public required Publication? Publication { get; init; }

    /// <summary>Every published version, oldest first.</summary>
    public required ImmutableList<Publication> Versions { get; init; }

    /// <summary>Why it was taken back; null where it wasn't.</summary>
    public required Withdrawal? Withdrawal { get; init; }

    /// <summary>Whether what the reader sees is being changed for the next version, and isn't public yet.</summary>
    public required bool HasDraft { get; init; }

    /// <summary>The documents whose templates were taken over to be changed.</summary>
    public required ImmutableArray<PackDocument> Templates { get; init; }

    /// <summary>Whether the reader writes its documents.</summary>
    public required bool MayWritePack { get; init; }

    /// <summary>Whether the reader may change and publish it, until the deadline of the published version.</summary>
    public required bool MayManage { get; init; }

    /// <summary>What was asked about it and may be seen.</summary>
    public required ImmutableList<SeenEnquiry> Enquiries { get; init; }

    /// <summary>Why questions were left without an answer; empty where none was.</summary>
    public required ImmutableArray<string> WhyUnanswered { get; init; }

    /// <summary>Whether a question that the reader may answer calls for it, or for an extension.</summary>
    public bool EnquiriesUrgent(DateTimeOffset now) =>
        MayAnswer && Publication is not null && now >= Tender.EnquiriesUrgentFrom(Publication.Deadline) && Enquiries.Exists(enquiry => enquiry is { AnsweredAt: null, WhyOpen: "" });

    /// <summary>Whether the reader answers what is asked.</summary>
    public required bool MayAnswer { get; init; }

    /// <summary>Whether a bid that arrives then is taken.</summary>
    public bool TakesBids(DateTimeOffset now) => Publication is { } published && Withdrawal is null && now <= published.Deadline;

    /// <summary>The view of one reader: who runs or oversees the project sees what is being written. Null for who may not see it, or where there is none.</summary>
    public static TenderView? For(Tender? tender, Project? project, ParticipantId viewer)
    {
        if (tender is null) return null;
        var officer = project is not null && (project.IsOfficer(viewer) || project.Holds(viewer, Role.Member));
        if (tender.Publication is null && !officer) return null;
        var seen = officer ? tender.Drafted() : tender;
        Publication For(Publication version) => officer ? version : version with { By = ParticipantId.Public };
        return new TenderView
        {
            Id = tender.Id,
            Project = tender.Project,
            Panel = tender.Id.Panel,
            Title = seen.Title,
            Summary = seen.Summary,
            Value = seen.Value,
            Kind = seen.Kind,
            Listing = seen.Listing,
            Start = seen.Start,
            Months = seen.Months,
            Deadline = seen.Deadline,
            Lots = seen.Lots,
            LotRules = seen.LotRules,
            Timetable = seen.Timetable(),
            IsOnePage = seen.IsOnePage,
            Vouching = seen.VouchedFor,
            Asks = seen.Asks,
            Asked = AskWords.Of(seen),
            AskWarnings = [.. Tenders.AskWarnings.Of(seen)],
            AskReasons = seen.AskReasons,
            Criteria = seen.Criteria,
            Groups = seen.Groups,
            Scales = seen.Scales,
            LikelyBidders = officer ? seen.LikelyBidders : null,
            PriceRule = seen.PriceRule,
            Settlement = seen.Settlement,
            ShowsNames = seen.ShowsNames,
            Publication = tender.Publication is { } published ? For(published) : null,
            Versions = tender.Versions.ConvertAll(For),
            Withdrawal = tender.Withdrawal is { } withdrawal && !officer ? withdrawal with { By = ParticipantId.Public } : tender.Withdrawal,
            Seekers = SeekersFor(tender, viewer),
            Enquiries = SeenEnquiry.For(tender, viewer, project is not null && project.Holds(viewer, Role.Commissioner)),
            WhyUnanswered = [.. tender.Enquiries.Where(enquiry => enquiry is { IsOpen: true, WhyOpen.Length: > 0 }).Select(enquiry => enquiry.WhyOpen).Distinct()],
            MayAnswer = project is not null && project.Holds(viewer, Role.Commissioner),
            HasDraft = officer && tender.Draft is not null,
            Templates = officer ? [.. Enum.GetValues<PackDocument>().Where(document => tender.TemplateOf(document) is not null)] : [],
            MayWritePack = project is not null && project.Holds(viewer, Role.Commissioner),
            MayManage = tender.Withdrawal is null && project is not null && project.Holds(viewer, Role.Commissioner),
        };
    }
}

using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Evaluations;

/// <summary>How far the award of a lot is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AwardStage>))]
public enum AwardStage
{
    /// <summary>Nothing is proposed.</summary>
    Open,

    /// <summary>The moderator proposed it; a commissioner decides.</summary>
    Proposed,

    /// <summary>It is made.</summary>
    Awarded,

    /// <summary>The lot ended without one.</summary>
    Ended,

    /// <summary>The contract is signed.</summary>
    Signed,
}

/// <summary>The award of a lot, as one reader sees it.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="Bid">The bid that is proposed or has won; null for who may not see which.</param>
/// <param name="ProposedAt">When it was proposed.</param>
/// <param name="IsDecision">Whether bids were equal, and the moderator recorded a decision between them.</param>
/// <param name="Decision">That decision; empty for who may not see it.</param>
/// <param name="Returned">Why it was sent back last; null where it wasn't.</param>
/// <param name="Notice">The notice; null before, and for who may not see the bid.</param>
/// <param name="Signed">The contract as it was signed; null before.</param>
public sealed record LotDecision(
    Lot Lot, AwardStage Stage, BidId? Bid, DateTimeOffset? ProposedAt, bool IsDecision, string Decision, ReturnedAward? Returned, AwardNotice? Notice, SignedContract? Signed);

/// <summary>The summary of one answer, for the moderator who writes it.</summary>
/// <param name="Question">The question.</param>
/// <param name="Score">Its score, as a place on the scale.</param>
/// <param name="Words">What is written, or the draft where nothing is.</param>
/// <param name="Draft">The reasons that the panel recorded, as a first draft.</param>
/// <param name="State">How far it is.</param>
/// <param name="Basis">The scores on which it would rest now.</param>
public sealed record SummaryDraft(Criterion Question, Fraction Score, string Words, string Draft, SummaryState State, string Basis);

/// <summary>The summary of a bid, for the moderator who writes it.</summary>
/// <param name="Bid">The bid.</param>
/// <param name="Label">What the panel calls it.</param>
/// <param name="Parts">One for each answer that has a score.</param>
public sealed record BidDraft(BidId Bid, string Label, ImmutableArray<SummaryDraft> Parts)
{
    /// <summary>How many answers have their words, as the scores are now.</summary>
    public int Written => Parts.Count(part => part.State == SummaryState.Written);

    /// <summary>Whether all have.</summary>
    public bool IsComplete => Written == Parts.Length;
}

/// <summary>What somebody of the panel wants to be otherwise next time. Who, nobody is told: evaluators know each other by their seats.</summary>
public sealed record SeenLesson(LessonId Id, string Words, DateTimeOffset At, bool IsMine);

/// <summary>What one reader of the panel may see of the award and of what comes after it.</summary>
public sealed record AwardView
{
    /// <summary>The award of each lot, in their order; empty before there are scores to settle, and for commissioners before one is proposed.</summary>
    public required ImmutableArray<LotDecision> Lots { get; init; }

    /// <summary>Whether the reader proposes awards.</summary>
    public required bool MayPropose { get; init; }

    /// <summary>Whether the reader approves them.</summary>
    public required bool MayApprove { get; init; }

    /// <summary>Whether the reader looks after what comes after the award.</summary>
    public required bool MayFollowUp { get; init; }

    /// <summary>What bidders are told, as it is being written; for the moderator only, until every lot is settled.</summary>
    public required ImmutableArray<BidDraft> Drafts { get; init; }

    /// <summary>The summaries, once every lot is settled; empty for who may not see scores.</summary>
    public required ImmutableArray<AssessmentSummary> Summaries { get; init; }

    /// <summary>The rule for the standstill.</summary>
    public required StandstillRule Rule { get; init; }

    /// <summary>What winning bids promised, once every lot is settled.</summary>
    public required ImmutableList<Commitment> Commitments { get; init; }

    /// <summary>Times for bidders to hear more, for who offers them.</summary>
    public required ImmutableList<FeedbackSlot> Feedback { get; init; }

    /// <summary>What the panel wants to be otherwise next time: for the panel, and for commissioners once every lot is settled.</summary>
    public required ImmutableArray<SeenLesson> Lessons { get; init; }

    /// <summary>The view of one reader who may see the panel.</summary>
    internal static AwardView For(Panel panel, Tender tender, Project project, ParticipantId viewer)
    {
        var inRoom = panel.IsInRoom(viewer, project);
        var moderates = inRoom && panel.GroupOf(viewer) is null;
        var commissions = project.Holds(viewer, Role.Commissioner);
        var oversees = panel.IsDone && (commissions || project.Holds(viewer, Role.Member));
        var isSettled = panel.InModeration && Moderation.Of(panel, tender, project).Unsettled is null;
        var seesBids = moderates || oversees || inRoom && (panel.IsDone || isSettled && (panel.Bids ?? []).TrueForAll(bid => panel.MaySee(viewer, bid.Bid)));
        var seesStage = isSettled && inRoom || commissions && !panel.Proposals.IsEmpty || oversees;
        return new AwardView
        {
            Lots = seesStage ? [.. tender.Lots.Select(lot => DecisionOf(panel, lot, seesBids, commissions || moderates))] : [],
            MayPropose = moderates,
            MayApprove = commissions,
            MayFollowUp = (moderates || commissions) && panel.IsDone,
            Drafts = moderates && isSettled && !panel.IsDone ? DraftsOf(panel, tender) : [],
            Summaries = panel.IsDone && (inRoom || oversees) ? [.. (panel.Bids ?? []).Select(bid => AssessmentSummary.Of(panel, tender, bid))] : [],
            Rule = StandstillRule.Of(tender),
            Commitments = panel.IsDone && (inRoom || oversees) ? panel.Commitments : [],
            Feedback = panel.IsDone && (moderates || commissions) ? panel.Feedback : [],
            Lessons = inRoom || panel.IsDone && commissions ? [.. panel.Lessons.Select(one => new SeenLesson(one.Id, one.Words, one.At, one.By == viewer))] : [],
        };
    }

    private static LotDecision DecisionOf(Panel panel, Lot lot, bool seesBids, bool decides)
    {
        var proposal = panel.Proposals.Find(one => one.Lot == lot.Id);
        var award = panel.Awards.Find(one => one.Lot == lot.Id);
        var signed = panel.Signed.Find(one => one.Lot == lot.Id);
        var stage = signed is not null ? AwardStage.Signed : award is not null ? AwardStage.Awarded : panel.Endings.Exists(one => one.Lot == lot.Id) ? AwardStage.Ended
            : proposal is not null ? AwardStage.Proposed : AwardStage.Open;
        if (!seesBids && !decides) stage = AwardStage.Open;
        return new LotDecision(lot, stage, seesBids ? award?.Bid ?? proposal?.Bid : null, decides ? proposal?.At : null, decides && proposal is { Decision.Length: > 0 },
            seesBids ? proposal?.Decision ?? "" : "", decides ? panel.Returned.Find(one => one.Lot == lot.Id) : null,
            seesBids ? panel.Notices.Find(one => one.Lot == lot.Id) : null, signed);
    }

    private static ImmutableArray<BidDraft> DraftsOf(Panel panel, Tender tender) =>
    [
        .. tender.Lots.SelectMany(lot => panel.ResultOf(tender, lot, panel.Bids ?? []).Result.Rows).DistinctBy(row => row.Bid).OrderBy(row => row.Label, StringComparer.Ordinal)
            .Select(row => new BidDraft(row.Bid, row.Label, [.. row.Questions.Where(part => !part.IsUnscored).Select(part => DraftOf(panel, row.Bid, part))])),
    ];

    private static SummaryDraft DraftOf(Panel panel, BidId bid, QuestionPart part)
    {
        var draft = Evaluations.Summaries.DraftOf(part);
        var written = panel.Summaries.Find(one => one.Bid == bid && one.Question == part.Question.Id)?.Words;
        return new SummaryDraft(part.Question, part.Mean, written ?? draft, draft, Evaluations.Summaries.StateOf(panel, bid, part), Evaluations.Summaries.BasisOf(part));
    }
}

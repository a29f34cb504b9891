using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Providers;
using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Evaluations;

/// <summary>A bid as one reader of the panel sees it.</summary>
/// <param name="Bid">The bid.</param>
/// <param name="Label">What the panel calls it.</param>
/// <param name="Organisation">Who bids; null until the award.</param>
/// <param name="Declared">What the reader declared: null nothing yet, true an interest, false none.</param>
/// <param name="Answers">The answers; empty for who may not see them.</param>
public sealed record PanelBid(BidId Bid, string Label, string? Organisation, bool? Declared, ImmutableArray<SubmittedAnswer> Answers)
{
    /// <summary>What it is called, and who bids where that is known and isn't the same.</summary>
    [JsonIgnore]
    public string Named => ReceivedBid.NameOf(Label, Organisation);

    /// <summary>Who bids together, the lead first; empty until the award, and for who bids alone.</summary>
    public ImmutableArray<ConsortiumShare> Consortium { get; init; } = [];

    /// <summary>What the bidder's profile said; null until the award, and for evaluators before it.</summary>
    public ProfileFacts? Profile { get; init; }

    /// <summary>What the bidder says of itself, without anything that tells who it is; for the moderator, and after the award for who sees all.</summary>
    public ImmutableArray<ProfileCheck> Checks { get; init; } = [];

    /// <summary>The files that go with the answers, as they were handed in; empty for who may not see the answers.</summary>
    public ImmutableArray<PanelFile> Files { get; init; } = [];

    /// <summary>What the lots that it is for are called, in their order; empty for who may not see the answers, and where the tender isn't divided.</summary>
    public ImmutableArray<string> Lots { get; init; } = [];
}

/// <summary>A file that goes with an answer.</summary>
/// <param name="Id">The file.</param>
/// <param name="Question">The question that it is evidence for.</param>
/// <param name="Name">What it is called; until the award a number, since the bidder's own name for it may tell who bids.</param>
/// <param name="Bytes">How long it is.</param>
public sealed record PanelFile(EvidenceId Id, CriterionId Question, string Name, long Bytes);

/// <summary>A group of which nobody is left to score a bid, because of interests or because they were let go.</summary>
/// <param name="Label">What the panel calls the bid.</param>
/// <param name="Group">The group.</param>
/// <param name="Question">The question that nobody of the group was given; null where nobody of it scores the bid at all.</param>
public sealed record Gap(string Label, string Group, string? Question = null);

/// <summary>
/// What one reader may see of a panel: the only way out of it. An evaluator sees their own scores, and nothing that tells
/// of others', until the panel is shown them; the moderator sees who has finished; commissioners and members see all of it after the award.
/// </summary>
public sealed partial record PanelView
{
    /// <summary>The panel.</summary>
    public required PanelId Id { get; init; }

    /// <summary>The tender.</summary>
    public required TenderId Tender { get; init; }

    /// <summary>What the tender is called.</summary>
    public required string Title { get; init; }

    /// <summary>The group the reader scores in; null for who doesn't score.</summary>
    public required string? Group { get; init; }

    /// <summary>Whether the reader chairs.</summary>
    public required bool IsModerator { get; init; }

    /// <summary>Whether the reader appoints the panel.</summary>
    public required bool MayAppoint { get; init; }

    /// <summary>Who is on the panel, for who chairs or appoints; empty for others.</summary>
    public required ImmutableList<Evaluator> Evaluators { get; init; }

    /// <summary>Who chairs, for who chairs or appoints.</summary>
    public required ParticipantId? Moderator { get; init; }

    /// <summary>Whom of the project the panel may have, for who appoints: their other roles go with a seat, and they don't chair.</summary>
    public required ImmutableArray<ParticipantId> Candidates { get; init; }

    /// <summary>The deadline after which bids may be opened.</summary>
    public required DateTimeOffset? Deadline { get; init; }

    /// <summary>Who said that the bids are to be opened.</summary>
    public required ImmutableList<ParticipantId> Openers { get; init; }

    /// <summary>The bids; null until they are open, and for who may not see that there are any.</summary>
    public required ImmutableList<PanelBid>? Bids { get; init; }

    /// <summary>The reader's own scores.</summary>
    public required ImmutableList<Score> MyScores { get; init; }

    /// <summary>Whether the reader has locked them.</summary>
    public required bool HaveLocked { get; init; }

    /// <summary>Whether the reader came too late to score: they take part in what the panel says, and are asked for no score.</summary>
    public required bool CameLate { get; init; }

    /// <summary>What the moderator noted of the reader: that they can't go on, and why; null where nothing was, and once they are back.</summary>
    public required Absence? MyAbsence { get; init; }

    /// <summary>Groups in which somebody may be appointed in the place of who can't go on, for who appoints. Says nothing of bids and scores.</summary>
    public required ImmutableArray<OpenPlace> OpenPlaces { get; init; }

    /// <summary>How far each evaluator is; for the moderator only.</summary>
    public required ImmutableList<Progress> Progress { get; init; }

    /// <summary>Where somebody more is needed to score; for the moderator only, while the bids are scored.</summary>
    public required ImmutableArray<Gap> Gaps { get; init; }

    /// <summary>The rounds that follow what is written; null where the tender has none, and for who isn't in the room.</summary>
    public required RoundsView? Rounds { get; init; }

    /// <summary>The moderation room; null until it opens.</summary>
    public required ModerationView? Moderation { get; init; }

    /// <summary>How many of each group must confirm what stands, for who chairs; empty where nothing was set.</summary>
    public required ImmutableList<GroupQuorum> Quorums { get; init; }

    /// <summary>The result of each lot, in their order; empty until nothing more is to be settled.</summary>
    public required ImmutableArray<LotResult> Results { get; init; }

    /// <summary>The result of the first lot, the only one where the tender isn't divided; null until moderation opens.</summary>
    public Result? Result => Results.IsEmpty ? null : Results[0].Result;

    /// <summary>The lots that are won. Who is kept from a bid sees them once all lots are settled.</summary>
    public required ImmutableList<LotAward> Awards { get; init; }

    /// <summary>The lots that ended without an award, seen as <see cref="Awards"/>.</summary>
    public required ImmutableList<LotEnding> Endings { get; init; }

    /// <summary>Bids in which one organisation has a part each, by what the panel calls them; for the moderator only.</summary>
    public required ImmutableArray<string> Overlaps { get; init; }

    /// <summary>Whether every lot is settled.</summary>
    public required bool IsDone { get; init; }

    /// <summary>The award, and what comes after it.</summary>
    public required AwardView Decision { get; init; }

    /// <summary>Whether a lot is settled, as far as the reader sees it.</summary>
    public bool IsSettled(LotId lot) => Awards.Exists(award => award.Lot == lot) || Endings.Exists(ending => ending.Lot == lot);

    /// <summary>How the panel is readied and helped.</summary>
    public required PreparationView Preparation { get; init; }

    /// <summary>The view of one reader; null for who may not see the panel, or where there is none.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="tender">Its tender.</param>
    /// <param name="project">Its project.</param>
    /// <param name="submissionOf">What was handed in, for bids that are open.</param>
    /// <param name="viewer">Who reads.</param>
    public static PanelView? For(Panel? panel, Tender? tender, Project? project, Func<BidId, Submission?> submissionOf, ParticipantId viewer)
    {
        if (panel is null || tender is null || project is null) return null;
        var inRoom = panel.IsInRoom(viewer, project);
        var group = inRoom ? panel.GroupOf(viewer) : null;
        var moderates = inRoom && group is null;
        var appoints = project.Holds(viewer, Role.Commissioner);
        var afterAward = panel.IsDone && (appoints || project.Holds(viewer, Role.Member));
        if (panel.IsBidder(viewer) || !inRoom && !appoints && !afterAward) return null;
        var all = moderates || panel.IsDone;

        // Until the award an evaluator with an interest in a bid sees nothing of what it got: neither its row, nor its price in the
        // others' price, nor its place in the others' rank, for whichever lots it is. So the results are worked out without it.
        var among = all ? panel.Bids ?? [] : panel.Bids?.FindAll(bid => panel.MaySee(viewer, bid.Bid)) ?? [];
        var seesSettled = afterAward || inRoom && among.Count == panel.Bids?.Count;
        return new PanelView
        {
            Id = panel.Id,
            Tender = panel.Tender,
            Title = tender.Title,
            Group = group,
            IsModerator = moderates,
            MayAppoint = appoints,
            Evaluators = moderates || appoints ? panel.Evaluators : [],
            Moderator = moderates || appoints ? panel.Moderator : null,
            Candidates = appoints ? [.. project.People.Keys.Where(person => person != panel.Moderator && Panel.MaySit(person, project))] : [],
            Deadline = tender.Deadline,
            Openers = inRoom ? panel.Openers : [],
            Bids = inRoom || afterAward ? panel.Bids?.ConvertAll(bid => BidFor(panel, tender, bid, submissionOf, viewer, moderates || afterAward)) : null,
            MyScores = group is null ? [] : panel.Scores.FindAll(score => score.Evaluator == viewer && panel.MaySee(viewer, score.Bid)),
            HaveLocked = panel.Locked.Contains(viewer),
            CameLate = group is not null && panel.IsTooLateToScore(viewer),
            MyAbsence = inRoom && !panel.IsAwarded ? panel.AbsenceOf(viewer) : null,
            OpenPlaces = appoints ? [.. panel.OpenPlaces] : [],
            Progress = moderates ? [.. panel.Scorers(project).Select(evaluator => Evaluations.Progress.Of(panel, evaluator))] : [],
            Overlaps = moderates ? ProfileCheck.OverlapsOf(panel.Bids ?? [], submissionOf) : [],
            Gaps = moderates && !panel.InModeration ? GapsOf(panel, tender, project) : [],
            Rounds = inRoom || afterAward ? RoundsView.For(panel, tender, viewer, moderates) : null,
            Moderation = ModerationView.For(panel, tender, project, viewer),
            Quorums = moderates ? panel.Quorums : [],
            Results = IsSettled(panel, tender, project) && inRoom && panel.UndeclaredBy(viewer) is null || afterAward ? [.. tender.Lots.Select(lot => panel.ResultOf(tender, lot, among))] : [],
            Awards = seesSettled ? panel.Awards : [],
            Endings = seesSettled ? panel.Endings : [],
            IsDone = panel.IsDone,
            Preparation = PreparationView.For(panel, tender, project, viewer, group, moderates, appoints, afterAward),
            Decision = AwardView.For(panel, tender, project, viewer),
        };
    }

    private static bool IsSettled(Panel panel, Tender tender, Project project) =>
        panel.InModeration && Evaluations.Moderation.Of(panel, tender, project).Unsettled is null;

    /// <summary>While they score alone, evaluators read the answers that are theirs to score; in moderation those that the panel talks about.</summary>
    private static PanelBid BidFor(Panel panel, Tender tender, ReceivedBid bid, Func<BidId, Submission?> submissionOf, ParticipantId viewer, bool all)
    {
        var mine = panel.Declarations.Find(d => d.Evaluator == viewer && d.Bid == bid.Bid);
        var seen = all || mine is { Conflict: false } ? submissionOf(bid.Bid) : null;
        var heard = seen is null ? [] : panel.Evidence.Where(one => one.Bid == bid.Bid).Select(one => new SubmittedAnswer(one.Question, one.Text));
        var files = (seen?.Files ?? []).Select((file, index) => new PanelFile(file.Id, file.Question, panel.IsDone ? file.Name : $"File {index + 1}{file.Ending}", file.Bytes));
        return new PanelBid(bid.Bid, bid.Label, panel.IsDone ? bid.Organisation : null, mine?.Conflict, [.. (seen?.Answers ?? []).Concat(heard).Where(answer => Reads(answer.Question))])
        {
            Lots = seen is null || !tender.IsDivided ? [] : [.. tender.Lots.Where(lot => bid.PriceOf(lot.Id) is not null).Select(lot => lot.Title)],
            Files = [.. files.Where(file => Reads(file.Question))],
            Consortium = panel.IsDone && seen is not null ? bid.Consortium : [],
            Profile = panel.IsDone && all ? seen?.Profile : null,
            Checks = all ? ProfileCheck.Of(seen) : [],
        };

        bool Reads(CriterionId question) => all || panel.InModeration || tender.Questions.Any(one => one.Id == question && panel.HasReached(one.Round) && panel.IsTheirs(viewer, bid.Bid, one));
    }

    private static ImmutableArray<Gap> GapsOf(Panel panel, Tender tender, Project project)
    {
        var scorers = panel.Scorers(project).ToArray();
        return
        [
            .. from bid in panel.Bids ?? []
               from theirs in tender.Groups
               let questions = tender.Questions.Where(question => question.IsScoredBy(theirs.Name)).ToArray()
               where questions.Length > 0
               let able = scorers.Where(one => one.Group == theirs.Name && !panel.IsConflicted(one.Person, bid.Bid)).ToArray()
               from gap in able.Length == 0 ? [new Gap(bid.Label, theirs.Name)]
                   : questions.Where(question => !able.Any(one => panel.IsAssigned(one.Person, bid.Bid, question.Id))).Select(question => new Gap(bid.Label, theirs.Name, question.Title))
               select gap,
        ];
    }
}

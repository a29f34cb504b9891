using System.Collections.Immutable;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Evaluations;

/// <summary>An answer that the reader is to score.</summary>
public sealed record ScoringTask(BidId Bid, CriterionId Question);

/// <summary>How ready somebody is, for the moderator.</summary>
/// <param name="Person">The evaluator.</param>
/// <param name="HasPractised">Whether they did the practice round; never what they gave in it.</param>
/// <param name="Support">Who helps them; null for nobody.</param>
/// <param name="RemindedAt">When they were reminded last, UTC; null for never.</param>
public sealed record Readiness(ParticipantId Person, bool HasPractised, SupportPerson? Support, DateTimeOffset? RemindedAt);

/// <summary>Somebody who has an interest in a bid, so that nothing they gave it is left.</summary>
public sealed record KeptAway(ParticipantId Person, string Label);

/// <summary>What one reader may see of how a panel is readied and helped.</summary>
public sealed record PreparationView
{
    /// <summary>The answers that the reader is to score, of bids in which they declared no interest.</summary>
    public required ImmutableArray<ScoringTask> Tasks { get; init; }

    /// <summary>Whether the reader did the practice round.</summary>
    public required bool HavePractised { get; init; }

    /// <summary>Who helps the reader.</summary>
    public required SupportPerson? Support { get; init; }

    /// <summary>When the reader was reminded last, UTC.</summary>
    public required DateTimeOffset? RemindedAt { get; init; }

    /// <summary>The reader's own requests for help and the answers to all; for the moderator all of them, the open ones first.</summary>
    public required ImmutableArray<SeenHelp> Helps { get; init; }

    /// <summary>How ready each is; for the moderator only.</summary>
    public required ImmutableArray<Readiness> People { get; init; }

    /// <summary>Who has an interest in which bid; for the moderator, and after the award for who then sees all.</summary>
    public required ImmutableArray<KeptAway> KeptAway { get; init; }

    /// <summary>What each scores, for who appoints and for the moderator.</summary>
    public required ImmutableArray<Share> Shares { get; init; }

    /// <summary>Questions that nobody of a group was given; for who appoints and for the moderator.</summary>
    public required ImmutableArray<UnsharedQuestion> Unshared { get; init; }

    /// <summary>The view of one reader who may see the panel.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="tender">Its tender.</param>
    /// <param name="project">Its project.</param>
    /// <param name="viewer">Who reads.</param>
    /// <param name="group">The group in which they score; null for who doesn't score.</param>
    /// <param name="moderates">Whether they chair.</param>
    /// <param name="appoints">Whether they appoint the panel.</param>
    /// <param name="afterAward">Whether they see all of it after the award.</param>
    public static PreparationView For(
        Panel panel, Tender tender, Project project, ParticipantId viewer, string? group, bool moderates, bool appoints, bool afterAward)
    {
        var (told, scores) = (panel.Preparation, group is not null);
        return new PreparationView
        {
            Tasks = scores ? TasksOf(panel, tender, viewer) : [],
            HavePractised = scores && told.Practised.Contains(viewer),
            Support = scores ? told.Support.GetValueOrDefault(viewer) : null,
            RemindedAt = scores && told.Reminded.TryGetValue(viewer, out var reminded) ? reminded : null,
            Helps = moderates ? HelpsForChair(panel, tender) : scores ? HelpsFor(panel, tender, viewer) : [],
            People = moderates ? [.. panel.Scorers(project).Select(one => ReadinessOf(told, one.Person))] : [],
            KeptAway = moderates || afterAward ? KeptAwayFrom(panel) : [],
            Shares = moderates || appoints ? [.. panel.Evaluators.Where(one => !panel.CameLate.Contains(one.Person)).Select(one => ShareOf(told, one, moderates))] : [],
            Unshared = moderates || appoints ? UnsharedIn(panel, tender) : [],
        };
    }

    /// <summary>
    /// When the moderator last answered a request for help that somebody who scores is to read, UTC; null for never, and for who doesn't score.
    /// By itself, because a room full of screens asks for it again and again.
    /// </summary>
    public static DateTimeOffset? AnsweredAt(Panel panel, ParticipantId viewer) =>
        panel.GroupOf(viewer) is null ? null : HelpsOf(panel, viewer).Max(help => help.AnsweredAt);

    private static ImmutableArray<ScoringTask> TasksOf(Panel panel, Tender tender, ParticipantId viewer) =>
    [
        .. from bid in panel.Bids ?? []
           where panel.MaySee(viewer, bid.Bid)
           from question in tender.Questions
           where panel.IsTaskOf(viewer, bid.Bid, question)
           select new ScoringTask(bid.Bid, question.Id),
    ];

    private static Readiness ReadinessOf(Preparation told, ParticipantId person) => new(
        person, told.Practised.Contains(person), told.Support.GetValueOrDefault(person), told.Reminded.TryGetValue(person, out var at) ? at : null);

    private static ImmutableArray<SeenHelp> HelpsForChair(Panel panel, Tender tender) =>
    [
        .. panel.Preparation.Helps.OrderBy(help => help.AnsweredAt is not null)
            .Select(help => Seen(panel, tender, help, help.By, help.Words)),
    ];

    /// <summary>An answer to all about a bid is for those who may see that bid.</summary>
    private static IEnumerable<HelpRequest> HelpsOf(Panel panel, ParticipantId viewer) =>
        panel.Preparation.Helps.Where(help => help.Bid is not { } bid || panel.MaySee(viewer, bid)).Where(help => help.By == viewer || help.IsToAll);

    private static ImmutableArray<SeenHelp> HelpsFor(Panel panel, Tender tender, ParticipantId viewer) =>
    [
        .. HelpsOf(panel, viewer)
            .Select(help => help.By == viewer ? Seen(panel, tender, help, viewer, help.Words) : Seen(panel, tender, help, null, help.Shown)),
    ];

    private static SeenHelp Seen(Panel panel, Tender tender, HelpRequest help, ParticipantId? by, string words) => new(
        help.Id, by, help.Bid, panel.Bids?.Find(bid => bid.Bid == help.Bid)?.Label ?? "", help.Question,
        tender.Questions.FirstOrDefault(question => question.Id == help.Question)?.Title ?? "", words, help.Answer, help.AnsweredAt, help.IsToAll);

    private static ImmutableArray<KeptAway> KeptAwayFrom(Panel panel) =>
    [
        .. from bid in panel.Bids ?? []
           from declared in panel.Declarations
           where declared.Bid == bid.Bid && declared.Conflict
           select new KeptAway(declared.Evaluator, bid.Label),
    ];

    private static Share ShareOf(Preparation told, Evaluator evaluator, bool withBids) =>
        told.Assignments.TryGetValue(evaluator.Person, out var part)
            ? new Share(evaluator.Person, evaluator.Group, part.Questions, withBids ? part.Bids : [])
            : new Share(evaluator.Person, evaluator.Group, [], []);

    /// <summary>By questions alone, so that it tells nothing of bids. A group without anybody is said elsewhere.</summary>
    private static ImmutableArray<UnsharedQuestion> UnsharedIn(Panel panel, Tender tender) =>
    [
        .. from question in tender.Questions
           from theirs in tender.Groups
           where question.IsScoredBy(theirs.Name)
           let people = panel.Evaluators.Where(one => one.Group == theirs.Name).ToArray()
           where people.Length > 0 && !people.Any(one => panel.Preparation.Assignments.GetValueOrDefault(one.Person)?.Holds(question.Id) ?? true)
           select new UnsharedQuestion(question.Id, question.Title, theirs.Name),
    ];
}

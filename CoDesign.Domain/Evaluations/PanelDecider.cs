using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using static CoDesign.Domain.Evaluations.PanelRefusals;

namespace CoDesign.Domain.Evaluations;

/// <summary>What may be asked of a panel, and what happens then.</summary>
public sealed partial class PanelDecider : IDecider<Panel, IPanelCommand>
{
    /// <inheritdoc />
    public static Panel Initial { get; } = new();

    /// <inheritdoc />
    public static Panel Evolve(Panel state, Recorded happened) => state.After(happened);

    /// <inheritdoc />
    public static IEnumerable<StreamId> Needs(Panel state, IPanelCommand command, Facts known) => command switch
    {
        ISystemCommand => [],
        PickCommitment c => [state.Tender.Stream, state.Project.Stream, c.Bid.Stream],
        ApproveAward or EndLot => [state.Tender.Stream, state.Project.Stream, .. (state.Bids ?? []).Select(bid => bid.Bid.Stream)],
        _ => [state.Tender.Stream, state.Project.Stream],
    };

    /// <inheritdoc />
    public static Decision Decide(Panel state, IPanelCommand command, Context context)
    {
        if (command is ISystemCommand) return context.IsSystem ? OfSystem(state, command) : Refusal.NotFound;
        var tender = context.Facts.Find<Tender>(state.Tender.Stream);
        var project = context.Facts.Find<Project>(state.Project.Stream);
        if (tender is null || project is null) return Refusal.NotFound;
        return command switch
        {
            AppointEvaluator or AppointModerator => OfCommissioner(state, command, tender, project, context),
            ReleaseEvaluator c => Release(state, c, project, context),
            ApproveOpening => Approve(state, tender, project, context),
            IPreparationCommand c => DecidePreparation(state, c, tender, project, context),
            IModerationCommand c => DecideModeration(state, c, tender, project, context),
            IRoundCommand c => DecideRound(state, c, tender, project, context),
            IAwardCommand c => DecideAward(state, c, tender, project, context),
            OpenModeration or EndLot => OfModerator(state, command, tender, project, context),
            _ => OfEvaluator(state, command, tender, project, context),
        };
    }

    private static Decision OfSystem(Panel state, IPanelCommand command) => command switch
    {
        ConvenePanel c => state.Id == default ? Decision.Accept(new PanelConvened(c.Tender.Panel, c.Tender, c.Project)) : Decision.Accept(),
        ReceiveBids c => state.Bids is null ? Decision.Accept(new BidsReceived(c.Named ? Name(c.Bids) : Label(c.Bids))) : Decision.Accept(),
        _ => throw new InvalidOperationException($"A panel knows no command {command.GetType().Name}."),
    };

    /// <summary>Labels follow the identifiers' hashes, so they tell neither names nor who was first.</summary>
    private static ImmutableArray<ReceivedBid> Label(ImmutableArray<ReceivedBid> bids) =>
        [.. bids.OrderBy(bid => Derived.Guid(bid.Bid.Value, "label")).Select((bid, index) => bid with { Label = $"Bidder {Letters(index)}" })];

    /// <summary>Two that go by the same name are told apart by letters.</summary>
    private static ImmutableArray<ReceivedBid> Name(ImmutableArray<ReceivedBid> bids) =>
    [
        .. from bid in Label(bids)
           let isAlone = bids.Count(other => other.Organisation == bid.Organisation) == 1
           orderby bid.Organisation, bid.Label
           select bid with { Label = isAlone ? bid.Organisation : $"{bid.Organisation}, {bid.Label}" },
    ];

    private static string Letters(int index) => index < 26 ? $"{(char)('A' + index)}" : Letters(index / 26 - 1) + Letters(index % 26);

    private static Decision OfCommissioner(Panel state, IPanelCommand command, Tender tender, Project project, Context context)
    {
        if (!project.IsReader(context.Actor)) return Refusal.NotFound;
        if (!project.Holds(context.Actor, Role.Commissioner)) return NotCommissioner;
        return command switch
        {
            AppointEvaluator c => Appoint(state, c, tender, project),
            AppointModerator c => Appoint(state, c, project),
            _ => throw new InvalidOperationException($"A commissioner has no command {command.GetType().Name} for a panel."),
        };
    }

    private static Decision Appoint(Panel state, AppointEvaluator c, Tender tender, Project project)
    {
        if (WhyNotNow(state, c) is { } late) return late;
        if (WhyNotSit(c.Person, project) is { } unfit) return unfit;
        if (state.Moderator == c.Person) return ModeratorScores;
        if (!tender.Groups.Exists(g => g.Name == c.Group)) return GroupUnknown;
        return state.GroupOf(c.Person) == c.Group ? Decision.Accept() : Decision.Accept(new EvaluatorAppointed(c.Person, c.Group!));
    }

    /// <summary>Whether an evaluator can still join. A bidder isn't refused here: that would tell who bids. Their seat is void.</summary>
    private static Refusal? WhyNotNow(Panel state, AppointEvaluator c)
    {
        if (state.Openers.Count == 0) return null;
        if (state.Bids is null) return OpeningBegun;
        if (state.IsAwarded) return Awarded;
        if (state.LetGo.Contains(c.Person)) return GoneStays;
        if (state.Chaired.Contains(c.Person)) return HasChaired;
        if (state.GroupOf(c.Person) is { } group) return group != c.Group ? GroupStays : null;
        return state.InModeration && !state.OpenPlaces.Any(place => place.Group == c.Group) ? ModerationBegun : null;
    }

    private static Decision Appoint(Panel state, AppointModerator c, Project project)
    {
        if (state.IsDone) return Awarded;
        if (WhyNotSit(c.Person, project) is { } unfit) return unfit;
        if (state.GroupOf(c.Person) is not null) return ModeratorScores;
        // They may have said that they have an interest in a bid, and whoever chairs sees them all.
        if (state.LetGo.Contains(c.Person)) return GoneStays;
        return state.Moderator == c.Person ? Decision.Accept() : Decision.Accept(new ModeratorAppointed(c.Person));
    }

    private static Refusal? WhyNotSit(ParticipantId person, Project project) =>
        person == ParticipantId.Public || person == ParticipantId.System ? PersonMissing
        : Panel.MaySit(person, project) ? null : RoleConflict;

    private static Decision Release(Panel state, ReleaseEvaluator c, Project project, Context context)
    {
        var commissioner = project.Holds(context.Actor, Role.Commissioner);
        if (!commissioner && !state.IsInRoom(context.Actor, project)) return Refusal.NotFound;
        if (commissioner && state.Openers.Count > 0) return OpeningBegun;
        if (!commissioner && state.Moderator != context.Actor) return NotModerator;
        if (!commissioner && state.Bids is null) return NotOpen;
        if (state.GroupOf(c.Person) is null) return PersonMissing;
        return state.InModeration || state.Locked.Contains(c.Person) || state.Scores.Exists(score => score.Evaluator == c.Person && score.IsKept) ? LockedStays : Decision.Accept(new EvaluatorReleased(c.Person));
    }

    private static Decision Approve(Panel state, Tender tender, Project project, Context context)
    {
        if (!state.IsInRoom(context.Actor, project)) return Refusal.NotFound;
        if (tender.Publication is null || tender.InTime(context.Now)) return BeforeDeadline;
        if (tender.Withdrawal is not null) return TakenBack;
        if (tender.HasUnexplained) return EnquiryOpen;
        if (state.Openers.Count == 2) return AlreadyOpen;
        var scorers = state.Scorers(project).ToArray();
        if (scorers.Any(evaluator => !tender.Groups.Exists(g => g.Name == evaluator.Group))) return GroupGone;
        if (tender.Groups.Find(group => !scorers.Any(evaluator => evaluator.Group == group.Name)) is { } empty) return GroupEmpty(empty.Name);
        if (state.Openers.Contains(context.Actor)) return SecondPerson;
        if (state.Openers.Count == 0) return Decision.Accept(new OpeningApproved());
        return state.Moderator is { } moderator && (moderator == context.Actor || state.Openers.Contains(moderator))
            ? Decision.Accept(new OpeningApproved(), new OpeningCompleted())
            : ModeratorOpens;
    }

    private static Decision OfEvaluator(Panel state, IPanelCommand command, Tender tender, Project project, Context context)
    {
        if (state.GroupOf(context.Actor) is null) return Refusal.NotFound;
        if (state.Bids is not { } bids) return NotOpen;
        if (state.IsBidder(context.Actor)) return BidderSits;
        if (!state.IsInRoom(context.Actor, project)) return Refusal.NotFound;
        if (state.IsAwarded) return Awarded;
        return command switch
        {
            DeclareInterests c => Declare(state, c, bids, context),
            ScoreAnswer or LockScores when state.IsTooLateToScore(context.Actor) => ModerationRefusals.ScoresOnTable,
            ScoreAnswer c => Score(state, c, bids, tender, context),
            LockScores => Lock(state, tender, bids, context),
            _ => throw new InvalidOperationException($"A panel knows no command {command.GetType().Name}."),
        };
    }

    private static Decision Declare(Panel state, DeclareInterests c, ImmutableList<ReceivedBid> bids, Context context)
    {
        if (!bids.Exists(bid => bid.Bid == c.Bid)) return Refusal.NotFound;
        if (Written.OptionalWords(c.Note, "note", "what the interest is", 1_000, out var note) is { } badNote) return badNote;
        if (c.Conflict && note.Length == 0) return NoteMissing;
        var before = state.Declarations.Find(d => d.Evaluator == context.Actor && d.Bid == c.Bid);
        if (before is { Conflict: true } && !c.Conflict) return ConflictStays;
        return before?.Conflict == c.Conflict && before.Note == note ? Decision.Accept() : Decision.Accept(new InterestsDeclared(c.Bid, c.Conflict, note));
    }

    private static Decision Score(Panel state, ScoreAnswer c, ImmutableList<ReceivedBid> bids, Tender tender, Context context)
    {
        if (!bids.Exists(bid => bid.Bid == c.Bid) || tender.Questions.FirstOrDefault(q => q.Id == c.Question) is not { } question) return Refusal.NotFound;
        if (!state.HasReached(question.Round) || !question.IsScoredBy(state.GroupOf(context.Actor) ?? "")) return Refusal.NotFound;
        if (state.Declarations.Find(d => d.Evaluator == context.Actor && d.Bid == c.Bid) is not { } declared) return ScoreUndeclared;
        if (declared.Conflict) return ScoreConflict;
        if (!state.IsAssigned(context.Actor, c.Bid, c.Question)) return ScoreOthers;
        if (!state.WasHeld(c.Bid, question.Round)) return RoundRefusals.NotHeld;
        if (state.Locked.Contains(context.Actor) || !state.IsTaskOf(context.Actor, c.Bid, question)) return AlreadyLocked;
        if (c.Points is not { } points || !question.Scale.Steps.Any(step => step.Points == points)) return PointsMissing;
        if (Written.Words(c.Reason, "reason", "why, in your own words", 4_000, out var reason) is { } badReason) return badReason;
        return state.Scores.Contains(new Score(context.Actor, c.Bid, c.Question, points, reason))
            ? Decision.Accept()
            : Decision.Accept(new AnswerScored(c.Bid, c.Question, points, reason));
    }

    private static Decision Lock(Panel state, Tender tender, ImmutableList<ReceivedBid> bids, Context context)
    {
        if (state.Locked.Contains(context.Actor)) return Decision.Accept();
        var given = state.Scores.Where(score => score.Evaluator == context.Actor).Select(score => (score.Bid, score.Question)).ToHashSet();
        foreach (var bid in bids)
        {
            if (!state.Declarations.Exists(d => d.Evaluator == context.Actor && d.Bid == bid.Bid)) return Undeclared(bid.Label);
            if (!state.MaySee(context.Actor, bid.Bid)) continue;
            foreach (var question in tender.Questions.Where(question => state.IsTaskOf(context.Actor, bid.Bid, question)))
            {
                if (!given.Contains((bid.Bid, question.Id)))
                    return Unscored(bid.Label, question.Title);
            }
        }

        return Decision.Accept(new ScoresLocked());
    }

    /// <summary>While the room is closed somebody can still come to score what nobody has; afterwards nobody can, and no award could be made.</summary>
    private static Refusal? WhyUnscored(Panel state, Tender tender)
    {
        var scored = state.Counted.Select(score => new AnswerOf(score.Bid, score.Question)).ToHashSet();
        return (from bid in state.Bids ?? []
                from question in tender.Questions
                where !scored.Contains(new AnswerOf(bid.Bid, question.Id))
                select NobodyScored(bid.Label, question.Title)).FirstOrDefault();
    }

    private static Decision OfModerator(Panel state, IPanelCommand command, Tender tender, Project project, Context context)
    {
        if (!state.IsOn(context.Actor)) return Refusal.NotFound;
        if (state.IsBidder(context.Actor)) return BidderSits;
        if (!state.IsInRoom(context.Actor, project)) return Refusal.NotFound;
        if (state.Moderator != context.Actor) return NotModerator;
        if (state.Bids is null) return NotOpen;
        if (command is OpenModeration open)
        {
            if (state.InModeration) return Decision.Accept();
            if (tender.LaterRounds.Except(state.LaterRounds).Cast<ScoringRound?>().FirstOrDefault() is { } left) return RoundRefusals.RoundLeft(left);
            var scorers = state.Scorers(project).ToArray();
            if (scorers.Length == 0 || !scorers.All(evaluator => state.Locked.Contains(evaluator.Person))) return NotAllLocked;
            return WhyUnscored(state, tender) is { } unscored ? unscored : Decision.Accept(new ModerationOpened(open.OneByOne || tender.Settlement != ScoreSettlement.Mean));
        }

        if (!state.InModeration) return NotInModeration;
        if (Moderation.Of(state, tender, project).Unsettled is { } unsettled) return ModerationRefusals.AwardUnsettled(unsettled.Label, unsettled.Question);
        return command switch
        {
            EndLot c => End(state, c, tender, project, context),
            _ => throw new InvalidOperationException($"A moderator has no command {command.GetType().Name}."),
        };
    }
}

using System.Collections.Immutable;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using static CoDesign.Domain.Evaluations.PanelRefusals;

namespace CoDesign.Domain.Evaluations;

/// <summary>Something asked of a panel.</summary>
public interface IPanelCommand : ICommand;

/// <summary>Makes the panel of a new tender.</summary>
public sealed record ConvenePanel(TenderId Tender, ProjectId Project) : IPanelCommand, ISystemCommand, ICreation;

/// <summary>Appoints somebody to score, in one of the tender's groups. Commissioners only, until the bids are open.</summary>
public sealed record AppointEvaluator(ParticipantId Person, string? Group) : IPanelCommand;

/// <summary>Appoints who chairs; they don't score. Commissioners only, until the bids are open.</summary>
public sealed record AppointModerator(ParticipantId Person) : IPanelCommand;

/// <summary>Says that the bids are to be opened: after the deadline, by the moderator and one other of the panel.</summary>
public sealed record ApproveOpening : IPanelCommand;

/// <summary>Hands the opened bids to the panel.</summary>
public sealed record ReceiveBids(ImmutableArray<ReceivedBid> Bids) : IPanelCommand, ISystemCommand;

/// <summary>Says whether one has an interest in a bid, before anything of it is seen.</summary>
/// <param name="Bid">The bid.</param>
/// <param name="Conflict">Whether there is an interest; it removes one from this bid for good.</param>
/// <param name="Note">What it is, up to 1,000 characters; must be said where there is one.</param>
public sealed record DeclareInterests(BidId Bid, bool Conflict, string? Note) : IPanelCommand;

/// <summary>Scores the answer of one bid to one question; may be changed until locked.</summary>
/// <param name="Bid">The bid.</param>
/// <param name="Question">The question.</param>
/// <param name="Points">A step of the scale.</param>
/// <param name="Reason">Why, in one's own words, 1 to 4,000 characters.</param>
public sealed record ScoreAnswer(BidId Bid, CriterionId Question, int? Points, string? Reason) : IPanelCommand;

/// <summary>Locks one's scores, once all are given.</summary>
public sealed record LockScores : IPanelCommand;

/// <summary>Puts the scores on the table, once all have locked theirs. The moderator only.</summary>
public sealed record OpenModeration : IPanelCommand;

/// <summary>Awards the contract to the bid that ranks first. The moderator only.</summary>
public sealed record MakeAward(BidId Bid) : IPanelCommand;

/// <summary>What may be asked of a panel, and what happens then.</summary>
public sealed class PanelDecider : IDecider<Panel, IPanelCommand>
{
    /// <inheritdoc />
    public static Panel Initial { get; } = new();

    /// <inheritdoc />
    public static Panel Evolve(Panel state, Recorded happened) => state.After(happened);

    /// <inheritdoc />
    public static IEnumerable<StreamId> Needs(Panel state, IPanelCommand command, Facts known) =>
        command is ISystemCommand ? [] : [state.Tender.Stream, state.Project.Stream];

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
            ApproveOpening => Approve(state, tender, context),
            OpenModeration or MakeAward => OfModerator(state, command, tender, context),
            _ => OfEvaluator(state, command, tender, context),
        };
    }

    private static Decision OfSystem(Panel state, IPanelCommand command) => command switch
    {
        ConvenePanel c => state.Id == default ? Decision.Accept(new PanelConvened(c.Tender.Panel, c.Tender, c.Project)) : Decision.Accept(),
        ReceiveBids c => state.Bids is null ? Decision.Accept(new BidsReceived(Label(c.Bids))) : Decision.Accept(),
        _ => throw new InvalidOperationException($"A panel knows no command {command.GetType().Name}."),
    };

    /// <summary>Labels follow the identifiers' hashes, so they tell neither names nor who was first.</summary>
    private static ImmutableArray<ReceivedBid> Label(ImmutableArray<ReceivedBid> bids) =>
        [.. bids.OrderBy(bid => Derived.Guid(bid.Bid.Value, "label")).Select((bid, index) => bid with { Label = $"Bidder {Letters(index)}" })];

    private static string Letters(int index) => index < 26 ? $"{(char)('A' + index)}" : Letters(index / 26 - 1) + Letters(index % 26);

    private static Decision OfCommissioner(Panel state, IPanelCommand command, Tender tender, Project project, Context context)
    {
        if (!project.IsReader(context.Actor)) return Refusal.NotFound;
        if (!project.Holds(context.Actor, Role.Commissioner)) return NotCommissioner;
        if (state.Openers.Count > 0) return OpeningBegun;
        var person = command is AppointEvaluator evaluator ? evaluator.Person : ((AppointModerator)command).Person;
        if (person == ParticipantId.Public || person == ParticipantId.System) return PersonMissing;
        if (command is AppointModerator) return state.GroupOf(person) is null ? Decision.Accept(new ModeratorAppointed(person)) : ModeratorScores;
        if (state.Moderator == person) return ModeratorScores;
        var group = ((AppointEvaluator)command).Group;
        return tender.Groups.Exists(g => g.Name == group) ? Decision.Accept(new EvaluatorAppointed(person, group!)) : GroupUnknown;
    }

    private static Decision Approve(Panel state, Tender tender, Context context)
    {
        if (!state.IsOn(context.Actor)) return Refusal.NotFound;
        if (tender.Publication is null || tender.InTime(context.Now)) return BeforeDeadline;
        if (state.Bids is not null || state.Openers.Count == 2) return AlreadyOpen;
        if (state.Openers.Contains(context.Actor)) return SecondPerson;
        if (state.Openers.Count == 1 && !state.Openers.Append(context.Actor).Contains(state.Moderator ?? default)) return ModeratorOpens;
        return state.Openers.Count == 0
            ? Decision.Accept(new OpeningApproved())
            : Decision.Accept(new OpeningApproved(), new OpeningCompleted());
    }

    private static Decision OfEvaluator(Panel state, IPanelCommand command, Tender tender, Context context)
    {
        if (state.GroupOf(context.Actor) is null) return Refusal.NotFound;
        if (state.Bids is not { } bids) return NotOpen;
        if (bids.Exists(bid => bid.Team.Contains(context.Actor))) return BidderScores;
        if (state.Award is not null) return Awarded;
        return command switch
        {
            DeclareInterests c => Declare(state, c, bids, context),
            ScoreAnswer c => Score(state, c, tender, context),
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

    private static Decision Score(Panel state, ScoreAnswer c, Tender tender, Context context)
    {
        if (!state.MaySee(context.Actor, c.Bid) || !tender.Questions.Any(q => q.Id == c.Question)) return Refusal.NotFound;
        if (state.Locked.Contains(context.Actor)) return AlreadyLocked;
        if (c.Points is not { } points || !Criterion.Scale.Any(step => step.Points == points)) return PointsMissing;
        if (Written.Words(c.Reason, "reason", "why, in your own words", 4_000, out var reason) is { } badReason) return badReason;
        return Decision.Accept(new AnswerScored(c.Bid, c.Question, points, reason));
    }

    private static Decision Lock(Panel state, Tender tender, ImmutableList<ReceivedBid> bids, Context context)
    {
        if (state.Locked.Contains(context.Actor)) return Decision.Accept();
        foreach (var bid in bids)
        {
            if (!state.Declarations.Exists(d => d.Evaluator == context.Actor && d.Bid == bid.Bid)) return Undeclared(bid.Label);
            if (!state.MaySee(context.Actor, bid.Bid)) continue;
            foreach (var question in tender.Questions)
            {
                if (!state.Scores.Exists(s => s.Evaluator == context.Actor && s.Bid == bid.Bid && s.Question == question.Id))
                    return Unscored(bid.Label, question.Title);
            }
        }

        return Decision.Accept(new ScoresLocked());
    }

    private static Decision OfModerator(Panel state, IPanelCommand command, Tender tender, Context context)
    {
        if (!state.IsOn(context.Actor)) return Refusal.NotFound;
        if (state.Moderator != context.Actor) return NotModerator;
        if (state.Bids is not { } bids) return NotOpen;
        if (command is OpenModeration)
        {
            if (state.InModeration) return Decision.Accept();
            return state.Evaluators.TrueForAll(evaluator => state.Locked.Contains(evaluator.Person)) && state.Evaluators.Count > 0
                ? Decision.Accept(new ModerationOpened())
                : NotAllLocked;
        }

        if (!state.InModeration) return NotInModeration;
        if (state.Award is not null) return Awarded;
        var chosen = ((MakeAward)command).Bid;
        if (!bids.Exists(bid => bid.Bid == chosen)) return Refusal.NotFound;
        var first = Result.Compute(tender, state).Rows.Where(row => row.Rank == 1).ToArray();
        if (!first.Any(row => row.Bid == chosen)) return NotFirst;
        return first.Length > 1 ? Tied : Decision.Accept(new AwardMade(chosen));
    }
}

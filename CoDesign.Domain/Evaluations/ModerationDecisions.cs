using System.Collections.Immutable;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using static CoDesign.Domain.Evaluations.ModerationRefusals;

namespace CoDesign.Domain.Evaluations;

/// <summary>Something asked of how the panel talks about its scores.</summary>
public interface IModerationCommand : IPanelCommand;

/// <summary>
/// Says how many of each group must confirm what stands for an answer; one and half of those without an interest where left out.
/// The moderator's act until the opening begins, so that nobody chooses it by who is in the room.
/// </summary>
/// <param name="Groups">Groups that the tender names, each with 1 to 100 or nothing; where fewer may confirm, all of them must.</param>
public sealed record SetQuorum(ImmutableArray<GroupQuorum> Groups) : IModerationCommand;

/// <summary>Turns the panel to an answer; everybody's page follows. The moderator only.</summary>
public sealed record MoveModeration(BidId Bid, CriterionId Question) : IModerationCommand;

/// <summary>Shows the scores of the answer that the panel talks about, to everybody at the same moment. The moderator only.</summary>
public sealed record RevealScores(BidId Bid, CriterionId Question) : IModerationCommand;

/// <summary>Shows all scores that were not shown yet. The moderator only, and only where the tender says that means stand.</summary>
public sealed record RevealAllScores : IModerationCommand;

/// <summary>Writes down what was said about an answer whose scores are shown. For whoever is in the room and has no interest in the bid.</summary>
/// <param name="Bid">The bid.</param>
/// <param name="Question">The question.</param>
/// <param name="Text">1 to 4,000 characters.</param>
public sealed record NoteDiscussion(BidId Bid, CriterionId Question, string? Text) : IModerationCommand;

/// <summary>Records the score that was agreed on, in place of the one before; what stands is to be confirmed again. The moderator only.</summary>
/// <param name="Bid">The bid.</param>
/// <param name="Question">The question.</param>
/// <param name="Group">The group that agreed, where the tender says that each group does; left out where the whole panel does.</param>
/// <param name="Points">A step of the scale.</param>
/// <param name="Reason">Why, 1 to 4,000 characters.</param>
public sealed record RecordConsensus(BidId Bid, CriterionId Question, string? Group, int? Points, string? Reason) : IModerationCommand;

/// <summary>Confirms what stands for an answer, each for themselves. For who scores the question and has no interest in the bid.</summary>
/// <param name="Bid">The bid.</param>
/// <param name="Question">The question.</param>
/// <param name="Round">The round that the confirmer saw; refused where it changed meanwhile.</param>
public sealed record ConfirmOutcome(BidId Bid, CriterionId Question, int Round) : IModerationCommand;

/// <summary>Says that one doesn't agree with what stands, and why. It is kept with the result and changes nothing else.</summary>
/// <param name="Bid">The bid.</param>
/// <param name="Question">The question.</param>
/// <param name="Reason">1 to 4,000 characters.</param>
public sealed record RecordDissent(BidId Bid, CriterionId Question, string? Reason) : IModerationCommand;

/// <summary>Takes back that one doesn't agree.</summary>
public sealed record WithdrawDissent(BidId Bid, CriterionId Question) : IModerationCommand;

/// <content>How the panel talks about its scores.</content>
public sealed partial class PanelDecider
{
    private static Decision DecideModeration(Panel state, IModerationCommand command, Tender tender, Project project, Context context)
    {
        if (!state.IsOn(context.Actor)) return Refusal.NotFound;
        if (state.IsBidder(context.Actor)) return PanelRefusals.BidderSits;
        if (!state.IsInRoom(context.Actor, project)) return Refusal.NotFound;
        if (command is SetQuorum quorum) return Set(state, quorum, tender, context);
        if (!state.InModeration) return NotOpen;
        if (state.IsAwarded) return PanelRefusals.Awarded;
        if (command is RevealAllScores) return RevealAll(state, tender, context);
        if (command is IAbsenceCommand absence) return DecideAbsence(state, absence, tender, context);
        if (state.UndeclaredBy(context.Actor) is { } bid) return PanelRefusals.Undeclared(bid.Label);
        var moderation = Moderation.Of(state, tender, project);
        var answer = AnswerOf(command);
        if (!moderation.Has(answer) || state.Moderator != context.Actor && !moderation.MaySee(context.Actor, answer.Bid)) return Refusal.NotFound;
        return command is MoveModeration or RevealScores or RecordConsensus
            ? OfChair(moderation, command, answer, context)
            : IsThere(state, command, OfPanel(moderation, command, answer, context), context);
    }

    private static AnswerOf AnswerOf(IModerationCommand command) => command switch
    {
        MoveModeration c => new(c.Bid, c.Question),
        RevealScores c => new(c.Bid, c.Question),
        NoteDiscussion c => new(c.Bid, c.Question),
        RecordConsensus c => new(c.Bid, c.Question),
        ConfirmOutcome c => new(c.Bid, c.Question),
        RecordDissent c => new(c.Bid, c.Question),
        WithdrawDissent c => new(c.Bid, c.Question),
        _ => throw new InvalidOperationException($"A panel knows no command {command.GetType().Name}."),
    };

    private static Decision Set(Panel state, SetQuorum c, Tender tender, Context context)
    {
        if (state.Moderator != context.Actor) return PanelRefusals.NotModerator;
        if (state.Openers.Count > 0) return PanelRefusals.OpeningBegun;
        var given = c.Groups.IsDefault ? [] : c.Groups;
        for (var index = 0; index < given.Length; index++)
        {
            if (!tender.Groups.Exists(group => group.Name == given[index].Group)) return PanelRefusals.GroupUnknown;
            if (given[index].Least is < 1 or > 100) return QuorumRange with { Field = $"groups[{index}].least" };
        }

        if (given.DistinctBy(quorum => quorum.Group).Count() != given.Length) return PanelRefusals.GroupUnknown;
        return state.Quorums.SequenceEqual(given) ? Decision.Accept() : Decision.Accept(new QuorumSet(given));
    }

    private static Decision RevealAll(Panel state, Tender tender, Context context)
    {
        if (state.Moderator != context.Actor) return PanelRefusals.NotModerator;
        if (tender.Settlement != ScoreSettlement.Mean) return OneByOne;
        return state.ShowsOneByOne ? Decision.Accept(new AllScoresRevealed()) : Decision.Accept();
    }

    private static Decision OfChair(Moderation moderation, IModerationCommand command, AnswerOf answer, Context context)
    {
        var state = moderation.Panel;
        if (state.Moderator != context.Actor) return PanelRefusals.NotModerator;
        return command switch
        {
            MoveModeration => state.TalksAbout == answer ? Decision.Accept() : Decision.Accept(new ModerationMoved(answer.Bid, answer.Question)),
            RevealScores when moderation.IsRevealed(answer) => Decision.Accept(),
            RevealScores => state.TalksAbout == answer ? Decision.Accept(new ScoresRevealed(answer.Bid, answer.Question)) : Elsewhere,
            RecordConsensus c => Record(moderation, c, answer),
            _ => throw new InvalidOperationException($"A moderator has no command {command.GetType().Name}."),
        };
    }

    private static Decision Record(Moderation moderation, RecordConsensus c, AnswerOf answer)
    {
        if (moderation.Settlement == ScoreSettlement.Mean) return MeansStand;
        if (!moderation.IsRevealed(answer)) return NotRevealed;
        var group = string.IsNullOrEmpty(c.Group) ? null : c.Group;
        if (moderation.Settlement == ScoreSettlement.PanelConsensus && group is not null) return WholePanel;
        if (moderation.Settlement == ScoreSettlement.GroupConsensus && (group is null || !moderation.GroupsWithScores(answer).Contains(group))) return EachGroup;
        if (c.Points is not { } points || !moderation.Questions[answer.Question].Scale.Steps.Any(step => step.Points == points)) return PanelRefusals.PointsMissing;
        if (Written.Words(c.Reason, "reason", "why the panel agreed on this", 4_000, out var reason) is { } badReason) return badReason;
        return moderation.About(answer).Agreed.Contains(new Agreed(group, points, reason))
            ? Decision.Accept()
            : Decision.Accept(new ConsensusRecorded(answer.Bid, answer.Question, group, points, reason));
    }

    private static Decision OfPanel(Moderation moderation, IModerationCommand command, AnswerOf answer, Context context)
    {
        if (!moderation.IsRevealed(answer)) return NotRevealed;
        if (command is NoteDiscussion note) return Note(note, answer);
        if (moderation.Panel.GroupOf(context.Actor) is null) return Refusal.NotFound;
        var about = moderation.About(answer);
        switch (command)
        {
            case ConfirmOutcome c:
                if (!moderation.MayConfirm(context.Actor, answer)) return moderation.IsOfTheirGroup(context.Actor, answer) ? NotInTheirPlace : Refusal.NotFound;
                if (!moderation.IsAgreed(answer)) return NotAgreed;
                if (c.Round != about.Round) return OutcomeChanged;
                return about.Confirmed.Contains(context.Actor) ? Decision.Accept() : Decision.Accept(new OutcomeConfirmed(answer.Bid, answer.Question, c.Round));
            case RecordDissent c:
                if (!moderation.IsAgreed(answer)) return NotAgreed;
                if (Written.Words(c.Reason, "reason", "why you don't agree", 4_000, out var reason) is { } badReason) return badReason;
                return about.Dissents.Contains(new Dissent(context.Actor, reason, about.Round))
                    ? Decision.Accept()
                    : Decision.Accept(new DissentRecorded(answer.Bid, answer.Question, reason));
            case WithdrawDissent:
                return about.Dissents.Exists(dissent => dissent.By == context.Actor) ? Decision.Accept(new DissentWithdrawn(answer.Bid, answer.Question)) : Decision.Accept();
            default:
                throw new InvalidOperationException($"A panel knows no command {command.GetType().Name}.");
        }
    }

    private static Decision Note(NoteDiscussion c, AnswerOf answer) =>
        Written.Words(c.Text, "text", "what was said", 4_000, out var text) is { } bad ? bad : Decision.Accept(new DiscussionNoted(answer.Bid, answer.Question, text));
}

using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using static CoDesign.Domain.Evaluations.AwardRefusals;
using static CoDesign.Domain.Evaluations.PanelRefusals;

namespace CoDesign.Domain.Evaluations;

/// <content>What comes after the award.</content>
public sealed partial class PanelDecider
{
    private const int MostCommitments = 200;
    private const int MostSlots = 100;
    private const int MostLessons = 20;

    private static Decision DecideAfterAward(Panel state, IAfterAwardCommand command, Tender tender, Project project, Context context) => command switch
    {
        PickCommitment c => WhyNotAfter(state, project, context) ?? Pick(state, c, tender, project, context),
        DropCommitment c => WhyNotAfter(state, project, context) ?? Drop(state, c),
        SignContract c => WhyNotCommission(state, project, context) ?? Sign(state, c, tender, context),
        OfferFeedback c => WhyNotAfter(state, project, context) ?? Offer(state, c, context),
        WithdrawFeedback c => WhyNotAfter(state, project, context) ?? Withdraw(state, c),
        BookFeedback c => Book(state, c, context),
        CancelFeedback c => Cancel(state, c, context),
        NoteLesson c => WhyNotLearn(state, project, context) ?? Note(state, c, context),
        RemoveLesson c => state.Lessons.Exists(one => one.Id == c.Lesson && one.By == context.Actor) ? Decision.Accept(new LessonRemoved(c.Lesson)) : Refusal.NotFound,
        _ => throw new InvalidOperationException($"A panel knows no command {command.GetType().Name}."),
    };

    /// <summary>The moderator and commissioners look after what comes then, once every lot is settled.</summary>
    private static Decision? WhyNotAfter(Panel state, Project project, Context context)
    {
        var moderates = state.Moderator == context.Actor && state.IsInRoom(context.Actor, project);
        if (!moderates && WhyNotCommission(state, project, context) is { } refused) return refused;
        return state.IsDone ? null : (Decision)BeforeAward;
    }

    private static Decision? WhyNotLearn(Panel state, Project project, Context context)
    {
        if (!state.IsInRoom(context.Actor, project)) return Refusal.NotFound;
        return state.InModeration ? null : (Decision)NotInModeration;
    }

    private static Decision Pick(Panel state, PickCommitment c, Tender tender, Project project, Context context)
    {
        var won = state.Awards.FindAll(award => award.Bid == c.Bid);
        if (won.IsEmpty || context.Facts.Find<Bid>(c.Bid.Stream)?.Submission is not { } submission) return Refusal.NotFound;
        if (won.TrueForAll(award => state.Signed.Exists(signed => signed.Lot == award.Lot))) return AlreadySigned;
        if (SaidOn(state, c, tender, submission) is not { } said) return Refusal.NotFound;
        if (Written.Words(c.Quote, "quote", "the words of the bid", 2_000, out var quote) is { } bad) return bad;
        if (!Plain(said).Contains(Plain(quote), StringComparison.Ordinal)) return QuoteElsewhere;
        if (c.Measure is { } measure && !project.Outcomes.Exists(outcome => outcome.Measures.Any(one => one.Id == measure))) return MeasureUnknown;
        if (state.Commitments.Exists(one => one.Bid == c.Bid && one.Question == c.Question && one.Quote == quote)) return CommitmentThere;
        if (state.Commitments.Count >= MostCommitments) return CommitmentsMany;
        var id = new CommitmentId(context.NewId());
        return Decision.Make(id.Value, new CommitmentPicked(new Commitment(id, c.Bid, c.Question, quote, c.Measure)));
    }

    /// <summary>
    /// What the bid said to a question: its answer, or what was written down of an interview or a visit. What somebody else told of
    /// its past work is nobody's promise.
    /// </summary>
    private static string? SaidOn(Panel state, PickCommitment c, Tender tender, Submission submission) => tender.Criteria.Find(one => one.Id == c.Question)?.Round switch
    {
        ScoringRound.Interview or ScoringRound.Visit => state.Evidence.Find(one => one.Bid == c.Bid && one.Question == c.Question)?.Text,
        _ => submission.Answers.FirstOrDefault(answer => answer.Question == c.Question)?.Text,
    };

    /// <summary>Words as they are, whatever line breaks copying made of spaces.</summary>
    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Decision Drop(Panel state, DropCommitment c)
    {
        if (state.Commitments.Find(one => one.Id == c.Commitment) is not { } found) return Refusal.NotFound;
        return state.Awards.Exists(award => award.Bid == found.Bid && state.Signed.Exists(signed => signed.Lot == award.Lot))
            ? AlreadySigned
            : Decision.Accept(new CommitmentDropped(c.Commitment));
    }

    private static Decision Sign(Panel state, SignContract c, Tender tender, Context context)
    {
        if (Find(tender, c.Lot) is not { } lot) return LotUnknown;
        if (!state.Awards.Exists(award => award.Lot == lot.Id)) return NotWon;
        if (state.Signed.Exists(signed => signed.Lot == lot.Id)) return AlreadySigned;
        if (!state.IsDone) return LotsLeft;
        if (state.Notices.Find(notice => notice.Lot == lot.Id)?.Standstill is { } standstill && !standstill.IsOver(context.Now)) return StandstillOpen;
        if (c.Start is not { } start) return StartMissing;
        if (c.End is not { } end || end <= start || end > start.AddYears(25)) return EndRange;
        if (Written.Words(c.Manager, "manager", "who manages the contract", 120, out var manager) is { } badManager) return badManager;
        if (Written.Words(c.Director, "director", "who answers for it", 120, out var director) is { } badDirector) return badDirector;
        return Decision.Accept(new ContractSigned(lot.Id, start, end, manager, director));
    }

    private static Decision Offer(Panel state, OfferFeedback c, Context context)
    {
        if (c.At is not { } at) return SlotMissing;
        if (at <= context.Now) return SlotPast;
        if (Written.Words(c.Where, "where", "where it is, or the number or link to call", 300, out var where) is { } bad) return bad;
        if (state.Feedback.Count >= MostSlots) return SlotsMany;
        var id = new SlotId(context.NewId());
        return Decision.Make(id.Value, new FeedbackOffered(id, at.ToUniversalTime(), where));
    }

    private static Decision Withdraw(Panel state, WithdrawFeedback c)
    {
        if (state.Feedback.Find(slot => slot.Id == c.Slot) is not { } found) return Refusal.NotFound;
        return found.Bid is null ? Decision.Accept(new FeedbackWithdrawn(c.Slot)) : SlotBooked;
    }

    private static Decision Book(Panel state, BookFeedback c, Context context)
    {
        if (state.BidOf(context.Actor) is not { } mine || state.Feedback.Find(slot => slot.Id == c.Slot) is not { } found) return Refusal.NotFound;
        if (found.Bid == mine.Bid) return Decision.Accept();
        if (found.Bid is not null) return SlotTaken;
        if (found.At <= context.Now) return SlotPast;
        return state.Feedback.Exists(slot => slot.Bid == mine.Bid) ? OneMeeting : Decision.Accept(new FeedbackBooked(c.Slot, mine.Bid));
    }

    private static Decision Cancel(Panel state, CancelFeedback c, Context context) =>
        state.BidOf(context.Actor) is { } mine && state.Feedback.Exists(slot => slot.Id == c.Slot && slot.Bid == mine.Bid)
            ? Decision.Accept(new FeedbackCancelled(c.Slot))
            : Refusal.NotFound;

    private static Decision Note(Panel state, NoteLesson c, Context context)
    {
        if (Written.Words(c.Words, "words", "what should be otherwise next time", 1_000, out var words) is { } bad) return bad;
        if (state.Lessons.Count(lesson => lesson.By == context.Actor) >= MostLessons) return LessonsMany;
        var id = new LessonId(context.NewId());
        return Decision.Make(id.Value, new LessonNoted(id, words));
    }
}

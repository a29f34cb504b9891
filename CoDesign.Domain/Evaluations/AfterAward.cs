using System.Collections.Immutable;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Evaluations;

/// <summary>Something that the winner's bid promised.</summary>
public readonly record struct CommitmentId(Guid Value) : IId<CommitmentId>
{
    /// <inheritdoc />
    public static CommitmentId From(Guid value) => new(value);

    /// <inheritdoc />
    public override string ToString() => this.Text();
}

/// <summary>A time at which a bidder may hear more about their summary.</summary>
public readonly record struct SlotId(Guid Value) : IId<SlotId>
{
    /// <inheritdoc />
    public static SlotId From(Guid value) => new(value);

    /// <inheritdoc />
    public override string ToString() => this.Text();
}

/// <summary>What somebody of the panel wants to be otherwise next time.</summary>
public readonly record struct LessonId(Guid Value) : IId<LessonId>
{
    /// <inheritdoc />
    public static LessonId From(Guid value) => new(value);

    /// <inheritdoc />
    public override string ToString() => this.Text();
}

/// <summary>Something asked of a panel once its scores are settled, or an award is made.</summary>
public interface IAfterAwardCommand : IAwardCommand;

/// <summary>Something that happened after an award, or once scores were settled.</summary>
public interface IAfterAwardEvent : IAwardEvent;

/// <summary>
/// Puts words of a winning bid into the contract's schedule. The moderator or a commissioner, from the award until the contract is signed.
/// </summary>
/// <param name="Bid">The bid.</param>
/// <param name="Question">The question whose answer they stand in.</param>
/// <param name="Quote">
/// The words as they are in the answer, or in what was written down of an interview or a visit, 1 to 2,000 characters; refused where they don't stand there.
/// </param>
/// <param name="Measure">A measure of the project by which they are looked at; may be left out.</param>
public sealed record PickCommitment(BidId Bid, CriterionId Question, string? Quote, MeasureId? Measure = null) : IAfterAwardCommand;

/// <summary>Takes words out of the schedule again, until the contract is signed.</summary>
public sealed record DropCommitment(CommitmentId Commitment) : IAfterAwardCommand;

/// <summary>Records that the contract was signed. A commissioner only, from the day after the standstill.</summary>
/// <param name="Lot">The lot; the only one where left out.</param>
/// <param name="Start">The first day.</param>
/// <param name="End">The last day, after the first and within 25 years.</param>
/// <param name="Manager">Who manages it for the authority, 1 to 120 characters.</param>
/// <param name="Director">Who answers for it in the authority, 1 to 120 characters.</param>
public sealed record SignContract(LotId? Lot, DateOnly? Start, DateOnly? End, string? Manager, string? Director) : IAfterAwardCommand;

/// <summary>Offers bidders a time to hear more. The moderator or a commissioner, after the award.</summary>
/// <param name="At">When; it must lie ahead.</param>
/// <param name="Where">Where, or by which link or number, 1 to 300 characters.</param>
public sealed record OfferFeedback(DateTimeOffset? At, string? Where) : IAfterAwardCommand;

/// <summary>Takes back a time that nobody has booked.</summary>
public sealed record WithdrawFeedback(SlotId Slot) : IAfterAwardCommand;

/// <summary>Books a time for one's bid. Somebody of its team, one time for each bid; other bidders don't learn of it.</summary>
public sealed record BookFeedback(SlotId Slot) : IAfterAwardCommand;

/// <summary>Gives back the time that one's team booked.</summary>
public sealed record CancelFeedback(SlotId Slot) : IAfterAwardCommand;

/// <summary>Notes what should be otherwise next time. Anybody of the panel, once its scores are on the table.</summary>
/// <param name="Words">1 to 1,000 characters.</param>
public sealed record NoteLesson(string? Words) : IAfterAwardCommand;

/// <summary>Takes one's own note back.</summary>
public sealed record RemoveLesson(LessonId Lesson) : IAfterAwardCommand;

/// <summary>Words of a bid are in the schedule. They become part of the contract, and stay.</summary>
[EventName("commitment.picked.v1")]
public sealed record CommitmentPicked(Commitment Commitment) : IAfterAwardEvent;

/// <summary>They are out of it.</summary>
[EventName("commitment.dropped.v1")]
public sealed record CommitmentDropped(CommitmentId Commitment) : IAfterAwardEvent;

/// <summary>The contract was signed.</summary>
[EventName("contract.signed.v1")]
public sealed record ContractSigned(LotId Lot, DateOnly Start, DateOnly End, string Manager, string Director) : IAfterAwardEvent;

/// <summary>A time is offered.</summary>
[EventName("feedback.offered.v1")]
public sealed record FeedbackOffered(SlotId Slot, DateTimeOffset At, string Where) : IAfterAwardEvent;

/// <summary>It isn't any more.</summary>
[EventName("feedback.withdrawn.v1")]
public sealed record FeedbackWithdrawn(SlotId Slot) : IAfterAwardEvent;

/// <summary>A bidder booked it.</summary>
[EventName("feedback.booked.v1")]
public sealed record FeedbackBooked(SlotId Slot, BidId Bid) : IAfterAwardEvent;

/// <summary>They gave it back.</summary>
[EventName("feedback.cancelled.v1")]
public sealed record FeedbackCancelled(SlotId Slot) : IAfterAwardEvent;

/// <summary>Somebody noted what should be otherwise.</summary>
[EventName("lesson.noted.v1")]
public sealed record LessonNoted(LessonId Lesson, [property: Erasable] string Words) : IAfterAwardEvent;

/// <summary>They took it back.</summary>
[EventName("lesson.removed.v1")]
public sealed record LessonRemoved(LessonId Lesson) : IAfterAwardEvent;

/// <summary>Something that the winner's bid promised against a question, and a measure where one fits.</summary>
/// <param name="Id">The commitment.</param>
/// <param name="Bid">The bid.</param>
/// <param name="Question">The question whose answer it stands in, or to which it was said.</param>
/// <param name="Quote">The bid's own words, or what was written down of them.</param>
/// <param name="Measure">The measure by which it is looked at; null where there is none.</param>
public sealed record Commitment(CommitmentId Id, BidId Bid, CriterionId Question, string Quote, MeasureId? Measure);

/// <summary>A contract that was signed.</summary>
public sealed record SignedContract(LotId Lot, DateOnly Start, DateOnly End, string Manager, string Director, DateTimeOffset At);

/// <summary>A time at which a bidder may hear more.</summary>
/// <param name="Id">The time.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Where">Where.</param>
/// <param name="Bid">Who has it; null where nobody does.</param>
public sealed record FeedbackSlot(SlotId Id, DateTimeOffset At, string Where, BidId? Bid);

/// <summary>What somebody of the panel wants to be otherwise next time.</summary>
public sealed record Lesson(LessonId Id, ParticipantId By, string Words, DateTimeOffset At);

/// <content>What comes after the award.</content>
public sealed partial record Panel
{
    /// <summary>What winning bids promised.</summary>
    public ImmutableList<Commitment> Commitments { get; init; } = [];

    /// <summary>Contracts that were signed.</summary>
    public ImmutableList<SignedContract> Signed { get; init; } = [];

    /// <summary>Times at which bidders may hear more, the first one first.</summary>
    public ImmutableList<FeedbackSlot> Feedback { get; init; } = [];

    /// <summary>What the panel wants to be otherwise next time.</summary>
    public ImmutableList<Lesson> Lessons { get; init; } = [];

    /// <summary>The bid that somebody of its team speaks for; null for others.</summary>
    public ReceivedBid? BidOf(ParticipantId person) => Bids?.Find(bid => bid.Team.Contains(person));

    private Panel AfterTheAward(IAfterAwardEvent happened, Recorded recorded) => happened switch
    {
        CommitmentPicked e => this with { Commitments = Commitments.Add(e.Commitment) },
        CommitmentDropped e => this with { Commitments = Commitments.RemoveAll(one => one.Id == e.Commitment) },
        ContractSigned e => this with { Signed = Signed.Add(new SignedContract(e.Lot, e.Start, e.End, e.Manager, e.Director, recorded.At)) },
        FeedbackOffered e => this with { Feedback = [.. Feedback.Add(new FeedbackSlot(e.Slot, e.At, e.Where, null)).OrderBy(slot => slot.At)] },
        FeedbackWithdrawn e => this with { Feedback = Feedback.RemoveAll(slot => slot.Id == e.Slot) },
        FeedbackBooked e => this with { Feedback = Feedback.ConvertAll(slot => slot.Id == e.Slot ? slot with { Bid = e.Bid } : slot) },
        FeedbackCancelled e => this with { Feedback = Feedback.ConvertAll(slot => slot.Id == e.Slot ? slot with { Bid = null } : slot) },
        LessonNoted e => this with { Lessons = Lessons.Add(new Lesson(e.Lesson, recorded.Actor, e.Words, recorded.At)) },
        LessonRemoved e => this with { Lessons = Lessons.RemoveAll(lesson => lesson.Id == e.Lesson) },
        _ => throw new InvalidOperationException($"A panel knows no event {happened.GetType().Name}."),
    };
}

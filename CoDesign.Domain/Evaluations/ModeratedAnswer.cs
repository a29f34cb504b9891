using System.Collections.Immutable;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Evaluations;

/// <summary>The answer of one bid to one question: what the panel talks about at a time.</summary>
public readonly record struct AnswerOf(BidId Bid, CriterionId Question);

/// <summary>The least of a group who must confirm, as it was set before the opening.</summary>
/// <param name="Group">The group.</param>
/// <param name="Least">1 to 100; null for one and half of those without an interest in the bid.</param>
public sealed record GroupQuorum(string Group, int? Least);

/// <summary>A score that was agreed on.</summary>
/// <param name="Group">The group that agreed; null for the whole panel.</param>
/// <param name="Points">A step of the question's scale.</param>
/// <param name="Reason">Why, in the words that the moderator wrote down.</param>
public sealed record Agreed(string? Group, int Points, string Reason);

/// <summary>Something said when an answer was talked about.</summary>
public sealed record DiscussionNote(ParticipantId By, string Text, DateTimeOffset At);

/// <summary>Somebody of the panel who doesn't agree, and why.</summary>
/// <param name="By">Who.</param>
/// <param name="Reason">Why, in their own words.</param>
/// <param name="Round">Which round of the answer it is about.</param>
public sealed record Dissent(ParticipantId By, string Reason, int Round);

/// <summary>How the panel talked about one answer. The scores themselves stay as they were locked.</summary>
/// <param name="Of">The answer.</param>
public sealed record ModeratedAnswer(AnswerOf Of)
{
    /// <summary>Whether its scores were shown to the panel.</summary>
    public bool IsRevealed { get; init; }

    /// <summary>Scores agreed on; the latest of each group, or of the panel.</summary>
    public ImmutableList<Agreed> Agreed { get; init; } = [];

    /// <summary>What was said, oldest first.</summary>
    public ImmutableList<DiscussionNote> Notes { get; init; } = [];

    /// <summary>Who doesn't agree; one each.</summary>
    public ImmutableList<Dissent> Dissents { get; init; } = [];

    /// <summary>Grows with each change of what is to be confirmed.</summary>
    public int Round { get; init; }

    /// <summary>Who confirmed what stands in this round.</summary>
    public ImmutableList<ParticipantId> Confirmed { get; init; } = [];

    internal ModeratedAnswer AskAgain() => this with { Round = Round + 1, Confirmed = [] };
}

/// <summary>Something that happened when the panel talked about its scores.</summary>
public interface IModerationEvent : IEvent;

/// <summary>The moderator said how many of each group must confirm.</summary>
[EventName("quorum.set.v1")]
public sealed record QuorumSet(ImmutableArray<GroupQuorum> Groups) : IModerationEvent;

/// <summary>The panel turned to an answer.</summary>
[EventName("moderation.moved.v1")]
public sealed record ModerationMoved(BidId Bid, CriterionId Question) : IModerationEvent;

/// <summary>The scores of an answer were shown to the panel.</summary>
[EventName("scores.revealed.v1")]
public sealed record ScoresRevealed(BidId Bid, CriterionId Question) : IModerationEvent;

/// <summary>All scores that were not shown yet were shown to the panel.</summary>
[EventName("scores.all-revealed.v1")]
public sealed record AllScoresRevealed : IModerationEvent;

/// <summary>Something was said about an answer.</summary>
[EventName("discussion.noted.v1")]
public sealed record DiscussionNoted(BidId Bid, CriterionId Question, [property: Erasable] string Text) : IModerationEvent;

/// <summary>A score was agreed on.</summary>
[EventName("consensus.recorded.v1")]
public sealed record ConsensusRecorded(BidId Bid, CriterionId Question, string? Group, int Points, [property: Erasable] string Reason) : IModerationEvent;

/// <summary>Somebody of the panel confirmed what stands.</summary>
[EventName("outcome.confirmed.v1")]
public sealed record OutcomeConfirmed(BidId Bid, CriterionId Question, int Round) : IModerationEvent;

/// <summary>Somebody of the panel doesn't agree.</summary>
[EventName("dissent.recorded.v1")]
public sealed record DissentRecorded(BidId Bid, CriterionId Question, [property: Erasable] string Reason) : IModerationEvent;

/// <summary>Somebody of the panel agrees after all.</summary>
[EventName("dissent.withdrawn.v1")]
public sealed record DissentWithdrawn(BidId Bid, CriterionId Question) : IModerationEvent;

/// <content>How the panel talks about its scores.</content>
public sealed partial record Panel
{
    /// <summary>Whether scores are shown one answer at a time; otherwise all of them were shown when moderation opened.</summary>
    public bool ShowsOneByOne { get; init; }

    /// <summary>How many of a group must confirm, where that was set.</summary>
    public ImmutableList<GroupQuorum> Quorums { get; init; } = [];

    /// <summary>The answer that the panel talks about; null before the first.</summary>
    public AnswerOf? TalksAbout { get; init; }

    /// <summary>The answers that were talked about.</summary>
    public ImmutableList<ModeratedAnswer> Moderated { get; init; } = [];

    private Panel AfterModeration(IModerationEvent happened, Recorded recorded)
    {
        var (who, at) = (recorded.Actor, recorded.At);
        return happened switch
        {
            QuorumSet e => this with { Quorums = [.. e.Groups] },
            ModerationMoved e => this with { TalksAbout = new AnswerOf(e.Bid, e.Question) },
            AllScoresRevealed => this with { ShowsOneByOne = false },
            ScoresRevealed e => Change(e.Bid, e.Question, one => one with { IsRevealed = true }),
            DiscussionNoted e => Change(e.Bid, e.Question, one => one with { Notes = one.Notes.Add(new DiscussionNote(who, e.Text, at)) }),
            ConsensusRecorded e => Change(e.Bid, e.Question, one =>
                (one with { Agreed = one.Agreed.RemoveAll(agreed => agreed.Group == e.Group).Add(new Agreed(e.Group, e.Points, e.Reason)) }).AskAgain()),
            OutcomeConfirmed e => Change(e.Bid, e.Question, one => one with { Confirmed = one.Confirmed.Add(who) }),
            DissentRecorded e => Change(e.Bid, e.Question, one =>
                one with { Dissents = one.Dissents.RemoveAll(dissent => dissent.By == who).Add(new Dissent(who, e.Reason, one.Round)) }),
            AbsenceNoted e => this with { Absences = Absences.RemoveAll(one => one.Person == e.Person).Add(new Absence(e.Person, e.Reason, at)) },
            AbsenceTakenBack e => this with { Absences = Absences.RemoveAll(one => one.Person == e.Person) },
            AbsenceEnded => this with { Absences = Absences.RemoveAll(one => one.Person == who) },
            DissentWithdrawn e => Change(e.Bid, e.Question, one => one with { Dissents = one.Dissents.RemoveAll(dissent => dissent.By == who) }),
            _ => throw new InvalidOperationException($"A panel knows no event {happened.GetType().Name}."),
        };
    }

    private Panel Change(BidId bid, CriterionId question, Func<ModeratedAnswer, ModeratedAnswer> how)
    {
        var of = new AnswerOf(bid, question);
        var index = Moderated.FindIndex(one => one.Of == of);
        return this with { Moderated = index < 0 ? Moderated.Add(how(new ModeratedAnswer(of))) : Moderated.SetItem(index, how(Moderated[index])) };
    }

    /// <summary>Who steps back from a bid confirms nothing of it and dissents from nothing, and what was agreed with them is asked for again.</summary>
    private Panel StepBack(ParticipantId who, BidId bid) => this with
    {
        Moderated = Moderated.ConvertAll(one => one.Of.Bid != bid ? one
            : (one with { Dissents = one.Dissents.RemoveAll(dissent => dissent.By == who) }).AskAgain()),
    };
}

using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using static CoDesign.Domain.Tenders.TenderRefusals;

namespace CoDesign.Domain.Tenders;

/// <summary>What happens in a tender, in its order.</summary>
public enum MilestoneKind
{
    /// <summary>The notice goes out.</summary>
    Publication,

    /// <summary>The last day on which bidders ask.</summary>
    LastQuestions,

    /// <summary>By then everything is answered.</summary>
    Answers,

    /// <summary>The last instant at which a bid is in time; <see cref="SetDeadline"/> sets it.</summary>
    Deadline,

    /// <summary>Two people open the bids.</summary>
    Opening,

    /// <summary>Everybody has scored alone.</summary>
    Scored,

    /// <summary>The panel has agreed.</summary>
    Moderated,

    /// <summary>Every bidder has the decision with its reasons.</summary>
    Decision,

    /// <summary>The last day on which the contract may not be signed yet.</summary>
    StandstillEnds,

    /// <summary>The contract is signed.</summary>
    Signed,

    /// <summary>Set-up begins, and people who do the work today begin to come along.</summary>
    SetUp,

    /// <summary>The contract begins; <see cref="DescribeTender"/> says when.</summary>
    Start,
}

/// <summary>Something asked of a tender's timetable.</summary>
public interface ITimetableCommand : ITenderCommand;

/// <summary>Something that happened to a tender's timetable.</summary>
public interface ITimetableEvent : IEvent;

/// <summary>Works every date out from the day on which the notice is to go out: the deadline, and the contract's beginning unless one is set that is late enough.</summary>
/// <param name="Publication">Not in the past, within the next five years.</param>
public sealed record PlanForwards(DateOnly? Publication) : ITimetableCommand;

/// <summary>Works every date out from the contract's beginning, each as late as it may be.</summary>
/// <param name="Start">Late enough that the notice need not have gone out already; within the next five years.</param>
public sealed record PlanBackwards(DateOnly? Start) : ITimetableCommand;

/// <summary>Sets dates by hand; those that are left out are worked out.</summary>
/// <param name="Days">Every date that is to be other than worked out, in order, and the contract's beginning. Not the deadline, which <see cref="SetDeadline"/> sets.</param>
public sealed record SetMilestones(ImmutableDictionary<MilestoneKind, DateOnly>? Days) : ITimetableCommand;

/// <summary>These dates are set by hand, and all others are worked out.</summary>
[EventName("milestones.set.v1")]
public sealed record MilestonesSet(ImmutableDictionary<MilestoneKind, DateOnly> Days) : ITimetableEvent;

/// <content>When things happen.</content>
public sealed partial record Tender
{
    /// <summary>Dates that are set by hand, save deadline and start.</summary>
    public ImmutableDictionary<MilestoneKind, DateOnly> SetByHand { get; init; } = ImmutableDictionary<MilestoneKind, DateOnly>.Empty;

    /// <summary>The day on which it was published first; null before.</summary>
    public DateOnly? NoticeOn { get; init; }

    /// <summary>The timetable as it is written; null while no deadline is set.</summary>
    public Timetable? Timetable() => Tenders.Timetable.Of(this);

    private Tender AfterTimetable(ITimetableEvent happened) => happened switch
    {
        MilestonesSet e => this with { SetByHand = e.Days },
        _ => throw new InvalidOperationException($"A tender knows no event {happened.GetType().Name}."),
    };
}

/// <content>When things happen.</content>
public sealed partial class TenderDecider
{
    private static readonly TimeOnly _noon = new(12, 0);

    private static Decision DecideTimetable(Tender state, ITimetableCommand command, bool isPublished, Context context) => command switch
    {
        PlanForwards or PlanBackwards when isPublished => TimetablePublished,
        PlanForwards c => Plan(state, c, context.Now),
        PlanBackwards c => Plan(state, c, context.Now),
        SetMilestones c => Set(state, c, isPublished, context.Now),
        _ => throw new InvalidOperationException($"A tender knows no command {command.GetType().Name}."),
    };

    private static Decision Plan(Tender state, PlanForwards c, DateTimeOffset now)
    {
        if (c.Publication is not { } publication) return PublicationMissing;
        if (publication < UkDay.Of(now)) return PublicationPast;
        if (publication > UkDay.Of(now.AddYears(5))) return PublicationFar;
        return Planned(state, publication, Tenders.Timetable.Forwards(state, publication), state.Start);
    }

    private static Decision Plan(Tender state, PlanBackwards c, DateTimeOffset now)
    {
        if (c.Start is not { } start) return StartMissing;
        if (start > UkDay.Of(now.AddYears(5))) return StartFar;
        var (publication, deadline) = Tenders.Timetable.Backwards(state, start);
        return publication >= UkDay.Of(now)
            ? Planned(state, publication, deadline, start)
            : StartTooEarly(publication, Tenders.Timetable.EarliestStart(state, UkDay.Of(now)));
    }

    /// <summary>The deadline keeps its time of day; one that is new is at noon, when somebody is there to help.</summary>
    private static Decision Planned(Tender state, DateOnly publication, DateOnly deadline, DateOnly? wanted)
    {
        var at = UkDay.At(deadline, state.Deadline is { } before ? UkDay.TimeOf(before) : _noon);
        var days = ImmutableDictionary<MilestoneKind, DateOnly>.Empty.Add(MilestoneKind.Publication, publication);
        var earliest = (state with { Deadline = at, SetByHand = days, Start = null }).Timetable()![MilestoneKind.Start]!.Day;
        var start = wanted is { } day && day >= earliest ? day : earliest;
        return Decision.Accept(
        [
            new MilestonesSet(days),
            .. at == state.Deadline ? Array.Empty<IEvent>() : [new DeadlineSet(at)],
            .. start == state.Start ? Array.Empty<IEvent>() : [Begins(state, start)],
        ]);
    }

    private static Decision Set(Tender state, SetMilestones c, bool isPublished, DateTimeOffset now)
    {
        var days = c.Days ?? ImmutableDictionary<MilestoneKind, DateOnly>.Empty;
        if (state.Deadline is null) return DeadlineMissing with { Field = null };
        if (days.ContainsKey(MilestoneKind.Deadline)) return At(MilestoneElsewhere, MilestoneKind.Deadline);
        DateOnly? start = days.TryGetValue(MilestoneKind.Start, out var begins) ? begins : null;
        if (start > UkDay.Of(now.AddYears(5))) return At(StartFar, MilestoneKind.Start);
        days = isPublished ? days.Remove(MilestoneKind.Start).Remove(MilestoneKind.Publication) : days.Remove(MilestoneKind.Start);
        if (days.TryGetValue(MilestoneKind.Publication, out var publication) && publication < UkDay.Of(now)) return At(PublicationPast, MilestoneKind.Publication);
        var timetable = (state with { SetByHand = days }).Timetable()!;
        if (timetable.Faults.OrderBy(fault => fault.Milestone).FirstOrDefault() is { } fault) return At(new Refusal(fault.Code, fault.Says), fault.Milestone);
        return Decision.Accept(
        [
            .. IsSame(days, state.SetByHand) ? Array.Empty<IEvent>() : [new MilestonesSet(days)],
            .. start == state.Start ? Array.Empty<IEvent>() : [Begins(state, start)],
        ]);
    }

    private static TenderDescribed Begins(Tender state, DateOnly? start) => new(state.Summary, state.Value, start, state.Months, state.Kind);

    private static bool IsSame(ImmutableDictionary<MilestoneKind, DateOnly> one, ImmutableDictionary<MilestoneKind, DateOnly> other) =>
        one.Count == other.Count && one.All(day => other.TryGetValue(day.Key, out var same) && same == day.Value);

    private static Refusal At(Refusal refusal, MilestoneKind milestone)
    {
        var name = milestone.ToString();
        return refusal with { Field = $"days[{char.ToLowerInvariant(name[0])}{name[1..]}]" };
    }
}

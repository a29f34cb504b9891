using System.Collections.Immutable;
using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Tenders;

/// <summary>How a date came about.</summary>
public enum MilestoneOrigin
{
    /// <summary>Worked out by its rule.</summary>
    WorkedOut,

    /// <summary>Set by a person.</summary>
    ByHand,

    /// <summary>It has happened.</summary>
    Happened,
}

/// <summary>Something that happens in a tender, and when.</summary>
/// <param name="Kind">What.</param>
/// <param name="Day">When, in the United Kingdom.</param>
/// <param name="Origin">How the date came about.</param>
/// <param name="Rule">The rule by which it is worked out, in plain words.</param>
/// <param name="Source">Where the rule is written, or that it is good practice.</param>
/// <param name="Least">Whether the law forbids an earlier day.</param>
public sealed record Milestone(MilestoneKind Kind, DateOnly Day, MilestoneOrigin Origin, string Rule, string Source, bool Least = false)
{
    /// <summary>The instant, for what has one; null for what takes a day.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>What it would be if nobody had set it; null where nothing works it out.</summary>
    public DateOnly? Otherwise { get; init; }

    /// <summary>When it really happened, UTC; null before, and where nobody keeps that. The plan stays as it was beside it.</summary>
    public DateTimeOffset? ReachedAt { get; init; }
}

/// <summary>Why a date that somebody set can't hold.</summary>
public sealed record MilestoneFault(MilestoneKind Milestone, string Code, string Says);

/// <summary>
/// Everything that happens in a tender, in order. The deadline is settled elsewhere and holds: what comes before it is worked out
/// backwards from it and what comes after it forwards, each from the one before. A date set by hand holds while it stands in order;
/// one that doesn't any more is worked out again, and said to be.
/// </summary>
/// <param name="Milestones">In order.</param>
/// <param name="Faults">Dates set by hand that don't hold.</param>
/// <param name="Regime">How much the law asks.</param>
/// <param name="StaffTransfer">Whether people who do the work today may come along.</param>
public sealed record Timetable(ImmutableArray<Milestone> Milestones, ImmutableArray<MilestoneFault> Faults, Regime Regime, bool StaffTransfer)
{
    /// <summary>One of them; null where there is none of that kind.</summary>
    public Milestone? this[MilestoneKind kind] => Milestones.FirstOrDefault(milestone => milestone.Kind == kind);

    /// <summary>The plan, with what has really happened ticked off.</summary>
    public Timetable With(IReadOnlyDictionary<MilestoneKind, DateTimeOffset> reached) =>
        this with { Milestones = [.. Milestones.Select(milestone => reached.TryGetValue(milestone.Kind, out var at) ? milestone with { ReachedAt = at } : milestone)] };

    /// <summary>What a milestone is called.</summary>
    public static string NameOf(MilestoneKind kind) => kind switch
    {
        MilestoneKind.Publication => "The notice goes out",
        MilestoneKind.LastQuestions => "Last day for questions",
        MilestoneKind.Answers => "Every question is answered by",
        MilestoneKind.Deadline => "Bids are in time until",
        MilestoneKind.Opening => "Two people open the bids",
        MilestoneKind.Scored => "Everybody has scored",
        MilestoneKind.Moderated => "The panel has agreed",
        MilestoneKind.Decision => "Every bidder has the decision and its reasons",
        MilestoneKind.StandstillEnds => "The standstill ends with",
        MilestoneKind.Signed => "The contract is signed",
        MilestoneKind.SetUp => "Set-up and staff transfer begin",
        _ => "The contract begins",
    };

    /// <summary>A tender's; null while no deadline is set.</summary>
    public static Timetable? Of(Tender tender) => tender.Deadline is { } deadline ? new TimetableWork(tender, deadline).Done() : null;

    /// <summary>The day of the deadline for a notice that goes out on a day.</summary>
    public static DateOnly Forwards(Tender tender, DateOnly publication)
    {
        var (regime, usual) = RulesOn(tender, publication);
        return WorkingDays.OnOrAfter(publication.AddDays(Math.Max(usual.Bidding, regime.LeastDays?.Value ?? 0)));
    }

    /// <summary>The latest day of the notice, and of the deadline, for a contract that begins on a day.</summary>
    public static (DateOnly Publication, DateOnly Deadline) Backwards(Tender tender, DateOnly start)
    {
        // Which rules hold is settled by the day of the notice, which they settle in turn: one look back finds it.
        var guess = Backwards(tender, start, start).Publication;
        return Backwards(tender, start, guess);
    }

    /// <summary>The earliest beginning of the contract for a notice that goes out on a day.</summary>
    public static DateOnly EarliestStart(Tender tender, DateOnly publication)
    {
        var deadline = UkDay.At(Forwards(tender, publication), TimeOnly.MinValue);
        return Of(tender with { NoticeOn = publication, Start = null, Deadline = deadline, SetByHand = ImmutableDictionary<MilestoneKind, DateOnly>.Empty })![MilestoneKind.Start]!.Day;
    }

    /// <summary>How long steps take for a tender whose notice goes out on a day.</summary>
    internal static (Regime Regime, UsualPeriods Usual) RulesOn(Tender tender, DateOnly notice)
    {
        var regime = Regime.Of(tender.Value, tender.Kind, notice);
        var usual = DatedRules.PeriodsOf(regime.Kind).On(notice).Value;
        return (regime, tender.Asks.StaffTransfer ? usual with { SettingUp = Math.Max(usual.SettingUp, DatedRules.StaffTransfer.On(notice).Value) } : usual);
    }

    private static (DateOnly Publication, DateOnly Deadline) Backwards(Tender tender, DateOnly start, DateOnly notice)
    {
        var (regime, usual) = RulesOn(tender, notice);
        var signed = WorkingDays.Before(WorkingDays.OnOrBefore(start), usual.SettingUp + 1);
        var free = WorkingDays.Before(signed, usual.Signing);
        var decision = usual.Standstill > 1 ? WorkingDays.Before(free, usual.Standstill - 1) : free;
        var opening = WorkingDays.Before(decision, usual.Deciding + usual.Moderating + usual.Scoring);
        var deadline = WorkingDays.Before(opening, 1);
        return (WorkingDays.OnOrBefore(deadline.AddDays(-Math.Max(usual.Bidding, regime.LeastDays?.Value ?? 0))), deadline);
    }
}

using System.Globalization;
using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Tenders;

/// <summary>Why a date makes it hard for somebody.</summary>
/// <param name="Code">Stable, as of a refusal.</param>
/// <param name="At">The milestone that it is about.</param>
/// <param name="Says">What is hard, and what to do instead.</param>
/// <param name="Source">The rule behind it.</param>
public sealed record TimeWarning(string Code, MilestoneKind At, string Says, string Source);

/// <summary>Another tender, by the time in which bids for it are written.</summary>
public sealed record OtherTender(string Title, ContractKind Kind, DateOnly Opens, DateOnly Closes);

/// <summary>Whether a timetable leaves everybody the time that they need.</summary>
public static class TimeWarnings
{
    private static readonly CultureInfo _culture = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>What is to say about a tender's dates, in their order; nothing while no deadline is set.</summary>
    /// <param name="tender">The tender.</param>
    /// <param name="others">Other tenders of the time.</param>
    public static IEnumerable<TimeWarning> Of(Tender tender, IEnumerable<OtherTender>? others = null) =>
        tender.Timetable() is { } timetable ? Of(timetable, tender.Kind, others ?? []) : [];

    /// <summary>The same, where the timetable is worked out already.</summary>
    public static IEnumerable<TimeWarning> Of(Timetable timetable, ContractKind kind, IEnumerable<OtherTender> others) =>
    [
        .. timetable.Faults.Select(fault => new TimeWarning(fault.Code, fault.Milestone, $"The date that was set by hand no longer holds. {fault.Says}", DatedRules.GoodPractice)),
        .. Questions(timetable),
        .. Window(timetable),
        .. Others(timetable, kind, others),
        .. Start(timetable),
    ];

    /// <summary>Why the law forbids a deadline as early as this; null where it doesn't.</summary>
    public static Refusal? TooEarly(Tender tender, DateTimeOffset now)
    {
        var notice = tender.NoticeOn ?? UkDay.Of(now);
        return tender.Deadline is { } deadline && Regime.Of(tender.Value, tender.Kind, notice) is { LeastDays: { } rule } regime && regime.EarliestDeadline(notice) is { } earliest && UkDay.Of(deadline) < earliest
            ? TenderRefusals.DeadlineTooEarly(earliest, rule) : null;
    }

    private static IEnumerable<TimeWarning> Questions(Timetable timetable)
    {
        if (timetable[MilestoneKind.LastQuestions] is null)
            yield return new("time.questions", MilestoneKind.Deadline, "There is no time in which bidders could ask and be answered. Choose a later deadline.", DatedRules.GoodPractice);
    }

    private static IEnumerable<TimeWarning> Window(Timetable timetable)
    {
        var (opens, closes) = (timetable[MilestoneKind.Publication]!.Day, timetable[MilestoneKind.Deadline]!.Day);
        var days = closes.DayNumber - opens.DayNumber;
        var isLow = timetable.Regime.Kind == RegimeKind.LowValue;
        var (fair, together) = (DatedRules.FairWindow.On(opens), DatedRules.TogetherWindow.On(opens));
        if (!WorkingDays.Is(closes))
            yield return new("time.no-working-day", MilestoneKind.Deadline, $"{Say(closes)} is a weekend or a bank holiday, when nobody is there to help. Choose a working day.", DatedRules.GoodPractice);
        if (days < (isLow ? (fair.Value + 1) / 2 : fair.Value))
            yield return new("time.window", MilestoneKind.Deadline, $"{days} days are short for an organisation of a few people. Give {(isLow ? (fair.Value + 1) / 2 : fair.Value)} or more.", fair.Source);
        else if (days < together.Value && !isLow)
            yield return new("time.together", MilestoneKind.Deadline, $"{days} days are too short to find partners and bid together. Give {together.Value} or more.", together.Source);
        foreach (var one in BreaksIn(opens, closes))
        {
            yield return new("time.break", MilestoneKind.Deadline, $"The time for bids spans {one.Name}, when many people are away. Add days, or open it after.", DatedRules.Breaks.On(opens).Source);
        }
    }

    /// <summary>The breaks that a time touches, as they are called.</summary>
    internal static IEnumerable<Break> BreaksIn(DateOnly first, DateOnly last) => DatedRules.Breaks.On(first).Value.Where(one =>
        Enumerable.Range(first.Year - 1, last.Year - first.Year + 2).Any(year => one.Of(year) is var (begins, ends) && begins <= last && ends >= first));

    private static IEnumerable<TimeWarning> Others(Timetable timetable, ContractKind kind, IEnumerable<OtherTender> others)
    {
        var (opens, closes) = (timetable[MilestoneKind.Publication]!.Day, timetable[MilestoneKind.Deadline]!.Day);
        foreach (var other in others.Where(other => other.Kind == kind && other.Opens <= closes && other.Closes >= opens).OrderBy(other => other.Closes))
        {
            yield return new("time.other", MilestoneKind.Deadline,
                $"“{other.Title}” is for the same kind of provider, and takes bids until {Say(other.Closes)}. A small team can’t write two bids at once. Move one of them.", DatedRules.GoodPractice);
        }
    }

    private static IEnumerable<TimeWarning> Start(Timetable timetable)
    {
        var (decision, signed, start) = (timetable[MilestoneKind.Decision]!.Day, timetable[MilestoneKind.Signed]!.Day, timetable[MilestoneKind.Start]!.Day);
        var rule = (timetable.StaffTransfer ? DatedRules.LeastToStartWithStaff : DatedRules.LeastToStart).On(decision);
        var least = timetable.Regime.Kind == RegimeKind.LowValue && !timetable.StaffTransfer ? rule.Value / 4 : rule.Value;
        if (start < signed)
            yield return new("time.start", MilestoneKind.Start, $"The contract would begin before it is signed, on {Say(signed)}. Let it begin later.", rule.Source);
        else if (start.DayNumber - decision.DayNumber < least)
            yield return new("time.start", MilestoneKind.Start, $"Between the decision and the beginning lie {start.DayNumber - decision.DayNumber} days, too few to {(timetable.StaffTransfer ? "take people over" : "find and train people")}. Give {least} or more.", rule.Source);
    }

    private static string Say(DateOnly day) => day.ToString("d MMMM yyyy", _culture);
}

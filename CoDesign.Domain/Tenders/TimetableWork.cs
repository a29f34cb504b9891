using System.Collections.Immutable;
using System.Globalization;
using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Tenders;

/// <summary>One timetable on its way, milestone after milestone.</summary>
internal sealed class TimetableWork
{
    private static readonly CultureInfo _culture = CultureInfo.GetCultureInfo("en-GB");

    private readonly Tender _tender;
    private readonly DateTimeOffset _deadline;
    private readonly Regime _regime;
    private readonly UsualPeriods _usual;
    private readonly string _settingUp;
    private readonly ImmutableArray<Milestone>.Builder _done = ImmutableArray.CreateBuilder<Milestone>();
    private readonly List<MilestoneFault> _faults = [];

    public TimetableWork(Tender tender, DateTimeOffset deadline)
    {
        (_tender, _deadline) = (tender, deadline);
        var day = UkDay.Of(deadline);
        var notice = tender.NoticeOn ?? (tender.SetByHand.TryGetValue(MilestoneKind.Publication, out var set) && set <= day ? set : Notice(day, day));
        (_regime, _usual) = Timetable.RulesOn(tender, notice);
        _settingUp = tender.Asks.StaffTransfer ? DatedRules.StaffTransfer.On(notice).Source : DatedRules.GoodPractice;
    }

    public Timetable Done()
    {
        var deadline = UkDay.Of(_deadline);
        var usual = _usual;
        var bidding = Math.Max(usual.Bidding, _regime.LeastDays?.Value ?? 0);
        Publish(deadline, bidding);
        var notice = _done[0].Day;
        Question(MilestoneKind.LastQuestions, deadline, usual.Questions, notice);
        Question(MilestoneKind.Answers, deadline, usual.Answers, _done[^1].Day);
        Add(new Milestone(MilestoneKind.Deadline, deadline, MilestoneOrigin.ByHand, _regime.LeastDays is { } least
            ? $"At least {least.Value} days, counted from the day after the notice. Usually {bidding}."
            : $"Usually {bidding} days after the notice, on a working day.", _regime.LeastDays?.Source ?? DatedRules.GoodPractice, _regime.LeastDays is not null)
        { At = _deadline, Otherwise = Timetable.Forwards(_tender, notice) });
        Step(MilestoneKind.Opening, 1, "the deadline");
        Step(MilestoneKind.Scored, usual.Scoring, "the opening");
        Step(MilestoneKind.Moderated, usual.Moderating, "the scoring");
        Step(MilestoneKind.Decision, usual.Deciding, "the moderation");
        Standstill(usual.Standstill);
        Step(MilestoneKind.Signed, usual.Signing, usual.Standstill > 0 ? "the standstill" : "the decision");
        Step(MilestoneKind.SetUp, 1, "the contract is signed");
        var earliest = WorkingDays.After(_done[^1].Day, usual.SettingUp);
        Add(new Milestone(MilestoneKind.Start, _tender.Start ?? earliest, _tender.Start is null ? MilestoneOrigin.WorkedOut : MilestoneOrigin.ByHand,
            $"{usual.SettingUp} working days of set-up, in which people are found, or come along from who does the work today.", _settingUp)
        { Otherwise = earliest });
        return new Timetable(_done.ToImmutable(), [.. _faults], _regime, _tender.Asks.StaffTransfer);
    }

    private void Publish(DateOnly deadline, int bidding)
    {
        var otherwise = Notice(deadline, deadline);
        var rule = $"{bidding} days before the deadline, on a working day.";
        if (_tender.NoticeOn is { } happened) Add(new Milestone(MilestoneKind.Publication, happened, MilestoneOrigin.Happened, "The day on which it was published.", ""));
        else if (ByHand(MilestoneKind.Publication, day => day > deadline ? $"The notice can’t go out after the deadline, which is on {Say(deadline)}." : null) is { } set)
            Add(new Milestone(MilestoneKind.Publication, set, MilestoneOrigin.ByHand, rule, DatedRules.GoodPractice) { Otherwise = otherwise });
        else Add(new Milestone(MilestoneKind.Publication, otherwise, MilestoneOrigin.WorkedOut, rule, DatedRules.GoodPractice));
    }

    /// <summary>What lies between notice and deadline; left out where there is no room for it.</summary>
    private void Question(MilestoneKind kind, DateOnly deadline, int count, DateOnly first)
    {
        var otherwise = WorkingDays.Before(deadline, count);
        var rule = kind == MilestoneKind.Answers
            ? $"{count} working days before the deadline, so that there is time to write the answers in. From {Tender.EnquiryDays} working days before it, an open question needs an answer, more time or a reason."
            : $"{count} working days before the deadline, so that everything can be answered.";
        var set = ByHand(kind, day => day < first ? $"It can’t be before {Say(first)}, the {(kind == MilestoneKind.Answers ? "last day for questions" : "day of the notice")}."
            : day > deadline ? $"It can’t be after the deadline, which is on {Say(deadline)}." : NoWork(day));
        if (set is { } day) Add(new Milestone(kind, day, MilestoneOrigin.ByHand, rule, DatedRules.GoodPractice) { Otherwise = otherwise });
        else if (otherwise >= first) Add(new Milestone(kind, otherwise, MilestoneOrigin.WorkedOut, rule, DatedRules.GoodPractice));
    }

    private void Step(MilestoneKind kind, int count, string from)
    {
        var before = _done[^1];
        var otherwise = WorkingDays.After(before.Day, count);
        var isFree = before.Kind is MilestoneKind.StandstillEnds && kind == MilestoneKind.Signed;
        var set = ByHand(kind, day => day < before.Day || isFree && day == before.Day ? $"It can’t be before {Say(isFree ? before.Day.AddDays(1) : before.Day)}, because of {from}." : NoWork(day));
        Add(new Milestone(kind, set ?? otherwise, set is null ? MilestoneOrigin.WorkedOut : MilestoneOrigin.ByHand,
            $"{(count == 1 ? "The working day" : $"{count} working days")} after {from}.", DatedRules.GoodPractice)
        { Otherwise = set is null ? null : otherwise });
    }

    private void Standstill(int usual)
    {
        if (usual == 0) return;
        var decision = _done[^1].Day;
        var rule = _regime.Standstill ?? DatedRules.VoluntaryStandstill.On(_done[0].Day);
        var otherwise = WorkingDays.Last(decision, rule.Value);
        var set = ByHand(MilestoneKind.StandstillEnds, day => day < otherwise ? $"The standstill lasts until the end of {Say(otherwise)} at least: {rule.Value} working days, that of the decision among them ({rule.Source})." : NoWork(day));
        Add(new Milestone(MilestoneKind.StandstillEnds, set ?? otherwise, set is null ? MilestoneOrigin.WorkedOut : MilestoneOrigin.ByHand,
            $"{rule.Value} working days, that of the decision among them, until the end of the last.", rule.Source, _regime.Standstill is not null)
        { Otherwise = set is null ? null : otherwise });
    }

    private DateOnly? ByHand(MilestoneKind kind, Func<DateOnly, string?> wrong)
    {
        if (!_tender.SetByHand.TryGetValue(kind, out var day)) return null;
        if (wrong(day) is not { } says) return day;
        _faults.Add(new MilestoneFault(kind, WorkingDays.Is(day) ? "milestone.order" : "milestone.no-working-day", says));
        return null;
    }

    private static string? NoWork(DateOnly day) => WorkingDays.Is(day) ? null : $"{Say(day)} is a weekend or a bank holiday somewhere in the United Kingdom. Choose a working day.";

    private DateOnly Notice(DateOnly deadline, DateOnly guess)
    {
        var (regime, usual) = Timetable.RulesOn(_tender, guess);
        return WorkingDays.OnOrBefore(deadline.AddDays(-Math.Max(usual.Bidding, regime.LeastDays?.Value ?? 0)));
    }

    private void Add(Milestone milestone) => _done.Add(milestone);

    private static string Say(DateOnly day) => day.ToString("dddd d MMMM yyyy", _culture);
}

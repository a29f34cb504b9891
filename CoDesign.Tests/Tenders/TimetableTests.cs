using System.Collections.Immutable;
using System.Globalization;
using CoDesign.Domain.Tenders;
using CsCheck;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Tenders;

/// <summary>Every date of a tender is worked out from one, forwards or backwards, and the deadline decides.</summary>
public sealed class TimetableTests
{
    /// <summary>By hand, with the bank holidays of 17 March, Easter and May 2027 counted out.</summary>
    private static readonly (MilestoneKind, string)[] _byTheWholeLaw =
    [
        (MilestoneKind.Publication, "2027-01-11"), (MilestoneKind.LastQuestions, "2027-02-01"), (MilestoneKind.Answers, "2027-02-08"), (MilestoneKind.Deadline, "2027-02-15"),
        (MilestoneKind.Opening, "2027-02-16"), (MilestoneKind.Scored, "2027-03-09"), (MilestoneKind.Moderated, "2027-03-16"), (MilestoneKind.Decision, "2027-03-24"),
        (MilestoneKind.StandstillEnds, "2027-04-06"), (MilestoneKind.Signed, "2027-04-08"), (MilestoneKind.SetUp, "2027-04-09"), (MilestoneKind.Start, "2027-06-08"),
    ];

    private static readonly decimal[] _values = [20_000, 90_000, 300_000, 6_000_000];

    [Fact]
    public void From_the_day_of_the_notice_every_date_is_worked_out_forwards()
    {
        var tender = Worth(300_000);

        tender.By(Tom, new PlanForwards(Day("2027-01-11")));

        Assert.Equal(_byTheWholeLaw.Select(one => (one.Item1, Day(one.Item2))), Days(tender));
        Assert.Equal((new DateTimeOffset(2027, 2, 15, 12, 0, 0, TimeSpan.Zero), Day("2027-06-08")), (tender.Tender.Deadline, tender.Tender.Start));
    }

    [Fact]
    public void From_the_beginning_of_the_contract_every_date_is_worked_out_backwards()
    {
        var tender = Worth(300_000);

        tender.By(Tom, new PlanBackwards(Day("2027-06-08")));

        Assert.Equal(_byTheWholeLaw.Select(one => (one.Item1, Day(one.Item2))), Days(tender));
    }

    [Theory]
    [InlineData(300_000, ContractKind.GoodsAndServices, "Procurement Act 2023, section 54", "Procurement Act 2023, section 51")]
    [InlineData(1_000_000, ContractKind.LightTouch, DatedRules.GoodPractice, "Procurement Act 2023, section 51: yours to choose; if you do, at least this long")]
    [InlineData(90_000, ContractKind.GoodsAndServices, DatedRules.GoodPractice, null)]
    [InlineData(20_000, ContractKind.GoodsAndServices, DatedRules.GoodPractice, null)]
    public void Each_dated_rule_names_its_source(int value, ContractKind kind, string deadline, string? standstill)
    {
        var tender = Worth(value, kind);
        tender.By(Tom, new PlanForwards(Day("2027-01-11")));

        var timetable = tender.Tender.Timetable()!;

        Assert.Equal((deadline, standstill), (timetable[MilestoneKind.Deadline]!.Source, timetable[MilestoneKind.StandstillEnds]?.Source));
        Assert.All(timetable.Milestones, milestone => Assert.False(string.IsNullOrWhiteSpace(milestone.Source) || string.IsNullOrWhiteSpace(milestone.Rule)));
    }

    [Fact]
    public void Forwards_and_backwards_agree_and_no_step_falls_on_a_day_without_work() =>
        Gen.Select(Gen.Int[0, 1_200], Gen.Int[0, 3], Gen.Int[0, 2]).Sample(chosen =>
        {
            var (days, value, kind) = (chosen.Item1, _values[chosen.Item2], (ContractKind)chosen.Item3);
            var day = Day("2026-02-02").AddDays(days);
            var tender = new Tender { Value = value, Kind = kind };
            var notice = WorkingDays.OnOrAfter(day);
            var start = Timetable.EarliestStart(tender, notice);
            var (publication, deadline) = Timetable.Backwards(tender, start);

            // Back from the earliest beginning lies the same notice or a later one, that gives the same beginning, and no later one does.
            Assert.True(publication >= notice);
            Assert.Equal(start, Timetable.EarliestStart(tender, publication));
            Assert.True(Timetable.EarliestStart(tender, WorkingDays.After(publication, 1)) > start);

            // Whatever day the contract begins on, the steps back from it stand in order, and the notice leaves the days that the law asks for.
            var begins = day.AddDays(400);
            var back = Timetable.Backwards(tender, begins);
            var planned = tender with { NoticeOn = back.Publication, Deadline = Noon(back.Deadline), Start = begins };
            var timetable = planned.Timetable()!;
            Assert.Equal(timetable.Milestones.Select(milestone => milestone.Day).Order(), timetable.Milestones.Select(milestone => milestone.Day));
            Assert.All(timetable.Milestones.Where(milestone => milestone.Kind != MilestoneKind.Start), milestone => Assert.True(WorkingDays.Is(milestone.Day), $"{milestone}"));
            Assert.True(timetable.Regime.EarliestDeadline(back.Publication) is not { } earliest || back.Deadline >= earliest);
            Assert.True(timetable[MilestoneKind.Start]!.Otherwise <= begins);
            Assert.Empty(timetable.Faults);
        });

    [Fact]
    public void The_deadline_is_at_noon_by_the_clocks_of_the_day_also_once_they_have_gone_forward()
    {
        var tender = Worth(90_000);

        tender.By(Tom, new PlanForwards(Day("2027-03-01")));

        // 28 days on is Easter Monday; the clocks went forward on the day before.
        Assert.Equal(new DateTimeOffset(2027, 3, 30, 11, 0, 0, TimeSpan.Zero), tender.Tender.Deadline);
        tender.By(Tom, new PlanForwards(Day("2027-01-04")));
        Assert.Equal(new DateTimeOffset(2027, 2, 1, 12, 0, 0, TimeSpan.Zero), tender.Tender.Deadline);
    }

    [Fact]
    public void A_date_that_is_set_by_hand_moves_what_comes_after_it()
    {
        var tender = Planned();

        tender.By(Tom, new SetMilestones(By((MilestoneKind.Opening, "2027-02-18"))));

        Assert.Equal((Day("2027-02-18"), MilestoneOrigin.ByHand), Of(tender, MilestoneKind.Opening));
        Assert.Equal((Day("2027-03-11"), MilestoneOrigin.WorkedOut), Of(tender, MilestoneKind.Scored));
        Assert.Equal(Day("2027-02-16"), tender.Tender.Timetable()![MilestoneKind.Opening]!.Otherwise);
        tender.By(Tom, new SetMilestones(null));
        Assert.Equal((Day("2027-02-16"), MilestoneOrigin.WorkedOut), Of(tender, MilestoneKind.Opening));
    }

    [Theory]
    [InlineData(MilestoneKind.Opening, "2027-02-12", "milestone.order")]
    [InlineData(MilestoneKind.Opening, "2027-02-20", "milestone.no-working-day")]
    [InlineData(MilestoneKind.Scored, "2027-03-17", "milestone.no-working-day")]
    [InlineData(MilestoneKind.StandstillEnds, "2027-04-05", "milestone.order")]
    [InlineData(MilestoneKind.Signed, "2027-04-06", "milestone.order")]
    [InlineData(MilestoneKind.Answers, "2027-01-29", "milestone.order")]
    [InlineData(MilestoneKind.LastQuestions, "2027-02-16", "milestone.order")]
    [InlineData(MilestoneKind.Publication, "2026-11-20", "publication.past")]
    [InlineData(MilestoneKind.Publication, "2027-02-16", "milestone.order")]
    [InlineData(MilestoneKind.Deadline, "2027-02-16", "milestone.deadline")]
    [InlineData(MilestoneKind.Start, "2047-02-16", "start.far")]
    public void A_date_that_cannot_be_is_refused_beside_its_field(MilestoneKind kind, string day, string code)
    {
        var tender = Planned();

        var refusal = tender.County.Ask(Tom, tender.Id.Stream, new SetMilestones(By((kind, day)))).Refusal!;

        Assert.Equal((code, $"days[{char.ToLowerInvariant(kind.ToString()[0])}{kind.ToString()[1..]}]"), (refusal.Code, refusal.Field));
    }

    [Fact]
    public void A_later_deadline_overrules_what_was_set_by_hand_and_says_so()
    {
        var tender = Planned();
        tender.By(Tom, new SetMilestones(By((MilestoneKind.Opening, "2027-02-18"))));

        tender.By(Tom, new SetDeadline(Noon(Day("2027-03-01"))));

        Assert.Equal((Day("2027-03-02"), MilestoneOrigin.WorkedOut), Of(tender, MilestoneKind.Opening));
        Assert.Contains(TimeWarnings.Of(tender.Tender), warning => warning is { Code: "milestone.order", At: MilestoneKind.Opening });
    }

    [Fact]
    public void A_beginning_for_which_it_is_too_late_is_refused_with_the_earliest()
    {
        var tender = Worth(300_000);

        var refusal = tender.County.Ask(Tom, tender.Id.Stream, new PlanBackwards(Day("2027-02-01"))).Refusal!;

        Assert.Equal(("start.too-early", "start"), (refusal.Code, refusal.Field));
        var earliest = Timetable.EarliestStart(tender.Tender, Day("2026-11-23"));
        Assert.Contains(earliest.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB")), refusal.Message, StringComparison.Ordinal);
        tender.By(Tom, new PlanBackwards(earliest));
        Assert.Equal("publication.past", tender.Refusal(Tom, new PlanForwards(Day("2026-11-22"))));
        Assert.Equal("publication.empty", tender.Refusal(Tom, new PlanForwards(null)));
        Assert.Equal("start.empty", tender.Refusal(Tom, new PlanBackwards(null)));
    }

    [Fact]
    public void Once_published_the_notice_stays_where_it_was_and_single_dates_wait_for_the_next_version()
    {
        var tender = SafeAtSea.Published();
        Assert.Equal("timetable.published", tender.Refusal(Tom, new PlanForwards(Day("2027-01-11"))));

        tender.By(Tom, new SetMilestones(By((MilestoneKind.Opening, "2026-12-22"), (MilestoneKind.Start, "2027-05-03"))));
        Assert.Equal(Day("2026-12-21"), tender.Tender.Timetable()![MilestoneKind.Opening]!.Day);
        Assert.Equal((Day("2026-11-23"), MilestoneOrigin.Happened), Of(tender, MilestoneKind.Publication));

        tender.By(Tom, new AmendTender("Christmas comes between."));
        Assert.Equal((Day("2026-12-22"), MilestoneOrigin.ByHand), Of(tender, MilestoneKind.Opening));
        Assert.Equal((Day("2026-11-23"), MilestoneOrigin.Happened), Of(tender, MilestoneKind.Publication));
        Assert.Contains("Two people open the bids: **Tuesday 22 December 2026**", tender.Tender.Publication!.Markdown, StringComparison.Ordinal);
        Assert.Contains("The notice goes out: **Monday 23 November 2026**", tender.Tender.Versions[0].Markdown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-12-17", "deadline.too-early")]
    [InlineData("2026-12-18", null)]
    public void Under_the_whole_law_no_tender_goes_out_with_less_than_25_days(string deadline, string? code)
    {
        var tender = SafeAtSea.Ready();
        tender.By(Tom, new DescribeTender("Two wardens every evening.", 300_000, Day("2027-06-01"), 24));
        tender.By(Tom, new SetDeadline(Noon(Day(deadline))));

        Assert.Equal(code, tender.Refusal(Tom, new PublishTender()));
    }

    private static SafeAtSea Worth(decimal value, ContractKind kind = ContractKind.GoodsAndServices)
    {
        var tender = SafeAtSea.Begun();
        tender.By(Tom, new DescribeTender("Two wardens every evening.", value, null, 24, kind));
        return tender;
    }

    private static SafeAtSea Planned()
    {
        var tender = Worth(300_000);
        tender.By(Tom, new PlanForwards(Day("2027-01-11")));
        return tender;
    }

    private static ImmutableDictionary<MilestoneKind, DateOnly> By(params (MilestoneKind Kind, string Day)[] days) =>
        days.ToImmutableDictionary(one => one.Kind, one => Day(one.Day));

    private static IEnumerable<(MilestoneKind, DateOnly)> Days(SafeAtSea tender) => tender.Tender.Timetable()!.Milestones.Select(milestone => (milestone.Kind, milestone.Day));

    private static (DateOnly, MilestoneOrigin) Of(SafeAtSea tender, MilestoneKind kind) => tender.Tender.Timetable()![kind] is { } one ? (one.Day, one.Origin) : default;

    private static DateTimeOffset Noon(DateOnly day) => new(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}

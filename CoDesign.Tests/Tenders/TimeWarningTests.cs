using System.Globalization;
using CoDesign.Domain.Tenders;

namespace CoDesign.Tests.Tenders;

/// <summary>Dates that are allowed and still make it hard for small organisations are said to be, beside the milestone, with the rule.</summary>
public sealed class TimeWarningTests
{
    [Theory]
    [InlineData(90_000, "2027-01-11", "2027-01-29", "time.window")]
    [InlineData(90_000, "2027-01-11", "2027-02-01", "time.together")]
    [InlineData(90_000, "2027-01-11", "2027-02-08", "")]
    [InlineData(20_000, "2027-01-11", "2027-01-20", "time.window")]
    [InlineData(20_000, "2027-01-11", "2027-01-22", "")]
    [InlineData(90_000, "2027-01-11", "2027-02-14", "time.no-working-day")]
    [InlineData(90_000, "2026-12-01", "2027-01-12", "time.break Christmas")]
    [InlineData(90_000, "2027-01-02", "2027-02-12", "time.break Christmas")]
    [InlineData(90_000, "2027-01-03", "2027-02-12", "")]
    [InlineData(90_000, "2027-03-01", "2027-04-06", "time.break Easter")]
    [InlineData(90_000, "2027-07-05", "2027-08-03", "time.break August")]
    [InlineData(90_000, "2027-06-28", "2027-07-30", "")]
    [InlineData(90_000, "2027-09-01", "2027-10-01", "")]
    public void A_window_that_is_short_or_in_a_break_is_said_to_be(int value, string opens, string closes, string expected)
    {
        var warnings = TimeWarnings.Of(Window(value, opens, closes)).Where(warning => warning.At == MilestoneKind.Deadline).ToArray();

        Assert.Equal(expected, string.Join(", ", warnings.Select(warning => warning.Code == "time.break" ? $"{warning.Code} {warning.Says.Split("spans ")[1].Split(',')[0]}" : warning.Code)));
        Assert.All(warnings, warning => Assert.NotEmpty(warning.Source));
    }

    [Theory]
    [InlineData("2027-02-10", "before it is signed")]
    [InlineData("2027-03-22", "too few to find and train people")]
    [InlineData("2027-06-01", null)]
    public void A_beginning_soon_after_the_decision_is_said_to_be(string start, string? expected)
    {
        var warning = TimeWarnings.Of(Window(90_000, "2027-01-11", "2027-02-08") with { Start = Day(start) }).SingleOrDefault(one => one.At == MilestoneKind.Start);

        Assert.Equal(expected is null, warning is null);
        if (expected is not null) Assert.Contains(expected, warning!.Says, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ContractKind.GoodsAndServices, "2027-02-01", "2027-03-01", true)]
    [InlineData(ContractKind.GoodsAndServices, "2027-02-08", "2027-03-01", true)]
    [InlineData(ContractKind.GoodsAndServices, "2027-02-09", "2027-03-09", false)]
    [InlineData(ContractKind.Works, "2027-02-01", "2027-03-01", false)]
    public void Another_tender_for_the_same_kind_of_provider_at_the_same_time_is_named(ContractKind kind, string opens, string closes, bool named)
    {
        var warnings = TimeWarnings.Of(Window(90_000, "2027-01-11", "2027-02-08"), [new OtherTender("Warm meals", kind, Day(opens), Day(closes))]);

        Assert.Equal(named, warnings.Any(warning => warning.Code == "time.other" && warning.Says.Contains("“Warm meals”", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_hour_for_bids_leaves_no_time_for_questions_and_says_so()
    {
        var tender = new Tender { Value = 90_000, NoticeOn = Day("2027-01-11"), Deadline = new DateTimeOffset(2027, 1, 11, 12, 0, 0, TimeSpan.Zero) };

        Assert.Contains(TimeWarnings.Of(tender), warning => warning.Code == "time.questions");
        Assert.Null(tender.Timetable()![MilestoneKind.Answers]);
    }

    private static Tender Window(decimal value, string opens, string closes) =>
        new() { Value = value, NoticeOn = Day(opens), Deadline = new DateTimeOffset(Day(closes).ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero) };

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}

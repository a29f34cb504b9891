using System.Globalization;
using CoDesign.Domain.Tenders;

namespace CoDesign.Tests.Tenders;

/// <summary>
/// A working day is no weekend and no bank holiday in any part of the United Kingdom. The table holds, by hand, the days that the
/// governments in London, Edinburgh and Belfast name for each year, weekends left out.
/// </summary>
public sealed class WorkingDayTests
{
    public static TheoryData<int, string> Named => new()
    {
        { 2024, "1 Jan, 2 Jan, 18 Mar, 29 Mar, 1 Apr, 6 May, 27 May, 12 Jul, 5 Aug, 26 Aug, 2 Dec, 25 Dec, 26 Dec" },
        { 2025, "1 Jan, 2 Jan, 17 Mar, 18 Apr, 21 Apr, 5 May, 26 May, 14 Jul, 4 Aug, 25 Aug, 1 Dec, 25 Dec, 26 Dec" },
        { 2026, "1 Jan, 2 Jan, 17 Mar, 3 Apr, 6 Apr, 4 May, 25 May, 13 Jul, 3 Aug, 31 Aug, 30 Nov, 25 Dec, 28 Dec" },
        { 2027, "1 Jan, 4 Jan, 17 Mar, 26 Mar, 29 Mar, 3 May, 31 May, 12 Jul, 2 Aug, 30 Aug, 30 Nov, 27 Dec, 28 Dec" },
        { 2028, "3 Jan, 4 Jan, 17 Mar, 14 Apr, 17 Apr, 1 May, 29 May, 12 Jul, 7 Aug, 28 Aug, 30 Nov, 25 Dec, 26 Dec" },
    };

    [Theory]
    [MemberData(nameof(Named))]
    public void Bank_holidays_of_every_part_of_the_kingdom_are_no_working_days(int year, string named)
    {
        var found = Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(new DateOnly(year, 1, 1).AddDays)
            .Where(day => !WorkingDays.Is(day) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

        Assert.Equal(named, string.Join(", ", found.Select(day => day.ToString("d MMM", CultureInfo.InvariantCulture))));
    }

    [Theory]
    [InlineData("2026-10-05", "2026-10-14")]
    [InlineData("2026-12-14", "2026-12-23")]
    [InlineData("2026-12-12", "2026-12-23")]
    [InlineData("2026-12-21", "2027-01-05")]
    [InlineData("2027-03-24", "2027-04-06")]
    [InlineData("2026-07-08", "2026-07-20")]
    [InlineData("2026-11-25", "2026-12-07")]
    public void A_standstill_of_eight_working_days_counts_the_day_of_the_notice(string notice, string last) =>
        Assert.Equal(DateOnly.Parse(last, CultureInfo.InvariantCulture), WorkingDays.Last(DateOnly.Parse(notice, CultureInfo.InvariantCulture), 8));

    [Fact]
    public void Counting_further_never_ends_earlier_and_always_ends_on_a_working_day()
    {
        for (var day = new DateOnly(2024, 1, 1); day.Year < 2030; day = day.AddDays(1))
        {
            var before = DateOnly.MinValue;
            for (var count = 1; count <= 12; count++)
            {
                var last = WorkingDays.Last(day, count);
                Assert.True(WorkingDays.Is(last) && last >= day && last > before);
                before = last;
            }
        }
    }
}

using System.Collections.Frozen;

namespace CoDesign.Domain.Tenders;

/// <summary>
/// Days on which people work: no Saturday, no Sunday, and no bank holiday in any part of the United Kingdom (Procurement Act 2023,
/// section 123, “working day”). Bank holidays are worked out from what recurs each year; a day that is given once, as for a
/// coronation, isn't known here.
/// </summary>
public static class WorkingDays
{
    private static readonly FrozenDictionary<int, FrozenSet<DateOnly>> _known =
        Enumerable.Range(2020, 60).ToFrozenDictionary(year => year, year => BankHolidays(year).ToFrozenSet());

    /// <summary>Whether people work on a day everywhere in the United Kingdom.</summary>
    public static bool Is(DateOnly day) =>
        !IsWeekend(day) && !(_known.TryGetValue(day.Year, out var holidays) ? holidays.Contains(day) : BankHolidays(day.Year).Contains(day));

    /// <summary>The day itself where it is a working day, else the next one.</summary>
    public static DateOnly OnOrAfter(DateOnly day) => Last(day, 1);

    /// <summary>The day itself where it is a working day, else the one before.</summary>
    public static DateOnly OnOrBefore(DateOnly day) => Before(day.AddDays(1), 1);

    /// <summary>The working day that lies so many after a day, itself not counted.</summary>
    /// <param name="day">The day from which is counted.</param>
    /// <param name="count">How many, at least 1.</param>
    public static DateOnly After(DateOnly day, int count) => Last(day.AddDays(1), count);

    /// <summary>The last of so many working days, the first day among them where it is one.</summary>
    /// <param name="first">The day from which is counted.</param>
    /// <param name="count">How many, at least 1.</param>
    public static DateOnly Last(DateOnly first, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var day = first;
        for (var left = count; ; day = day.AddDays(1))
        {
            if (Is(day) && --left == 0) return day;
        }
    }

    /// <summary>The working day that lies so many before a day, itself not counted.</summary>
    /// <param name="day">The day from which is counted back.</param>
    /// <param name="count">How many, at least 1.</param>
    public static DateOnly Before(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        for (var left = count; left > 0;)
        {
            day = day.AddDays(-1);
            if (Is(day)) left--;
        }

        return day;
    }

    /// <summary>The bank holidays of a year, of any part of the United Kingdom; one on a weekend is kept on the next day that is neither that nor another.</summary>
    public static IEnumerable<DateOnly> BankHolidays(int year)
    {
        var easter = Easter(year);
        return
        [
            .. Kept(new(year, 1, 1), new(year, 1, 2)),
            .. Kept(new DateOnly(year, 3, 17)),
            easter.AddDays(-2),
            easter.AddDays(1),
            FirstMonday(year, 5),
            FirstMonday(year, 6).AddDays(-7),
            .. Kept(new DateOnly(year, 7, 12)),
            FirstMonday(year, 8),
            FirstMonday(year, 9).AddDays(-7),
            .. Kept(new DateOnly(year, 11, 30)),
            .. Kept(new(year, 12, 25), new(year, 12, 26)),
        ];
    }

    private static List<DateOnly> Kept(params DateOnly[] days)
    {
        var kept = new List<DateOnly>();
        foreach (var day in days)
        {
            var on = day;
            while (IsWeekend(on) || kept.Contains(on)) on = on.AddDays(1);
            kept.Add(on);
        }

        return kept;
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static DateOnly FirstMonday(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays(((int)DayOfWeek.Monday - (int)first.DayOfWeek + 7) % 7);
    }

    /// <summary>Easter Sunday of the Gregorian calendar: the Sunday after the full moon on or after 21 March, by the moon's tables.</summary>
    internal static DateOnly Easter(int year)
    {
        var (century, golden) = (year / 100, year % 19);
        var epact = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
        var moon = epact - epact / 28 * (1 - 29 / (epact + 1) * ((21 - golden) / 11));
        var weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7;
        return new DateOnly(year, 3, 28).AddDays(moon - weekday);
    }
}

using System.Globalization;

namespace CoDesign.App.Shell;

/// <summary>Times as people in the United Kingdom read and write them.</summary>
public static class UkTime
{
    private static readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>The moment on a clock in London.</summary>
    public static DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, _zone);

    /// <summary>The moment at which a clock in London shows this; in the hour that comes twice, the first.</summary>
    public static DateTimeOffset At(DateTime shown)
    {
        var offset = _zone.IsAmbiguousTime(shown) ? _zone.GetAmbiguousTimeOffsets(shown).Max() : _zone.GetUtcOffset(shown);
        return new DateTimeOffset(DateTime.SpecifyKind(shown, DateTimeKind.Unspecified), offset);
    }

    /// <summary>Monday 23 November 2026, 5pm.</summary>
    public static string Long(DateTimeOffset at)
    {
        var local = Local(at);
        return $"{Day(DayOf(at))}, {Clock(local)}";
    }

    /// <summary>Monday 23 November 2026, 5:04:09pm GMT; BST in summer. What is less than a second is cut off.</summary>
    public static string ToTheSecond(DateTimeOffset at)
    {
        var local = Local(at);
        return $"{Day(DayOf(at))}, {local.ToString("h:mm:ss", CultureInfo.InvariantCulture)}{(local.Hour < 12 ? "am" : "pm")} {(_zone.IsDaylightSavingTime(at) ? "BST" : "GMT")}";
    }

    /// <summary>23 Nov, 5:04pm.</summary>
    public static string Short(DateTimeOffset at)
    {
        var local = Local(at);
        return $"{local.ToString("d MMM", FormBinder.Culture)}, {Clock(local)}";
    }

    /// <summary>5:04pm.</summary>
    public static string Time(DateTimeOffset at) => Clock(Local(at));

    /// <summary>The day that it is then on a calendar in London.</summary>
    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(Local(at).DateTime);

    /// <summary>Monday 23 November 2026.</summary>
    public static string Day(DateOnly day) => day.ToString("dddd d MMMM yyyy", FormBinder.Culture);

    /// <summary>£12,500, with pence only where there are any.</summary>
    public static string Money(decimal amount) =>
        amount.ToString(amount == decimal.Truncate(amount) ? "£#,0" : "£#,0.00", FormBinder.Culture);

    private static string Clock(DateTimeOffset local) => local.ToString(local.Minute == 0 ? "%h" : "h:mm", CultureInfo.InvariantCulture)
        + (local.Hour < 12 ? "am" : "pm");
}

namespace CoDesign.Domain.Kernel;

/// <summary>Days and clocks of the United Kingdom, by which every date is meant, in winter and in summer.</summary>
internal static class UkDay
{
    private static readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>The day that it is then.</summary>
    public static DateOnly Of(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, _zone).DateTime);

    /// <summary>What the clock shows then.</summary>
    public static TimeOnly TimeOf(DateTimeOffset at) => TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, _zone).DateTime);

    /// <summary>The instant at which the clock shows a time of a day; of an hour that comes twice, the first.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var shown = day.ToDateTime(time);
        var offset = _zone.IsAmbiguousTime(shown) ? _zone.GetAmbiguousTimeOffsets(shown).Max() : _zone.GetUtcOffset(shown);
        return new DateTimeOffset(shown, offset).ToUniversalTime();
    }
}

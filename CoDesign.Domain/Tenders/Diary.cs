using System.Collections.Immutable;
using System.Globalization;

namespace CoDesign.Domain.Tenders;

/// <summary>A milestone that a published version of a tender names.</summary>
public sealed record NoticeDate(MilestoneKind Milestone, DateOnly Day);

/// <summary>A tender in the diary of all, by the time in which bids for it are written.</summary>
/// <param name="Id">The tender.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Kind">What is bought.</param>
/// <param name="Opens">The day of its notice.</param>
/// <param name="Closes">The day of its deadline.</param>
public sealed record DiaryTender(TenderId Id, string Title, ContractKind Kind, DateOnly Opens, DateOnly Closes);

/// <summary>Tenders that get in each other's way, or in the way of a holiday.</summary>
/// <param name="Code">Stable, as of a refusal.</param>
/// <param name="Tenders">Which ones.</param>
/// <param name="Says">How, and what to do.</param>
public sealed record DiaryClash(string Code, ImmutableArray<TenderId> Tenders, string Says);

/// <summary>What happens in all tenders together, and where it clashes.</summary>
public static class Diary
{
    private const int MostNamed = 3;

    private static readonly CultureInfo _culture = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>Every clash of tenders: those for the same kind of provider at the same time, those that close in the same week, and breaks that they span.</summary>
    public static ImmutableArray<DiaryClash> Clashes(IReadOnlyCollection<DiaryTender> tenders)
    {
        var inOrder = tenders.OrderBy(tender => tender.Closes).ThenBy(tender => tender.Title, StringComparer.Ordinal).ToArray();
        return [.. Overlaps(inOrder), .. Weeks(inOrder), .. Breaks(inOrder)];
    }

    private static IEnumerable<DiaryClash> Overlaps(DiaryTender[] tenders)
    {
        foreach (var (tender, place) in tenders.Select((tender, place) => (tender, place)))
        {
            var others = tenders.Skip(place + 1).Where(other => other.Kind == tender.Kind && other.Opens <= tender.Closes).ToArray();
            if (others.Length > 0)
                yield return new("diary.overlap", Ids([tender, .. others]), $"Bids for “{tender.Title}” are written at the same time as for {Named(others)}, by the same kind of provider. A small team can’t write both. Move one of them.");
        }
    }

    private static IEnumerable<DiaryClash> Weeks(DiaryTender[] tenders) => tenders
        .GroupBy(tender => tender.Closes.AddDays(-(((int)tender.Closes.DayOfWeek + 6) % 7)))
        .Where(week => week.Count() > 1)
        .Select(week => new DiaryClash("diary.same-week", Ids(week), $"In the week of {Say(week.Key)} close {Named([.. week])}. Bidders and panels have all of them at once. Let them close a week apart."));

    private static IEnumerable<DiaryClash> Breaks(DiaryTender[] tenders) => tenders
        .SelectMany(tender => TimeWarnings.BreaksIn(tender.Opens, tender.Closes).Select(one => (one.Name, tender)))
        .GroupBy(found => (found.Name, found.tender.Closes.Year))
        .Select(found => new DiaryClash("diary.break", Ids(found.Select(one => one.tender)), $"{found.Key.Name} lies in the time for bids of {Named([.. found.Select(one => one.tender)])}. Many people are away then. Add days, or open after."));

    private static ImmutableArray<TenderId> Ids(IEnumerable<DiaryTender> tenders) => [.. tenders.Select(tender => tender.Id)];

    private static string Named(DiaryTender[] tenders)
    {
        var named = tenders.Take(MostNamed).Select(tender => $"“{tender.Title}”").ToArray();
        var more = tenders.Length - named.Length;
        return more > 0 ? $"{string.Join(", ", named)} and {more} more" : named.Length == 1 ? named[0] : $"{string.Join(", ", named[..^1])} and {named[^1]}";
    }

    private static string Say(DateOnly day) => day.ToString("d MMMM yyyy", _culture);
}

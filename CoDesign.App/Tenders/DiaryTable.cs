using CoDesign.App.Live;
using CoDesign.App.Shell;
using CoDesign.App.Storage;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;
using Microsoft.EntityFrameworkCore;

namespace CoDesign.App.Tenders;

/// <summary>Keeps the dates of every tender, as its latest published version says them.</summary>
public sealed class DiaryTable : IReadModel
{
    /// <inheritdoc />
    public void Apply(CoDesignDb db, Recorded happened)
    {
        var id = happened.Stream.Value.ToString("n");
        switch (happened.Event)
        {
            case TenderPublished e:
                Show(db, id, e.Deadline, e.Notice);
                break;
            case TenderAmended e:
                Show(db, id, e.Deadline, e.Notice);
                break;
            case TenderWithdrawn:
                // Nothing comes after it any more; what was stays.
                var today = UkTime.DayOf(happened.At).DayNumber;
                db.DiaryDates.RemoveRange(Of(db, id).Where(row => row.Day > today));
                break;
        }
    }

    private static void Show(CoDesignDb db, string id, DateTimeOffset deadline, Notice? notice)
    {
        // What was published before dates were part of it says its deadline alone.
        var dates = notice is { Dates.Length: > 0 } ? notice.Dates : [new NoticeDate(MilestoneKind.Deadline, UkTime.DayOf(deadline))];
        var before = Of(db, id).ToDictionary(row => row.Milestone);
        foreach (var date in dates)
        {
            if (before.Remove(date.Milestone.ToString(), out var row)) row.Day = date.Day.DayNumber;
            else db.DiaryDates.Add(new DiaryDateRow { TenderId = id, Milestone = date.Milestone.ToString(), Day = date.Day.DayNumber });
        }

        db.DiaryDates.RemoveRange(before.Values);
    }

    private static DiaryDateRow[] Of(CoDesignDb db, string id)
    {
        db.DiaryDates.Where(row => row.TenderId == id).Load();
        return [.. db.DiaryDates.Local.Where(row => row.TenderId == id)];
    }
}

/// <summary>Something that happens in a tender, in the diary of all.</summary>
/// <param name="Tender">The tender.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Address">Where to read more.</param>
/// <param name="Milestone">What happens.</param>
/// <param name="Day">When.</param>
/// <param name="At">The instant, of a deadline; null for what takes a day.</param>
/// <param name="IsDraft">Whether it isn't published, and only those who run the project see it.</param>
public sealed record DiaryDate(TenderId Tender, string Title, string Address, MilestoneKind Milestone, DateOnly Day, DateTimeOffset? At, bool IsDraft)
{
    /// <summary>When it changed last in public.</summary>
    public DateTimeOffset ChangedAt { get; init; }
}

/// <summary>Reads what is public of the diary.</summary>
public sealed class PublicDiary(IDbContextFactory<CoDesignDb> databases)
{
    /// <summary>How much is shown at a time.</summary>
    public const int Most = 2_000;

    /// <summary>What happens from one day on and before another, in order.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="before">The day after the last.</param>
    /// <param name="reference">Only of this tender; of all where left out.</param>
    public IReadOnlyList<DiaryDate> Dates(DateOnly from, DateOnly before, string? reference = null)
    {
        using var db = databases.CreateDbContext();
        var (first, last) = (from.DayNumber, before.DayNumber);
        var found =
            from date in db.DiaryDates.AsNoTracking()
            join tender in db.Opportunities.AsNoTracking() on date.TenderId equals tender.TenderId
            where date.Day >= first && date.Day < last && (reference == null || tender.Reference == reference)
            orderby date.Day, tender.Title
            select new { date, tender };
        return [.. found.Take(Most).AsEnumerable().Select(row => Read(row.date, row.tender))];
    }

    /// <summary>Every published tender for which bids are written at some time from one day on and before another.</summary>
    public IReadOnlyList<DiaryTender> Tenders(DateOnly from, DateOnly before)
    {
        using var db = databases.CreateDbContext();
        var (first, last) = (Midnight(from).UtcTicks, Midnight(before).UtcTicks);
        return [.. db.Opportunities.AsNoTracking().Where(row => row.Form == nameof(OpportunityForm.Tender) && row.PublishedAt < last && row.Deadline >= first).OrderBy(row => row.Deadline).Take(Most).AsEnumerable()
            .Select(row => new DiaryTender(TenderId.From(Guid.ParseExact(row.TenderId, "n")), row.Title,
                Enum.TryParse<ContractKind>(row.Kind, out var kind) ? kind : ContractKind.GoodsAndServices, UkTime.DayOf(At(row.PublishedAt)), UkTime.DayOf(At(row.Deadline))))];
    }

    private static DiaryDate Read(DiaryDateRow date, OpportunityRow tender)
    {
        var milestone = Enum.Parse<MilestoneKind>(date.Milestone);
        return new DiaryDate(TenderId.From(Guid.ParseExact(tender.TenderId, "n")), tender.Title, $"/opportunities/{tender.Reference}", milestone, DateOnly.FromDayNumber(date.Day),
            milestone == MilestoneKind.Deadline ? At(tender.Deadline) : null, IsDraft: false)
        { ChangedAt = At(tender.ChangedAt) };
    }

    private static DateTimeOffset Midnight(DateOnly day) => UkTime.At(day.ToDateTime(TimeOnly.MinValue));

    private static DateTimeOffset At(long ticks) => new(ticks, TimeSpan.Zero);
}

using System.Globalization;
using CoDesign.App.Storage;
using CoDesign.Domain.Tenders;
using Microsoft.EntityFrameworkCore;

namespace CoDesign.App.Tenders;

/// <summary>Finds what is public of tenders.</summary>
public sealed class Opportunities(IDbContextFactory<CoDesignDb> databases)
{
    /// <summary>How many stand on one page.</summary>
    public const int PageSize = 20;

    private const int MostWords = 10;
    private const string OfTender = nameof(OpportunityForm.Tender);
    private const string Planned = nameof(OpportunityForm.Planned);
    private const string Subcontract = nameof(OpportunityForm.Subcontract);

    /// <summary>What fits: what can still be done soonest first, what is over latest first.</summary>
    /// <param name="filter">What is looked for.</param>
    /// <param name="now">The server's time.</param>
    /// <param name="page">From 1.</param>
    public FoundOpportunities Find(OpportunityFilter filter, DateTimeOffset now, int page = 1)
    {
        using var db = databases.CreateDbContext();
        var rows = Fitting(db, filter, now);
        var ordered = filter.Stage switch
        {
            OpportunityStage.Closed => rows.OrderByDescending(row => row.Deadline),
            OpportunityStage.Awarded => rows.OrderByDescending(row => row.AwardedAt),
            OpportunityStage.Engagement => rows.OrderBy(row => row.EngagementUntil),
            _ => rows.OrderBy(row => row.Deadline),
        };
        return new FoundOpportunities([.. ordered.ThenBy(row => row.TenderId).Skip((page - 1) * PageSize).Take(PageSize).AsEnumerable().Select(Read)], rows.Count());
    }

    /// <summary>What fits and became public since a moment, the first of it first.</summary>
    internal static IReadOnlyList<Opportunity> Since(CoDesignDb db, OpportunityFilter filter, DateTimeOffset since, DateTimeOffset now)
    {
        var ticks = since.UtcTicks;
        return [.. Fitting(db, filter, now).Where(row => row.PublishedAt > ticks).OrderBy(row => row.PublishedAt).ThenBy(row => row.TenderId).Take(PageSize).AsEnumerable().Select(Read)];
    }

    /// <summary>Every tender of which something was published, the latest first.</summary>
    public IReadOnlyList<Opportunity> Published(int skip, int take)
    {
        using var db = databases.CreateDbContext();
        return [.. db.Opportunities.AsNoTracking().Where(row => row.Form != Subcontract).OrderByDescending(row => row.PublishedAt).ThenBy(row => row.TenderId).Skip(skip).Take(take).AsEnumerable().Select(Read)];
    }

    /// <summary>Everything that search engines may find, the latest first.</summary>
    public IReadOnlyList<Opportunity> All(int take)
    {
        using var db = databases.CreateDbContext();
        return [.. db.Opportunities.AsNoTracking().OrderByDescending(row => row.PublishedAt).ThenBy(row => row.TenderId).Take(take).AsEnumerable().Select(Read)];
    }

    /// <summary>Who buys and where, as what is still to come says it; for choosing among them.</summary>
    public (IReadOnlyList<(string Key, string Name)> Authorities, IReadOnlyList<string> Areas) Choices(DateTimeOffset now)
    {
        using var db = databases.CreateDbContext();
        var ticks = now.UtcTicks;
        var open = db.Opportunities.AsNoTracking().Where(row => row.Deadline >= ticks);
        return ([.. open.Where(row => row.Form != Subcontract).Select(row => new { row.AuthorityId, row.Authority }).Distinct().AsEnumerable()
                .Select(one => (Key: one.AuthorityId.Length > 0 ? one.AuthorityId : one.Authority, Name: one.Authority)).DistinctBy(one => one.Key).OrderBy(one => one.Name, StringComparer.OrdinalIgnoreCase)], [.. open.Select(row => row.Area).Where(area => area != "").Distinct().Order()]);
    }

    /// <summary>The one with a reference, however it is typed; null where there is none.</summary>
    public Opportunity? With(string reference)
    {
        using var db = databases.CreateDbContext();
        var asKept = reference.Trim().ToUpperInvariant();
        return db.Opportunities.AsNoTracking().FirstOrDefault(o => o.Reference == asKept) is { } row ? Read(row) : null;
    }

    /// <summary>What is public of a tender; null where nothing is.</summary>
    public Opportunity? Of(TenderId tender)
    {
        using var db = databases.CreateDbContext();
        var id = tender.Value.ToString("n");
        return db.Opportunities.AsNoTracking().FirstOrDefault(o => o.TenderId == id) is { } row ? Read(row) : null;
    }

    private static IQueryable<OpportunityRow> Fitting(CoDesignDb db, OpportunityFilter filter, DateTimeOffset now)
    {
        var rows = At(db.Opportunities.AsNoTracking(), filter.Stage, now.UtcTicks);
        foreach (var word in filter.Words.ToLower(CultureInfo.InvariantCulture).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
            rows = rows.Where(row => row.Words.Contains(word));
        if (filter.Least is { } least) rows = rows.Where(row => row.Value >= least);
        if (filter.Most is { } most) rows = rows.Where(row => row.LeastValue <= most);
        if (filter.Kind?.ToString() is { } kind) rows = rows.Where(row => row.Kind == kind);
        if (filter.Authority is { } authority) rows = rows.Where(row => row.Authority == authority || row.AuthorityId == authority && authority != "");
        if (filter.Area is { } area) rows = rows.Where(row => row.Area == area);
        if (filter.ClosesBy?.UtcTicks is { } last) rows = rows.Where(row => row.Deadline <= last);
        if (filter.SuitsSmall) rows = rows.Where(row => row.SuitsSmall);
        if (filter.WelcomesConsortia) rows = rows.Where(row => row.WelcomesConsortia);
        return filter.TakesSubcontracts ? rows.Where(row => row.TakesSubcontracts) : rows;
    }

    private static IQueryable<OpportunityRow> At(IQueryable<OpportunityRow> rows, OpportunityStage stage, long now) => stage switch
    {
        OpportunityStage.Early => rows.Where(row => row.Form == Planned),
        OpportunityStage.Engagement => rows.Where(row => row.Form == Planned && row.EngagementUntil >= now),
        OpportunityStage.Closed => rows.Where(row => row.Form == OfTender && row.Deadline < now),
        OpportunityStage.Awarded => rows.Where(row => row.AwardedAt > 0),
        OpportunityStage.Subcontracts => rows.Where(row => row.Form == Subcontract && row.Deadline >= now),
        _ => rows.Where(row => row.Form == OfTender && row.Deadline >= now),
    };

    private static Opportunity Read(OpportunityRow row) => new(
        TenderId.From(Guid.ParseExact(row.TenderId, "n")), row.Reference, row.Title, At(row.PublishedAt), At(row.Deadline))
    {
        Form = Enum.Parse<OpportunityForm>(row.Form),
        Summary = row.Summary,
        Value = row.Value,
        LeastValue = row.LeastValue,
        Listing = new Listing(row.Authority, row.Area, row.SuitsSmall, row.TakesSubcontracts) { WelcomesConsortia = row.WelcomesConsortia },
        Lots = row.Lots,
        ChangedAt = At(row.ChangedAt),
        EngagementUntil = row.EngagementUntil > 0 ? At(row.EngagementUntil) : null,
        AwardedAt = row.AwardedAt > 0 ? At(row.AwardedAt) : null,
    };

    private static DateTimeOffset At(long ticks) => new(ticks, TimeSpan.Zero);
}

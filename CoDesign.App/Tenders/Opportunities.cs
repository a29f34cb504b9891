using System.Globalization;
using CoDesign.App.Live;
using CoDesign.App.Storage;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;
using Microsoft.EntityFrameworkCore;

namespace CoDesign.App.Tenders;

/// <summary>Keeps the public register: of each tender what its latest published version says.</summary>
public sealed class OpportunityTable : IReadModel
{
    /// <inheritdoc />
    public void Apply(CoDesignDb db, Recorded happened)
    {
        var id = happened.Stream.Value.ToString("n");
        var (at, notice) = (happened.At.UtcTicks, (happened.Event as TenderPublished)?.Notice ?? (happened.Event as TenderAmended)?.Notice);
        switch (happened.Event)
        {
            case TenderPublished e:
                var row = new OpportunityRow { TenderId = id, Reference = e.Reference, Title = e.Title, PublishedAt = at, Deadline = e.Deadline.UtcTicks, ChangedAt = at };
                Show(row, notice);
                db.Opportunities.Add(row);
                break;
            case TenderAmended e:
                var amended = db.Opportunities.Find(id)!;
                (amended.Deadline, amended.ChangedAt) = (e.Deadline.UtcTicks, at);
                Show(amended, notice);
                break;
            case TenderWithdrawn:
                // Nobody can bid from the moment that it is taken back.
                var withdrawn = db.Opportunities.Find(id)!;
                (withdrawn.Deadline, withdrawn.ChangedAt) = (Math.Min(withdrawn.Deadline, at), at);
                break;
        }
    }

    private static void Show(OpportunityRow row, Notice? notice)
    {
        if (notice is not null)
        {
            (row.Summary, row.Value, row.Kind) = (notice.Summary, (long)notice.Value, notice.Kind.ToString());
            (row.Authority, row.Area) = (notice.Listing.Authority, notice.Listing.Area);
            (row.SuitsSmall, row.TakesSubcontracts) = (notice.Listing.SuitsSmall, notice.Listing.TakesSubcontracts);
        }

        row.Words = $"{row.Reference} {row.Title} {row.Summary} {row.Authority} {row.Area}".ToLower(CultureInfo.InvariantCulture);
    }
}

/// <summary>A line of the public register.</summary>
public sealed record Opportunity(TenderId Tender, string Reference, string Title, DateTimeOffset PublishedAt, DateTimeOffset Deadline)
{
    /// <summary>What is wanted.</summary>
    public required string Summary { get; init; }

    /// <summary>Pounds, VAT included; 0 where not said.</summary>
    public required long Value { get; init; }

    /// <summary>How it is listed.</summary>
    public required Listing Listing { get; init; }

    /// <summary>When it changed last in public.</summary>
    public required DateTimeOffset ChangedAt { get; init; }
}

/// <summary>What somebody looks for among the opportunities. All of it lies in the address.</summary>
public sealed record OpportunityFilter
{
    /// <summary>Words that must all be in it.</summary>
    public string Words { get; init; } = "";

    /// <summary>The least value in pounds.</summary>
    public long? Least { get; init; }

    /// <summary>The greatest value in pounds.</summary>
    public long? Most { get; init; }

    /// <summary>What is bought.</summary>
    public ContractKind? Kind { get; init; }

    /// <summary>Who buys; null for anybody, empty for the authority that runs the site.</summary>
    public string? Authority { get; init; }

    /// <summary>Where the work is done; null for anywhere.</summary>
    public string? Area { get; init; }

    /// <summary>The last moment at which it may close.</summary>
    public DateTimeOffset? ClosesBy { get; init; }

    /// <summary>Only what is thought to suit small organisations.</summary>
    public bool SuitsSmall { get; init; }

    /// <summary>Only what takes subcontracts.</summary>
    public bool TakesSubcontracts { get; init; }

    /// <summary>Those that have closed, instead of those that are open.</summary>
    public bool Closed { get; init; }

    /// <summary>Whether everything that is open fits.</summary>
    public bool IsEmpty => this == new OpportunityFilter();
}

/// <summary>Some of what was found, and how much there is in all.</summary>
public sealed record FoundOpportunities(IReadOnlyList<Opportunity> Shown, int All);

/// <summary>Finds published tenders.</summary>
public sealed class Opportunities(IDbContextFactory<CoDesignDb> databases)
{
    /// <summary>How many stand on one page.</summary>
    public const int PageSize = 20;

    private const int MostWords = 10;

    /// <summary>What fits: open ones that close soonest first, closed ones latest first.</summary>
    /// <param name="filter">What is looked for.</param>
    /// <param name="now">The server's time.</param>
    /// <param name="page">From 1.</param>
    public FoundOpportunities Find(OpportunityFilter filter, DateTimeOffset now, int page = 1)
    {
        using var db = databases.CreateDbContext();
        var ticks = now.UtcTicks;
        var rows = db.Opportunities.AsNoTracking().Where(row => filter.Closed ? row.Deadline < ticks : row.Deadline >= ticks);
        foreach (var word in filter.Words.ToLower(CultureInfo.InvariantCulture).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
            rows = rows.Where(row => row.Words.Contains(word));
        if (filter.Least is { } least) rows = rows.Where(row => row.Value >= least);
        if (filter.Most is { } most) rows = rows.Where(row => row.Value <= most);
        if (filter.Kind?.ToString() is { } kind) rows = rows.Where(row => row.Kind == kind);
        if (filter.Authority is { } authority) rows = rows.Where(row => row.Authority == authority);
        if (filter.Area is { } area) rows = rows.Where(row => row.Area == area);
        if (filter.ClosesBy?.UtcTicks is { } last) rows = rows.Where(row => row.Deadline <= last);
        if (filter.SuitsSmall) rows = rows.Where(row => row.SuitsSmall);
        if (filter.TakesSubcontracts) rows = rows.Where(row => row.TakesSubcontracts);
        var ordered = filter.Closed ? rows.OrderByDescending(row => row.Deadline) : rows.OrderBy(row => row.Deadline);
        return new FoundOpportunities([.. ordered.ThenBy(row => row.TenderId).Skip((page - 1) * PageSize).Take(PageSize).AsEnumerable().Select(Read)], rows.Count());
    }

    /// <summary>Everything that was published, the latest first.</summary>
    public IReadOnlyList<Opportunity> Published(int skip, int take)
    {
        using var db = databases.CreateDbContext();
        return [.. db.Opportunities.AsNoTracking().OrderByDescending(row => row.PublishedAt).ThenBy(row => row.TenderId).Skip(skip).Take(take).AsEnumerable().Select(Read)];
    }

    /// <summary>Who buys and where, as open tenders say it; for choosing among them.</summary>
    public (IReadOnlyList<string> Authorities, IReadOnlyList<string> Areas) Choices(DateTimeOffset now)
    {
        using var db = databases.CreateDbContext();
        var ticks = now.UtcTicks;
        var open = db.Opportunities.AsNoTracking().Where(row => row.Deadline >= ticks);
        return ([.. open.Select(row => row.Authority).Distinct().Order()], [.. open.Select(row => row.Area).Where(area => area != "").Distinct().Order()]);
    }

    /// <summary>The one with a reference, however it is typed; null where there is none.</summary>
    public Opportunity? With(string reference)
    {
        using var db = databases.CreateDbContext();
        var asKept = reference.Trim().ToUpperInvariant();
        return db.Opportunities.AsNoTracking().FirstOrDefault(o => o.Reference == asKept) is { } row ? Read(row) : null;
    }

    private static Opportunity Read(OpportunityRow row) => new(
        TenderId.From(Guid.ParseExact(row.TenderId, "n")), row.Reference, row.Title, At(row.PublishedAt), At(row.Deadline))
    {
        Summary = row.Summary,
        Value = row.Value,
        Listing = new Listing(row.Authority, row.Area, row.SuitsSmall, row.TakesSubcontracts),
        ChangedAt = At(row.ChangedAt),
    };

    private static DateTimeOffset At(long ticks) => new(ticks, TimeSpan.Zero);
}

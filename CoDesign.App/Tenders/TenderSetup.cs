using CoDesign.App.Live;
using CoDesign.App.Storage;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using CoDesign.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace CoDesign.App.Tenders;

/// <summary>Puts tenders together: stream, view, the public register, and what follows from their events.</summary>
public static class TenderSetup
{
    /// <summary>Adds tenders.</summary>
    public static WebApplicationBuilder AddTenders(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddStream(StreamKind.Of<TenderDecider, Tender, ITenderCommand>("tender", "tenders"));
        services.AddSingleton(new ViewOf("tender", (reading, id, viewer) => TenderReading.View(reading, new TenderId(id), viewer)));
        services.AddSingleton<IReadModel, OpportunityTable>();
        services.AddSingleton<Opportunities>();
        services.AddSingleton(Reaction.To<TenderCreated>((created, _, _) =>
        [
            new Carried(created.Project.Stream, new RecordTender(created.Tender.Value)),
            new Carried(created.Tender.Panel.Stream, new ConvenePanel(created.Tender, created.Project)),
        ]));
        services.AddSingleton(Reaction.To<TemplateTaken>((taken, recorded, _) =>
            [new Carried(taken.Tender.Template(taken.Document, taken.Turn), new CreateText(recorded.Stream, PackTemplate.Default(taken.Document)))]));
        services.AddSingleton<PackReading>();
        services.AddSingleton<PackLooks>();
        services.AddSingleton<Differences>();
        return builder;
    }
}

/// <summary>Reads tenders and their live documents for a viewer.</summary>
public static class TenderReading
{
    /// <summary>What somebody may see of a tender.</summary>
    public static TenderView? View(Reading reading, TenderId id, ParticipantId viewer) =>
        reading.Find<Tender>(id.Stream) is { } tender
            ? TenderView.For(tender, reading.Find<Project>(tender.Project.Stream), viewer)
            : null;
}

/// <summary>Keeps the public register.</summary>
public sealed class OpportunityTable : IReadModel
{
    /// <inheritdoc />
    public void Apply(CoDesignDb db, Recorded happened)
    {
        if (happened.Event is TenderAmended or TenderWithdrawn)
        {
            var row = db.Opportunities.Find(happened.Stream.Value.ToString("n"))!;
            // Nobody can bid from the moment that it is taken back.
            row.Deadline = happened.Event is TenderAmended amended ? amended.Deadline.UtcTicks : Math.Min(row.Deadline, happened.At.UtcTicks);
            return;
        }

        if (happened.Event is not TenderPublished published) return;
        db.Opportunities.Add(new OpportunityRow
        {
            TenderId = happened.Stream.Value.ToString("n"),
            Reference = published.Reference,
            Title = published.Title,
            PublishedAt = happened.At.UtcTicks,
            Deadline = published.Deadline.UtcTicks,
        });
    }
}

/// <summary>A line of the public register.</summary>
public sealed record Opportunity(TenderId Tender, string Reference, string Title, DateTimeOffset PublishedAt, DateTimeOffset Deadline);

/// <summary>Finds published tenders.</summary>
public sealed class Opportunities(IDbContextFactory<CoDesignDb> databases)
{
    /// <summary>The register, those that close soonest first; closed ones last, latest first.</summary>
    /// <param name="now">The server's time.</param>
    public IReadOnlyList<Opportunity> All(DateTimeOffset now)
    {
        using var db = databases.CreateDbContext();
        var all = db.Opportunities.AsNoTracking().AsEnumerable().Select(Read).ToArray();
        return [.. all.Where(o => o.Deadline >= now).OrderBy(o => o.Deadline), .. all.Where(o => o.Deadline < now).OrderByDescending(o => o.Deadline)];
    }

    /// <summary>The one with a reference, however it is typed; null where there is none.</summary>
    public Opportunity? With(string reference)
    {
        using var db = databases.CreateDbContext();
        var asKept = reference.Trim().ToUpperInvariant();
        return db.Opportunities.AsNoTracking().FirstOrDefault(o => o.Reference == asKept) is { } row ? Read(row) : null;
    }

    private static Opportunity Read(OpportunityRow row) => new(
        TenderId.From(Guid.ParseExact(row.TenderId, "n")), row.Reference, row.Title,
        new DateTimeOffset(row.PublishedAt, TimeSpan.Zero), new DateTimeOffset(row.Deadline, TimeSpan.Zero));
}

using System.Globalization;
using CoDesign.App.Live;
using CoDesign.App.Storage;
using CoDesign.App.Tenders;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Subcontracts;

namespace CoDesign.App.Subcontracts;

/// <summary>Puts offers of work together: stream, view, and their lines in the public register.</summary>
public static class SubcontractSetup
{
    /// <summary>Adds offers of work.</summary>
    public static WebApplicationBuilder AddSubcontracts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddStream(StreamKind.Of<SubcontractDecider, Subcontract, ISubcontractCommand>("subcontract", "subcontracts"));
        services.AddSingleton(provider =>
        {
            var clock = provider.GetRequiredService<Clock>();
            return new ViewOf("subcontract", (reading, id, viewer) => SubcontractReading.View(reading, new SubcontractId(id), viewer, clock.Now()));
        });
        services.AddSingleton<IReadModel, SubcontractTable>();
        services.AddSingleton<SubcontractSides>();
        return builder;
    }
}

/// <summary>Reads offers of work for a viewer.</summary>
public static class SubcontractReading
{
    /// <summary>What somebody may see of an offer.</summary>
    public static SubcontractView? View(Reading reading, SubcontractId id, ParticipantId viewer, DateTimeOffset now) =>
        SubcontractView.For(reading.Find<Subcontract>(id.Stream), viewer, now);
}

/// <summary>Keeps offers of work in the public register.</summary>
public sealed class SubcontractTable : IReadModel
{
    /// <inheritdoc />
    public void Apply(CoDesignDb db, Recorded happened)
    {
        var (id, at) = (happened.Stream.Value.ToString("n"), happened.At.UtcTicks);
        switch (happened.Event)
        {
            case SubcontractPosted e:
                var row = new OpportunityRow { TenderId = id, Reference = e.Reference, Title = e.Work.Title, Form = nameof(OpportunityForm.Subcontract), PublishedAt = at, Deadline = 0 };
                Show(row, e.Work, at);
                db.Opportunities.Add(row);
                break;
            case SubcontractChanged e:
                Show(db.Opportunities.Find(id)!, e.Work, at);
                break;
            case SubcontractClosed:
                var closed = db.Opportunities.Find(id)!;
                (closed.Deadline, closed.ChangedAt) = (Math.Min(closed.Deadline, at), at);
                break;
            case SubcontractTakenDown:
                db.Opportunities.Remove(db.Opportunities.Find(id)!);
                break;
        }
    }

    private static void Show(OpportunityRow row, WorkOffered work, long at)
    {
        (row.Title, row.Summary, row.Authority, row.Area, row.Deadline, row.ChangedAt) = (work.Title, work.What, work.Organisation, work.Area, work.Closes.UtcTicks, at);
        (row.LeastValue, row.Value) = ((long)work.Least, (long)work.Most);
        row.Words = $"{row.Reference} {row.Title} {row.Summary} {row.Authority} {row.Area}".ToLower(CultureInfo.InvariantCulture);
    }
}

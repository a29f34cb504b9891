using CoDesign.App.Live;
using CoDesign.App.Storage;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using CoDesign.Domain.Text;

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
        services.AddStream(StreamKind.Of<AuthorityDecider, AuthorityList, IAuthorityCommand>("authority", "authorities"));
        services.AddSingleton(new ViewOf("authority", (reading, id, _) => reading.Find<AuthorityList>(new StreamId("authority", id))));
        services.AddStream(StreamKind.Of<SiteVisitDecider, SiteVisits, ISiteVisitCommand>("visit", "visits", sealedBy: visits => visits.Id.Stream));
        services.AddSingleton(provider =>
        {
            var clock = provider.GetRequiredService<Clock>();
            return new ViewOf("visit", (reading, id, viewer) => SiteVisitReading.View(reading, new SiteVisitsId(id), viewer, clock.Now()));
        });
        services.AddSingleton<Opportunities>();
        services.AddSingleton<IReadModel, DiaryTable>();
        services.AddSingleton<PublicDiary>();
        services.AddSingleton<DiaryReading>();
        services.AddSingleton(Reaction.To<TenderCreated>((created, _, _) =>
        [
            new Carried(created.Project.Stream, new RecordTender(created.Tender.Value)),
            new Carried(created.Tender.Panel.Stream, new ConvenePanel(created.Tender, created.Project)),
        ]));
        services.AddSingleton(Reaction.To<TemplateTaken>((taken, recorded, reading) =>
            [new Carried(taken.Tender.Template(taken.Document, taken.Turn), new CreateText(recorded.Stream, PackTemplate.Given(reading.Find<Tender>(recorded.Stream)?.Drafted(), taken.Document)))]));
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

    /// <summary>What anybody sees of a tender before it is published; null where nothing is public yet, or where the tender is.</summary>
    public static EarlyNoticeView? Early(Reading reading, TenderId id, DateTimeOffset now) =>
        reading.Find<Tender>(id.Stream) is { } tender ? EarlyNoticeView.For(tender, reading.Find<Project>(tender.Project.Stream), now) : null;
}

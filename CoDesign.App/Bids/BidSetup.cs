using CoDesign.App.Live;
using CoDesign.App.Storage;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Text;

namespace CoDesign.App.Bids;

/// <summary>Puts bids together. Each is sealed under its own key, its answers with it.</summary>
public static class BidSetup
{
    /// <summary>Adds bids.</summary>
    public static WebApplicationBuilder AddBids(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddStream(StreamKind.Of<BidDecider, Bid, IBidCommand>("bid", "bids", sealedBy: bid => bid.Id.Stream));
        services.AddSingleton(provider =>
        {
            var clock = provider.GetRequiredService<Clock>();
            return new ViewOf("bid", (reading, id, viewer) => (object?)BidReading.View(reading, new BidId(id), viewer, clock.Now()) ?? PartnerReading.View(reading, new BidId(id), viewer, clock.Now()));
        });
        services.AddSingleton(Reaction.To<BidStarted>((started, recorded, _) =>
            started.Questions.Select(question => new Carried(started.Bid.Answer(question), new CreateText(recorded.Stream)))));
        services.AddSingleton(Reaction.To<VersionTakenUp>((taken, recorded, _) =>
            taken.NewQuestions.Select(question => new Carried(taken.Bid.Answer(question), new CreateText(recorded.Stream)))));
        services.AddSingleton(EvidenceSettings.Of(builder.Configuration));
        services.AddSingleton<EvidenceStore>();
        services.AddSingleton<EvidenceDesk>();
        services.AddHostedService<EvidenceCleaner>();
        return builder;
    }

    /// <summary>Adds what tells teams by e-mail.</summary>
    public static WebApplicationBuilder AddBidReminders(this WebApplicationBuilder builder)
    {
        builder.Services.AddRunning<BidReminders>();
        return builder;
    }

    /// <summary>Maps the files of bids, and receipts as they can be checked.</summary>
    public static void MapBids(this WebApplication app)
    {
        app.UseRoomForEvidence();
        app.MapEvidence();
        app.MapReceipts();
    }
}

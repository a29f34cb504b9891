using CoDesign.App.Live;
using CoDesign.App.Storage;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;
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
            return new ViewOf("bid", (reading, id, viewer) => BidReading.View(reading, new BidId(id), viewer, clock.Now()));
        });
        services.AddSingleton(Reaction.To<BidStarted>((started, recorded, _) =>
            started.Questions.Select(question => new Carried(started.Bid.Answer(question), new CreateText(recorded.Stream)))));
        services.AddSingleton(Reaction.To<VersionTakenUp>((taken, recorded, _) =>
            taken.NewQuestions.Select(question => new Carried(taken.Bid.Answer(question), new CreateText(recorded.Stream)))));
        return builder;
    }
}

/// <summary>Reads bids for a viewer.</summary>
public static class BidReading
{
    /// <summary>What somebody may see of a bid: its team, and nobody else.</summary>
    public static BidView? View(Reading reading, BidId id, ParticipantId viewer, DateTimeOffset now) =>
        reading.Find<Bid>(id.Stream) is { } bid && bid.Team.Contains(viewer)
            ? BidView.For(bid, reading.Find<Tender>(bid.Tender.Stream), viewer, now)
            : null;

    /// <summary>How far a bid is, for its team; for others null.</summary>
    public static BidProgress? Progress(Reading reading, BidId id, ParticipantId viewer) =>
        reading.Find<Bid>(id.Stream) is { } bid && bid.Team.Contains(viewer) && reading.Find<Tender>(bid.Tender.Stream) is { } tender
            ? BidProgress.Of(bid, tender, text => reading.Find<TextDocument>(text)?.Text)
            : null;

    /// <summary>The bid that somebody has for a tender; null where they have none.</summary>
    public static BidId? Mine(Reading reading, TenderId tender, ParticipantId viewer) => viewer == ParticipantId.Public
        ? null
        : Of(reading, viewer).FirstOrDefault(bid => bid.Tender == tender)?.Id;

    /// <summary>The bids of somebody's teams.</summary>
    public static IEnumerable<Bid> Of(Reading reading, ParticipantId viewer) =>
        reading.Sealed("bid").Select(reading.Find<Bid>).OfType<Bid>().Where(bid => bid.Team.Contains(viewer));

    /// <summary>The bids that were handed in for a tender. For the panel that opens them after the deadline, and nobody else.</summary>
    public static IEnumerable<Bid> HandedIn(Reading reading, TenderId tender) =>
        reading.Sealed("bid").Select(reading.Find<Bid>).OfType<Bid>().Where(bid => bid.Tender == tender && bid.Submission is not null);
}

using System.Collections.Immutable;
using CoDesign.App.Bids;
using CoDesign.App.Live;
using CoDesign.App.Storage;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using Microsoft.EntityFrameworkCore;

namespace CoDesign.App.Evaluations;

/// <summary>Puts panels together: stream, view, seats, and the opening of bids.</summary>
public static class PanelSetup
{
    /// <summary>Adds panels.</summary>
    public static WebApplicationBuilder AddPanels(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddStream(StreamKind.Of<PanelDecider, Panel, IPanelCommand>("panel", "panels"));
        services.AddSingleton(new ViewOf("panel", (reading, id, viewer) => PanelReading.View(reading, new PanelId(id), viewer)));
        services.AddSingleton<IReadModel, SeatTable>();
        services.AddSingleton<Seats>();
        services.AddSingleton<AuditReading>();
        services.AddSingleton(Reaction.To<OpeningCompleted>((_, recorded, reading) => Open(recorded.Stream, reading)));
        return builder.AddPreparation();
    }

    private static IEnumerable<Carried> Open(StreamId stream, Reading reading)
    {
        var panel = reading.Find<Panel>(stream) ?? throw new InvalidOperationException("A panel that opened bids is gone.");
        var bids = BidReading.HandedIn(reading, panel.Tender).ToArray();
        return
        [
            .. bids.Select(bid => new Carried(bid.Id.Stream, new OpenBid())),
            new Carried(stream, new ReceiveBids([.. bids.Select(bid => ReceivedBid.Of(bid, bid.Submission!))], reading.Find<Tender>(panel.Tender.Stream)?.ShowsNames ?? false)),
        ];
    }
}

/// <summary>Reads panels for a viewer.</summary>
public static class PanelReading
{
    /// <summary>The measures of the project for which a panel scores; for who may see the panel.</summary>
    public static IEnumerable<Measure> Measures(Reading reading, PanelView panel) =>
        reading.Find<Tender>(panel.Tender.Stream) is { } tender && reading.Find<Project>(tender.Project.Stream) is { } project ? project.Outcomes.SelectMany(outcome => outcome.Measures) : [];

    /// <summary>
    /// The result of each lot that somebody sees, with how firm it is and with what other schemes would make of the same bids:
    /// of those alone that they may see.
    /// </summary>
    public static IEnumerable<(LotResult Lot, Firmness? Firmness, Rehearsal? Rehearsal)> Firm(Reading reading, PanelView view, ParticipantId viewer)
    {
        if (reading.Find<Panel>(view.Id.Stream) is not { } panel || reading.Find<Tender>(panel.Tender.Stream) is not { } tender) yield break;
        foreach (var lot in view.Results)
        {
            var among = panel.Bids?.FindAll(bid => lot.Result.IsWhole || panel.MaySee(viewer, bid.Bid)) ?? [];
            var prices = lot.Result.Rows.Select(row => row.Price.Price).ToArray();
            yield return (lot, Firmness.Of(tender.Criteria, tender.PriceRule, lot.Result), prices.Length == 0 ? null : Rehearsal.Of(
                new Scheme(tender.Criteria, tender.Groups, tender.PriceRule),
                scheme => panel.ResultOf(tender with { Criteria = scheme.Criteria, PriceRule = scheme.Rule }, lot.Lot, among).Result, prices.Average()));
        }
    }

    /// <summary>What the team of a bid learns after the award; null for others.</summary>
    public static BidOutcome? Outcome(Reading reading, BidId id, ParticipantId viewer, DateTimeOffset now) =>
        BidReading.View(reading, id, viewer, now) is { } bid
            ? BidOutcome.For(reading.Find<Panel>(bid.Tender.Panel.Stream), reading.Find<Tender>(bid.Tender.Stream), id, viewer, now)
            : null;

    /// <summary>When milestones of a tender were really reached, as far as its panel tells.</summary>
    public static IReadOnlyDictionary<MilestoneKind, DateTimeOffset> Reached(Reading reading, TenderId id) =>
        reading.Find<Panel>(id.Panel.Stream)?.Reached ?? ImmutableDictionary<MilestoneKind, DateTimeOffset>.Empty;

    /// <summary>The awards of a tender, as anybody may read them.</summary>
    public static ImmutableArray<PublicAward> Awards(Reading reading, TenderId id) =>
        reading.Find<Tender>(id.Stream) is { } tender ? PublicAward.Of(reading.Find<Panel>(id.Panel.Stream), tender) : [];

    /// <summary>What somebody may see of a panel.</summary>
    public static PanelView? View(Reading reading, PanelId id, ParticipantId viewer)
    {
        if (reading.Find<Panel>(id.Stream) is not { } panel) return null;
        return PanelView.For(panel, reading.Find<Tender>(panel.Tender.Stream), reading.Find<Project>(panel.Project.Stream), Submission, viewer);

        // A bid is looked at only once it was opened.
        Submission? Submission(BidId bid) => reading.Find<Bid>(bid.Stream) is { IsOpened: true } opened ? opened.Submission : null;
    }
}

/// <summary>Keeps who sits on which panel.</summary>
public sealed class SeatTable : IReadModel
{
    /// <inheritdoc />
    public void Apply(CoDesignDb db, Recorded happened)
    {
        var person = happened.Event switch
        {
            EvaluatorAppointed appointed => appointed.Person,
            ModeratorAppointed appointed => appointed.Person,
            _ => default,
        };
        var panel = happened.Stream.Value.ToString("n");
        if (person != default && db.Seats.Find(person.Text(), panel) is null) db.Seats.Add(new SeatRow { ParticipantId = person.Text(), PanelId = panel });
    }
}

/// <summary>Finds the panels that somebody sits on.</summary>
public sealed class Seats(IDbContextFactory<CoDesignDb> databases)
{
    /// <summary>The panels of somebody.</summary>
    public IReadOnlyList<PanelId> Of(ParticipantId person)
    {
        using var db = databases.CreateDbContext();
        var name = person.Text();
        return [.. db.Seats.AsNoTracking().Where(s => s.ParticipantId == name).Select(s => s.PanelId).AsEnumerable()
            .Select(text => PanelId.From(Guid.ParseExact(text, "n")))];
    }
}

using System.Collections.Immutable;
using CoDesign.App.Live;
using CoDesign.App.Storage;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;

namespace CoDesign.App.Evaluations;

/// <summary>One history of an evaluation, and whether it is as it was written.</summary>
/// <param name="Of">The history.</param>
/// <param name="Check">What going through it found.</param>
public sealed record AuditedHistory(AuditedStream Of, CheckedStream Check);

/// <summary>An evaluation as who audits it sees it.</summary>
/// <param name="Panel">The panel.</param>
/// <param name="Tender">Its tender.</param>
/// <param name="Histories">The histories of which it is made.</param>
/// <param name="Steps">What happened, oldest first. Of a history with a fault, only what lies before the first one.</param>
public sealed record AuditSeen(Panel Panel, Tender Tender, ImmutableArray<AuditedHistory> Histories, ImmutableArray<AuditStep> Steps)
{
    /// <summary>Whether every history is as it was written.</summary>
    public bool IsGenuine => Histories.All(history => history.Check.Faults.IsEmpty);
}

/// <summary>Reads an evaluation from what is stored, never from what is in memory, and checks it on the way.</summary>
public sealed class AuditReading(LiveStreams live, EventStore store, ChainCheck chain)
{
    /// <summary>The evaluation; null for who may not see it.</summary>
    public AuditSeen? Read(PanelId id, ParticipantId viewer)
    {
        var reading = new Reading(live);
        if (reading.Find<Panel>(id.Stream) is not { } panel || !Audit.MaySee(panel, reading.Find<Project>(panel.Project.Stream), viewer)) return null;
        if (reading.Find<Tender>(panel.Tender.Stream) is not { } tender) return null;
        var streams = Audit.StreamsOf(panel);
        var names = streams.Select(of => store.NameInStore(live.Get(of.Stream))).ToArray();
        ImmutableArray<AuditedHistory> histories = [.. streams.Zip(chain.Of(names), (of, check) => new AuditedHistory(of, check))];
        return new AuditSeen(panel, tender, histories, Audit.Tell(panel, tender, histories.Select(history => (history.Of, Sound(history)))));
    }

    /// <summary>What of a history can still be believed: all before its first fault.</summary>
    private IReadOnlyList<Recorded> Sound(AuditedHistory history) =>
        store.Read(history.Of.Stream, 0, history.Check.Faults.IsEmpty ? long.MaxValue : history.Check.Faults.Min(fault => fault.Version) - 1);
}

using System.Collections.Immutable;
using CoDesign.App.Storage;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;

namespace CoDesign.App.Exports;

/// <summary>Something public that happened to a contracting process.</summary>
/// <param name="Tag">What it is, from the standard's list of release tags.</param>
/// <param name="At">When.</param>
/// <param name="Tender">The tender as it was then.</param>
/// <param name="Settled">The panel once every lot is awarded or ended; null before.</param>
public sealed record OcdsStep(ImmutableArray<string> Tag, DateTimeOffset At, Tender Tender, Panel? Settled);

/// <summary>A contracting process: what became public of a tender, in order, as it was then and not as it is now.</summary>
/// <param name="Steps">What happened, oldest first; none where nothing is public.</param>
public sealed record OcdsProcess(ImmutableArray<OcdsStep> Steps)
{
    private static readonly ImmutableArray<string> _published = ["planning", "tender"];
    private static readonly ImmutableArray<string> _planned = ["planning"];
    private static readonly ImmutableArray<string> _planChanged = ["planningUpdate"];
    private static readonly ImmutableArray<string> _amended = ["tenderAmendment"];
    private static readonly ImmutableArray<string> _withdrawn = ["tenderCancellation"];
    private static readonly ImmutableArray<string> _awarded = ["award", "contract"];
    private static readonly ImmutableArray<string> _signed = ["contractUpdate"];
    private static readonly ImmutableArray<string> _ended = ["tenderUpdate"];

    /// <summary>Reads it from the histories of the tender and its panel.</summary>
    public static OcdsProcess Read(EventStore store, TenderId id)
    {
        var steps = new List<OcdsStep>();
        var tender = new Tender();
        foreach (var happened in store.Read(id.Stream, 0))
        {
            tender = tender.After(happened);
            if (TagOf(happened.Event, steps.Count > 0) is { } tag) steps.Add(new OcdsStep(tag, happened.At, tender, null));
        }

        if (steps.Count == 0) return new OcdsProcess([]);
        var panel = new Panel();
        foreach (var happened in store.Read(id.Panel.Stream, 0))
        {
            panel = panel.After(happened);
            if (happened.Event is AwardMade { IsLast: true } or LotEnded { IsLast: true }) steps.Add(new OcdsStep(panel.Awards.IsEmpty ? _ended : _awarded, happened.At, tender, panel));
            if (happened.Event is ContractSigned && panel.IsDone) steps.Add(new OcdsStep(_signed, happened.At, tender, panel));
        }

        return new OcdsProcess([.. steps.OrderBy(step => step.At)]);
    }

    private static ImmutableArray<string>? TagOf(IEvent happened, bool later) => happened switch
    {
        EarlyNoticePublished when !later => _planned,
        EarlyNoticePublished or EarlyNoticeWithdrawn or EngagementInvited or EngagementClosed => _planChanged,
        TenderPublished => _published,
        TenderAmended => _amended,
        TenderWithdrawn => _withdrawn,
        _ => null,
    };
}

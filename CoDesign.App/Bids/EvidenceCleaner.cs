using System.Threading.Channels;
using CoDesign.App.Live;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;

namespace CoDesign.App.Bids;

/// <summary>Erases files that were taken away from a bid and that aren't part of what was handed in; at start also what a kill left over.</summary>
public sealed class EvidenceCleaner(LiveStreams live, EvidenceStore store, ILogger<EvidenceCleaner> log) : BackgroundService
{
    private readonly Channel<StreamId> _changed = Channel.CreateUnbounded<StreamId>();

    /// <inheritdoc />
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        live.Committed += Take;
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        Try(() => store.Sweep(() => live.Sealed("bid").SelectMany(id => live.Get(id).State is Bid bid ? bid.Evidence.Concat(bid.Submission?.Files ?? []) : []).Select(file => file.Id)));
        await foreach (var changed in _changed.Reader.ReadAllAsync(stoppingToken))
        {
            if (live.Get(changed).State is not Bid bid) continue;
            foreach (var gone in bid.Dropped.Where(file => bid.FindFile(file) is null)) Try(() => store.Delete(gone));
        }
    }

    private void Take(IReadOnlyList<(long Position, Recorded Recorded)> happened)
    {
        foreach (var (_, recorded) in happened)
        {
            if (recorded.Event is IEvidenceEvent or BidSubmitted or BidWithdrawn) _changed.Writer.TryWrite(recorded.Stream);
        }
    }

    /// <summary>What can't be erased now is tried again at the bid's next change, or at the next start.</summary>
    private void Try(Action erase)
    {
        try
        {
            erase();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            log.LogWarning(fault, "A file that no bid has any more could not be erased");
        }
    }
}

using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;

namespace CoDesign.App.Storage;

/// <summary>Something in a stored history that is not as it was written.</summary>
/// <param name="Stream">The stream's name in the store.</param>
/// <param name="Version">The event that it is about: the first place at which the history is not what it was.</param>
/// <param name="What">What is wrong, in words.</param>
public sealed record ChainFault(string Stream, long Version, string What)
{
    /// <inheritdoc />
    public override string ToString() => $"{Stream}: {What}";
}

/// <summary>One stream, gone through from its first event to its last.</summary>
/// <param name="Stream">The stream's name in the store.</param>
/// <param name="Events">How many events are there.</param>
/// <param name="Head">The hash of the last of them, 64 hexadecimal digits.</param>
/// <param name="Faults">What is wrong; empty when all is as it was written.</param>
public sealed record CheckedStream(string Stream, long Events, string Head, ImmutableArray<ChainFault> Faults);

/// <summary>Goes through stored events and finds what was changed, dropped, reordered or cut off.</summary>
public sealed class ChainCheck(IDbContextFactory<CoDesignDb> databases, Chain chain, DataFolder folder)
{
    /// <summary>Goes through every stream; each fault names its event. None when all is as it was written.</summary>
    public IReadOnlyList<ChainFault> Run()
    {
        var faults = new List<ChainFault>();
        var heads = Heads.Read(folder);
        using var db = databases.CreateDbContext();
        Walk? walk = null;
        foreach (var row in db.Events.AsNoTracking().OrderBy(e => e.StreamId).ThenBy(e => e.Version))
        {
            if (walk?.Stream != row.StreamId)
            {
                if (walk is not null) faults.AddRange(walk.End().Faults);
                walk = new Walk(chain, row.StreamId, Taken(heads, row.StreamId));
            }

            walk.Take(row);
        }

        if (walk is not null) faults.AddRange(walk.End().Faults);
        return [.. faults, .. heads.SelectMany(gone => new Walk(chain, gone.Key, gone.Value).End().Faults)];
    }

    /// <summary>Goes through some streams, in the order given; one of which nothing is left is among the answers.</summary>
    /// <param name="names">The streams' names in the store.</param>
    public IReadOnlyList<CheckedStream> Of(IEnumerable<string> names)
    {
        var heads = Heads.Read(folder);
        using var db = databases.CreateDbContext();
        return [.. names.Select(name =>
        {
            var walk = new Walk(chain, name, Taken(heads, name));
            foreach (var row in db.Events.AsNoTracking().Where(e => e.StreamId == name).OrderBy(e => e.Version)) walk.Take(row);
            return walk.End();
        })];
    }

    private static (long, string)? Taken(Dictionary<string, (long, string)> heads, string name) => heads.Remove(name, out var head) ? head : null;

    private sealed class Walk(Chain chain, string stream, (long Version, string Hash)? head)
    {
        private readonly List<ChainFault> _faults = [];
        private (long Version, byte[] Hash) _last = (0, Chain.Start);
        private long _events;
        private bool _reached;

        public string Stream => stream;

        public void Take(EventRow row)
        {
            if (row.Version != _last.Version + 1) Fault(_last.Version + 1, $"after event {_last.Version} comes event {row.Version}.");
            else if (!chain.IsGenuine(_last.Hash, row)) Fault(row.Version, $"event {row.Version} is not what was written there.");
            _last = (row.Version, row.Hash);
            _events++;
            if (head is not { } known || known.Version != row.Version) return;
            _reached = true;
            if (known.Hash != Convert.ToHexStringLower(row.Hash)) Fault(row.Version, $"event {row.Version} differs from the head written beside the database.");
        }

        public CheckedStream End()
        {
            if (head is { } known && !_reached) Fault(_last.Version + 1, $"the history ends before event {known.Version}, which was there.");
            return new CheckedStream(stream, _events, Convert.ToHexStringLower(_last.Hash), [.. _faults]);
        }

        private void Fault(long version, string what) => _faults.Add(new ChainFault(stream, version, what));
    }
}

/// <summary>The check as a command: <c>CoDesign.App verify</c>.</summary>
public static class ChainCheckCommand
{
    /// <summary>Checks every stored event when asked to; 0 when all is as it was written, 1 with the faults said. Null when not asked.</summary>
    public static int? CheckChains(this WebApplication app, string[] args)
    {
        if (args is not ["verify", ..]) return null;
        var faults = app.Services.GetRequiredService<ChainCheck>().Run();
        foreach (var fault in faults) Console.WriteLine(fault);
        Console.WriteLine(faults.Count == 0 ? "Every event is as it was written." : $"{faults.Count} faults.");
        return faults.Count == 0 ? 0 : 1;
    }
}

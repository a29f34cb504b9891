using Microsoft.EntityFrameworkCore;

namespace CoDesign.App.Storage;

/// <summary>Goes through every stored event and finds what was changed, dropped, reordered or cut off.</summary>
public sealed class ChainCheck(IDbContextFactory<CoDesignDb> databases, Chain chain, DataFolder folder)
{
    /// <summary>What is wrong, in words, each naming its event; empty when all is as it was written.</summary>
    public IReadOnlyList<string> Run()
    {
        var faults = new List<string>();
        var heads = Heads.Read(folder);
        using var db = databases.CreateDbContext();
        var (stream, version, hash) = ("", 0L, Chain.Start);
        foreach (var row in db.Events.AsNoTracking().OrderBy(e => e.StreamId).ThenBy(e => e.Version))
        {
            if (row.StreamId != stream) (stream, version, hash) = (row.StreamId, 0, Chain.Start);
            if (row.Version != version + 1) faults.Add($"{stream}: after event {version} comes event {row.Version}.");
            else if (!chain.IsGenuine(hash, row)) faults.Add($"{stream}: event {row.Version} is not what was written there.");
            (version, hash) = (row.Version, row.Hash);
            if (heads.TryGetValue(stream, out var head) && head.Version == version)
            {
                if (head.Hash != Convert.ToHexStringLower(hash)) faults.Add($"{stream}: event {version} differs from the head written beside the database.");
                heads.Remove(stream);
            }
        }

        faults.AddRange(heads.Select(cut => $"{cut.Key}: the history ends before event {cut.Value.Version}, which was there."));
        return faults;
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

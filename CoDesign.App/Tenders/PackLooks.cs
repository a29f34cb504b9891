using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CoDesign.App.Projects;
using CoDesign.App.Storage;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;
using Microsoft.EntityFrameworkCore;

namespace CoDesign.App.Tenders;

/// <summary>
/// What people saw of a pack when they looked last, so that what changed since is marked for each. Kept outside the history as
/// marks without words, and told to nobody else. A look is over once somebody was away for <see cref="Visits.Away"/>.
/// </summary>
public sealed class PackLooks(IDbContextFactory<CoDesignDb> databases, TimeProvider time)
{
    /// <summary>Somebody looks at documents of a pack. Gives by each document's key the marks of what they saw at the look before.</summary>
    public IReadOnlyDictionary<string, HashSet<long>> Look(ParticipantId person, TenderId tender, ImmutableArray<PackSection> sections)
    {
        using var db = databases.CreateDbContext();
        var (who, what, now) = (person.Text(), tender.Text(), time.GetUtcNow().UtcTicks);
        var looks = db.PackLooks.AsNoTracking().Where(look => look.ParticipantId == who && look.TenderId == what).ToDictionary(look => look.Document);
        var known = new Dictionary<string, HashSet<long>>();
        using var together = db.Database.BeginTransaction();
        foreach (var section in sections)
        {
            var (key, marks) = (section.Document.Key, Bytes(section));
            var look = looks.GetValueOrDefault(key);
            var before = look is null ? marks : now - look.At > Visits.Away.Ticks ? look.Last : look.Before;
            known[key] = [.. MemoryMarshal.Cast<byte, long>(before)];
            db.Database.ExecuteSql($"""
                INSERT INTO "PackLooks" ("ParticipantId", "TenderId", "Document", "Before", "Last", "At") VALUES ({who}, {what}, {key}, {before}, {marks}, {now})
                ON CONFLICT ("ParticipantId", "TenderId", "Document") DO UPDATE SET "Before" = excluded."Before", "Last" = excluded."Last", "At" = excluded."At"
                """);
        }

        together.Commit();
        return known;
    }

    private static byte[] Bytes(PackSection section) => MemoryMarshal.AsBytes<long>([.. section.Blocks.Select(block => block.Mark)]).ToArray();
}

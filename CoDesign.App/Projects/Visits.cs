using CoDesign.App.Storage;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using Microsoft.EntityFrameworkCore;

namespace CoDesign.App.Projects;

/// <summary>When people were in their projects, so that each is told what changed since. Kept outside the history, and told to nobody else.</summary>
public sealed class Visits(IDbContextFactory<CoDesignDb> databases, TimeProvider time)
{
    /// <summary>How long somebody is away before a visit is over.</summary>
    public static readonly TimeSpan Away = TimeSpan.FromMinutes(30);

    // Often enough for half an hour, seldom enough to write next to nothing.
    private static readonly TimeSpan Noted = TimeSpan.FromMinutes(1);

    /// <summary>Somebody looks at a project.</summary>
    public void Come(ParticipantId person, ProjectId project)
    {
        using var db = databases.CreateDbContext();
        var (who, where, now) = (person.Text(), project.Text(), time.GetUtcNow().UtcTicks);
        if (Find(db, who, where) is { } visit && now - visit.Last < Noted.Ticks) return;
        db.Database.ExecuteSql($"""
            INSERT INTO "Visits" ("ParticipantId", "ProjectId", "Before", "Last") VALUES ({who}, {where}, NULL, {now})
            ON CONFLICT ("ParticipantId", "ProjectId") DO UPDATE SET
              "Before" = CASE WHEN excluded."Last" - "Last" > {Away.Ticks} THEN "Last" ELSE "Before" END, "Last" = excluded."Last"
            """);
    }

    /// <summary>The end of somebody's last visit to a project before this one; null where there was none.</summary>
    public DateTimeOffset? Before(ParticipantId person, ProjectId project)
    {
        using var db = databases.CreateDbContext();
        var visit = Find(db, person.Text(), project.Text());
        var before = visit is not null && time.GetUtcNow().UtcTicks - visit.Last > Away.Ticks ? visit.Last : visit?.Before;
        return before is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
    }

    private static VisitRow? Find(CoDesignDb db, string who, string where) =>
        db.Visits.AsNoTracking().FirstOrDefault(visit => visit.ParticipantId == who && visit.ProjectId == where);
}

using CoDesign.App.Live;
using CoDesign.App.Projects;
using CoDesign.App.Text;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;

namespace CoDesign.App.Specifications;

/// <summary>A clause as it is just now.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="IsChanged">Whether its words changed since the group agreed on them.</param>
public sealed record ClauseNow(Clause Clause, bool IsChanged)
{
    /// <summary>A clause for who may see it; null otherwise.</summary>
    public static ClauseNow? Read(Reading reading, ProjectId project, ClauseId id, ParticipantId viewer, DateTimeOffset now)
    {
        if (ProjectReading.View(reading, project, viewer)?.Clauses.Find(c => c.Id == id) is not { } clause) return null;
        var version = Texts.View(reading, id.Text, viewer, now)?.Version ?? 0;
        return new ClauseNow(clause, clause.Status == ClauseStatus.Agreed && version > clause.StatusOf);
    }
}

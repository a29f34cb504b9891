using CoDesign.App.Live;
using CoDesign.App.Projects;
using CoDesign.App.Text;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Specifications;

namespace CoDesign.App.Specifications;

/// <summary>A clause as it is just now.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="IsChanged">Whether its words changed since the group agreed on them.</param>
/// <param name="IsEasyOld">Whether its words changed since somebody put them in easy ones.</param>
/// <param name="Plain">How plain its words are.</param>
public sealed record ClauseNow(Clause Clause, bool IsChanged, bool IsEasyOld, PlainLanguage Plain)
{
    /// <summary>A clause for who may see it; null otherwise.</summary>
    public static ClauseNow? Read(Reading reading, PlainGauges gauges, ProjectId id, ClauseId clauseId, ParticipantId viewer, DateTimeOffset now)
    {
        if (ProjectReading.View(reading, id, viewer) is not { } project || project.Clauses.Find(c => c.Id == clauseId) is not { } clause) return null;
        var text = Texts.View(reading, clauseId.Text, viewer, now);
        var version = text?.Version ?? 0;
        return new ClauseNow(clause, clause.Status == ClauseStatus.Agreed && version > clause.StatusOf, clause.Easy is { } easy && version > easy.Of,
            gauges.Of(text?.Text ?? "", project.Jargon));
    }
}

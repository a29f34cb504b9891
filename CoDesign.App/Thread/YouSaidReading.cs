using System.Collections.Immutable;
using CoDesign.App.Live;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using CoDesign.Domain.Thread;

namespace CoDesign.App.Thread;

/// <summary>Reads what anybody may read of what was said and done.</summary>
public static class YouSaidReading
{
    /// <summary>What was said until a tender was published, and what was done about it; null before.</summary>
    public static ImmutableArray<YouSaid>? Public(Reading reading, TenderId id) =>
        reading.Find<Tender>(id.Stream) is { } tender ? YouSaid.Public(reading.Find<Project>(tender.Project.Stream), tender) : null;

    /// <summary>Where each question of a published tender comes from; empty before.</summary>
    public static ImmutableDictionary<CriterionId, QuestionOrigin> Origins(Reading reading, TenderId id) =>
        reading.Find<Tender>(id.Stream) is { } tender
            ? YouSaid.OriginsOf(reading.Find<Project>(tender.Project.Stream), tender)
            : ImmutableDictionary<CriterionId, QuestionOrigin>.Empty;
}

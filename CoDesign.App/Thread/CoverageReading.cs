using CoDesign.App.Live;
using CoDesign.App.Projects;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Specifications;

namespace CoDesign.App.Thread;

/// <summary>Reads how far people's words and the specification reach each other.</summary>
public static class CoverageReading
{
    /// <summary>The coverage, as far as somebody may see the thread; null where they may not see the project.</summary>
    public static Coverage? View(Reading reading, ProjectId id, ParticipantId viewer) =>
        ProjectReading.View(reading, id, viewer) is { } project && ThreadReading.View(reading, id, viewer) is { } thread ? Coverage.Of(thread, project.Gaps) : null;

    /// <summary>Maps the coverage for programs.</summary>
    public static WebApplication MapCoverage(this WebApplication app)
    {
        app.MapGet("/api/projects/{id}/coverage", (string id, HttpContext http, LiveStreams live) =>
            Id.TryParse<ProjectId>(id, out var project) && View(new Reading(live), project, http.User.Participant()) is { } coverage
                ? TypedResults.Json(new { coverage.Insights, coverage.Clauses, coverage.Questions, coverage.Open, coverage.Gaps }, Storage.DomainJson.Options)
                : Api.Problems.Of(Refusal.NotFound)).WithName("Coverage").WithTags("projects").ProducesProblem(404);
        return app;
    }
}

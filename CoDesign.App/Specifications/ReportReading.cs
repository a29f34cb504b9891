using System.Collections.Immutable;
using System.Text;
using CoDesign.App.Exports;
using CoDesign.App.Live;
using CoDesign.App.Projects;
using CoDesign.App.Shell;
using CoDesign.App.Thread;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Specifications;

namespace CoDesign.App.Specifications;

/// <summary>Reads a project's report, and gives it as a file.</summary>
public static class ReportReading
{
    /// <summary>The parts, as somebody may see them; none where they may not see the project.</summary>
    public static ImmutableArray<ReportSection> Sections(Reading reading, ProjectId id, ParticipantId viewer) =>
        ProjectReading.View(reading, id, viewer) is { } project && CoverageReading.View(reading, id, viewer) is { } coverage ? ProjectReport.Of(project, coverage) : [];

    /// <summary>Maps the report as files.</summary>
    public static WebApplication MapReports(this WebApplication app)
    {
        app.MapGet("/projects/{id}/report.md", (string id, HttpContext http, LiveStreams live) =>
            Find(id, http, live) is { } found ? File(ProjectReport.Whole(found.Project, found.Sections), "text/markdown", "report.md") : Results.NotFound()).ExcludeFromDescription();
        app.MapGet("/projects/{id}/report.html", (string id, HttpContext http, LiveStreams live, Markdown markdown) =>
            Find(id, http, live) is { } found ? File(WebPage.Of(found.Project.Name, markdown.Html(ProjectReport.Body(found.Sections), 1).Value), "text/html", "report.html") : Results.NotFound()).ExcludeFromDescription();
        return app;
    }

    private static IResult File(string text, string type, string name) => Results.File(Encoding.UTF8.GetBytes(text), $"{type}; charset=utf-8", name);

    private static (ProjectView Project, ImmutableArray<ReportSection> Sections)? Find(string id, HttpContext http, LiveStreams live)
    {
        var (reading, viewer) = (new Reading(live), http.User.Participant());
        if (!Id.TryParse<ProjectId>(id, out var project) || ProjectReading.View(reading, project, viewer) is not { } view) return null;
        http.Response.Headers.CacheControl = "private, no-cache";
        return (view, Sections(reading, project, viewer));
    }
}

using CoDesign.App.Contracts;
using CoDesign.App.Evaluations;
using CoDesign.App.Live;
using CoDesign.App.Projects;
using CoDesign.App.Tenders;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using CoDesign.Domain.Thread;

namespace CoDesign.App.Thread;

/// <summary>Reads the thread of a project for a viewer.</summary>
public static class ThreadReading
{
    /// <summary>The thread, as far as somebody may see it; null where they may not see the project.</summary>
    public static ThreadView? View(Reading reading, ProjectId id, ParticipantId viewer)
    {
        if (ProjectReading.View(reading, id, viewer) is not { } project) return null;
        if (reading.Find<Project>(id.Stream)?.Tender is not { } tender) return ThreadView.For(project, null, null);
        var tenderId = new TenderId(tender);
        return ThreadView.For(project, TenderReading.View(reading, tenderId, viewer), PanelReading.View(reading, tenderId.Panel, viewer),
            ContractReading.Of(reading, tenderId, viewer));
    }

    /// <summary>Something on the thread, as in addresses: <c>insight-</c> and 32 hexadecimal digits.</summary>
    public static string Name(ThreadRef thing) => $"{thing.Kind.ToString().ToLowerInvariant()}-{thing.Id:n}";

    /// <summary>Maps the thread for programs.</summary>
    public static WebApplication MapThread(this WebApplication app)
    {
        app.MapGet("/api/projects/{id}/thread", (string id, HttpContext http, LiveStreams live) =>
            Id.TryParse<ProjectId>(id, out var project) && View(new Reading(live), project, http.User.Participant()) is { } thread
                ? TypedResults.Json(new { thread.Nodes, thread.Links }, Storage.DomainJson.Options)
                : Api.Problems.Of(Refusal.NotFound)).WithName("Thread").WithTags("projects").ProducesProblem(404);
        return app;
    }
}

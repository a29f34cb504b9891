using System.Text;
using CoDesign.App.Live;
using CoDesign.App.Projects;
using CoDesign.App.Shell;
using CoDesign.App.Tenders;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;

namespace CoDesign.App.Exports;

/// <summary>Gives the pack of a tender as files: a published version to anybody, what is being written to who may see it.</summary>
public static class PackFiles
{
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Maps the files.</summary>
    public static WebApplication MapPackFiles(this WebApplication app)
    {
        app.MapGet("/opportunities/{reference}/pack.html", (string reference, int? version, Opportunities register, LiveStreams live, Markdown markdown) =>
            Published(reference, version, register, live) is { } pack ? Page(pack, markdown) : Results.NotFound()).ExcludeFromDescription();
        app.MapGet("/opportunities/{reference}/pack.docx", (string reference, int? version, Opportunities register, LiveStreams live, WordDocument word) =>
            Published(reference, version, register, live) is { } pack ? Word(pack, word) : Results.NotFound()).ExcludeFromDescription();
        app.MapGet("/projects/{id}/tender/pack.html", (string id, HttpContext http, LiveStreams live, PackReading packs, Clock clock, Markdown markdown) =>
            Written(id, http, live, packs, clock) is { } pack ? Page(pack, markdown) : Results.NotFound()).ExcludeFromDescription();
        app.MapGet("/projects/{id}/tender/pack.docx", (string id, HttpContext http, LiveStreams live, PackReading packs, Clock clock, WordDocument word) =>
            Written(id, http, live, packs, clock) is { } pack ? Word(pack, word) : Results.NotFound()).ExcludeFromDescription();
        return app;
    }

    private static Pack? Published(string reference, int? version, Opportunities register, LiveStreams live)
    {
        if (register.With(reference) is not { } opportunity || TenderReading.View(new Reading(live), opportunity.Tender, ParticipantId.Public) is not { } tender) return null;
        var wanted = version is { } number ? tender.Versions.Find(published => published.Number == number) : tender.Publication;
        if (wanted is null) return null;
        var stamp = $"{wanted.Reference}, version {wanted.Number}, published on {Words.When(wanted.At)}. Hash of its text: {wanted.Hash}";
        return new Pack(tender.Title, $"*{stamp}*\n\n{wanted.Markdown}", wanted.At, $"{wanted.Reference}-version-{wanted.Number}");
    }

    private static Pack? Written(string id, HttpContext http, LiveStreams live, PackReading packs, Clock clock)
    {
        var (reading, viewer, now) = (new Reading(live), http.User.Participant(), clock.Now());
        if (!Id.TryParse<ProjectId>(id, out var project) || ProjectReading.View(reading, project, viewer)?.Tender is not { } found) return null;
        var tender = new TenderId(found);
        if (packs.Documents(reading, tender, viewer) is not { } documents || TenderReading.View(reading, tender, viewer) is not { } view) return null;
        http.Response.Headers.CacheControl = "private, no-cache";
        return new Pack(view.Title, $"*As it was on {Words.When(now)}. Not published, and bound to change.*\n\n{TenderDocument.Whole(documents.Select(section => section.Document))}", now, "tender-pack");
    }

    private static IResult Page(Pack pack, Markdown markdown) =>
        Results.File(Encoding.UTF8.GetBytes(WebPage.Of(pack.Title, markdown.Html(pack.Markdown, 1).Value)), "text/html; charset=utf-8", $"{pack.Name}.html");

    private static IResult Word(Pack pack, WordDocument word) => Results.File(word.Make(pack.Title, pack.Markdown, pack.At), WordType, $"{pack.Name}.docx");

    private sealed record Pack(string Title, string Markdown, DateTimeOffset At, string Name);
}

using CoDesign.App.Api;
using CoDesign.App.Identity;
using CoDesign.App.Live;
using CoDesign.App.Shell;
using CoDesign.App.Storage;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;

namespace CoDesign.App.Bids;

/// <summary>The addresses of files of bids, and room for sending them.</summary>
public static class EvidenceRoutes
{
    /// <summary>
    /// Lets who has an account send files to bids. They are read into memory, never into a temporary file, since what belongs to a
    /// bid lies nowhere unencrypted.
    /// </summary>
    public static void UseRoomForEvidence(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<EvidenceSettings>();
        app.UseRoomForFiles(
            http => (http.Request.Path.StartsWithSegments("/bids") || http.Request.Path.StartsWithSegments("/api/bids")) && http.User.HasClaim(PersonClaims.Account, PersonClaims.Yes),
            settings.Largest * settings.Most, inMemory: true);
    }

    /// <summary>Maps where files are fetched, and where programs send them.</summary>
    public static void MapEvidence(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/bids/{bid}/evidence/{file}", (string bid, string file, HttpContext http, EvidenceDesk desk) => desk.GiveAsync(http, bid, file)).ExcludeFromDescription();
        routes.MapGet("/panels/{panel}/evidence/{bid}/{file}",
            (string panel, string bid, string file, HttpContext http, EvidenceDesk desk) => desk.GiveToPanelAsync(http, panel, bid, file)).ExcludeFromDescription();
        routes.MapPost("/api/bids/{id}/evidence", SendAsync).Accepts<IFormFile>("multipart/form-data").Produces<Done>()
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithName("SendEvidence").WithTags("bids").DisableAntiforgery();
    }

    /// <summary>A form with the fields <c>question</c> and <c>file</c>.</summary>
    private static async Task<IResult> SendAsync(string id, HttpContext http, EvidenceDesk desk, Views views, LiveStreams live, Tags tags)
    {
        var actor = http.User.Participant();
        if (!CommandApi.TryOperation(http, actor, out var operation)) return Problems.Of(Problems.BadOperation);
        if (!http.Request.HasFormContentType) return Problems.Of(Problems.NotUnderstood(null));
        var form = await ReadAsync(http);
        if (form is null) return Problems.Of(Problems.NotUnderstood("file"));
        if (!Id.TryParse<BidId>(id, out var bid) || !Id.TryParse<CriterionId>(form["question"], out var question)) return Problems.Of(Refusal.NotFound);
        var answer = await desk.PutAsync(bid, question, form.Files.GetFile("file"), actor, operation, http.RequestAborted);
        if (answer.Refusal is { } refusal) return Problems.Of(refusal);
        var view = views.Read(new Reading(live), answer.Stream, actor);
        return TypedResults.Json(new Done(view is null ? null : tags.Of(view, actor), answer.Made?.ToString("n")), DomainJson.Options);
    }

    private static async Task<IFormCollection?> ReadAsync(HttpContext http)
    {
        try
        {
            return await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}

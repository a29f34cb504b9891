using System.Globalization;
using System.Text.Json.Nodes;
using CoDesign.App.Storage;
using CoDesign.App.Tenders;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;

namespace CoDesign.App.Exports;

/// <summary>Who publishes, in the Open Contracting Data Standard.</summary>
public sealed class OcdsSettings
{
    /// <summary>The publisher's registered prefix of process identifiers.</summary>
    public string Prefix { get; set; } = "ocds-000000";

    /// <summary>The authority that buys.</summary>
    public string Buyer { get; set; } = "The council";
}

/// <summary>Gives what is public of tenders to programs, in the Open Contracting Data Standard: by page, and by process.</summary>
public static class OcdsSetup
{
    private const int PageSize = 50;

    /// <summary>Maps releases and records.</summary>
    public static WebApplication MapOcds(this WebApplication app)
    {
        app.MapGet("/api/ocds/releases", (int? page, HttpContext http, EventStore store, Opportunities register, OcdsSettings settings) =>
        {
            var number = Math.Clamp(page ?? 1, 1, 1_000_000);
            var (tenders, more) = Page(register, number);
            if (more) http.Response.Headers.Link = $"<{new Uri(SiteOf(http), $"/api/ocds/releases?page={number + 1}")}>; rel=\"next\"";
            var made = new OcdsRelease(settings, SiteOf(http));
            return Json(Package(http, settings, "releases", tenders.SelectMany(tender => made.All(OcdsProcess.Read(store, tender)))));
        }).WithName("Releases").WithTags("ocds");
        app.MapGet("/api/ocds/releases/{ocid}", (string ocid, HttpContext http, EventStore store, Opportunities register, OcdsSettings settings) =>
            Find(ocid, store, register, settings) is { } process
                ? Json(Package(http, settings, "releases", new OcdsRelease(settings, SiteOf(http)).All(process)))
                : Api.Problems.Of(Refusal.NotFound)).WithName("ReleasesOfProcess").WithTags("ocds").ProducesProblem(404);
        app.MapGet("/api/ocds/records/{ocid}", (string ocid, HttpContext http, EventStore store, Opportunities register, OcdsSettings settings) =>
            Find(ocid, store, register, settings) is { } process
                ? Json(Package(http, settings, "records", [Record(new OcdsRelease(settings, SiteOf(http)), process)]))
                : Api.Problems.Of(Refusal.NotFound)).WithName("RecordOfProcess").WithTags("ocds").ProducesProblem(404);
        return app;
    }

    /// <summary>Adds what files and data are made with.</summary>
    public static WebApplicationBuilder AddExports(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<WordDocument>();
        builder.Services.AddSingleton(builder.Configuration.GetSection("Ocds").Get<OcdsSettings>() ?? new OcdsSettings());
        return builder;
    }

    private static JsonObject Record(OcdsRelease made, OcdsProcess process)
    {
        var releases = made.All(process);
        return new JsonObject { ["ocid"] = releases[0]["ocid"]!.GetValue<string>(), ["releases"] = new JsonArray([.. releases]), ["compiledRelease"] = made.Compiled(process) };
    }

    private static OcdsProcess? Find(string ocid, EventStore store, Opportunities register, OcdsSettings settings)
    {
        var prefix = OcdsRelease.OcidOf(settings, "");
        if (!ocid.StartsWith(prefix, StringComparison.Ordinal) || register.With(ocid[prefix.Length..]) is not { Form: not Tenders.OpportunityForm.Subcontract } found) return null;
        return OcdsProcess.Read(store, found.Tender);
    }

    private static (TenderId[] Tenders, bool More) Page(Opportunities register, int number)
    {
        var found = register.Published((number - 1) * PageSize, PageSize + 1);
        return ([.. found.Take(PageSize).Select(one => one.Tender)], found.Count > PageSize);
    }

    private static JsonObject Package(HttpContext http, OcdsSettings settings, string content, IEnumerable<JsonObject> things)
    {
        JsonArray all = [.. things];
        var latest = all.Select(thing => (thing!["compiledRelease"] ?? thing)["date"]!.GetValue<string>()).DefaultIfEmpty("2000-01-01T00:00:00Z").Max(StringComparer.Ordinal);
        return new JsonObject
        {
            ["uri"] = new Uri(SiteOf(http), $"{http.Request.Path}{http.Request.QueryString}").ToString(),
            ["version"] = "1.1",
            ["publishedDate"] = latest,
            ["publisher"] = new JsonObject { ["name"] = settings.Buyer },
            ["license"] = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
            [content] = all,
        };
    }

    private static Uri SiteOf(HttpContext http) => new(string.Create(CultureInfo.InvariantCulture, $"{http.Request.Scheme}://{http.Request.Host}"));

    private static IResult Json(JsonObject package) => Results.Text(package.ToJsonString(), "application/json; charset=utf-8");
}

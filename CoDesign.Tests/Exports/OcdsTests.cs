using System.Text.Json.Nodes;
using CoDesign.App.Exports;
using CoDesign.App.Storage;
using CoDesign.Domain.Tenders;
using CoDesign.Tests.Journeys;
using CoDesign.Tests.Tenders;
using Microsoft.Extensions.DependencyInjection;
using NJsonSchema;

namespace CoDesign.Tests.Exports;

/// <summary>Open data on tenders, against the official schemas where they are beside the project.</summary>
public sealed class OcdsTests(SampleHost host) : IClassFixture<SampleHost>
{
    private static readonly Uri _site = new("https://codesign.kent.example");
    private static readonly OcdsSettings _settings = new() { Prefix = "ocds-a1b2c3", Buyer = "Kent" };

    [Fact]
    public async Task The_sample_tender_says_each_stage_and_each_is_valid()
    {
        var process = await SampleAsync();
        var releases = new OcdsRelease(_settings, _site).All(process);

        Assert.Equal(["planning", "tender"], Tags(releases[0]));
        Assert.Equal(["award", "contract"], Tags(releases[^2]));
        Assert.Equal("pending", (string?)releases[^2]["contracts"]![0]!["status"]);
        Assert.Equal(["contractUpdate"], Tags(releases[^1]));
        Assert.Equal("active", (string?)releases[^1]["contracts"]![0]!["status"]);
        Assert.NotNull(releases[^1]["contracts"]![0]!["dateSigned"]);
        Assert.Equal(releases.Length, releases.Select(release => (string?)release["id"]).Distinct().Count());
        Assert.Equal("active", (string?)releases[0]["tender"]!["status"]);
        Assert.Null(releases[0]["awards"]);
        Assert.Equal("complete", (string?)releases[^1]["tender"]!["status"]);
        Assert.Equal(process.Steps[^1].Settled!.Bids!.Find(bid => bid.Bid == process.Steps[^1].Settled!.Awards[0].Bid)!.Organisation, (string?)releases[^1]["awards"]![0]!["suppliers"]![0]!["name"]);
        Assert.Equal([], Met(releases[0]));
        Assert.Equal(["opening", "decision"], Met(releases[^2]));
        Assert.Equal(["opening", "decision", "signed"], Met(releases[^1]));
        foreach (var release in releases) await ValidAsync(release, "ocds-1.1.5/schema/dereferenced-release-schema.json", "ocds-eu-profile/schema/patched/release-schema.json");

        IEnumerable<string> Met(JsonNode release) => release["tender"]!["milestones"]!.AsArray()
            .Where(milestone => milestone!["dateMet"] is not null && (string?)milestone["status"] == "met").Select(milestone => (string)milestone!["id"]!);
    }

    [Fact]
    public async Task Whoever_won_together_is_named_once_it_is_awarded_and_not_before()
    {
        var releases = new OcdsRelease(_settings, _site).All(await SampleAsync());

        Assert.DoesNotContain("Upland Visitors", releases[0].ToJsonString(), StringComparison.Ordinal);
        string?[] together = ["Harbour Lights", "Upland Visitors"];
        Assert.Equal(together, releases[^1]["awards"]![0]!["suppliers"]!.AsArray().Select(supplier => (string?)supplier!["name"]));
        Assert.Equal(together, releases[^1]["parties"]!.AsArray().Where(party => party!["roles"]!.AsArray().Any(role => (string?)role == "supplier")).Select(party => (string?)party!["name"]));
    }

    [Fact]
    public void The_weights_of_the_criteria_of_a_lot_total_100()
    {
        var release = new OcdsRelease(_settings, _site).All(Published())[0];

        var criteria = release["tender"]!["lots"]![0]!["awardCriteria"]!["criteria"]!.AsArray();
        Assert.Equal(100m, criteria.Sum(criterion => (decimal)criterion!["numbers"]![0]!["number"]!));
        Assert.Equal([("price", 40m), ("quality", 60m)], criteria.Select(c => ((string)c!["type"]!, (decimal)c["numbers"]![0]!["number"]!)).Order());
    }

    [Fact]
    public void The_milestones_of_the_timetable_are_open_data_with_their_types_and_periods()
    {
        var tender = new OcdsRelease(_settings, _site).All(Published())[0]["tender"]!;

        Assert.Equal(["publication", "last-questions", "answers", "deadline", "opening", "scored", "moderated", "decision", "signed", "set-up", "start"],
            tender["milestones"]!.AsArray().Select(milestone => (string)milestone!["id"]!));
        Assert.Equal(["preProcurement", "engagement", "assessment", "approval", "delivery"], tender["milestones"]!.AsArray().Select(milestone => (string)milestone!["type"]!).Distinct());
        Assert.Equal("2026-12-08T23:59:59Z", (string?)tender["enquiryPeriod"]!["endDate"]);
        Assert.Equal("2026-12-18T17:00:00Z", (string?)tender["awardPeriod"]!["startDate"]);
        Assert.Equal("met", (string?)tender["milestones"]![0]!["status"]);
        Assert.All(tender["milestones"]!.AsArray().Skip(1), milestone => Assert.Equal("scheduled", (string?)milestone!["status"]));
    }

    [Fact]
    public async Task A_release_that_breaks_the_standard_is_found_out()
    {
        Assert.SkipWhen(Schemas() is null, "The official schemas are not beside the project.");
        var release = new OcdsRelease(_settings, _site).All(Published())[0];
        release["tender"]!["status"] = "nearly";

        Assert.NotEmpty(await FaultsAsync(release, "ocds-1.1.5/schema/dereferenced-release-schema.json"));
    }

    [Fact]
    public async Task An_amendment_says_why_and_which_release_it_changes_and_a_withdrawal_is_one_too()
    {
        var tender = SafeAtSea.Published();
        var first = new OcdsStep(["planning", "tender"], tender.County.Now, tender.Tender, null);
        tender.By(People.Tom, new SetDeadline(SafeAtSea.Deadline.AddDays(14)));
        tender.By(People.Tom, new AmendTender("Two charities asked for more time."));
        var second = new OcdsStep(["tenderAmendment"], tender.County.Now, tender.Tender, null);
        tender.By(People.Tom, new WithdrawTender("The money is gone."));
        var releases = new OcdsRelease(_settings, _site).All(new OcdsProcess([first, second, new OcdsStep(["tenderCancellation"], tender.County.Now, tender.Tender, null)]));

        var amendment = releases[1]["tender"]!["amendments"]![0]!;
        Assert.Equal("Two charities asked for more time.", (string?)amendment["rationale"]);
        Assert.Equal((string?)releases[0]["id"], (string?)amendment["amendsReleaseID"]);
        Assert.Equal("2027-01-01T17:00:00Z", (string?)releases[1]["tender"]!["tenderPeriod"]!["endDate"]);
        Assert.Equal("2026-12-18T17:00:00Z", (string?)releases[0]["tender"]!["tenderPeriod"]!["endDate"]);
        Assert.Equal("withdrawn", (string?)releases[2]["tender"]!["status"]);
        foreach (var release in releases) await ValidAsync(release, "ocds-1.1.5/schema/dereferenced-release-schema.json", "ocds-eu-profile/schema/patched/release-schema.json");
    }

    [Fact]
    public async Task Programs_read_releases_and_records_without_signing_in()
    {
        var sample = await host.SampleAsync();
        using var program = new Visitor(host.Address);
        var ocid = $"{new OcdsSettings().Prefix}-{sample.Awarded.Reference}";

        var all = await ReadAsync(program, "/api/ocds/releases");
        var one = await ReadAsync(program, $"/api/ocds/releases/{ocid}");
        var record = await ReadAsync(program, $"/api/ocds/records/{ocid}");

        Assert.All(one["releases"]!.AsArray(), release => Assert.Equal(ocid, (string?)release!["ocid"]));
        Assert.Equal(all["releases"]!.AsArray().Count(release => (string?)release!["ocid"] == ocid), one["releases"]!.AsArray().Count);
        Assert.Contains(all["releases"]!.AsArray(), release => ((string?)release!["ocid"])!.EndsWith(sample.Open.Reference, StringComparison.Ordinal));
        Assert.Equal(["compiled"], Tags(record["records"]![0]!["compiledRelease"]!));
        await ValidAsync(all, "ocds-1.1.5/schema/release-package-schema.json");
        await ValidAsync(record, "ocds-1.1.5/schema/record-package-schema.json");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await program.GetAsync($"/api/ocds/releases/{ocid}X")).StatusCode);
        Assert.Empty((await ReadAsync(program, "/api/ocds/releases?page=2"))["releases"]!.AsArray());
    }

    private static OcdsProcess Published()
    {
        var tender = SafeAtSea.Published();
        return new OcdsProcess([new OcdsStep(["planning", "tender"], tender.County.Now, tender.Tender, null)]);
    }

    private static IEnumerable<string?> Tags(JsonNode release) => release["tag"]!.AsArray().Select(tag => (string?)tag);

    private static async Task<JsonNode> ReadAsync(Visitor program, string address) =>
        JsonNode.Parse(await (await program.GetAsync(address)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

    private async Task<OcdsProcess> SampleAsync() =>
        OcdsProcess.Read(host.Services.GetRequiredService<EventStore>(), (await host.SampleAsync()).Awarded.Tender);

    internal static async Task ValidAsync(JsonNode data, params string[] schemas)
    {
        if (Schemas() is null) return;
        foreach (var name in schemas) Assert.Empty(await FaultsAsync(data, name));
    }

    /// <summary>Checks against a schema. Those that it refers to by address are not fetched: releases in packages are checked on their own.</summary>
    private static async Task<IEnumerable<string>> FaultsAsync(JsonNode data, string name)
    {
        var root = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Schemas()!, name), TestContext.Current.CancellationToken))!;
        Uproot(root);
        var schema = await JsonSchema.FromJsonAsync(root.ToJsonString(), TestContext.Current.CancellationToken);
        return schema.Validate(data.ToJsonString()).Select(fault => $"{name}: {fault}");
    }

    private static void Uproot(JsonNode? node)
    {
        if (node is JsonArray list) foreach (var item in list) Uproot(item);
        if (node is not JsonObject schema) return;
        if (schema["$ref"] is JsonValue to && to.TryGetValue<string>(out var address) && address.StartsWith("http", StringComparison.Ordinal)) schema.Remove("$ref");
        foreach (var (_, inner) in schema) Uproot(inner);
    }

    private static string? Schemas()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var found = Path.Combine(folder.FullName, "shared", "ocds");
            if (Directory.Exists(found)) return found;
        }

        return null;
    }
}

using System.Xml.Linq;
using CoDesign.App.Storage;
using CoDesign.App.Tenders;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;
using CoDesign.Tests.Journeys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoDesign.Tests.Tenders;

/// <summary>The public register: what is found, how it is read without scripts, as a feed, and by search engines.</summary>
public sealed class OpportunityTests(JourneyHost host) : IClassFixture<JourneyHost>
{
    private static readonly StreamId _first = new("tender", Derived.Guid(Guid.Empty, "register"));

    [Fact]
    public async Task Somebody_finds_what_suits_them()
    {
        await FillAsync();
        string[] Titles(string query) => [.. Find(query).Shown.Select(one => one.Title)];

        Assert.Equal(["Evening wardens", "Rebuilding the pier", "Warm meals"], Titles(""));
        Assert.Equal(["Warm meals"], Titles("words=MEALS+marlshire"));
        Assert.Equal(["Rebuilding the pier"], Titles("kind=works"));
        Assert.Equal(["Evening wardens", "Warm meals"], Titles("most=100,000"));
        Assert.Equal(["Rebuilding the pier"], Titles("least=£100,001"));
        Assert.Equal(["Warm meals"], Titles("small=true"));
        Assert.Equal(["Rebuilding the pier"], Titles("subcontracts=true&authority=Harbour+Town"));
        Assert.Equal(["Evening wardens"], Titles("authority=-"));
        Assert.Equal(["Warm meals"], Titles("area=Marlshire"));
        Assert.Equal(["Evening wardens"], Titles($"by={host.Time.GetUtcNow().AddDays(10):yyyy-MM-dd}"));
        Assert.Equal(["Long ago"], Titles("closed=true"));
        Assert.Empty(Titles("words=%25"));
    }

    [Theory]
    [InlineData("least=many")]
    [InlineData("kind=9")]
    [InlineData("by=9999-12-31")]
    [InlineData("page=-3")]
    [InlineData("page=99999999999")]
    [InlineData("most=99999999999999999999")]
    public async Task What_cannot_be_read_in_an_address_is_left_out(string query)
    {
        await FillAsync();
        using var anybody = host.NewVisitor();

        Assert.Equal(3, (await anybody.ReadAsync($"/opportunities?{query}")).QuerySelectorAll(".cards > li").Length);
    }

    [Fact]
    public async Task The_list_is_read_by_feed_readers_and_search_engines()
    {
        await FillAsync();
        using var anybody = host.NewVisitor();
        var page = await anybody.ReadAsync("/opportunities?small=true");
        Assert.Equal("/opportunities.atom?small=true", page.QuerySelector("link[type='application/atom+xml']")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("meta[name=description]"));

        XNamespace atom = "http://www.w3.org/2005/Atom";
        var feed = XDocument.Parse(await TextAsync(anybody, "/opportunities.atom?small=true")).Root!;
        var entry = Assert.Single(feed.Elements(atom + "entry"));
        Assert.Equal("Warm meals", entry.Element(atom + "title")!.Value);
        Assert.All(new[] { "id", "updated", "title", "author" }, name => Assert.NotNull(entry.Element(atom + name)));
        Assert.All(new[] { "id", "updated", "title" }, name => Assert.NotNull(feed.Element(atom + name)));
        var map = await TextAsync(anybody, "/sitemap.xml");
        Assert.Contains($"/opportunities/{Find("small=true").Shown[0].Reference}</loc>", map, StringComparison.Ordinal);
        Assert.Contains("/sitemap.xml", await TextAsync(anybody, "/robots.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tender_is_listed_as_its_published_version_says_and_not_as_it_is_being_changed()
    {
        var tender = await TenderOnSite.PublishedAsync(host);
        var reference = tender.Opportunity.Split('/')[^1];
        var register = host.Services.GetRequiredService<Opportunities>();
        Assert.Equal(Listing.None, register.With(reference)!.Listing);
        using var sam = await host.SignedInAsync("administrator");
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, (await sam.SubmitAsync("/admin/authorities", "add-authority", ("name", "Harbour Town"), ("page", "https://harbour.example/contact"), ("ppon", "PQRS-1234"))).StatusCode);
        var town = new App.Live.Reading(host.Services.GetRequiredService<App.Live.LiveStreams>()).Find<AuthorityList>(AuthorityList.Stream)!.All[0].Buyer;
        using var tom = await host.SignedInAsync("commissioner");
        await tom.SubmitAsync($"/projects/{tender.Project}/tender", "describe-listing", ("buyer", town.Id.Text()), ("area", "The sea front"), ("suitsSmall", "true"));

        Assert.Equal(Listing.None, register.With(reference)!.Listing);
        await tender.AmendAsync("Who buys was missing.");
        Assert.Equal(new Listing("Harbour Town", "The sea front", SuitsSmall: true, TakesSubcontracts: false), register.With(reference)!.Listing);
        using var anybody = host.NewVisitor();
        Assert.Contains(tender.Opportunity, (await anybody.ReadAsync("/authorities/harbour-town")).QuerySelectorAll("main a").Select(a => a.GetAttribute("href")));
        Assert.Single((await anybody.ReadAsync("/opportunities?authority=harbour-town&words=coast")).QuerySelectorAll(".cards > li"));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await anybody.GetAsync("/authorities/nowhere")).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await tom.GetAsync("/admin/authorities")).StatusCode);
        var release = System.Text.Json.Nodes.JsonNode.Parse(await TextAsync(anybody, $"/api/ocds/releases/{new App.Exports.OcdsSettings().Prefix}-{reference}"))!["releases"]!.AsArray()[^1]!;
        Assert.Equal("PQRS-1234", (string?)release["parties"]![0]!["identifier"]!["id"]);
        await Exports.OcdsTests.ValidAsync(release, "ocds-1.1.5/schema/dereferenced-release-schema.json");
    }

    private static async Task<string> TextAsync(Visitor visitor, string address) =>
        await (await visitor.GetAsync(address)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private FoundOpportunities Find(string query) => host.Services.GetRequiredService<Opportunities>()
        .Find(OpportunityQuery.Read(new QueryCollectionOf(query)), host.Time.GetUtcNow());

    /// <summary>Four tenders straight in the register, as their publications put them there; nothing else.</summary>
    private async Task FillAsync()
    {
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<CoDesignDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        await db.Opportunities.ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        var (table, now) = (new OpportunityTable(), host.Time.GetUtcNow());
        foreach (var (title, days, value, kind, listing, index) in new[]
        {
            ("Evening wardens", 9, 90_000m, ContractKind.GoodsAndServices, Listing.None),
            ("Rebuilding the pier", 20, 6_000_000m, ContractKind.Works, new Listing("Harbour Town", "", false, true)),
            ("Warm meals", 30, 100_000m, ContractKind.LightTouch, new Listing("Harbour Town", "Marlshire", true, false)),
            ("Long ago", -9, 90_000m, ContractKind.GoodsAndServices, Listing.None),
        }.Select((one, index) => (one.Item1, one.Item2, one.Item3, one.Item4, one.Item5, index)))
        {
            var published = new TenderPublished($"CD-2026-{index:000000}", title, now.AddDays(days), "", "", new Notice("What is wanted.", value, kind, listing));
            table.Apply(db, new Recorded(new StreamId("tender", Derived.Guid(_first.Value, title)), 1, published, ParticipantId.System, now.AddDays(-30)));
        }

        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private sealed class QueryCollectionOf(string query) : Microsoft.AspNetCore.Http.QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query));
}

using System.Text.Json.Nodes;
using CoDesign.App.Exports;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Tenders;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Exports;

/// <summary>Open data on a tender with lots, against the official schemas where they are beside the project.</summary>
public sealed class OcdsLotTests
{
    private static readonly OcdsRelease _made = new(new OcdsSettings { Prefix = "ocds-a1b2c3", Buyer = "Kent" }, new Uri("https://codesign.kent.example"));

    [Fact]
    public async Task Lots_their_limits_and_what_became_of_each_are_said_and_valid()
    {
        var lots = TwoLots.WithPanel(new LotRules(2, 1));
        var published = new OcdsStep(["planning", "tender"], lots.County.Now, lots.Tender.Tender, null);
        var (hannah, _) = (lots.HandsIn(Hannah, 50_000, null), lots.HandsIn(Bea, 70_000, null));
        lots.Score((Hannah, 4), (Bea, 4));
        lots.Tender.Awards(hannah, lots.Town);
        lots.Tender.OnPanel(Priya, new EndLot(lots.Villages, "Nobody bid for it."));
        var releases = _made.All(new OcdsProcess([published, new OcdsStep(["award", "contract"], lots.County.Now, lots.Tender.Tender, lots.Tender.PanelState)]));

        var tender = releases[0]["tender"]!;
        Assert.Equal([(lots.Town.ToString(), "Town", 60_000m), (lots.Villages.ToString(), "Villages", 30_000m)],
            tender["lots"]!.AsArray().Select(lot => ((string)lot!["id"]!, (string)lot["title"]!, (decimal)lot["value"]!["amount"]!)));
        Assert.Equal((2, 1), ((int)tender["lotDetails"]!["maximumLotsBidPerSupplier"]!, (int)tender["lotDetails"]!["maximumLotsAwardedPerSupplier"]!));
        Assert.Null(releases[0]["bids"]);

        Assert.Equal(["complete", "unsuccessful"], releases[1]["tender"]!["lots"]!.AsArray().Select(lot => (string)lot!["status"]!));
        var award = Assert.Single(releases[1]["awards"]!.AsArray())!;
        Assert.Equal(lots.Town.ToString(), (string?)Assert.Single(award["relatedLots"]!.AsArray()));
        Assert.Equal(50_000, (decimal)award["value"]!["amount"]!);
        Assert.Equal((string?)award["id"], (string?)Assert.Single(releases[1]["contracts"]!.AsArray())!["awardID"]);
        Assert.Equal([(lots.Town.ToString(), 2), (lots.Villages.ToString(), 0)],
            releases[1]["bids"]!["statistics"]!.AsArray().Select(one => ((string)one!["relatedLot"]!, (int)one["value"]!)));
        foreach (var release in releases) await ValidAsync(release);
    }

    [Fact]
    public async Task Who_wins_two_lots_is_one_supplier_with_two_awards()
    {
        var lots = TwoLots.WithPanel();
        var hannah = lots.HandsIn(Hannah, 50_000, 20_000);
        lots.Score((Hannah, 4));
        foreach (var lot in new[] { lots.Town, lots.Villages }) lots.Tender.Awards(hannah, lot);

        var release = _made.All(new OcdsProcess([new OcdsStep(["award", "contract"], lots.County.Now, lots.Tender.Tender, lots.Tender.PanelState)]))[0];

        Assert.Equal(2, release["parties"]!.AsArray().Count);
        Assert.Equal(2, release["awards"]!.AsArray().Select(award => (string)award!["id"]!).Distinct().Count());
        Assert.Equal(2, release["contracts"]!.AsArray().Select(contract => (string)contract!["id"]!).Distinct().Count());
        Assert.Equal([50_000m, 20_000m], release["awards"]!.AsArray().Select(award => (decimal)award!["value"]!["amount"]!));
        await ValidAsync(release);
    }

    [Fact]
    public async Task A_tender_that_ends_without_any_award_is_unsuccessful()
    {
        var lots = TwoLots.WithPanel();
        lots.Score();
        foreach (var lot in new[] { lots.Town, lots.Villages }) lots.Tender.OnPanel(Priya, new EndLot(lot, "Nobody bid."));

        var release = _made.All(new OcdsProcess([new OcdsStep(["tenderUpdate"], lots.County.Now, lots.Tender.Tender, lots.Tender.PanelState)]))[0];

        Assert.Equal("unsuccessful", (string?)release["tender"]!["status"]);
        Assert.Null(release["awards"]);
        await ValidAsync(release);
    }

    private static Task ValidAsync(JsonNode release) =>
        OcdsTests.ValidAsync(release, "ocds-1.1.5/schema/dereferenced-release-schema.json", "ocds-eu-profile/schema/patched/release-schema.json");
}

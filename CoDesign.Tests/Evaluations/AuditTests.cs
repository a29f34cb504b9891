using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using CoDesign.App.Evaluations;
using CoDesign.App.Live;
using CoDesign.App.Storage;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Tests.Journeys;
using CoDesign.Tests.Tenders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Evaluations;

public sealed class AuditTests(SampleHost host) : IClassFixture<SampleHost>
{
    private static CancellationToken Here => TestContext.Current.CancellationToken;

    [Fact]
    public void Nobody_reads_it_before_the_award_and_then_only_who_answers_for_it()
    {
        var tender = SafeAtSea.Scored();
        tender.OnPanel(Priya, new OpenModeration());
        bool MaySee(ParticipantId viewer) => Audit.MaySee(tender.PanelState, tender.County.Get<Domain.Projects.Project>(tender.Project.Stream), viewer);

        Assert.All([Priya, Tom, Olu, Sam, Cllr, Hannah, Fay, ParticipantId.Public], viewer => Assert.False(MaySee(viewer)));
        tender.Awards(tender.BidOf(Hannah));

        Assert.All([Priya, Tom], viewer => Assert.True(MaySee(viewer)));
        Assert.All([Olu, Sam, Cllr, Hannah, Fay, ParticipantId.Public], viewer => Assert.False(MaySee(viewer)));
    }

    [Fact]
    public async Task The_page_tells_the_whole_evaluation_in_order_to_who_may_and_is_not_there_for_others()
    {
        var address = await AddressAsync();
        foreach (var persona in new[] { "moderator", "commissioner" })
        {
            using var reader = await host.SignedInAsync(persona);
            var page = await WholeAsync(reader, address);
            Assert.Contains(page, row => row.Contains("published the tender", StringComparison.Ordinal));
            Assert.Contains(page, row => row.Contains("declared an interest in", StringComparison.Ordinal));
            Assert.Contains(page, row => row.Contains("submitted the bid that was opened", StringComparison.Ordinal));
            Assert.True(Place(page, "published the tender") < Place(page, "opened the bid"));
            Assert.True(Place(page, "opened the bid") < Place(page, "opened the moderation room"));
            Assert.True(Place(page, "opened the moderation room") < Place(page, "proposed to award the contract"));
            Assert.True(Place(page, "proposed to award the contract") < Place(page, "awarded the contract"));
            Assert.True(Place(page, "awarded the contract") < Place(page, "recorded that the contract was signed"));
        }

        using (var sian = await host.SignedInAsync("moderator"))
        {
            var page = await WholeAsync(sian, address);
            Assert.DoesNotContain(page, row => row.Contains("did this", StringComparison.Ordinal));
            Assert.Contains(page, row => row.Contains("noted what was heard or seen of Bidder D for “Half an hour where you meet”", StringComparison.Ordinal));
            Assert.Contains(page, row => row.Contains("Ruth Penfold set the price.", StringComparison.Ordinal));
        }

        foreach (var persona in new[] { "evaluator-2", "provider", "service-user", "member", "administrator" })
        {
            using var reader = await host.SignedInAsync(persona);
            Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(address)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"{address}.zip")).StatusCode);
        }
    }

    [Fact]
    public async Task The_auditors_file_has_events_scores_a_page_and_heads_and_keeps_private_what_is_private()
    {
        using var sian = await host.SignedInAsync("moderator");
        var answer = await sian.GetAsync($"{await AddressAsync()}.zip");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var zip = new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Here)));

        Assert.Equal(["evaluation.html", "events.json", "heads.json", "scores.csv"], zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        var events = JsonNode.Parse(Read(zip, "events.json"))!.AsArray();
        Assert.Equal(events.Select(one => one!["at"]!.GetValue<string>()).Order(StringComparer.Ordinal), events.Select(one => one!["at"]!.GetValue<string>()));
        var asked = events.Where(one => one!["type"]!.GetValue<string>() == "enquiry.asked.v1").ToArray();
        Assert.NotEmpty(asked);
        Assert.All(asked, one => Assert.Null(one!["by"]));
        Assert.All(asked, one => Assert.Equal("Somebody who may bid", one!["name"]!.GetValue<string>()));
        var practised = events.Where(one => one!["type"]!.GetValue<string>() is "practice.finished.v1" or "support.recorded.v1" or "help.asked.v1").ToArray();
        Assert.NotEmpty(practised);
        Assert.All(practised, one => Assert.Equal((null, "Somebody of the panel"), (one!["by"]?.GetValue<string>(), one["name"]!.GetValue<string>())));
        Assert.DoesNotContain(events, one => one!["type"]!.GetValue<string>() == "price.set.v1" && one["data"] is not null);
        Assert.True(JsonNode.Parse(Read(zip, "heads.json"))!["genuine"]!.GetValue<bool>());
        var scores = Read(zip, "scores.csv").Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((await PanelAsync()).Scores.Count + 1, scores.Count(line => line.Contains("\",\"", StringComparison.Ordinal)));
        Assert.Contains("Every event is as it was written", Read(zip, "evaluation.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("-2", "\"'-2\"")]
    [InlineData("+3", "\"'+3\"")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("She said \"yes\"", "\"She said \"\"yes\"\"\"")]
    [InlineData("Plain, with a comma", "\"Plain, with a comma\"")]
    public void A_cell_never_becomes_a_formula(string typed, string kept) => Assert.Equal(kept, AuditFile.Cell(typed));

    [Theory]
    [InlineData("The panel", "edit", "event 3 is not what was written there")]
    [InlineData("The panel", "delete", "after event 2 comes event 4")]
    [InlineData("The panel", "swap", "event 3 is not what was written there")]
    [InlineData("The panel", "cut", "the history ends before event")]
    [InlineData("The tender", "edit", "event 3 is not what was written there")]
    [InlineData("The tender", "cut", "the history ends before event")]
    [InlineData("Bidder A", "edit", "event 3 is not what was written there")]
    [InlineData("Bidder A", "delete", "after event 2 comes event 4")]
    [InlineData("Bidder A", "cut", "the history ends before event")]
    public async Task Whatever_is_done_to_a_history_is_found_and_named_on_the_page(string history, string harm, string named)
    {
        var address = await AddressAsync();
        using var tom = await host.SignedInAsync("commissioner");
        Assert.NotNull((await tom.ReadAsync(address)).GetElementById("genuine"));
        var store = await StoredAsAsync(history);
        await HeadsReachAsync(store);
        var before = Rows(store);
        try
        {
            Harm(store, harm);
            var page = await tom.ReadAsync(address);

            Assert.Null(page.GetElementById("genuine"));
            var faults = page.GetElementById("faults")!.QuerySelectorAll("li").Select(one => one.TextContent).ToArray();
            Assert.Contains(faults, fault => fault.StartsWith(history, StringComparison.Ordinal) && fault.Contains(named, StringComparison.Ordinal));
            Assert.All(faults, fault => Assert.StartsWith(history, fault, StringComparison.Ordinal));
        }
        finally
        {
            using var db = Database();
            db.Events.Where(e => e.StreamId == store).ExecuteDelete();
            db.Events.AddRange(before);
            db.SaveChanges();
        }
    }

    private static int Place(string[] rows, string words) => Array.FindIndex(rows, row => row.Contains(words, StringComparison.Ordinal));

    private static string Read(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    /// <summary>All rows of all pages.</summary>
    private static async Task<string[]> WholeAsync(Visitor reader, string address)
    {
        var rows = new List<string>();
        for (var page = 1; ; page++)
        {
            var shown = await reader.ReadAsync($"{address}?page={page}");
            rows.AddRange(shown.QuerySelectorAll("section[aria-labelledby=story-title] tbody tr").Select(row => row.TextContent));
            if (shown.QuerySelectorAll("a").All(link => link.TextContent != "After this")) return [.. rows];
        }
    }

    private async Task<string> AddressAsync() => $"/panels/{(await PanelAsync()).Id}/audit";

    private async Task<Panel> PanelAsync()
    {
        var id = (await host.SampleAsync()).Awarded.Tender.Panel;
        return (Panel)host.Services.GetRequiredService<LiveStreams>().Get(id.Stream).State;
    }

    private async Task<string> StoredAsAsync(string history)
    {
        var of = Audit.StreamsOf(await PanelAsync()).First(one => one.Name.StartsWith(history, StringComparison.Ordinal));
        return host.Services.GetRequiredService<EventStore>().NameInStore(host.Services.GetRequiredService<LiveStreams>().Get(of.Stream));
    }

    /// <summary>The heads are written beside the database a moment after the events; a cut shows from then on.</summary>
    private async Task HeadsReachAsync(string store)
    {
        var last = Rows(store)[^1].Version;
        await Patience.UntilAsync(() => Heads.Read(host.Services.GetRequiredService<DataFolder>()).GetValueOrDefault(store).Version >= last);
    }

    private CoDesignDb Database() => host.Services.GetRequiredService<IDbContextFactory<CoDesignDb>>().CreateDbContext();

    private EventRow[] Rows(string store)
    {
        using var db = Database();
        return [.. db.Events.AsNoTracking().Where(e => e.StreamId == store).OrderBy(e => e.Version)];
    }

    private void Harm(string store, string harm)
    {
        using var db = Database();
        IQueryable<EventRow> Row(long version) => db.Events.Where(e => e.StreamId == store && e.Version == version);
        var (third, last) = (Row(3).Single(), Rows(store)[^1].Version);
        var second = Row(2).AsNoTracking().Single();
        _ = harm switch
        {
            "edit" => Row(3).ExecuteUpdate(set => set.SetProperty(e => e.Payload, second.Payload)),
            "delete" => Row(3).ExecuteDelete(),
            "swap" => Row(3).ExecuteUpdate(set => set.SetProperty(e => e.Version, 1_000_000))
                + Row(4).ExecuteUpdate(set => set.SetProperty(e => e.Version, third.Version))
                + Row(1_000_000).ExecuteUpdate(set => set.SetProperty(e => e.Version, 4)),
            _ => Row(last).ExecuteDelete(),
        };
    }
}

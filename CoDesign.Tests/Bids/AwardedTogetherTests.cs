using CoDesign.App.Following;
using CoDesign.App.Storage;
using CoDesign.Domain.Evaluations;
using CoDesign.Tests.Journeys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoDesign.Tests.Bids;

/// <summary>Who won together, and who does what, is read by everybody once it is decided and by nobody before; shares aren't.</summary>
public sealed class AwardedTogetherTests(JourneyHost host) : IClassFixture<JourneyHost>
{
    [Fact]
    public async Task Whoever_reads_the_award_reads_who_is_together_and_who_does_what()
    {
        var tender = await TenderOnSite.PublishedAsync(host);
        var (bid, other) = (await tender.BidAsync("provider", submitted: false), await tender.BidAsync("provider-2", submitted: true));
        await AskAsync(bid);
        tender.PassDeadline();
        await tender.OpenAsync();
        await tender.ProposeAsync(bid);
        (string Who, string[] Addresses)[] readers =
        [
            ("", [tender.Opportunity]), ("provider", [$"{bid}/summary"]), ("provider-2", [$"{other}/summary", tender.Opportunity]), ("commissioner", [$"{tender.Panel}/award"]),
            ("moderator", [$"{tender.Panel}/award", $"{tender.Panel}/after"]), ("evaluator-3", [$"{tender.Panel}/after"]),
        ];
        foreach (var (who, addresses) in readers.Where(reader => reader.Who != "provider"))
        {
            foreach (var words in await ReadAsync(who, addresses)) Assert.DoesNotContain("Downland Walks", words, StringComparison.Ordinal);
        }

        await tender.OfPanelAsync("commissioner", new ApproveAward());

        foreach (var (who, addresses) in readers)
        {
            foreach (var words in await ReadAsync(who, addresses))
            {
                Assert.True(words.Contains("Lookouts of provider, which leads: Wardens", StringComparison.Ordinal), $"{who} reads not who leads: {words}");
                Assert.True(words.Contains("Downland Walks: Walks at night.", StringComparison.Ordinal), $"{who} reads not who is with it: {words}");
                Assert.DoesNotContain("40.63", words, StringComparison.Ordinal);
            }
        }

        // A partner has no page on which it could read what was decided, so it isn't sent to one.
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<CoDesignDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var told = db.Outgoing.AsNoTracking().AsEnumerable().Select(host.Services.GetRequiredService<SealedPost>().Open).Where(letter => letter.Body.Contains(bid, StringComparison.Ordinal));
        Assert.Equal("provider@codesign.example", Assert.Single(told).Email);
    }

    private async Task<string[]> ReadAsync(string who, string[] addresses)
    {
        using var reader = who.Length == 0 ? host.NewVisitor() : await host.SignedInAsync(who);
        var words = new List<string>();
        foreach (var address in addresses) words.Add(string.Join(' ', ((await reader.ReadAsync(address)).QuerySelector("main")?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        return [.. words];
    }

    /// <summary>Ruth leads with 59.37%, a partner that agrees by its link walks at night for the rest, and the bid is submitted.</summary>
    private async Task AskAsync(string bid)
    {
        using var ruth = await host.SignedInAsync("provider");
        using var sam = await host.SignedInAsync("administrator");
        await ruth.SubmitAsync(bid, "add-partner", ("name", "Downland Walks"), ("does", "Walks at night."), ("access", "reads"));
        var page = await ruth.ReadAsync(bid);
        await ruth.SubmitAsync(bid, "set-shares", ("lead", "59.37"), ("does", "Wardens"), (page.QuerySelectorAll("#set-shares input[name^='partners[']").Single().GetAttribute("name")!, "40.63"));
        await sam.SubmitAsync(new Uri(page.QuerySelector("#partners code")!.TextContent).PathAndQuery, "join-as-partner");
        await sam.SubmitAsync($"{bid}/part", "agree-to-share");
        await ruth.SubmitAsync(bid, "submit-bid");
    }
}

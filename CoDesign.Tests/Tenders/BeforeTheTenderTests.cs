using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CoDesign.App.Exports;
using CoDesign.App.Following;
using CoDesign.App.Storage;
using CoDesign.App.Tenders;
using CoDesign.Tests.Exports;
using CoDesign.Tests.Journeys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoDesign.Tests.Tenders;

/// <summary>An early notice on the site: listed, followed, taken part in, as open data, and grown into its tender; and searches that are followed.</summary>
public sealed class BeforeTheTenderTests(MailHost host) : IClassFixture<MailHost>
{
    private static readonly (string, string)[] _notice =
    [
        ("summary", "Somebody watches the coast, perhaps by boat."), ("kind", "lightTouch"), ("least", "50,000"), ("most", "£90,000"), ("area", "The sea front"),
        ("expected", ""), ("howToTakePart", "Come to the lookout."), ("suitsSmall", "true"),
    ];

    [Fact]
    public async Task What_is_thought_of_is_found_followed_and_taken_part_in_and_grows_into_the_tender()
    {
        var tender = await TenderOnSite.ReadyAsync(host);
        using var tom = await host.SignedInAsync("commissioner");
        var page = $"/projects/{tender.Project}/tender/early";
        Assert.Equal(HttpStatusCode.SeeOther, (await tom.SubmitAsync(page, "publish-early-notice", _notice)).StatusCode);
        tender.Find();
        using var dora = host.NewVisitor();
        Assert.Contains("Nothing can be bid for yet", (await dora.ReadAsync(tender.Opportunity)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(tender.Opportunity, await ListedAsync(dora, "stage=early&most=60,000&small=true"));
        Assert.DoesNotContain(tender.Opportunity, await ListedAsync(dora, ""));
        Assert.DoesNotContain(tender.Opportunity, await ListedAsync(dora, "stage=early&most=49,999"));
        Assert.Equal(HttpStatusCode.NotFound, (await dora.GetAsync($"{tender.Opportunity}/versions/1")).StatusCode);
        await FollowAsync(dora, tender.Opportunity, "follow-by-mail", "dora@example.org");

        var activity = await tender.PlanAsync("What would work at sea?");
        Assert.Equal(HttpStatusCode.SeeOther, (await tom.SubmitAsync(page, "invite-to-engagement",
            ("activity", activity.Value.ToString("n")), ("invitation", "Tell us of your boats."), ("until", Local(host.Time.GetUtcNow().AddDays(1))))).StatusCode);
        Assert.Contains("Tell us of your boats.", Assert.Single(await SentAsync()), StringComparison.Ordinal);
        Assert.Contains(tender.Opportunity, await ListedAsync(dora, "stage=engagement"));
        var link = (await dora.ReadAsync(tender.Opportunity)).QuerySelector("a[href*='/take-part/']")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await dora.SubmitAsync(link, "take-part", ("name", "Dora, Lifeboats"))).StatusCode);
        var joined = await dora.SubmitAsync(link, "take-part", ("name", "Dora, Lifeboats"), ("consent", "true"));
        Assert.EndsWith($"/projects/{tender.Project}/activities/{activity}", joined.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await dora.GetAsync(joined.Headers.Location.ToString())).StatusCode);
        using var other = host.NewVisitor();
        Assert.DoesNotContain("Dora", (await other.ReadAsync(tender.Opportunity)).Body!.TextContent, StringComparison.Ordinal);

        await tender.PublishAsync();
        Assert.Contains(tender.Opportunity, await ListedAsync(dora, ""));
        Assert.DoesNotContain(tender.Opportunity, await ListedAsync(dora, "stage=early"));
        Assert.Contains("takes bids now", Assert.Single(await SentAsync()), StringComparison.Ordinal);
        await StagesAreValidAsync(dora, tender.Opportunity.Split('/')[^1]);
    }

    [Fact]
    public async Task Who_follows_a_search_is_told_once_of_what_is_new_in_it_and_of_nothing_else()
    {
        using var edna = host.NewVisitor();
        const string search = "/opportunities?words=coast&least=10,000";
        await FollowAsync(edna, search, "follow-search", "edna@example.org");
        Assert.Equal(HttpStatusCode.SeeOther, (await edna.SubmitAsync("/opportunities?least=£10,000.00&words=+coast", "follow-search", ("email", "edna@example.org"))).StatusCode);
        Assert.Empty(await SentAsync());

        host.Time.Pass(TimeSpan.FromMinutes(1));
        var tender = await TenderOnSite.PublishedAsync(host);
        host.Post.TurnsAway = 1;
        Assert.Empty(await SentAsync());
        host.Time.Pass(TimeSpan.FromMinutes(2));
        var news = Assert.Single(await SentAsync());
        Assert.Contains(tender.Opportunity, news, StringComparison.Ordinal);
        Assert.Contains("List-Unsubscribe", news, StringComparison.Ordinal);
        await tender.AmendAsync("More time.");
        Assert.Empty(await SentAsync());

        var stop = Link(news);
        Assert.Equal(HttpStatusCode.SeeOther, (await edna.SubmitAsync(stop, "stop-following")).StatusCode);
        host.Time.Pass(TimeSpan.FromMinutes(1));
        await TenderOnSite.PublishedAsync(host);
        Assert.Empty(await SentAsync());
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<CoDesignDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(db.FollowedSearches, one => one.Email == "edna@example.org");
        Assert.Contains("This link is spent", (await edna.ReadAsync(stop)).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_that_nothing_new_fits_stays_silent_and_one_that_nobody_confirmed_too()
    {
        using var somebody = host.NewVisitor();
        await FollowAsync(somebody, "/opportunities?words=zeppelin", "follow-search", "fay@example.org");
        await somebody.SubmitAsync("/opportunities?words=coast", "follow-search", ("email", "gus@example.org"));
        Assert.Single(await SentAsync());
        host.Time.Pass(TimeSpan.FromMinutes(1));
        await TenderOnSite.PublishedAsync(host);
        Assert.Empty(await SentAsync());
    }

    [Theory]
    [InlineData("stage=engagement&small=true&area=The+hills")]
    [InlineData("words=warm+%26+dry&least=5&most=10&kind=Works&authority=-&by=2027-01-31&subcontracts=true")]
    [InlineData("")]
    public void A_search_is_read_again_as_it_was_written(string query)
    {
        var filter = OpportunityQuery.Parse(query);
        Assert.Equal(filter, OpportunityQuery.Parse(OpportunityQuery.Write(filter)));
    }

    private static async Task StagesAreValidAsync(Visitor anybody, string reference)
    {
        var answer = await anybody.GetAsync($"/api/ocds/releases/{new OcdsSettings().Prefix}-{reference}");
        var releases = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["releases"]!.AsArray();
        Assert.Equal(["planning", "planningUpdate", "planning,tender"], releases.Select(release => string.Join(',', release!["tag"]!.AsArray())));
        Assert.Equal("planning", (string?)releases[0]!["tender"]!["status"]);
        Assert.Equal("Tell us of your boats.", (string?)releases[1]!["planning"]!["milestones"]![0]!["description"]);
        foreach (var release in releases) await OcdsTests.ValidAsync(release!, "ocds-1.1.5/schema/dereferenced-release-schema.json", "ocds-eu-profile/schema/patched/release-schema.json");
    }

    private static async Task<string[]> ListedAsync(Visitor visitor, string query) =>
        [.. (await visitor.ReadAsync($"/opportunities?{query}")).QuerySelectorAll(".cards h3 a").Select(a => a.GetAttribute("href")!)];

    private async Task FollowAsync(Visitor visitor, string page, string form, string email)
    {
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.SubmitAsync(page, form, ("email", email))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.SubmitAsync(Link(Assert.Single(await SentAsync())), "confirm-following")).StatusCode);
    }

    /// <summary>What went out since it was last asked.</summary>
    private async Task<string[]> SentAsync()
    {
        host.Services.GetRequiredService<FollowedSearches>().Tell();
        await host.Services.GetRequiredService<Postman>().DoAsync(TestContext.Current.CancellationToken);
        var sent = new List<string>();
        while (host.Post.Taken.TryDequeue(out var one)) sent.Add(one.Message.Replace("=\n", "", StringComparison.Ordinal));
        return [.. sent];
    }

    private static string Local(DateTimeOffset at) => App.Shell.UkTime.Local(at).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private static string Link(string message) => Regex.Match(message, @"https://codesign\.example(/follow/[0-9a-f]{32}(/stop)?)\s", RegexOptions.RightToLeft).Groups[1].Value;
}

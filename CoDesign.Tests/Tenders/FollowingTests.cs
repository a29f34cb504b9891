using System.Net;
using System.Text.RegularExpressions;
using CoDesign.App.Bids;
using CoDesign.App.Following;
using CoDesign.App.Storage;
using CoDesign.Tests.Journeys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoDesign.Tests.Tenders;

/// <summary>Who follows a tender is told what changed and why, and how to stop; nobody learns of anybody else.</summary>
public sealed class FollowingTests(MailHost host) : IClassFixture<MailHost>
{
    [Fact]
    public async Task An_address_says_yes_once_is_told_of_each_change_and_stops_when_it_wants()
    {
        var tender = await TenderOnSite.PublishedAsync(host);
        using var dora = host.NewVisitor();
        var asked = await dora.SubmitAsync(tender.Opportunity, "follow-by-mail", ("email", "Dora@Example.org"));
        Assert.Equal(HttpStatusCode.SeeOther, asked.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await dora.SubmitAsync(tender.Opportunity, "follow-by-mail", ("email", "dora@example.org"))).StatusCode);
        var link = Link(await SentAsync("dora@example.org"));

        await tender.AmendAsync("Not told yet.");
        Assert.Empty(await SentAsync("dora@example.org"));
        Assert.Equal(HttpStatusCode.SeeOther, (await dora.SubmitAsync(link, "confirm-following")).StatusCode);

        host.Post.TurnsAway = 1;
        await tender.AmendAsync("Two of you asked for more time.");
        Assert.Empty(await SentAsync("dora@example.org"));
        host.Time.Pass(TimeSpan.FromMinutes(2));
        var news = Assert.Single(await SentAsync("dora@example.org"));
        Assert.Contains("Two of you asked for more time.", news, StringComparison.Ordinal);
        Assert.Contains("List-Unsubscribe", news, StringComparison.Ordinal);
        Assert.Contains("/versions/3", news, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await dora.SubmitAsync(Link([news]), "stop-following")).StatusCode);
        await tender.AmendAsync("Once more.");
        Assert.Empty(await SentAsync("dora@example.org"));
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<CoDesignDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(db.Followers, follower => follower.Email == "dora@example.org");
        Assert.Empty(db.Outgoing);
    }

    [Fact]
    public async Task Who_is_signed_in_follows_in_the_app_and_sees_what_changed_since()
    {
        var tender = await TenderOnSite.PublishedAsync(host);
        using var ruth = await host.SignedInAsync("provider");
        Assert.Equal(HttpStatusCode.SeeOther, (await ruth.SubmitAsync(tender.Opportunity, "follow")).StatusCode);
        Assert.Contains("You follow this.", (await ruth.ReadAsync(tender.Opportunity)).QuerySelector("#follow-this")!.TextContent, StringComparison.Ordinal);

        host.Time.Pass(TimeSpan.FromMinutes(1));
        await tender.AmendAsync("More time.");
        Assert.NotNull((await ruth.ReadAsync("/opportunities")).QuerySelector(".changed-badge"));
        await ruth.ReadAsync(tender.Opportunity);
        Assert.Null((await ruth.ReadAsync("/opportunities")).QuerySelector(".changed-badge"));

        using var other = await host.SignedInAsync("provider-2");
        Assert.DoesNotContain("You follow this", (await other.ReadAsync(tender.Opportunity)).QuerySelector("#follow-this")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_reaches_who_follows_and_nobody_learns_who_asked()
    {
        var tender = await TenderOnSite.PublishedAsync(host);
        using var dora = host.NewVisitor();
        await dora.SubmitAsync(tender.Opportunity, "follow-by-mail", ("email", "dora.mail@example.org"));
        await dora.SubmitAsync(Link(await SentAsync("dora.mail@example.org")), "confirm-following");
        using var ruth = await host.SignedInAsync("provider");
        Assert.Equal(HttpStatusCode.SeeOther, (await ruth.SubmitAsync(tender.Opportunity, "ask-about-tender", ("question", "May volunteers do it?"))).StatusCode);
        Assert.Contains("You asked:", (await ruth.ReadAsync(tender.Opportunity)).QuerySelector("#enquiries")!.TextContent, StringComparison.Ordinal);
        using var tom = await host.SignedInAsync("commissioner");
        var page = $"/projects/{tender.Project}/tender/enquiries";
        Assert.DoesNotContain("Ruth", (await tom.ReadAsync(page)).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("May volunteers do it?", (await dora.ReadAsync(tender.Opportunity)).Body!.TextContent, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await tom.SubmitAsync(page, "answer-enquiry-0", ("shown", "May volunteers do the work?"), ("answer", "Yes, with training."))).StatusCode);

        Assert.Contains("Yes, with training.", (await dora.ReadAsync(tender.Opportunity)).QuerySelector("#enquiries")!.TextContent, StringComparison.Ordinal);
        var news = Assert.Single(await SentAsync("dora.mail@example.org"));
        Assert.Contains("May volunteers do the work?", news, StringComparison.Ordinal);
        Assert.DoesNotContain("Ruth", news, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_teams_reminder_reaches_them_and_says_nothing_of_what_it_is_about()
    {
        var tender = await TenderOnSite.PublishedAsync(host);
        await tender.BidAsync("provider-2", submitted: false);

        await host.Services.GetRequiredService<BidReminders>().DoAsync(TestContext.Current.CancellationToken);

        var reminder = Assert.Single(await SentAsync("provider-2@codesign.example"));
        Assert.Contains("https://codesign.example/projects", reminder, StringComparison.Ordinal);
        foreach (var word in new[] { "bid", "tender", "Lookouts", "Safe at sea" }) Assert.DoesNotContain(word, reminder[reminder.IndexOf("\n\n", StringComparison.Ordinal)..], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_is_no_address_is_refused_and_a_spent_link_says_so()
    {
        var tender = await TenderOnSite.PublishedAsync(host);
        using var anybody = host.NewVisitor();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await anybody.SubmitAsync(tender.Opportunity, "follow-by-mail", ("email", "dora"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await anybody.SubmitAsync(tender.Opportunity, "follow-by-mail", ("email", "dora@example.org\r\nBcc: all@example.org"))).StatusCode);
        Assert.Contains("This link is spent", (await anybody.ReadAsync("/follow/0123456789abcdef0123456789abcdef")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>What reached an address since it was last asked.</summary>
    private async Task<string[]> SentAsync(string address)
    {
        await host.Services.GetRequiredService<Postman>().DoAsync(TestContext.Current.CancellationToken);
        var sent = new List<string>();
        while (host.Post.Taken.TryDequeue(out var one))
        {
            Assert.Equal(address, one.To);
            sent.Add(one.Message.Replace("=\n", "", StringComparison.Ordinal));
        }

        return [.. sent];
    }

    private static string Link(string[] messages) => Regex.Match(Assert.Single(messages), @"https://codesign\.example(/follow/[0-9a-f]{32}(/stop)?)\s", RegexOptions.RightToLeft).Groups[1].Value;
}

using System.Net;
using CoDesign.App.Bids;
using CoDesign.App.Following;
using CoDesign.App.Storage;
using CoDesign.Tests.Journeys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoDesign.Tests.Bids;

/// <summary>How colleagues come into a bid's team, and how the team is told, as people without scripts have it.</summary>
public sealed class BidTeamPageTests(JourneyHost host) : IClassFixture<JourneyHost>
{
    [Fact]
    public async Task A_colleague_follows_the_link_signs_in_and_writes()
    {
        var tender = await TenderOnSite.PublishedAsync(host);
        var bid = await tender.BidAsync("provider", submitted: false);
        using var hannah = await host.SignedInAsync("provider");
        var link = await InviteAsync(hannah, bid);

        using var stranger = host.NewVisitor();
        var door = await stranger.ReadAsync(link);
        Assert.DoesNotContain("Lookouts of provider", door.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/sign-in?return={Uri.EscapeDataString(link)}", door.QuerySelector("main .button")!.GetAttribute("href"));

        using var ruth = await host.SignedInAsync("provider-2");
        Assert.Contains("Lookouts of provider invites you", (await ruth.ReadAsync(link)).Body!.TextContent, StringComparison.Ordinal);
        using var joined = await ruth.SubmitAsync(link, "join-team");
        Assert.Equal((HttpStatusCode.SeeOther, bid), (joined.StatusCode, joined.Headers.Location?.AbsolutePath));
        Assert.NotNull((await ruth.ReadAsync(bid)).GetElementById("submit-bid"));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(link)).StatusCode);

        using (await ruth.SubmitAsync(bid, "leave-team")) { }
        Assert.Equal(HttpStatusCode.NotFound, (await ruth.GetAsync(bid)).StatusCode);
    }

    [Fact]
    public async Task Who_scores_or_runs_the_tender_learns_neither_who_bids_nor_for_what()
    {
        var tender = await TenderOnSite.PublishedAsync(host);
        var bid = await tender.BidAsync("provider", submitted: false);
        using var hannah = await host.SignedInAsync("provider");
        var link = await InviteAsync(hannah, bid);

        foreach (var persona in new[] { "commissioner", "evaluator-1", "moderator", "member" })
        {
            using var insider = await host.SignedInAsync(persona);
            var page = await insider.ReadAsync(link);
            Assert.Contains("You have a part in running or scoring", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("Lookouts of", page.Body!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("Safe at sea", page.Body!.TextContent, StringComparison.Ordinal);
            Assert.Null(page.GetElementById("join-team"));
            Assert.Equal(HttpStatusCode.NotFound, (await insider.GetAsync($"{bid}/join/{Guid.NewGuid():n}")).StatusCode);
        }
    }

    [Fact]
    public async Task The_team_is_told_by_sealed_post_in_words_that_tell_nothing_and_who_wants_none_gets_none()
    {
        var reminders = host.Services.GetRequiredService<BidReminders>();
        await reminders.DoAsync(TestContext.Current.CancellationToken);
        var tender = await TenderOnSite.PublishedAsync(host);
        var bid = await tender.BidAsync("provider", submitted: false);
        using var hannah = await host.SignedInAsync("provider");
        using (var ruth = await host.SignedInAsync("provider-2"))
        {
            using (await ruth.SubmitAsync(await InviteAsync(hannah, bid), "join-team")) { }
            using (await ruth.SubmitAsync(bid, "set-reminders")) { }
        }

        var before = Waiting().Length;
        await reminders.DoAsync(TestContext.Current.CancellationToken);
        await reminders.DoAsync(TestContext.Current.CancellationToken);

        var told = Waiting()[before..];
        Assert.All(told, row => Assert.Equal(("", "", 0L), (row.Email, row.Subject, row.At)));
        var post = host.Services.GetRequiredService<SealedPost>();
        var letter = Assert.Single(told.Select(post.Open), letter => letter.Email.StartsWith("provider", StringComparison.Ordinal));
        Assert.Equal("provider@codesign.example", letter.Email);
        foreach (var word in new[] { "bid", "tender", "Lookouts", "Safe", "submit" }) Assert.DoesNotContain(word, $"{letter.Subject} {letter.Body}", StringComparison.OrdinalIgnoreCase);
        Assert.Contains("complete, but not submitted", (await hannah.ReadAsync("/projects")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("complete, but not submitted", (await hannah.ReadAsync("/opportunities")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private OutgoingRow[] Waiting()
    {
        using var db = host.Services.GetRequiredService<IDbContextFactory<CoDesignDb>>().CreateDbContext();
        return [.. db.Outgoing.AsNoTracking().OrderBy(row => row.Id)];
    }

    private static async Task<string> InviteAsync(Visitor who, string bid)
    {
        using (await who.SubmitAsync(bid, "invite-to-team")) { }
        return new Uri((await who.ReadAsync(bid)).QuerySelector(".invitations code")!.TextContent).AbsolutePath;
    }
}

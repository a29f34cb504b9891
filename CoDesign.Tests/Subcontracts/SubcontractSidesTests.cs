using System.Globalization;
using System.Net;
using CoDesign.App.Storage;
using CoDesign.Tests.Journeys;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace CoDesign.Tests.Subcontracts;

/// <summary>Who offers work and who wrote about it find it again, and are told of what the other wrote.</summary>
public sealed class SubcontractSidesTests(JourneyHost host) : IClassFixture<JourneyHost>
{
    [Fact]
    public async Task Each_finds_the_offer_again_and_is_written_to_when_the_other_wrote()
    {
        using var daniel = await host.SignedInAsync("provider-2");
        using var ruth = await host.SignedInAsync("provider");
        var (page, before) = (await PostAsync(daniel, "Boats for the ferry"), Waiting().Length);
        Assert.Equal("Nobody has written yet", await StandingAsync(daniel, "Boats for the ferry"));
        Assert.Null(await StandingAsync(ruth, "Boats for the ferry"));

        await DoneAsync(ruth.SubmitAsync(page, "contact-poster", ("organisation", "Harbour Lights"), ("message", "We have a boat.")));
        Assert.Equal("1 message waits for your answer", await StandingAsync(daniel, "Boats for the ferry"));
        Assert.Equal("You wrote to them", await StandingAsync(ruth, "Boats for the ferry"));
        await DoneAsync(daniel.SubmitAsync(page, "answer-contact-0", ("answer", "Come and show it.")));
        await DoneAsync(daniel.SubmitAsync(page, "answer-contact-0", ("answer", "Come and show it on Friday.")));
        Assert.Equal("All messages are answered", await StandingAsync(daniel, "Boats for the ferry"));
        Assert.Equal("You have an answer", await StandingAsync(ruth, "Boats for the ferry"));

        var letters = Waiting()[before..];
        Assert.Equal(["provider-2", "provider"], letters.Select(letter => letter.Email.Split('@')[0]));
        foreach (var letter in letters)
        {
            Assert.Contains($"{page}#contacts", letter.Body, StringComparison.Ordinal);
            foreach (var word in new[] { "boat", "Friday", "Harbour", "Downland" }) Assert.DoesNotContain(word, $"{letter.Subject} {letter.Body}", StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Who_posted_an_offer_that_was_taken_down_finds_why_and_nobody_is_led_to_it()
    {
        using var daniel = await host.SignedInAsync("provider-2");
        using var ruth = await host.SignedInAsync("provider");
        using var sam = await host.SignedInAsync("administrator");
        var page = await PostAsync(daniel, "Nothing in particular");
        await DoneAsync(ruth.SubmitAsync(page, "contact-poster", ("organisation", "Harbour Lights"), ("message", "What is it?")));
        var contact = (await daniel.ReadAsync(page)).QuerySelector("#contacts input[name=contact]")!.GetAttribute("value");
        await DoneAsync(sam.SubmitAsync(page, "take-down-subcontract", ("reason", "It offers nothing.")));
        Assert.Equal("Taken off the site", await StandingAsync(daniel, "Nothing in particular"));
        Assert.Null(await StandingAsync(ruth, "Nothing in particular"));
        var link = (await daniel.ReadAsync("/projects")).QuerySelectorAll("a").Single(a => a.TextContent == "Nothing in particular").GetAttribute("href")!;
        Assert.Contains("It offers nothing.", (await daniel.ReadAsync(link)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var before = Waiting().Length;
        Assert.Equal(HttpStatusCode.OK, (await daniel.PostJsonAsync($"/api{link}/commands/answer-contact", new { contact, answer = "Nothing." })).StatusCode);
        Assert.Equal(before, Waiting().Length);
    }

    [Fact]
    public async Task A_database_of_before_is_brought_forward_with_what_was_posted_written_and_answered()
    {
        using var daniel = await host.SignedInAsync("provider-2");
        using var ruth = await host.SignedInAsync("provider");
        var page = await PostAsync(daniel, "Bread for the early shift");
        await DoneAsync(ruth.SubmitAsync(page, "contact-poster", ("organisation", "Harbour Lights"), ("message", "From five?")));
        await DoneAsync(ruth.SubmitAsync(page, "contact-poster", ("organisation", "Harbour Lights"), ("message", "Or from six?")));
        await DoneAsync(daniel.SubmitAsync(page, "answer-contact-1", ("answer", "From six.")));
        var kept = Sides();

        using (var db = Open())
        {
            var migrator = db.GetService<IMigrator>();
            await migrator.MigrateAsync("OpportunityLots", TestContext.Current.CancellationToken);
            Assert.Throws<SqliteException>(Sides);
            await migrator.MigrateAsync(cancellationToken: TestContext.Current.CancellationToken);
        }

        Assert.Contains(kept, side => side.IsAnswered);
        Assert.Equal(kept, Sides());
    }

    private async Task<string> PostAsync(Visitor daniel, string title)
    {
        var closes = App.Shell.UkTime.Local(host.Time.GetUtcNow().AddDays(3)).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
        await DoneAsync(daniel.SubmitAsync("/subcontracts/new", "post-subcontract", ("organisation", "Downland Care"), ("title", title), ("what", "As much as there is."), ("closes", closes)));
        return (await daniel.ReadAsync("/opportunities?stage=subcontracts")).QuerySelectorAll("#main section .cards h3 a").First(a => a.TextContent == title).GetAttribute("href")!;
    }

    private static async Task DoneAsync(Task<HttpResponseMessage> sent) => Assert.Equal(HttpStatusCode.SeeOther, (await sent).StatusCode);

    /// <summary>How an offer stands in somebody's list of them, which is in two places; null where it isn't in it.</summary>
    private static async Task<string?> StandingAsync(Visitor visitor, string title)
    {
        var standings = new List<string?>();
        foreach (var address in new[] { "/projects", "/opportunities?stage=subcontracts" })
        {
            var card = (await visitor.ReadAsync(address)).QuerySelectorAll("[aria-labelledby=offers-title] li").FirstOrDefault(li => li.QuerySelector("a")!.TextContent == title);
            standings.Add(card?.QuerySelector(".badge")!.TextContent);
        }

        return Assert.Single(standings.Distinct());
    }

    private CoDesignDb Open() => host.Services.GetRequiredService<IDbContextFactory<CoDesignDb>>().CreateDbContext();

    private OutgoingRow[] Waiting()
    {
        using var db = Open();
        return [.. db.Outgoing.AsNoTracking().OrderBy(row => row.Id)];
    }

    private (string Id, string Offer, string Person, bool IsAnswered)[] Sides()
    {
        using var db = Open();
        return [.. db.SubcontractSides.AsNoTracking().OrderBy(side => side.Id).AsEnumerable().Select(side => (side.Id, side.SubcontractId, side.ParticipantId, side.IsAnswered))];
    }
}

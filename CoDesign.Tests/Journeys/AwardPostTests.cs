using CoDesign.App.Following;
using CoDesign.App.Storage;
using CoDesign.Domain.Evaluations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoDesign.Tests.Journeys;

/// <summary>Once an award is approved, every bid's team and the panel are told that it is, and by that nobody learns what it is.</summary>
public sealed class AwardPostTests(JourneyHost host) : IClassFixture<JourneyHost>
{
    [Fact]
    public async Task Winner_and_loser_get_the_same_words_at_the_same_moment_once_and_the_panel_its_thanks()
    {
        var tender = await TenderOnSite.PublishedAsync(host);
        var (winner, loser) = (await tender.BidAsync("provider", submitted: true), await tender.BidAsync("provider-2", submitted: true));
        tender.PassDeadline();
        await tender.OpenAsync();
        await tender.ProposeAsync(winner);
        var before = Waiting().Length;

        await tender.OfPanelAsync("commissioner", new ApproveAward());

        var rows = Waiting()[before..];
        Assert.All(rows, row => Assert.Equal(("", "", 0L), (row.Email, row.Subject, row.At)));
        var letters = rows.Select(host.Services.GetRequiredService<SealedPost>().Open).ToLookup(letter => letter.Email.Split('@')[0]);
        Assert.Equal(["evaluator-1", "evaluator-2", "moderator", "provider", "provider-2"], letters.Select(letter => letter.Key).Order());
        var (won, lost) = (Assert.Single(letters["provider"]), Assert.Single(letters["provider-2"]));
        Assert.Contains(winner, won.Body, StringComparison.Ordinal);
        Assert.Equal((won.Subject, won.Body.Replace(winner, loser, StringComparison.Ordinal)), (lost.Subject, lost.Body));
        foreach (var word in new[] { "Lookouts", "Safe at sea", "won", "sorry", "drawn" }) Assert.DoesNotContain(word, $"{won.Subject} {won.Body}", StringComparison.OrdinalIgnoreCase);
        Assert.All(new[] { "evaluator-1", "evaluator-2", "moderator" }, person => Assert.Contains($"{tender.Panel}/after", Assert.Single(letters[person]).Body, StringComparison.Ordinal));

        // Whatever is done with the panel afterwards, nobody is told again.
        await tender.OfPanelAsync("evaluator-1", new NoteLesson("Meet in a café."));
        using (var tom = await host.SignedInAsync("commissioner"))
            Assert.False((await tom.PostJsonAsync($"/api/panels/{tender.PanelId}/commands/approve-award", new { })).IsSuccessStatusCode);
        Assert.Equal(before + rows.Length, Waiting().Length);
    }

    private OutgoingRow[] Waiting()
    {
        using var db = host.Services.GetRequiredService<IDbContextFactory<CoDesignDb>>().CreateDbContext();
        return [.. db.Outgoing.AsNoTracking().OrderBy(row => row.Id)];
    }
}

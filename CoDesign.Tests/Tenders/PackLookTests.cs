using CoDesign.App.Live;
using CoDesign.App.Projects;
using CoDesign.App.Tenders;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using CoDesign.Tests.Journeys;
using CoDesign.Tests.Projects;
using Microsoft.Extensions.DependencyInjection;

namespace CoDesign.Tests.Tenders;

/// <summary>What changed in the documents since each looked last, without scripts.</summary>
public sealed class PackLookTests(JourneyHost host) : IClassFixture<JourneyHost>
{
    private static readonly TimeSpan _later = Visits.Away + TimeSpan.FromMinutes(1);

    [Fact]
    public async Task What_changed_since_Tom_looked_last_is_marked_until_he_was_away_again()
    {
        var (project, documents) = await PackAsync();
        using var tom = await host.SignedInAsync("commissioner");
        Assert.Empty(await MarkedAsync(tom, documents));
        host.Time.Pass(_later);
        await project.DoAsync("commissioner", new AddClause("Late evenings", ClauseKind.Need, []));

        Assert.Contains(await MarkedAsync(tom, documents), words => words.Contains("Late evenings", StringComparison.Ordinal));
        host.Time.Pass(TimeSpan.FromMinutes(5));
        Assert.Contains(await MarkedAsync(tom, documents), words => words.Contains("Late evenings", StringComparison.Ordinal));
        host.Time.Pass(_later);
        Assert.Empty(await MarkedAsync(tom, documents));
    }

    [Fact]
    public async Task Looking_at_one_document_is_not_looking_at_the_others()
    {
        var (project, documents) = await PackAsync();
        using var tom = await host.SignedInAsync("commissioner");
        await MarkedAsync(tom, documents);
        host.Time.Pass(_later);
        await project.DoAsync("commissioner", new AddClause("Late evenings", ClauseKind.Need, []));

        Assert.Empty(await MarkedAsync(tom, $"{documents}/{TenderDocument.KeyOf(PackDocument.Notice)}"));
        host.Time.Pass(_later);
        Assert.NotEmpty(await MarkedAsync(tom, documents));
    }

    [Fact]
    public async Task Each_has_marks_of_their_own()
    {
        var (project, documents) = await PackAsync();
        using var tom = await host.SignedInAsync("commissioner");
        using var mel = await host.SignedInAsync("member");
        await MarkedAsync(mel, documents);
        host.Time.Pass(_later);
        await project.DoAsync("commissioner", new AddClause("Late evenings", ClauseKind.Need, []));

        Assert.Empty(await MarkedAsync(tom, documents));
        Assert.NotEmpty(await MarkedAsync(mel, documents));
    }

    [Fact]
    public void What_stays_the_same_is_the_same_for_every_screen()
    {
        var before = PackSection.Of(new TenderSection("specification", "Specification", "### 1. Days\n\nOpen.\n\n### 2. Nights\n\nClosed."), null);
        var after = PackSection.Of(new TenderSection("specification", "Specification", "### 1. Days\n\nOpen.\n\n### 2. Nights\n\nOpen too."), before);

        Assert.Same(before.Parts[0], after.Parts[0]);
        Assert.Same(before.Parts[1].Blocks[0], after.Parts[1].Blocks[0]);
        Assert.NotEqual(before.Parts[1].Blocks[1].Mark, after.Parts[1].Blocks[1].Mark);
        Assert.Same(after, PackSection.Of(after.Document with { }, after));
    }

    private static async Task<IEnumerable<string>> MarkedAsync(Visitor who, string page) =>
        [.. (await who.ReadAsync(page)).QuerySelectorAll(".document .changed").Select(block => block.TextContent)];

    private async Task<(ProjectOnSite Project, string Documents)> PackAsync()
    {
        var project = await ProjectOnSite.MakeAsync(host.Services);
        await project.DoAsync("commissioner", new AddClause("Somebody is there", ClauseKind.Need, []));
        var (live, tom, operation) = (host.Services.GetRequiredService<LiveStreams>(), ProjectOnSite.Person("commissioner"), new OperationId(Guid.NewGuid()));
        var made = await live.ExecuteAsync(LiveStreams.NewStream("tender", tom, operation), new CreateTender(project.Id, "Safe by the sea"), tom, operation);
        Assert.Null(made.Refusal);
        await host.Services.GetRequiredService<Reactors>().Settled(made);
        return (project, project.Page("tender/documents"));
    }
}

using AngleSharp.Dom;
using CoDesign.App.Live;
using CoDesign.App.Projects;
using CoDesign.App.Storage;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Workshops;
using CoDesign.Tests.Journeys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoDesign.Tests.Projects;

/// <summary>What changed since each was here: on the Planner and on the card of the project, without scripts.</summary>
public sealed class VisitsTests(JourneyHost host) : IClassFixture<JourneyHost>
{
    private static readonly TimeSpan _anHour = TimeSpan.FromHours(1);

    [Fact]
    public async Task Amina_is_told_what_changed_for_as_long_as_her_visit_lasts()
    {
        var project = await ProjectOnSite.MakeAsync(host.Services);
        using var amina = await host.SignedInAsync("service-user");
        Assert.Contains("first visit", await NewsAsync(amina, project), StringComparison.Ordinal);
        host.Time.Pass(_anHour);
        await SayAsync(project, "facilitator");
        await SayAsync(project, "facilitator");

        Assert.Contains("2 changes", await NewsAsync(amina, project), StringComparison.Ordinal);
        Assert.Contains("Facilitator added an insight, 2 times", await NewsAsync(amina, project), StringComparison.Ordinal);
        host.Time.Pass(Visits.Away - TimeSpan.FromMinutes(1));
        await amina.GetAsync(project.Page("insights"));
        host.Time.Pass(Visits.Away - TimeSpan.FromMinutes(1));
        Assert.Contains("2 changes", await NewsAsync(amina, project), StringComparison.Ordinal);

        host.Time.Pass(Visits.Away + TimeSpan.FromMinutes(1));
        Assert.Contains("Nothing changed since your last visit", await NewsAsync(amina, project), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_says_what_changed_and_looking_at_cards_is_no_visit()
    {
        var project = await ProjectOnSite.MakeAsync(host.Services);
        using var grace = await host.SignedInAsync("facilitator");
        await grace.GetAsync(project.Page());
        host.Time.Pass(_anHour);
        Assert.DoesNotContain("since you were here", await CardAsync(grace, project), StringComparison.Ordinal);
        await SayAsync(project, "service-user");
        host.Time.Pass(TimeSpan.FromMinutes(5));

        Assert.Contains("1 change since you were here", await CardAsync(grace, project), StringComparison.Ordinal);
        Assert.Contains("Amina Hassan added an insight", await CardAsync(grace, project), StringComparison.Ordinal);
        host.Time.Pass(_anHour);
        Assert.Contains("1 change since you were here", await CardAsync(grace, project), StringComparison.Ordinal);
        await grace.GetAsync(project.Page("ideas"));
        host.Time.Pass(_anHour);
        Assert.DoesNotContain("since you were here", await CardAsync(grace, project), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_one_may_not_see_is_no_change()
    {
        var project = await ProjectOnSite.MakeAsync(host.Services);
        var board = await BoardAsync(project);
        foreach (var persona in new[] { "commissioner", "facilitator", "service-user", "provider-2", "member" })
        {
            using var visitor = await host.SignedInAsync(persona);
            await visitor.GetAsync(project.Page());
        }

        host.Time.Pass(_anHour);
        await project.DoAsync("provider", new OfferIdea("A quiet boat", "It waits.", [], []));
        var written = await host.Services.GetRequiredService<LiveStreams>().ExecuteAsync(board.Board, new AddNote("I am afraid of the dark.", NoteKind.Worry, 0), ProjectOnSite.Person("provider"), new OperationId(Guid.NewGuid()));
        Assert.True(written.Accepted);

        foreach (var persona in new[] { "facilitator", "service-user", "provider-2", "member" })
        {
            using var visitor = await host.SignedInAsync(persona);
            Assert.DoesNotContain("since you were here", await CardAsync(visitor, project), StringComparison.Ordinal);
            Assert.Contains("Nothing changed", await NewsAsync(visitor, project), StringComparison.Ordinal);
        }

        using var tom = await host.SignedInAsync("commissioner");
        Assert.Contains("offered an idea in confidence", await NewsAsync(tom, project), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erasing_forgets_when_somebody_was_here()
    {
        var project = await ProjectOnSite.MakeAsync(host.Services);
        await project.DoAsync("commissioner", new OpenJoining("640001"));
        using var bert = host.NewVisitor();
        await bert.PostJsonAsync("/api/join", new { code = "640001", name = "Bert" });
        await bert.GetAsync(project.Page());
        var there = await CountAsync(project);

        await bert.SubmitAsync("/erase", "erase-mine", ("sure", "true"));

        Assert.Equal(there - 1, await CountAsync(project));
    }

    private async Task<int> CountAsync(ProjectOnSite project)
    {
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<CoDesignDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        return db.Visits.Count(visit => visit.ProjectId == project.Id.Text());
    }

    private async Task<ActivityId> BoardAsync(ProjectOnSite project)
    {
        var plan = new ActivityPlan("An evening", "", Phase.Create, Rung.Involved, null, null, 60, "", "", "", "", "");
        var live = host.Services.GetRequiredService<LiveStreams>();
        var planned = await live.ExecuteAsync(project.Id.Stream, new PlanActivity(plan, BoardSetup.Usual with { Question = "What helps?" }), ProjectOnSite.Person("facilitator"), new OperationId(Guid.NewGuid()));
        await host.Services.GetRequiredService<Reactors>().Settled(planned);
        var board = new ActivityId(planned.Made!.Value);
        var opened = await live.ExecuteAsync(board.Board, new EnterStage(Stage.PrivateWriting), ProjectOnSite.Person("facilitator"), new OperationId(Guid.NewGuid()));
        await host.Services.GetRequiredService<Reactors>().Settled(opened);
        return board;
    }

    private static Task<Guid> SayAsync(ProjectOnSite project, string persona) => project.DoAsync(persona, new CaptureInsight("It is dark.", SourceKind.Carer, []));

    private static async Task<string> NewsAsync(Visitor visitor, ProjectOnSite project) =>
        (await visitor.ReadAsync(project.Page())).QuerySelector("[aria-labelledby=news-title]")!.TextContent;

    private static async Task<string> CardAsync(Visitor visitor, ProjectOnSite project) =>
        (await visitor.ReadAsync("/projects")).QuerySelector($".card a[href='/projects/{project.Id}']")!.Closest(".card")!.TextContent;
}

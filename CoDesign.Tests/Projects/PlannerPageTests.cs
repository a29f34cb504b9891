using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CoDesign.App.Live;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Workshops;
using Microsoft.Extensions.DependencyInjection;

namespace CoDesign.Tests.Projects;

/// <summary>What each may do on the Planner, with the forms of activities and on the poster; and what is drawn there.</summary>
public sealed class PlannerPageTests(HostFixture host) : IClassFixture<HostFixture>
{
    private static readonly string[] _lines = ["write-influence", "write-affected", "write-informed", "write-risk"];

    [Theory]
    [InlineData("commissioner", true, true, true)]
    [InlineData("facilitator", true, true, false)]
    [InlineData("service-user", true, false, false)]
    [InlineData("provider", true, false, false)]
    [InlineData("member", false, false, false)]
    public async Task Each_finds_the_forms_that_they_may_send(string persona, bool plans, bool runs, bool invites)
    {
        var project = await ProjectOnSite.MakeAsync(host.Services);
        using var visitor = await host.SignedInAsync(persona);
        var planner = await visitor.ReadAsync(project.Page());

        Assert.All(_lines, form => Assert.Equal(plans, planner.GetElementById(form) is not null));
        Assert.All(["enter-phase", "describe-project", "open-joining"], form => Assert.Equal(runs, planner.GetElementById(form) is not null));
        Assert.Equal(invites, planner.GetElementById("invite") is not null);
        Assert.Equal(runs, planner.QuerySelector("ul.people") is not null);
        Assert.Equal(plans, (await visitor.ReadAsync(project.Page("activities/new"))).GetElementById("plan-activity") is not null);

        var activity = await PlanAsync(project);
        var change = await visitor.ReadAsync(project.Page($"activities/{activity}/plan"));
        Assert.Equal(plans, change.GetElementById("change-activity") is not null);
        Assert.Equal(runs, change.GetElementById("cancel-activity") is not null);
    }

    [Theory]
    [InlineData("write-influence")]
    [InlineData("write-risk")]
    [InlineData("enter-phase")]
    [InlineData("invite")]
    public async Task Without_scripts_a_folded_form_that_was_refused_comes_back_open_and_the_others_stay_folded(string form)
    {
        var project = await ProjectOnSite.MakeAsync(host.Services);
        using var tom = await host.SignedInAsync("commissioner");
        var answer = await tom.SubmitAsync(project.Page(), form);
        var planner = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        var open = planner.QuerySelectorAll("details[open]");
        Assert.Equal(form, Assert.Single(open).QuerySelector("form")?.Id);
        Assert.NotNull(open[0].QuerySelector(".error-summary"));
    }

    [Fact]
    public async Task Only_those_who_run_the_project_see_its_code_on_the_planner_and_the_poster()
    {
        var project = await ProjectOnSite.MakeAsync(host.Services);
        await project.DoAsync("commissioner", new OpenJoining("650001"));
        foreach (var persona in new[] { "commissioner", "facilitator", "service-user", "provider", "member" })
        {
            using var visitor = await host.SignedInAsync(persona);
            foreach (var page in new[] { "", "invite" })
            {
                var words = await (await visitor.GetAsync(project.Page(page))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                Assert.Equal(persona is "commissioner" or "facilitator", words.Contains("650001", StringComparison.Ordinal) || words.Contains("650 001", StringComparison.Ordinal));
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("activities/new")]
    [InlineData("invite")]
    public async Task To_strangers_nothing_of_it_is_there(string page)
    {
        var project = await ProjectOnSite.MakeAsync(host.Services);
        using var stranger = host.NewVisitor();
        using var priya = await host.SignedInAsync("evaluator-1");

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(project.Page(page))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await priya.GetAsync(project.Page(page))).StatusCode);
    }

    [Fact]
    public async Task Who_doesnt_run_the_project_names_themselves_as_lead_or_nobody()
    {
        var project = await ProjectOnSite.MakeAsync(host.Services);
        using var amina = await host.SignedInAsync("service-user");
        using var grace = await host.SignedInAsync("facilitator");

        Assert.Equal(["None", "You"], await LeadsAsync(amina, project));
        Assert.Equal(7, (await LeadsAsync(grace, project)).Length);
    }

    [Fact]
    public async Task The_drawing_shows_the_real_path_with_dates_and_reasons()
    {
        var project = await ProjectOnSite.MakeAsync(host.Services);
        await project.DoAsync("facilitator", new EnterPhase(Phase.Create, "We can’t wait."));
        await project.DoAsync("commissioner", new EnterPhase(Phase.Test, "Two ideas are ripe."));
        await project.DoAsync("facilitator", new EnterPhase(Phase.Create, "We had not heard the night staff."));
        using var joan = await host.SignedInAsync("member");
        var planner = await joan.ReadAsync(project.Page());
        var legs = planner.QuerySelectorAll(".path li").ToArray();

        Assert.Equal(["Began in Initiate", "On to Create", "On to Test", "Back to Create"], legs.Select(leg => leg.QuerySelector("strong")!.TextContent));
        Assert.Contains("We had not heard the night staff.", legs[3].TextContent, StringComparison.Ordinal);
        Assert.Contains("Missing then: A map of who is affected", legs[1].TextContent, StringComparison.Ordinal);
        Assert.All(legs, leg => Assert.Contains("20", leg.QuerySelector(".hint")!.TextContent, StringComparison.Ordinal));
        Assert.Equal([false, false, false, true], legs.Select(leg => leg.QuerySelector(".path-rail:not(.more) .path-line")?.ClassList.Contains("back") ?? false));
        Assert.Equal([10, 30, 50, 30], legs.Select(LaneOf));
        Assert.Contains("3 moves, 1 of them back", planner.QuerySelector(".path summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(4, planner.QuerySelectorAll(".diamonds a").Length);
        Assert.Equal("Create, now", planner.QuerySelector(".diamonds [aria-current] .phase-name")!.TextContent);
    }

    [Fact]
    public async Task The_map_draws_a_gap_by_a_shape_of_its_own()
    {
        var project = await ProjectOnSite.MakeAsync(host.Services);
        await project.DoAsync("facilitator", new WriteAffected(null, "Night staff", "", Standing.Missing, ""));
        await project.DoAsync("facilitator", new WriteAffected(null, "Carers", "", Standing.TakingPart, ""));
        using var amina = await host.SignedInAsync("service-user");
        var map = (await amina.ReadAsync(project.Page())).QuerySelector(".affected-map")!;

        Assert.Equal("1", map.QuerySelector(".mark:has(path) text")!.TextContent);
        Assert.Equal("2", map.QuerySelector(".mark:has(circle) text")!.TextContent);
        Assert.Contains("1 of 2 kinds of people is in it; 1 is missing.", map.TextContent, StringComparison.Ordinal);
    }

    private static int LaneOf(IElement leg) =>
        int.Parse(leg.QuerySelector(".path-mark")!.GetAttribute("transform")!["translate(".Length..].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture) + 8;

    private static async Task<string[]> LeadsAsync(Visitor visitor, ProjectOnSite project) =>
        [.. (await visitor.ReadAsync(project.Page("activities/new"))).QuerySelectorAll("select[name='plan.lead'] option").Select(option => option.TextContent.Trim())];

    private async Task<ActivityId> PlanAsync(ProjectOnSite project)
    {
        var plan = new ActivityPlan("An evening", "", Phase.Create, Rung.Involved, null, null, 60, "", "", "", "", "");
        var planned = await host.Services.GetRequiredService<LiveStreams>()
            .ExecuteAsync(project.Id.Stream, new PlanActivity(plan, BoardSetup.Usual with { Question = "What helps?" }), ProjectOnSite.Person("facilitator"), new OperationId(Guid.NewGuid()));
        await host.Services.GetRequiredService<Reactors>().Settled(planned);
        return new ActivityId(planned.Made!.Value);
    }
}

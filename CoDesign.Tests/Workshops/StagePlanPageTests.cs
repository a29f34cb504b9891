using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;

namespace CoDesign.Tests.Workshops;

/// <summary>Stages are chosen, put in order and timed by hand, without scripts.</summary>
public sealed class StagePlanPageTests(HostFixture host) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task An_activity_planned_by_hand_has_its_stages_in_the_order_and_with_the_times_that_were_chosen()
    {
        using var tom = await host.SignedInAsync("commissioner");
        var board = await PlanAsync(tom, ("discuss", "25"), ("privateWriting", ""), ("closed", "7"), ("vote", "5"));
        var page = await tom.ReadAsync(board);

        Assert.Equal(["Talk about it, about 25 minutes", "Write for yourself", "Decide, about 5 minutes"], Texts(page, "#facts-title ~ ol > li"));
        Assert.Equal(["Talk about it", "Write for yourself", "Decide", "Closed"], Texts(page, ".stage-buttons button"));
    }

    [Fact]
    public async Task The_board_is_set_up_in_another_order_later_and_the_timer_suggests_the_stages_minutes()
    {
        using var tom = await host.SignedInAsync("commissioner");
        var board = await PlanAsync(tom, ("reveal", "10"));
        var sent = await tom.SubmitAsync(board, "set-up", [("setup.question", "What helps?"), ("setup.columns", ""), ("setup.deciding", "score"), ("setup.dots", "1"), .. Rows("setup", ("discuss", "35"), ("reveal", "10"))]);
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);

        await tom.SubmitAsync(board, "enter-stage", ("stage", "discuss"));
        var page = await tom.ReadAsync(board);
        Assert.Equal(["Talk about it", "Read what everybody wrote", "Closed"], Texts(page, ".stage-buttons button"));
        Assert.Equal("35", page.QuerySelector("#start-timer input[name=minutes]")!.GetAttribute("value"));
        Assert.Equal(["discuss", "reveal", "closed", "closed", "closed"], page.QuerySelectorAll("#set-up select[name$='.stage'] option[selected]").Select(option => option.GetAttribute("value")));
    }

    [Fact]
    public async Task A_stage_chosen_twice_is_told_beside_it_with_all_that_was_chosen()
    {
        using var tom = await host.SignedInAsync("commissioner");
        var project = await BeginAsync(tom);
        var answer = await tom.SubmitAsync($"{project}/activities/new", "plan-activity", [.. Plan, .. Rows("board", ("vote", "5"), ("vote", "6"))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await tom.ReadAsync(answer);
        Assert.Contains("chosen this stage twice", page.QuerySelector(".error-summary a")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("board.stages[1].stage", page.QuerySelector("[aria-invalid=true]")!.GetAttribute("name"));
        Assert.Equal("6", page.QuerySelector("input[name='board.stages[1].minutes']")!.GetAttribute("value"));
    }

    private static (string, string)[] Plan { get; } =
    [
        ("plan.title", "An evening"), ("plan.phase", "create"), ("plan.rung", "coDesigned"), ("plan.minutes", "60"),
        ("board.question", "What helps?"), ("board.columns", ""), ("board.deciding", "dots"), ("board.dots", "3"),
    ];

    private static IEnumerable<(string, string)> Rows(string form, params (string Stage, string Minutes)[] rows) =>
        rows.SelectMany((row, place) => new[] { ($"{form}.stages[{place}].stage", row.Stage), ($"{form}.stages[{place}].minutes", row.Minutes) });

    private static string[] Texts(IParentNode page, string selector) => [.. page.QuerySelectorAll(selector).Select(found => found.TextContent.Trim())];

    private static async Task<string> PlanAsync(Visitor tom, params (string Stage, string Minutes)[] stages)
    {
        var sent = await tom.SubmitAsync($"{await BeginAsync(tom)}/activities/new", "plan-activity", [.. Plan, .. Rows("board", stages)]);
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        return sent.Headers.Location!.ToString();
    }

    private static async Task<string> BeginAsync(Visitor tom)
    {
        var begun = await tom.PostJsonAsync("/api/projects", new { name = "Safe by the sea", diamond = "serviceRedesign", purpose = "To feel safe." });
        return $"/projects/{(await begun.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("id").GetString()}";
    }
}

using System.Collections.Immutable;
using CoDesign.App.Identity;
using CoDesign.App.Live;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Thread;
using CoDesign.Domain.Workshops;
using CoDesign.Tests.Browser;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CoDesign.Tests.Journeys;

/// <summary>Every stage of a board, for whoever runs it and whoever takes part: axe, wide and light for the one, dark and as narrow as 400 % zoom makes it for the other.</summary>
[Trait("Category", "Browser")]
public sealed class WorkshopAccessTests(SampleHost host, BrowserFixture browser) : IClassFixture<SampleHost>
{
    private LiveStreams Live => host.Services.GetRequiredService<LiveStreams>();

    [Fact]
    public async Task Everybody_can_use_a_board_in_every_stage()
    {
        var (project, board) = await PlanAsync();
        var here = $"/projects/{project}/activities/{board}";
        var fay = await browser.PersonAsync(host.Address, persona: "facilitator");
        var amina = await browser.PersonAsync(host.Address, 320, dark: true, persona: "service-user");
        await LookAsync(here, fay, amina);

        await DoAsync(board, new EnterStage(Stage.PrivateWriting));
        var note = new NoteId((await DoAsync(board, new AddNote("It is dark by the shelters, and the path there is dark as well", NoteKind.Worry, 0), "service-user")).Made!.Value);
        await DoAsync(board, new WriteForSomebody("More lamps by the shelters", NoteKind.Idea, 1, "Margaret", true));
        await LookAsync(here, fay, amina);
        await LookAsync($"{here}?note={note}", amina);

        await DoAsync(board, new EnterStage(Stage.Reveal));
        await DoAsync(board, new StartTimer(5));
        await DoAsync(board, new GatherPeople(note.Value));
        await LookAsync(here, fay, amina);

        await DoAsync(board, new EnterStage(Stage.Group));
        var group = (await DoAsync(board, new MakeGroup("Light", [note]))).Made!.Value;
        await LookAsync(here, fay, amina);
        await LookAsync($"{here}?note={note}", fay, amina);
        await LookAsync($"{here}?group={group:n}", amina);
        await LookAsync($"{here}?show=canvas", fay, amina);

        foreach (var deciding in Enum.GetValues<Deciding>())
        {
            await DoAsync(board, new EnterStage(Stage.Discuss));
            var setup = BoardSetup.Usual with { Question = "What would make you feel safe here?", Columns = ["Now", "What would help"], Deciding = deciding, Dots = 3 };
            await DoAsync(board, new SetUpBoard(setup));
            await DoAsync(board, new EnterStage(Stage.Vote));
            await LookAsync(here, amina);
            var mark = deciding == Deciding.Consent ? 0 : 1;
            await DoAsync(board, new CastBallot(One(group, mark), One(group, "Lamps wake the street.")));
        }

        var counted = (await DoAsync(board, new CountInVote(null, "Margaret", true, One(group, 2), null))).Made!.Value;
        await LookAsync($"{here}?paper={counted:n}", fay);
        await DoAsync(board, new EnterStage(Stage.Discuss));
        await DoAsync(board, new KeepNotes([note], ThreadKind.Insight, SourceKind.Carer));
        await LookAsync($"{here}?show=keep", fay);
        await DoAsync(board, new EnterStage(Stage.Closed));
        await LookAsync(here, fay, amina);
        await fay.LeaveAsync();
        await amina.LeaveAsync();
    }

    private static async Task LookAsync(string address, params IPage[] people)
    {
        foreach (var page in people)
        {
            var answer = await page.GotoAsync(address);
            Assert.True(answer?.Status == 200, $"{answer?.Status} for {address}");
            foreach (var details in await page.Locator("main details:not([open]) > summary").AllAsync())
            {
                if (await details.IsVisibleAsync()) await details.ClickAsync();
            }

            await page.ShouldBeAccessibleAsync();
            // A page that stays follows the group to the next stage by itself.
            await page.GotoAsync("about:blank");
        }
    }

    private async Task<(ProjectId Project, ActivityId Board)> PlanAsync()
    {
        var sample = await host.SampleAsync();
        var plan = new ActivityPlan("An evening by the sea", "To hear what helps.", Phase.Create, Rung.CoDesigned, null, null, 60, "Village hall", "", "Hearing loop", "£20", "");
        var setup = BoardSetup.Usual with { Question = "What would make you feel safe here?", Columns = ["Now", "What would help"] };
        var planned = await Live.ExecuteAsync(sample.Running.Stream, new PlanActivity(plan, setup), Id("facilitator"), New());
        await host.Services.GetRequiredService<Reactors>().Settled(planned);
        return (sample.Running, new ActivityId(planned.Made!.Value));
    }

    private async Task<Answer> DoAsync(ActivityId board, IBoardCommand command, string by = "facilitator")
    {
        var answer = await Live.ExecuteAsync(board.Board, command, Id(by), New());
        Assert.True(answer.Accepted, $"{command}: {answer.Refusal?.Code}");
        return answer;
    }

    private static ImmutableDictionary<string, T> One<T>(Guid option, T value) => ImmutableDictionary<string, T>.Empty.Add(option.ToString("n"), value);

    private static OperationId New() => new(Guid.NewGuid());

    private static ParticipantId Id(string persona) => SamplePeople.Find(persona)!.Id;
}

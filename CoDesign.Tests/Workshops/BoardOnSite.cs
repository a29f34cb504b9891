using CoDesign.App.Live;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Workshops;
using CoDesign.Tests.Projects;
using Microsoft.Extensions.DependencyInjection;
using static CoDesign.Tests.Projects.ProjectOnSite;

namespace CoDesign.Tests.Workshops;

/// <summary>An evening by the sea on the running app, run by the facilitator, with a service user and two providers.</summary>
internal sealed class BoardOnSite
{
    private readonly LiveStreams _live;

    private BoardOnSite(LiveStreams live, ProjectOnSite project, ActivityId id) => (_live, Project, Id) = (live, project, id);

    /// <summary>The project.</summary>
    public ProjectOnSite Project { get; }

    /// <summary>The activity.</summary>
    public ActivityId Id { get; }

    /// <summary>The address of its page.</summary>
    public string Page => Project.Page($"activities/{Id}");

    /// <summary>What is true of it.</summary>
    public Board State => (Board)_live.Get(Id.Board).State;

    public static async Task<BoardOnSite> MakeAsync(IServiceProvider services, Stage stage, Deciding deciding = Deciding.Dots)
    {
        var live = services.GetRequiredService<LiveStreams>();
        var project = await ProjectOnSite.MakeAsync(services);
        var plan = new ActivityPlan("An evening", "", Phase.Create, Rung.CoDesigned, null, null, 60, "", "", "", "", "");
        var setup = BoardSetup.Usual with { Question = "What would help?", Deciding = deciding };
        var planned = await live.ExecuteAsync(project.Id.Stream, new PlanActivity(plan, setup), Person("commissioner"), new OperationId(Guid.NewGuid()));
        await services.GetRequiredService<Reactors>().Settled(planned);
        var made = new BoardOnSite(live, project, new ActivityId(planned.Made!.Value));
        await made.DoAsync("facilitator", new EnterStage(stage));
        return made;
    }

    /// <summary>Somebody does something, and it isn't refused; what it made.</summary>
    public async Task<Guid> DoAsync(string persona, IBoardCommand command)
    {
        var answer = await _live.ExecuteAsync(Id.Board, command, Person(persona), new OperationId(Guid.NewGuid()));
        Assert.Null(answer.Refusal);
        return answer.Made ?? Guid.Empty;
    }

    /// <summary>Somebody writes a thought on it.</summary>
    public async Task<NoteId> NoteAsync(string persona, string words) => new(await DoAsync(persona, new AddNote(words, NoteKind.Thought, 0)));
}

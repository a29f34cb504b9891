using System.Collections.Immutable;
using CoDesign.App.Identity;
using CoDesign.App.Live;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Text;
using Microsoft.Extensions.DependencyInjection;

namespace CoDesign.Tests.Text;

/// <summary>A clause in a project of Tom's on the running app. Grace writes it with him; Amina uses the service, Ruth provides one, and Joan is a councillor.</summary>
internal sealed class ClauseOnSite
{
    public static readonly ParticipantId Tom = SamplePeople.Find("commissioner")!.Id;
    public static readonly ParticipantId Amina = SamplePeople.Find("service-user")!.Id;
    public static readonly ParticipantId Grace = SamplePeople.Find("facilitator")!.Id;
    public static readonly ParticipantId Ruth = SamplePeople.Find("provider")!.Id;
    private readonly IServiceProvider _services;

    private ClauseOnSite(IServiceProvider services) => _services = services;

    /// <summary>The project's stream.</summary>
    public StreamId Project { get; private init; }

    /// <summary>The text's identifier, as the hub takes it.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The page on which the clause is written.</summary>
    public string Page => $"/projects/{Project.Value:n}/specification?clause={Text}";

    public static async Task<ClauseOnSite> MakeAsync(IServiceProvider services, string words = "")
    {
        var operation = new OperationId(Guid.NewGuid());
        var made = new ClauseOnSite(services) { Project = LiveStreams.NewStream("project", Tom, operation) };
        var live = services.GetRequiredService<LiveStreams>();
        await live.ExecuteAsync(made.Project, new CreateProject("Warm meals", Diamond.ServiceRedesign, "Nobody eats alone."), Tom, operation);
        await made.DoAsync(new InviteParticipant(Amina, Role.ServiceUser));
        await made.DoAsync(new InviteParticipant(Grace, Role.Commissioner));
        await made.DoAsync(new InviteParticipant(Ruth, Role.Provider));
        await made.DoAsync(new InviteParticipant(SamplePeople.Find("member")!.Id, Role.Member));
        var clause = await made.DoAsync(new AddClause("Meals", ClauseKind.Need, ImmutableArray<OutcomeId>.Empty));
        made.Text = clause.Made!.Value.ToString("n");
        if (words.Length > 0)
            await live.ExecuteAsync(new StreamId("text", clause.Made.Value), new ReplaceText(0, "", words), Tom, new OperationId(Guid.NewGuid()));
        return made;
    }

    /// <summary>Tom does something in the project.</summary>
    public async Task<Answer> DoAsync(ICommand command)
    {
        var answer = await _services.GetRequiredService<LiveStreams>().ExecuteAsync(Project, command, Tom, new OperationId(Guid.NewGuid()));
        Assert.Null(answer.Refusal);
        await _services.GetRequiredService<Reactors>().Settled(answer);
        return answer;
    }

    /// <summary>Somebody does something in the text.</summary>
    public async Task<Answer> WriteAsync(ParticipantId who, ITextCommand command)
    {
        var answer = await _services.GetRequiredService<LiveStreams>().ExecuteAsync(Stream, command, who, new OperationId(Guid.NewGuid()));
        Assert.Null(answer.Refusal);
        return answer;
    }

    /// <summary>What is true of the text.</summary>
    public TextDocument State => (TextDocument)_services.GetRequiredService<LiveStreams>().Get(Stream).State;

    /// <summary>The words as everybody has them.</summary>
    public string Words => State.Text;

    private StreamId Stream => new("text", Guid.ParseExact(Text, "n"));
}

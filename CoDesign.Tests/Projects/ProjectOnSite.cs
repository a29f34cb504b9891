using CoDesign.App.Identity;
using CoDesign.App.Live;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using Microsoft.Extensions.DependencyInjection;

namespace CoDesign.Tests.Projects;

/// <summary>A project of Tom's on the running app, with everybody in it whom it takes to keep something from somebody.</summary>
internal sealed class ProjectOnSite
{
    private readonly IServiceProvider _services;

    private ProjectOnSite(IServiceProvider services, ProjectId id) => (_services, Id) = (services, id);

    /// <summary>The project.</summary>
    public ProjectId Id { get; }

    /// <summary>The address of one of its pages.</summary>
    public string Page(string segment = "") => $"/projects/{Id}/{segment}";

    public static ParticipantId Person(string persona) => SamplePeople.Find(persona)!.Id;

    public static async Task<ProjectOnSite> MakeAsync(IServiceProvider services)
    {
        var operation = new OperationId(Guid.NewGuid());
        var tom = Person("commissioner");
        var stream = LiveStreams.NewStream("project", tom, operation);
        var answer = await services.GetRequiredService<LiveStreams>()
            .ExecuteAsync(stream, new CreateProject("Safe by the sea", Diamond.ServiceRedesign, "People feel safe."), tom, operation);
        var made = new ProjectOnSite(services, new ProjectId(answer.Made!.Value));
        foreach (var (persona, role) in new[] { ("facilitator", Role.Facilitator), ("service-user", Role.ServiceUser), ("provider", Role.Provider), ("provider-2", Role.Provider), ("member", Role.Member) })
            await made.DoAsync("commissioner", new InviteParticipant(Person(persona), role));
        return made;
    }

    /// <summary>Somebody does something, and it isn't refused.</summary>
    public async Task<Guid> DoAsync(string persona, IProjectCommand command)
    {
        var answer = await _services.GetRequiredService<LiveStreams>().ExecuteAsync(Id.Stream, command, Person(persona), new OperationId(Guid.NewGuid()));
        Assert.Null(answer.Refusal);
        return answer.Made ?? Guid.Empty;
    }
}

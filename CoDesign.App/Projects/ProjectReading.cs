using CoDesign.App.Identity;
using CoDesign.App.Live;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;

namespace CoDesign.App.Projects;

/// <summary>Reads projects for a viewer.</summary>
public static class ProjectReading
{
    /// <summary>What somebody may see of a project.</summary>
    public static ProjectView? View(Reading reading, ProjectId id, ParticipantId viewer) =>
        ProjectView.For(reading.Find<Project>(id.Stream), viewer);
}

/// <summary>
/// What people of a project are called, for one reader: those who run it see the names of people who agreed to that,
/// everybody else sees what somebody's part is.
/// </summary>
public sealed class Names(People people, CurrentPerson me)
{
    /// <summary>What the reader sees of somebody.</summary>
    public string Of(ProjectView project, ParticipantId person) => person == me.Id ? "You" : Called(project, person);

    /// <summary>The same, with the reader's own name for themselves.</summary>
    public string Called(ProjectView project, ParticipantId person) => person == me.Id ? people.NameOf(person) : Called(people, project, person);

    /// <summary>What somebody else is called for whose view of the project it is.</summary>
    public static string Called(People people, ProjectView project, ParticipantId person)
    {
        if (person == ParticipantId.System || project.MayManage && !project.Unnamed.Contains(person)) return people.NameOf(person);
        return project.People.TryGetValue(person, out var roles) ? Label(roles[0]) : People.Nameless;
    }

    /// <summary>A role in words.</summary>
    public static string Label(Role role) => role switch
    {
        Role.ServiceUser => "Service user",
        _ => role.ToString(),
    };
}

using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;

namespace CoDesign.App.Shell;

/// <summary>One page of a project, as its navigation shows it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Segment">The last part of its address; empty for the Planner.</param>
/// <param name="Phase">The phase it belongs to, where it belongs to one.</param>
/// <param name="OfOwnWords">Whether it is only for those who bring insights and ideas.</param>
public sealed record ProjectSection(string Name, string Segment, Phase? Phase, bool OfOwnWords = false)
{
    /// <summary>The pages of a project in the order of its work.</summary>
    public static IReadOnlyList<ProjectSection> All { get; } =
    [
        new("Planner", "", Domain.Projects.Phase.Initiate),
        new("Method Deck", "deck", null),
        new("Insights", "insights", Domain.Projects.Phase.Create),
        new("Ideas", "ideas", Domain.Projects.Phase.Create),
        new("Trials", "trials", Domain.Projects.Phase.Test),
        new("Outcomes", "outcomes", Domain.Projects.Phase.Define),
        new("Specification", "specification", Domain.Projects.Phase.Define),
        new("Thread", "thread", null),
        new("Tender", "tender", null),
        new("My words", "mine", null, OfOwnWords: true),
    ];

    /// <summary>The page's address in one project.</summary>
    public string Address(ProjectId project) =>
        Segment.Length == 0 ? $"/projects/{project.Text()}" : $"/projects/{project.Text()}/{Segment}";
}

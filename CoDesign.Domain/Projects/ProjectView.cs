using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Thread;

namespace CoDesign.Domain.Projects;

/// <summary>What one reader may see of a project. Unchanged parts keep their reference.</summary>
public sealed record ProjectView
{
    /// <summary>The project.</summary>
    public required ProjectId Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>The kind of project.</summary>
    public required Diamond Diamond { get; init; }

    /// <summary>What it is for.</summary>
    public required string Purpose { get; init; }

    /// <summary>The open code, for officers; null for others and where joining is closed.</summary>
    public required string? JoinCode { get; init; }

    /// <summary>Who takes part, with roles.</summary>
    public required ImmutableDictionary<ParticipantId, ImmutableArray<Role>> People { get; init; }

    /// <summary>Insights, oldest first.</summary>
    public required ImmutableList<Insight> Insights { get; init; }

    /// <summary>Ideas, oldest first.</summary>
    public required ImmutableList<Idea> Ideas { get; init; }

    /// <summary>Trials, oldest first.</summary>
    public required ImmutableList<Trial> Trials { get; init; }

    /// <summary>Outcomes, oldest first.</summary>
    public required ImmutableList<Outcome> Outcomes { get; init; }

    /// <summary>Clauses in the order of the outline.</summary>
    public required ImmutableList<Clause> Clauses { get; init; }

    /// <summary>Ties of the thread.</summary>
    public required ImmutableList<ThreadLink> Links { get; init; }

    /// <summary>The plan.</summary>
    public required Plan Plan { get; init; }

    /// <summary>What must come out of each phase, and what of it is there.</summary>
    public ImmutableArray<PhaseOutput> Outputs => PhaseOutput.Of(this);

    /// <summary>The tender, where there is one.</summary>
    public required Guid? Tender { get; init; }

    /// <summary>The latest acts, newest first.</summary>
    public required ImmutableList<Act> Feed { get; init; }

    /// <summary>Whether the reader may add insights, ideas, trials and outcomes.</summary>
    public required bool MayContribute { get; init; }

    /// <summary>Whether the reader runs the project: outline, joining, tender.</summary>
    public required bool MayManage { get; init; }

    /// <summary>Whether the reader decides who is in it.</summary>
    public required bool MayInvite { get; init; }

    /// <summary>Whether the reader may write in the specification.</summary>
    public required bool MayWrite { get; init; }

    /// <summary>The view of one reader; null for who may not see the project, or where there is none.</summary>
    public static ProjectView? For(Project? project, ParticipantId viewer)
    {
        if (project is null || !project.IsReader(viewer)) return null;
        var officer = project.IsOfficer(viewer);
        return new ProjectView
        {
            Id = project.Id,
            Name = project.Name,
            Diamond = project.Diamond,
            Purpose = project.Purpose,
            JoinCode = officer ? project.JoinCode : null,
            People = project.People,
            Insights = project.Insights,
            Ideas = project.Ideas,
            Trials = project.Trials,
            Outcomes = project.Outcomes,
            Clauses = project.Clauses,
            Links = project.Links,
            Plan = project.Plan,
            Tender = officer || project.Holds(viewer, Role.Member) ? project.Tender : null,
            Feed = project.Feed,
            MayContribute = project.IsContributor(viewer),
            MayManage = officer,
            MayInvite = project.Holds(viewer, Role.Commissioner),
            MayWrite = project.Holds(viewer, Role.Commissioner, Role.Facilitator, Role.ServiceUser),
        };
    }
}

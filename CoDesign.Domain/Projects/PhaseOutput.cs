using System.Collections.Immutable;

namespace CoDesign.Domain.Projects;

/// <summary>One thing that must come out of a phase, after the Social Innovation Lab for Kent.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="What">In words.</param>
/// <param name="IsThere">Whether it is.</param>
public sealed record PhaseOutput(Phase Phase, string What, bool IsThere)
{
    /// <summary>What must come out of each phase, in order, and what of it is there.</summary>
    public static ImmutableArray<PhaseOutput> Of(ProjectView project)
    {
        var plan = project.Plan;
        return
        [
            new(Phase.Initiate, "Somebody who uses the service takes part", Anybody(Role.ServiceUser)),
            new(Phase.Initiate, "A provider takes part", Anybody(Role.Provider)),
            new(Phase.Initiate, "A map of who is affected, with nobody missing", !plan.Affected.IsEmpty && !plan.Affected.Exists(a => a.Standing == Standing.Missing)),
            new(Phase.Initiate, "A decision that people can influence is named", !plan.Influences.IsEmpty),
            new(Phase.Initiate, "A plan with at least one activity that has a date and a lead",
                plan.Activities.Exists(a => a.State != ActivityState.Cancelled && a.Plan is { Starts: not null, Lead: not null })),
            new(Phase.Initiate, "Who else needs to know, and how they are told", !plan.Informed.IsEmpty),
            new(Phase.Create, "Insights from at least three kinds of people", project.Insights.Select(i => i.Source).Distinct().Count() >= 3),
            new(Phase.Create, "Themes that bring together what people said", !project.Themes.IsEmpty),
            new(Phase.Create, "Ideas that can be tried", !project.Ideas.IsEmpty),
            new(Phase.Test, "A trial that shows what works", project.Trials.Exists(t => t.Verdict == Verdict.Works)),
            new(Phase.Test, "No trial without a verdict", !project.Trials.IsEmpty && project.Trials.TrueForAll(t => t.Verdict is not null)),
            new(Phase.Define, "Outcomes, each with a measure", !project.Outcomes.IsEmpty && project.Outcomes.TrueForAll(o => !o.Measures.IsEmpty)),
            new(Phase.Define, "Clauses of the specification", !project.Clauses.IsEmpty),
            new(Phase.Define, "A report that says what was learned", project.Report.Exists(words => words.Part == Specifications.ReportPart.Learned)),
        ];

        bool Anybody(Role role) => project.People.Values.Any(roles => roles.Contains(role));
    }

    /// <summary>What a phase still lacks, in words.</summary>
    public static ImmutableArray<string> MissingFrom(ProjectView project, Phase phase) =>
        [.. Of(project).Where(output => output.Phase == phase && !output.IsThere).Select(output => output.What)];
}

using System.Collections.Immutable;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Thread;

namespace CoDesign.Domain.Specifications;

/// <summary>What somebody may want to look at again.</summary>
public enum WarningKind
{
    /// <summary>Much of the specification constrains, which stops new ideas.</summary>
    ManyConstraints,

    /// <summary>An outcome has no measure.</summary>
    NoMeasure,

    /// <summary>A figure has no baseline: nobody knows how it is today.</summary>
    NoBaseline,

    /// <summary>A measure doesn't say how often or how anybody looks.</summary>
    NoWayToKnow,

    /// <summary>An outcome says what somebody does instead of what is different for people.</summary>
    Activity,

    /// <summary>Nothing that one kind of people said reaches a clause.</summary>
    Unheard,
}

/// <summary>A warning that helps. It never stops anybody.</summary>
/// <param name="Kind">Of what.</param>
/// <param name="On">What it is about; null for the whole.</param>
/// <param name="Words">The words that it is about, or the kind of people.</param>
public sealed record SpecificationWarning(WarningKind Kind, ThreadRef? On, string Words)
{
    /// <summary>More than one in so many clauses being a constraint is much.</summary>
    public const int OneIn = 3;

    /// <summary>So many constraints at least are much.</summary>
    public const int Fewest = 3;

    /// <summary>Everything to look at again, in the order of <see cref="WarningKind"/>.</summary>
    public static ImmutableArray<SpecificationWarning> Of(ProjectView project)
    {
        var outcomes = project.Outcomes;
        return
        [
            .. Constraints(project),
            .. outcomes.Where(outcome => outcome.Measures.IsEmpty).Select(outcome => new SpecificationWarning(WarningKind.NoMeasure, Ref(outcome), outcome.Statement)),
            .. Measures(outcomes, gauge => gauge is { Kind: MeasureKind.Quantitative, Baseline: null }, WarningKind.NoBaseline),
            .. Measures(outcomes, gauge => gauge.HowOften.Length == 0 && gauge.How.Length == 0, WarningKind.NoWayToKnow),
            .. outcomes.Where(outcome => ActivityWording.Find(outcome.Statement) is not null).Select(outcome => new SpecificationWarning(WarningKind.Activity, Ref(outcome), outcome.Statement)),
            .. Unheard(project),
        ];
    }

    private static IEnumerable<SpecificationWarning> Constraints(ProjectView project)
    {
        var constraints = project.Clauses.Count(clause => clause.Kind == ClauseKind.Constraint);
        if (constraints >= Fewest && constraints * OneIn > project.Clauses.Count)
            yield return new SpecificationWarning(WarningKind.ManyConstraints, null, $"{constraints} of {project.Clauses.Count}");
    }

    private static IEnumerable<SpecificationWarning> Measures(IEnumerable<Outcome> outcomes, Func<Gauge, bool> which, WarningKind kind) =>
        outcomes.SelectMany(outcome => outcome.Measures.Where(measure => which(measure.Gauge)).Select(measure => new SpecificationWarning(kind, Ref(outcome), measure.Gauge.Sentence)));

    /// <summary>Kinds of people of whom something is heard, but nothing of it reaches a clause.</summary>
    private static IEnumerable<SpecificationWarning> Unheard(ProjectView project)
    {
        if (project.Clauses.IsEmpty) return [];
        var missing = Coverage.Of(ThreadView.For(project, null, null), []).Gaps.Select(gap => gap.Node.Ref).ToHashSet();
        return project.Insights.GroupBy(insight => insight.Source).OrderBy(kind => kind.Key)
            .Where(kind => kind.All(insight => missing.Contains(new ThreadRef(ThreadKind.Insight, insight.Id.Value))))
            .Select(kind => new SpecificationWarning(WarningKind.Unheard, null, kind.Key.ToString()));
    }

    private static ThreadRef Ref(Outcome outcome) => new(ThreadKind.Outcome, outcome.Id.Value);
}

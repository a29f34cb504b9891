using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Specifications;
using CoDesign.Tests.Kernel;
using static CoDesign.Tests.Projects.GivenProject;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Specifications;

/// <summary>Warnings help, and stop nobody.</summary>
public sealed class SpecificationWarningTests
{
    [Fact]
    public void More_than_one_constraint_in_three_clauses_is_much()
    {
        var few = Grown.By(Tom, Constraint(1), Constraint(2));
        Assert.DoesNotContain(Warnings(few), warning => warning.Kind == WarningKind.ManyConstraints);
        var many = few.By(Tom, Constraint(3));
        Assert.Equal("3 of 5", Assert.Single(Warnings(many), warning => warning.Kind == WarningKind.ManyConstraints).Words);
        var enough = many.By(Tom, [.. Enumerable.Range(0, 4).Select(i => new ClauseAdded(new ClauseId(Derived.Guid(Given.Made, $"room {i}")), "Room", ClauseKind.RoomForOtherWays))]);
        Assert.DoesNotContain(Warnings(enough), warning => warning.Kind == WarningKind.ManyConstraints);
    }

    [Fact]
    public void An_outcome_needs_a_measure_and_says_what_is_different_for_people()
    {
        var alone = new OutcomeId(Given.Made);
        var warnings = Warnings(Grown.By(Tom, new OutcomeDescribed(alone, "Deliver workshops")));

        Assert.Equal([WarningKind.NoMeasure, WarningKind.Activity], warnings.Where(warning => warning.On == On(alone)).Select(warning => warning.Kind));
        Assert.DoesNotContain(warnings, warning => warning.On == On(Safe) && warning.Kind is WarningKind.NoMeasure or WarningKind.Activity);
    }

    [Fact]
    public void A_figure_needs_a_baseline_and_every_measure_a_way_to_know()
    {
        var (figure, known) = (new MeasureId(Derived.Guid(Given.Made, "figure")), new MeasureId(Derived.Guid(Given.Made, "known")));
        var warnings = Warnings(Grown.By(Tom,
            new MeasureAdded(figure, Safe, new Gauge(MeasureKind.Quantitative, "Falls", null, 3, null, "", "", "", ""), Bound.Provider),
            new MeasureAdded(known, Safe, new Gauge(MeasureKind.Quantitative, "Walks", 0, 3, null, "monthly", "", "", ""), Bound.Provider)));

        Assert.Equal(["Falls: 3"], warnings.Where(warning => warning.Kind == WarningKind.NoBaseline).Select(warning => warning.Words));
        Assert.Equal(["We ask Everybody: “Do you feel safe?”", "Falls: 3"], warnings.Where(warning => warning.Kind == WarningKind.NoWayToKnow).Select(warning => warning.Words));
    }

    [Fact]
    public void People_of_whom_nothing_reaches_a_clause_are_named_as_a_kind()
    {
        Assert.Equal(["ServiceUser"], Warnings(Grown).Where(warning => warning.Kind == WarningKind.Unheard).Select(warning => warning.Words));
        Assert.DoesNotContain(Warnings(Grown.By(Tom, new LinkMade(Link(On(Bench), On(Winters))))), warning => warning.Kind == WarningKind.Unheard);
        Assert.Empty(Warnings(Begun.By(Amina, new InsightCaptured(Dark, "Dark.", SourceKind.Carer, []))));
    }

    private static ClauseAdded Constraint(int which) => new(new ClauseId(Derived.Guid(Given.Made, $"constraint {which}")), "No", ClauseKind.Constraint);

    private static SpecificationWarning[] Warnings(Given<ProjectDecider, Project, IProjectCommand> project) => [.. SpecificationWarning.Of(ProjectView.For(project.State, Amina)!)];
}

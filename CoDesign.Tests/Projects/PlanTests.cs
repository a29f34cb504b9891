using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Workshops;
using CoDesign.Tests.Kernel;
using static CoDesign.Tests.Projects.GivenProject;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Projects;

public sealed class PlanTests
{
    private static readonly PlanItemId _made = new(Given.Made);
    private static readonly ActivityPlan _evening = new("An evening by the sea", "", Phase.Create, Rung.CoDesigned, null, null, 60, "", "", "", "", "");
    private static readonly BoardSetup _board = BoardSetup.Usual with { Question = "What would help?" };
    private static readonly ActivityId _there = new(Derived.Guid(Guid.Empty, "there"));

    [Fact]
    public void Everybody_who_takes_part_writes_the_plan_and_a_councillor_only_reads_it()
    {
        Begun.When(Amina, new WriteInfluence(null, " What the contract must do ", "The cabinet", null, Rung.Involved))
            .Then(new InfluenceWritten(_made, "What the contract must do", "The cabinet", null, Rung.Involved));
        Begun.When(Hannah, new WriteAffected(null, "Carers who work", "", Standing.Missing, "")).Then(new AffectedWritten(_made, "Carers who work", "", Standing.Missing, ""));
        Begun.When(Amina, new WriteInformed(null, "The bus company", "A letter", null, false)).Then(new InformedWritten(_made, "The bus company", "A letter", null, false));
        Begun.When(Amina, new WriteRisk(null, "People tire", "Short visits")).Then(new RiskWritten(_made, "People tire", "Short visits"));
        Begun.When(Cllr, new WriteRisk(null, "People tire", "Short visits")).ThenRefused("project.not-contributor");
        Begun.When(Olu, new WriteRisk(null, "People tire", "Short visits")).ThenRefused("not-found");
    }

    [Fact]
    public void A_line_is_changed_in_its_place_and_taken_out()
    {
        var written = Begun.By(Amina, new RiskWritten(_made, "People tire", "Short visits"));
        var changed = written.When(Hannah, new WriteRisk(_made, "People tire", "Short visits, paid")).Then(new RiskWritten(_made, "People tire", "Short visits, paid"));
        Assert.Equal("Short visits, paid", Assert.Single(changed.State.Plan.Risks).Answer);
        Assert.Empty(changed.When(Amina, new RemovePlanItem(_made)).ThenState().Plan.Risks);
        Begun.When(Amina, new RemovePlanItem(_made)).ThenRefused("not-found");
        written.When(Amina, new WriteAffected(_made, "Not that list", "", Standing.Missing, "")).ThenRefused("not-found");
    }

    [Fact]
    public void Lines_need_their_words()
    {
        Begun.When(Amina, new WriteInfluence(null, " ", "x", null, Rung.Told)).ThenRefused("decision.empty", "decision");
        Begun.When(Amina, new WriteInfluence(null, "x", "", null, Rung.Told)).ThenRefused("who-decides.empty", "whoDecides");
        Begun.When(Amina, new WriteInfluence(null, "x", "y", null, (Rung)9)).ThenRefused("rung.unknown", "rung");
        Begun.When(Amina, new WriteAffected(null, "", "", Standing.Missing, "")).ThenRefused("who.empty", "who");
        Begun.When(Amina, new WriteInformed(null, "x", "", null, false)).ThenRefused("how.empty", "how");
        Begun.When(Amina, new WriteRisk(null, "x", "")).ThenRefused("answer.empty", "answer");
    }

    [Fact]
    public void Moving_on_while_something_is_missing_needs_a_reason_and_keeps_what_was_missing()
    {
        Begun.When(Tom, new EnterPhase(Phase.Create, "")).ThenRefused("reason.empty", "reason");
        var moved = Begun.When(Tom, new EnterPhase(Phase.Create, "We can’t wait.")).ThenState();
        Assert.Equal(Phase.Create, moved.Plan.Phase);
        Assert.Contains("A decision that people can influence is named", moved.Plan.Path[0].Missing);
        Assert.DoesNotContain("Somebody who uses the service takes part", moved.Plan.Path[0].Missing);
    }

    [Fact]
    public void Going_back_needs_a_reason_and_nothing_is_lost()
    {
        var on = Grown.By(Tom, new PhaseEntered(Phase.Define, [], "On."));
        on.When(Tom, new EnterPhase(Phase.Test, " ")).ThenRefused("reason.empty", "reason");
        var back = on.When(Fay, new EnterPhase(Phase.Test, "One more trial.")).ThenState();
        Assert.Equal([Phase.Define, Phase.Test], back.Plan.Path.Select(step => step.Phase));
        Assert.Equal(2, back.Clauses.Count);
        on.When(Tom, new EnterPhase(Phase.Define, "")).ThenNothing();
        on.When(Amina, new EnterPhase(Phase.Test, "One more trial.")).ThenRefused("project.not-officer");
    }

    [Fact]
    public void An_activity_is_planned_with_a_board_that_makes_sense()
    {
        Begun.When(Amina, new PlanActivity(_evening, _board)).Then(new ActivityPlanned(new ActivityId(Given.Made), _evening, _board));
        Begun.When(Amina, new PlanActivity(_evening with { Title = " " }, _board)).ThenRefused("plan.title.empty", "plan.title");
        Begun.When(Amina, new PlanActivity(_evening with { Lead = Nobody }, _board)).ThenRefused("plan.lead-unknown", "plan.lead");
        Begun.When(Amina, new PlanActivity(_evening with { Minutes = -1 }, _board)).ThenRefused("plan.minutes", "plan.minutes");
        Begun.When(Amina, new PlanActivity(_evening with { Link = "javascript:alert(1)" }, _board)).ThenRefused("plan.link", "plan.link");
        Begun.When(Amina, new PlanActivity(_evening, _board with { Question = "" })).ThenRefused("board.question.empty", "board.question");
        Begun.When(Amina, new PlanActivity(_evening, _board with { Stages = [] })).ThenRefused("board.stages", "board.stages[0].stage");
        Begun.When(Amina, new PlanActivity(_evening, _board with { Stages = [new(Stage.Vote, null), new(Stage.Vote, 5)] })).ThenRefused("board.stages", "board.stages[1].stage");
        Begun.When(Amina, new PlanActivity(_evening, _board with { Columns = ["1", "2", "3", "4", "5", "6", "7"] })).ThenRefused("board.too-many-columns", "board.columns");
        Begun.When(Amina, new PlanActivity(null, null)).ThenRefused("plan.empty", "plan");
    }

    [Fact]
    public void What_is_over_is_not_planned_otherwise_and_only_what_is_to_come_is_called_off()
    {
        var planned = Begun.By(Amina, new ActivityPlanned(_there, _evening, _board));
        planned.When(Amina, new ChangeActivity(_there, _evening with { Place = "The hall" })).Then(new ActivityChanged(_there, _evening with { Place = "The hall" }));
        planned.When(Amina, new ChangeActivity(_there, _evening)).ThenNothing();
        planned.When(Amina, new CancelActivity(_there, "Storm")).ThenRefused("project.not-officer");
        planned.When(Fay, new CancelActivity(_there, "")).ThenRefused("reason.empty", "reason");
        var off = planned.When(Fay, new CancelActivity(_there, "Storm")).Then(new ActivityMoved(_there, ActivityState.Cancelled, "Storm"));
        off.When(Amina, new ChangeActivity(_there, _evening with { Place = "The hall" })).ThenRefused("activity.over");
        var open = planned.When(ParticipantId.System, new MoveActivity(_there, ActivityState.Open)).Then(new ActivityMoved(_there, ActivityState.Open, ""));
        open.When(Fay, new CancelActivity(_there, "Storm")).ThenRefused("activity.begun");
        planned.When(Fay, new MoveActivity(_there, ActivityState.Open)).ThenRefused("not-found");
    }

    [Fact]
    public void The_project_is_described_anew_by_those_who_run_it()
    {
        var described = Begun.When(Fay, new DescribeProject("Safe", "So that people go out.", "Your words stay yours.")).ThenState();
        Assert.Equal(("Safe", "So that people go out.", "Your words stay yours."), (described.Name, described.Purpose, described.Plan.Consent));
        Begun.When(Amina, new DescribeProject("Safe", "So that people go out.", "")).ThenRefused("project.not-officer");
        Begun.When(Fay, new DescribeProject("", "So that people go out.", "")).ThenRefused("name.empty", "name");
    }
}

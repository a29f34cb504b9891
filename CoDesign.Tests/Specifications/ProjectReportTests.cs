using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Specifications;
using CoDesign.Domain.Thread;
using CoDesign.Tests.Kernel;
using static CoDesign.Tests.Projects.GivenProject;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Specifications;

/// <summary>The report is made from what happened, and any part of it can be put in people's own words.</summary>
public sealed class ProjectReportTests
{
    [Fact]
    public void Every_part_is_made_from_what_happened()
    {
        var project = Themed.By(Fay, new PhaseEntered(Phase.Create, [], "Enough people are in."), new GapExplained(On(Bench), GapReason.ForLater, "In spring."));

        Assert.Equal("People feel safe on the sea front.\n", Part(project, ReportPart.Purpose));
        Assert.Contains("23 November 2026: to Create. Enough people are in.", Part(project, ReportPart.Way), StringComparison.Ordinal);
        Assert.Contains("- **The evening** (1 insight)\n  - “It is dark by the sea.”", Part(project, ReportPart.Themes), StringComparison.Ordinal);
        Assert.Contains("- **Wardens**, round 1. It works. They came.", Part(project, ReportPart.Trials), StringComparison.Ordinal);
        Assert.Contains("- **People feel safe in the evening.**\n  - We ask Everybody: “Do you feel safe?” (for the provider)", Part(project, ReportPart.Outcomes), StringComparison.Ordinal);
        Assert.Contains("- 1 Evenings\n- 2 Winters\n\n1 of 2 insights reach the specification, and 1 more carry a reason why not. 1 of 2 clauses come from", Part(project, ReportPart.Specification), StringComparison.Ordinal);
    }

    [Fact]
    public void Few_people_are_never_counted_and_nobody_is_named()
    {
        var voices = Part(Grown, ReportPart.Voices);
        Assert.Contains("- Carers: fewer than 5 insights", voices, StringComparison.Ordinal);
        Assert.Contains("- Providers: nobody yet", voices, StringComparison.Ordinal);
        Assert.DoesNotContain(Amina.ToString(), Whole(Grown), StringComparison.Ordinal);
    }

    [Fact]
    public void An_idea_in_confidence_is_in_no_report_not_even_its_authors() =>
        Assert.DoesNotContain("secret", Whole(Grown.By(Hannah, new IdeaOffered(new IdeaId(Given.Made), "A secret lamp", "Secret.", [])), Hannah), StringComparison.Ordinal);

    [Fact]
    public void What_people_typed_stays_in_its_place()
    {
        var project = Begun.By(Tom, new OutcomeDescribed(Safe, "# Not a heading\n\n<b>[x](javascript:1)"), new ReportPartWritten(ReportPart.Learned, "# Ours\n\n```\nopen"));
        var whole = Whole(project);
        Assert.Equal(Enum.GetValues<ReportPart>().Length, whole.Split('\n').Count(line => line.StartsWith("## ", StringComparison.Ordinal)));
        Assert.DoesNotContain("\n```", whole, StringComparison.Ordinal);
    }

    [Fact]
    public void Officers_put_a_part_in_their_own_words_and_give_it_back()
    {
        var written = Grown.When(Fay, new WriteReportPart(ReportPart.Learned, " Ask sooner. ")).Then(new ReportPartWritten(ReportPart.Learned, "Ask sooner."));
        Assert.Equal("Ask sooner.", Part(written, ReportPart.Learned));
        written.When(Fay, new WriteReportPart(ReportPart.Learned, "Ask sooner.")).ThenNothing();
        written.When(Tom, new WriteReportPart(ReportPart.Learned, "")).Then(new ReportPartGivenBack(ReportPart.Learned));
        Grown.When(Amina, new WriteReportPart(ReportPart.Learned, "Mine.")).ThenRefused("project.not-officer");
        Grown.When(Tom, new WriteReportPart((ReportPart)99, "Mine.")).ThenRefused("part.unknown", "part");
        Grown.When(Tom, new WriteReportPart(ReportPart.Learned, new string('x', 20_001))).ThenRefused("text.too-long", "text");
    }

    [Fact]
    public void Define_is_done_once_the_report_says_what_was_learned()
    {
        const string missing = "A report that says what was learned";
        Assert.Contains(missing, PhaseOutput.MissingFrom(View(Grown), Phase.Define));
        Assert.DoesNotContain(missing, PhaseOutput.MissingFrom(View(Grown.By(Fay, new ReportPartWritten(ReportPart.Learned, "Ask sooner."))), Phase.Define));
    }

    private static ProjectView View(Given<ProjectDecider, Project, IProjectCommand> project, ParticipantId? viewer = null) => ProjectView.For(project.State, viewer ?? Amina)!;

    private static System.Collections.Immutable.ImmutableArray<ReportSection> Sections(Given<ProjectDecider, Project, IProjectCommand> project, ParticipantId? viewer = null)
    {
        var view = View(project, viewer);
        return ProjectReport.Of(view, Coverage.Of(ThreadView.For(view, null, null), view.Gaps));
    }

    private static string Part(Given<ProjectDecider, Project, IProjectCommand> project, ReportPart part) => Sections(project).Single(section => section.Part == part).Markdown;

    private static string Whole(Given<ProjectDecider, Project, IProjectCommand> project, ParticipantId? viewer = null) => ProjectReport.Whole(View(project, viewer), Sections(project, viewer));
}

using System.Collections.Immutable;
using CoDesign.Domain.Projects;
using static CoDesign.Tests.Projects.GivenProject;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Projects;

/// <summary>Every field that can be filled in wrongly is refused by name.</summary>
public sealed class ProjectFieldTests
{
    public static TheoryData<IProjectCommand, string, string?> Refused => new()
    {
        { new CaptureInsight(null, SourceKind.Carer, []), "text.empty", "text" },
        { new CaptureInsight(" \n\t", SourceKind.Carer, []), "text.empty", "text" },
        { new CaptureInsight("\u200b\u200d", SourceKind.Carer, []), "text.empty", "text" },
        { new CaptureInsight(new string('x', 4_001), SourceKind.Carer, []), "text.too-long", "text" },
        { new CaptureInsight("a\u0000b", SourceKind.Carer, []), "text.unreadable", "text" },
        { new CaptureInsight("\ude00", SourceKind.Carer, []), "text.unreadable", "text" },
        { new CaptureInsight("Dark", (SourceKind)99, []), "source.unknown", "source" },
        { new CaptureInsight("Dark", SourceKind.Carer, [.. Enumerable.Range(0, 11).Select(i => $"{i}")]), "tags.too-many", "tags" },
        { new CaptureInsight("Dark", SourceKind.Carer, [new string('x', 41)]), "tags.too-many", "tags" },
        { new RewordInsight(default, "Dark"), "not-found", null },
        { new RewordInsight(Dark, ""), "text.empty", "text" },
        { new ProposeIdea(null, "With lamps", []), "title.empty", "title" },
        { new ProposeIdea(new string('x', 121), "With lamps", []), "title.too-long", "title" },
        { new ProposeIdea("Benches", null, []), "description.empty", "description" },
        { new ProposeIdea("Benches", new string('x', 4_001), []), "description.too-long", "description" },
        { new ProposeIdea("Benches", "With lamps", [default]), "from.unknown", "from" },
        { new ProposeIdea("Benches", "With lamps", Some(51)), "from.too-many", "from" },
        { new StartTrial(default, "More", "Count"), "from.unknown", "idea" },
        { new StartTrial(Wardens, null, "Count"), "expectation.empty", "expectation" },
        { new StartTrial(Wardens, "More", new string('x', 2_001)), "how-we-will-know.too-long", "howWeWillKnow" },
        { new ConcludeTrial(default, "Came", Verdict.Works), "not-found", null },
        { new DescribeOutcome(" ", []), "statement.empty", "statement" },
        { new DescribeOutcome(new string('x', 301), []), "statement.too-long", "statement" },
        { new DescribeOutcome("Safe", [default]), "from.unknown", "from" },
        { Measure(MeasureKind.Quantitative) with { Outcome = default }, "from.unknown", "outcome" },
        { Measure((MeasureKind)99), "kind.unknown", "kind" },
        { Measure(MeasureKind.Quantitative) with { Binds = (Bound)99 }, "binds.unknown", "binds" },
        { Measure(MeasureKind.Quantitative) with { Unit = null }, "unit.empty", "unit" },
        { Measure(MeasureKind.Quantitative) with { Target = null }, "target.empty", "target" },
        { Measure(MeasureKind.Quantitative) with { Target = decimal.MaxValue }, "target.too-large", "target" },
        { Measure(MeasureKind.Quantitative) with { HowOften = new string('x', 81) }, "how-often.too-long", "howOften" },
        { Measure(MeasureKind.Qualitative) with { Question = "" }, "question.empty", "question" },
        { Measure(MeasureKind.Qualitative) with { WhoIsAsked = null }, "who-is-asked.empty", "whoIsAsked" },
        { Measure(MeasureKind.Qualitative) with { How = new string('x', 301) }, "how.too-long", "how" },
        { new AddClause(null, ClauseKind.Need, []), "title.empty", "title" },
        { new AddClause("Lamps", (ClauseKind)99, []), "kind.unknown", "kind" },
        { new AddClause("Lamps", ClauseKind.Need, [default]), "from.unknown", "from" },
        { new RenameClause(default, "Lamps"), "not-found", null },
        { new RenameClause(Evenings, null), "title.empty", "title" },
        { new MoveClause(default, 0), "not-found", null },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void What_cannot_be_is_refused_with_the_field_it_is_about(IProjectCommand command, string code, string? field) =>
        Grown.When(Tom, command).ThenRefused(code, field);

    [Theory]
    [InlineData(null, Diamond.ServiceRedesign, "Safe", "name")]
    [InlineData("Safe", (Diamond)99, "Safe", "diamond")]
    [InlineData("Safe", Diamond.ServiceRedesign, " ", "purpose")]
    public void A_project_has_a_name_a_diamond_and_a_purpose(string? name, Diamond diamond, string? purpose, string field) =>
        Nothing.When(Tom, new CreateProject(name, diamond, purpose)).ThenRefused(field == "diamond" ? "diamond.unknown" : $"{field}.empty", field);

    [Fact]
    public void As_much_as_there_is_room_for_is_accepted() =>
        Assert.Equal(4_000, Grown.When(Amina, new CaptureInsight(new string('x', 4_000), SourceKind.Data, default)).ThenState().Insights[^1].Text.Length);

    [Fact]
    public void A_full_project_says_so()
    {
        var insight = Grown.State.Insights[0];
        var full = Grown with { State = Grown.State with { Insights = [.. Enumerable.Repeat(insight, ProjectDecider.Most)] } };
        var tied = Grown with { State = Grown.State with { Links = [.. Enumerable.Repeat(Grown.State.Links[0], ProjectDecider.MostLinks)] } };

        full.When(Amina, new CaptureInsight("One more", SourceKind.Carer, [])).ThenRefused("project.full");
        tied.When(Amina, new LinkThread(Link(On(Bench), On(Evenings)))).ThenRefused("project.full");
        tied.When(Amina, new ProposeIdea("Benches", "With lamps", [Bench])).ThenRefused("project.full");
    }

    private static AddMeasure Measure(MeasureKind kind) =>
        new(Safe, kind, "Falls", 2, 1, null, "monthly", "Do you feel safe?", "Everybody", "By post", Bound.Provider);

    private static ImmutableArray<InsightId> Some(int count) => [.. Enumerable.Range(0, count).Select(_ => new InsightId(Guid.NewGuid()))];
}

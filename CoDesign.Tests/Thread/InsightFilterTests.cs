using CoDesign.Domain.Projects;
using CoDesign.Domain.Thread;
using static CoDesign.Tests.Projects.GivenProject;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Thread;

/// <summary>Insights are found by whose words, theme, tag, words, and whether anything came of them yet.</summary>
public sealed class InsightFilterTests
{
    private static readonly InsightFilter All = new(null, null, null, null, false);
    private static readonly ProjectView Project = ProjectView.For(Themed.State, Amina)!;

    [Fact]
    public void Without_a_filter_all_are_there_newest_first()
    {
        Assert.True(All.IsEmpty);
        Assert.Equal([Bench, Dark], Found(All));
    }

    [Fact]
    public void Each_filter_narrows()
    {
        Assert.Equal([Dark], Found(All with { Source = SourceKind.Carer }));
        Assert.Equal([Dark], Found(All with { Theme = Evening }));
        Assert.Equal([Dark], Found(All with { Tag = " EVENING " }));
        Assert.Equal([Dark], Found(All with { Words = "sea  DARK" }));
        Assert.Equal([Bench], Found(All with { Unused = true }));
        Assert.Empty(Found(All with { Source = SourceKind.ServiceUser, Theme = Evening }));
        Assert.Empty(Found(All with { Words = "dark bench" }));
    }

    [Fact]
    public void An_insight_in_a_theme_is_used_once_something_came_of_the_theme()
    {
        var put = Themed.By(Amina, new LinkMade(Link(On(Bench), On(Evening))));

        Assert.Equal([Bench], Found(All with { Unused = true }, put.State));
        Assert.Empty(Found(All with { Unused = true }, put.By(Amina, new LinkMade(Link(On(Evening), On(Wardens)))).State));
    }

    [Fact]
    public void The_balance_of_voices_shows_no_number_below_five()
    {
        var more = Themed;
        for (var i = 0; i < 4; i++) more = more.By(Amina, new InsightCaptured(new InsightId(Guid.NewGuid()), $"{i}", SourceKind.Carer, []));

        var voices = Voices.Of(more.State.Insights);
        Assert.Equal(new Voice(SourceKind.Carer, true, 5), voices.Single(voice => voice.Source == SourceKind.Carer));
        Assert.Equal(new Voice(SourceKind.ServiceUser, true, null), voices.Single(voice => voice.Source == SourceKind.ServiceUser));
        Assert.Equal(new Voice(SourceKind.Provider, false, null), voices.Single(voice => voice.Source == SourceKind.Provider));
    }

    private static IEnumerable<InsightId> Found(InsightFilter filter, Project? project = null) =>
        filter.Of(project is null ? Project : ProjectView.For(project, Amina)!).Select(insight => insight.Id);
}

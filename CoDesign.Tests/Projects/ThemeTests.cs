using CoDesign.Domain.Projects;
using CoDesign.Domain.Thread;
using CoDesign.Tests.Kernel;
using static CoDesign.Tests.Projects.GivenProject;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Projects;

/// <summary>What insights have in common gets a name, and stays on the thread between words and ideas.</summary>
public sealed class ThemeTests
{
    [Fact]
    public void Whoever_takes_part_names_what_insights_have_in_common()
    {
        foreach (var person in new[] { Amina, Hannah, Fay, Tom })
        {
            var theme = new ThemeId(Given.Made);
            Grown.When(person, new MakeTheme("  The evening ", [Dark, Bench, Dark])).Then(
                new ThemeMade(theme, "The evening"),
                new LinkMade(Link(On(Dark), On(theme))),
                new LinkMade(Link(On(Bench), On(theme))));
        }
    }

    [Fact]
    public void Insights_go_in_and_out_and_what_is_so_already_stays_so()
    {
        Themed.When(Hannah, new PutInTheme(Evening, [Dark, Bench])).Then(new LinkMade(Link(On(Bench), On(Evening))));
        Themed.When(Hannah, new TakeOutOfTheme(Evening, [Dark, Bench])).Then(new LinkRemoved(Link(On(Dark), On(Evening))));
        Themed.When(Hannah, new PutInTheme(Evening, [Dark])).ThenNothing();
        Themed.When(Hannah, new TakeOutOfTheme(Evening, [Bench])).ThenNothing();
    }

    [Fact]
    public void A_theme_is_renamed_but_not_to_the_name_of_another()
    {
        Themed.When(Fay, new RenameTheme(Evening, "After dark")).Then(new ThemeRenamed(Evening, "After dark"));
        Themed.When(Fay, new RenameTheme(Evening, "The evening")).ThenNothing();
        Themed.When(Fay, new RenameTheme(Evening, "THE evening")).Then(new ThemeRenamed(Evening, "THE evening"));
        Themed.When(Fay, new MakeTheme("the EVENING", [])).ThenRefused("theme.exists", "name");
    }

    [Fact]
    public void An_idea_answers_themes_and_insights()
    {
        var idea = new IdeaId(Given.Made);

        Themed.When(Amina, new ProposeIdea("Lamps", "More of them.", [Bench], [Evening])).Then(
            new IdeaProposed(idea, "Lamps", "More of them."), new LinkMade(Link(On(Bench), On(idea))), new LinkMade(Link(On(Evening), On(idea))));
        Themed.When(Amina, new ProposeIdea("Lamps", "More of them.", [], [default])).ThenRefused("from.unknown", "themes");
    }

    [Fact]
    public void Removing_a_theme_first_says_what_would_be_left_without_a_source()
    {
        var lamps = new IdeaId(Given.Made);
        var led = Themed.By(Hannah, new IdeaProposed(lamps, "Lamps", "More."), new LinkMade(Link(On(Evening), On(lamps))));

        led.When(Amina, new RemoveTheme(Evening, false)).ThenRefused("theme.would-orphan", "confirmed");
        Assert.Contains("“Lamps”", led.When(Amina, new RemoveTheme(Evening, false)).Decision.Refusal!.Message, StringComparison.Ordinal);
        var after = led.When(Amina, new RemoveTheme(Evening, true)).Then(
            new LinkRemoved(Link(On(Dark), On(Evening))), new LinkRemoved(Link(On(Evening), On(lamps))), new ThemeRemoved(Evening));
        Assert.Empty(after.State.Themes);
        Assert.Equal(2, after.State.Insights.Count);
        led.By(Hannah, new LinkMade(Link(On(Bench), On(lamps)))).When(Fay, new RemoveTheme(Evening, false)).ThenState();
    }

    [Fact]
    public void Only_its_maker_or_an_officer_removes_a_theme()
    {
        Themed.When(Hannah, new RemoveTheme(Evening, true)).ThenRefused("theme.not-yours");
        Themed.When(Tom, new RemoveTheme(Evening, false)).ThenState();
        Themed.When(Cllr, new RemoveTheme(Evening, true)).ThenRefused("project.not-contributor");
        Themed.When(Nobody, new RemoveTheme(Evening, true)).ThenRefused("not-found");
    }

    public static TheoryData<IProjectCommand, string, string?> Refused => new()
    {
        { new MakeTheme(" ", []), "name.empty", "name" },
        { new MakeTheme(new string('x', 121), []), "name.too-long", "name" },
        { new MakeTheme("Buses", [default]), "from.unknown", "insights" },
        { new RenameTheme(default, "Buses"), "not-found", null },
        { new RenameTheme(Evening, null), "name.empty", "name" },
        { new PutInTheme(default, [Dark]), "not-found", null },
        { new PutInTheme(Evening, default), "insights.empty", "insights" },
        { new PutInTheme(Evening, [default]), "insights.unknown", "insights" },
        { new PutInTheme(Evening, [.. Enumerable.Repeat(Dark, 51)]), "from.too-many", "insights" },
        { new TakeOutOfTheme(Evening, []), "insights.empty", "insights" },
        { new RemoveTheme(default, true), "not-found", null },
        { new LinkThread(Link(On(Wardens), On(Evening))), "link.backwards", "link" },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void What_cannot_be_is_refused(IProjectCommand command, string code, string? field) => Themed.When(Amina, command).ThenRefused(code, field);

    [Fact]
    public void A_theme_stands_on_the_thread_between_words_and_ideas()
    {
        var thread = ThreadView.For(ProjectView.For(Themed.By(Amina, new LinkMade(Link(On(Evening), On(Wardens)))).State, Amina)!, null, null);

        Assert.Equal([On(Dark), On(Bench), On(Evening), On(Wardens)], thread.Nodes.Take(4).Select(node => node.Ref));
        Assert.Contains(On(Evenings), thread.Onward(On(Evening)).Select(node => node.Ref));
        Assert.DoesNotContain(On(Dark), thread.Onward(On(Evening)).Select(node => node.Ref));
    }
}

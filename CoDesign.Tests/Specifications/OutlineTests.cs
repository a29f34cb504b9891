using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Specifications;
using CoDesign.Domain.Text;
using CoDesign.Tests.Kernel;
using CsCheck;
using static CoDesign.Tests.Projects.GivenProject;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Specifications;

/// <summary>Clauses nest, move, and are numbered by where they stand.</summary>
public sealed class OutlineTests
{
    private static readonly ClauseId Lamps = new(Derived.Guid(Guid.Empty, "Lamps"));
    private static readonly ClauseId Snow = new(Derived.Guid(Guid.Empty, "Snow"));

    /// <summary>Evenings with lamps in it, and winters with snow in them.</summary>
    private static readonly Given<ProjectDecider, Project, IProjectCommand> Nested = Grown.By(Tom,
        new ClauseAdded(Lamps, "Lamps", ClauseKind.Constraint, Evenings), new ClauseAdded(Snow, "Snow", ClauseKind.Need, Winters));

    [Fact]
    public void Clauses_are_numbered_by_where_they_stand() =>
        Assert.Equal(["1. Evenings", "1.1 Lamps", "2. Winters", "2.1 Snow"], Headings(Nested.State));

    [Fact]
    public void A_clause_takes_what_is_part_of_it_along()
    {
        Nested.When(Fay, new MoveClause(Winters, 0)).Then(new ClauseMoved(Winters, 0));
        Assert.Equal(["1. Winters", "1.1 Snow", "2. Evenings", "2.1 Lamps"], Headings(Nested.When(Fay, new MoveClause(Winters, 0)).ThenState()));
        Assert.Equal(["1. Evenings", "1.1 Winters", "1.1.1 Snow", "1.2 Lamps"], Headings(Nested.When(Fay, new MoveClause(Winters, 0, Evenings)).ThenState()));
        Assert.Equal(["1. Evenings", "1.1 Lamps", "1.2 Winters", "1.2.1 Snow"], Headings(Nested.When(Fay, new MoveClause(Winters, 9, Evenings)).ThenState()));
        Assert.Equal(["1. Evenings", "2. Lamps", "3. Winters", "3.1 Snow"], Headings(Nested.When(Fay, new MoveClause(Lamps, 1)).ThenState()));
    }

    [Fact]
    public void A_clause_that_stands_there_already_stays() => Nested.When(Tom, new MoveClause(Snow, 7, Winters)).ThenNothing();

    [Fact]
    public void A_clause_is_never_part_of_itself_nor_too_deep()
    {
        Nested.When(Tom, new MoveClause(Winters, 0, Winters)).ThenRefused("parent.itself", "parent");
        Nested.When(Tom, new MoveClause(Winters, 0, Snow)).ThenRefused("parent.itself", "parent");
        Nested.When(Tom, new MoveClause(Winters, 0, new ClauseId(Given.Made))).ThenRefused("parent.unknown", "parent");
        Nested.When(Amina, new MoveClause(Winters, 0, Evenings)).ThenRefused("project.not-officer");

        var third = Nested.By(Tom, new ClauseMoved(Winters, 0, Lamps));
        Assert.Equal(["1. Evenings", "1.1 Lamps", "1.1.1 Winters", "1.1.1.1 Snow"], Headings(third.State));
        third.When(Tom, new AddClause("Ice", ClauseKind.Need, [], default, Snow)).ThenRefused("parent.too-deep", "parent");
        third.By(Tom, new ClauseAdded(new ClauseId(Given.Made), "Ice", ClauseKind.Need)).When(Tom, new MoveClause(Evenings, 0, new ClauseId(Given.Made)))
            .ThenRefused("parent.too-deep", "parent");
    }

    [Fact]
    public void A_clause_is_added_last_of_those_that_it_stands_with()
    {
        var ice = new ClauseId(Given.Made);
        Nested.When(Tom, new AddClause("Ice", ClauseKind.Need, [], default, Evenings)).Then(new ClauseAdded(ice, "Ice", ClauseKind.Need, Evenings));
        Assert.Equal(["1. Evenings", "1.1 Lamps", "1.2 Ice", "2. Winters", "2.1 Snow"], Headings(Nested.When(Tom, new AddClause("Ice", ClauseKind.Need, [], default, Evenings)).ThenState()));
        Nested.When(Tom, new AddClause("Ice", ClauseKind.Need, [], default, ice)).ThenRefused("parent.unknown", "parent");
    }

    [Fact]
    public void However_clauses_are_moved_each_stands_once_in_a_tree_and_has_its_number() =>
        Gen.Select(Gen.Int[0, 11], Gen.Int[-1, 11], Gen.Int[0, 12]).Array[1, 60].Sample(moves =>
        {
            var ids = Enumerable.Range(0, 12).Select(i => new ClauseId(Derived.Guid(Guid.Empty, $"clause {i}"))).ToArray();
            var given = Begun.By(Tom, [.. ids.Select(id => new ClauseAdded(id, "A clause", ClauseKind.Need))]);
            foreach (var (clause, into, position) in moves)
            {
                ClauseId? parent = into < 0 ? null : ids[into];
                var decision = given.When(Tom, new MoveClause(ids[clause], position, parent)).Decision;
                given = given.By(Tom, decision.Events.AsSpan());
                if (decision.Events.IsEmpty) continue;
                var among = given.State.Clauses.Where(c => c.Parent == parent).Select(c => c.Id).ToList();
                Assert.Equal(Math.Min(position, among.Count - 1), among.IndexOf(ids[clause]));
            }

            var clauses = given.State.Clauses;
            Assert.Equal(ids.ToHashSet(), clauses.Select(c => c.Id).ToHashSet());
            Assert.Equal(ids.Length, clauses.Count);
            Assert.Equal(InTree(clauses, null, ""), Outline.Of(clauses).Select(row => (row.Clause.Id, row.Number)));
            Assert.All(Outline.Of(clauses), row => Assert.InRange(row.Level, 1, Outline.MostLevels));
        }, iter: 2_000, writeLine: TestContext.Current.TestOutputHelper!.WriteLine);

    [Fact]
    public void Officers_say_what_a_clause_does()
    {
        Nested.When(Fay, new SetClauseKind(Lamps, ClauseKind.Need)).Then(new ClauseKindSet(Lamps, ClauseKind.Need));
        Nested.When(Fay, new SetClauseKind(Lamps, ClauseKind.Constraint)).ThenNothing();
        Nested.When(Fay, new SetClauseKind(Lamps, (ClauseKind)9)).ThenRefused("kind.unknown", "kind");
        Nested.When(Amina, new SetClauseKind(Lamps, ClauseKind.Need)).ThenRefused("project.not-officer");
    }

    [Fact]
    public void The_group_agrees_on_words_and_a_commissioner_makes_them_final()
    {
        var words = Written(Lamps, 4);
        Nested.When(Fay, new SetClauseStatus(Lamps, ClauseStatus.Agreed, null)).ThenRefused("clause.no-words", "status");
        Nested.When(Fay, new SetClauseStatus(Lamps, ClauseStatus.Agreed, null), words).Then(new ClauseStatusSet(Lamps, ClauseStatus.Agreed, 4, ""));
        Nested.When(Fay, new SetClauseStatus(Lamps, ClauseStatus.Final, null), words).ThenRefused("clause.not-commissioner", "status");
        Nested.When(Tom, new SetClauseStatus(Lamps, ClauseStatus.Final, "not asked"), words).Then(new ClauseStatusSet(Lamps, ClauseStatus.Final, 4, ""));
        Nested.When(Amina, new SetClauseStatus(Lamps, ClauseStatus.Agreed, null), words).ThenRefused("project.not-officer");
        Nested.When(Tom, new SetClauseStatus(Lamps, ClauseStatus.Draft, null), words).ThenNothing();
    }

    [Fact]
    public void Words_that_changed_since_are_agreed_again()
    {
        var agreed = Nested.By(Fay, new ClauseStatusSet(Lamps, ClauseStatus.Agreed, 4, ""));
        agreed.When(Fay, new SetClauseStatus(Lamps, ClauseStatus.Agreed, null), Written(Lamps, 4)).ThenNothing();
        agreed.When(Fay, new SetClauseStatus(Lamps, ClauseStatus.Agreed, null), Written(Lamps, 5)).Then(new ClauseStatusSet(Lamps, ClauseStatus.Agreed, 5, ""));
    }

    [Fact]
    public void What_is_final_is_opened_again_by_a_commissioner_with_a_reason()
    {
        var words = Written(Lamps, 4);
        var final = Nested.By(Tom, new ClauseStatusSet(Lamps, ClauseStatus.Final, 4, ""));
        final.When(Fay, new SetClauseStatus(Lamps, ClauseStatus.Draft, "A lamp is missing."), words).ThenRefused("clause.not-commissioner", "status");
        final.When(Tom, new SetClauseStatus(Lamps, ClauseStatus.Draft, " "), words).ThenRefused("reason.empty", "reason");
        final.When(Tom, new SetClauseStatus(Lamps, ClauseStatus.Draft, "A lamp is missing."), words).Then(new ClauseStatusSet(Lamps, ClauseStatus.Draft, 4, "A lamp is missing."));
        final.When(Tom, new RenameClause(Lamps, "Lights")).ThenRefused("clause.final");
        final.When(Tom, new SetClauseKind(Lamps, ClauseKind.Need)).ThenRefused("clause.final");
        final.When(Tom, new RemoveClause(Lamps, true)).ThenRefused("clause.final");
    }

    [Fact]
    public void Nobody_writes_in_a_final_clause_until_it_is_open_again()
    {
        var final = Nested.By(Tom, new ClauseStatusSet(Lamps, ClauseStatus.Final, 4, ""));
        Assert.Equal("clause.final", Write(final.State, Lamps).Refusal?.Code);
        Assert.Null(Write(final.State, Snow).Refusal);
        Assert.Null(Write(final.By(Tom, new ClauseStatusSet(Lamps, ClauseStatus.Draft, 4, "A lamp is missing.")).State, Lamps).Refusal);
    }

    [Fact]
    public void Removing_a_clause_asks_first_and_says_what_would_be_left_behind()
    {
        Nested.When(Tom, new RemoveClause(Winters, false)).ThenRefused("clause.would-go", "confirmed");
        Assert.Contains("1 insight that reaches no other clause", Nested.When(Tom, new RemoveClause(Evenings, false)).Decision.Refusal!.Message, StringComparison.Ordinal);
        Nested.When(Tom, new RemoveClause(Evenings, true)).Then(new LinkRemoved(Link(On(Safe), On(Evenings))), new ClauseRemoved(Evenings));
        Assert.Equal(["1. Lamps", "2. Winters", "2.1 Snow"], Headings(Nested.When(Tom, new RemoveClause(Evenings, true)).ThenState()));
        Nested.When(Amina, new RemoveClause(Winters, true)).ThenRefused("project.not-officer");
        Nested.When(Tom, new RemoveClause(new ClauseId(Given.Made), true)).ThenRefused("not-found");
    }

    [Fact]
    public void Easy_words_remember_which_words_they_say()
    {
        var eased = Nested.When(Amina, new EaseClause(Lamps, "There is light."), Written(Lamps, 4)).Then(new ClauseEased(Lamps, "There is light.", 4));
        Assert.Equal(("There is light.", 4, Amina), (eased.State.Clauses[1].Easy!.Text, eased.State.Clauses[1].Easy!.Of, eased.State.Clauses[1].Easy!.By));
        eased.When(Amina, new EaseClause(Lamps, "There is light."), Written(Lamps, 4)).ThenNothing();
        eased.When(Amina, new EaseClause(Lamps, "There is light."), Written(Lamps, 5)).Then(new ClauseEased(Lamps, "There is light.", 5));
        eased.When(Amina, new EaseClause(Lamps, " ")).Then(new ClauseEasingRemoved(Lamps));
        eased.When(Hannah, new EaseClause(Lamps, "Light.")).ThenRefused("specification.not-writer");
    }

    private static IEnumerable<string> Headings(Project project) => Outline.Of(project.Clauses).Select(row => row.Heading);

    private static IEnumerable<(ClauseId, string)> InTree(ImmutableList<Clause> clauses, ClauseId? parent, string above) =>
        clauses.Where(c => c.Parent == parent).SelectMany((c, i) => InTree(clauses, c.Id, $"{above}{i + 1}.").Prepend((c.Id, $"{above}{i + 1}")));

    /// <summary>The clause has words, at some version.</summary>
    private static Facts Written(ClauseId clause, long version) =>
        Facts.None.With(clause.Text, version + 1, new TextDocument { Id = clause.Text, Owner = Nested.Stream, Text = "Lamps are on.", Version = version });

    private static Decision Write(Project project, ClauseId clause)
    {
        var text = new TextDocument { Id = clause.Text, Owner = Nested.Stream };
        return TextDecider.Decide(text, new ReplaceText(0, "", "More light."), new Context(Tom, Given.Operation, Given.Now, Facts.None.With(Nested.Stream, 9, project)));
    }
}

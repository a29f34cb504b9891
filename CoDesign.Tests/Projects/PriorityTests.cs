using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Tests.Kernel;
using static CoDesign.Tests.Projects.GivenProject;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Projects;

/// <summary>People say which outcomes matter most, blind until the vote is closed.</summary>
public sealed class PriorityTests
{
    private static readonly OutcomeId Rested = new(Derived.Guid(Guid.Empty, "People can rest"));
    private static readonly OutcomeId Seen = new(Derived.Guid(Guid.Empty, "People are seen"));

    private static Given<ProjectDecider, Project, IProjectCommand> Three { get; } = Grown.By(Fay,
        new OutcomeDescribed(Rested, "People can rest."), new OutcomeDescribed(Seen, "People are seen."));

    private static Given<ProjectDecider, Project, IProjectCommand> Open { get; } = Three.By(Fay, new PrioritiesOpened([Safe, Rested, Seen]));

    [Fact]
    public void An_officer_opens_the_vote_among_the_outcomes_that_there_are()
    {
        Three.When(Tom, new OpenPriorities()).Then(new PrioritiesOpened([Safe, Rested, Seen]));
        Three.When(Amina, new OpenPriorities()).ThenRefused("project.not-officer");
        Grown.When(Tom, new OpenPriorities()).ThenRefused("priorities.too-few");
        Open.When(Tom, new OpenPriorities()).ThenRefused("priorities.open");
    }

    [Fact]
    public void Everybody_who_takes_part_has_three_dots_and_may_change_them()
    {
        var placed = Open.When(Amina, Dots((Safe, 2), (Rested, 1), (Seen, 0))).Then(Placed((Safe, 2), (Rested, 1)));

        placed.When(Amina, Dots((Rested, 1), (Safe, 2))).ThenNothing();
        placed.When(Amina, Dots((Seen, 3))).Then(Placed((Seen, 3)));
        placed.When(Amina, new PlaceDots(null)).Then(Placed());
        foreach (var person in new[] { Hannah, Fay, Tom }) Open.When(person, Dots((Safe, 3))).ThenState();
    }

    [Fact]
    public void More_dots_than_three_or_in_the_wrong_place_are_refused()
    {
        Open.When(Amina, Dots((Safe, 2), (Rested, 2))).ThenRefused("priorities.spent", "dots");
        Open.When(Amina, Dots((Safe, int.MaxValue), (Rested, int.MaxValue))).ThenRefused("priorities.spent", "dots");
        Open.When(Amina, Dots((Safe, 4), (Rested, -1))).ThenRefused("priorities.unknown", "dots");
        Open.When(Amina, Dots((new OutcomeId(Given.Made), 1))).ThenRefused("priorities.unknown", "dots");
        Three.When(Amina, Dots((Safe, 1))).ThenRefused("priorities.closed");
        Open.When(Cllr, Dots((Safe, 1))).ThenRefused("project.not-contributor");
        Open.When(Nobody, Dots((Safe, 1))).ThenRefused("not-found");
    }

    [Fact]
    public void Until_it_closes_nothing_that_others_vote_changes_what_anybody_sees()
    {
        var before = Open.By(Amina, Placed((Safe, 1)));
        var after = before.By(Hannah, Placed((Seen, 3))).By(Fay, Placed((Seen, 2)));

        foreach (var person in new[] { Amina, Tom, Cllr })
        {
            Assert.Equal(ProjectView.For(before.State, person), ProjectView.For(after.State, person));
            Assert.Equal(Given.Kept(ProjectView.For(before.State, person)!), Given.Kept(ProjectView.For(after.State, person)!));
        }

        Assert.Equal(1, ProjectView.For(after.State, Amina)!.Dots[Safe]);
        Assert.Empty(ProjectView.For(after.State, Tom)!.Dots);
    }

    [Fact]
    public void Once_an_officer_closes_it_all_see_totals_in_order()
    {
        var closed = Open.By(Amina, Placed((Seen, 2), (Safe, 1))).By(Hannah, Placed((Seen, 1))).When(Fay, new ClosePriorities()).Then(new PrioritiesClosed());

        var vote = ProjectView.For(closed.State, Cllr)!.Priorities!;
        Assert.Equal([(Seen, 3), (Safe, 1), (Rested, 0)], vote.Result.Select(row => (row.Outcome, row.Dots)));
        Assert.Null(vote.Voters);
        closed.When(Amina, Dots((Safe, 3))).ThenRefused("priorities.closed");
        closed.When(Fay, new ClosePriorities()).ThenRefused("priorities.closed");
        Open.When(Amina, new ClosePriorities()).ThenRefused("project.not-officer");
    }

    [Fact]
    public void Five_voters_are_counted_and_who_left_is_not()
    {
        var open = Open;
        for (var i = 0; i < 6; i++)
        {
            var person = new ParticipantId(Derived.Guid(Guid.Empty, $"Voter {i}"));
            open = open.By(Tom, new ParticipantJoined(person, Role.ServiceUser)).By(person, Placed((Safe, 3)));
            if (i == 5) open = open.By(Tom, new ParticipantRemoved(person));
        }

        var vote = open.By(Tom, new PrioritiesClosed()).State.Priorities!;
        Assert.Equal((5, 15), (vote.Voters, vote.Result[0].Dots));
    }

    [Fact]
    public void A_new_vote_begins_with_nobodys_dots()
    {
        var again = Open.By(Amina, Placed((Safe, 3))).By(Fay, new PrioritiesClosed(), new PrioritiesOpened([Safe, Rested, Seen])).State;

        Assert.Empty(again.Dots);
        Assert.Empty(again.Priorities!.Result);
    }

    [Fact]
    public void An_outcome_is_reworded_by_who_described_it_or_an_officer()
    {
        var mine = Grown.By(Amina, new OutcomeDescribed(Rested, "Provide benches."));

        mine.When(Amina, new RewordOutcome(Rested, "People can rest.")).Then(new OutcomeReworded(Rested, "People can rest."));
        mine.When(Tom, new RewordOutcome(Rested, "Provide benches.")).ThenNothing();
        mine.When(Hannah, new RewordOutcome(Rested, "People can rest.")).ThenRefused("outcome.not-yours");
        mine.When(Amina, new RewordOutcome(Rested, "")).ThenRefused("statement.empty", "statement");
        mine.When(Amina, new RewordOutcome(default, "People can rest.")).ThenRefused("not-found");
    }

    private static PlaceDots Dots(params (OutcomeId Outcome, int Number)[] dots) => new(dots.ToImmutableDictionary(d => d.Outcome, d => d.Number));

    private static DotsPlaced Placed(params (OutcomeId Outcome, int Number)[] dots) => new(dots.ToImmutableDictionary(d => d.Outcome, d => d.Number));
}

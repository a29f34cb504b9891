using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Workshops;
using CoDesign.Tests.Kernel;
using static CoDesign.Tests.Tenders.People;
using static CoDesign.Tests.Workshops.GivenBoard;

namespace CoDesign.Tests.Workshops;

public sealed class BoardVotingTests
{
    private static readonly string _light = Light.ToString();
    private static readonly string _bench = Benches.ToString();

    [Fact]
    public void Entering_the_vote_opens_a_ballot_over_groups_and_single_notes() =>
        Grouped.Asks(Fay, new EnterStage(Stage.Vote)).Then(
            new StageEntered(Stage.Vote), new BallotOpened(new BallotId(Given.Made), Deciding.Dots, 3, [Light.Value, Benches.Value]));

    [Fact]
    public void There_is_no_vote_on_nothing() => In(Stage.Reveal).Asks(Fay, new EnterStage(Stage.Vote)).ThenRefused("vote.nothing", "stage");

    [Fact]
    public void A_vote_beyond_the_budget_is_refused() =>
        Voting().Asks(Amina, Marks((_light, 2), (_bench, 2))).ThenRefused("vote.budget-spent", "marks");

    [Fact]
    public void A_huge_vote_is_refused_too() =>
        Voting().Asks(Amina, Marks((_light, int.MaxValue), (_bench, int.MaxValue))).ThenRefused("vote.budget-spent", "marks");

    [Fact]
    public void A_vote_below_nothing_is_refused() => Voting().Asks(Amina, Marks((_light, 4), (_bench, -1))).ThenRefused("vote.mark", "marks");

    [Fact]
    public void A_vote_for_something_else_is_refused() =>
        Voting().Asks(Amina, Marks((Dark.ToString(), 1))).ThenRefused("vote.option-unknown", "marks");

    [Fact]
    public void A_vote_can_be_changed_and_taken_back_until_it_ends()
    {
        var voted = Voting().By(Amina, Cast((_light, 3)));
        var changed = voted.Asks(Amina, Marks((_light, 1), (_bench, 2))).Then(Cast((_light, 1), (_bench, 2)));
        changed.Asks(Amina, Marks((_light, 1), (_bench, 2))).ThenNothing();
        Assert.Empty(changed.Asks(Amina, Marks()).ThenState().Ballot!.Papers);
        changed.By(Fay, new BallotClosed(Vote), new StageEntered(Stage.Discuss)).Asks(Amina, Marks((_light, 1))).ThenRefused("vote.not-on");
    }

    [Fact]
    public void Nobody_sees_anything_of_others_votes_while_it_is_on()
    {
        var before = Voting();
        var after = before.By(Amina, Cast((_light, 3)));
        foreach (var other in new[] { Tom, Fay, Hannah, Cllr })
        {
            Assert.Equal(Given.Kept(before.SeenBy(other)!), Given.Kept(after.SeenBy(other)!));
            Assert.Empty(after.SeenBy(other)!.Ballot!.Mine.Marks);
        }

        Assert.Equal(3, after.SeenBy(Amina)!.Ballot!.Mine.Marks[Light.Value]);
    }

    [Fact]
    public void Leaving_the_vote_ends_it_and_shows_the_result()
    {
        var closed = Voting().By(Amina, Cast((_light, 1), (_bench, 2))).By(Hannah, Cast((_light, 3)))
            .Asks(Fay, new EnterStage(Stage.Discuss)).Then(new BallotClosed(Vote), new StageEntered(Stage.Discuss));
        var result = Assert.Single(closed.SeenBy(Cllr)!.Results);
        Assert.Equal((2, "Light", 4, 2), (result.Voters, result.Rows[0].Option.Label, result.Rows[0].Points, result.Rows[0].Voters));
        Assert.Equal(("Somewhere to sit", 2), (result.Rows[1].Option.Label, result.Rows[1].Points));
        Assert.Equal([0, 1, 0, 1], result.Rows[0].Spread);
    }

    [Fact]
    public void Notes_rest_while_a_vote_is_on()
    {
        Voting().Asks(Amina, new AddNote("One more", NoteKind.Thought, 0)).ThenRefused("board.voting");
        Voting().Asks(Amina, new MoveNote(Dark, null)).ThenRefused("board.voting");
    }

    [Fact]
    public void A_ranking_gives_each_place_once_and_counts_what_lies_behind()
    {
        var voting = Voting(Deciding.Ranking);
        voting.Asks(Amina, Marks((_light, 1), (_bench, 1))).ThenRefused("vote.place-twice", "marks");
        voting.Asks(Amina, Marks((_light, 3))).ThenRefused("vote.mark", "marks");
        var result = voting.By(Amina, Cast((_light, 2), (_bench, 1))).By(Hannah, Cast((_bench, 1)));
        Assert.Equal([("Somewhere to sit", 2), ("Light", 0)], Ended(result));
    }

    [Fact]
    public void An_objection_needs_a_reason_and_is_kept()
    {
        var voting = Voting(Deciding.Consent);
        voting.Asks(Amina, Marks((_light, 0))).ThenRefused("vote.objection-reason", "reasons");
        var reasons = ImmutableDictionary<string, string>.Empty.Add(_light, "  Bright lamps keep me awake. ");
        var objected = voting.Asks(Amina, Marks((_light, 0)) with { Reasons = reasons }).ThenState();
        var rows = voting.By(Amina, new BallotCast(Vote, Cast((_light, 0)).Marks, reasons.SetItem(_light, "Bright lamps keep me awake.")))
            .By(Hannah, Cast((_light, 2), (_bench, 1))).By(Fay, new BallotClosed(Vote)).State.Results[0].Rows;
        Assert.Equal("Bright lamps keep me awake.", objected.Ballot!.Papers[Amina].Reasons[Light.Value]);
        Assert.Equal(("Somewhere to sit", "Light"), (rows[0].Option.Label, rows[1].Option.Label));
        Assert.Equal((1, "Bright lamps keep me awake."), (rows[1].Objections, rows[1].Reasons.Single().Text));
    }

    [Fact]
    public void What_people_cannot_live_with_counts_against_it()
    {
        var rows = Ended(Voting(Deciding.Gradients).By(Amina, Cast((_light, 1), (_bench, 4))).By(Hannah, Cast((_light, 5), (_bench, 4))));
        Assert.Equal([("Somewhere to sit", 2), ("Light", 0)], rows);
    }

    [Fact]
    public void The_order_in_which_votes_arrive_never_matters()
    {
        var random = new Random(20261123);
        for (var round = 0; round < 200; round++)
        {
            var votes = Enumerable.Range(0, 30).Select(i => (Who: new ParticipantId(Derived.Guid(Guid.Empty, $"voter-{i}")), Dots: random.Next(0, 4))).ToArray();
            var cast = votes.Aggregate(Voting(), (given, vote) => given.By(vote.Who, Cast((_light, vote.Dots), (_bench, 3 - vote.Dots))));
            random.Shuffle(votes);
            var shuffled = votes.Aggregate(Voting(), (given, vote) => given.By(vote.Who, Cast((_light, vote.Dots), (_bench, 3 - vote.Dots))));
            Assert.Equal(Ended(cast), Ended(shuffled));
            Assert.Equal(90, Ended(cast).Sum(row => row.Points));
        }
    }

    private static CastBallot Marks(params (string Option, int Mark)[] marks) => new(marks.ToImmutableDictionary(m => m.Option, m => m.Mark), null);

    private static BallotCast Cast(params (string Option, int Mark)[] marks) =>
        new(Vote, marks.ToImmutableDictionary(m => m.Option, m => m.Mark), ImmutableDictionary<string, string>.Empty);

    private static (string Label, int Points)[] Ended(Given<BoardDecider, Board, IBoardCommand> voting) =>
        [.. voting.By(Fay, new BallotClosed(Vote)).State.Results[^1].Rows.Select(row => (row.Option.Label, row.Points))];
}

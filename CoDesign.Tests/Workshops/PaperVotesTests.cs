using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Workshops;
using CoDesign.Tests.Kernel;
using static CoDesign.Tests.Tenders.People;
using static CoDesign.Tests.Workshops.GivenBoard;

namespace CoDesign.Tests.Workshops;

/// <summary>Votes that Margaret gave by phone and Bert on paper, counted in by Fay.</summary>
public sealed class PaperVotesTests
{
    private static readonly string _light = Light.ToString();
    private static readonly string _bench = Benches.ToString();
    private static readonly PaperId _margarets = new(Derived.Guid(Guid.Empty, "Margaret"));

    [Fact]
    public void A_vote_is_counted_in_only_once_the_person_agreed()
    {
        Voting().Asks(Fay, CountIn("Margaret", (_light, 2)) with { Agreed = false }).ThenRefused("agreed.missing", "agreed");
        Voting().Asks(Fay, CountIn("Margaret", (_light, 2))).Then(Counted(new PaperId(Given.Made), "Margaret", (_light, 2)));
    }

    [Fact]
    public void Only_who_runs_the_activity_counts_votes_in_and_only_while_a_vote_is_on()
    {
        Voting().Asks(Amina, CountIn("Margaret", (_light, 2))).ThenRefused("board.not-running");
        Voting().Asks(Olu, CountIn("Margaret", (_light, 2))).ThenRefused("not-found");
        Grouped.Asks(Fay, CountIn("Margaret", (_light, 2))).ThenRefused("vote.not-on");
        Voting().By(Fay, new BallotClosed(Vote), new StageEntered(Stage.Discuss)).Asks(Fay, CountIn("Margaret", (_light, 2))).ThenRefused("vote.not-on");
    }

    [Fact]
    public void The_same_person_is_counted_once()
    {
        CountedIn().Asks(Fay, CountIn(" margaret ", (_bench, 1))).ThenRefused("vote.counted-already", "forWhom");
        CountedIn().Asks(Fay, CountIn("Bert", (_bench, 1))).Then(Counted(new PaperId(Given.Made), "Bert", (_bench, 1)));
    }

    [Theory]
    [InlineData(Deciding.Dots, 4, "vote.budget-spent")]
    [InlineData(Deciding.Gradients, 6, "vote.mark")]
    [InlineData(Deciding.Score, 6, "vote.mark")]
    [InlineData(Deciding.Ranking, 3, "vote.mark")]
    [InlineData(Deciding.Consent, 3, "vote.mark")]
    public void Paper_has_the_same_bounds_as_any_vote(Deciding deciding, int mark, string code) =>
        Voting(deciding).Asks(Fay, CountIn("Margaret", (_light, mark))).ThenRefused(code, "marks");

    [Fact]
    public void What_is_asked_of_a_vote_is_asked_of_paper_too()
    {
        Voting(Deciding.Consent).Asks(Fay, CountIn("Margaret", (_light, 0))).ThenRefused("vote.objection-reason", "reasons");
        Voting(Deciding.Ranking).Asks(Fay, CountIn("Margaret", (_light, 1), (_bench, 1))).ThenRefused("vote.place-twice", "marks");
        Voting().Asks(Fay, CountIn("Margaret")).ThenRefused("vote.empty", "marks");
        Voting().Asks(Fay, CountIn("  ", (_light, 1))).ThenRefused("for-whom.empty", "forWhom");
    }

    [Fact]
    public void It_is_corrected_and_taken_out_by_its_scribe_alone_until_the_vote_ends()
    {
        var correction = CountIn("Margaret", (_bench, 3)) with { Paper = _margarets, Agreed = false };
        var corrected = CountedIn().Asks(Fay, correction).Then(Counted(_margarets, "Margaret", (_bench, 3)));
        corrected.Asks(Fay, correction).ThenNothing();
        Assert.Equal((1, 3), (Result(corrected).Voters, Result(corrected).Rows[0].Points));
        CountedIn().Asks(Tom, correction).ThenRefused("not-found");
        CountedIn().Asks(Tom, new TakeOutVote(_margarets)).ThenRefused("not-found");
        Assert.Equal(0, Result(CountedIn().Asks(Fay, new TakeOutVote(_margarets)).Then(new VoteTakenOut(Vote, _margarets))).Voters);
    }

    [Fact]
    public void Nobody_else_learns_that_a_vote_was_counted_in_before_the_end()
    {
        var (before, after) = (Voting(), CountedIn());
        foreach (var other in new[] { Tom, Amina, Hannah, Cllr })
        {
            Assert.Equal(Given.Kept(before.SeenBy(other)!), Given.Kept(after.SeenBy(other)!));
            Assert.Same(before.SeenBy(other)!.Ballot!.CountedIn, after.SeenBy(other)!.Ballot!.CountedIn);
        }

        Assert.Equal("Margaret", Assert.Single(after.SeenBy(Fay)!.Ballot!.CountedIn).ForWhom);
        Assert.Empty(after.SeenBy(Fay)!.Ballot!.Mine.Marks);
    }

    [Fact]
    public void The_result_counts_paper_like_any_vote_and_says_how_much_of_it_there_was()
    {
        var objection = ImmutableDictionary<string, string>.Empty.Add(_light, "They wake me.");
        var voted = Voting(Deciding.Consent).By(Amina, new BallotCast(Vote, Marks((_light, 2), (_bench, 2)), ImmutableDictionary<string, string>.Empty))
            .By(Fay, Counted(_margarets, "Margaret", (_light, 0)) with { Reasons = objection }).By(Tom, Counted(new PaperId(Given.Made), "Margaret", (_light, 2)));
        var result = Result(voted);
        Assert.Equal((3, 2), (result.Voters, result.OnPaper));
        Assert.Equal(("Somewhere to sit", "Light"), (result.Rows[0].Option.Label, result.Rows[1].Option.Label));
        Assert.Equal((3, 1, "They wake me."), (result.Rows[1].Voters, result.Rows[1].Objections, result.Rows[1].Reasons.Single().Text));
    }

    private static Given<BoardDecider, Board, IBoardCommand> CountedIn() => Voting().By(Fay, Counted(_margarets, "Margaret", (_light, 2)));

    private static BallotResult Result(Given<BoardDecider, Board, IBoardCommand> voting) => voting.By(Fay, new BallotClosed(Vote)).State.Results[^1];

    private static ImmutableDictionary<string, int> Marks(params (string Option, int Mark)[] marks) => marks.ToImmutableDictionary(m => m.Option, m => m.Mark);

    private static CountInVote CountIn(string whom, params (string Option, int Mark)[] marks) => new(null, whom, true, Marks(marks), null);

    private static VoteCountedIn Counted(PaperId paper, string whom, params (string Option, int Mark)[] marks) =>
        new(Vote, paper, whom, Marks(marks), ImmutableDictionary<string, string>.Empty);
}

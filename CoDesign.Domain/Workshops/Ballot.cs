using System.Collections.Immutable;
using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Workshops;

/// <summary>One thing that can be voted on.</summary>
/// <param name="Id">The group or note.</param>
/// <param name="Label">Its name or words when the vote opened.</param>
public sealed record BallotOption(Guid Id, string Label);

/// <summary>What somebody voted.</summary>
/// <param name="Marks">By option; what a mark means depends on how the group decides, see <see cref="CastBallot"/>.</param>
/// <param name="Reasons">By option.</param>
public sealed record Paper(ImmutableDictionary<Guid, int> Marks, ImmutableDictionary<Guid, string> Reasons)
{
    /// <summary>Nothing marked.</summary>
    public static Paper Blank { get; } = new(ImmutableDictionary<Guid, int>.Empty, ImmutableDictionary<Guid, string>.Empty);
}

/// <summary>A vote that was given on paper or by phone, as it was counted in.</summary>
/// <param name="Id">The vote.</param>
/// <param name="ForWhom">What the person would like to be called, or a number.</param>
/// <param name="Paper">What they voted.</param>
public sealed record CountedPaper(PaperId Id, string ForWhom, Paper Paper);

/// <summary>A vote that is on. Papers are nobody's but their author's until it ends.</summary>
public sealed record Ballot(BallotId Id, Deciding Deciding, int Dots, ImmutableArray<BallotOption> Options)
{
    /// <summary>What each person voted so far.</summary>
    public ImmutableDictionary<ParticipantId, Paper> Papers { get; init; } = ImmutableDictionary<ParticipantId, Paper>.Empty;

    /// <summary>What was given on paper or by phone, by who counted it in; nobody else's until it ends either.</summary>
    public ImmutableDictionary<ParticipantId, ImmutableList<CountedPaper>> CountedIn { get; init; } = ImmutableDictionary<ParticipantId, ImmutableList<CountedPaper>>.Empty;

    /// <summary>What somebody voted so far.</summary>
    public Paper PaperOf(ParticipantId person) => Papers.GetValueOrDefault(person) ?? Paper.Blank;

    /// <summary>The votes that somebody counted in so far.</summary>
    public ImmutableList<CountedPaper> CountedInBy(ParticipantId scribe) => CountedIn.GetValueOrDefault(scribe) ?? [];

    /// <summary>The lowest and highest mark that an option can get.</summary>
    public (int Least, int Most) Range => Deciding switch
    {
        Deciding.Dots => (0, Dots),
        Deciding.Gradients => (1, 5),
        Deciding.Score => (0, 5),
        Deciding.Ranking => (1, Options.Length),
        _ => (0, 2),
    };

    /// <summary>Takes a vote in place of the person's earlier one; one with nothing marked takes it back.</summary>
    internal Ballot Take(ParticipantId by, BallotCast cast) =>
        this with { Papers = cast.Marks.IsEmpty ? Papers.Remove(by) : Papers.SetItem(by, Read(cast.Marks, cast.Reasons)) };

    /// <summary>Counts a vote in, in place of the same one before.</summary>
    internal Ballot CountIn(ParticipantId scribe, VoteCountedIn counted)
    {
        var paper = new CountedPaper(counted.Paper, counted.ForWhom, Read(counted.Marks, counted.Reasons));
        var before = CountedInBy(scribe);
        var place = before.FindIndex(p => p.Id == counted.Paper);
        return this with { CountedIn = CountedIn.SetItem(scribe, place < 0 ? before.Add(paper) : before.SetItem(place, paper)) };
    }

    /// <summary>Takes a vote out of the count.</summary>
    internal Ballot TakeOut(ParticipantId scribe, PaperId paper) =>
        this with { CountedIn = CountedIn.SetItem(scribe, CountedInBy(scribe).RemoveAll(p => p.Id == paper)) };

    /// <summary>A paper as it is written in the history; its reasons are null there once they were erased.</summary>
    internal static Paper Read(ImmutableDictionary<string, int> marks, ImmutableDictionary<string, string>? reasons) => new(
        marks.ToImmutableDictionary(mark => Guid.ParseExact(mark.Key, "n"), mark => mark.Value),
        (reasons ?? ImmutableDictionary<string, string>.Empty).ToImmutableDictionary(reason => Guid.ParseExact(reason.Key, "n"), reason => reason.Value));

    /// <summary>What came of it: options by points, those with equal points in the order of the board.</summary>
    internal BallotResult Result()
    {
        var (least, most) = Range;
        var onPaper = CountedIn.Values.SelectMany(counted => counted).Select(counted => counted.Paper).ToArray();
        Paper[] papers = [.. Papers.Values, .. onPaper];
        var rows = Options.Select(option =>
        {
            var marks = papers.Where(paper => paper.Marks.ContainsKey(option.Id)).Select(paper => paper.Marks[option.Id]).ToArray();
            var reasons = papers.Where(paper => paper.Reasons.ContainsKey(option.Id))
                .Select(paper => new BallotReason(paper.Marks.TryGetValue(option.Id, out var mark) ? mark : null, paper.Reasons[option.Id]))
                .OrderBy(reason => reason.Mark).ThenBy(reason => reason.Text, StringComparer.Ordinal);
            return new BallotRow(option, Points(marks, papers.Length), marks.Length,
                [.. Enumerable.Range(least, most - least + 1).Select(mark => marks.Count(given => given == mark))], [.. reasons]);
        });
        return new BallotResult(Id, Deciding, papers.Length, least, [.. rows.OrderByDescending(row => row.Points)], onPaper.Length);
    }

    /// <summary>
    /// Dots and scores add up. Gradients add up around the middle: what people can't live with counts against it. A place counts as
    /// many points as there are options behind it (Borda). With consent, each objection weighs more than all that agree.
    /// </summary>
    private int Points(int[] marks, int voters) => Deciding switch
    {
        Deciding.Gradients => marks.Sum(mark => mark - 3),
        Deciding.Ranking => marks.Sum(place => Options.Length - place),
        Deciding.Consent => marks.Sum(mark => mark == 0 ? -(voters + 1) * 2 : mark),
        _ => marks.Sum(),
    };
}

/// <summary>A reason that came with a mark; whose it was is not told.</summary>
public sealed record BallotReason(int? Mark, string Text);

/// <summary>What one option got.</summary>
/// <param name="Option">The option.</param>
/// <param name="Points">By which options are ordered; see <see cref="Deciding"/>.</param>
/// <param name="Voters">How many marked it.</param>
/// <param name="Spread">How many gave each mark, from the lowest.</param>
/// <param name="Reasons">Reasons, objections first.</param>
public sealed record BallotRow(BallotOption Option, int Points, int Voters, ImmutableArray<int> Spread, ImmutableArray<BallotReason> Reasons)
{
    /// <summary>How many objected, where the group decides by consent.</summary>
    public int Objections => Spread[0];
}

/// <summary>The result of a vote.</summary>
/// <param name="Id">The vote.</param>
/// <param name="Deciding">How the group decided.</param>
/// <param name="Voters">How many voted, those on paper too.</param>
/// <param name="Least">The mark to which the first number of each spread belongs.</param>
/// <param name="Rows">Options, those with most points first.</param>
/// <param name="OnPaper">How many of them voted on paper or by phone.</param>
public sealed record BallotResult(BallotId Id, Deciding Deciding, int Voters, int Least, ImmutableArray<BallotRow> Rows, int OnPaper);

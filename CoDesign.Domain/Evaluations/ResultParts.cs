using System.Collections.Immutable;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Evaluations;

/// <summary>What one group of the panel gave an answer.</summary>
/// <param name="Group">The group.</param>
/// <param name="Weight">Its share here, in percent: the published one, or more where a group without a scorer left its share.</param>
/// <param name="Mean">The mean of its scores.</param>
/// <param name="Scores">The scores it is made of.</param>
public sealed record GroupPart(PanelGroup Group, Fraction Weight, Fraction Mean, ImmutableArray<Score> Scores)
{
    /// <summary>The score that the group agreed on; null where its mean stands.</summary>
    public Agreed? Agreed { get; init; }

    /// <summary>What counts: the score agreed on, or the mean.</summary>
    public Fraction Counts => Agreed is { Points: var points } ? points : Mean;

    /// <summary>How the mean comes about, in numbers.</summary>
    public string InNumbers => $"({string.Join(" + ", Scores.Select(score => score.Points))}) ÷ {Scores.Length} = {Mean}{(Agreed is null ? "" : $", agreed: {Counts}")}";
}

/// <summary>What a bid's answer to one question brings.</summary>
/// <param name="Question">The question.</param>
/// <param name="Weight">The most it can bring, of 100.</param>
/// <param name="Groups">What each group gave; empty where nobody could score the answer.</param>
/// <param name="Mean">What counts for the groups, weighted, or what the panel agreed on: a place on the scale.</param>
/// <param name="Points">That over top of scale, times weight.</param>
public sealed record QuestionPart(Criterion Question, Fraction Weight, ImmutableArray<GroupPart> Groups, Fraction Mean, Fraction Points)
{
    /// <summary>The score that the whole panel agreed on; null where what counts for the groups stands.</summary>
    public Agreed? Agreed { get; init; }

    /// <summary>Whether nobody without an interest in the bid scored the answer.</summary>
    public bool IsUnscored => Groups.IsEmpty;

    /// <summary>Whether the pass mark, where there is one, was missed.</summary>
    public bool Failed => !IsUnscored && Question.PassMark is { } mark && Mean < mark;

    /// <summary>
    /// What service users gave or agreed on among themselves, as points, also where the whole panel agreed on something else;
    /// where none of them could score, what all gave, since absence is no zero.
    /// </summary>
    internal Fraction ServiceUserPoints
    {
        get
        {
            var theirs = Groups.Where(part => part.Group.IsServiceUsers).ToArray();
            if (theirs.Length == 0) return Points;
            var mean = Fraction.Sum(theirs.Select(part => part.Weight * part.Counts)) / Fraction.Sum(theirs.Select(part => part.Weight));
            return mean / Question.Scale.Top * Weight;
        }
    }

    /// <summary>How the points come about, in numbers.</summary>
    public string InNumbers => IsUnscored
        ? "No scores"
        : Agreed is not null ? $"{Mean}, agreed by the panel, ÷ {Question.Scale.Top} × {Weight} = {Points}"
        : $"({string.Join(" + ", Groups.Select(part => $"{part.Weight}% × {part.Counts}"))}) ÷ {Question.Scale.Top} × {Weight} = {Points}";
}

/// <summary>What a bid's price brings.</summary>
/// <param name="Weight">The most it can bring, of 100.</param>
/// <param name="Price">The price in pounds.</param>
/// <param name="Lowest">The lowest price among bids that are not excluded; null for an excluded bid.</param>
/// <param name="Points">What the tender's formula gives.</param>
/// <param name="PerPoint">Pounds for each point of quality; null where the tender doesn't rank by it, or there are no points.</param>
/// <param name="InNumbers">How the points come about, in numbers; empty for an excluded bid.</param>
public sealed record PricePart(Fraction Weight, decimal Price, decimal? Lowest, Fraction Points, Fraction? PerPoint, string InNumbers);

/// <summary>One bid in the result.</summary>
/// <param name="Bid">The bid.</param>
/// <param name="Label">What the panel calls it.</param>
/// <param name="Questions">What each answer brings.</param>
/// <param name="Price">What the price brings.</param>
/// <param name="Quality">All answers together.</param>
/// <param name="ServiceUsers">What service users alone gave, as points; breaks ties after quality.</param>
/// <param name="SocialValue">What answers under social value bring; breaks ties after service users.</param>
/// <param name="Total">Quality and price.</param>
/// <param name="Rank">1 is first; null where a pass mark was missed. Equal where nothing published decides.</param>
public sealed record ResultRow(
    BidId Bid, string Label, ImmutableArray<QuestionPart> Questions, PricePart Price,
    Fraction Quality, Fraction ServiceUsers, Fraction SocialValue, Fraction Total, int? Rank)
{
    /// <summary>Whether a pass mark was missed: shown, but not considered further.</summary>
    public bool IsExcluded => Questions.Any(question => question.Failed);

    /// <summary>Whether some answer has no score, so that the bid can't be ranked fairly.</summary>
    public bool IsUnscored => Questions.Any(question => question.IsUnscored);
}

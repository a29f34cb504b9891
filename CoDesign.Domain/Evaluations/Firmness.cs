using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Evaluations;

/// <summary>By how much a weight would have to be another for another bid to be first.</summary>
/// <param name="Criterion">The criterion.</param>
/// <param name="By">Points of its weight; beyond these, its siblings sharing the rest in proportion, the other bid is first. Negative for a lower weight.</param>
/// <param name="First">The bid that would be first.</param>
public sealed record WeightTurn(Criterion Criterion, Fraction By, string First);

/// <summary>By how much one score would have to be another for another bid to be first.</summary>
/// <param name="Bid">The bid whose answer it is.</param>
/// <param name="Question">The question.</param>
/// <param name="Group">The group of the panel in which it was given.</param>
/// <param name="By">Points on the scale, negative for a lower score.</param>
/// <param name="First">The bid that would be first.</param>
public sealed record ScoreTurn(string Bid, Criterion Question, string Group, int By, string First);

/// <summary>How firm a result is: the smallest change of one weight, and of one score, that would make another bid first.</summary>
/// <param name="First">The bid that is first.</param>
/// <param name="Second">The bid that is next.</param>
/// <param name="Lead">
/// By how much the first is ahead, in points of 100, or in pounds for each point of quality where <paramref name="IsByPricePerPoint"/>;
/// zero where only the published order for ties sets them apart, null where the next has no point of quality and so no price for one.
/// </param>
/// <param name="Weight">The smallest change of a weight; null where none makes another bid first.</param>
/// <param name="Score">The smallest change of one score; null where none makes another bid first.</param>
/// <param name="IsByPricePerPoint">Whether bids rank by what they ask for each point of quality.</param>
public sealed record Firmness(string First, string Second, Fraction? Lead, WeightTurn? Weight, ScoreTurn? Score, bool IsByPricePerPoint)
{
    /// <summary>Stands for the group where the whole panel agreed on a score.</summary>
    public const string WholePanel = "The panel";

    /// <summary>
    /// How firm a result is. Totals follow weights and scores in straight lines, so the places where two bids change are worked out
    /// exactly. One asks less for each point of quality than another where its quality times the other's price is more than the
    /// other's quality times its own price: straight lines too. Bids that missed a pass mark are left aside; the first may miss one.
    /// </summary>
    /// <param name="criteria">The tree of criteria.</param>
    /// <param name="rule">How the price is scored.</param>
    /// <param name="result">The result.</param>
    /// <returns>Null where there is nothing to compare: fewer than two bids that rank, or two that are first.</returns>
    public static Firmness? Of(IReadOnlyCollection<Criterion> criteria, PriceRule rule, Result result)
    {
        var ranked = result.Rows.Where(row => row.Rank is not null).OrderBy(row => row.Rank).ToArray();
        if (ranked.Length < 2 || ranked[1].Rank == 1) return null;
        var (first, others, byPrice) = (ranked[0], ranked[1..], rule.IsByPricePerPoint);
        var pairs = others.Select(other => byPrice ? new Pair(first, other.Price.Price, other, first.Price.Price) : new Pair(first, 1, other, 1)).ToArray();
        return new Firmness(first.Label, others[0].Label, byPrice ? others[0].Price.PerPoint - first.Price.PerPoint : first.Total - others[0].Total,
            pairs.SelectMany(pair => Weights(criteria, pair)).MinBy(turn => Size(turn.By)),
            Misses(rule, first, others).Concat(pairs.SelectMany(Scores)).MinBy(turn => Math.Abs(turn.By)), byPrice);
    }

    /// <summary>Two bids, with what the points of each are multiplied by before they are compared.</summary>
    private sealed record Pair(ResultRow First, Fraction ByFirst, ResultRow Other, Fraction ByOther)
    {
        public Fraction Lead { get; } = First.Total * ByFirst - Other.Total * ByOther;

        public Fraction LeadUnder(IReadOnlyCollection<Criterion> criteria, Criterion criterion) =>
            Under(criteria, criterion, First) * ByFirst - Under(criteria, criterion, Other) * ByOther;
    }

    private static IEnumerable<WeightTurn> Weights(IReadOnlyCollection<Criterion> criteria, Pair pair)
    {
        foreach (var criterion in criteria)
        {
            var siblings = criteria.Where(one => one.Parent == criterion.Parent).ToArray();
            if (criterion.Weight is <= 0 or >= 100) continue;
            Fraction weight = criterion.Weight;
            var within = pair.LeadUnder(criteria, criterion);
            var beside = Fraction.Sum(siblings.Where(one => one.Id != criterion.Id).Select(one => pair.LeadUnder(criteria, one)));

            // With d points more, what stands below it grows by d / weight, and what stands beside it shrinks by d / (100 - weight).
            var slope = within / weight - beside / (100 - weight);
            if (slope == Fraction.Zero) continue;
            var by = Fraction.Zero - pair.Lead / slope;
            if (weight + by > Fraction.Zero && weight + by < 100) yield return new WeightTurn(criterion, by, pair.Other.Label);
        }
    }

    private static Fraction Under(IReadOnlyCollection<Criterion> criteria, Criterion criterion, ResultRow row) => criterion.Kind switch
    {
        CriterionKind.Price => row.Price.Points,
        CriterionKind.Question => row.Questions.First(part => part.Question.Id == criterion.Id).Points,
        _ => Fraction.Sum(criteria.Where(one => one.Parent == criterion.Id).Select(one => Under(criteria, one, row))),
    };

    private static IEnumerable<ScoreTurn> Scores(Pair pair)
    {
        foreach (var (row, times, way) in new[] { (pair.Other, pair.ByOther, 1), (pair.First, pair.ByFirst, -1) })
        {
            foreach (var (part, who, share, least, most) in row.Questions.SelectMany(Given))
            {
                var each = share / part.Question.Scale.Top * part.Weight * times;
                if (each == Fraction.Zero) continue;
                var needed = pair.Lead / each;
                var steps = (int)(needed.Above / needed.Below) + 1;
                var room = way > 0 ? part.Question.Scale.Top - least : most - part.Question.Scale.Steps[0].Points;
                if (steps <= room) yield return new ScoreTurn(row.Label, part.Question, who, steps * way, pair.Other.Label);
            }
        }
    }

    /// <summary>Scores by which the first bid would miss a pass mark, whatever its total; the lowest price is then among the others.</summary>
    private static IEnumerable<ScoreTurn> Misses(PriceRule rule, ResultRow first, ResultRow[] others)
    {
        var lowest = others.Min(row => row.Price.Price);
        var left = others.Select(row => row.Price with { Points = rule.Points(row.Price.Weight, row.Price.Price, lowest) }).Zip(others, (price, row) => row with { Price = price, Total = row.Quality + price.Points }).ToArray();
        var next = left.First(row => left.All(other => Result.Compare(row, other, rule).Order >= 0));
        foreach (var (part, who, share, _, most) in first.Questions.Where(part => part.Question.PassMark is not null).SelectMany(Given))
        {
            var needed = (part.Mean - part.Question.PassMark.GetValueOrDefault()) / share;
            var steps = (int)(needed.Above / needed.Below) + 1;
            if (steps <= most - part.Question.Scale.Steps[0].Points) yield return new ScoreTurn(first.Label, part.Question, who, -steps, next.Label);
        }
    }

    /// <summary>What an answer's score is made of: who gave it, how much one of them counts, and the lowest and the highest that was given.</summary>
    private static IEnumerable<(QuestionPart Part, string Who, Fraction Share, int Least, int Most)> Given(QuestionPart part)
    {
        if (part.Agreed is { } agreed) return [(part, WholePanel, 1, agreed.Points, agreed.Points)];
        return part.Groups.Select(group => group.Agreed is { } theirs
            ? (part, group.Group.Name, group.Weight / 100, theirs.Points, theirs.Points)
            : (part, group.Group.Name, group.Weight / 100 / group.Scores.Length, group.Scores.Min(score => score.Points), group.Scores.Max(score => score.Points)));
    }

    private static Fraction Size(Fraction number) => number < Fraction.Zero ? Fraction.Zero - number : number;
}

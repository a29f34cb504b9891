using System.Collections.Immutable;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Evaluations;

/// <summary>What one group of the panel gave an answer.</summary>
/// <param name="Group">The group.</param>
/// <param name="Weight">Its share here, in percent: the published one, or more where a group without a scorer left its share.</param>
/// <param name="Mean">The mean of its scores.</param>
/// <param name="Scores">The scores it is made of.</param>
public sealed record GroupPart(PanelGroup Group, Fraction Weight, Fraction Mean, ImmutableArray<Score> Scores);

/// <summary>What a bid's answer to one question brings.</summary>
/// <param name="Question">The question.</param>
/// <param name="Weight">The most it can bring, of 100.</param>
/// <param name="Groups">What each group gave.</param>
/// <param name="Mean">The groups' means, weighted: a place on the scale.</param>
/// <param name="Points">Mean over top of scale, times weight.</param>
public sealed record QuestionPart(Criterion Question, Fraction Weight, ImmutableArray<GroupPart> Groups, Fraction Mean, Fraction Points)
{
    /// <summary>Whether the pass mark, where there is one, was missed.</summary>
    public bool Failed => Question.PassMark is { } mark && Mean < mark;
}

/// <summary>What a bid's price brings.</summary>
/// <param name="Weight">The most it can bring, of 100.</param>
/// <param name="Price">The price in pounds.</param>
/// <param name="Lowest">The lowest price among bids that are not excluded; null for an excluded bid.</param>
/// <param name="Points">Weight times lowest over price.</param>
public sealed record PricePart(Fraction Weight, decimal Price, decimal? Lowest, Fraction Points);

/// <summary>One bid in the result.</summary>
/// <param name="Bid">The bid.</param>
/// <param name="Label">What the panel calls it.</param>
/// <param name="Questions">What each answer brings.</param>
/// <param name="Price">What the price brings.</param>
/// <param name="Quality">All answers together.</param>
/// <param name="ServiceUsers">What service users alone gave, as points; breaks ties after quality.</param>
/// <param name="Total">Quality and price.</param>
/// <param name="Rank">1 is first; null where a pass mark was missed. Equal where nothing published decides.</param>
public sealed record ResultRow(
    BidId Bid, string Label, ImmutableArray<QuestionPart> Questions, PricePart Price,
    Fraction Quality, Fraction ServiceUsers, Fraction Total, int? Rank);

/// <summary>The ranked result, every number explained, in exact arithmetic.</summary>
/// <param name="Rows">Best first, excluded bids last.</param>
public sealed record Result(ImmutableArray<ResultRow> Rows)
{
    /// <summary>Works out the result of the scores that count.</summary>
    public static Result Compute(Tender tender, Panel panel) =>
        Compute(tender.Criteria, tender.Groups, panel.Bids ?? [], [.. panel.Counted], person => panel.GroupOf(person));

    /// <summary>
    /// Works out a result. A scorer removed by a conflict, or a question without a score, does not count as zero:
    /// a group with no scorer leaves its share to the others in proportion.
    /// </summary>
    public static Result Compute(
        IReadOnlyCollection<Criterion> criteria, IReadOnlyCollection<PanelGroup> groups, IReadOnlyCollection<ReceivedBid> bids,
        IReadOnlyCollection<Score> scores, Func<Kernel.ParticipantId, string?> groupOf)
    {
        var answered = bids.Select(bid => (Bid: bid, Questions: criteria.Where(c => c.Kind == CriterionKind.Question)
            .Select(question => Answer(criteria, question, groups, [.. scores.Where(s => s.Bid == bid.Bid && s.Question == question.Id)], groupOf))
            .ToImmutableArray())).ToArray();
        var valid = answered.Where(a => !a.Questions.Any(q => q.Failed)).Select(a => a.Bid.Price).ToArray();
        var priceWeight = criteria.Where(c => c.Kind == CriterionKind.Price).Select(c => ShareOf(criteria, c)).FirstOrDefault();
        var rows = answered.Select(a => Row(a.Bid, a.Questions, priceWeight, valid)).ToArray();
        var passed = rows.Where(row => !row.Questions.Any(q => q.Failed)).ToArray();
        return new Result(
        [
            .. rows.Select(row => passed.Contains(row) ? row with { Rank = 1 + passed.Count(other => IsAhead(other, row)) } : row)
                .OrderBy(row => row.Rank ?? int.MaxValue).ThenBy(row => row.Label, StringComparer.Ordinal),
        ]);
    }

    /// <summary>A criterion's share of the whole, of 100: weights multiply down the tree.</summary>
    public static Fraction ShareOf(IReadOnlyCollection<Criterion> criteria, Criterion criterion) =>
        criterion.Parent is { } parent && criteria.FirstOrDefault(c => c.Id == parent) is { } above
            ? ShareOf(criteria, above) * criterion.Weight / 100
            : criterion.Weight;

    private static QuestionPart Answer(
        IReadOnlyCollection<Criterion> criteria, Criterion question, IReadOnlyCollection<PanelGroup> groups, Score[] scores, Func<Kernel.ParticipantId, string?> groupOf)
    {
        var present = groups.Select(group => (Group: group, Scores: scores.Where(s => groupOf(s.Evaluator) == group.Name)
                .OrderBy(s => s.Evaluator.Value).ToImmutableArray()))
            .Where(part => part.Scores.Length > 0).ToArray();
        var share = Fraction.Sum(present.Select(part => (Fraction)part.Group.Weight));
        var parts = present.Select(part => new GroupPart(part.Group, (Fraction)part.Group.Weight * 100 / share,
            Fraction.Mean([.. part.Scores.Select(s => (Fraction)s.Points)]), part.Scores)).ToImmutableArray();
        var mean = Fraction.Sum(parts.Select(part => part.Weight * part.Mean / 100));
        var weight = ShareOf(criteria, question);
        return new QuestionPart(question, weight, parts, mean, mean / Criterion.Top * weight);
    }

    private static ResultRow Row(ReceivedBid bid, ImmutableArray<QuestionPart> questions, Fraction priceWeight, decimal[] validPrices)
    {
        var excluded = questions.Any(q => q.Failed);
        decimal? lowest = excluded ? null : validPrices.Min();
        var points = lowest is { } price ? priceWeight * price / bid.Price : Fraction.Zero;
        var quality = Fraction.Sum(questions.Select(q => q.Points));
        var serviceUsers = Fraction.Sum(questions.SelectMany(q => q.Groups.Where(g => g.Group.IsServiceUsers).Select(g => g.Mean / Criterion.Top * q.Weight)));
        return new ResultRow(bid.Bid, bid.Label, questions, new PricePart(priceWeight, bid.Price, lowest, points), quality, serviceUsers, quality + points, null);
    }

    /// <summary>By total, then by the published order for ties: quality, then what service users gave.</summary>
    private static bool IsAhead(ResultRow other, ResultRow row)
    {
        var byTotal = other.Total.CompareTo(row.Total);
        if (byTotal != 0) return byTotal > 0;
        var byQuality = other.Quality.CompareTo(row.Quality);
        return byQuality != 0 ? byQuality > 0 : other.ServiceUsers > row.ServiceUsers;
    }
}

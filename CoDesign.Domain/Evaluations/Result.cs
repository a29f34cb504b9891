using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Evaluations;

/// <summary>What sets two bids apart, in the published order.</summary>
public enum DecidedBy
{
    /// <summary>The total, or the price for each point of quality.</summary>
    Score,

    /// <summary>All answers together.</summary>
    Quality,

    /// <summary>What service users gave.</summary>
    ServiceUsers,

    /// <summary>The answers under social value.</summary>
    SocialValue,

    /// <summary>Nothing that is published: a decision is recorded with its reason.</summary>
    Nothing,
}

/// <summary>The ranked result, every number explained, in exact arithmetic.</summary>
/// <param name="Rows">Best first, excluded bids last.</param>
/// <param name="IsWhole">
/// False where bids are left out in which the reader has an interest: ranks and prices are then among the others alone.
/// </param>
public sealed record Result(ImmutableArray<ResultRow> Rows, bool IsWhole = true)
{
    /// <summary>Whether bids rank by what they ask for each point of quality, so that the price has no points and there is no total.</summary>
    public bool IsByPricePerPoint { get; init; }

    /// <summary>Works out the result of a lot from the scores that count: of those who bid for it, by the prices that they gave for it.</summary>
    public static Result Compute(Tender tender, Panel panel, LotId lot) => Compute(tender, panel, lot, panel.Bids ?? []);

    /// <summary>Works out the result of a lot as though there were no other bids than some. It is whole where none is left out, for whichever lot.</summary>
    public static Result Compute(Tender tender, Panel panel, LotId lot, IReadOnlyCollection<ReceivedBid> among)
    {
        ReceivedBid[] bids = [.. from bid in among let price = bid.PriceOf(lot) where price is not null select bid with { Price = price.Value }];
        return Compute(tender.Criteria, tender.Groups, tender.PriceRule, bids, [.. panel.Counted], panel.GroupOf, AgreedIn(tender, panel))
            with
        { IsWhole = among.Count == (panel.Bids?.Count ?? 0) };
    }

    /// <summary>What was agreed on, where the tender says that agreed scores count.</summary>
    private static ILookup<AnswerOf, Agreed> AgreedIn(Tender tender, Panel panel) =>
        (from one in panel.Moderated
         from agreed in one.Agreed
         where tender.Settlement switch { ScoreSettlement.Mean => false, ScoreSettlement.PanelConsensus => agreed.Group is null, _ => agreed.Group is not null }
         select (one.Of, agreed)).ToLookup(pair => pair.Of, pair => pair.agreed);

    /// <summary>
    /// Works out a result. A scorer removed by a conflict, or a question without a score, does not count as zero:
    /// a group with no scorer leaves its share to the others in proportion.
    /// </summary>
    /// <param name="criteria">The tree of criteria.</param>
    /// <param name="groups">The groups of the panel.</param>
    /// <param name="rule">How the price is scored.</param>
    /// <param name="bids">The bids.</param>
    /// <param name="scores">The scores that count.</param>
    /// <param name="groupOf">The group somebody scores in.</param>
    /// <param name="agreed">Scores agreed on, which count in place of the means.</param>
    public static Result Compute(
        IReadOnlyCollection<Criterion> criteria, IReadOnlyCollection<PanelGroup> groups, PriceRule rule,
        IReadOnlyCollection<ReceivedBid> bids, IReadOnlyCollection<Score> scores, Func<ParticipantId, string?> groupOf,
        ILookup<AnswerOf, Agreed>? agreed = null)
    {
        var questions = criteria.Where(c => c.Kind == CriterionKind.Question).ToArray();
        var social = questions.Where(q => IsSocialValue(criteria, q)).Select(q => q.Id).ToHashSet();
        var shares = questions.Select(question => ShareOf(criteria, question)).ToArray();
        var given = scores.ToLookup(score => new AnswerOf(score.Bid, score.Question));
        var answers = bids.ToDictionary(bid => bid.Bid, bid => questions.Zip(shares, (question, share) => (question, share, of: new AnswerOf(bid.Bid, question.Id)))
            .Select(one => Answer(one.share, one.question, groups, given[one.of], groupOf, agreed?[one.of] ?? [])).ToImmutableArray());
        var valid = bids.Where(bid => !answers[bid.Bid].Any(part => part.Failed)).Select(bid => bid.Price).ToArray();
        var priceWeight = criteria.Where(c => c.Kind == CriterionKind.Price).Select(c => ShareOf(criteria, c)).FirstOrDefault();
        var rows = bids.Select(bid => Row(bid, answers[bid.Bid], social, rule, priceWeight, valid)).ToArray();
        var ranked = rows.Where(row => !row.IsExcluded).ToArray();
        return new Result(
        [
            .. rows.Select(row => row.IsExcluded ? row : row with { Rank = 1 + ranked.Count(other => Compare(other, row, rule).Order > 0) })
                .OrderBy(row => row.Rank ?? int.MaxValue).ThenBy(row => row.Label, StringComparer.Ordinal),
        ])
        { IsByPricePerPoint = rule.IsByPricePerPoint };
    }

    /// <summary>A criterion's share of the whole, of 100: weights multiply down the tree.</summary>
    public static Fraction ShareOf(IReadOnlyCollection<Criterion> criteria, Criterion criterion) =>
        Above(criteria, criterion) is { } above ? ShareOf(criteria, above) * criterion.Weight / 100 : criterion.Weight;

    private static Criterion? Above(IReadOnlyCollection<Criterion> criteria, Criterion criterion) =>
        criterion.Parent is { } parent ? criteria.FirstOrDefault(c => c.Id == parent) : null;

    private static bool IsSocialValue(IReadOnlyCollection<Criterion> criteria, Criterion criterion) =>
        criterion.IsSocialValue || Above(criteria, criterion) is { } above && IsSocialValue(criteria, above);

    /// <summary>What an answer brings. An agreement of a group without a score that counts is none: it would bring back who stepped back.</summary>
    internal static QuestionPart Answer(
        Fraction weight, Criterion question, IReadOnlyCollection<PanelGroup> groups, IEnumerable<Score> scores, Func<ParticipantId, string?> groupOf, IEnumerable<Agreed> agreed)
    {
        var byGroup = scores.OrderBy(score => score.Evaluator.Value).ToLookup(score => groupOf(score.Evaluator));
        var present = question.GroupsOf(groups).Where(group => byGroup.Contains(group.Name)).ToArray();
        var shared = Fraction.Sum(present.Select(group => (Fraction)group.Weight));
        var parts = present.Select(group => new GroupPart(group, (Fraction)group.Weight * 100 / shared, Fraction.Mean(byGroup[group.Name].Select(score => score.Points)), [.. byGroup[group.Name]])
        {
            Agreed = agreed.FirstOrDefault(one => one.Group == group.Name),
        }).ToImmutableArray();
        var byPanel = parts.IsEmpty ? null : agreed.FirstOrDefault(one => one.Group is null);
        var place = byPanel is { Points: var points } ? points : Fraction.Sum(parts.Select(part => part.Weight * part.Counts / 100));
        return new QuestionPart(question, weight, parts, place, place / question.Scale.Top * weight) { Agreed = byPanel };
    }

    private static ResultRow Row(
        ReceivedBid bid, ImmutableArray<QuestionPart> questions, HashSet<CriterionId> social, PriceRule rule, Fraction priceWeight, decimal[] valid)
    {
        var quality = Fraction.Sum(questions.Select(part => part.Points));
        var price = questions.Any(part => part.Failed)
            ? new PricePart(priceWeight, bid.Price, null, Fraction.Zero, null, "")
            : Price(bid.Price, valid.Min(), quality, rule, priceWeight);
        return new ResultRow(bid.Bid, bid.Label, questions, price, quality,
            Fraction.Sum(questions.Select(part => part.ServiceUserPoints)),
            Fraction.Sum(questions.Where(part => social.Contains(part.Question.Id)).Select(part => part.Points)),
            quality + price.Points, null);
    }

    private static PricePart Price(decimal price, decimal lowest, Fraction quality, PriceRule rule, Fraction weight) => new(
        weight, price, lowest, rule.Points(weight, price, lowest),
        rule.IsByPricePerPoint && quality > Fraction.Zero ? price / quality : null,
        rule.InNumbers(weight, price, lowest, quality));

    /// <summary>By total, or by price for each point; then by the published order for ties: quality, service users, social value.</summary>
    /// <returns>More than 0 where the first is ahead, less where it is behind, 0 where nothing published decides; and what decided.</returns>
    public static (int Order, DecidedBy By) Compare(ResultRow a, ResultRow b, PriceRule rule)
    {
        var score = rule.IsByPricePerPoint ? Cheaper(a.Price, b.Price) : a.Total.CompareTo(b.Total);
        if (score != 0) return (score, DecidedBy.Score);
        if (a.Quality != b.Quality) return (a.Quality.CompareTo(b.Quality), DecidedBy.Quality);
        if (a.ServiceUsers != b.ServiceUsers) return (a.ServiceUsers.CompareTo(b.ServiceUsers), DecidedBy.ServiceUsers);
        if (a.SocialValue != b.SocialValue) return (a.SocialValue.CompareTo(b.SocialValue), DecidedBy.SocialValue);
        return (0, DecidedBy.Nothing);
    }

    /// <summary>A bid without a point of quality has no price for each, and comes after those that have.</summary>
    private static int Cheaper(PricePart a, PricePart b) => (a.PerPoint, b.PerPoint) switch
    {
        ({ } mine, { } theirs) => theirs.CompareTo(mine),
        (null, null) => 0,
        _ => a.PerPoint is null ? -1 : 1,
    };
}

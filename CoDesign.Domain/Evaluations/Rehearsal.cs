using System.Collections.Immutable;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Evaluations;

/// <summary>A bid that nobody made, to try a scheme with.</summary>
/// <param name="Label">What it is called; no two are called the same.</param>
/// <param name="Price">Pounds, more than 0.</param>
/// <param name="Points">What a group of the panel gives its answer to a question.</param>
public sealed record MadeUpBid(string Label, decimal Price, Func<Criterion, string, int> Points);

/// <summary>What bids are scored by.</summary>
/// <param name="Criteria">The tree of criteria.</param>
/// <param name="Groups">The groups of the panel.</param>
/// <param name="Rule">How the price is scored.</param>
public sealed record Scheme(ImmutableList<Criterion> Criteria, ImmutableList<PanelGroup> Groups, PriceRule Rule);

/// <summary>Who would be first if a criterion at the top weighed otherwise and its siblings shared the rest.</summary>
/// <param name="Criterion">The criterion.</param>
/// <param name="By">How many points more, or less.</param>
/// <param name="First">The bids that would be first.</param>
/// <param name="Changes">Whether that is another first than now.</param>
public sealed record WhatIf(Criterion Criterion, decimal By, ImmutableArray<string> First, bool Changes);

/// <summary>Two bids that a scheme leaves equal, and what of the published order decides between them.</summary>
public sealed record Tie(string Ahead, string Behind, DecidedBy By);

/// <summary>Bids by a scheme and by others beside it: made-up ones before anybody is bound by it, real ones to see how firm a result is. There is one code for both.</summary>
/// <param name="Result">The result.</param>
/// <param name="ByFormula">The result of the same bids by each price formula.</param>
/// <param name="WhatIfs">The result with other weights at the top.</param>
/// <param name="Ties">Bids that only the published order for ties sets apart.</param>
public sealed record Rehearsal(
    Result Result, ImmutableArray<(PriceRule Rule, Result Result)> ByFormula, ImmutableArray<WhatIf> WhatIfs, ImmutableArray<Tie> Ties)
{
    /// <summary>The steps by which weights are tried otherwise.</summary>
    public static ImmutableArray<decimal> Steps { get; } = [-10, -5, 5, 10];

    /// <summary>A panel that stands in where the tender has no groups yet.</summary>
    public static PanelGroup WholePanel { get; } = new("The panel", 100, false);

    /// <summary>Tries a scheme.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="bids">One made-up bid at least.</param>
    /// <param name="benchmark">The price that stands in for a benchmark where the tender names none.</param>
    public static Rehearsal Of(Scheme scheme, IReadOnlyList<MadeUpBid> bids, decimal benchmark) => Of(scheme, other => Compute(other, bids), benchmark);

    /// <summary>Tries schemes beside the published one on any bids, real ones too.</summary>
    /// <param name="scheme">The published scheme.</param>
    /// <param name="compute">The result of the bids by a scheme.</param>
    /// <param name="benchmark">The price that stands in for a benchmark where the tender names none.</param>
    public static Rehearsal Of(Scheme scheme, Func<Scheme, Result> compute, decimal benchmark)
    {
        var result = compute(scheme);
        return new Rehearsal(
            result,
            [.. Enum.GetValues<PriceFormula>().Select(formula => RuleOf(formula, scheme.Rule, benchmark)).Select(rule => (rule, compute(scheme with { Rule = rule })))],
            [.. TryOthers(scheme, compute, First(result))],
            [.. TiesOf(result, scheme.Rule)]);
    }

    /// <summary>The bids that are first.</summary>
    public static ImmutableArray<string> First(Result result) => [.. result.Rows.Where(row => row.Rank == 1).Select(row => row.Label)];

    /// <summary>Who would get each lot, in their order: the first of those that have not won as many as one may; more than one where nothing published decides.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="lots">The bids for each lot.</param>
    /// <param name="mostWon">The most that one bid may win; null where there is no limit.</param>
    public static ImmutableArray<ImmutableArray<string>> Winners(Scheme scheme, IReadOnlyList<IReadOnlyList<MadeUpBid>> lots, int? mostWon)
    {
        var won = new List<string>();
        var winners = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        foreach (var bids in lots)
        {
            var able = Compute(scheme, bids).Rows.Where(row => row.Rank is not null && !(won.Count(label => label == row.Label) >= mostWon)).ToArray();
            ImmutableArray<string> first = [.. able.Where(row => row.Rank == able[0].Rank).Select(row => row.Label)];
            if (first is [var winner]) won.Add(winner);
            winners.Add(first);
        }

        return winners.ToImmutable();
    }

    /// <summary>The result of made-up bids: one scorer stands for each group of the panel.</summary>
    public static Result Compute(Scheme scheme, IReadOnlyList<MadeUpBid> bids)
    {
        var groups = scheme.Groups.IsEmpty ? [WholePanel] : scheme.Groups;
        var scorers = groups.ToDictionary(group => new ParticipantId(Derived.Guid(Guid.Empty, $"rehearsal {group.Name}")), group => group.Name);
        var received = bids.Select(bid => new ReceivedBid(new BidId(Derived.Guid(Guid.Empty, $"rehearsal {bid.Label}")), bid.Label, bid.Label, bid.Price, [])).ToArray();
        var scores = from pair in bids.Zip(received)
                     from question in scheme.Criteria.Where(criterion => criterion.Kind == CriterionKind.Question)
                     from scorer in scorers
                     where question.IsScoredBy(scorer.Value)
                     select new Score(scorer.Key, pair.Second.Bid, question.Id, pair.First.Points(question, scorer.Value), "");
        return Result.Compute(scheme.Criteria, groups, scheme.Rule, received, [.. scores], scorers.GetValueOrDefault);
    }

    private static PriceRule RuleOf(PriceFormula formula, PriceRule published, decimal benchmark) =>
        formula == published.Formula ? published : new PriceRule(formula, formula == PriceFormula.Benchmark ? benchmark : null);

    private static IEnumerable<WhatIf> TryOthers(Scheme scheme, Func<Scheme, Result> compute, ImmutableArray<string> now)
    {
        var top = scheme.Criteria.Siblings(null);
        foreach (var (criterion, index) in top.Select((criterion, index) => (criterion, index)))
        {
            foreach (var by in Steps)
            {
                var to = criterion.Weight + by;
                if (top.Length < 2 || !Weights.Is(to) || !Weights.LeaveEnough(to, top.Length - 1)) continue;
                var weights = top.Zip(Weights.Move([.. top.Select(one => one.Weight)], index, to)).ToDictionary(pair => pair.First.Id, pair => pair.Second);
                var other = scheme with { Criteria = scheme.Criteria.ConvertAll(one => weights.TryGetValue(one.Id, out var weight) ? one with { Weight = weight } : one) };
                var first = First(compute(other));
                yield return new WhatIf(criterion, by, first, !first.SequenceEqual(now));
            }
        }
    }

    private static IEnumerable<Tie> TiesOf(Result result, PriceRule rule)
    {
        var ranked = result.Rows.Where(row => row.Rank is not null).ToArray();
        foreach (var (ahead, behind) in ranked.Zip(ranked.Skip(1)))
        {
            var by = Result.Compare(ahead, behind, rule).By;
            if (by != DecidedBy.Score) yield return new Tie(ahead.Label, behind.Label, by);
        }
    }
}

using CoDesign.Domain.Evaluations;

namespace CoDesign.App.Evaluations;

/// <summary>How firm a result is, in plain words.</summary>
public static class FirmnessWords
{
    /// <summary>Some sentences.</summary>
    /// <param name="firmness">How firm it is; null where there is nothing to compare.</param>
    /// <param name="result">The result.</param>
    public static IEnumerable<string> Of(Firmness? firmness, Result result)
    {
        if (firmness is null)
        {
            var ranked = result.Rows.Count(row => row.Rank is not null);
            yield return ranked switch
            {
                0 => "No bid has a place, so there is nothing to compare.",
                1 => "Only one bid has a place, so no weight and no score could make another one first.",
                _ => "Bids share the first place: whatever moves one of them by the least decides.",
            };
            yield break;
        }

        yield return firmness.Lead switch
        {
            null => $"{firmness.First} is first. {firmness.Second} has no point of quality, so its price can’t be divided by its points.",
            { } lead when lead == Fraction.Zero => $"{firmness.First} and {firmness.Second} have the same {(firmness.IsByPricePerPoint ? "price for each point of quality" : "total")}; only the published order for ties puts {firmness.First} first. The least change would decide otherwise.",
            { } lead when firmness.IsByPricePerPoint => $"{firmness.First} is first: it asks {lead.Pounds()} less for each point of quality than {firmness.Second}.",
            { } lead => $"{firmness.First} is first, {lead} points of 100 ahead of {firmness.Second}.",
        };
        yield return firmness.Weight is { } weight
            ? $"The smallest change of one weight that makes another bid first: with more than {Size(weight.By)} points {(weight.By < Fraction.Zero ? "less" : "more")} for “{weight.Criterion.Title}” (now {weight.Criterion.Weight:0.##}), the others beside it sharing the rest, {weight.First} would be first."
            : "No change of one weight makes another bid first.";
        yield return firmness.Score is { } score
            ? $"The smallest change of one score that makes another bid first: had {(score.Group == Firmness.WholePanel ? "the panel" : $"one scorer of “{score.Group}”")} given {score.Bid}’s answer to “{score.Question.Title}” {Points(score.By)}, {score.First} would be first."
            : "No change of one single score makes another bid first.";
    }

    private static Fraction Size(Fraction number) => number < Fraction.Zero ? Fraction.Zero - number : number;

    private static string Points(int by) => $"{Math.Abs(by)} {(Math.Abs(by) == 1 ? "point" : "points")} {(by < 0 ? "less" : "more")}";
}

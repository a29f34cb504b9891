using System.Collections.Immutable;
using CoDesign.Domain.Evaluations;

namespace CoDesign.App.Evaluations;

/// <summary>Something that every bid has points for, to be drawn.</summary>
/// <param name="Title">What the points are for.</param>
/// <param name="Most">The most that there can be.</param>
/// <param name="Bids">The points of each bid, in the order of the result.</param>
public sealed record PointBars(string Title, Fraction Most, ImmutableArray<(string Label, Fraction Points)> Bids)
{
    /// <summary>Length of a bar, in the units of its drawing; never beyond the whole.</summary>
    /// <param name="points">The points.</param>
    /// <param name="whole">The length of the most.</param>
    public int Width(Fraction points, int whole)
    {
        if (Most == Fraction.Zero) return 0;
        var scaled = Fraction.Min(whole, Fraction.Max(Fraction.Zero, points * whole / Most));
        return (int)(scaled.Above / scaled.Below);
    }

    /// <summary>The points for each question and, where it has any, for the price.</summary>
    public static PointBars[] ByCriterion(Result result)
    {
        if (result.Rows.IsEmpty) return [];
        var first = result.Rows[0];
        var questions = first.Questions.Select((part, index) => new PointBars(part.Question.Title, part.Weight, [.. result.Rows.Select(row => (row.Label, row.Questions[index].Points))]));
        var price = new PointBars("Price", first.Price.Weight, [.. result.Rows.Select(row => (row.Label, row.Price.Points))]);
        return first.Price.Weight == Fraction.Zero || result.IsByPricePerPoint ? [.. questions] : [.. questions, price];
    }

    /// <summary>What each group of the panel gave over all questions, each by its weight, in percent of the most that it could give.</summary>
    public static PointBars[] ByGroup(Result result) =>
    [
        .. result.Rows.SelectMany(row => row.Questions).SelectMany(part => part.Groups).Select(part => part.Group.Name).Distinct(StringComparer.Ordinal)
            .Select(name => new PointBars(name, 100, [.. result.Rows.Select(row => (row.Label, Share(row, name)))])),
    ];

    private static Fraction Share(ResultRow row, string group)
    {
        var given = row.Questions.SelectMany(part => part.Groups.Where(one => one.Group.Name == group).Select(one => (part.Weight, Share: one.Mean / part.Question.Scale.Top))).ToArray();
        var weight = Fraction.Sum(given.Select(one => one.Weight));
        return weight == Fraction.Zero ? Fraction.Zero : Fraction.Sum(given.Select(one => one.Weight * one.Share)) / weight * 100;
    }
}

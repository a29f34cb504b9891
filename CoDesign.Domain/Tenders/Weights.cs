using System.Collections.Immutable;

namespace CoDesign.Domain.Tenders;

/// <summary>
/// Weights of siblings, which total exactly 100. The one rule by which they are shared; <c>weights.ts</c> keeps it too, while a
/// slider is drawn.
/// </summary>
public static class Weights
{
    /// <summary>What siblings total, in percent.</summary>
    public const decimal Whole = 100;

    /// <summary>The least that anything weighs, and the finest step between two weights.</summary>
    public const decimal Least = 0.01m;

    /// <summary>Whether a number can be a weight: from 0.01 to 100, with at most two decimal places.</summary>
    public static bool Is(decimal weight) => weight is >= Least and <= Whole && decimal.Round(weight, 2) == weight;

    /// <summary>
    /// Shares a total in proportion to weights: in whole percent where the total is whole and reaches for all, else in hundredths.
    /// The result totals exactly that, and nothing weighs nothing.
    /// </summary>
    /// <param name="weights">More than 0 each.</param>
    /// <param name="total">At least 0.01 for each weight, up to 100.</param>
    public static ImmutableArray<decimal> Share(IReadOnlyCollection<decimal> weights, decimal total)
    {
        if (weights.Count == 0) return [];
        var unit = total == decimal.Truncate(total) && total >= weights.Count ? 1m : Least;
        var amount = (long)(total / unit);
        var was = weights.Select(weight => (long)(weight / Least)).ToArray();
        var sum = was.Sum();
        var parts = was.Select(weight => Math.Max(1, amount * weight / sum)).ToArray();
        for (var left = amount - parts.Sum(); left != 0; left -= Math.Sign(left))
        {
            var sign = Math.Sign(left);
            var furthest = Enumerable.Range(0, parts.Length).Where(i => sign > 0 || parts[i] > 1).MaxBy(i => sign * (amount * was[i] - parts[i] * sum));
            parts[furthest] += sign;
        }

        return [.. parts.Select(part => part * unit)];
    }

    /// <summary>The weights once one of them is another: the others share the rest in proportion. One alone counts 100.</summary>
    /// <param name="weights">More than 0 each.</param>
    /// <param name="moved">Which one.</param>
    /// <param name="to">What it is to weigh; it must <see cref="LeaveEnough"/>.</param>
    public static ImmutableArray<decimal> Move(IReadOnlyList<decimal> weights, int moved, decimal to) => weights.Count == 1
        ? [Whole]
        : Share([.. weights.Where((_, index) => index != moved)], Whole - to).Insert(moved, to);

    /// <summary>Whether a weight leaves something for so many others.</summary>
    public static bool LeaveEnough(decimal weight, int others) => weight <= Whole - others * Least;

    /// <summary>What something weighs that comes to so many others, and for which nobody named a weight.</summary>
    public static decimal OfOneMore(int others) => Math.Max(Least, decimal.Floor(Whole / (others + 1)));
}

using System.Globalization;
using System.Text.Json.Serialization;
using CoDesign.Domain.Evaluations;

namespace CoDesign.Domain.Tenders;

/// <summary>How a price becomes points. W is the weight, P the price, Pmin the lowest price of a bid that is not excluded.</summary>
public enum PriceFormula
{
    /// <summary>W × Pmin ÷ P.</summary>
    Proportional,

    /// <summary>W × (1 − (P − Pmin) ÷ Pmin), never below 0.</summary>
    StandardDifferential,

    /// <summary>W × B ÷ P, with B a price that the tender names.</summary>
    Benchmark,

    /// <summary>No points: the bid that asks least for each point of quality is first.</summary>
    PricePerQualityPoint,
}

/// <summary>The formula that the tender publishes, with what it needs.</summary>
/// <param name="Formula">The formula.</param>
/// <param name="Benchmark">B in pounds; null unless the formula is <see cref="PriceFormula.Benchmark"/>.</param>
/// <param name="IsCapped">Whether a price below the benchmark gets no more than the weight.</param>
public sealed record PriceRule(PriceFormula Formula, decimal? Benchmark = null, bool IsCapped = false)
{
    /// <summary>The rule of a tender that has chosen none.</summary>
    public static PriceRule Proportional { get; } = new(PriceFormula.Proportional);

    /// <summary>Points of a price; the lowest one must not be above it.</summary>
    public Fraction Points(Fraction weight, decimal price, decimal lowest) => Formula switch
    {
        PriceFormula.Proportional => weight * lowest / price,
        PriceFormula.StandardDifferential => Fraction.Max(Fraction.Zero, weight * (1 - ((Fraction)price - lowest) / lowest)),
        PriceFormula.Benchmark => IsCapped
            ? Fraction.Min(weight, weight * (Benchmark ?? lowest) / price)
            : weight * (Benchmark ?? lowest) / price,
        PriceFormula.PricePerQualityPoint => Fraction.Zero,
        _ => throw new InvalidOperationException($"There is no price formula {Formula}."),
    };

    /// <summary>How those points come about, in numbers.</summary>
    public string InNumbers(Fraction weight, decimal price, decimal lowest, Fraction quality) => Formula switch
    {
        PriceFormula.Proportional => $"{weight} × {Pounds(lowest)} ÷ {Pounds(price)} = {Points(weight, price, lowest)}",
        PriceFormula.StandardDifferential =>
            $"{weight} × (1 − ({Pounds(price)} − {Pounds(lowest)}) ÷ {Pounds(lowest)}){(price > 2 * lowest ? ", not below 0," : "")} = {Points(weight, price, lowest)}",
        PriceFormula.Benchmark =>
            $"{weight} × {Pounds(Benchmark ?? lowest)} ÷ {Pounds(price)}{(IsCapped && price < Benchmark ? $", not above {weight}," : "")} = {Points(weight, price, lowest)}",
        PriceFormula.PricePerQualityPoint => quality == Fraction.Zero
            ? $"{Pounds(price)} for no point of quality"
            : $"{Pounds(price)} ÷ {quality} points of quality = {(price / quality).Pounds()} for each",
        _ => throw new InvalidOperationException($"There is no price formula {Formula}."),
    };

    /// <summary>Whether bids rank by what they ask for each point of quality, so that the price has no points of its own.</summary>
    [JsonIgnore]
    public bool IsByPricePerPoint => Formula == PriceFormula.PricePerQualityPoint;

    /// <summary>The rule as bidders read it.</summary>
    public string InWords() => Formula switch
    {
        PriceFormula.Proportional =>
            "The lowest price gets all points for price; a price twice as high gets half of them, and so on in proportion.",
        PriceFormula.StandardDifferential =>
            "The lowest price gets all points for price; a price that is 10% higher loses 10% of them, and so on. A price twice as high or more gets none.",
        PriceFormula.Benchmark =>
            $"A price of {Pounds(Benchmark ?? 0)} gets all points for price; a price twice as high gets half of them, and so on in proportion. " +
            (IsCapped ? "A lower price gets no more than all points." : "A lower price gets more, in the same proportion."),
        PriceFormula.PricePerQualityPoint =>
            "Price gets no points of its own. Each price is divided by the bid's points for quality, and the bid that asks least for each point is first.",
        _ => throw new InvalidOperationException($"There is no price formula {Formula}."),
    };

    private static string Pounds(decimal amount) => string.Create(CultureInfo.InvariantCulture, $"£{amount:#,0.00}");
}

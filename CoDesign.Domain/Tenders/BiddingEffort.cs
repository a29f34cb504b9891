namespace CoDesign.Domain.Tenders;

/// <summary>The work that a tender asks of those who bid, set against what it is worth. A worked estimate: the commissioner may know better.</summary>
/// <param name="HoursEach">Hours for one bid: reading the pack and handing in, and each answer.</param>
/// <param name="Bidders">How many are likely to bid.</param>
/// <param name="Value">The contract's value in pounds; 0 where not given yet.</param>
public sealed record BiddingEffort(decimal HoursEach, int Bidders, decimal Value)
{
    /// <summary>Hours to read the pack, work out a price and hand in.</summary>
    public const decimal ReadingHours = 8;

    /// <summary>Pounds that an hour of a bidder costs, wages and all.</summary>
    public const decimal PoundsAnHour = 35;

    /// <summary>Bidding that costs all bidders together more than this much of the contract's value, in percent, is out of proportion.</summary>
    public const decimal MostOfValue = 3;

    /// <summary>How an estimate comes about, in words.</summary>
    public const string Rule = "An hour for each question, half an hour more for every 50 words, and 2 hours where evidence is asked for; 8 hours to read the pack, work out the price and hand in. An hour is counted as £35.";

    /// <summary>Hours for all who are likely to bid.</summary>
    public decimal HoursAll => HoursEach * Bidders;

    /// <summary>What those hours cost, in pounds.</summary>
    public decimal CostAll => HoursAll * PoundsAnHour;

    /// <summary>What they cost of the contract's value, in percent; null where that isn't given yet.</summary>
    public decimal? OfValue => Value > 0 ? CostAll / Value * 100 : null;

    /// <summary>Whether it is more than the contract is worth the work for.</summary>
    public bool IsTooMuch => OfValue > MostOfValue;

    /// <summary>The work that questions ask for.</summary>
    public static BiddingEffort Of(IEnumerable<Criterion> criteria, int bidders, decimal value) =>
        new(ReadingHours + criteria.Where(criterion => criterion is { Kind: CriterionKind.Question, Round: ScoringRound.Written }).Sum(HoursOf), bidders, value);

    /// <summary>Hours to answer a question: what the commissioner says, else the estimate.</summary>
    public static decimal HoursOf(Criterion question) => question.Hours ?? Estimate(question.WordLimit, question.AsksEvidence);

    /// <summary>The estimate for an answer of so many words.</summary>
    public static decimal Estimate(int words, bool evidence) => 1 + decimal.Ceiling(words / 50m) / 2 + (evidence ? 2 : 0);

    /// <summary>Hours as people read them: <c>4½ hours</c>.</summary>
    public static string InWords(decimal hours) => hours == 1 ? "1 hour"
        : $"{(hours % 1 == 0.5m ? hours < 1 ? "½" : FormattableString.Invariant($"{decimal.Floor(hours):#,0}½") : FormattableString.Invariant($"{hours:#,0.##}"))} hours";
}

using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Evaluations;

/// <summary>The working days between the notice of an award and the contract, in which a bidder may object.</summary>
/// <param name="WorkingDays">How many, the day of the notice among them.</param>
/// <param name="Ends">The last of them, in the United Kingdom. The contract may be signed from the day after.</param>
/// <param name="Source">Where the rule is written.</param>
public sealed record Standstill(int WorkingDays, DateOnly Ends, string Source)
{
    /// <summary>The most working days that anybody may give.</summary>
    public const int Most = 40;

    /// <summary>Whether it is over at a moment.</summary>
    public bool IsOver(DateTimeOffset now) => UkDay.Of(now) > Ends;
}

/// <summary>How long the standstill of a tender's awards is to be.</summary>
/// <param name="Least">The fewest working days, where there is one.</param>
/// <param name="IsVoluntary">Whether the authority may leave it out.</param>
/// <param name="Source">Where the rule is written.</param>
public sealed record StandstillRule(int Least, bool IsVoluntary, string Source)
{
    /// <summary>What holds for a tender: the rule in force on the day of its first notice.</summary>
    public static StandstillRule Of(Tender tender)
    {
        var notice = UkDay.Of(tender.Versions.IsEmpty ? tender.Publication?.At ?? default : tender.Versions[0].At);
        var least = DatedRules.Standstill.On(notice);
        return Regime.Of(tender.Value, tender.Kind, notice).Kind switch
        {
            RegimeKind.Full => new(least.Value, false, least.Source),
            RegimeKind.LightTouch => new(least.Value, true, $"{least.Source}: for a light touch contract the authority chooses, and then for as long as in others"),
            _ => new(1, true, "Below the threshold no law asks for it; the authority chooses"),
        };
    }

    /// <summary>The standstill of an award of which the notice is given at a moment; null for none at all.</summary>
    /// <param name="workingDays">How many; 0 for none.</param>
    /// <param name="notice">When the notice is given.</param>
    public Standstill? From(int workingDays, DateTimeOffset notice) =>
        workingDays == 0 ? null : new Standstill(workingDays, Tenders.WorkingDays.Last(UkDay.Of(notice), workingDays), Source);

    /// <summary>Whether the rule allows so many working days.</summary>
    public bool Allows(int workingDays) => workingDays <= Standstill.Most && (workingDays >= Least || IsVoluntary && workingDays == 0);
}

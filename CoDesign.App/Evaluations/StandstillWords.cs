using CoDesign.App.Shell;
using CoDesign.Domain.Evaluations;

namespace CoDesign.App.Evaluations;

/// <summary>A standstill in plain words, with where its rule is written.</summary>
public static class StandstillWords
{
    /// <summary>What holds after an award.</summary>
    public static string Of(Standstill? standstill) => standstill is null
        ? "There is no standstill."
        : $"The standstill lasts {standstill.WorkingDays} working days, that of the notice among them, until the end of {UkTime.Day(standstill.Ends)}; the contract may be signed from the day after ({standstill.Source}).";
}

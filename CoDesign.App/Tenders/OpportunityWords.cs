using CoDesign.App.Projects;
using CoDesign.App.Shell;

namespace CoDesign.App.Tenders;

/// <summary>Says a search in words.</summary>
public static class OpportunityWords
{
    /// <summary>For instance: Open opportunities with “meals” in Marlshire, up to £100,000.</summary>
    public static string Of(OpportunityFilter filter)
    {
        var words = Words.Of(filter.Stage);
        if (filter.Words.Length > 0) words += $" with “{filter.Words}”";
        if (filter.Area is { } area) words += $" in {area}";
        string?[] more =
        [
            filter.Kind is { } kind ? Words.Of(kind).ToLowerInvariant() : null,
            filter.Authority switch { null => null, "" => "bought by the authority of this site", var who => $"bought by {who}" },
            filter.Least is { } least ? $"from {UkTime.Money(least)}" : null,
            filter.Most is { } most ? $"up to {UkTime.Money(most)}" : null,
            filter.ClosesBy is { } by ? $"closing by {UkTime.Day(UkTime.DayOf(by))}" : null,
            filter.SuitsSmall ? "suiting small organisations" : null,
            filter.WelcomesConsortia ? "welcoming bids by several together" : null,
            filter.TakesSubcontracts ? "of which parts can be done by others" : null,
        ];
        return string.Join(", ", more.OfType<string>().Prepend(words));
    }
}

using System.Collections.Immutable;
using System.Globalization;
using CoDesign.Domain.Projects;

namespace CoDesign.Domain.Workshops;

/// <summary>Which cards of the deck somebody looks for; what is null leaves all.</summary>
/// <param name="Phase">Cards that serve this phase.</param>
/// <param name="Category">Cards that help with this.</param>
/// <param name="Kind">Cards of this kind.</param>
/// <param name="Minutes">Methods that can be done in so many minutes; cards without a time take none.</param>
/// <param name="People">Methods that suit so many people; cards without a size suit any.</param>
/// <param name="Words">Cards on which each of these words stands, or the beginning of a longer one; letters count, not case or accents.</param>
public sealed record DeckFilter(
    Phase? Phase = null, CardCategory? Category = null, CardKind? Kind = null, int? Minutes = null, int? People = null, string? Words = null)
{
    private static readonly CompareInfo _compare = CultureInfo.InvariantCulture.CompareInfo;

    /// <summary>The cards that are looked for, in their order; those that bear all the words in their name come first.</summary>
    public ImmutableArray<MethodCard> Of(IEnumerable<MethodCard> cards)
    {
        var words = (Words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return [.. cards.Where(card => Fits(card) && words.All(word => TextsOf(card).Any(text => Has(text, word))))
            .OrderBy(card => words.All(word => Has(card.Name, word)) ? 0 : 1)];
    }

    private bool Fits(MethodCard card) =>
        (Phase is not { } phase || card.Phases.Contains(phase)) &&
        (Category is null || card.Category == Category) &&
        (Kind is null || card.Kind == Kind) &&
        (Minutes is null || card.Minutes is not { } time || time.From <= Minutes) &&
        (People is not { } people || card.People is not { } size || size.Holds(people));

    private static IEnumerable<string> TextsOf(MethodCard card) =>
        [card.Name, card.Purpose, card.Outcome, .. card.Materials, .. card.Steps, .. card.Tips];

    /// <summary>Whether a word of the text begins so.</summary>
    private static bool Has(string text, string beginning)
    {
        for (var from = 0; from < text.Length;)
        {
            var at = _compare.IndexOf(text.AsSpan(from), beginning, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace);
            if (at < 0) return false;
            if (from + at == 0 || !char.IsLetterOrDigit(text[from + at - 1])) return true;
            from += at + 1;
        }

        return false;
    }
}

using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace CoDesign.Domain.Text;

/// <summary>
/// Where something stands in a text: the words from <paramref name="From"/> up to <paramref name="To"/>, in UTF-16 units.
/// It goes with its words, and grows with what is written between them.
/// </summary>
/// <param name="From">Where the first of the words begins.</param>
/// <param name="To">Where the last of them ends.</param>
/// <param name="IsLost">Whether none of the words is left; then both say where they stood.</param>
public readonly record struct Anchor(int From, int To, bool IsLost = false)
{
    /// <summary>The whole text, whatever becomes of it.</summary>
    public static Anchor Whole { get; } = new(-1, -1);

    /// <summary>Whether it means the whole text.</summary>
    [JsonIgnore]
    public bool IsWhole => From < 0;

    /// <summary>The words that it holds now; none for the whole text.</summary>
    public string WordsIn(string text) => IsWhole ? "" : text[From..To];

    /// <summary>
    /// The place of some words in a text: of several places the one nearest to <paramref name="near"/>. White space counts as
    /// white space, whichever it is. Null where they aren't there.
    /// </summary>
    public static Anchor? Find(string text, string quote, int near)
    {
        var words = quote.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return Whole;
        var pattern = new Regex(string.Join(@"\s+", words.Select(Regex.Escape)), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        Anchor? nearest = null;
        foreach (var match in pattern.EnumerateMatches(text))
        {
            if (nearest is { } found && Math.Abs(found.From - near) <= Math.Abs(match.Index - near)) continue;
            nearest = new Anchor(match.Index, match.Index + match.Length);
        }

        return nearest;
    }

    /// <summary>Where it stands after a change: from the first of its words that is still there to the last.</summary>
    public Anchor After(ChangeSet change)
    {
        if (IsWhole) return this;
        var (before, after, first, last, stood) = (0, 0, -1, -1, -1);
        foreach (var (length, insert) in change.Stretches)
        {
            var end = before + length;
            if (stood < 0 && end >= From) stood = insert is null ? after + From - before : after;
            if (insert is null && !IsLost && end > From && before < To)
            {
                if (first < 0) first = after + Math.Max(From, before) - before;
                last = after + Math.Min(To, end) - before;
            }

            after += insert?.Length ?? length;
            before = end;
        }

        return first < 0 ? new Anchor(Math.Max(stood, 0), Math.Max(stood, 0), true) : new Anchor(first, last);
    }
}

/// <summary>Where a quote stood when it was made.</summary>
/// <param name="Version">How many steps had made the text.</param>
/// <param name="From">Where the first of its words began.</param>
public readonly record struct Quoted(long Version, int From);

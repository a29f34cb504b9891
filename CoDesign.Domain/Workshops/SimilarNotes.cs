using System.Collections.Frozen;

namespace CoDesign.Domain.Workshops;

/// <summary>Finds notes that say nearly the same, by the words that they have in common.</summary>
public static class SimilarNotes
{
    /// <summary>The share of words in common from which two notes count as alike.</summary>
    public const double Alike = 0.25;

    private static readonly FrozenSet<string> _small = new[]
    {
        "a", "about", "all", "am", "an", "and", "any", "are", "as", "at", "be", "because", "been", "but", "by", "can", "could", "did", "do", "does",
        "for", "from", "get", "got", "had", "has", "have", "he", "her", "here", "him", "his", "how", "i", "if", "in", "into", "is", "it", "its", "just",
        "like", "me", "more", "much", "my", "no", "not", "now", "of", "on", "one", "or", "our", "out", "people", "she", "should", "so", "some", "that",
        "the", "their", "them", "then", "there", "they", "this", "to", "too", "up", "us", "very", "was", "we", "were", "what", "when", "where", "which",
        "who", "will", "with", "would", "you", "your",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The notes most like one, most alike first, at most <paramref name="most"/>.</summary>
    public static IReadOnlyList<Note> To(Note note, IEnumerable<Note> others, int most = 5)
    {
        var words = Words(note.Text);
        return [.. others.Where(other => other.Id != note.Id)
            .Select(other => (Note: other, Likeness: Likeness(words, Words(other.Text))))
            .Where(found => found.Likeness >= Alike)
            .OrderByDescending(found => found.Likeness).ThenBy(found => found.Note.At)
            .Take(most).Select(found => found.Note)];
    }

    /// <summary>The share of words in common, 0 to 1.</summary>
    private static double Likeness(HashSet<string> one, HashSet<string> other)
    {
        var common = one.Count(other.Contains);
        return common == 0 ? 0 : (double)common / (one.Count + other.Count - common);
    }

    private static HashSet<string> Words(string text) =>
        [.. text.ToLowerInvariant().Split(text.Where(c => !char.IsLetterOrDigit(c) && c != '\'').Distinct().ToArray(), StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length > 1 && !_small.Contains(word)).Select(Stem)];

    /// <summary>Cuts the endings that English words take most often, so that "benches" and "bench" meet.</summary>
    private static string Stem(string word)
    {
        foreach (var ending in (ReadOnlySpan<string>)["ing", "ed", "es", "s", "ly"])
        {
            if (word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal)) return word[..^ending.Length];
        }

        return word;
    }
}

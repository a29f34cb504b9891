using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Specifications;

/// <summary>A word that many people don't use, and a better one.</summary>
/// <param name="Word">One word or several, 1 to 80 characters.</param>
/// <param name="Better">What to write instead, 1 to 120 characters.</param>
public sealed record Jargon([property: Erasable] string Word, [property: Erasable] string Better);

/// <summary>What makes words hard to read.</summary>
public enum HardWords
{
    /// <summary>A sentence of more than <see cref="PlainLanguage.LongestSentence"/> words.</summary>
    LongSentence,

    /// <summary>A sentence that doesn't say who does it.</summary>
    Passive,

    /// <summary>A word of the list.</summary>
    Jargon,
}

/// <summary>One place that could be plainer.</summary>
/// <param name="Kind">What makes it hard.</param>
/// <param name="Quote">The words.</param>
/// <param name="Better">A better word; empty where there is none to give.</param>
public sealed record PlainHint(HardWords Kind, string Quote, string Better);

/// <summary>
/// How plain a Markdown text is. The reading age is five years more than the grade level of Kincaid, Fishburne, Rogers and Chissom
/// (Derivation of New Readability Formulas, Naval Technical Training Command, Research Branch Report 8-75, 1975):
/// 0.39 × words per sentence + 11.8 × syllables per word − 15.59. Syllables are counted by groups of vowels, so it is a gauge and no verdict.
/// </summary>
/// <param name="ReadingAge">In whole years, from 5 to 20; null for fewer than <see cref="FewestWords"/> words, of which it would say nothing.</param>
/// <param name="Hints">The places that could be plainer, in the order of the text, at most <see cref="MostHints"/>.</param>
public sealed partial record PlainLanguage(int? ReadingAge, ImmutableArray<PlainHint> Hints)
{
    /// <summary>The longest sentence that is easy to follow, in words.</summary>
    public const int LongestSentence = 25;

    /// <summary>The fewest words of which a reading age says something.</summary>
    public const int FewestWords = 20;

    /// <summary>How many places are named.</summary>
    public const int MostHints = 20;

    /// <summary>The words with which every project begins; each has its own list.</summary>
    public static ImmutableList<Jargon> Words { get; } =
    [
        new("utilise", "use"), new("commence", "start"), new("prior to", "before"), new("in order to", "to"), new("in the event of", "if"),
        new("in accordance with", "as … says"), new("with regard to", "about"), new("pursuant to", "under"), new("aforementioned", "these"),
        new("shall", "must"), new("endeavour", "try"), new("ascertain", "find out"), new("facilitate", "help"), new("sufficient", "enough"),
        new("additional", "more"), new("remuneration", "pay"), new("procure", "buy"), new("stakeholders", "people who have a say"),
        new("service users", "people who use the service"), new("leverage", "use"), new("robust", "strong, or say how"), new("holistic", "whole"),
        new("signpost", "tell people about"), new("going forward", "from now on"), new("implement", "do"), new("methodology", "way of working"),
        new("beneficiaries", "the people it is for"), new("on a regular basis", "often, or say how often"), new("thereof", "of it"),
    ];

    /// <summary>Looks at a text.</summary>
    public static PlainLanguage Of(string markdown, IReadOnlyCollection<Jargon> jargon)
    {
        var sentences = Sentences(markdown).Select(sentence => (Text: sentence, Words: Word().Matches(sentence).Select(match => match.Value).ToArray())).Where(s => s.Words.Length > 0).ToArray();
        var words = sentences.Sum(sentence => sentence.Words.Length);
        var hints = sentences.SelectMany(sentence => HintsOf(sentence.Text, sentence.Words.Length, jargon)).Distinct().Take(MostHints);
        if (words < FewestWords) return new PlainLanguage(null, [.. hints]);
        var grade = 0.39m * words / sentences.Length + 11.8m * sentences.Sum(sentence => sentence.Words.Sum(Syllables)) / words - 15.59m;
        return new PlainLanguage((int)Math.Clamp(Math.Round(grade + 5), 5, 20), [.. hints]);
    }

    /// <summary>How many syllables an English word has, by its groups of vowels; at least one.</summary>
    public static int Syllables(string word)
    {
        var letters = word.ToLowerInvariant();
        var groups = Vowels().Count(letters);
        if (SilentEnd().IsMatch(letters)) groups--;
        return Math.Max(1, groups);
    }

    /// <inheritdoc />
    public bool Equals(PlainLanguage? other) => other is not null && ReadingAge == other.ReadingAge && Hints.AsSpan().SequenceEqual(other.Hints.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(ReadingAge, Hints.Length);

    private static IEnumerable<PlainHint> HintsOf(string sentence, int words, IReadOnlyCollection<Jargon> jargon)
    {
        if (words > LongestSentence) yield return new PlainHint(HardWords.LongSentence, sentence, "");
        if (Passive().Match(sentence) is { Success: true } passive) yield return new PlainHint(HardWords.Passive, passive.Value, "");
        foreach (var hard in jargon)
        {
            if (IsIn(sentence, hard.Word)) yield return new PlainHint(HardWords.Jargon, hard.Word, hard.Better);
        }
    }

    private static bool IsIn(string sentence, string word)
    {
        for (var at = sentence.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = sentence.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + word.Length;
            if ((at == 0 || !char.IsLetterOrDigit(sentence[at - 1])) && (end == sentence.Length || !char.IsLetterOrDigit(sentence[end]))) return true;
        }

        return false;
    }

    /// <summary>Sentences without the marks of Markdown. A heading, a line of a list and a cell of a table each end one.</summary>
    private static IEnumerable<string> Sentences(string markdown)
    {
        var plain = Fence().Replace(markdown.ReplaceLineEndings("\n"), "\n");
        plain = Link().Replace(plain, "$1");
        plain = Start().Replace(plain, ".\n");
        plain = Marks().Replace(plain, "").Replace("|", ".\n", StringComparison.Ordinal).Replace("\n\n", ".\n", StringComparison.Ordinal);
        return End().Split(plain).Select(sentence => Space().Replace(sentence, " ").Trim(' ', '.')).Where(sentence => sentence.Length > 0);
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:['’\-][\p{L}\p{N}]+)*")]
    private static partial Regex Word();

    [GeneratedRegex("[aeiouyáéíóúàèìòùäöü]+")]
    private static partial Regex Vowels();

    /// <summary>An e that isn't said: likes, hope, asked; not little, wanted, houses.</summary>
    [GeneratedRegex(@"(?:[^aeiouyl]e|[aeiouy]le|[^aeioutdy]ed|[^aeiouyscxzgl]es)$")]
    private static partial Regex SilentEnd();

    [GeneratedRegex(@"\b(?:am|is|are|was|were|be|been|being)\s+(?:not\s+)?(?:\p{L}+ly\s+)?(?:\p{L}{2,}ed|given|made|done|seen|taken|written|known|held|kept|paid|told|found|sent|shown|chosen|brought|built|bought|met|left|led|heard|offered|put|set|sold|spent|understood)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Passive();

    [GeneratedRegex(@"^(?:```|~~~).*?(?:^(?:```|~~~)[^\n]*$|\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"!?\[([^\[\]]*)\]\([^()\s]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\n?^[ \t]*(?:#{1,6}|[-*+]|\d{1,9}[.)]|>)(?:[ \t]+(?:\[[ xX]\])?|$)", RegexOptions.Multiline)]
    private static partial Regex Start();

    [GeneratedRegex(@"[*_`~]|^[ \t]*\|?[ \t:|-]+\|[ \t:|-]*$", RegexOptions.Multiline)]
    private static partial Regex Marks();

    [GeneratedRegex(@"(?<!\b(?:e\.g|i\.e|etc|No|Mr|Mrs|Dr))[.!?]+[”""’')\]]*(?=\s|$)")]
    private static partial Regex End();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}

using System.Globalization;

namespace CoDesign.Domain.Kernel;

/// <summary>Checks what somebody typed, the same way everywhere.</summary>
public static class Written
{
    /// <summary>What stands where words were erased.</summary>
    public const string Erased = "(erased)";

    /// <summary>
    /// Words that must be there. White space around them goes; what is inside stays word for word.
    /// Refused: nothing that can be seen, more than <paramref name="most"/> UTF-16 units, control characters other than line breaks and tabs.
    /// </summary>
    public static Refusal? Words(string? typed, string field, string what, int most, out string words)
    {
        words = (typed ?? "").ReplaceLineEndings("\n").Trim();
        if (words.All(IsInvisible)) return new Refusal($"{Code(field)}.empty", $"Write {what}.", field);
        return TooMuch(words, field, what, most);
    }

    /// <summary>Words that may be left out.</summary>
    public static Refusal? OptionalWords(string? typed, string field, string what, int most, out string words)
    {
        words = (typed ?? "").ReplaceLineEndings("\n").Trim();
        return TooMuch(words, field, what, most);
    }

    /// <summary>Whether a value of an enumeration is one that has a name.</summary>
    public static Refusal? Choice<TEnum>(TEnum chosen, string field, string what) where TEnum : struct, Enum =>
        Enum.IsDefined(chosen) ? null : new Refusal($"{Code(field)}.unknown", $"Choose {what} from the list.", field);

    private static Refusal? TooMuch(string words, string field, string what, int most)
    {
        if (words.Length > most)
        {
            return new Refusal($"{Code(field)}.too-long",
                $"That is {words.Length:N0} characters; there is room for {most:N0} here. Shorten {what}, or split it in two.", field);
        }

        return words.Any(c => char.IsControl(c) && c is not ('\n' or '\t')) || HasLoneSurrogate(words)
            ? new Refusal($"{Code(field)}.unreadable", "There is a character in this that we can't read. Type it again without special characters.", field)
            : null;
    }

    private static bool IsInvisible(char c) =>
        char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format;

    private static bool HasLoneSurrogate(string words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (char.IsHighSurrogate(words[i]) && i + 1 < words.Length && char.IsLowSurrogate(words[i + 1])) i++;
            else if (char.IsSurrogate(words[i])) return true;
        }

        return false;
    }

    private static string Code(string field) =>
        string.Concat(field.Select((c, i) => char.IsUpper(c) && i > 0 ? $"-{char.ToLowerInvariant(c)}" : char.ToLowerInvariant(c).ToString()));
}

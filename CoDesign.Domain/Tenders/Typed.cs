using System.Text;
using System.Text.RegularExpressions;

namespace CoDesign.Domain.Tenders;

/// <summary>
/// Keeps what people typed inside its place in the tender document: a field stays a field and a clause stays a clause,
/// whatever signs are in it.
/// </summary>
internal static partial class Typed
{
    private const string Signs = @"\`*_{}[]()<>#+!|~&^$";

    /// <summary>A title or a sentence, on one line, without any formatting.</summary>
    public static string Line(string typed) => Start(Plain(string.Join(' ', typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));

    /// <summary>Words on several lines, without any formatting but paragraphs.</summary>
    public static string Paragraphs(string typed) =>
        string.Join("\n", typed.ReplaceLineEndings("\n").Split('\n').Select(line => Start(Plain(line.Trim()))));

    /// <summary>
    /// Markdown that somebody wrote: its headings rank below the document's own, and it opens no block of code and no tag,
    /// since one that isn't closed would swallow what follows.
    /// </summary>
    /// <param name="typed">The words.</param>
    /// <param name="below">How many levels of headings stand above them.</param>
    public static string Markdown(string typed, int below = 2)
    {
        var text = new StringBuilder();
        var before = "";
        foreach (var line in typed.ReplaceLineEndings("\n").TrimEnd().Split('\n'))
        {
            if (before.Trim().Length > 0 && Underline().IsMatch(line)) text.Append('\n');
            text.Append(TagAtStart().Replace(Fence().Replace(Heading().Replace(line, heading => new string('#', Math.Min(6, heading.Length + below))), @"\$0"), @"$1\<")).Append('\n');
            before = line;
        }

        return text.ToString().TrimEnd();
    }

    private static string Plain(string typed)
    {
        var text = new StringBuilder(typed.Length);
        foreach (var c in typed)
        {
            if (Signs.Contains(c, StringComparison.Ordinal)) text.Append('\\');
            text.Append(c);
        }

        return text.ToString();
    }

    /// <summary>Signs that mean a list or a heading only where a line begins.</summary>
    private static string Start(string line) => ListAtStart().Replace(line, @"$1\$2");

    [GeneratedRegex(@"^(\d{1,9}(?=\.)|(?=[-=:]))([-=:.])")]
    private static partial Regex ListAtStart();

    [GeneratedRegex("`{3,}|~{3,}")]
    private static partial Regex Fence();

    [GeneratedRegex(@"^ {0,3}(=+|-+)\s*$")]
    private static partial Regex Underline();

    [GeneratedRegex(@"(?<=^ {0,3})#{1,6}(?=\s|$)")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(\s*)<(?![A-Za-z][A-Za-z0-9+.-]+:)")]
    private static partial Regex TagAtStart();
}

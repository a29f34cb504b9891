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
    /// Markdown that somebody wrote: its headings rank below the document's own, its code ends where it ends,
    /// and no tag begins a line, since each of these would reach into what follows.
    /// </summary>
    public static string Markdown(string typed)
    {
        var text = new StringBuilder();
        var fence = "";
        var before = "";
        foreach (var line in typed.ReplaceLineEndings("\n").TrimEnd().Split('\n'))
        {
            var mark = Fence().Match(line);
            if (fence.Length > 0)
            {
                text.Append(line).Append('\n');
                if (mark.Success && mark.Groups["mark"].Value.StartsWith(fence, StringComparison.Ordinal) && mark.Groups["rest"].Value.Trim().Length == 0) fence = "";
                continue;
            }

            if (mark.Success && !(mark.Groups["mark"].Value[0] == '`' && mark.Groups["rest"].Value.Contains('`', StringComparison.Ordinal)))
                fence = mark.Groups["mark"].Value;
            if (before.Trim().Length > 0 && Underline().IsMatch(line)) text.Append('\n');
            text.Append(TagAtStart().Replace(Heading().Replace(line, "##$0"), @"$1\<")).Append('\n');
            before = line;
        }

        if (fence.Length > 0) text.Append(fence).Append('\n');
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

    [GeneratedRegex(@"^ {0,3}(?<mark>`{3,}|~{3,})(?<rest>.*)$")]
    private static partial Regex Fence();

    [GeneratedRegex(@"^ {0,3}(=+|-+)\s*$")]
    private static partial Regex Underline();

    [GeneratedRegex(@"(?<=^ {0,3})#{1,4}(?=\s|$)")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(\s*)<(?![A-Za-z][A-Za-z0-9+.-]+:)")]
    private static partial Regex TagAtStart();
}

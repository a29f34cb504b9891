using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;

namespace CoDesign.App.Evaluations;

/// <summary>The sentences of a text that is HTML already, as <see cref="Highlights"/> finds them again.</summary>
public static partial class Sentences
{
    /// <summary>As long as a passage that is kept may be.</summary>
    private const int Longest = 1_000;

    /// <summary>Each sentence once, in order. Paragraphs, lines of a list and cells of a table end a sentence too.</summary>
    public static IReadOnlyList<string> Of(MarkupString html)
    {
        using var document = new HtmlParser().ParseDocument("");
        var whole = document.CreateElement("div");
        whole.InnerHtml = html.Value;
        return [.. whole.Descendants<IText>().GroupBy(BlockOf).Select(block => string.Concat(block.Select(text => text.Data)))
            .SelectMany(words => End().Split(words)).Select(words => Space().Replace(words, " ").Trim()).Where(words => words.Any(char.IsLetterOrDigit))
            .Select(Cut).Distinct()];
    }

    /// <summary>The part of the text that a few words stand in: a paragraph, not the bold type within it.</summary>
    private static IElement? BlockOf(IText text)
    {
        var within = text.ParentElement;
        while (within is { LocalName: "strong" or "em" or "del" or "a" or "code", ParentElement: { } around }) within = around;
        return within;
    }

    private static string Cut(string words) => words.Length <= Longest ? words : words[..(words.LastIndexOf(' ', Longest) is var at and > 0 ? at : Longest)];

    [GeneratedRegex("(?<=[.!?][\"”’)]?)\\s+")]
    private static partial Regex End();

    [GeneratedRegex("\\s+")]
    private static partial Regex Space();
}

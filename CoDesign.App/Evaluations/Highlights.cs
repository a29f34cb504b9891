using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;

namespace CoDesign.App.Evaluations;

/// <summary>Marks passages in a text that is HTML already, also where they run across its tags. What isn't found is left alone.</summary>
public static class Highlights
{
    /// <summary>The text with each passage marked where it stands first; spaces, line breaks and the case of letters don't matter.</summary>
    public static MarkupString Mark(MarkupString html, IEnumerable<string> passages)
    {
        var parser = new HtmlParser();
        using var document = parser.ParseDocument("");
        var whole = document.CreateElement("div");
        whole.InnerHtml = html.Value;
        foreach (var passage in passages.Select(Plain).Where(passage => passage.Length > 0).Distinct()) Mark(whole, passage);
        return new MarkupString(whole.InnerHtml);
    }

    private static void Mark(IElement whole, string passage)
    {
        var (text, places) = Read(whole);
        var at = text.IndexOf(passage, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return;
        foreach (var within in places.GetRange(at, passage.Length).GroupBy(place => place.Node).Reverse())
        {
            var (first, last) = (within.First().Offset, within.Last().Offset);
            // Space between two paragraphs or two lines of a list is nothing to mark.
            if (string.IsNullOrWhiteSpace(within.Key.Data[first..(last + 1)])) continue;
            var marked = within.Key.Split(first);
            marked.Split(last - first + 1);
            var mark = within.Key.Owner!.CreateElement("mark");
            marked.ReplaceWith(mark);
            mark.AppendChild(marked);
        }
    }

    /// <summary>The words with single spaces between, and where each letter stands.</summary>
    private static (string Text, List<(IText Node, int Offset)> Places) Read(IElement whole)
    {
        var (text, places) = (new StringBuilder(), new List<(IText, int)>());
        foreach (var node in whole.Descendants<IText>())
        {
            for (var offset = 0; offset < node.Data.Length; offset++)
            {
                var letter = char.IsWhiteSpace(node.Data[offset]) ? ' ' : node.Data[offset];
                if (letter == ' ' && (text.Length == 0 || text[^1] == ' ')) continue;
                text.Append(letter);
                places.Add((node, offset));
            }
        }

        return (text.ToString(), places);
    }

    private static string Plain(string passage) => string.Join(' ', passage.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

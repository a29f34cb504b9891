using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Markdig.Syntax.Inlines;
using WordText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace CoDesign.App.Exports;

/// <summary>The words of a <see cref="WordDocument"/>: bold, italic, links. Nothing in it fetches anything.</summary>
internal sealed class WordInlines(MainDocumentPart main)
{
    /// <summary>The runs of some words.</summary>
    /// <param name="inline">The words.</param>
    /// <param name="look">How they look so far.</param>
    public IEnumerable<OpenXmlElement> Of(ContainerInline inline, RunProperties look) => inline.SelectMany(part => Of(part, look)).ToArray();

    private IEnumerable<OpenXmlElement> Of(Inline inline, RunProperties look) => inline switch
    {
        LiteralInline words => [Run(words.Content.ToString(), look)],
        CodeInline words => [Run(words.Content, With(look, new RunFonts { Ascii = "Courier New", HighAnsi = "Courier New", ComplexScript = "Courier New" }))],
        HtmlEntityInline sign => [Run(sign.Transcoded.ToString(), look)],
        LineBreakInline { IsHard: true } => [new Run(new Break())],
        LineBreakInline => [Run(" ", look)],
        AutolinkInline address => Link(address.IsEmail ? $"mailto:{address.Url}" : address.Url, [Run(address.Url, With(look, new RunStyle { Val = "Hyperlink" }))]),
        LinkInline { IsImage: false } link => Link(link.GetDynamicUrl?.Invoke() ?? link.Url, Of(link, With(look, new RunStyle { Val = "Hyperlink" }))),
        EmphasisInline { DelimiterChar: '~' } struck => Of(struck, With(look, new Strike())),
        EmphasisInline { DelimiterCount: 2 } strong => Of(strong, With(look, new Bold())),
        EmphasisInline leaning => Of(leaning, With(look, new Italic())),
        ContainerInline inside => Of(inside, look),
        _ => [],
    };

    private IEnumerable<OpenXmlElement> Link(string? address, IEnumerable<OpenXmlElement> words)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var to) || to.Scheme is not ("http" or "https" or "mailto")) return words;
        return [new Hyperlink(words.Where(word => word is Run)) { Id = main.AddHyperlinkRelationship(to, isExternal: true).Id }];
    }

    private static Run Run(string words, RunProperties look)
    {
        var run = new Run();
        if (look.HasChildren) run.RunProperties = (RunProperties)look.CloneNode(true);
        run.Append(new WordText(WordDocument.Clean(words)) { Space = SpaceProcessingModeValues.Preserve });
        return run;
    }

    private static RunProperties With(RunProperties look, OpenXmlElement more)
    {
        var next = (RunProperties)look.CloneNode(true);
        if (!next.AddChild(more, throwOnError: false)) return look;
        return next;
    }
}

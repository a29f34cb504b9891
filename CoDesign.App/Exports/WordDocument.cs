using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Color = DocumentFormat.OpenXml.Wordprocessing.Color;
using MarkdownText = CoDesign.App.Shell.Markdown;
using WordText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace CoDesign.App.Exports;

/// <summary>
/// Markdown as a document for word processors: with real headings, lists, tables and links, so that its outline, its numbering and
/// a screen reader's way through it work as in one that was typed there.
/// </summary>
public sealed class WordDocument(MarkdownText markdown)
{
    private const int Levels = 6;

    /// <summary>The file.</summary>
    /// <param name="title">What it is called; its first line and its property.</param>
    /// <param name="text">The Markdown. Its headings of the second level are the file's first, below its title.</param>
    /// <param name="at">When what it says was true; the file is the same for the same text and time.</param>
    public byte[] Make(string title, string text, DateTimeOffset at)
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            file.PackageProperties.Title = Clean(title);
            file.PackageProperties.Created = file.PackageProperties.Modified = at.UtcDateTime;
            file.PackageProperties.Language = "en-GB";
            var main = file.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = Styles();
            main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(new Compatibility(new CompatibilitySetting
            {
                Name = CompatSettingNameValues.CompatibilityMode,
                Uri = "http://schemas.microsoft.com/office/word",
                Val = "15",
            }));
            var footer = main.AddNewPart<FooterPart>();
            footer.Footer = new Footer(new Paragraph(
                new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
                new SimpleField(new Run(new WordText("1"))) { Instruction = "PAGE" }));
            var blocks = new WordBlocks(main);
            var body = new Body(new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "Title" }), new Run(new WordText(Clean(title)))));
            body.Append(blocks.Of(markdown.Document(text, 0, highest: 1), text));
            body.Append(new SectionProperties(
                new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(footer) },
                new PageSize { Width = 11906, Height = 16838 },
                new PageMargin { Top = 1440, Bottom = 1440, Left = 1304, Right = 1304, Header = 709, Footer = 709, Gutter = 0 }));
            main.Document = new Document(body);
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = blocks.Numbering();
        }

        return stream.ToArray();
    }

    /// <summary>Words without the control characters that no such file may hold.</summary>
    internal static string Clean(string words) => string.Concat(words.Where(sign => !char.IsControl(sign) && sign is not ('\uFFFE' or '\uFFFF')));

    private static Styles Styles()
    {
        var styles = new Styles(
            new DocDefaults(
                new RunPropertiesDefault(new RunPropertiesBaseStyle(
                    new RunFonts { Ascii = "Arial", HighAnsi = "Arial", ComplexScript = "Arial", EastAsia = "Arial" },
                    new FontSize { Val = "24" }, new FontSizeComplexScript { Val = "24" }, new Languages { Val = "en-GB" })),
                new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "160", Line = "300", LineRule = LineSpacingRuleValues.Auto }))),
            Paragraph("Normal", "Normal", isDefault: true),
            Paragraph("Title", "Title", run: [new Bold(), new FontSize { Val = "48" }], paragraph: [new SpacingBetweenLines { After = "360" }]),
            Paragraph("ListParagraph", "List Paragraph", paragraph: [new SpacingBetweenLines { After = "80" }]),
            Paragraph("Quote", "Quote", run: [new Italic()], paragraph: [new Indentation { Left = "567" }]),
            Paragraph("Preformatted", "Preformatted", run: [new RunFonts { Ascii = "Courier New", HighAnsi = "Courier New", ComplexScript = "Courier New" }]));
        for (var level = 1; level <= Levels; level++)
        {
            styles.Append(Paragraph($"Heading{level}", $"heading {level}",
                run: [new Bold(), new FontSize { Val = (42 - 4 * Math.Min(level, 4)).ToString(CultureInfo.InvariantCulture) }],
                paragraph: [new KeepNext(), new SpacingBetweenLines { Before = level == 1 ? "480" : "320", After = "120" }, new OutlineLevel { Val = level - 1 }]));
        }

        styles.Append(new Style(new StyleName { Val = "Hyperlink" }, new StyleRunProperties(new Color { Val = "0B5394" }, new Underline { Val = UnderlineValues.Single }))
        {
            Type = StyleValues.Character,
            StyleId = "Hyperlink",
        });
        return styles;
    }

    private static Style Paragraph(string id, string name, OpenXmlElement[]? run = null, OpenXmlElement[]? paragraph = null, bool isDefault = false)
    {
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id };
        if (isDefault) style.Default = true;
        else style.Append(new BasedOn { Val = "Normal" }, new NextParagraphStyle { Val = "Normal" });
        style.Append(new PrimaryStyle());
        if (paragraph is not null) style.Append(new StyleParagraphProperties(paragraph));
        if (run is not null) style.Append(new StyleRunProperties(run));
        return style;
    }
}

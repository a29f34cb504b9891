using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Table = DocumentFormat.OpenXml.Wordprocessing.Table;
using TableCell = DocumentFormat.OpenXml.Wordprocessing.TableCell;
using TableRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;
using WordText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace CoDesign.App.Exports;

/// <summary>What stands in a <see cref="WordDocument"/>: blocks of Markdown as paragraphs, lists and tables.</summary>
internal sealed class WordBlocks(MainDocumentPart main)
{
    private const int Deepest = 8;
    private const int Bullets = 0;
    private const int Numbers = 1;
    private readonly List<(int Abstract, int Start)> _lists = [];
    private readonly WordInlines _inlines = new(main);

    /// <summary>The blocks of a document; the text as it was typed where it was too deep to be one.</summary>
    public IEnumerable<OpenXmlElement> Of(MarkdownDocument? document, string text) => document is null ? [Preformatted(text)] : document.SelectMany(block => Of(block, new Place(null, 0))).ToArray();

    /// <summary>How the lists that were made are numbered: each begins anew.</summary>
    public Numbering Numbering()
    {
        var numbering = new Numbering(Scheme(Bullets, NumberFormatValues.Bullet, _ => "•"), Scheme(Numbers, NumberFormatValues.Decimal, level => $"%{level + 1}."));
        for (var i = 0; i < _lists.Count; i++)
        {
            var (scheme, start) = _lists[i];
            var list = new NumberingInstance(new AbstractNumId { Val = scheme }) { NumberID = i + 1 };
            if (scheme == Numbers) list.Append(Enumerable.Range(0, Deepest + 1).Select(level => new LevelOverride(new StartOverrideNumberingValue { Val = level == 0 ? start : 1 }) { LevelIndex = level }));
            numbering.Append(list);
        }

        return numbering;
    }

    private IEnumerable<OpenXmlElement> Of(Block block, Place place) => block switch
    {
        HeadingBlock heading => [ParagraphOf(heading.Inline, $"Heading{heading.Level}", place)],
        ListBlock list => List(list, place),
        QuoteBlock quote => quote.SelectMany(inner => Of(inner, place with { Style = "Quote" })),
        Markdig.Extensions.Tables.Table table => [Table(table), new Paragraph()],
        CodeBlock lines => [Preformatted(lines.Lines.ToString())],
        ThematicBreakBlock => [new Paragraph(new ParagraphProperties(new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Size = 4, Space = 1 })))],
        LeafBlock { Inline: { } inline } => [ParagraphOf(inline, place.Style, place)],
        ContainerBlock inside => inside.SelectMany(inner => Of(inner, place)),
        _ => [],
    };

    private IEnumerable<OpenXmlElement> List(ListBlock list, Place place)
    {
        var start = list.IsOrdered && int.TryParse(list.OrderedStart, out var first) && first is >= 0 and <= short.MaxValue ? first : 1;
        _lists.Add((list.IsOrdered ? Numbers : Bullets, start));
        var number = _lists.Count;
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var inside = new Place("ListParagraph", place.Level + 1) { List = number };
            foreach (var block in item)
            {
                foreach (var made in Of(block, inside)) yield return made;
                // Only the first paragraph of an item bears its number.
                inside = inside with { List = null };
            }
        }
    }

    private Paragraph ParagraphOf(ContainerInline? inline, string? style, Place place)
    {
        var properties = new ParagraphProperties();
        if (style is not null) properties.Append(new ParagraphStyleId { Val = style });
        var level = Math.Min(place.Level - 1, Deepest);
        if (place.List is { } list) properties.Append(new NumberingProperties(new NumberingLevelReference { Val = level }, new NumberingId { Val = list }));
        else if (place.Level > 0) properties.Append(new Indentation { Left = Indent(level) });
        var paragraph = new Paragraph(properties);
        if (inline is not null) paragraph.Append(_inlines.Of(inline, new RunProperties()));
        return paragraph;
    }

    private Table Table(Markdig.Extensions.Tables.Table source)
    {
        var columns = source.OfType<Markdig.Extensions.Tables.TableRow>().Max(row => row.Count);
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 }, new BottomBorder { Val = BorderValues.Single, Size = 4 },
                    new RightBorder { Val = BorderValues.Single, Size = 4 }, new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 })),
            new TableGrid(Enumerable.Range(0, columns).Select(_ => new GridColumn())));
        foreach (var row in source.OfType<Markdig.Extensions.Tables.TableRow>())
        {
            var made = new TableRow();
            if (row.IsHeader) made.Append(new TableRowProperties(new TableHeader()));
            for (var i = 0; i < columns; i++)
            {
                var cell = new TableCell(new TableCellProperties(new TableCellWidth { Type = TableWidthUnitValues.Auto }));
                var blocks = i < row.Count && row[i] is Markdig.Extensions.Tables.TableCell words ? words.SelectMany(block => Of(block, new Place(null, 0))).ToArray() : [];
                if (row.IsHeader) foreach (var run in blocks.SelectMany(block => block.Descendants<Run>())) Embolden(run);
                cell.Append(blocks is [.., Paragraph] ? blocks : [.. blocks, new Paragraph()]);
                made.Append(cell);
            }

            table.Append(made);
        }

        return table;
    }

    private static void Embolden(Run run)
    {
        run.RunProperties ??= new RunProperties();
        run.RunProperties.Bold ??= new Bold();
    }

    private static Paragraph Preformatted(string text)
    {
        var run = new Run();
        foreach (var (line, i) in text.ReplaceLineEndings("\n").TrimEnd().Split('\n').Select((line, i) => (line, i)))
        {
            if (i > 0) run.Append(new Break());
            run.Append(new WordText(WordDocument.Clean(line)) { Space = SpaceProcessingModeValues.Preserve });
        }

        return new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "Preformatted" }), run);
    }

    private static AbstractNum Scheme(int number, NumberFormatValues format, Func<int, string> sign)
    {
        var scheme = new AbstractNum(new MultiLevelType { Val = MultiLevelValues.HybridMultilevel }) { AbstractNumberId = number };
        for (var level = 0; level <= Deepest; level++)
        {
            scheme.Append(new Level(
                new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = format }, new LevelText { Val = sign(level) }, new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties(new Indentation { Left = Indent(level), Hanging = "360" }))
            { LevelIndex = level });
        }

        return scheme;
    }

    private static string Indent(int level) => $"{(level + 1) * 454}";

    /// <summary>Where a block stands.</summary>
    /// <param name="Style">The style of its paragraphs; null for the ordinary one.</param>
    /// <param name="Level">How many lists it is in.</param>
    private readonly record struct Place(string? Style, int Level)
    {
        /// <summary>The list whose item it begins; null where it doesn't.</summary>
        public int? List { get; init; }
    }
}

using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using CoDesign.App.Exports;
using CoDesign.App.Shell;
using CoDesign.Tests.Shell;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CoDesign.Tests.Exports;

public sealed class WordDocumentTests : IDisposable
{
    private const string Pack = """
        ## Notice

        Somebody is there **every evening**, *also* on ~~Sundays~~ [holidays](https://kent.example/days "When").

        ### What we ask

        1. Name
        2. Price
           - in pounds
           - with VAT

        Between the lists.

        1. Again from one

        | Step | When |
        | --- | --- |
        | Notice | May |
        | Award |

        > “It is lonely here.”

            kept as it is
              typed
        """;

    private readonly Markdown _markdown = new();

    public void Dispose() => _markdown.Dispose();

    [Fact]
    public void A_pack_keeps_its_headings_lists_tables_and_links()
    {
        using var file = Open(Make(Pack));
        var body = file.MainDocumentPart!.Document!.Body!;

        Assert.Equal([("Title", "Evening wardens"), ("Heading1", "Notice"), ("Heading2", "What we ask")],
            body.Elements<Paragraph>().Where(p => StyleOf(p) is "Title" or ['H', ..]).Select(p => (StyleOf(p)!, p.InnerText)));
        Assert.Equal([(1, 0, "Name"), (1, 0, "Price"), (2, 1, "in pounds"), (2, 1, "with VAT"), (3, 0, "Again from one")], body.Descendants<NumberingProperties>()
            .Select(n => (n.NumberingId!.Val!.Value, n.NumberingLevelReference!.Val!.Value, n.Ancestors<Paragraph>().First().InnerText)));
        var table = Assert.Single(body.Elements<Table>());
        Assert.Equal([2, 2, 2], table.Elements<TableRow>().Select(row => row.Elements<TableCell>().Count()));
        Assert.Single(table.Descendants<TableHeader>());
        Assert.Equal("https://kent.example/days", Assert.Single(file.MainDocumentPart.HyperlinkRelationships).Uri.ToString());
        Assert.Contains(body.Descendants<Run>(), run => run is { InnerText: "every evening", RunProperties.Bold: not null });
        Assert.Contains(body.Descendants<Run>(), run => run is { InnerText: "Sundays", RunProperties.Strike: not null });
        Assert.Equal("en-GB", file.PackageProperties.Language);
        Assert.Empty(new OpenXmlValidator().Validate(file, TestContext.Current.CancellationToken).Select(fault => $"{fault.Path?.XPath}: {fault.Description}"));
    }

    [Theory]
    [MemberData(nameof(HostileMarkdown.All), MemberType = typeof(HostileMarkdown))]
    [MemberData(nameof(HostileMarkdown.Deep), MemberType = typeof(HostileMarkdown))]
    [InlineData("A bell \a, a null \0 and half a pair \ud83d in words.")]
    public void Hostile_words_make_a_sound_file_that_fetches_nothing(string text)
    {
        using var file = Open(Make(text));

        Assert.Empty(new OpenXmlValidator().Validate(file, TestContext.Current.CancellationToken).Select(fault => $"{fault.Path?.XPath}: {fault.Description}"));
        Assert.All(file.MainDocumentPart!.HyperlinkRelationships, link => Assert.Contains(link.Uri.Scheme, new[] { "http", "https", "mailto" }));
        Assert.Empty(file.MainDocumentPart.ExternalRelationships);
        Assert.Empty(file.MainDocumentPart.ImageParts);
    }

    [Fact]
    public async Task LibreOffice_makes_a_PDF_with_the_headings_as_its_outline()
    {
        var folder = Directory.CreateTempSubdirectory("codesign-word-");
        try
        {
            var file = Path.Combine(folder.FullName, "pack.docx");
            await File.WriteAllBytesAsync(file, Make(Pack), TestContext.Current.CancellationToken);
            using var office = Start(folder, file);
            Assert.SkipWhen(office is null, "LibreOffice is not installed.");
            await office!.WaitForExitAsync(TestContext.Current.CancellationToken);

            var pdf = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Path.Combine(folder.FullName, "pack.pdf"), TestContext.Current.CancellationToken));
            foreach (var heading in new[] { "Notice", "What we ask" })
                Assert.Contains($"/Title<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(heading))}>", pdf, StringComparison.OrdinalIgnoreCase);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Process? Start(DirectoryInfo folder, string file)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("soffice",
            [
                $"-env:UserInstallation={new Uri(Path.Combine(folder.FullName, "profile"))}", "--headless", "--convert-to",
                """pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"true"}}""", "--outdir", folder.FullName, file,
            ])
            { RedirectStandardOutput = true, RedirectStandardError = true });
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static string? StyleOf(Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;

    private static WordprocessingDocument Open(byte[] file) => WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);

    private byte[] Make(string text) => new WordDocument(_markdown).Make("Evening wardens", text, new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
}

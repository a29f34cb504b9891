using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;

namespace CoDesign.App.Bids;

/// <summary>A type of file, told by what is in it and not by what it is called.</summary>
/// <param name="Endings">The endings of its name; the first is the one it is kept with.</param>
/// <param name="MediaType">What browsers call it.</param>
/// <param name="Fits">Whether a content is of this type.</param>
public sealed record EvidenceType(ImmutableArray<string> Endings, string MediaType, Predicate<byte[]> Fits)
{
    private const string Office = "application/vnd.openxmlformats-officedocument";
    private const string OpenDocument = "application/vnd.oasis.opendocument";

    private static readonly UTF8Encoding _strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Every type that can be told.</summary>
    public static ImmutableArray<EvidenceType> All { get; } =
    [
        new([".pdf"], "application/pdf", Begins("%PDF-"u8)),
        new([".docx"], $"{Office}.wordprocessingml.document", Holds("word/document.xml")),
        new([".xlsx"], $"{Office}.spreadsheetml.sheet", Holds("xl/workbook.xml")),
        new([".pptx"], $"{Office}.presentationml.presentation", Holds("ppt/presentation.xml")),
        new([".odt"], $"{OpenDocument}.text", Says($"{OpenDocument}.text")),
        new([".ods"], $"{OpenDocument}.spreadsheet", Says($"{OpenDocument}.spreadsheet")),
        new([".jpg", ".jpeg"], "image/jpeg", Begins([0xFF, 0xD8, 0xFF])),
        new([".png"], "image/png", Begins([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])),
        new([".txt"], "text/plain; charset=utf-8", IsText),
        new([".csv"], "text/csv; charset=utf-8", IsText),
    ];

    /// <summary>The type that a kept file has, by its ending.</summary>
    public static EvidenceType Of(string ending) => All.First(type => type.Endings.Contains(ending));

    private static Predicate<byte[]> Begins(ReadOnlySpan<byte> signature)
    {
        var expected = signature.ToArray();
        return content => content.AsSpan().StartsWith(expected);
    }

    /// <summary>A package of Office has its main part under a known name. Macros are refused: their packages call themselves otherwise.</summary>
    private static Predicate<byte[]> Holds(string part) => content => InPackage(content, package =>
        package.GetEntry("[Content_Types].xml") is not null && package.GetEntry(part) is not null
        && !package.Entries.Any(entry => entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)));

    /// <summary>A package of OpenDocument says what it is in a part of its own.</summary>
    private static Predicate<byte[]> Says(string mediaType) => content => InPackage(content, package =>
    {
        if (package.GetEntry("mimetype") is not { } entry) return false;
        using var content = entry.Open();
        var said = new byte[mediaType.Length];
        return content.ReadAtLeast(said, said.Length, throwOnEndOfStream: false) == said.Length && Encoding.ASCII.GetString(said) == mediaType;
    });

    private static bool InPackage(byte[] content, Predicate<ZipArchive> fits)
    {
        try
        {
            using var package = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            return fits(package);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    /// <summary>UTF-8 without control characters.</summary>
    private static bool IsText(byte[] content)
    {
        try
        {
            return !_strict.GetString(content).Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'));
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}

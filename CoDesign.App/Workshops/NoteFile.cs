using System.Collections.Immutable;
using System.Text;
using CoDesign.Domain.Kernel;
using CsvHelper;

namespace CoDesign.App.Workshops;

/// <summary>Reads notes from a table that another program wrote: CSV, one note to a row.</summary>
public static class NoteFile
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int Largest = 256 * 1024;

    private static readonly ImmutableArray<string> _headings = ["note", "notes", "text", "words", "comment", "comments", "answer"];

    /// <summary>
    /// The notes of a file, from the column headed "note" or alike; without such a heading a row is one note. Refused: no file, one that is too large,
    /// isn't text in UTF-8, or holds no note.
    /// </summary>
    public static async Task<(IReadOnlyList<string> Notes, Refusal? Refusal)> ReadAsync(IFormFile? file, CancellationToken stopping)
    {
        if (file is null || file.Length == 0) return ([], new Refusal("file.empty", "Choose a file first.", "file"));
        if (file.Length > Largest) return ([], new Refusal("file.too-large", "Use a file of at most 256 KB. Split it in parts.", "file"));
        try
        {
            using var reader = new StreamReader(file.OpenReadStream(), new UTF8Encoding(false, throwOnInvalidBytes: true));
            var notes = NotesOf(await reader.ReadToEndAsync(stopping));
            return notes.Count == 0 ? ([], new Refusal("file.no-notes", "There are no notes in this file. Put one in each row.", "file")) : (notes, null);
        }
        catch (Exception unread) when (unread is DecoderFallbackException or CsvFormatException)
        {
            return ([], new Refusal("file.unread", "We can’t read this file. Save it as CSV in UTF-8 and try again.", "file"));
        }
    }

    private static List<string> NotesOf(string text)
    {
        using var csv = CsvReader.FromText(text, new CsvReaderOptions { HasHeader = false });
        var rows = new List<string[]>();
        while (csv.Read()) rows.Add(csv.Current.ToArray());
        var column = rows.Count == 0 ? -1 : Array.FindIndex(rows[0], cell => _headings.Contains(cell.Trim().ToLowerInvariant()));
        return [.. rows.Skip(column < 0 ? 0 : 1)
            .Select(row => column < 0 ? Whole(row) : row.ElementAtOrDefault(column) ?? "")
            .Select(note => note.ReplaceLineEndings(" ").Trim()).Where(note => note.Length > 0)];
    }

    /// <summary>A sentence with a comma in it comes as two cells; it is put together as it was written.</summary>
    private static string Whole(string[] row) =>
        row.Where(cell => cell.Length > 0).Aggregate("", (so, cell) => so.Length == 0 ? cell : cell[0] == ' ' ? $"{so},{cell}" : $"{so}, {cell}");
}

using System.Globalization;
using CoDesign.Domain.Thread;

namespace CoDesign.App.Thread;

/// <summary>A box of the drawing, in the units of its view box.</summary>
public sealed record Box(ThreadNode Node, int X, int Y);

/// <summary>A curve between two boxes, as an SVG path.</summary>
public sealed record Curve(ThreadLink Link, string Path);

/// <summary>Where everything of a thread stands in its drawing: a column for each kind, from words on the left to scores on the right.</summary>
public sealed class ThreadDrawing
{
    /// <summary>Width of a box.</summary>
    public const int BoxWidth = 170;

    /// <summary>Height of a box.</summary>
    public const int BoxHeight = 56;

    private const int ColumnStep = 230;
    private const int RowStep = 72;
    private const int Top = 44;

    /// <summary>Lays out the nodes that are shown.</summary>
    public ThreadDrawing(ThreadView thread, IReadOnlySet<ThreadRef>? only)
    {
        var shown = thread.Nodes.Where(node => only is null || only.Contains(node.Ref)).ToArray();
        var kinds = shown.Select(node => node.Ref.Kind).Distinct().Order().ToArray();
        Columns = [.. kinds.Select((kind, index) => (kind, index * ColumnStep))];
        Boxes = [.. shown.GroupBy(node => node.Ref.Kind).SelectMany(column => column.Select((node, row) =>
            new Box(node, Array.IndexOf(kinds, column.Key) * ColumnStep, Top + row * RowStep)))];
        var places = Boxes.ToDictionary(box => box.Node.Ref);
        Curves = [.. thread.Links.Where(link => places.ContainsKey(link.From) && places.ContainsKey(link.To))
            .Select(link => new Curve(link, PathOf(places[link.From], places[link.To])))];
        Width = Math.Max(1, kinds.Length) * ColumnStep - (ColumnStep - BoxWidth);
        Height = Boxes.Count == 0 ? Top : Boxes.Max(box => box.Y) + BoxHeight + 4;
    }

    /// <summary>The kinds that have a column, with its left edge.</summary>
    public IReadOnlyList<(ThreadKind Kind, int X)> Columns { get; }

    /// <summary>The boxes.</summary>
    public IReadOnlyList<Box> Boxes { get; }

    /// <summary>The curves.</summary>
    public IReadOnlyList<Curve> Curves { get; }

    /// <summary>Width of the view box.</summary>
    public int Width { get; }

    /// <summary>Height of the view box.</summary>
    public int Height { get; }

    /// <summary>A text broken into at most three lines that fit a box.</summary>
    public static IEnumerable<string> Lines(string text)
    {
        const int most = 24;
        var line = "";
        var lines = new List<string>();
        foreach (var word in text.ReplaceLineEndings(" ").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > most)
            {
                lines.Add(line);
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        if (line.Length > 0) lines.Add(line);
        return lines.Take(3).Select((words, index) =>
            words.Length > most ? words[..(most - 1)] + "…" : index == 2 && lines.Count > 3 ? words[..Math.Min(words.Length, most - 2)] + " …" : words);
    }

    private static string PathOf(Box from, Box to)
    {
        var (x1, y1) = (from.X + BoxWidth, from.Y + BoxHeight / 2);
        var (x2, y2) = (to.X, to.Y + BoxHeight / 2);
        var middle = (x1 + x2) / 2;
        return string.Create(CultureInfo.InvariantCulture, $"M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}");
    }
}

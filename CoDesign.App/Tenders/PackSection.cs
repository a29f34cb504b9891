using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using CoDesign.Domain.Tenders;

namespace CoDesign.App.Tenders;

/// <summary>A block of Markdown: what stands between empty lines.</summary>
/// <param name="markdown">Its text.</param>
public sealed class PackBlock(string markdown)
{
    /// <summary>Its text.</summary>
    public string Markdown { get; } = markdown;

    /// <summary>The beginning of its hash: what is kept to know later whether somebody saw it.</summary>
    public long Mark { get; } = BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(markdown)));
}

/// <summary>A heading and the blocks below it.</summary>
/// <param name="Key">Names it within its document.</param>
/// <param name="Blocks">The blocks, the heading first.</param>
public sealed record PackPart(string Key, ImmutableArray<PackBlock> Blocks);

/// <summary>
/// A document of the pack, split where it is shown. It is split once for everybody who has it open; what stays the same keeps its
/// reference from version to version, so that a screen compares references only.
/// </summary>
/// <param name="Document">The document.</param>
/// <param name="Parts">Its parts, in order.</param>
public sealed record PackSection(TenderSection Document, ImmutableArray<PackPart> Parts)
{
    /// <summary>All blocks.</summary>
    public IEnumerable<PackBlock> Blocks => Parts.SelectMany(part => part.Blocks);

    /// <summary>The document, with what it has in common with how it was before.</summary>
    public static PackSection Of(TenderSection document, PackSection? before)
    {
        if (before?.Document == document) return before;
        var (blocks, parts) = Known(before);
        var made = new List<PackPart>();
        var times = new Dictionary<string, int>();
        foreach (var run in Runs(document.Markdown))
        {
            times[run[0]] = times.GetValueOrDefault(run[0]) + 1;
            var key = $"{run[0]} {times[run[0]]}";
            ImmutableArray<PackBlock> now = [.. run.Select(text => blocks.TryGetValue(text, out var known) ? known : new PackBlock(text))];
            made.Add(parts.TryGetValue(key, out var part) && part.Blocks.AsSpan().SequenceEqual(now.AsSpan()) ? part : new PackPart(key, now));
        }

        return new PackSection(document, [.. made]);
    }

    private static (Dictionary<string, PackBlock> Blocks, Dictionary<string, PackPart> Parts) Known(PackSection? before)
    {
        var blocks = new Dictionary<string, PackBlock>();
        foreach (var block in before?.Blocks ?? []) blocks[block.Markdown] = block;
        return (blocks, before?.Parts.ToDictionary(part => part.Key) ?? []);
    }

    private static List<List<string>> Runs(string markdown)
    {
        var runs = new List<List<string>>();
        foreach (var block in markdown.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (runs.Count == 0 || block.StartsWith('#')) runs.Add([]);
            runs[^1].Add(block);
        }

        return runs;
    }
}

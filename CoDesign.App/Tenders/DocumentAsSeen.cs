using System.Collections.Immutable;
using CoDesign.Domain.Tenders;

namespace CoDesign.App.Tenders;

/// <summary>A block of Markdown: what stands between empty lines.</summary>
/// <param name="Markdown">Its text.</param>
/// <param name="IsChanged">Whether it wasn't there when the reader opened the page.</param>
public sealed record SeenBlock(string Markdown, bool IsChanged);

/// <summary>A section as one reader sees it.</summary>
/// <param name="Section">The section.</param>
/// <param name="First">Its blocks when the reader opened the page; empty for a section that came later.</param>
/// <param name="Blocks">Its blocks now.</param>
public sealed record SeenSection(TenderSection Section, ImmutableHashSet<string> First, ImmutableArray<SeenBlock> Blocks)
{
    /// <summary>Whether anything in it is new to the reader.</summary>
    public bool IsChanged => Blocks.Any(block => block.IsChanged);
}

/// <summary>The live document as one reader sees it. Sections that stay the same keep their reference.</summary>
public sealed record DocumentAsSeen(ImmutableArray<SeenSection> Sections)
{
    /// <summary>The document as the reader first sees it: nothing is marked.</summary>
    public static DocumentAsSeen First(IReadOnlyList<TenderSection> sections) =>
        new([.. sections.Select(section => See(section, [.. Split(section), section.Heading]))]);

    /// <summary>The document after something changed; itself where nothing did.</summary>
    public DocumentAsSeen Next(IReadOnlyList<TenderSection> sections)
    {
        var before = Sections.ToDictionary(seen => seen.Section.Key);
        ImmutableArray<SeenSection> after =
        [
            .. sections.Select(section => before.TryGetValue(section.Key, out var seen)
                ? seen.Section == section ? seen : See(section, seen.First)
                : See(section, [])),
        ];
        return after.Length == Sections.Length && after.Zip(Sections).All(pair => ReferenceEquals(pair.First, pair.Second)) ? this : new DocumentAsSeen(after);
    }

    private static SeenSection See(TenderSection section, ImmutableHashSet<string> first) =>
        new(section, first, [.. Split(section).Select(block => new SeenBlock(block, !first.Contains(block)))]);

    private static string[] Split(TenderSection section) =>
        section.Markdown.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

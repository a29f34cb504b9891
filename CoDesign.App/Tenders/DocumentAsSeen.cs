using System.Collections.Immutable;

namespace CoDesign.App.Tenders;

/// <summary>A block as one reader sees it.</summary>
/// <param name="Block">The block.</param>
/// <param name="IsChanged">Whether it wasn't there at the reader's last look.</param>
public readonly record struct SeenBlock(PackBlock Block, bool IsChanged);

/// <summary>A part as one reader sees it.</summary>
/// <param name="Part">The part.</param>
/// <param name="Blocks">Its blocks.</param>
public sealed record SeenPart(PackPart Part, ImmutableArray<SeenBlock> Blocks);

/// <summary>A document as one reader sees it.</summary>
/// <param name="Section">The document.</param>
/// <param name="Parts">Its parts.</param>
public sealed record SeenSection(PackSection Section, ImmutableArray<SeenPart> Parts)
{
    /// <summary>Whether anything in it is new to the reader.</summary>
    public bool IsChanged { get; } = Parts.Any(part => part.Blocks.Any(block => block.IsChanged));
}

/// <summary>The pack as one reader sees it. What stays the same keeps its reference.</summary>
/// <param name="Sections">The documents.</param>
/// <param name="Known">By a document's key, the marks of what the reader saw at their last look.</param>
public sealed record DocumentAsSeen(ImmutableArray<SeenSection> Sections, IReadOnlyDictionary<string, HashSet<long>> Known)
{
    private static readonly HashSet<long> _nothing = [];

    /// <summary>The pack as the reader finds it.</summary>
    public static DocumentAsSeen First(ImmutableArray<PackSection> sections, IReadOnlyDictionary<string, HashSet<long>> known) =>
        new([.. sections.Select(section => See(section, known, null))], known);

    /// <summary>The pack after something changed; itself where nothing did.</summary>
    public DocumentAsSeen Next(ImmutableArray<PackSection> sections)
    {
        if (Sections.Select(seen => seen.Section).SequenceEqual(sections.AsEnumerable(), ReferenceEqualityComparer.Instance)) return this;
        var before = Sections.ToDictionary(seen => seen.Section.Document.Key);
        return this with { Sections = [.. sections.Select(section => See(section, Known, before.GetValueOrDefault(section.Document.Key)))] };
    }

    private static SeenSection See(PackSection section, IReadOnlyDictionary<string, HashSet<long>> known, SeenSection? before)
    {
        if (ReferenceEquals(before?.Section, section)) return before!;
        var marks = known.GetValueOrDefault(section.Document.Key, _nothing);
        var parts = before?.Parts.ToDictionary(seen => seen.Part.Key);
        return new SeenSection(section,
        [
            .. section.Parts.Select(part => parts?.GetValueOrDefault(part.Key) is { } seen && ReferenceEquals(seen.Part, part)
                ? seen
                : new SeenPart(part, [.. part.Blocks.Select(block => new SeenBlock(block, !marks.Contains(block.Mark)))])),
        ]);
    }
}

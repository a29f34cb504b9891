using System.Collections.Immutable;
using CoDesign.Domain.Tenders;
using Microsoft.Extensions.Caching.Memory;

namespace CoDesign.App.Tenders;

/// <summary>What differs between published versions, worked out once for everybody who reads it.</summary>
public sealed class Differences : IDisposable
{
    private const int Most = 200;

    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>What differs between two versions.</summary>
    public ImmutableArray<ChangedLine> Between(Publication before, Publication after) => _known.GetOrCreate((before.Hash, after.Hash), entry =>
    {
        entry.Size = 1;
        return PackDifference.Of(before.Markdown, after.Markdown);
    });

    /// <inheritdoc />
    public void Dispose() => _known.Dispose();
}

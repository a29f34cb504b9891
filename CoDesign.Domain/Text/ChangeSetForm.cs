namespace CoDesign.Domain.Text;

/// <summary>
/// Puts together a change set that came from outside, part by part, in whatever form it came. The same limits hold for all:
/// lengths are not negative, lines hold no breaks, and no more than ten million UTF-16 units are spoken of.
/// </summary>
public sealed class ChangeSetForm
{
    private const int LongestText = 10_000_000;
    private readonly List<Stretch> _stretches = [];
    private long _total;

    /// <summary>The change set of all that was added.</summary>
    public ChangeSet Made => new(_stretches);

    /// <summary>Adds a stretch that is kept, or replaced by lines; says whether it can be one.</summary>
    /// <param name="length">How much of the old text it covers, in UTF-16 units.</param>
    /// <param name="lines">What stands there instead; null where it is kept.</param>
    public bool TryAdd(long length, IReadOnlyList<string>? lines)
    {
        if (length is < 0 or > LongestText) return false;
        if (lines?.Any(line => line.AsSpan().IndexOfAny('\r', '\n', '\0') >= 0) is true) return false;
        var insert = lines is null ? null : lines is [var only] ? only : string.Join('\n', lines);
        _total += length + (insert?.Length ?? 0);
        if (_total > LongestText) return false;
        if (length > 0 || insert is { Length: > 0 }) _stretches.Add(new Stretch((int)length, insert));
        return true;
    }
}

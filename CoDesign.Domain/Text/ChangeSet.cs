using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CoDesign.Domain.Text;

/// <summary>A stretch of a text: kept as it is, or replaced.</summary>
/// <param name="Length">How much of the old text it covers, in UTF-16 units.</param>
/// <param name="Insert">What stands there instead; null where it is kept, empty where it is only deleted.</param>
public readonly record struct Stretch(int Length, string? Insert)
{
    /// <summary>Whether the old text stays.</summary>
    public bool IsKept => Insert is null;
}

/// <summary>
/// A change of a whole text, stretch by stretch, meaning exactly what a change set of CodeMirror means,
/// so that server and browser work out the same text.
/// </summary>
[JsonConverter(typeof(ChangeSetJson))]
public sealed record ChangeSet
{
    /// <summary>A change of the given stretches.</summary>
    public ChangeSet(IEnumerable<Stretch> stretches)
    {
        Stretches = [.. stretches];
        foreach (var stretch in Stretches) Length = checked(Length + stretch.Length);
    }

    /// <summary>The stretches, covering the old text from its beginning to its end.</summary>
    public ImmutableArray<Stretch> Stretches { get; }

    /// <summary>The length of the text that it can be applied to, in UTF-16 units.</summary>
    public int Length { get; }

    /// <summary>Stands for each unit of words that were erased.</summary>
    public const char Neutral = '·';

    /// <summary>
    /// Where it changes and by how much, without a word of it: for each stretch how much of the old text it covers, then
    /// how much stands there instead, −1 where it is kept.
    /// </summary>
    [JsonIgnore]
    public ImmutableArray<int> Shape => [.. Stretches.SelectMany(stretch => new[] { stretch.Length, stretch.Insert?.Length ?? -1 })];

    /// <summary>A change of a shape, with neutral characters for words, so that every later change still fits.</summary>
    public static ChangeSet OfShape(ImmutableArray<int> shape) =>
        new(shape.Chunk(2).Select(stretch => new Stretch(stretch[0], stretch[1] < 0 ? null : new string(Neutral, stretch[1]))));

    /// <summary>Whether it leaves everything as it is.</summary>
    public bool IsEmpty => Stretches.All(stretch => stretch.IsKept);

    /// <summary>How much text it brings in, in UTF-16 units.</summary>
    public int Inserted => Stretches.Sum(stretch => stretch.Insert?.Length ?? 0);

    /// <summary>The smallest single replacement that makes one text of another.</summary>
    public static ChangeSet Between(string before, string after)
    {
        var shorter = Math.Min(before.Length, after.Length);
        var start = 0;
        while (start < shorter && before[start] == after[start]) start++;
        if (start > 0 && char.IsHighSurrogate(before[start - 1])) start--;
        var end = 0;
        while (end < shorter - start && before[^(end + 1)] == after[^(end + 1)]) end++;
        if (end > 0 && char.IsLowSurrogate(before[^end])) end--;
        var builder = new Builder();
        builder.Add(start, null);
        builder.Add(before.Length - start - end, after[start..^end]);
        builder.Add(end, null);
        return builder.ToChangeSet();
    }

    /// <summary>The text after the change.</summary>
    /// <exception cref="ArgumentException">The text has another length than the change was made for.</exception>
    public string Apply(string text)
    {
        if (text.Length != Length) throw new ArgumentException("The change was made for a text of another length.", nameof(text));
        var kept = Stretches.Sum(stretch => stretch.IsKept ? stretch.Length : 0);
        return string.Create(kept + Inserted, (text, Stretches), static (result, made) =>
        {
            var at = 0;
            foreach (var (length, insert) in made.Stretches)
            {
                var stands = insert is null ? made.text.AsSpan(at, length) : insert;
                stands.CopyTo(result);
                result = result[stands.Length..];
                at += length;
            }
        });
    }

    /// <summary>Whether one of its edges would cut a character of the text in two.</summary>
    public bool SplitsCharacter(string text)
    {
        var at = 0;
        foreach (var stretch in Stretches)
        {
            if (at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1])) return true;
            at += stretch.Length;
        }

        return false;
    }

    /// <summary>
    /// The same intention for a text to which <paramref name="other"/>, made for the same text, was applied already.
    /// </summary>
    /// <param name="other">The change that came first.</param>
    /// <param name="before">Where both insert at one place: whether this one's words stand before the other's.</param>
    /// <exception cref="ArgumentException">The two were made for texts of different lengths.</exception>
    public ChangeSet Map(ChangeSet other, bool before = false)
    {
        if (other.Length != Length) throw new ArgumentException("The changes were made for texts of different lengths.", nameof(other));
        var result = new Builder();
        var mine = new Cursor(Stretches);
        var theirs = new Cursor(other.Stretches);
        while (!mine.Done || !theirs.Done)
        {
            if (mine.IsKept && theirs.IsKept) KeepTogether(result, ref mine, ref theirs);
            else if (theirs.IsChange && (!mine.IsChange || mine.Placed || mine.AtStart && TheirsFirst(mine.Left, theirs.Left, before)))
                StepOver(result, ref mine, ref theirs);
            else PlaceMine(result, ref mine, ref theirs);
        }

        return result.ToChangeSet();
    }

    /// <summary>Changes at one place are ordered by how much they replace, then by who goes before.</summary>
    private static bool TheirsFirst(int mine, int theirs, bool before) => theirs < mine || theirs == mine && !before;

    private static void KeepTogether(Builder result, ref Cursor mine, ref Cursor theirs)
    {
        var length = Math.Min(mine.Left, theirs.Left);
        result.Add(length, null);
        mine.Advance(length);
        theirs.Advance(length);
    }

    /// <summary>Their words are there now: keep them, and put in mine where what they replaced held the end of mine.</summary>
    private static void StepOver(Builder result, ref Cursor mine, ref Cursor theirs)
    {
        result.Add(theirs.Insert!.Length, null);
        for (var left = theirs.Left; left > 0;)
        {
            var piece = Math.Min(mine.Left, left);
            if (mine.IsChange && !mine.Placed && mine.Left <= piece) result.Add(0, mine.Place());
            mine.Advance(piece);
            left -= piece;
        }

        theirs.Next();
    }

    /// <summary>Replace what is still there of my stretch, as far as their next words.</summary>
    private static void PlaceMine(Builder result, ref Cursor mine, ref Cursor theirs)
    {
        var (stillThere, left) = (0, mine.Left);
        while (left > 0)
        {
            if (theirs.IsKept)
            {
                var piece = Math.Min(left, theirs.Left);
                stillThere += piece;
                left -= piece;
                theirs.Advance(piece);
            }
            else if (theirs.Insert is "" && theirs.Left < left)
            {
                left -= theirs.Left;
                theirs.Next();
            }
            else
            {
                break;
            }
        }

        result.Add(stillThere, mine.Placed ? "" : mine.Place());
        mine.Advance(mine.Left - left);
    }

    /// <summary>Walks over stretches, also by parts of them.</summary>
    private ref struct Cursor(ImmutableArray<Stretch> stretches)
    {
        private int _index;
        private int _offset;
        private int _placed = -1;

        public readonly bool Done => _index >= stretches.Length;
        public readonly int Left => Done ? 0 : stretches[_index].Length - _offset;
        public readonly string? Insert => Done ? null : stretches[_index].Insert;
        public readonly bool IsKept => !Done && stretches[_index].IsKept;
        public readonly bool IsChange => !Done && !stretches[_index].IsKept;
        public readonly bool AtStart => _offset == 0;

        /// <summary>Whether the words of this stretch are in the result already.</summary>
        public readonly bool Placed => _placed == _index;

        public string Place()
        {
            _placed = _index;
            return stretches[_index].Insert!;
        }

        public void Next() => (_index, _offset) = (_index + 1, 0);

        public void Advance(int length)
        {
            if (length == Left) Next();
            else _offset += length;
        }
    }

    /// <summary>Gathers stretches, joining neighbours that are of one kind.</summary>
    private sealed class Builder
    {
        private readonly List<Stretch> _stretches = [];

        public void Add(int length, string? insert)
        {
            if (length == 0 && string.IsNullOrEmpty(insert)) return;
            if (_stretches.Count > 0)
            {
                var last = _stretches[^1];
                if (insert is null && last.IsKept || insert is "" && last.Insert is "")
                {
                    _stretches[^1] = last with { Length = last.Length + length };
                    return;
                }

                if (length == 0 && last is { Length: 0, IsKept: false })
                {
                    _stretches[^1] = last with { Insert = last.Insert + insert };
                    return;
                }
            }

            _stretches.Add(new Stretch(length, insert));
        }

        public ChangeSet ToChangeSet() => new(_stretches);
    }
}

using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace CoDesign.Domain.Tenders;

/// <summary>A stretch of a difference.</summary>
/// <param name="Text">The words.</param>
/// <param name="WasThere">Whether they stood in the earlier version.</param>
/// <param name="IsThere">Whether they stand in the later one.</param>
public readonly record struct Changed(string Text, bool WasThere, bool IsThere);

/// <summary>A line that differs, with the document it is in.</summary>
/// <param name="Document">The document's heading.</param>
/// <param name="Words">What stayed, went and came.</param>
public sealed record ChangedLine(string Document, ImmutableArray<Changed> Words);

/// <summary>What differs between two versions of a pack, line by line and then word by word.</summary>
public static partial class PackDifference
{
    /// <summary>The lines that differ, in order.</summary>
    public static ImmutableArray<ChangedLine> Of(string before, string after)
    {
        var lines = ImmutableArray.CreateBuilder<ChangedLine>();
        var document = "";
        var gone = new Queue<string>();
        foreach (var (line, wasThere, isThere) in Compare(Lines(before), Lines(after)))
        {
            if (isThere && line.StartsWith("## ", StringComparison.Ordinal))
            {
                Flush();
                document = Plain(line[3..]);
            }

            if (wasThere && !isThere) gone.Enqueue(line);
            else if (isThere && !wasThere && gone.TryDequeue(out var old)) lines.Add(new ChangedLine(document, Words(old, line)));
            else if (isThere && !wasThere) lines.Add(new ChangedLine(document, [new Changed(Plain(line), false, true)]));
            else Flush();
        }

        Flush();
        return lines.ToImmutable();

        void Flush()
        {
            while (gone.TryDequeue(out var old)) lines.Add(new ChangedLine(document, [new Changed(Plain(old), true, false)]));
        }
    }

    private static string[] Lines(string markdown) => markdown.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static ImmutableArray<Changed> Words(string before, string after)
    {
        var words = ImmutableArray.CreateBuilder<Changed>();
        foreach (var (word, wasThere, isThere) in Compare(Word().Matches(Plain(before)).Select(match => match.Value).ToArray(), Word().Matches(Plain(after)).Select(match => match.Value).ToArray()))
        {
            if (words.Count > 0 && words[^1] is var last && (last.WasThere, last.IsThere) == (wasThere, isThere)) words[^1] = last with { Text = last.Text + word };
            else words.Add(new Changed(word, wasThere, isThere));
        }

        return words.ToImmutable();
    }

    /// <summary>A longest sequence that both share, with what went before what came at each place.</summary>
    private static IEnumerable<(string Text, bool WasThere, bool IsThere)> Compare(string[] before, string[] after)
    {
        var start = 0;
        while (start < before.Length && start < after.Length && before[start] == after[start]) start++;
        var end = 0;
        while (end < before.Length - start && end < after.Length - start && before[^(end + 1)] == after[^(end + 1)]) end++;
        for (var i = 0; i < start; i++) yield return (after[i], true, true);

        var (old, now) = (before[start..^end], after[start..^end]);
        var common = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--)
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        var (at, to) = (0, 0);
        while (at < old.Length || to < now.Length)
        {
            if (at < old.Length && to < now.Length && old[at] == now[to])
            {
                yield return (now[to++], true, true);
                at++;
            }
            else if (at < old.Length && (to == now.Length || common[at + 1, to] >= common[at, to + 1]))
            {
                yield return (old[at++], true, false);
            }
            else
            {
                yield return (now[to++], false, true);
            }
        }

        for (var i = after.Length - end; i < after.Length; i++) yield return (after[i], true, true);
    }

    /// <summary>The words as they are read, without the signs that keep them in their place.</summary>
    private static string Plain(string line) => Escape().Replace(line, "$1").Replace("**", "", StringComparison.Ordinal).TrimStart('#', ' ');

    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])")]
    private static partial Regex Escape();

    [GeneratedRegex(@"\S+\s*")]
    private static partial Regex Word();
}

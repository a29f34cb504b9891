using System.Collections.Immutable;
using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Text;

/// <summary>A stretch of a text that one person wrote.</summary>
/// <param name="Length">How long it is, in UTF-16 units.</param>
/// <param name="By">Who wrote it.</param>
public readonly record struct Run(int Length, ParticipantId By);

/// <summary>A text as it was after one of its steps, and who wrote which words of it.</summary>
/// <param name="Version">How many steps had made it.</param>
/// <param name="Text">The words.</param>
/// <param name="Runs">Who wrote them, from the beginning to the end; neighbours are of different people.</param>
public sealed record TextMoment(long Version, string Text, ImmutableArray<Run> Runs)
{
    /// <summary>Before the first step.</summary>
    public static TextMoment Start { get; } = new(0, "", []);

    /// <summary>The moment after one more step.</summary>
    public TextMoment After(AcceptedUpdate step) => new(Version + 1, step.Update.Changes.Apply(Text), RunsAfter(step));

    private ImmutableArray<Run> RunsAfter(AcceptedUpdate step)
    {
        var after = ImmutableArray.CreateBuilder<Run>(Runs.Length + 2);
        var (run, used) = (0, 0);
        foreach (var (length, insert) in step.Update.Changes.Stretches)
        {
            if (insert is { Length: > 0 }) Add(after, insert.Length, step.By);
            for (var left = length; left > 0;)
            {
                var piece = Math.Min(left, Runs[run].Length - used);
                if (insert is null) Add(after, piece, Runs[run].By);
                (left, used) = (left - piece, used + piece);
                if (used == Runs[run].Length) (run, used) = (run + 1, 0);
            }
        }

        return after.ToImmutable();
    }

    private static void Add(ImmutableArray<Run>.Builder runs, int length, ParticipantId by)
    {
        if (runs.Count > 0 && runs[^1].By == by) runs[^1] = runs[^1] with { Length = runs[^1].Length + length };
        else runs.Add(new Run(length, by));
    }
}

/// <summary>A stretch of the difference between two moments.</summary>
/// <param name="Text">The words.</param>
/// <param name="WasThere">Whether they stood in the earlier moment.</param>
/// <param name="IsThere">Whether they stand in the later one.</param>
/// <param name="By">Who wrote them, or took them out; nobody for words that stayed.</param>
public readonly record struct Tracked(string Text, bool WasThere, bool IsThere, ParticipantId By);

/// <summary>What changed between two moments, as the steps themselves say, not as a comparison of words would guess.</summary>
public static class TrackedChanges
{
    /// <summary>The stretches of both texts, in order.</summary>
    /// <param name="text">The words at the earlier moment.</param>
    /// <param name="steps">The steps from there to the later one.</param>
    public static ImmutableArray<Tracked> Of(string text, IEnumerable<AcceptedUpdate> steps)
    {
        List<Tracked> all = text.Length == 0 ? [] : [new(text, true, true, default)];
        foreach (var step in steps) all = After(all, step);
        return [.. all];
    }

    private static List<Tracked> After(List<Tracked> before, AcceptedUpdate step)
    {
        var after = new List<Tracked>(before.Count + 4);
        var (at, used) = (0, 0);
        foreach (var (length, insert) in step.Update.Changes.Stretches)
        {
            for (var left = length; left > 0;)
            {
                var part = before[at];
                if (!part.IsThere)
                {
                    Add(after, part);
                    at++;
                    continue;
                }

                var piece = part with { Text = part.Text.Substring(used, Math.Min(left, part.Text.Length - used)) };
                (left, used) = (left - piece.Text.Length, used + piece.Text.Length);
                if (used == part.Text.Length) (at, used) = (at + 1, 0);
                if (insert is null) Add(after, piece);
                else if (piece.WasThere) Add(after, piece with { IsThere = false, By = step.By });
            }

            if (insert is { Length: > 0 }) Add(after, new Tracked(insert, false, true, step.By));
        }

        for (; at < before.Count; (at, used) = (at + 1, 0)) Add(after, before[at] with { Text = before[at].Text[used..] });
        return after;
    }

    private static void Add(List<Tracked> all, Tracked part)
    {
        if (part.Text.Length == 0) return;
        if (all.Count > 0 && all[^1] is var last && last with { Text = "" } == part with { Text = "" }) all[^1] = last with { Text = last.Text + part.Text };
        else all.Add(part);
    }
}

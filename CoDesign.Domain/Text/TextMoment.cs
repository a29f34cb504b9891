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

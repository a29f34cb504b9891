using System.Collections.Immutable;
using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Text;

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
    /// <param name="steps">The steps from there to the later one; read once, and none is held on to.</param>
    public static ImmutableArray<Tracked> Of(string text, IEnumerable<AcceptedUpdate> steps)
    {
        var (all, at) = (ImmutableArray.CreateBuilder<Tracked>(), 0);
        foreach (var part in Sum(text.Length, steps).Where(part => part.Length > 0))
        {
            if (part.Insert is { } insert)
            {
                all.Add(new Tracked(insert, false, true, part.By));
                continue;
            }

            all.Add(new Tracked(text.Substring(at, part.Length), true, !part.IsGone, part.By));
            at += part.Length;
        }

        return all.ToImmutable();
    }

    /// <summary>
    /// All steps as one. They are put together two by two, and what comes of that two by two again: putting each onto all before
    /// it would go through the whole text for every step.
    /// </summary>
    private static List<Part> Sum(int length, IEnumerable<AcceptedUpdate> steps)
    {
        var open = new Stack<(int Steps, List<Part> Parts)>();
        foreach (var step in steps)
        {
            var made = (Steps: 1, Parts: PartsOf(step));
            while (open.TryPeek(out var before) && before.Steps == made.Steps) made = (2 * made.Steps, Together(open.Pop().Parts, made.Parts));
            open.Push(made);
        }

        var all = open.TryPop(out var last) ? last.Parts : [new Part(length, null, false, default)];
        while (open.TryPop(out var before)) all = Together(before.Parts, all);
        return all;
    }

    private static List<Part> PartsOf(AcceptedUpdate step)
    {
        var parts = new List<Part>();
        foreach (var (length, insert) in step.Update.Changes.Stretches)
        {
            Add(parts, new Part(length, null, insert is not null, insert is null ? default : step.By));
            if (insert is not null) Add(parts, new Part(insert.Length, insert, false, step.By));
        }

        return parts;
    }

    /// <summary>One difference and the next as one: what came and went again isn't in it.</summary>
    private static List<Part> Together(List<Part> first, List<Part> second)
    {
        var all = new List<Part>(first.Count + second.Count);
        var (at, used) = (0, 0);
        foreach (var part in second)
        {
            if (part.Insert is not null)
            {
                Add(all, part);
                continue;
            }

            for (var left = part.Length; left > 0;)
            {
                var below = first[at];
                if (below.IsGone)
                {
                    Add(all, below);
                    at++;
                    continue;
                }

                var piece = below.Cut(used, Math.Min(left, below.Length - used));
                (left, used) = (left - piece.Length, used + piece.Length);
                if (used == below.Length) (at, used) = (at + 1, 0);
                if (!part.IsGone) Add(all, piece);
                else if (piece.Insert is null) Add(all, part with { Length = piece.Length });
            }
        }

        for (; at < first.Count; at++) Add(all, first[at]);
        return all;
    }

    private static void Add(List<Part> all, Part part)
    {
        if (part.Length == 0) return;
        if (all.Count > 0 && all[^1].Joined(part) is { } joined) all[^1] = joined;
        else all.Add(part);
    }

    /// <summary>A stretch that stayed, went or came; what came has its words, the others stand in the earlier text.</summary>
    private readonly record struct Part(int Length, string? Insert, bool IsGone, ParticipantId By)
    {
        public Part Cut(int from, int length) => this with { Length = length, Insert = Insert?.Substring(from, length) };

        public Part? Joined(Part next) => IsGone == next.IsGone && By == next.By && Insert is null == next.Insert is null
            ? this with { Length = Length + next.Length, Insert = Insert is null ? null : Insert + next.Insert }
            : null;
    }
}

using System.Collections.Immutable;
using CoDesign.Domain.Projects;

namespace CoDesign.Domain.Thread;

/// <summary>What stands on the thread, in the order from words to scores.</summary>
public enum ThreadKind
{
    /// <summary>Somebody's words.</summary>
    Insight,

    /// <summary>A named group of insights.</summary>
    Theme,

    /// <summary>A proposal.</summary>
    Idea,

    /// <summary>A trial of one.</summary>
    Trial,

    /// <summary>A change for people.</summary>
    Outcome,

    /// <summary>How we will know.</summary>
    Measure,

    /// <summary>A part of the specification.</summary>
    Clause,

    /// <summary>A question of the tender.</summary>
    Question,

    /// <summary>What a panel gave an answer.</summary>
    Score,

    /// <summary>What the winner promised.</summary>
    Commitment,
}

/// <summary>One thing on the thread.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its identifier.</param>
public readonly record struct ThreadRef(ThreadKind Kind, Guid Id)
{
    /// <summary>The same; for a clause that was merged, the one that has its words now.</summary>
    /// <param name="merged">Clauses that went into others.</param>
    public ThreadRef Now(ImmutableDictionary<ClauseId, ClauseId> merged) =>
        Kind == ThreadKind.Clause && merged.TryGetValue(new ClauseId(Id), out var into) ? this with { Id = into.Value } : this;
}

/// <summary>A tie from something to what came of it.</summary>
/// <param name="From">Nearer to people's words.</param>
/// <param name="To">Nearer to the contract.</param>
public sealed record ThreadLink(ThreadRef From, ThreadRef To)
{
    /// <summary>Whether the tie goes the right way: towards the contract, never back or to the same kind.</summary>
    public bool IsForward => From.Kind < To.Kind && From.Kind != ThreadKind.Measure;

    /// <summary>Whether it comes with the thing itself and stays: a trial tries one idea, and a measure measures one outcome.</summary>
    public bool IsFixed => (From.Kind, To.Kind) is (ThreadKind.Idea, ThreadKind.Trial) or (ThreadKind.Outcome, ThreadKind.Measure);

    /// <summary>What would be left without a source if something went.</summary>
    public static IEnumerable<ThreadRef> Orphans(IReadOnlyCollection<ThreadLink> links, ThreadRef gone) =>
        links.Where(link => link.From == gone && !links.Any(other => other.To == link.To && other.From != gone)).Select(link => link.To);
}

using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Thread;

namespace CoDesign.Domain.Specifications;

/// <summary>Why an insight reaches no clause, or why a clause or question comes from no insight.</summary>
public enum GapReason
{
    /// <summary>Insight: it is about something else than this service.</summary>
    SomethingElse,

    /// <summary>Insight: it is done already.</summary>
    DoneAlready,

    /// <summary>Insight: it can't be done now.</summary>
    NotPossible,

    /// <summary>Insight: it is kept for later.</summary>
    ForLater,

    /// <summary>Clause or question: the law asks for it.</summary>
    Law,

    /// <summary>Clause or question: a policy asks for it.</summary>
    Policy,

    /// <summary>Clause or question: it keeps people safe.</summary>
    Safety,

    /// <summary>Something else, said in words.</summary>
    Other,
}

/// <summary>A gap of the thread with its reason.</summary>
/// <param name="Thing">An insight, a clause or a question.</param>
/// <param name="Reason">Why, of a kind.</param>
/// <param name="Words">Why, in plain words for whoever said it.</param>
/// <param name="By">Who said why.</param>
/// <param name="At">When.</param>
public sealed record ExplainedGap(ThreadRef Thing, GapReason Reason, string Words, ParticipantId By, DateTimeOffset At)
{
    /// <summary>Whether a reason is one for things of a kind.</summary>
    public static bool Fits(GapReason reason, ThreadKind kind) => kind switch
    {
        ThreadKind.Insight => reason is GapReason.SomethingElse or GapReason.DoneAlready or GapReason.NotPossible or GapReason.ForLater or GapReason.Other,
        ThreadKind.Clause or ThreadKind.Question => reason is GapReason.Law or GapReason.Policy or GapReason.Safety or GapReason.Other,
        _ => false,
    };
}

/// <summary>How far things of one kind are covered.</summary>
/// <param name="All">How many there are.</param>
/// <param name="Tied">How many reach the other end of the thread.</param>
/// <param name="Explained">How many don't, and carry a reason.</param>
public sealed record Covered(int All, int Tied, int Explained)
{
    /// <summary>How many are neither tied nor explained.</summary>
    public int Open => All - Tied - Explained;

    /// <summary>The share that is tied or explained, from 0 to 1; 1 where there are none.</summary>
    public decimal Share => All == 0 ? 1 : (decimal)(All - Open) / All;
}

/// <summary>Something that doesn't reach the other end of the thread.</summary>
/// <param name="Node">An insight that reaches no clause or question, or a clause or question that comes from no insight.</param>
/// <param name="Why">The stated reason; null where it is open.</param>
public sealed record Gap(ThreadNode Node, ExplainedGap? Why);

/// <summary>How far people's words and the specification reach each other. Erased words count nowhere.</summary>
public sealed record Coverage
{
    private Coverage(ImmutableArray<Gap> gaps, Func<ThreadKind, Covered> of) =>
        (Gaps, Insights, Clauses, Questions) = (gaps, of(ThreadKind.Insight), of(ThreadKind.Clause), of(ThreadKind.Question));

    /// <summary>Insights that reach a clause or a question.</summary>
    public Covered Insights { get; }

    /// <summary>Clauses that come from an insight.</summary>
    public Covered Clauses { get; }

    /// <summary>Questions that come from an insight, where the reader sees them.</summary>
    public Covered Questions { get; }

    /// <summary>Every gap, open or with its reason, in the order of the thread.</summary>
    public ImmutableArray<Gap> Gaps { get; }

    /// <summary>How many gaps have no reason.</summary>
    public int Open => Insights.Open + Clauses.Open + Questions.Open;

    /// <summary>The coverage of a thread as somebody sees it.</summary>
    public static Coverage Of(ThreadView thread, IReadOnlyCollection<ExplainedGap> reasons)
    {
        var counted = thread.Nodes.Where(node => node.Ref.Kind is ThreadKind.Insight or ThreadKind.Clause or ThreadKind.Question && node.Text != Written.Erased).ToArray();
        var tied = Reached(counted.Where(node => node.Ref.Kind == ThreadKind.Insight), thread.After);
        tied.UnionWith(Reached(counted.Where(node => node.Ref.Kind != ThreadKind.Insight), thread.Before));
        var why = reasons.ToDictionary(reason => reason.Thing);
        ImmutableArray<Gap> gaps = [.. counted.Where(node => !tied.Contains(node.Ref)).Select(node => new Gap(node, why.GetValueOrDefault(node.Ref)))];
        return new Coverage(gaps, kind =>
        {
            var (all, open) = (counted.Count(node => node.Ref.Kind == kind), gaps.Where(gap => gap.Node.Ref.Kind == kind).ToArray());
            return new Covered(all, all - open.Length, open.Count(gap => gap.Why is not null));
        });
    }

    /// <inheritdoc />
    public bool Equals(Coverage? other) => other is not null && Gaps.AsSpan().SequenceEqual(other.Gaps.AsSpan()) && (Insights, Clauses, Questions) == (other.Insights, other.Clauses, other.Questions);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Insights, Clauses, Questions);

    /// <summary>Everything that can be reached from some things, themselves left out unless another leads to them.</summary>
    private static HashSet<ThreadRef> Reached(IEnumerable<ThreadNode> from, Func<ThreadRef, IEnumerable<ThreadRef>> next)
    {
        var (seen, open) = (new HashSet<ThreadRef>(), new Stack<ThreadRef>(from.Select(node => node.Ref)));
        var starts = open.Select(thing => thing.Kind).ToHashSet();
        while (open.TryPop(out var thing))
        {
            foreach (var other in next(thing))
            {
                if (seen.Add(other)) open.Push(other);
            }
        }

        // A question that comes from a clause is not the clause's source.
        seen.RemoveWhere(thing => starts.Contains(thing.Kind));
        return seen;
    }
}

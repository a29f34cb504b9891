using System.Collections.Immutable;
using CoDesign.Domain.Contracts;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Specifications;
using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Thread;

/// <summary>One thing on the thread, in short.</summary>
/// <param name="Ref">What it is.</param>
/// <param name="Text">Its words.</param>
/// <param name="Detail">What else to say of it; empty where nothing.</param>
public sealed record ThreadNode(ThreadRef Ref, string Text, string Detail);

/// <summary>The thread of a project, from people's words to scores, as one reader may see it.</summary>
public sealed partial record ThreadView
{
    private readonly ILookup<ThreadRef, ThreadRef> _after;
    private readonly ILookup<ThreadRef, ThreadRef> _before;

    private ThreadView(ImmutableArray<ThreadNode> nodes, ImmutableArray<ThreadLink> links)
    {
        (Nodes, Links) = (nodes, links);
        _after = links.ToLookup(link => link.From, link => link.To);
        _before = links.ToLookup(link => link.To, link => link.From);
    }

    /// <summary>What stands on the thread, in the order from words to scores.</summary>
    public ImmutableArray<ThreadNode> Nodes { get; }

    /// <summary>The ties; both ends of each are among the nodes.</summary>
    public ImmutableArray<ThreadLink> Links { get; }

    /// <summary>The thread of a project the reader may see, with what they may see of its tender, panel and contracts.</summary>
    public static ThreadView For(ProjectView project, TenderView? tender, PanelView? panel, params IEnumerable<ContractView> contracts)
    {
        var promised = contracts.SelectMany(contract => contract.Terms.Commitments.Select(one => (contract.Terms.Supplier, one))).ToArray();
        ImmutableArray<ThreadNode> nodes =
        [
            .. project.Insights.Select(i => Node(ThreadKind.Insight, i.Id, i.Text)),
            .. project.Themes.Select(t => Node(ThreadKind.Theme, t.Id, t.Name)),
            .. project.Ideas.Select(i => Node(ThreadKind.Idea, i.Id, i.Title, i.Description)),
            .. project.Trials.Select(t => Node(ThreadKind.Trial, t.Id, t.Expectation, Verdict(t))),
            .. project.Outcomes.Select(o => Node(ThreadKind.Outcome, o.Id, o.Statement)),
            .. project.Outcomes.SelectMany(o => o.Measures).Select(m => Node(ThreadKind.Measure, m.Id, m.Gauge.Sentence)),
            .. Outline.Of(project.Clauses).Select(row => Node(ThreadKind.Clause, row.Clause.Id, row.Heading)),
            .. Questions(tender).Select(q => Node(ThreadKind.Question, q.Id, q.Title, q.Question)),
            .. Scores(panel).Select(score => score.Node),
            .. promised.Select(promise => Node(ThreadKind.Commitment, promise.one.Id, promise.one.Words, promise.Supplier)),
        ];
        var there = nodes.Select(node => node.Ref).ToHashSet();
        IEnumerable<ThreadLink> links =
        [
            .. project.Links,
            .. Questions(tender).SelectMany(q => q.From.Select(from => new ThreadLink(from.Now(project.Merged), new ThreadRef(ThreadKind.Question, q.Id.Value)))),
            .. Scores(panel).Select(score => new ThreadLink(new ThreadRef(ThreadKind.Question, score.Question.Value), score.Node.Ref)),
            .. promised.SelectMany(promise => PromisedFrom(promise.one)),
        ];
        return new ThreadView(nodes, [.. links.Where(link => there.Contains(link.From) && there.Contains(link.To)).Distinct()]) { Within = WithinOf(project) };
    }

    /// <summary>What came of something, directly.</summary>
    public IEnumerable<ThreadRef> After(ThreadRef thing) => _after[thing];

    /// <summary>What something came from, directly.</summary>
    public IEnumerable<ThreadRef> Before(ThreadRef thing) => _before[thing];

    /// <summary>Everything that came of something, in the order from words to scores; not itself.</summary>
    public IEnumerable<ThreadNode> Onward(ThreadRef thing)
    {
        var found = new HashSet<ThreadRef>();
        Walk(_after, thing, found);
        return Nodes.Where(node => found.Contains(node.Ref));
    }

    /// <summary>Two threads are alike where everything on them is, so that nothing is shown anew that reads the same.</summary>
    public bool Equals(ThreadView? other) =>
        other is not null && Nodes.AsSpan().SequenceEqual(other.Nodes.AsSpan()) && Links.AsSpan().SequenceEqual(other.Links.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Nodes.Length, Links.Length);

    /// <summary>Everything that something came from and everything that came of it, itself too.</summary>
    public IReadOnlySet<ThreadRef> Through(ThreadRef thing)
    {
        var found = new HashSet<ThreadRef> { thing };
        Walk(_after, thing, found);
        Walk(_before, thing, found);
        return found;
    }

    private static void Walk(ILookup<ThreadRef, ThreadRef> ties, ThreadRef from, HashSet<ThreadRef> found)
    {
        var seen = new HashSet<ThreadRef>();
        var open = new Stack<ThreadRef>([from]);
        while (open.TryPop(out var next))
        {
            foreach (var other in ties[next])
            {
                found.Add(other);
                if (seen.Add(other)) open.Push(other);
            }
        }
    }

    private static IEnumerable<ThreadLink> PromisedFrom(ScheduledCommitment promise)
    {
        var to = new ThreadRef(ThreadKind.Commitment, promise.Id.Value);
        yield return new ThreadLink(new ThreadRef(ThreadKind.Question, promise.Question.Value), to);
        if (promise.Measure is { } measure) yield return new ThreadLink(new ThreadRef(ThreadKind.Measure, measure.Value), to);
    }

    private static IEnumerable<Criterion> Questions(TenderView? tender) =>
        tender?.Criteria.Where(c => c.Kind == CriterionKind.Question) ?? [];

    private static IEnumerable<(ThreadNode Node, CriterionId Question)> Scores(PanelView? panel) =>
        panel?.Results.SelectMany(lot => lot.Result.Rows).DistinctBy(row => row.Bid).SelectMany(row => row.Questions.Select(part => (
            new ThreadNode(new ThreadRef(ThreadKind.Score, Derived.Guid(row.Bid.Value, $"score-{part.Question.Id}")),
                $"{row.Label}: {part.Points} of {part.Weight}",
                string.Join("\n", part.Groups.Select(g => $"{g.Group.Name}: {g.Mean} of {part.Question.Scale.Top}"))),
            part.Question.Id))) ?? [];

    private static ThreadNode Node<TId>(ThreadKind kind, TId id, string text, string detail = "") where TId : struct, IId<TId> =>
        new(new ThreadRef(kind, id.Value), text, detail);

    private static string Verdict(Trial trial) => trial.Verdict switch
    {
        Projects.Verdict.Works => "It works",
        Projects.Verdict.ChangeAndTryAgain => "Change and try again",
        Projects.Verdict.Stop => "Stop",
        _ => "Under way",
    };
}

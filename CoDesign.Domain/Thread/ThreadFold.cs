using System.Collections.Immutable;
using CoDesign.Domain.Projects;

namespace CoDesign.Domain.Thread;

/// <content>The thread with many things standing as few, so that a long one can still be read.</content>
public sealed partial record ThreadView
{
    /// <summary>Up to so many things are shown each by itself.</summary>
    public const int MostApart = 120;

    /// <summary>Stands for all insights that are in no theme.</summary>
    public static ThreadRef Loose { get; } = new(ThreadKind.Theme, Guid.Empty);

    /// <summary>What something stands within: an insight in its first theme, or else with the loose ones; a clause in the topmost that it is part of.</summary>
    private ImmutableDictionary<ThreadRef, ThreadRef> Within { get; init; } = ImmutableDictionary<ThreadRef, ThreadRef>.Empty;

    /// <summary>
    /// The thread as it is drawn at first: itself where it is short; otherwise insights stand in their themes, and clauses in the topmost
    /// that they are part of, with everything still tied to what it was tied to.
    /// </summary>
    public ThreadView Folded()
    {
        if (Nodes.Length <= MostApart) return this;
        var members = Within.GroupBy(pair => pair.Value).ToDictionary(group => group.Key, group => group.Count());
        var nodes = Nodes.Where(node => !Within.ContainsKey(node.Ref)).Select(node => members.TryGetValue(node.Ref, out var many) ? node with { Text = Of(node.Text, node.Ref, many) } : node).ToList();
        if (members.TryGetValue(Loose, out var loose)) nodes.Insert(nodes.FindLastIndex(node => node.Ref.Kind == ThreadKind.Theme) + 1, new ThreadNode(Loose, Of("In no theme", Loose, loose), ""));
        var links = Links.Select(link => new ThreadLink(Within.GetValueOrDefault(link.From, link.From), Within.GetValueOrDefault(link.To, link.To)));
        return new ThreadView([.. nodes], [.. links.Where(link => link.From != link.To && link.From.Kind < link.To.Kind).Distinct()]);

        static string Of(string text, ThreadRef group, int many) => $"{text} ({many} {(group.Kind == ThreadKind.Theme ? many == 1 ? "insight" : "insights" : many == 1 ? "part" : "parts")})";
    }

    /// <summary>Everything that goes through something or what stands within it, that too.</summary>
    public IReadOnlySet<ThreadRef> Follow(ThreadRef thing)
    {
        var found = new HashSet<ThreadRef>();
        var within = Within.Where(pair => pair.Value == thing).Select(pair => pair.Key);
        foreach (var one in thing == Loose ? within : within.Append(thing)) found.UnionWith(Through(one));
        return found;
    }

    private static ImmutableDictionary<ThreadRef, ThreadRef> WithinOf(ProjectView project)
    {
        var within = ImmutableDictionary.CreateBuilder<ThreadRef, ThreadRef>();
        foreach (var insight in project.Insights) within[new ThreadRef(ThreadKind.Insight, insight.Id.Value)] = Loose;
        foreach (var link in project.Links.Reverse().Where(link => link is { From.Kind: ThreadKind.Insight, To.Kind: ThreadKind.Theme })) within[link.From] = link.To;
        foreach (var clause in project.Clauses)
        {
            if (clause.Parent is not { } parent) continue;
            var above = new ThreadRef(ThreadKind.Clause, parent.Value);
            within[new ThreadRef(ThreadKind.Clause, clause.Id.Value)] = within.GetValueOrDefault(above, above);
        }

        return within.ToImmutable();
    }
}

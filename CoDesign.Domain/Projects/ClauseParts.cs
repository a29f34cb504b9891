using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Specifications;
using CoDesign.Domain.Thread;

namespace CoDesign.Domain.Projects;

/// <content>What follows for the outline and the thread where a clause was split in two, or merged with another.</content>
public sealed partial class ProjectDecider
{
    private static Decision Record(Project state, RecordSplit c)
    {
        var (from, made) = (new ThreadRef(ThreadKind.Clause, c.From.Value), new ThreadRef(ThreadKind.Clause, c.Clause.Value));
        return state.Has(made) ? Decision.Accept() : Decision.Accept(
            [new ClauseSplitOff(c.Clause, c.From, c.Title, c.By), .. state.Links.Where(link => link.To == from).Select(link => new LinkMade(new ThreadLink(link.From, made)))]);
    }

    private static Decision Record(Project state, RecordMerge c)
    {
        var (gone, into) = (new ThreadRef(ThreadKind.Clause, c.Clause.Value), new ThreadRef(ThreadKind.Clause, c.Into.Value));
        if (!state.Has(gone) || !state.Has(into)) return Decision.Accept();
        var mine = state.Links.Where(link => link.To == gone).ToArray();
        var others = mine.Select(link => new ThreadLink(link.From, into)).Where(link => !state.Links.Contains(link));
        return Decision.Accept([.. mine.Select(link => new LinkRemoved(link)), .. others.Select(link => new LinkMade(link)), new ClauseMerged(c.Clause, c.Into, c.By)]);
    }
}

/// <content>Clauses that were split or merged.</content>
public sealed partial record Project
{
    /// <summary>Clauses that went into others, with where their words are now.</summary>
    public ImmutableDictionary<ClauseId, ClauseId> Merged { get; init; } = ImmutableDictionary<ClauseId, ClauseId>.Empty;

    private Project After(ClauseSplitOff split, DateTimeOffset at)
    {
        var from = Clauses.Find(c => c.Id == split.From);
        var clauses = Outline.Add(Clauses, new Clause(split.Clause, split.Title, from?.Kind ?? ClauseKind.Need, split.By, at) { Parent = from?.Parent });
        var row = Outline.Of(Clauses).FirstOrDefault(row => row.Clause.Id == split.From);
        return this with
        {
            Clauses = row is null ? clauses : Outline.Move(clauses, split.Clause, row.Clause.Parent, row.Position + 1),
            Feed = Note("split a clause in two", On(ThreadKind.Clause, split.Clause), split.By, at),
        };
    }

    private Project After(ClauseMerged merged, DateTimeOffset at)
    {
        var gone = new ThreadRef(ThreadKind.Clause, merged.Clause.Value);
        var easy = Clauses.Find(c => c.Id == merged.Clause)!.Easy;
        return this with
        {
            Clauses = Outline.Remove(Replace(Clauses, c => c.Id == merged.Into, c => c with { Easy = Together(c.Easy, easy) }), merged.Clause),
            Gaps = Gaps.RemoveAll(gap => gap.Thing == gone),
            Merged = Merged.ToImmutableDictionary(pair => pair.Key, pair => pair.Value == merged.Clause ? merged.Into : pair.Value).SetItem(merged.Clause, merged.Into),
            Feed = Note("merged two clauses", On(ThreadKind.Clause, merged.Into), merged.By, at),
        };
    }

    /// <summary>Both easy wordings, for somebody to look at again.</summary>
    private static EasyWords? Together(EasyWords? first, EasyWords? second) => (first, second) switch
    {
        (null, { } only) => only with { Of = 0 },
        ({ } one, { } other) => one with { Text = $"{one.Text}\n\n{other.Text}" },
        _ => first,
    };
}

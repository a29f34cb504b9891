using System.Collections.Immutable;

namespace CoDesign.Domain.Tenders;

/// <summary>The tree of criteria as a list: each right after what stands above it, siblings in their order.</summary>
public static class CriteriaTree
{
    /// <summary>Groups stand at most this deep; questions and price one deeper.</summary>
    public const int MostLevels = 2;

    /// <summary>What stands beside each other under a parent, or at the top.</summary>
    public static ImmutableArray<Criterion> Siblings(this IEnumerable<Criterion> criteria, CriterionId? parent) =>
        [.. criteria.Where(criterion => criterion.Parent == parent)];

    /// <summary>Each criterion with how deep it stands, in the order of the tree; 0 at the top.</summary>
    public static IEnumerable<(Criterion Criterion, int Depth)> Rows(IReadOnlyCollection<Criterion> criteria, CriterionId? parent = null, int depth = 0) =>
        criteria.Siblings(parent).SelectMany(criterion => Rows(criteria, criterion.Id, depth + 1).Prepend((criterion, depth)));

    /// <summary>Whether a criterion stands somewhere below another, or is it.</summary>
    public static bool IsWithin(IReadOnlyCollection<Criterion> criteria, CriterionId? id, CriterionId above) =>
        id is { } here && (here == above || IsWithin(criteria, criteria.FirstOrDefault(c => c.Id == here)?.Parent, above));

    /// <summary>The tree after something happened to it.</summary>
    internal static ImmutableList<Criterion> After(ImmutableList<Criterion> criteria, ICriteriaEvent happened) => happened switch
    {
        CriterionAdded e => Ordered(criteria.Add(e.Criterion)),
        CriterionChanged e => Change(criteria, e.Criterion.Id, _ => e.Criterion),
        CriterionReweighed e => Change(criteria, e.Criterion, criterion => criterion with { Weight = e.Weight }),
        CriterionMoved e => Move(criteria, e),
        CriterionRemoved e => criteria.RemoveAll(criterion => criterion.Id == e.Criterion),
        _ => throw new InvalidOperationException($"A tree of criteria knows no event {happened.GetType().Name}."),
    };

    private static ImmutableList<Criterion> Change(ImmutableList<Criterion> criteria, CriterionId id, Func<Criterion, Criterion> change)
    {
        var index = criteria.FindIndex(criterion => criterion.Id == id);
        return criteria.SetItem(index, change(criteria[index]));
    }

    private static ImmutableList<Criterion> Move(ImmutableList<Criterion> criteria, CriterionMoved e)
    {
        var moved = criteria.Find(criterion => criterion.Id == e.Criterion)! with { Parent = e.Parent };
        var others = criteria.RemoveAll(criterion => criterion.Id == e.Criterion);
        var siblings = others.Siblings(e.Parent);
        var at = e.Position < siblings.Length ? others.IndexOf(siblings[e.Position]) : others.Count;
        return Ordered(others.Insert(at, moved));
    }

    private static ImmutableList<Criterion> Ordered(ImmutableList<Criterion> criteria) => [.. Rows(criteria).Select(row => row.Criterion)];
}

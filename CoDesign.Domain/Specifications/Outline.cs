using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CoDesign.Domain.Projects;

namespace CoDesign.Domain.Specifications;

/// <summary>A clause in its place.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Number">1, 1.1, 1.2.3.</param>
/// <param name="Level">1 at the top.</param>
/// <param name="Position">Its place among those of the same parent; 0 is first.</param>
public sealed record OutlineRow(Clause Clause, string Number, int Level, int Position)
{
    /// <summary>Number and title, as a heading.</summary>
    public string Heading => Level == 1 ? $"{Number}. {Clause.Title}" : $"{Number} {Clause.Title}";
}

/// <summary>
/// The outline of a specification: a list of clauses in reading order, in which each stands after the one that it is part of
/// and after all before it that are part of the same.
/// </summary>
public static class Outline
{
    /// <summary>How deep clauses nest.</summary>
    public const int MostLevels = 4;

    // Everybody who looks at a specification sees the same outline, which is numbered once.
    private static readonly ConditionalWeakTable<ImmutableList<Clause>, StrongBox<ImmutableArray<OutlineRow>>> _numbered = [];

    /// <summary>Every clause with its number.</summary>
    public static ImmutableArray<OutlineRow> Of(ImmutableList<Clause> clauses) =>
        _numbered.GetValue(clauses, all => new StrongBox<ImmutableArray<OutlineRow>>(Number(all))).Value;

    private static ImmutableArray<OutlineRow> Number(ImmutableList<Clause> clauses)
    {
        var rows = ImmutableArray.CreateBuilder<OutlineRow>(clauses.Count);
        var above = new Dictionary<ClauseId, OutlineRow>(clauses.Count);
        var among = new Dictionary<ClauseId, int>();
        foreach (var clause in clauses)
        {
            var parent = clause.Parent is { } id ? above[id] : null;
            var position = among.GetValueOrDefault(clause.Parent ?? default);
            among[clause.Parent ?? default] = position + 1;
            var row = new OutlineRow(clause, parent is null ? $"{position + 1}" : $"{parent.Number}.{position + 1}", (parent?.Level ?? 0) + 1, position);
            above[clause.Id] = row;
            rows.Add(row);
        }

        return rows.MoveToImmutable();
    }

    /// <summary>The outline with one more clause, last of those of its parent.</summary>
    public static ImmutableList<Clause> Add(ImmutableList<Clause> clauses, Clause clause) =>
        clauses.Insert(IndexOf(clauses, clause.Parent, int.MaxValue), clause);

    /// <summary>The outline with a clause, and all that is part of it, elsewhere.</summary>
    /// <param name="clauses">The outline.</param>
    /// <param name="id">The clause.</param>
    /// <param name="parent">What it is part of from now on; nothing that is part of itself.</param>
    /// <param name="position">Its place among those of that parent, itself not counted.</param>
    public static ImmutableList<Clause> Move(ImmutableList<Clause> clauses, ClauseId id, ClauseId? parent, int position)
    {
        var index = clauses.FindIndex(c => c.Id == id);
        var length = Within(clauses, index);
        var moved = clauses.GetRange(index, length);
        var rest = clauses.RemoveRange(index, length);
        return rest.InsertRange(IndexOf(rest, parent, position), moved.SetItem(0, moved[0] with { Parent = parent }));
    }

    /// <summary>The outline without a clause; what was part of it stands in its place.</summary>
    public static ImmutableList<Clause> Remove(ImmutableList<Clause> clauses, ClauseId id)
    {
        var index = clauses.FindIndex(c => c.Id == id);
        var gone = clauses[index];
        return [.. clauses.RemoveAt(index).Select(c => c.Parent == id ? c with { Parent = gone.Parent } : c)];
    }

    /// <summary>A clause and all that is part of it, in reading order.</summary>
    public static ImmutableList<Clause> Branch(ImmutableList<Clause> clauses, ClauseId id)
    {
        var index = clauses.FindIndex(c => c.Id == id);
        return clauses.GetRange(index, Within(clauses, index));
    }

    private static int IndexOf(ImmutableList<Clause> clauses, ClauseId? parent, int position)
    {
        var next = clauses.Select((clause, index) => (clause, index)).Where(at => at.clause.Parent == parent).Skip(position).Select(at => (int?)at.index).FirstOrDefault();
        if (next is { } before) return before;
        if (parent is null) return clauses.Count;
        var above = clauses.FindIndex(c => c.Id == parent);
        return above + Within(clauses, above);
    }

    /// <summary>How many clauses there are from one on that are it or part of it.</summary>
    private static int Within(ImmutableList<Clause> clauses, int index)
    {
        var branch = new HashSet<ClauseId> { clauses[index].Id };
        return 1 + clauses.Skip(index + 1).TakeWhile(c => c.Parent is { } parent && branch.Contains(parent) && branch.Add(c.Id)).Count();
    }
}

using System.Collections.Immutable;
using System.Globalization;
using CoDesign.App.Projects;
using CoDesign.App.Shell;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Specifications;

namespace CoDesign.App.Specifications;

/// <summary>One step that a clause can take in the outline.</summary>
/// <param name="Name">For forms and scripts.</param>
/// <param name="Label">What its button says.</param>
/// <param name="Parent">What the clause is part of then.</param>
/// <param name="Position">Its place there.</param>
public sealed record OutlineStep(string Name, string Label, ClauseId? Parent, int Position);

/// <summary>Where a clause of an outline can go.</summary>
public sealed class OutlineMoves
{
    /// <summary>Looks at the places for one clause of the outline.</summary>
    public OutlineMoves(ImmutableList<Clause> clauses, ClauseId id)
    {
        var rows = Outline.Of(clauses);
        var self = rows.First(row => row.Clause.Id == id);
        var branch = Outline.Branch(clauses, id);
        var height = rows.Where(row => branch.Contains(row.Clause)).Max(row => row.Level) - self.Level + 1;
        Steps = [.. StepsOf(rows, self, height)];
        Places = [.. PlacesOf(rows, [.. clauses.Except(branch)], height)];
    }

    /// <summary>One step up, down, in or out, those that there are.</summary>
    public ImmutableArray<OutlineStep> Steps { get; }

    /// <summary>Every place, for a list to choose from; see <see cref="TryRead"/>.</summary>
    public ImmutableArray<Choice> Places { get; }

    /// <summary>Reads a chosen place.</summary>
    public static bool TryRead(string? chosen, out ClauseId? parent, out int position)
    {
        (parent, position) = (null, 0);
        if (chosen?.Split(':') is not [var into, var at] || !int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out position)) return false;
        if (into.Length == 0) return true;
        var read = Guid.TryParseExact(into, "n", out var id);
        parent = new ClauseId(id);
        return read;
    }

    private static IEnumerable<OutlineStep> StepsOf(ImmutableArray<OutlineRow> rows, OutlineRow self, int height)
    {
        var parent = self.Clause.Parent;
        if (self.Position > 0) yield return new OutlineStep("up", "Move up", parent, self.Position - 1);
        if (rows.Any(row => row.Clause.Parent == parent && row.Position == self.Position + 1)) yield return new OutlineStep("down", "Move down", parent, self.Position + 1);
        if (self.Position > 0 && self.Level + height <= Outline.MostLevels)
            yield return new OutlineStep("in", "Make it part of the one before", rows.First(row => row.Clause.Parent == parent && row.Position == self.Position - 1).Clause.Id, ProjectDecider.Most);
        if (rows.FirstOrDefault(row => row.Clause.Id == parent) is { } above) yield return new OutlineStep("out", "Take it out one level", above.Clause.Parent, above.Position + 1);
    }

    private static IEnumerable<Choice> PlacesOf(ImmutableArray<OutlineRow> rows, ImmutableList<Clause> rest, int height)
    {
        var headings = rows.ToDictionary(row => row.Clause.Id, row => Words.Short(row.Heading, 50));
        yield return new Choice(":0", "First of all");
        foreach (var row in Outline.Of(rest))
        {
            var heading = headings[row.Clause.Id];
            if (row.Level - 1 + height <= Outline.MostLevels) yield return new Choice($"{row.Clause.Parent}:{row.Position + 1}", $"After {heading}");
            if (row.Level + height <= Outline.MostLevels) yield return new Choice($"{row.Clause.Id}:0", $"Inside {heading}");
        }
    }
}

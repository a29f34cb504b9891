using System.Collections.Immutable;
using CoDesign.Domain.Projects;

namespace CoDesign.Domain.Thread;

/// <summary>Which insights somebody looks for. What is left empty doesn't narrow.</summary>
/// <param name="Source">Whose words.</param>
/// <param name="Theme">The theme they are in.</param>
/// <param name="Tag">A tag that they bear.</param>
/// <param name="Words">Words that are all in them, in any order; capitals make no difference.</param>
/// <param name="Unused">Only those of which nothing came yet: neither of them nor of a theme that they are in.</param>
public sealed record InsightFilter(SourceKind? Source, ThemeId? Theme, string? Tag, string? Words, bool Unused)
{
    /// <summary>Whether it narrows at all.</summary>
    public bool IsEmpty => Source is null && Theme is null && string.IsNullOrWhiteSpace(Tag) && string.IsNullOrWhiteSpace(Words) && !Unused;

    /// <summary>The insights that fit, newest first.</summary>
    public ImmutableArray<Insight> Of(ProjectView project)
    {
        var words = (Words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var after = project.Links.ToLookup(link => link.From, link => link.To);
        return [.. project.Insights.Where(Fits).Reverse()];

        bool Fits(Insight insight)
        {
            if (Source is { } source && insight.Source != source) return false;
            if (!string.IsNullOrWhiteSpace(Tag) && !insight.Tags.Contains(Tag.Trim(), StringComparer.OrdinalIgnoreCase)) return false;
            if (!words.All(word => insight.Text.Contains(word, StringComparison.CurrentCultureIgnoreCase))) return false;
            var next = after[new ThreadRef(ThreadKind.Insight, insight.Id.Value)];
            if (Theme is { } theme && !next.Contains(new ThreadRef(ThreadKind.Theme, theme.Value))) return false;
            return !Unused || !next.Any(thing => thing.Kind != ThreadKind.Theme || after[thing].Any());
        }
    }
}

using AngleSharp.Dom;

namespace CoDesign.Tests.Browser;

/// <summary>
/// What of a page decides whether everybody can use it: elements, their classes and roles, and whether something is written in them, never what.
/// Rows that are alike count once, so that a page with a bid more has the same shape.
/// </summary>
internal static class PageShape
{
    private static readonly string[] _telling = ["class", "role", "type", "open", "scope", "tabindex", "disabled", "checked", "lang", "hidden"];

    private const string Parts = "section, article, nav, form, fieldset, details, table, ul, ol, dl, figure";

    /// <summary>The shapes of which a page is made: of its sections, forms, lists and the like, each without those inside it.</summary>
    public static IEnumerable<string> Of(IElement main) => main.QuerySelectorAll(Parts).Prepend(main).Select(ShapeOf);

    /// <summary>What pages of known shapes may still get wrong together, null for nothing: a name that stands for two things, no title or two, a heading that skips a level.</summary>
    public static string? Disorder(IElement main)
    {
        var twice = main.QuerySelectorAll("[id]").GroupBy(one => one.Id).Where(same => same.Count() > 1).Select(same => same.Key).ToArray();
        if (twice.Length > 0) return $"has more than one {string.Join(", ", twice)}";
        var levels = main.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(heading => heading.LocalName[1] - '0').ToArray();
        var inOrder = levels is [1, ..] && levels.Count(level => level == 1) == 1 && levels.Zip(levels[1..]).All(pair => pair.Second <= pair.First + 1);
        return inOrder ? null : $"has headings {string.Join(' ', levels)}";
    }

    private static string ShapeOf(IElement element)
    {
        // A drawing is one picture with a name to who doesn't see it, whatever is drawn.
        var shapes = element.LocalName == "svg" ? [] : element.Children.Select(child => child.Matches(Parts) ? "" : ShapeOf(child));
        var inside = shapes.Aggregate(new List<string>(), (all, shape) =>
        {
            if (all.Count == 0 || all[^1] != shape) all.Add(shape);
            return all;
        });
        var told = _telling.Where(element.HasAttribute).Select(name => $" {name}={element.GetAttribute(name)}");
        var named = element.Attributes.Where(one => one.Name.StartsWith("aria-", StringComparison.Ordinal)).Select(one => $" {one.Name}");
        var written = element.ChildNodes.Any(node => node.NodeType == NodeType.Text && !string.IsNullOrWhiteSpace(node.TextContent));
        return $"<{element.LocalName}{string.Concat(told)}{string.Concat(named)}{(written ? " …" : "")}>{string.Concat(inside)}</>";
    }
}

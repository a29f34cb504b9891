using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Thread;

namespace CoDesign.App.Projects;

/// <summary>An insight as it stands on the wall; the same object as long as nothing of it changes.</summary>
/// <param name="Insight">What was said.</param>
/// <param name="Themes">The themes that it is in.</param>
/// <param name="SaidIn">The activity in which it was said; null where in none.</param>
public sealed record WallCard(Insight Insight, ImmutableArray<Theme> Themes, Activity? SaidIn);

/// <summary>The wall of a project, worked out once for each version and not for each of those who look at it: they all see the same.</summary>
public sealed class Wall
{
    private static readonly ConditionalWeakTable<ImmutableList<Insight>, Wall> _walls = [];
    private static readonly ConditionalWeakTable<Insight, WallCard> _cards = [];
    private readonly ImmutableList<ThreadLink> _links;
    private readonly ImmutableList<Theme> _themes;
    private readonly ImmutableList<Activity> _activities;

    private Wall(ProjectView project)
    {
        (_links, _themes, _activities) = (project.Links, project.Themes, project.Plan.Activities);
        var inThemes = _links.Where(link => link.From.Kind == ThreadKind.Insight && link.To.Kind == ThreadKind.Theme)
            .ToLookup(link => link.From.Id, link => link.To.Id);
        Cards = [.. project.Insights.Select(insight => CardOf(insight, inThemes[insight.Id.Value].ToHashSet()))];
    }

    /// <summary>All cards, oldest first.</summary>
    public ImmutableArray<WallCard> Cards { get; }

    /// <summary>The wall of the project as it is.</summary>
    public static Wall Of(ProjectView project)
    {
        if (_walls.TryGetValue(project.Insights, out var known) && known.IsOf(project)) return known;
        var wall = new Wall(project);
        _walls.AddOrUpdate(project.Insights, wall);
        return wall;
    }

    /// <summary>The cards that fit, oldest first.</summary>
    public static ImmutableArray<WallCard> Find(ProjectView project, InsightFilter filter)
    {
        var cards = Of(project).Cards;
        if (filter.IsEmpty) return cards;
        var fitting = filter.Of(project).ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. cards.Where(card => fitting.Contains(card.Insight))];
    }

    private bool IsOf(ProjectView project) =>
        ReferenceEquals(_links, project.Links) && ReferenceEquals(_themes, project.Themes) && ReferenceEquals(_activities, project.Plan.Activities);

    private WallCard CardOf(Insight insight, HashSet<Guid> inThemes)
    {
        ImmutableArray<Theme> themes = inThemes.Count == 0 ? [] : [.. _themes.Where(theme => inThemes.Contains(theme.Id.Value))];
        var saidIn = insight.Origin is { } origin ? _activities.Find(activity => activity.Id == origin.Activity) : null;
        if (_cards.TryGetValue(insight, out var known) && known.SaidIn == saidIn && known.Themes.SequenceEqual(themes)) return known;
        var card = new WallCard(insight, themes, saidIn);
        _cards.AddOrUpdate(insight, card);
        return card;
    }
}

using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Thread;
using static CoDesign.Domain.Projects.ProjectRefusals;

namespace CoDesign.Domain.Projects;

/// <content>How insights are named together, ideas offered in confidence, and trials observed.</content>
public sealed partial class ProjectDecider
{
    /// <summary>How many ideas one provider offers in confidence at most: each their own, so that being refused tells nothing of others.</summary>
    public const int MostOffered = 200;

    /// <summary>How many observations a trial takes.</summary>
    public const int MostObserved = 1_000;

    private static Decision OfThread(Project state, IThreadCommand command, Context context) => command switch
    {
        MakeTheme c => Make(state, c, context),
        RenameTheme c => Rename(state, c),
        PutInTheme c => Put(state, c),
        TakeOutOfTheme c => TakeOut(state, c),
        RemoveTheme c => Remove(state, c, context),
        OfferIdea c => Offer(state, c, context),
        Observe c => See(state, c, context),
        RewordOutcome c => Reword(state, c, context),
        PlaceDots c => Place(state, c, context),
        OpenPriorities => state.IsOfficer(context.Actor) ? Prioritise(state) : NotOfficer,
        ClosePriorities => state.IsOfficer(context.Actor) ? CountDots(state) : NotOfficer,
        _ => throw new InvalidOperationException($"A project knows no command {command.GetType().Name}."),
    };

    private static Decision Make(Project state, MakeTheme c, Context context)
    {
        if (state.Themes.Count >= Most) return Full;
        if (NameOfTheme(state, c.Name, default, out var name) is { } badName) return badName;
        if (Sources(state, ThreadKind.Insight, c.Insights, out var insights) is { } badSource) return badSource with { Field = "insights" };
        var id = new ThemeId(context.NewId());
        return Made(id.Value, ThreadKind.Theme, new ThemeMade(id, name), insights);
    }

    private static Decision Rename(Project state, RenameTheme c)
    {
        if (state.Themes.Find(t => t.Id == c.Theme) is not { } theme) return Refusal.NotFound;
        if (NameOfTheme(state, c.Name, c.Theme, out var name) is { } badName) return badName;
        return name == theme.Name ? Decision.Accept() : Decision.Accept(new ThemeRenamed(c.Theme, name));
    }

    private static Decision Put(Project state, PutInTheme c)
    {
        if (Ties(state, c.Theme, c.Insights, out var ties) is { } bad) return bad;
        var made = ties.Where(tie => !state.Links.Contains(tie)).ToArray();
        return state.Links.Count + made.Length > MostLinks ? Full : Decision.Accept([.. made.Select(tie => new LinkMade(tie))]);
    }

    private static Decision TakeOut(Project state, TakeOutOfTheme c) =>
        Ties(state, c.Theme, c.Insights, out var ties) is { } bad ? bad : Decision.Accept([.. ties.Where(state.Links.Contains).Select(tie => new LinkRemoved(tie))]);

    private static Decision Remove(Project state, RemoveTheme c, Context context)
    {
        if (state.Themes.Find(t => t.Id == c.Theme) is not { } theme) return Refusal.NotFound;
        if (theme.By != context.Actor && !state.IsOfficer(context.Actor)) return ThemeNotYours;
        var self = new ThreadRef(ThreadKind.Theme, c.Theme.Value);
        var view = ProjectView.For(state, context.Actor)!;
        var orphans = ThreadLink.Orphans(state.Links, self).Select(orphan => $"“{view.TextOf(orphan)}”").ToArray();
        if (orphans.Length > 0 && !c.Confirmed) return ThemeWouldOrphan(string.Join(", ", orphans));
        return Decision.Accept([.. state.Links.Where(link => link.From == self || link.To == self).Select(link => new LinkRemoved(link)), new ThemeRemoved(c.Theme)]);
    }

    private static Decision Offer(Project state, OfferIdea c, Context context)
    {
        if (!state.Holds(context.Actor, Role.Provider)) return OnlyProvidersOffer;
        if (state.OfferedBy(context.Actor).Count >= MostOffered) return Full;
        if (Written.Words(c.Title, "title", "a short name for the idea", 120, out var title) is { } badTitle) return badTitle;
        if (Written.Words(c.Description, "description", "what the idea is", 4_000, out var description) is { } badDescription) return badDescription;
        if (Sources(state, c.From, c.Themes, out var sources) is { } badSource) return badSource;
        var id = new IdeaId(context.NewId());
        return Decision.Make(id.Value, new IdeaOffered(id, title, description, [.. sources]));
    }

    private static Decision See(Project state, Observe c, Context context)
    {
        if (state.Trials.Find(t => t.Id == c.Trial) is not { } trial) return Refusal.NotFound;
        if (trial.Verdict is not null) return AlreadyConcluded;
        if (trial.Observations.Count >= MostObserved) return Full;
        if (Written.Words(c.Text, "text", "what you saw", 2_000, out var text) is { } badText) return badText;
        if (Written.Choice(c.Source, "source", "whose words these are") is { } badSource) return badSource;
        var id = new ObservationId(context.NewId());
        return Decision.Make(id.Value, new TrialObserved(id, c.Trial, text, c.Source));
    }

    private static Refusal? NameOfTheme(Project state, string? typed, ThemeId self, out string name)
    {
        if (Written.Words(typed, "name", "what these have in common", 120, out name) is { } bad) return bad;
        var asked = name;
        return state.Themes.Exists(t => t.Id != self && string.Equals(t.Name, asked, StringComparison.OrdinalIgnoreCase)) ? ThemeThere : null;
    }

    private static Refusal? Ties(Project state, ThemeId theme, ImmutableArray<InsightId> insights, out ImmutableArray<ThreadLink> ties)
    {
        ties = [];
        var self = new ThreadRef(ThreadKind.Theme, theme.Value);
        if (!state.Has(self)) return Refusal.NotFound;
        if (insights.IsDefaultOrEmpty) return InsightsMissing;
        if (insights.Length > 50) return TooManySources with { Field = "insights" };
        ties = [.. insights.Distinct().Select(insight => new ThreadLink(new ThreadRef(ThreadKind.Insight, insight.Value), self))];
        return ties.All(tie => state.Has(tie.From)) ? null : InsightUnknown;
    }

    private static Refusal? Sources(Project state, ImmutableArray<InsightId> insights, ImmutableArray<ThemeId> themes, out ImmutableArray<ThreadRef> sources)
    {
        sources = [];
        if (Sources(state, ThreadKind.Insight, insights, out var words) is { } badInsight) return badInsight;
        if (Sources(state, ThreadKind.Theme, themes, out var groups) is { } badTheme) return badTheme with { Field = "themes" };
        sources = [.. words, .. groups];
        return null;
    }
}

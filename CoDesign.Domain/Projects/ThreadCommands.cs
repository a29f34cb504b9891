using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Thread;

namespace CoDesign.Domain.Projects;

/// <summary>Something asked of themes, ideas in confidence, trials under way, or of what matters most. Contributors only.</summary>
public interface IThreadCommand : IProjectCommand;

/// <summary>Names what some insights have in common.</summary>
/// <param name="Name">1 to 120 characters, not the name of another theme.</param>
/// <param name="Insights">Insights to begin with; at most 50.</param>
public sealed record MakeTheme(string? Name, ImmutableArray<InsightId> Insights) : IThreadCommand;

/// <summary>Calls a theme something else.</summary>
public sealed record RenameTheme(ThemeId Theme, string? Name) : IThreadCommand;

/// <summary>Puts insights in a theme; those that are in it stay. An insight may be in several.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Insights">1 to 50.</param>
public sealed record PutInTheme(ThemeId Theme, ImmutableArray<InsightId> Insights) : IThreadCommand;

/// <summary>Takes insights out of a theme.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Insights">1 to 50.</param>
public sealed record TakeOutOfTheme(ThemeId Theme, ImmutableArray<InsightId> Insights) : IThreadCommand;

/// <summary>Removes a theme. Whoever made it may, and officers. Its insights stay.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Confirmed">Whether it was said what would be left without a source.</param>
public sealed record RemoveTheme(ThemeId Theme, bool Confirmed) : IThreadCommand;

/// <summary>Offers an idea in confidence, read by its author and the commissioners alone. Providers only.</summary>
/// <param name="Title">1 to 120 characters.</param>
/// <param name="Description">1 to 4,000 characters.</param>
/// <param name="From">Insights that it answers; at most 50.</param>
/// <param name="Themes">Themes that it answers; at most 50.</param>
public sealed record OfferIdea(string? Title, string? Description, ImmutableArray<InsightId> From, ImmutableArray<ThemeId> Themes) : IThreadCommand;

/// <summary>Tells what somebody saw during a trial that is under way.</summary>
/// <param name="Trial">The trial.</param>
/// <param name="Text">1 to 2,000 characters.</param>
/// <param name="Source">Whose words.</param>
public sealed record Observe(TrialId Trial, string? Text, SourceKind Source) : IThreadCommand;

/// <summary>Says an outcome in other words. Whoever described it may, and officers.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Statement">1 to 300 characters.</param>
public sealed record RewordOutcome(OutcomeId Outcome, string? Statement) : IThreadCommand;

/// <summary>Opens a vote on which outcomes matter most, among all that there are now; at least two. Officers only.</summary>
public sealed record OpenPriorities : IThreadCommand;

/// <summary>Places one's dots in the vote, in place of earlier ones; none takes them back.</summary>
/// <param name="Dots">How many for each outcome, together at most <see cref="ProjectDecider.DotsEach"/>.</param>
public sealed record PlaceDots(ImmutableDictionary<OutcomeId, int>? Dots) : IThreadCommand;

/// <summary>Closes the vote and shows its totals. Officers only.</summary>
public sealed record ClosePriorities : IThreadCommand;

/// <summary>Makes a tie between a clause and what some of its words were tied to, unless there is one.</summary>
public sealed record RecordTie(ThreadLink Link) : IProjectCommand, ISystemCommand;

using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using CoDesign.App.Storage;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Workshops;

namespace CoDesign.App.Workshops;

/// <summary>The Method Deck: the cards that come with CoDesign, read once, and those that a project wrote for itself.</summary>
public sealed class Deck
{
    private const string Folder = "CoDesign.App.Workshops.deck.";

    /// <summary>The cards that come with CoDesign: methods, then principles, then prompts, each by phase and name.</summary>
    public ImmutableArray<MethodCard> Cards { get; } =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).SelectMany(Read)
            .OrderBy(card => card.Kind).ThenBy(card => card.Phases[0]).ThenBy(card => card.Name, StringComparer.InvariantCultureIgnoreCase),
    ];

    /// <summary>All cards of a project, its own first, the latest of them before the others.</summary>
    public IEnumerable<MethodCard> Of(ProjectView project) => project.Cards.Reverse().Concat(Cards);

    /// <summary>A card by its key; null where there is none.</summary>
    public MethodCard? Find(ProjectView project, string? key) => Of(project).FirstOrDefault(card => card.Key == key);

    private static IEnumerable<MethodCard> Read(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        return JsonSerializer.Deserialize<ImmutableArray<MethodCard>>(stream, DomainJson.Options);
    }
}

using CoDesign.Domain.Workshops;

namespace CoDesign.Domain.Projects;

/// <summary>Something asked of the cards that a project wrote for itself. Commissioners and facilitators only.</summary>
public interface ICardCommand : IProjectCommand;

/// <summary>Writes a card of the project's own, or writes one anew.</summary>
/// <param name="Key">The card to write anew; null for a new one.</param>
/// <param name="Card">What is on it; see <see cref="MethodCard"/> for what is refused. The key that stands in it is not read.</param>
public sealed record WriteCard(string? Key, MethodCard? Card) : ICardCommand;

/// <summary>Takes a card of the project's own out of its deck. Activities that were planned with it stay.</summary>
public sealed record TakeCardAway(string? Key) : ICardCommand;

using CoDesign.Domain.Kernel;
using CoDesign.Domain.Workshops;

namespace CoDesign.Domain.Projects;

/// <summary>Something that happened to the cards that a project wrote for itself.</summary>
public interface ICardEvent : IEvent;

/// <summary>A card of the project's own, new or written anew.</summary>
[EventName("card.written.v1")]
public sealed record CardWritten(MethodCard Card) : ICardEvent;

/// <summary>A card of the project's own is no longer in its deck.</summary>
[EventName("card.taken-away.v1")]
public sealed record CardTakenAway(string Key) : ICardEvent;

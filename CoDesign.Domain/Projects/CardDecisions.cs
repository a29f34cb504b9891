using CoDesign.Domain.Kernel;
using CoDesign.Domain.Workshops;

namespace CoDesign.Domain.Projects;

/// <content>The cards that a project writes for itself.</content>
public sealed partial class ProjectDecider
{
    /// <summary>How many cards of its own a project has at most.</summary>
    public const int MostCards = 200;

    private static Decision OfCards(Project state, ICardCommand command, Context context) => command switch
    {
        WriteCard c => Write(state, c, context),
        TakeCardAway c => state.Cards.Exists(card => card.Key == c.Key) ? Decision.Accept(new CardTakenAway(c.Key!)) : Refusal.NotFound,
        _ => throw new InvalidOperationException($"A project knows no command {command.GetType().Name}."),
    };

    private static Decision Write(Project state, WriteCard c, Context context)
    {
        var there = state.Cards.Find(card => card.Key == c.Key);
        if (c.Key is not null && there is null) return Refusal.NotFound;
        if (there is null && state.Cards.Count >= MostCards) return CardRefusals.Full;
        if (MethodCard.Check(c.Card, out var card) is { } bad) return bad;
        var made = context.NewId();
        return there is null
            ? Decision.Make(made, new CardWritten(card with { Key = $"{MethodCard.OwnKeys}{made:n}" }))
            : Decision.Accept(new CardWritten(card with { Key = there.Key }));
    }
}

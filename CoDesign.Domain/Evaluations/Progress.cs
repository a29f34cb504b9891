using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Evaluations;

/// <summary>How far somebody is, for the moderator: never what they gave.</summary>
/// <param name="Person">The evaluator.</param>
/// <param name="Group">Their group.</param>
/// <param name="HasDeclared">Whether they said of each bid if they have an interest in it.</param>
/// <param name="HasLocked">Whether they locked their scores.</param>
/// <param name="IsAway">Whether the moderator noted that they can't go on.</param>
/// <param name="IsLate">Whether they came too late to score.</param>
public sealed record Progress(ParticipantId Person, string Group, bool HasDeclared, bool HasLocked, bool IsAway, bool IsLate)
{
    /// <summary>How far an evaluator is.</summary>
    internal static Progress Of(Panel panel, Evaluator evaluator) => new(
        evaluator.Person, evaluator.Group,
        panel.Bids is { } bids && bids.TrueForAll(bid => panel.Declarations.Exists(d => d.Evaluator == evaluator.Person && d.Bid == bid.Bid)),
        panel.Locked.Contains(evaluator.Person), panel.AbsenceOf(evaluator.Person) is not null, panel.IsTooLateToScore(evaluator.Person));
}

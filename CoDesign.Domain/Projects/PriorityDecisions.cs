using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using static CoDesign.Domain.Projects.ProjectRefusals;

namespace CoDesign.Domain.Projects;

/// <content>How outcomes are reworded, and how people say which matter most.</content>
public sealed partial class ProjectDecider
{
    /// <summary>How many dots each contributor has.</summary>
    public const int DotsEach = 3;

    private static Decision Reword(Project state, RewordOutcome c, Context context)
    {
        if (state.Outcomes.Find(o => o.Id == c.Outcome) is not { } outcome) return Refusal.NotFound;
        if (outcome.By != context.Actor && !state.IsOfficer(context.Actor)) return OutcomeNotYours;
        if (Written.Words(c.Statement, "statement", "what would be different for people", 300, out var statement) is { } bad) return bad;
        return statement == outcome.Statement ? Decision.Accept() : Decision.Accept(new OutcomeReworded(c.Outcome, statement));
    }

    private static Decision Prioritise(Project state)
    {
        if (state.Priorities is { IsOpen: true }) return VoteOpen;
        return state.Outcomes.Count < 2 ? VoteTooFew : Decision.Accept(new PrioritiesOpened([.. state.Outcomes.Select(o => o.Id)]));
    }

    private static Decision Place(Project state, PlaceDots c, Context context)
    {
        if (state.Priorities is not { IsOpen: true } vote) return NoVoteOpen;
        var dots = c.Dots ?? ImmutableDictionary<OutcomeId, int>.Empty;
        if (dots.Any(dot => dot.Value < 0 || !vote.Outcomes.Contains(dot.Key))) return DotUnknown;
        if (dots.Values.Sum(number => (long)number) > DotsEach) return DotsSpent;
        var placed = dots.Where(dot => dot.Value > 0).ToImmutableDictionary();
        var before = state.DotsOf(context.Actor);
        return placed.Count == before.Count && placed.All(before.Contains) ? Decision.Accept() : Decision.Accept(new DotsPlaced(placed));
    }

    private static Decision CountDots(Project state) =>
        state.Priorities is { IsOpen: true } ? Decision.Accept(new PrioritiesClosed()) : NoVoteOpen;
}

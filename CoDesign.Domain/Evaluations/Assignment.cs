using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using static CoDesign.Domain.Evaluations.PanelRefusals;

namespace CoDesign.Domain.Evaluations;

/// <summary>The part of a group's work that one evaluator does.</summary>
/// <param name="Questions">The questions; none means all that the group scores.</param>
/// <param name="Bids">The bids; none means all.</param>
public sealed record Assignment(ImmutableArray<CriterionId> Questions, ImmutableArray<BidId> Bids)
{
    /// <summary>Whether it is everything.</summary>
    [JsonIgnore]
    public bool IsAll => Questions.IsEmpty && Bids.IsEmpty;

    /// <summary>Whether a question is in it.</summary>
    public bool Holds(CriterionId question) => Questions.IsEmpty || Questions.Contains(question);

    /// <summary>Whether a bid is in it.</summary>
    public bool Holds(BidId bid) => Bids.IsEmpty || Bids.Contains(bid);

    /// <inheritdoc />
    public bool Equals(Assignment? other) => other is not null && Questions.SequenceEqual(other.Questions) && Bids.SequenceEqual(other.Bids);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Questions.Length, Bids.Length);
}

/// <summary>
/// Gives an evaluator a part of what their group scores. A commissioner's act until the opening begins, by questions alone, since
/// nobody knows of bids before; the moderator's from when the bids are open until moderation, by questions and bids. Who has
/// locked keeps what they scored, in earlier rounds too. A score outside of the part doesn't count.
/// </summary>
/// <param name="Person">The evaluator.</param>
/// <param name="Questions">Questions that their group scores; none means all of them.</param>
/// <param name="Bids">Bids; none means all of them.</param>
public sealed record AssignScoring(ParticipantId Person, ImmutableArray<CriterionId> Questions, ImmutableArray<BidId> Bids) : IPreparationCommand;

/// <summary>Somebody scores this part from now on.</summary>
[EventName("scoring.assigned.v1")]
public sealed record ScoringAssigned(ParticipantId Person, Assignment Part) : IPreparationEvent;

/// <summary>What one evaluator scores, for who shares the work out.</summary>
/// <param name="Person">The evaluator.</param>
/// <param name="Group">Their group.</param>
/// <param name="Questions">The questions that are theirs alone of the group's; none means all.</param>
/// <param name="Bids">The bids; none means all. Always none for who may not know of bids.</param>
public sealed record Share(ParticipantId Person, string Group, ImmutableArray<CriterionId> Questions, ImmutableArray<BidId> Bids);

/// <summary>A question that nobody of a group was given, though the tender says that the group scores it.</summary>
public sealed record UnsharedQuestion(CriterionId Question, string Title, string Group);

/// <content>Who scores what.</content>
public sealed partial class PanelDecider
{
    private static Decision Assign(Panel state, AssignScoring c, Tender tender, Project project, Context context)
    {
        var commissioner = project.Holds(context.Actor, Role.Commissioner);
        if (!commissioner && !state.IsInRoom(context.Actor, project)) return Refusal.NotFound;
        if (commissioner && state.Openers.Count > 0) return OpeningBegun;
        if (!commissioner && state.Moderator != context.Actor) return NotModerator;
        if (!commissioner && state.Bids is null) return NotOpen;
        if (state.InModeration) return AssignLate;
        if (state.GroupOf(c.Person) is not { } group) return PersonMissing;
        if (state.Locked.Contains(c.Person)) return LockedStays;
        var theirs = tender.Questions.Where(question => question.IsScoredBy(group)).Select(question => question.Id).ToArray();
        if (!Chosen(c.Questions, theirs, out var questions)) return AssignQuestion;
        if (!Chosen(c.Bids, commissioner ? [] : [.. (state.Bids ?? []).Select(bid => bid.Bid)], out var bids)) return Refusal.NotFound;
        var part = new Assignment(questions, bids);
        var before = state.Preparation.Assignments.GetValueOrDefault(c.Person) ?? new Assignment([], []);
        if (state.Scores.Exists(score => score.Evaluator == c.Person && score.IsKept && !(part.Holds(score.Bid) && part.Holds(score.Question)))) return AssignKept;
        return part == before ? Decision.Accept() : Decision.Accept(new ScoringAssigned(c.Person, part));
    }

    /// <summary>What was chosen, in its usual order; all of it is the same as none. False where something else was named.</summary>
    private static bool Chosen<T>(ImmutableArray<T> given, T[] from, out ImmutableArray<T> chosen)
    {
        var named = given.IsDefault ? [] : given;
        chosen = from.All(named.Contains) ? [] : [.. from.Where(named.Contains)];
        return named.All(from.Contains);
    }
}

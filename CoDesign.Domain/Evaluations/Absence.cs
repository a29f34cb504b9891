using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;
using static CoDesign.Domain.Evaluations.ModerationRefusals;

namespace CoDesign.Domain.Evaluations;

/// <summary>That somebody who scores can't go on taking part while the panel talks about its scores.</summary>
/// <param name="Person">Who.</param>
/// <param name="Reason">Why, in the moderator's words.</param>
/// <param name="At">When it was noted, UTC.</param>
public sealed record Absence(ParticipantId Person, string Reason, DateTimeOffset At);

/// <summary>Something asked about who can go on taking part.</summary>
public interface IAbsenceCommand : IModerationCommand;

/// <summary>
/// Notes that somebody who scores can't go on taking part, so that they aren't waited for; nothing that they gave is lost. The moderator
/// only, while the room is open, and only where scores are agreed: where means stand nobody is waited for. It shuts nobody out:
/// whoever confirms or disagrees is there again.
/// </summary>
/// <param name="Person">The evaluator.</param>
/// <param name="Reason">Why, in plain words that they read too, 1 to 1,000 characters.</param>
public sealed record NoteAbsence(ParticipantId Person, string? Reason) : IAbsenceCommand;

/// <summary>Takes back that somebody can't go on, where it was noted by mistake or they told the moderator so. The moderator only.</summary>
public sealed record TakeBackAbsence(ParticipantId Person) : IAbsenceCommand;

/// <summary>Says that one goes on after all. For whoever it was noted of.</summary>
public sealed record ComeBack : IAbsenceCommand;

/// <summary>Somebody can't go on taking part, and isn't waited for. The words are about them, so they can have them erased.</summary>
[EventName("absence.noted.v1")]
public sealed record AbsenceNoted(ParticipantId Person, [property: Erasable] string Reason) : IModerationEvent, IQuote
{
    ParticipantId? IQuote.WordsOf => Person;
}

/// <summary>The moderator took that back.</summary>
[EventName("absence.taken-back.v1")]
public sealed record AbsenceTakenBack(ParticipantId Person) : IModerationEvent;

/// <summary>Whoever it was noted of is there again.</summary>
[EventName("absence.ended.v1")]
public sealed record AbsenceEnded : IModerationEvent;

/// <summary>A group in which somebody may be appointed in the place of who can't go on.</summary>
/// <param name="Group">The group.</param>
/// <param name="Places">How many places are to be filled, 1 or more.</param>
/// <param name="IsEmpty">Whether that was noted of everybody in the group.</param>
public sealed record OpenPlace(string Group, int Places, bool IsEmpty);

/// <summary>Somebody of whom the moderator noted that they can't go on taking part.</summary>
/// <param name="Seat">What the panel calls them.</param>
/// <param name="Reason">Why, for the moderator; empty for others.</param>
/// <param name="At">When it was noted, UTC.</param>
/// <param name="IsMine">Whether it is the reader.</param>
public sealed record SeatAbsence(string Seat, string Reason, DateTimeOffset At, bool IsMine);

/// <content>Who can't go on taking part, and who came in their place.</content>
public sealed partial record Panel
{
    /// <summary>Who can't go on taking part, as it is now.</summary>
    public ImmutableList<Absence> Absences { get; init; } = [];

    /// <summary>Who came while the panel talks about its scores, in the place of somebody who can't go on.</summary>
    public ImmutableList<ParticipantId> CameLate { get; init; } = [];

    /// <summary>What was noted of somebody; null where nothing was, and once they are back.</summary>
    public Absence? AbsenceOf(ParticipantId person) => Absences.Find(absence => absence.Person == person);

    /// <summary>Whether somebody comes too late to score: the scores are on the table, or can be, and they have locked none.</summary>
    public bool IsTooLateToScore(ParticipantId person) => InModeration && GroupOf(person) is not null && !Locked.Contains(person);

    /// <summary>
    /// The first bid of which somebody who came late has yet to say whether they have an interest; null where there is none. Until
    /// then they have no part in the room. Everybody else has said so before they locked their scores.
    /// </summary>
    public ReceivedBid? UndeclaredBy(ParticipantId person) =>
        CameLate.Contains(person) ? Bids?.Find(bid => !Declarations.Exists(declared => declared.Evaluator == person && declared.Bid == bid.Bid)) : null;

    /// <summary>Groups in which somebody may be appointed now: one for each who can't go on, and no more, so that nobody is outnumbered.</summary>
    [JsonIgnore]
    public IEnumerable<OpenPlace> OpenPlaces =>
        !InModeration || IsAwarded ? [] :
            from evaluator in Evaluators
            group evaluator.Person by evaluator.Group into people
            let away = people.Count(person => AbsenceOf(person) is not null)
            let places = away - people.Count(CameLate.Contains)
            where places > 0
            select new OpenPlace(people.Key, places, away == people.Count());

    /// <summary>Whoever comes while the panel talks comes late for good.</summary>
    private ImmutableList<ParticipantId> WithLate(ParticipantId person) => InModeration && !CameLate.Contains(person) ? CameLate.Add(person) : CameLate;
}

/// <content>Who can't go on taking part.</content>
public sealed partial class PanelDecider
{
    private static Decision DecideAbsence(Panel state, IAbsenceCommand command, Tender tender, Context context)
    {
        if (command is ComeBack) return state.AbsenceOf(context.Actor) is null ? Decision.Accept() : Decision.Accept(new AbsenceEnded());
        if (state.Moderator != context.Actor) return PanelRefusals.NotModerator;
        return command switch
        {
            NoteAbsence c => Note(state, c, tender),
            TakeBackAbsence c => state.AbsenceOf(c.Person) is null ? Decision.Accept() : Decision.Accept(new AbsenceTakenBack(c.Person)),
            _ => throw new InvalidOperationException($"A panel knows no command {command.GetType().Name}."),
        };
    }

    private static Decision Note(Panel state, NoteAbsence c, Tender tender)
    {
        if (tender.Settlement == ScoreSettlement.Mean) return AbsenceMeans;
        if (state.GroupOf(c.Person) is null) return PanelRefusals.PersonMissing;
        if (Written.Words(c.Reason, "reason", "why they can't go on", 1_000, out var reason) is { } badReason) return badReason;
        return state.AbsenceOf(c.Person)?.Reason == reason ? Decision.Accept() : Decision.Accept(new AbsenceNoted(c.Person, reason));
    }

    /// <summary>Whoever confirms or disagrees takes part, whatever was noted of them.</summary>
    private static Decision IsThere(Panel state, IModerationCommand command, Decision decision, Context context) =>
        decision.Refusal is null && command is ConfirmOutcome or RecordDissent && state.AbsenceOf(context.Actor) is not null
            ? Decision.Accept([new AbsenceEnded(), .. decision.Events])
            : decision;
}

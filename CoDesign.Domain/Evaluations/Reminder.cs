using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using static CoDesign.Domain.Evaluations.PanelRefusals;

namespace CoDesign.Domain.Evaluations;

/// <summary>
/// Reminds evaluators who haven't locked their scores, in the app and, where they have an account, by e-mail; nobody more than once
/// in 24 hours. The moderator only, from when the bids are open until moderation. The words are the same for everybody, and tell nothing.
/// </summary>
/// <param name="Person">One evaluator; none means everybody who can be reminded now.</param>
public sealed record RemindEvaluators(ParticipantId? Person) : IPreparationCommand;

/// <summary>The moderator reminded an evaluator.</summary>
[EventName("evaluator.reminded.v1")]
public sealed record EvaluatorReminded(ParticipantId Person) : IPreparationEvent;

/// <content>Reminders.</content>
public sealed partial record Panel
{
    /// <summary>The shortest time between two reminders of one person.</summary>
    public static readonly TimeSpan BetweenReminders = TimeSpan.FromHours(24);

    /// <summary>Whether somebody was reminded so lately that they aren't again.</summary>
    public bool WasJustReminded(ParticipantId person, DateTimeOffset now) =>
        Preparation.Reminded.TryGetValue(person, out var last) && now - last < BetweenReminders;
}

/// <content>Reminders.</content>
public sealed partial class PanelDecider
{
    private static Decision Remind(Panel state, RemindEvaluators c, Project project, Context context)
    {
        if (state.Bids is null) return NotOpen;
        if (state.InModeration) return ModerationBegunAlready;
        var scorers = state.Scorers(project).Select(evaluator => evaluator.Person).ToArray();
        if (c.Person is { } one)
        {
            if (!scorers.Contains(one)) return PersonMissing;
            if (state.Locked.Contains(one)) return ReminderDone;
            return state.WasJustReminded(one, context.Now) ? ReminderSoon : Decision.Accept(new EvaluatorReminded(one));
        }

        IEvent[] due = [.. scorers.Where(person => !state.Locked.Contains(person) && !state.WasJustReminded(person, context.Now)).Select(person => new EvaluatorReminded(person))];
        return due.Length == 0 ? ReminderNobody : Decision.Accept(due);
    }
}

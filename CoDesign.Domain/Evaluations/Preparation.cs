using System.Collections.Immutable;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using static CoDesign.Domain.Evaluations.PanelRefusals;

namespace CoDesign.Domain.Evaluations;

/// <summary>Something asked so that people can score well and alone: who scores what, practice, support, help, reminders.</summary>
public interface IPreparationCommand : IPanelCommand;

/// <summary>Something that happened so that people can score well and alone.</summary>
public interface IPreparationEvent : IEvent;

/// <summary>What a panel keeps of how its people are readied and helped. None of it counts in a score.</summary>
public sealed record Preparation
{
    /// <summary>Who scores only a part; whoever isn't here scores all that their group does.</summary>
    public ImmutableDictionary<ParticipantId, Assignment> Assignments { get; init; } = ImmutableDictionary<ParticipantId, Assignment>.Empty;

    /// <summary>Who did the practice round. What they gave in it is kept nowhere.</summary>
    public ImmutableHashSet<ParticipantId> Practised { get; init; } = [];

    /// <summary>Who is helped by somebody.</summary>
    public ImmutableDictionary<ParticipantId, SupportPerson> Support { get; init; } = ImmutableDictionary<ParticipantId, SupportPerson>.Empty;

    /// <summary>What was asked of the moderator, oldest first.</summary>
    public ImmutableList<HelpRequest> Helps { get; init; } = [];

    /// <summary>When each was reminded last, UTC.</summary>
    public ImmutableDictionary<ParticipantId, DateTimeOffset> Reminded { get; init; } = ImmutableDictionary<ParticipantId, DateTimeOffset>.Empty;
}

/// <content>How its people are readied and helped.</content>
public sealed partial record Panel
{
    /// <summary>How its people are readied and helped.</summary>
    public Preparation Preparation { get; init; } = new();

    /// <summary>Whether somebody is to score the answer of a bid to a question that their group scores. Everything, unless they were given a part.</summary>
    public bool IsAssigned(ParticipantId person, BidId bid, CriterionId question) =>
        !Preparation.Assignments.TryGetValue(person, out var part) || part.Holds(bid) && part.Holds(question);

    /// <summary>
    /// Whether somebody is to score the answer of a bid to a question: their group does, it is in their part, and its round is open.
    /// Whoever comes in somebody's place, or is given more, scores what they missed of earlier rounds too; who comes once the scores
    /// are on the table scores nothing.
    /// </summary>
    public bool IsTaskOf(ParticipantId person, BidId bid, Criterion question) =>
        !IsTooLateToScore(person) && IsTheirs(person, bid, question) && (question.Round == CurrentRound || WasHeld(bid, question.Round) && !Scores.Exists(score => score.IsKept && score.Evaluator == person && score.Bid == bid && score.Question == question.Id));

    /// <summary>Whether it is somebody's to score, in whichever round.</summary>
    public bool IsTheirs(ParticipantId person, BidId bid, Criterion question) =>
        GroupOf(person) is { } group && question.IsScoredBy(group) && IsAssigned(person, bid, question.Id);

    private Panel AfterPreparation(IPreparationEvent happened, Recorded recorded) => this with
    {
        Preparation = happened switch
        {
            ScoringAssigned e => Preparation with
            {
                Assignments = e.Part.IsAll ? Preparation.Assignments.Remove(e.Person) : Preparation.Assignments.SetItem(e.Person, e.Part),
            },
            PracticeFinished => Preparation with { Practised = Preparation.Practised.Add(recorded.Actor) },
            SupportRecorded e => Preparation with { Support = Preparation.Support.SetItem(recorded.Actor, new SupportPerson(e.Name, e.Helps)) },
            SupportEnded => Preparation with { Support = Preparation.Support.Remove(recorded.Actor) },
            HelpAsked e => Preparation with { Helps = Preparation.Helps.Add(new HelpRequest(e.Help, recorded.Actor, e.Bid, e.Question, e.Words, recorded.At)) },
            HelpAnswered e => Preparation with
            {
                Helps = Preparation.Helps.ConvertAll(help => help.Id == e.Help
                    ? help with { Shown = e.Shown, Answer = e.Answer, AnsweredAt = recorded.At, IsToAll = e.ToAll }
                    : help),
            },
            EvaluatorReminded e => Preparation with { Reminded = Preparation.Reminded.SetItem(e.Person, recorded.At) },
            _ => throw new InvalidOperationException($"A panel knows no event {happened.GetType().Name}."),
        },
    };

    /// <summary>Whoever comes, goes or changes group has no part of what they scored before.</summary>
    private Preparation WithoutPartOf(ParticipantId person) => Preparation with { Assignments = Preparation.Assignments.Remove(person) };
}

/// <content>How its people are readied and helped.</content>
public sealed partial class PanelDecider
{
    private static Decision DecidePreparation(Panel state, IPreparationCommand command, Tender tender, Project project, Context context)
    {
        if (command is AssignScoring assign) return Assign(state, assign, tender, project, context);
        if (command is AnswerHelp or RemindEvaluators) return OfChair(state, command, project, context);
        if (state.GroupOf(context.Actor) is null) return Refusal.NotFound;
        if (state.IsBidder(context.Actor)) return BidderSits;
        if (!state.IsInRoom(context.Actor, project)) return Refusal.NotFound;
        if (state.IsDone) return Awarded;
        return command switch
        {
            FinishPractice => state.Preparation.Practised.Contains(context.Actor) ? Decision.Accept() : Decision.Accept(new PracticeFinished()),
            RecordSupport c => Record(state, c, context),
            EndSupport => state.Preparation.Support.ContainsKey(context.Actor) ? Decision.Accept(new SupportEnded()) : Decision.Accept(),
            AskForHelp c => Ask(state, c, tender, context),
            _ => throw new InvalidOperationException($"A panel knows no command {command.GetType().Name}."),
        };
    }

    private static Decision OfChair(Panel state, IPreparationCommand command, Project project, Context context)
    {
        if (!state.IsOn(context.Actor)) return Refusal.NotFound;
        if (state.IsBidder(context.Actor)) return BidderSits;
        if (!state.IsInRoom(context.Actor, project)) return Refusal.NotFound;
        if (state.Moderator != context.Actor) return NotModerator;
        if (state.IsDone) return Awarded;
        return command switch
        {
            AnswerHelp c => Answer(state, c),
            RemindEvaluators c => Remind(state, c, project, context),
            _ => throw new InvalidOperationException($"A moderator has no command {command.GetType().Name}."),
        };
    }
}

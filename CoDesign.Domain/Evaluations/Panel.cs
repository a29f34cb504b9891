using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Evaluations;

/// <summary>A panel that scores the bids of one tender.</summary>
public readonly record struct PanelId(Guid Value) : IId<PanelId>
{
    /// <summary>The stream of the panel.</summary>
    public StreamId Stream => new("panel", Value);

    /// <inheritdoc />
    public static PanelId From(Guid value) => new(value);

    /// <inheritdoc />
    public override string ToString() => this.Text();
}

/// <summary>Somebody who scores, in a group of the panel.</summary>
public sealed record Evaluator(ParticipantId Person, string Group);

/// <summary>Whether an evaluator has an interest in a bid.</summary>
public sealed record Declaration(ParticipantId Evaluator, BidId Bid, bool Conflict, string Note);

/// <summary>What an evaluator gave one answer, and why.</summary>
public sealed record Score(ParticipantId Evaluator, BidId Bid, CriterionId Question, int Points, string Reason)
{
    /// <summary>Whether it is of a round that is over, so that it stays.</summary>
    public bool IsKept { get; init; }
}

/// <summary>What is true of a panel.</summary>
public sealed partial record Panel
{
    /// <summary>The panel.</summary>
    public PanelId Id { get; init; }

    /// <summary>The tender whose bids it scores.</summary>
    public TenderId Tender { get; init; }

    /// <summary>The project.</summary>
    public ProjectId Project { get; init; }

    /// <summary>Who scores.</summary>
    public ImmutableList<Evaluator> Evaluators { get; init; } = [];

    /// <summary>Who was let go while the bids were scored; they don't come back.</summary>
    public ImmutableList<ParticipantId> LetGo { get; init; } = [];

    /// <summary>Who chaired while the bids were open and does no more: they have seen bids without saying which interests they have, so they don't score.</summary>
    public ImmutableList<ParticipantId> Chaired { get; init; } = [];

    /// <summary>Who chairs; null where nobody does yet.</summary>
    public ParticipantId? Moderator { get; init; }

    /// <summary>Who said that the bids are to be opened; two different people are needed.</summary>
    public ImmutableList<ParticipantId> Openers { get; init; } = [];

    /// <summary>The bids; null until they were opened.</summary>
    public ImmutableList<ReceivedBid>? Bids { get; init; }

    /// <summary>Interests declared.</summary>
    public ImmutableList<Declaration> Declarations { get; init; } = [];

    /// <summary>Scores; the latest of each evaluator for each answer.</summary>
    public ImmutableList<Score> Scores { get; init; } = [];

    /// <summary>Who has locked their scores.</summary>
    public ImmutableList<ParticipantId> Locked { get; init; } = [];

    /// <summary>Whether the panel talks about its scores.</summary>
    public bool InModeration { get; init; }

    /// <summary>The group somebody scores in; null for who doesn't score.</summary>
    public string? GroupOf(ParticipantId person) => Evaluators.Find(evaluator => evaluator.Person == person)?.Group;

    /// <summary>Whether somebody scores or chairs.</summary>
    public bool IsOn(ParticipantId person) => Moderator == person || GroupOf(person) is not null;

    /// <summary>Whether somebody wrote one of the bids. Who bids neither scores nor chairs, whatever seat they were given.</summary>
    public bool IsBidder(ParticipantId person) => Bids?.Exists(bid => bid.Team.Contains(person)) is true;

    /// <summary>
    /// Whether somebody's other roles go with a seat. Two roles never add up to more than the narrower one allows on a bid,
    /// so who runs the project, provides services in it or oversees it has none.
    /// </summary>
    public static bool MaySit(ParticipantId person, Project project) =>
        !project.Holds(person, Role.Commissioner, Role.Facilitator, Role.Provider, Role.Member);

    /// <summary>
    /// Whether somebody takes part in what the panel does. A panel can't know who bids before the bids are open, so a seat
    /// given to a bidder, which nobody could refuse without telling, is void from then on.
    /// </summary>
    public bool IsInRoom(ParticipantId person, Project project) => IsOn(person) && !IsBidder(person) && MaySit(person, project);

    /// <summary>Who is to lock scores before moderation opens.</summary>
    public IEnumerable<Evaluator> Scorers(Project project) => Evaluators.Where(evaluator => IsInRoom(evaluator.Person, project));

    /// <summary>Whether somebody said that they have an interest in a bid, which keeps them from it.</summary>
    public bool IsConflicted(ParticipantId evaluator, BidId bid) =>
        Declarations.Exists(d => d.Evaluator == evaluator && d.Bid == bid && d.Conflict);

    /// <summary>Whether somebody said that they have no interest in a bid, so that they may see and score it.</summary>
    public bool MaySee(ParticipantId evaluator, BidId bid) =>
        Declarations.Exists(d => d.Evaluator == evaluator && d.Bid == bid && !d.Conflict);

    /// <summary>The scores that count: locked, of evaluators without an interest in the bid, for what they were to score.</summary>
    [JsonIgnore]
    public IEnumerable<Score> Counted
    {
        get
        {
            var locked = Locked.ToHashSet();
            var cleared = Declarations.Where(declared => !declared.Conflict).Select(declared => (declared.Evaluator, declared.Bid)).ToHashSet();
            return Scores.Where(score => (score.IsKept || locked.Contains(score.Evaluator)) && cleared.Contains((score.Evaluator, score.Bid)) && IsAssigned(score.Evaluator, score.Bid, score.Question));
        }
    }

    /// <summary>What is true after something happened.</summary>
    public Panel After(Recorded happened) => happened.Event switch
    {
        PanelConvened e => this with { Id = e.Panel, Tender = e.Tender, Project = e.Project },
        EvaluatorAppointed e => this with
        {
            Evaluators = Evaluators.RemoveAll(x => x.Person == e.Person).Add(new Evaluator(e.Person, e.Group)),
            CameLate = WithLate(e.Person),
            Preparation = WithoutPartOf(e.Person),
        },
        EvaluatorReleased e => this with
        {
            Evaluators = Evaluators.RemoveAll(x => x.Person == e.Person),
            LetGo = Bids is null ? LetGo : LetGo.Add(e.Person),
            Preparation = WithoutPartOf(e.Person),
        },
        ModeratorAppointed e => this with { Moderator = e.Person, Chaired = Bids is not null && Moderator is { } before ? Chaired.Add(before) : Chaired },
        OpeningApproved => this with { Openers = Openers.Add(happened.Actor) },
        OpeningCompleted => this with { OpenedAt = happened.At },
        BidsReceived e => this with { Bids = [.. e.Bids.Select(Priced)] },
        InterestsDeclared e => Declare(new Declaration(happened.Actor, e.Bid, e.Conflict, e.Note)),
        AnswerScored e => Keep(new Score(happened.Actor, e.Bid, e.Question, e.Points, e.Reason)),
        ScoresLocked => this with { Locked = Locked.Add(happened.Actor) },
        ModerationOpened e => this with { InModeration = true, ShowsOneByOne = e.OneByOne },
        IModerationEvent e => AfterModeration(e, happened),
        IRoundEvent e => AfterRound(e),
        AwardMade e => Award(e).SettledBy(happened),
        LotEnded e => End(e).SettledBy(happened),
        IPreparationEvent e => AfterPreparation(e, happened),
        IAwardEvent e => AfterAward(e, happened),
        _ => throw new InvalidOperationException($"A panel knows no event {happened.Event.GetType().Name}."),
    };

    /// <summary>
    /// Whoever finds an interest later leaves nothing behind that they gave the bid. Who comes late and says so at once has given it
    /// nothing, so nobody is asked again.
    /// </summary>
    private Panel Declare(Declaration declared)
    {
        var mayHaveSpoken = MaySee(declared.Evaluator, declared.Bid) || !CameLate.Contains(declared.Evaluator);
        return (declared.Conflict && mayHaveSpoken ? StepBack(declared.Evaluator, declared.Bid) : this) with
        {
            Declarations = Declarations.RemoveAll(d => d.Evaluator == declared.Evaluator && d.Bid == declared.Bid).Add(declared),
            Scores = declared.Conflict ? Scores.RemoveAll(s => s.Evaluator == declared.Evaluator && s.Bid == declared.Bid) : Scores,
        };
    }

    private Panel Keep(Score given) => this with
    {
        Scores = Scores.RemoveAll(s => s.Evaluator == given.Evaluator && s.Bid == given.Bid && s.Question == given.Question).Add(given),
    };
}

/// <summary>A panel exists for a tender.</summary>
[EventName("panel.convened.v1")]
public sealed record PanelConvened(PanelId Panel, TenderId Tender, ProjectId Project) : IEvent;

/// <summary>Somebody scores from now on, in a group.</summary>
[EventName("evaluator.appointed.v1")]
public sealed record EvaluatorAppointed(ParticipantId Person, string Group) : IEvent;

/// <summary>Somebody scores no more.</summary>
[EventName("evaluator.released.v1")]
public sealed record EvaluatorReleased(ParticipantId Person) : IEvent;

/// <summary>Somebody chairs from now on.</summary>
[EventName("moderator.appointed.v1")]
public sealed record ModeratorAppointed(ParticipantId Person) : IEvent;

/// <summary>Somebody said that the bids are to be opened.</summary>
[EventName("opening.approved.v1")]
public sealed record OpeningApproved : IEvent;

/// <summary>Two different people said so.</summary>
[EventName("opening.completed.v1")]
public sealed record OpeningCompleted : IEvent;

/// <summary>The panel has the bids.</summary>
[EventName("bids.received.v1")]
public sealed record BidsReceived(ImmutableArray<ReceivedBid> Bids) : IEvent;

/// <summary>An evaluator said whether they have an interest in a bid.</summary>
[EventName("interests.declared.v1")]
public sealed record InterestsDeclared(BidId Bid, bool Conflict, [property: Erasable] string Note) : IEvent;

/// <summary>An evaluator scored an answer.</summary>
[EventName("answer.scored.v1")]
public sealed record AnswerScored(BidId Bid, CriterionId Question, int Points, [property: Erasable] string Reason) : IEvent;

/// <summary>An evaluator locked their scores.</summary>
[EventName("scores.locked.v1")]
public sealed record ScoresLocked : IEvent;

/// <summary>The panel talks about the scores from now on.</summary>
/// <param name="OneByOne">Whether each answer's scores are shown when the panel comes to it; otherwise all of them are on the table.</param>
[EventName("moderation.opened.v1")]
public sealed record ModerationOpened(bool OneByOne = false) : IEvent;

/// <summary>A bid won a lot.</summary>
/// <param name="Bid">The bid.</param>
/// <param name="Lot">The lot; null for the whole contract, in histories of before there were lots.</param>
/// <param name="IsLast">Whether every lot is settled with it.</param>
/// <param name="StandstillDays">Working days of standstill, from the notice on; 0 for none, and in histories in which the notice is beside it.</param>
[EventName("award.made.v1")]
public sealed record AwardMade(BidId Bid, LotId? Lot = null, bool IsLast = true, int StandstillDays = 0) : IEvent;

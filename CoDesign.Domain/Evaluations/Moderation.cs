using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Evaluations;

/// <summary>How far the panel has come with its scores, worked out once for all who look at it.</summary>
public sealed class Moderation
{
    // Fifty screens look at the same panel at the same moment; what it comes to is worked out for the first of them.
    private static readonly ConditionalWeakTable<Panel, Moderation> _known = [];

    private readonly Tender _tender;
    private readonly Project _project;
    private readonly ILookup<AnswerOf, Score> _scores;
    private readonly FrozenDictionary<AnswerOf, ModeratedAnswer> _moderated;
    private readonly FrozenSet<(ParticipantId, BidId)> _maySee;
    private readonly FrozenDictionary<ParticipantId, string> _seats;
    private readonly ILookup<string, Evaluator> _scored;
    private readonly ILookup<string, Evaluator> _late;
    private readonly FrozenSet<ParticipantId> _inRoom;
    private readonly FrozenSet<ParticipantId> _here;
    private readonly Lazy<ModerationStep[]> _steps;
    private readonly Lazy<(AnswerOf Answer, string Group)[]> _nobody;

    private Moderation(Panel panel, Tender tender, Project project)
    {
        (Panel, _tender, _project) = (panel, tender, project);
        _scores = panel.Counted.ToLookup(score => new AnswerOf(score.Bid, score.Question));
        _moderated = panel.Moderated.ToFrozenDictionary(one => one.Of);
        _maySee = panel.Declarations.Where(declared => !declared.Conflict).Select(declared => (declared.Evaluator, declared.Bid)).ToFrozenSet();
        _inRoom = panel.Scorers(project).Select(evaluator => evaluator.Person).ToFrozenSet();
        _here = _inRoom.Where(person => panel.AbsenceOf(person) is null).ToFrozenSet();
        var locked = panel.Locked.ToHashSet();
        _scored = panel.Evaluators.Where(evaluator => locked.Contains(evaluator.Person)).ToLookup(evaluator => evaluator.Group);
        _late = panel.Evaluators.Where(evaluator => !locked.Contains(evaluator.Person)).ToLookup(evaluator => evaluator.Group);
        _seats = SeatsOf(panel);
        Questions = tender.Questions.ToFrozenDictionary(question => question.Id);
        Bids = (panel.Bids ?? []).ToFrozenDictionary(bid => bid.Bid);
        Answers = [.. from bid in panel.Bids ?? [] from question in tender.Questions let of = new AnswerOf(bid.Bid, question.Id) where _scores.Contains(of) select of];
        _steps = new(() => [.. Answers.Select(answer => new ModerationStep(answer.Bid, answer.Question, StageOf(answer)))]);
        _nobody = new(() => [.. from step in Steps where step.Stage != AnswerStage.Final let of = new AnswerOf(step.Bid, step.Question) from quorum in QuorumsOf(of) where quorum.HasNobody select (of, quorum.Group)]);
        Unsettled = Bids.Values.OrderBy(bid => bid.Label.Length).ThenBy(bid => bid.Label, StringComparer.Ordinal).Select(FirstUnsettled).FirstOrDefault(found => found is not null);
    }

    /// <summary>The panel.</summary>
    public Panel Panel { get; }

    /// <summary>What counts for an answer, as published.</summary>
    public ScoreSettlement Settlement => _tender.Settlement;

    /// <summary>The bids, by identifier.</summary>
    public FrozenDictionary<BidId, ReceivedBid> Bids { get; }

    /// <summary>The questions, by identifier.</summary>
    public FrozenDictionary<CriterionId, Criterion> Questions { get; }

    /// <summary>The answers that somebody scored, in the order in which the panel goes through them: bid by bid, question by question.</summary>
    public AnswerOf[] Answers { get; }

    /// <summary>How far the panel is with each of them.</summary>
    public ModerationStep[] Steps => _steps.Value;

    /// <summary>
    /// The first answer that keeps the result back; null where there is none. A bid that a settled answer excludes needs no other to be settled.
    /// </summary>
    public (string Label, string Question)? Unsettled { get; }

    /// <summary>How far a panel has come.</summary>
    public static Moderation Of(Panel panel, Tender tender, Project project)
    {
        if (_known.TryGetValue(panel, out var known) && ReferenceEquals(known._tender, tender) && ReferenceEquals(known._project, project)) return known;
        var made = new Moderation(panel, tender, project);
        _known.AddOrUpdate(panel, made);
        return made;
    }

    /// <summary>Whether this is an answer that somebody scored.</summary>
    public bool Has(AnswerOf answer) => _scores.Contains(answer);

    /// <summary>What was said and agreed about an answer.</summary>
    public ModeratedAnswer About(AnswerOf answer) => _moderated.GetValueOrDefault(answer) ?? new ModeratedAnswer(answer);

    /// <summary>The scores of an answer that count.</summary>
    public IEnumerable<Score> ScoresOf(AnswerOf answer) => _scores[answer];

    /// <summary>What an answer's scores and agreements bring.</summary>
    public QuestionPart PartOf(AnswerOf answer) => Result.Answer(
        Fraction.Zero, Questions[answer.Question], _tender.Groups, _scores[answer], Panel.GroupOf, AgreedOn(answer));

    /// <summary>Whether a score was agreed on where the tender says so: by the panel, or by each group that scored the answer.</summary>
    public bool IsAgreed(AnswerOf answer) => Settlement switch
    {
        ScoreSettlement.Mean => true,
        ScoreSettlement.PanelConsensus => AgreedOn(answer).Any(),
        _ => GroupsWithScores(answer).All(group => AgreedOn(answer).Any(agreed => agreed.Group == group)),
    };

    /// <summary>Whether an answer's scores were shown.</summary>
    public bool IsRevealed(AnswerOf answer) => Panel.InModeration && (!Panel.ShowsOneByOne || About(answer).IsRevealed);

    /// <summary>Whether enough of each group confirmed what stands.</summary>
    public bool IsConfirmed(AnswerOf answer) => QuorumsOf(answer) is { Length: > 0 } quorums && quorums.All(quorum => quorum.IsMet);

    /// <summary>Whether nothing more is to be done for an answer. Means stand as soon as they are shown, since nobody can change them.</summary>
    public bool IsFinal(AnswerOf answer) => IsRevealed(answer) && (Settlement == ScoreSettlement.Mean || IsAgreed(answer) && IsConfirmed(answer));

    /// <summary>How far the panel is with an answer.</summary>
    public AnswerStage StageOf(AnswerOf answer) =>
        !IsRevealed(answer) ? AnswerStage.Hidden : IsFinal(answer) ? AnswerStage.Final : IsAgreed(answer) ? AnswerStage.Agreed : AnswerStage.Shown;

    /// <summary>Whether a group is of those who use the service.</summary>
    public bool IsServiceUsers(string group) => _tender.Groups.Exists(one => one.Name == group && one.IsServiceUsers);

    /// <summary>How far each group has confirmed what stands for an answer.</summary>
    public Quorum[] QuorumsOf(AnswerOf answer)
    {
        var confirmed = About(answer).Confirmed;
        return
        [
            .. from members in _scored
               let scored = Voices(members)
               where scored.Length > 0
               select Quorum.For(members.Key, Panel.Quorums.Find(quorum => quorum.Group == members.Key)?.Least, scored, Voices(_late[members.Key])),
        ];

        // Who got a role that goes with no seat is missed in their group, and what they confirmed counts no more.
        Voice[] Voices(IEnumerable<Evaluator> members) =>
            [.. members.Where(one => HasSay(one, answer)).Select(one => new Voice(_here.Contains(one.Person), _inRoom.Contains(one.Person) && confirmed.Contains(one.Person)))];
    }

    /// <summary>Groups of which nobody is left to confirm an answer, of those answers that are looked at, while the result waits for it.</summary>
    public IEnumerable<EmptyGroup> EmptyGroups(Func<AnswerOf, bool> isOpen) =>
        Unsettled is null || Settlement == ScoreSettlement.Mean ? [] :
            from nobody in _nobody.Value
            where isOpen(nobody.Answer)
            group nobody by nobody.Group into answers
            select new EmptyGroup(answers.Key, answers.Count(), Panel.OpenPlaces.Any(place => place.Group == answers.Key),
                _late[answers.Key].Any(one => _here.Contains(one.Person) && Panel.UndeclaredBy(one.Person) is not null));

    /// <summary>
    /// Whether somebody has a say in an answer: they scored the question and have no interest in the bid. Who came in somebody's place
    /// has one where somebody who would isn't there.
    /// </summary>
    public bool MayConfirm(ParticipantId person, AnswerOf answer)
    {
        if (Panel.Evaluators.Find(one => one.Person == person) is not { } evaluator || !_inRoom.Contains(person) || !HasSay(evaluator, answer)) return false;
        return !_late[evaluator.Group].Contains(evaluator) || _scored[evaluator.Group].Any(one => HasSay(one, answer) && !_here.Contains(one.Person));
    }

    /// <summary>Whether somebody said that they have no interest in a bid.</summary>
    public bool MaySee(ParticipantId person, BidId bid) => _maySee.Contains((person, bid));

    /// <summary>What the panel calls somebody on it: their group, with a number where it has more. Says nothing of who they are.</summary>
    public string SeatOf(ParticipantId person) =>
        _seats.GetValueOrDefault(person) ?? (Panel.Moderator == person ? "The moderator" : "Somebody who left the panel");

    /// <summary>What was agreed on as the tender says.</summary>
    public IEnumerable<Agreed> AgreedOn(AnswerOf answer) => Settlement switch
    {
        ScoreSettlement.Mean => [],
        ScoreSettlement.PanelConsensus => About(answer).Agreed.Where(agreed => agreed.Group is null),
        _ => About(answer).Agreed.Where(agreed => agreed.Group is not null),
    };

    /// <summary>The groups that gave an answer scores that count.</summary>
    public IEnumerable<string> GroupsWithScores(AnswerOf answer) =>
        _scores[answer].Select(score => Panel.GroupOf(score.Evaluator)).OfType<string>().Distinct().Order(StringComparer.Ordinal);

    /// <summary>Whether somebody's group has a say in an answer and they have no interest in the bid, also where it is others' to confirm.</summary>
    public bool IsOfTheirGroup(ParticipantId person, AnswerOf answer) =>
        Panel.Evaluators.Find(one => one.Person == person) is { } evaluator && HasSay(evaluator, answer);

    private bool HasSay(Evaluator scorer, AnswerOf answer) =>
        Questions[answer.Question].IsScoredBy(scorer.Group) && MaySee(scorer.Person, answer.Bid) && Panel.IsAssigned(scorer.Person, answer.Bid, answer.Question);

    private (string Label, string Question)? FirstUnsettled(ReceivedBid bid)
    {
        var open = Questions.Values.Select(question => new AnswerOf(bid.Bid, question.Id)).Where(answer => Has(answer) && !IsFinal(answer)).ToHashSet();
        if (open.Count == 0) return null;
        if (Questions.Keys.Select(question => new AnswerOf(bid.Bid, question)).Any(answer => Has(answer) && !open.Contains(answer) && PartOf(answer).Failed)) return null;
        return (bid.Label, Questions[Answers.First(open.Contains).Question].Title);
    }

    /// <summary>Who comes late sits behind the others, so that nobody's seat is called otherwise from then on.</summary>
    private static FrozenDictionary<ParticipantId, string> SeatsOf(Panel panel) => panel.Evaluators.GroupBy(evaluator => evaluator.Group)
        .SelectMany(group => group.OrderBy(one => panel.CameLate.IndexOf(one.Person)).ThenBy(one => Derived.Guid(panel.Id.Value, $"seat {one.Person}"))
            .Select((one, index) => (one.Person, Seat: index == 0 && group.Count(other => !panel.CameLate.Contains(other.Person)) == 1 ? group.Key : $"{group.Key} {index + 1}")))
        .ToFrozenDictionary(seat => seat.Person, seat => seat.Seat);
}

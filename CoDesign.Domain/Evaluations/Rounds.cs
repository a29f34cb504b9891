using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using static CoDesign.Domain.Evaluations.RoundRefusals;

namespace CoDesign.Domain.Evaluations;

/// <summary>That a bid's interview or visit was held, or its past work asked about.</summary>
/// <param name="Bid">The bid.</param>
/// <param name="Round">Which round.</param>
/// <param name="At">When.</param>
/// <param name="Present">Who was there.</param>
public sealed record RoundRecord(BidId Bid, ScoringRound Round, DateTimeOffset At, string Present);

/// <summary>What was heard or seen for a question of a later round; it is scored as an answer is.</summary>
public sealed record RoundEvidence(BidId Bid, CriterionId Question, string Text);

/// <summary>Something asked of a round that follows what is written.</summary>
public interface IRoundCommand : IPanelCommand;

/// <summary>
/// Opens a round that follows: an interview, a visit, past performance. All bids take part in it. The moderator only, once
/// everybody has locked their scores of the round before, which stay as they are.
/// </summary>
public sealed record OpenRound(ScoringRound Round) : IRoundCommand;

/// <summary>Records that the open round was held for a bid, in place of what was recorded before. The moderator only, until somebody has locked a score of that bid.</summary>
/// <param name="Bid">The bid.</param>
/// <param name="At">When; not in the future.</param>
/// <param name="Present">Who was there, 1 to 1,000 characters.</param>
public sealed record RecordRound(BidId Bid, DateTimeOffset? At, string? Present) : IRoundCommand;

/// <summary>Writes down what was heard or seen for a question of the open round, in place of what stood there. The moderator only, until somebody has locked a score of that bid.</summary>
/// <param name="Bid">The bid.</param>
/// <param name="Question">A question of the open round.</param>
/// <param name="Text">1 to 8,000 characters.</param>
public sealed record NoteEvidence(BidId Bid, CriterionId Question, string? Text) : IRoundCommand;

/// <summary>Something that happened in a round that follows what is written.</summary>
public interface IRoundEvent : IEvent;

/// <summary>A round is open; scores of those before stay as they are.</summary>
[EventName("round.opened.v1")]
public sealed record RoundOpened(ScoringRound Round) : IRoundEvent;

/// <summary>A round was held for a bid.</summary>
[EventName("round.recorded.v1")]
public sealed record RoundRecorded(BidId Bid, ScoringRound Round, DateTimeOffset At, [property: Erasable] string Present) : IRoundEvent;

/// <summary>Something was heard or seen.</summary>
[EventName("round.evidence-noted.v1")]
public sealed record EvidenceNoted(BidId Bid, CriterionId Question, [property: Erasable] string Text) : IRoundEvent;

/// <content>The rounds.</content>
public sealed partial record Panel
{
    /// <summary>Rounds that were opened after what is written, in that order.</summary>
    public ImmutableList<ScoringRound> LaterRounds { get; init; } = [];

    /// <summary>For which bids they were held.</summary>
    public ImmutableList<RoundRecord> Records { get; init; } = [];

    /// <summary>What was heard and seen.</summary>
    public ImmutableList<RoundEvidence> Evidence { get; init; } = [];

    /// <summary>The round that is scored now.</summary>
    [JsonIgnore]
    public ScoringRound CurrentRound => LaterRounds.IsEmpty ? ScoringRound.Written : LaterRounds[^1];

    /// <summary>Whether a round is open, or was.</summary>
    public bool HasReached(ScoringRound round) => round == ScoringRound.Written || LaterRounds.Contains(round);

    /// <summary>Whether there is something to score of a round for a bid: it is written, or the moderator wrote down that it was held.</summary>
    public bool WasHeld(BidId bid, ScoringRound round) => round == ScoringRound.Written || Records.Exists(held => held.Bid == bid && held.Round == round);

    /// <summary>Whether scores are locked that rest on what was written down for a bid in this round, so that it stays as they read it.</summary>
    public bool IsRestedOn(BidId bid) => Scores.Exists(score => score.Bid == bid && !score.IsKept && Locked.Contains(score.Evaluator));

    private Panel AfterRound(IRoundEvent happened) => happened switch
    {
        RoundOpened e => this with
        {
            LaterRounds = LaterRounds.Add(e.Round),
            Scores = Scores.ConvertAll(score => Locked.Contains(score.Evaluator) ? score with { IsKept = true } : score),
            Locked = [],
        },
        RoundRecorded e => this with { Records = Records.RemoveAll(one => one.Bid == e.Bid && one.Round == e.Round).Add(new RoundRecord(e.Bid, e.Round, e.At, e.Present)) },
        EvidenceNoted e => this with { Evidence = Evidence.RemoveAll(one => one.Bid == e.Bid && one.Question == e.Question).Add(new RoundEvidence(e.Bid, e.Question, e.Text)) },
        _ => throw new InvalidOperationException($"A panel knows no event {happened.GetType().Name}."),
    };
}

/// <content>The rounds.</content>
public sealed partial class PanelDecider
{
    private static Decision DecideRound(Panel state, IRoundCommand command, Tender tender, Project project, Context context)
    {
        if (!state.IsOn(context.Actor)) return Refusal.NotFound;
        if (state.IsBidder(context.Actor)) return PanelRefusals.BidderSits;
        if (!state.IsInRoom(context.Actor, project)) return Refusal.NotFound;
        if (state.Moderator != context.Actor) return PanelRefusals.NotModerator;
        if (state.Bids is not { } bids) return PanelRefusals.NotOpen;
        if (state.InModeration) return ScoresOpen;
        return command switch
        {
            OpenRound c => Open(state, c, tender, project),
            RecordRound c => bids.Exists(bid => bid.Bid == c.Bid) ? Record(state, c, context) : Refusal.NotFound,
            NoteEvidence c => bids.Exists(bid => bid.Bid == c.Bid) ? Note(state, c, tender) : Refusal.NotFound,
            _ => throw new InvalidOperationException($"A panel knows no command {command.GetType().Name}."),
        };
    }

    private static Decision Open(Panel state, OpenRound c, Tender tender, Project project)
    {
        if (!tender.LaterRounds.Contains(c.Round)) return RoundUnknown;
        if (state.LaterRounds.Contains(c.Round)) return Decision.Accept();
        var scorers = state.Scorers(project).ToArray();
        return scorers.Length > 0 && scorers.All(evaluator => state.Locked.Contains(evaluator.Person))
            ? Decision.Accept(new RoundOpened(c.Round))
            : PanelRefusals.NotAllLocked;
    }

    private static Decision Record(Panel state, RecordRound c, Context context)
    {
        if (WhyNotWrite(state, c.Bid) is { } not) return not;
        if (c.At is not { } at) return WhenMissing;
        if (at > context.Now) return WhenAhead;
        if (Written.Words(c.Present, "present", "who was there", 1_000, out var present) is { } bad) return bad;
        var record = new RoundRecord(c.Bid, state.CurrentRound, at.ToUniversalTime(), present);
        return state.Records.Contains(record) ? Decision.Accept() : Decision.Accept(new RoundRecorded(record.Bid, record.Round, record.At, record.Present));
    }

    private static Decision Note(Panel state, NoteEvidence c, Tender tender)
    {
        if (tender.Questions.FirstOrDefault(question => question.Id == c.Question) is not { } asked || asked.Round != state.CurrentRound) return Refusal.NotFound;
        if (WhyNotWrite(state, c.Bid) is { } not) return not;
        if (Written.Words(c.Text, "text", "what was heard or seen", 8_000, out var text) is { } bad) return bad;
        return state.Evidence.Contains(new RoundEvidence(c.Bid, c.Question, text)) ? Decision.Accept() : Decision.Accept(new EvidenceNoted(c.Bid, c.Question, text));
    }

    private static Refusal? WhyNotWrite(Panel state, BidId bid) =>
        state.CurrentRound == ScoringRound.Written ? RoundNotOpen : state.IsRestedOn(bid) ? EvidenceStays : null;
}

/// <summary>What is refused of rounds, in plain words.</summary>
internal static class RoundRefusals
{
    public static Refusal RoundUnknown { get; } = new("round.unknown", "The tender has no question for this round.", "round");
    public static Refusal RoundNotOpen { get; } = new("round.not-open", "Open the next round first. It can be an interview, a visit or past performance.");
    public static Refusal ScoresOpen { get; } = new("round.moderation-begun", "The scores are open to the panel, so no round can be added or changed any more.");
    public static Refusal WhenMissing { get; } = new("at.empty", "Say when it was.", "at");
    public static Refusal WhenAhead { get; } = new("at.ahead", "This is still to come. Record it once it was held.", "at");
    public static Refusal EvidenceStays { get; } = new("round.evidence-stays", "Somebody has locked scores that rest on this, so it stays as it is.");
    public static Refusal NotHeld { get; } = new("score.not-held", "The moderator hasn't written down yet that this was held.", "bid");

    public static Refusal RoundLeft(ScoringRound round) =>
        new("moderation.round-left", $"The tender says that there is one more round: {round.Name().ToLowerInvariant()}. Open it first.");
}

using CoDesign.Domain.Bids;
using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Evaluations;

/// <content>What happened in the moderation room.</content>
internal sealed partial class AuditWords
{
    private (string, string)? OfModeration(IModerationEvent happened) => happened switch
    {
        QuorumSet e => ("set how many of each group must confirm: " +
            string.Join(", ", e.Groups.Select(one => $"“{one.Group}” {(one.Least is { } least ? Number(least) : "half, and one at least")}")), ""),
        ModerationMoved e => ($"turned the panel to {Of(e.Bid, e.Question)}", ""),
        ScoresRevealed e => ($"showed the panel the scores of {Of(e.Bid, e.Question)}", ""),
        AllScoresRevealed => ("showed the panel all scores that were left", ""),
        DiscussionNoted e => ($"noted what was said about {Of(e.Bid, e.Question)}", e.Text),
        ConsensusRecorded e => ($"recorded that {(e.Group is null ? "the panel" : $"“{e.Group}”")} agreed on {e.Points} of {TopOf(e.Question)} for {Of(e.Bid, e.Question)}", e.Reason),
        OutcomeConfirmed e => ($"confirmed what stands for {Of(e.Bid, e.Question)}", ""),
        DissentRecorded e => ($"did not agree with what stands for {Of(e.Bid, e.Question)}", e.Reason),
        DissentWithdrawn e => ($"agreed after all with what stands for {Of(e.Bid, e.Question)}", ""),
        AbsenceNoted e => ($"noted that {Whom} can’t go on taking part", e.Reason),
        AbsenceTakenBack => ($"took back that {Whom} can’t go on taking part", ""),
        AbsenceEnded => ("took part again", ""),
        _ => null,
    };

    private (string, string)? OfRound(IRoundEvent happened) => happened switch
    {
        RoundOpened e => ($"opened a round: {e.Round.Name().ToLowerInvariant()}", ""),
        RoundRecorded e => ($"recorded for {Label(e.Bid)}: {e.Round.Name().ToLowerInvariant()}, {When(e.At)}", e.Present),
        EvidenceNoted e => ($"noted what was heard or seen of {Label(e.Bid)} for “{Title(e.Question)}”", e.Text),
        _ => null,
    };

    private string Of(BidId bid, CriterionId question) => $"{Label(bid)}’s answer to “{Title(question)}”";
}

namespace CoDesign.Domain.Evaluations;

/// <content>What happened around the award.</content>
internal sealed partial class AuditWords
{
    /// <summary>Who met whom afterwards, and what the panel notes for itself, is told by its name alone.</summary>
    private (string, string)? OfAward(IAwardEvent happened) => happened switch
    {
        SummaryWritten e => ($"wrote what the team of {Label(e.Bid)} is told", string.Join('\n', e.Parts.Select(part => $"{Title(part.Question)}: {part.Words}"))),
        AwardProposed e => ($"proposed to award {Lot(e.Lot)} to {Label(e.Bid)}", e.Decision),
        AwardSentBack e => ($"sent the award of {Lot(e.Lot)} back", e.Reason),
        AwardNoticeGiven e => (e.Standstill is { } standstill
            ? $"gave the notice of {Lot(e.Lot)}, with a standstill of {standstill.WorkingDays} working days until {standstill.Ends.ToString("d MMMM yyyy", Culture)}"
            : $"gave the notice of {Lot(e.Lot)}, without a standstill", e.Standstill?.Source ?? ""),
        AwardAnnounced => ("told every bidder and the panel, by e-mail where they have an account, that the decision is made", ""),
        ContractSigned e => ($"recorded that the contract was signed{(tender.IsDivided ? $", for {Lot(e.Lot)}" : "")}", ""),
        CommitmentPicked e => ($"put words of {Label(e.Commitment.Bid)} into the contract’s schedule", e.Commitment.Quote),
        _ => null,
    };
}

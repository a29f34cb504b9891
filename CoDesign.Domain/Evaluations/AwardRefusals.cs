using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Evaluations;

/// <summary>What is refused around the award, in plain words.</summary>
internal static class AwardRefusals
{
    public static Refusal NotApprover { get; } = new("award.second-person", "An award is proposed by the moderator and approved by a commissioner of the project, so that two people answer for it.");
    public static Refusal SummaryProposed { get; } = new("summary.proposed", "The award is proposed, so what bidders are told can't be changed. Ask a commissioner to send it back first.");
    public static Refusal AlreadyProposed { get; } = new("award.proposed", "This award is proposed already, and waits for a commissioner.");
    public static Refusal NothingProposed { get; } = new("award.not-proposed", "No award is proposed here. The moderator proposes it first.");
    public static Refusal NoLongerFirst { get; } = new("award.changed", "Something has changed since this award was proposed, so it no longer follows from the scores. Send it back to the moderator.");
    public static Refusal BeforeAward { get; } = new("panel.not-awarded", "This comes after the award.");
    public static Refusal StandstillOpen { get; } = new("contract.standstill", "The standstill isn't over yet. The contract may be signed from the day after its last day.");
    public static Refusal LotsLeft { get; } = new("contract.lots-left", "Other lots are still open. Bidders are told of all lots at once, and the standstill begins then.", "lot");
    public static Refusal AlreadySigned { get; } = new("contract.signed", "This contract is signed, so what it says stays as it is.");
    public static Refusal NotWon { get; } = new("contract.not-awarded", "This lot isn't awarded, so there is nothing to sign.", "lot");
    public static Refusal StartMissing { get; } = new("start.empty", "Give the first day of the contract.", "start");
    public static Refusal EndRange { get; } = new("end.range", "Give a last day that comes after the first, within 25 years.", "end");
    public static Refusal QuoteElsewhere { get; } = new("quote.not-in-answer", "These words don't stand in the answer, or in what was written down of it. Copy them as they are.", "quote");
    public static Refusal MeasureUnknown { get; } = new("measure.unknown", "Choose one of the project's measures.", "measure");
    public static Refusal CommitmentsMany { get; } = new("commitment.too-many", "There are 200 commitments already. Remove one first.");
    public static Refusal CommitmentThere { get; } = new("commitment.exists", "These words are in the schedule already.", "quote");
    public static Refusal SlotPast { get; } = new("at.past", "Give a time that lies ahead.", "at");
    public static Refusal SlotMissing { get; } = new("at.empty", "Give a day and a time.", "at");
    public static Refusal SlotTaken { get; } = new("feedback.taken", "This time is taken already. Choose another.");
    public static Refusal SlotBooked { get; } = new("feedback.booked", "A bidder has booked this time. Ask them to give it back first.");
    public static Refusal SlotsMany { get; } = new("feedback.too-many", "There are 100 times already. Remove one first.");
    public static Refusal OneMeeting { get; } = new("feedback.one-each", "Your team has booked a time already. Give it back first, and then choose another.");
    public static Refusal LessonsMany { get; } = new("lesson.too-many", "You have written 20 notes already. Remove one first.");

    public static Refusal StandstillRange(StandstillRule rule) => new("standstill.range",
        rule.IsVoluntary ? $"Give 0 working days for none, or {rule.Least} to {Standstill.Most}. {rule.Source}." : $"Give {rule.Least} to {Standstill.Most} working days. {rule.Source}.",
        "standstillDays");

    public static Refusal SummaryChanged(string question) =>
        new("summary.changed", $"The scores of the answer to “{question}” have changed since you looked. Look at them again before you save why it has its score.");

    public static Refusal SummaryGap(string label, string question, SummaryState state) => state == SummaryState.Stale
        ? new("award.summary-stale", $"The scores of {label}'s answer to “{question}” have changed since its summary was written. Look at it again.")
        : new("award.summary-missing", $"The summary of {label}'s answer to “{question}” isn't written yet.");
}

using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Evaluations;

/// <summary>What is refused when the panel talks about its scores, in plain words.</summary>
internal static class ModerationRefusals
{
    public static Refusal QuorumRange { get; } = new("quorum.range", "Give a number from 1 to 100, or leave it empty for one and half of the group.", "groups");
    public static Refusal NotOpen { get; } = new("moderation.not-open", "The moderator hasn't opened the scores to the panel yet.");
    public static Refusal OneByOne { get; } = new("moderation.one-by-one", "This tender says that scores are agreed, so the panel goes through them one answer at a time.");
    public static Refusal Elsewhere { get; } = new("moderation.elsewhere", "The panel talks about another answer now. Go there first.");
    public static Refusal NotRevealed { get; } = new("moderation.not-revealed", "The scores of this answer aren't shown yet.");
    public static Refusal MeansStand { get; } = new("consensus.means-stand", "The tender says that the means of the scores stand, so no other score is recorded.");
    public static Refusal WholePanel { get; } = new("consensus.whole-panel", "The tender says that the whole panel agrees on one score, so no group has one of its own.", "group");
    public static Refusal EachGroup { get; } = new("consensus.each-group", "The tender says that each group agrees on a score. Choose a group that scored this answer.", "group");
    public static Refusal NotAgreed { get; } = new("moderation.not-agreed", "No score is agreed on yet, so there is nothing to say to it.");
    public static Refusal AbsenceMeans { get; } = new("absence.means-stand", "The tender says that the means of the scores stand, so the panel waits for nobody.");
    public static Refusal ScoresOnTable { get; } = new("score.room-open", "The scores are on the table, so no more are given. You can say what you think in the room.");
    public static Refusal NotInTheirPlace { get; } = new("moderation.not-in-their-place", "Those who scored this answer are there, so they confirm it. You can still say that you don't agree.");
    public static Refusal OutcomeChanged { get; } = new("moderation.changed", "What was agreed has changed since you looked. Read it again, then confirm it.");

    public static Refusal AwardUnsettled(string label, string question) =>
        new("award.unsettled", $"What counts for {label}'s answer to “{question}” isn't settled yet. Go through it in the moderation room first.", "bid");
}

using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Evaluations;

/// <summary>What a panel refuses, in plain words.</summary>
internal static class PanelRefusals
{
    public static Refusal NotCommissioner { get; } = new("panel.not-commissioner", "Only a commissioner of the project can appoint the panel. Ask one of them.");
    public static Refusal NotModerator { get; } = new("panel.not-moderator", "Only the moderator can do that.");
    public static Refusal PersonMissing { get; } = new("person.empty", "Choose a person.", "person");
    public static Refusal GroupUnknown { get; } = new("group.unknown", "Choose one of the groups that the tender names.", "group");
    public static Refusal ModeratorScores { get; } = new("panel.moderator-scores", "Who chairs the panel doesn't score, so one person can't do both.", "person");
    public static Refusal EnquiryOpen { get; } = new("opening.enquiry", "A bidder's question was still open at the deadline. A commissioner must say why. Then you can open the bids.");
    public static Refusal OpeningBegun { get; } = new("panel.opening-begun", "The bids are being opened, so the panel can't be changed like this any more.");
    public static Refusal ModerationBegun { get; } = new("panel.moderation-begun", "The scores are open to the panel. From now on, someone can join only in the place of someone who can not go on.", "person");
    public static Refusal GoneStays { get; } = new("panel.let-go", "This evaluator was let go while the bids were scored, so they can't come back. Choose somebody else.", "person");
    public static Refusal HasChaired { get; } = new("panel.has-chaired", "This person chaired the panel while the bids were open, so they can't score them. Choose somebody else.", "person");
    public static Refusal GroupStays { get; } = new("panel.group-stays", "The bids are open, so this evaluator stays in the group they score in.", "group");
    public static Refusal TakenBack { get; } = new("opening.tender-withdrawn", "The tender was taken back, so its bids stay sealed.");
    public static Refusal BeforeDeadline { get; } = new("opening.before-deadline", "Bids stay sealed until the deadline has passed.");
    public static Refusal AlreadyOpen { get; } = new("opening.done", "The bids are open already.");
    public static Refusal SecondPerson { get; } = new("opening.second-person", "You have said so already. A second person has to say it too.");
    public static Refusal ModeratorOpens { get; } = new("opening.moderator", "One of the two who open the bids has to be the moderator.");
    public static Refusal NotOpen { get; } = new("panel.not-open", "The bids aren't open yet.");
    public static Refusal BidderSits { get; } = new("panel.bidder-scores", "You took part in writing a bid for this tender, so you have no part in its panel.");
    public static Refusal RoleConflict { get; } = new("panel.role-conflict", "Who runs the project, provides services in it or oversees it can't sit on its panel. Choose somebody else.", "person");
    public static Refusal LockedStays { get; } = new("panel.locked-stays", "This evaluator has locked their scores, so they stay on the panel.", "person");
    public static Refusal GroupGone { get; } = new("opening.group-gone", "An evaluator is in a group that the tender no longer names. Ask a commissioner to appoint them again.");
    public static Refusal ScoreUndeclared { get; } = new("score.undeclared", "Say first whether you have an interest in this bid.", "bid");
    public static Refusal ScoreConflict { get; } = new("score.conflict", "You have an interest in this bid, so you don't score it.", "bid");
    public static Refusal Awarded { get; } = new("panel.awarded", "The award is made, so this can't be changed any more.");
    public static Refusal NoteMissing { get; } = new("note.empty", "Say in a few words what the interest is.", "note");
    public static Refusal ConflictStays { get; } = new("declaration.conflict-stays", "You said that you have an interest in this bid, so you stay away from it. Tell the moderator if that was a mistake.");
    public static Refusal AlreadyLocked { get; } = new("score.locked", "You have locked your scores, so they can't be changed.");
    public static Refusal PointsMissing { get; } = new("points.unknown", "Choose one of the steps of the scale.", "points");
    public static Refusal NotAllLocked { get; } = new("moderation.not-all-locked", "Somebody on the panel hasn't locked their scores yet.");
    public static Refusal NotInModeration { get; } = new("award.before-moderation", "Open the scores to the panel first.");
    public static Refusal LotUnknown { get; } = new("lot.unknown", "Choose one of the tender's lots.", "lot");
    public static Refusal LotSettled { get; } = new("lot.settled", "This lot is settled already.", "lot");
    public static Refusal LotHasBids { get; } = new("lot.has-bids", "A bid can win this lot, so it can't end without an award.", "lot");
    public static Refusal WonEnough { get; } = new("award.won-enough", "This bid has won as many lots as one may, so the lot goes to the next.", "bid");
    public static Refusal NotFirst { get; } = new("award.not-first", "The contract goes to the bid that ranks first.", "bid");
    public static Refusal Tied { get; } = new("award.tied", "Two bids are equal in all that the tender says. Write down how you choose between them, and why.", "bid");

    public static Refusal ScoreOthers { get; } = new("score.not-yours", "Somebody else scores this answer. You needn't.", "question");
    public static Refusal AssignLate { get; } = new("assign.moderation-begun", "The scores are open to the panel. It is too late to share the work out in a new way.");
    public static Refusal AssignQuestion { get; } = new("assign.question", "Choose among the questions that this evaluator's group scores.", "questions");
    public static Refusal AssignKept { get; } = new("assign.kept", "This evaluator has locked scores of an earlier round that this would leave out. Leave them what they have scored.", "questions");
    public static Refusal SupportConfidence { get; } = new("support.confidence", "Tick that they will keep what they read and hear to themselves.", "keepsConfidence");
    public static Refusal HelpMany { get; } = new("help.too-many", "You have asked for help many times. Wait for an answer first.");
    public static Refusal ModerationBegunAlready { get; } = new("reminder.moderation-begun", "All scores are locked, so there is no one to remind.");
    public static Refusal ReminderDone { get; } = new("reminder.locked", "This evaluator has locked their scores. There is nothing to remind them of.", "person");
    public static Refusal ReminderSoon { get; } = new("reminder.too-soon", "This evaluator was reminded in the last 24 hours. Once a day is enough.", "person");
    public static Refusal ReminderNobody { get; } = new("reminder.nobody", "Everybody has locked their scores, or was reminded in the last 24 hours. Once a day is enough.");
    public static Refusal NoteOnNothing { get; } = new("note.empty", "Write a note, or choose a sentence from the answer.", "words");
    public static Refusal NotesMany { get; } = new("note.too-many", "You have 1,000 notes. Remove some first.");

    public static Refusal LotOrder(string next) =>
        new("award.order", $"Nobody may win more than some of the lots, so they are settled in their order. Next is “{next}”.", "lot");

    public static Refusal GroupEmpty(string group) =>
        new("opening.group-empty", $"No one scores for “{group}” yet. The tender says that they do. Ask a commissioner to choose someone.");

    public static Refusal NobodyScored(string label, string question) =>
        new("moderation.unscored", $"{label}'s answer to “{question}” has no score that counts. Ask a commissioner to find someone who can score it. Once the scores are open, no one new can score.");

    public static Refusal AwardUnscored(string label) =>
        new("award.unscored", $"An answer of {label} has no score that counts. So the bids can't be ranked in a fair way.", "bid");

    public static Refusal Undeclared(string label) =>
        new("lock.undeclared", $"Say first whether you have an interest in {label}.");

    public static Refusal Unscored(string label, string question) =>
        new("lock.unscored", $"You haven't scored {label}'s answer to “{question}” yet.");
}

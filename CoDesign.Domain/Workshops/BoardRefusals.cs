using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Workshops;

/// <summary>What a board refuses, in plain words.</summary>
internal static class BoardRefusals
{
    public static Refusal NotRunning { get; } = new("board.not-running", "Only whoever runs this activity can do that. Ask them.");
    public static Refusal ReadOnly { get; } = new("board.read-only", "You can read this board, but not write on it.");
    public static Refusal NotOpen { get; } = new("board.not-open", "This activity hasn't begun yet. Whoever runs it will open it.");
    public static Refusal IsClosed { get; } = new("board.closed", "This activity is closed. Tell whoever ran it what you want to add.");
    public static Refusal VoteIsOn { get; } = new("board.voting", "A vote is on, so notes rest. You can go on once it has ended.");
    public static Refusal NoVote { get; } = new("vote.not-on", "No vote is on just now. If it has just ended, your last vote counted.");
    public static Refusal NothingToVoteOn { get; } = new("vote.nothing", "There is nothing to vote on yet. Write some notes first.", "stage");
    public static Refusal OptionUnknown { get; } = new("vote.option-unknown", "One of the things that you marked isn't part of this vote. Load the page again.", "marks");
    public static Refusal PlaceTwice { get; } = new("vote.place-twice", "You have given the same place twice. Give each place to one thing only.", "marks");
    public static Refusal ObjectionWithoutReason { get; } = new("vote.objection-reason", "Say what you object to, so that the group can answer it.", "reasons");
    public static Refusal VoteNotAgreed { get; } = new("agreed.missing", "Ask the person first whether their vote may be counted in here, and tick the box once they agree.", "agreed");
    public static Refusal NothingMarked { get; } = new("vote.empty", "Mark at least one thing, as the person did.", "marks");
    public static Refusal CountedAlready { get; } = new("vote.counted-already", "You have counted a vote in under this name. Correct that one, or say how to tell the two apart.", "forWhom");
    public static Refusal NotGrouping { get; } = new("board.not-grouping", "Notes are put in groups later. Whoever runs the activity will say when.");
    public static Refusal NotesChanged { get; } = new("notes.unknown", "One of these notes isn't on the board any more. Choose again.", "notes");
    public static Refusal TooFew { get; } = new("notes.too-few", "Choose at least two notes to read as one.", "notes");
    public static Refusal TooMany { get; } = new("notes.too-many", "That is too many notes at once. Choose fewer.", "notes");
    public static Refusal GroupUnknown { get; } = new("group.unknown", "That group isn't on the board any more. Choose another.", "group");
    public static Refusal NotMerged { get; } = new("note.not-merged", "This note was not put together from others.");
    public static Refusal NotYours { get; } = new("note.not-yours", "This is somebody else's note. Only they or whoever runs the activity can change it.");
    public static Refusal Full { get; } = new("board.full", "This board holds 1,000 notes, as many as it can. Plan another activity to go on.");
    public static Refusal ColumnUnknown { get; } = new("column.unknown", "Choose one of the board's headings.", "column");
    public static Refusal ColumnsInUse { get; } = new("board.columns-in-use", "There are notes under these headings. You can add headings, but not change or remove them.", "setup.columns");
    public static Refusal NotAgreed { get; } = new("agreed.missing", "Ask the person first whether their words may be written down here, and tick the box once they agree.", "agreed");
    public static Refusal TooManyLines { get; } = new("lines.too-many", "That is more than 200 lines. Add them in parts.", "lines");
    public static Refusal TimerMinutes { get; } = new("minutes.range", "A timer runs between 1 and 480 minutes.", "minutes");
    public static Refusal ExtraMinutes { get; } = new("minutes.range", "Give between 1 and 120 minutes more.", "minutes");
    public static Refusal NoTimer { get; } = new("timer.none", "No timer is set.");
    public static Refusal NowhereToGather { get; } = new("gather.unknown", "Choose a note or a group that everybody can see.", "at");
    public static Refusal PersonUnknown { get; } = new("person.unknown", "Choose somebody who takes part in this project.", "to");
    public static Refusal KeepAs { get; } = new("as.unknown", "A note becomes an insight or an idea.", "as");
    public static Refusal OffCanvas { get; } = new("spot.off-canvas", "That is beyond the edge of the canvas.", "spot");
    public static Refusal PictureForm { get; } = new("picture.form", "Use a photo in JPEG, PNG or WebP format of at most 10 MB.", "file");
    public static Refusal TooManyPictures { get; } = new("picture.too-many", "A board holds 40 photos. Take one off first.", "file");

    public static Refusal OverBudget(int dots) =>
        new("vote.budget-spent", $"There {(dots == 1 ? "is 1 dot" : $"are {dots} dots")} to give in all. Take one back before you give another.", "marks");

    public static Refusal MarkOutOfRange(int least, int most) => new("vote.mark", $"Use whole numbers from {least} to {most}.", "marks");
}

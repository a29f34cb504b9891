using CoDesign.Domain.Workshops;

namespace CoDesign.App.Workshops;

/// <summary>The choices of workshops in plain words, in one place.</summary>
public static class WorkshopWords
{
    /// <summary>What everybody does in a stage.</summary>
    public static string Of(Stage stage) => stage switch
    {
        Stage.PrivateWriting => "Write for yourself",
        Stage.Reveal => "Read what everybody wrote",
        Stage.Group => "Put notes in groups",
        Stage.Vote => "Decide",
        Stage.Discuss => "Talk about it",
        _ => "Closed",
    };

    /// <summary>A sentence on what to do now.</summary>
    public static string Now(Stage? stage) => stage switch
    {
        null => "This hasn’t begun yet. The page moves on by itself when it does.",
        Stage.PrivateWriting => "Write what comes to mind, one thought to a note. Nobody else gets your notes until everybody’s are shown.",
        Stage.Reveal => "Everybody’s notes are here. Read them, nod to those that speak to you, and add what is missing.",
        Stage.Group => "Put notes that belong together in a group, and give each group a name.",
        Stage.Vote => "Decide for yourself. Nobody gets the totals before the vote ends, and you can change your mind until then.",
        Stage.Discuss => "Talk about what came out. You can still add notes.",
        _ => "This is over. Thank you for taking part.",
    };

    /// <summary>What a note is about.</summary>
    public static string Of(NoteKind kind) => kind switch
    {
        NoteKind.Thought => "Thought",
        NoteKind.Works => "Works well",
        NoteKind.Worry => "Worry",
        NoteKind.Need => "Need",
        NoteKind.Idea => "Idea",
        _ => "Question",
    };

    /// <summary>The mark of a kind of note, so that it isn't told by colour alone.</summary>
    public static string MarkOf(NoteKind kind) => kind switch
    {
        NoteKind.Thought => "●",
        NoteKind.Works => "✓",
        NoteKind.Worry => "▲",
        NoteKind.Need => "■",
        NoteKind.Idea => "★",
        _ => "?",
    };

    /// <summary>An answer without words.</summary>
    public static string Of(Nod nod) => nod switch
    {
        Nod.MeToo => "Me too",
        Nod.Matters => "This matters",
        _ => "Tell me more",
    };

    /// <summary>How a group decides.</summary>
    public static string Of(Deciding deciding) => deciding switch
    {
        Deciding.Dots => "Dots: each person has some to give",
        Deciding.Gradients => "Degrees of agreement, from “I love it” to “I can’t live with it”",
        Deciding.Score => "Scores from 0 to 5",
        Deciding.Ranking => "Ranking: what comes first, second, third",
        _ => "Consent: yes, yes with a worry, or an objection with its reason",
    };

    /// <summary>What each mark means, lowest first; none where marks are plain numbers.</summary>
    public static IReadOnlyList<Shell.Choice> MarksOf(Deciding deciding) => deciding switch
    {
        Deciding.Gradients => [new("5", "I love it"), new("4", "I like it"), new("3", "I can live with it"), new("2", "I have doubts"), new("1", "I can’t live with it")],
        Deciding.Score => [new("5", "5, the best"), new("4", "4"), new("3", "3"), new("2", "2"), new("1", "1"), new("0", "0, not at all")],
        Deciding.Consent => [new("2", "Yes"), new("1", "Yes, with a worry"), new("0", "I object, because…")],
        _ => [],
    };

    /// <summary>How many voted, and how many of them not on a device.</summary>
    public static string VotersOf(BallotResult result) =>
        $"{(result.Voters == 1 ? "1 person" : $"{result.Voters} people")} voted{(result.OnPaper > 0 ? $", {result.OnPaper} of them on paper or by phone" : "")}.";

    /// <summary>What an option got, in words.</summary>
    public static string PointsOf(BallotResult result, BallotRow row) => result.Deciding switch
    {
        Deciding.Dots => Projects.Words.Count(row.Points, "dot"),
        Deciding.Consent => row.Objections == 0 ? "No objection" : Projects.Words.Count(row.Objections, "objection"),
        Deciding.Gradients => row.Voters == 0 ? "No answers" : $"{(row.Points > 0 ? "+" : "")}{row.Points}",
        _ => Projects.Words.Count(row.Points, "point"),
    };
}

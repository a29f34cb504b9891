using CoDesign.Domain.Evaluations;

namespace CoDesign.App.Evaluations;

/// <summary>
/// One page of a panel. The frame opens it and the tabs name it by the same rule, so that each sees the pages that are theirs
/// and finds no others.
/// </summary>
/// <param name="Segment">What its address adds to the panel's; empty for the first.</param>
/// <param name="Name">What it is called.</param>
/// <param name="IsFor">Whose page it is; it isn't there for others.</param>
public sealed record PanelPart(string Segment, string Name, Func<PanelView, bool> IsFor)
{
    /// <summary>The panel itself.</summary>
    public static readonly PanelPart Desk = new("", "Panel", _ => true);

    /// <summary>Where the panel talks about its scores.</summary>
    public static readonly PanelPart Moderation = new("/moderation", "Moderation room", panel => panel.Moderation is not null);

    /// <summary>What scoring is, and a round to practise.</summary>
    public static readonly PanelPart Practice = new("/practice", ScoringWords.Training, IsInRoom) { IsNamed = ScoresAlone };

    /// <summary>What counts as an interest; one may still be found when the panel talks.</summary>
    public static readonly PanelPart Interests = new("/interests", ScoringWords.Interests, IsInRoom) { IsNamed = panel => panel is { Group: not null, IsDone: false } };

    /// <summary>What somebody gave, to look at it again.</summary>
    public static readonly PanelPart Mine = new("/mine", ScoringWords.Mine, Scores) { IsNamed = panel => !panel.MyScores.IsEmpty };

    /// <summary>What somebody scores, to print.</summary>
    public static readonly PanelPart Print = new("/print", ScoringWords.Print, Scores) { IsNamed = panel => ScoresAlone(panel) && !panel.Preparation.Tasks.IsEmpty };

    /// <summary>Help from the moderator.</summary>
    public static readonly PanelPart Help = new("/help", ScoringWords.Help, IsInRoom) { ForModerator = "Requests for help", IsNamed = panel => !panel.IsDone };

    /// <summary>Somebody who sits beside an evaluator.</summary>
    public static readonly PanelPart Support = new("/support", ScoringWords.Support, panel => panel.Group is not null) { IsNamed = panel => !panel.IsDone };

    /// <summary>How the work is shared out: by a commissioner before the bids are open, by the moderator from then on.</summary>
    public static readonly PanelPart Shares = new("/shares", "Who scores what", panel => panel.MayAppoint || panel is { IsModerator: true, Bids: not null }) { IsNamed = panel => panel.Moderation is null };

    /// <summary>Interviews and visits, for whoever chairs.</summary>
    public static readonly PanelPart Rounds = new("/rounds", "Interviews and visits", panel => panel is { IsModerator: true, Rounds: not null });

    /// <summary>How firm the result is.</summary>
    public static readonly PanelPart Result = new("/result", "How firm the result is", panel => panel.Results.Length > 0);

    /// <summary>The summaries, as they are written and once they are given.</summary>
    public static readonly PanelPart Summaries = new("/summaries", "What each bidder is told", panel => panel.Decision.Drafts.Length + panel.Decision.Summaries.Length > 0);

    /// <summary>The award, and what follows from it.</summary>
    public static readonly PanelPart Award = new("/award", "Award", panel => panel.Decision.Lots.Length > 0 && (panel.Decision.MayPropose || panel.Decision.MayApprove));

    /// <summary>Thanks, and what to learn.</summary>
    public static readonly PanelPart After = new("/after", "Thanks and next time", panel => IsInRoom(panel) && (panel.IsDone || panel.Results.Length > 0) || panel.Decision.Lessons.Length > 0);

    /// <summary>The whole evaluation, and whether it is as it was written.</summary>
    public static readonly PanelPart Audit = new("/audit", "Audit", panel => panel.IsDone && (panel.IsModerator || panel.MayAppoint));

    private static readonly PanelPart[] _all =
    [
        Desk, Moderation, Practice, Interests, Mine, Print, Help, Support, Shares, Rounds, Result, Summaries, Award, After, Audit,
    ];

    /// <summary>What it is called for whoever chairs; the same as for others where left out.</summary>
    public string? ForModerator { get; init; }

    /// <summary>For whom of those the tabs name it; for all where left out.</summary>
    public Func<PanelView, bool> IsNamed { get; init; } = _ => true;

    /// <summary>The pages that somebody is led to, in their order.</summary>
    public static IEnumerable<PanelPart> Of(PanelView panel) => _all.Where(part => part.IsFor(panel) && part.IsNamed(panel));

    /// <summary>What it is called for a reader.</summary>
    public string NameFor(PanelView panel) => panel.IsModerator ? ForModerator ?? Name : Name;

    private static bool IsInRoom(PanelView panel) => panel.Group is not null || panel.IsModerator;

    private static bool Scores(PanelView panel) => panel.Group is not null && panel.Bids is not null;

    private static bool ScoresAlone(PanelView panel) => panel is { Group: not null, Moderation: null, CameLate: false };
}

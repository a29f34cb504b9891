using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Projects;

/// <summary>What a project refuses, in plain words.</summary>
internal static class ProjectRefusals
{
    public static Refusal AlreadyThere { get; } = new("project.exists", "This project has been made already.");
    public static Refusal EngagementOver { get; } = new("engagement.over", "This invitation is over, so nobody can join by it any more. What comes of it is on the page of the tender.");
    public static Refusal CodeUnknown { get; } = new("join.code-unknown", "That code doesn't open anything. Check the six digits, or ask whoever runs the workshop.", "code");
    public static Refusal ConsentChanged { get; } = new("consent.changed", "What people agree to here was changed just now. Read it again, please.");
    public static Refusal CodeForm { get; } = new("code.form", "A code has six digits.", "code");
    public static Refusal NotCommissioner { get; } = new("project.not-commissioner", "Only a commissioner of this project can do that. Ask one of them.");
    public static Refusal NotOfficer { get; } = new("project.not-officer", "Only a commissioner or facilitator of this project can do that. Ask one of them.");
    public static Refusal NotContributor { get; } = new("project.not-contributor", "You can read this project, but not add to it.");
    public static Refusal LastCommissioner { get; } = new("participant.last-commissioner", "A project needs a commissioner. Invite another one first.");
    public static Refusal HasRole { get; } = new("participant.has-role", "They have that role already.");
    public static Refusal NotByHand { get; } = new("participant.public", "Choose a person.", "participant");
    public static Refusal NotYours { get; } = new("insight.not-yours", "These are somebody else's words. Only they, a facilitator or a commissioner can correct them.");
    public static Refusal TooManyTags { get; } = new("tags.too-many", "Use at most 10 tags of at most 40 characters each.", "tags");
    public static Refusal Full { get; } = new("project.full", "This project holds as much of that as it can. Ask the commissioner to begin a second one.");
    public static Refusal TrialUnderWay { get; } = new("trial.under-way", "A trial of this idea is still under way. Say what it showed first.", "idea");
    public static Refusal AlreadyConcluded { get; } = new("trial.concluded", "This trial has its verdict. Start another trial of the idea instead.");
    public static Refusal TargetMissing { get; } = new("target.empty", "Give the figure to reach.", "target");
    public static Refusal FigureTooLarge { get; } = new("target.too-large", "Use a figure between minus and plus 1,000,000,000,000.", "target");
    public static Refusal TooManySources { get; } = new("from.too-many", "Choose at most 50 things that this comes from.", "from");
    public static Refusal SourceUnknown { get; } = new("from.unknown", "One of the things that this comes from isn't in this project.", "from");
    public static Refusal LinkUnknown { get; } = new("link.unknown", "Both ends of a link must be in this project.", "link");
    public static Refusal LinkBackwards { get; } = new("link.backwards", "A link goes from people's words towards the contract, not back.", "link");
    public static Refusal LinkThere { get; } = new("link.exists", "These two are linked already.", "link");
    public static Refusal LinkFixed { get; } = new("link.fixed", "A trial stays with the idea that it tries, and a measure with its outcome.", "link");
    public static Refusal LinkMissing { get; } = new("link.missing", "These two aren't linked.", "link");
    public static Refusal PositionNegative { get; } = new("position.negative", "The first place is 0.", "position");

    public static Refusal BackReasonMissing { get; } = new("reason.empty", "Say why the group goes back. Going back is fine; the reason is part of the story.", "reason");
    public static Refusal PhaseReasonMissing { get; } = new("reason.empty", "Something that should come out of this phase isn't there yet. Say why the group goes on all the same.", "reason");
    public static Refusal LeadUnknown { get; } = new("plan.lead-unknown", "Choose somebody who is in this project.", "plan.lead");
    public static Refusal MinutesOutOfRange { get; } = new("plan.minutes", "An activity lasts up to a week: between 0 and 10,080 minutes.", "plan.minutes");
    public static Refusal LinkForm { get; } = new("plan.link", "A web address begins with https:// or http://.", "plan.link");
    public static Refusal ActivityOver { get; } = new("activity.over", "This activity is over. Plan another one instead.");
    public static Refusal ActivityBegun { get; } = new("activity.begun", "This activity has begun already. Close its board instead.");

    public static Refusal ThemeThere { get; } = new("theme.exists", "There is a theme of that name. Put the insights in it, or find another name.", "name");
    public static Refusal ThemeNotYours { get; } = new("theme.not-yours", "Somebody else made this theme. Only they, a facilitator or a commissioner can remove it.");
    public static Refusal InsightsMissing { get; } = new("insights.empty", "Choose at least one insight.", "insights");
    public static Refusal InsightUnknown { get; } = new("insights.unknown", "One of these insights isn't in this project.", "insights");
    public static Refusal OnlyProvidersOffer { get; } = new("idea.only-providers", "Only providers offer ideas in confidence. Propose yours openly instead.");
    public static Refusal OutcomeNotYours { get; } = new("outcome.not-yours", "Somebody else described this outcome. Only they, a facilitator or a commissioner can reword it.");
    public static Refusal VoteTooFew { get; } = new("priorities.too-few", "Describe at least two outcomes first: with one there is nothing to choose.");
    public static Refusal VoteOpen { get; } = new("priorities.open", "A vote is open already. Close it before you open another.");
    public static Refusal NoVoteOpen { get; } = new("priorities.closed", "No vote on what matters most is open just now.");
    public static Refusal DotUnknown { get; } = new("priorities.unknown", "One of these outcomes isn't part of the vote, or has fewer than no dots.", "dots");
    public static Refusal DotsSpent { get; } = new("priorities.spent", $"You have {ProjectDecider.DotsEach} dots in all. Take some back to place them elsewhere.", "dots");

    public static Refusal ThemeWouldOrphan(string what) =>
        new("theme.would-orphan", $"Without this theme, nothing shows where these come from: {what}. Confirm to remove it all the same.", "confirmed");

    public static Refusal WouldOrphan(string what) =>
        new("link.would-orphan", $"Without this link, nothing shows where {what} comes from. Confirm to remove it all the same.", "confirmed");
}

namespace CoDesign.App.Evaluations;

/// <content>What whoever can't go on reads, and whoever comes in somebody's place.</content>
public static partial class ScoringWords
{
    public const string AwayTitle = "You do not have to go on";
    public const string AwayWho = "The moderator wrote down on {0} that you can not go on, and why:";
    public const string AwayLead = "So no one waits for you. What you gave stays, and it counts. No one can keep you out. You can come back when you like. Press the button, or go to the room and say what you think.";
    public const string AwayButton = "I am back";
    public const string AwayNews = "The moderator wrote down that you can not go on.";
    public const string AwayNewsLink = "Read why, and come back if you like";

    public const string LateTitle = "You come in the place of somebody";
    public const string LateLead = "The panel has read the bids and scored them. Now it talks about the scores. You do not score. First tell us about each bid if you have something to do with those who wrote it. Then you go to the room. There you see what the others see, and you have your say.";
    public const string LateNothing = "You came when the scores were given. So there is nothing for you to score.";
}

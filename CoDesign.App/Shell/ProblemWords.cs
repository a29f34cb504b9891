namespace CoDesign.App.Shell;

/// <summary>What pages say when something went wrong: what it is called, why, and what to do.</summary>
public static class ProblemWords
{
    /// <summary>The words for an HTTP status.</summary>
    public static (string Title, string Why, string What) For(int status) => status switch
    {
        400 => ("We couldn't take that in",
            "The page may have been open for a long time, or you signed in or out in another tab meanwhile.",
            "Go back: your words are still in the form. Copy them, load the page again, and send it once more."),
        403 => ("That isn't allowed from here",
            "The request came from another website, so we didn't act on it.",
            "Open the page here and try again."),
        413 => ("That is too large",
            "We can't take in that much at once.",
            "Go back, make it shorter or send it in parts."),
        429 => ("Please wait a moment",
            "There were too many tries in a short time.",
            "Wait a minute and try again."),
        >= 500 => ("Something went wrong on our side",
            "It isn't your fault. What was saved before is safe.",
            "Go back and try again. If it happens again, tell us."),
        _ => ("We can't find that page",
            "It may have been removed, or it isn't open to you.",
            "Check the address, or sign in if you have an account."),
    };
}

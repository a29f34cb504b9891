using System.Collections.Immutable;

namespace CoDesign.App.Evaluations;

/// <summary>One short step of the training.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Text">Markdown.</param>
public sealed record TrainingStep(string Title, string Text);

/// <summary>
/// All that the pages say to people who score: labels, instructions, training. In one place, so that a test can ask of each that
/// somebody of nine could read it, and so that another language is another file. <c>{0}</c> stands for what a bid is called.
/// </summary>
public static partial class ScoringWords
{
    public const string Progress = "How far you are";
    public const string Done = "{0} of {1} answers scored";
    public const string DoneAndLocked = "{0} of {1} answers scored, and locked";
    public const string ToDo = "to do";
    public const string NotHeld = "not yet";
    public const string Begun = "not saved yet";
    public const string Given = "{0} of {1}";
    public const string GivenAndChanged = "{0} of {1}, and a change that is not saved";
    public const string StayAway = "You do not score {0}. You told us that you have something to do with them. What you gave them is gone.";
    public const string NothingForYou = "There is nothing for you to score. If you think that is wrong, ask for help.";
    public const string First = "New to this? Take ten minutes and try it on a bid that we made up. It does not count, and nobody sees what you give.";
    public const string FirstLink = "See how it works and try it";
    public const string Files = "Files that show it";

    public const string DeclareTitle = "Before you read {0}";
    public const string DeclareLead = "You may know who they are. You may have heard of their bid, or helped with it. Do you, your family or your friends have anything to do with them?";
    public const string DeclareQuestion = "Do you have anything to do with this bidder?";
    public const string DeclareNo = "No, nothing that I know of";
    public const string DeclareYes = "Yes";
    public const string DeclareNote = "If so, what is it?";
    public const string DeclareButton = "Go on";
    public const string DeclareHelp = "What counts, and what does not?";

    public const string ForLots = "They want to do these parts of the work: {0}. Your score counts for each of them.";
    public const string Question = "What was asked";
    public const string From = "Where this question comes from";
    public const string FromSaid = "What people said:";
    public const string FromMore = "They said {0} more.";
    public const string Answer = "What {0} says";
    public const string Heard = "What was heard and seen";
    public const string AnswerNone = "There is no answer.";
    public const string HeardNone = "There are no notes. Go by what you heard and saw.";
    public const string HeardLater = "There is nothing to score here yet. The moderator has to note first what was heard and seen. Go on with the others until then.";
    public const string HowGood = "How good is this answer?";
    public const string HowGoodHeard = "How good was it?";
    public const string Why = "Why? Say it in your own words.";
    public const string WhyHintHeard = "Say what you liked, and what you missed. Short is fine. The bidder may read why, but not who said it.";
    public const string WhyHint = "Say what the answer told you, and what you missed. Short is fine. Those who wrote it may read why, but not who said it.";
    public const string Save = "Save this score";
    public const string Others = "Other answers";
    public const string Before = "Go back one";
    public const string Next = "Go on to the next";
    public const string KnowThem = "I know who this is, or have something to do with them";
    public const string KnowNamed = "I have something to do with them";
    public const string KnowBack = "Go back to {0}";
    public const string KnowBid = "I know who {0} is, or have something to do with them";
    public const string KnowNamedBid = "I have something to do with {0}";
    public const string KnowThemText = "That can happen. Tell us, and somebody else will score {0}. If you scored any of their answers, we take those scores away for good.";
    public const string KnowThemWhat = "What is it?";
    public const string KnowThemButton = "Take me off {0}";
    public const string KnowThemConfirm = "You will not see or score {0} any more. Go on?";
    public const string NotSaved = "You have not saved this yet.";
    public const string NeedHelp = "I need help with this";
    public const string AloudQuestion = "Read the question to me";
    public const string AloudAnswer = "Read the answer to me";
    public const string AloudText = "Read this to me";
    public const string AloudStop = "Stop reading";
    public const string Size = "Size of text";
    public const string SizeIs = "The text has a new size.";

    public const string Notes = "Your notes";
    public const string NotesLead = "Keep what you want to think of later. Only you can see your notes. They do not count.";
    public const string NotesNone = "You have no notes on this answer yet.";
    public const string NotePick = "Choose a sentence from the answer";
    public const string NotePickHeard = "Choose a sentence from what was heard and seen";
    public const string NoteQuote = "Which sentence do you want to keep? We mark it in the answer.";
    public const string NoteNoQuote = "None of them";
    public const string NoteWords = "Your note";
    public const string NoteButton = "Keep this note";
    public const string NoteRemove = "Remove this note";

    public const string LockTitle = "All done?";
    public const string LockLead = "Look through your scores once more. When you lock them, they can’t be changed.";
    public const string LockGo = "All done? Look through my scores";
    public const string LockButton = "Lock my scores";
    public const string LockedTitle = "Your scores are locked";
    public const string LockedMore = "Thank you. There is more to score later, such as a talk or a visit. You will see it here once it starts.";
    public const string LockedLead = "Thank you. The moderator opens the scores once everybody is ready.";

    public const string Mine = "My scores side by side";
    public const string MineLead = "These are your own scores and no one else’s. Did you mean the same thing by the same score?";
    public const string MineNone = "You have not scored an answer yet. Once you have, you see here what you gave.";
    public const string MineDrawing = "your scores, drawn. The list below says the same.";
    public const string MineChange = "Change";
    public const string MineDo = "Score it";
    public const string Print = "On paper";
    public const string PrintLead = "Here is all that you score on one page. Print it if you like to read on paper. Keep it safe, and let no one else read it.";
    public const string PrintButton = "Print this page";
    public const string PrintHow = "To print, use the menu of your browser.";
    public const string PrintScore = "Your score:";
    public const string PrintReason = "Why:";

    public const string Help = "Ask for help";
    public const string HelpLead = "You can ask the moderator. No one else sees that you asked. The moderator can explain things, but can not tell you what score to give.";
    public const string HelpWhat = "What do you need help with?";
    public const string HelpAbout = "You ask about this:";
    public const string HelpBack = "Go back to it";
    public const string HelpButton = "Send it to the moderator";
    public const string HelpMine = "What you asked";
    public const string HelpAll = "Answers to everybody";
    public const string HelpAllLead = "Somebody asked this. The answer may help you too.";
    public const string HelpWaits = "The moderator has not answered yet.";
    public const string HelpNone = "You have not asked for help yet.";
    public const string HelpNews = "The moderator has written to you.";
    public const string HelpNewsLink = "Read it";

    public const string Support = "Somebody who helps you";
    public const string SupportLead = "You may have a person who helps you, for a part of it or for all of it. They may read to you or write down what you say. The scores must be your own.";
    public const string SupportRules = "They see no bid but what you show them. They tell no one what they read and hear. The moderator will know that they help you.";
    public const string SupportName = "What do they want to be called?";
    public const string SupportHelps = "What do they help you with?";
    public const string SupportHelpsHint = "For instance: reads the answers to me.";
    public const string SupportKeeps = "They have told me that they will keep what they read and hear to themselves";
    public const string SupportButton = "Save who helps me";
    public const string SupportIs = "{0} helps you: {1}";
    public const string SupportEnd = "No one helps me any more";

    public const string Reminded = "The moderator asks you to go on with your scores when you have time. Take the time that you need. If you are stuck, ask for help.";
    public const string ReminderMail = """
        Hello,

        some scoring still waits for you. You can go on where you stopped:
        {panel}

        Take the time that you need. If you are stuck or not well, tell the moderator on that page. They can help, or find somebody else.

        Thank you for doing this.

        """;

    public const string AwardMailSubject = "Thank you for your part in the panel";
    public const string AwardMail = """
        Hello,

        what you all gave has led to a choice. Thank you for your time and care.

        Here you can read what came out and why, and say what to do better next time:
        {after}

        Please keep what you read in the bids to yourself.

        """;

    public const string Training = "How scoring works";
    public const string TrainingLead = "A few short steps, and then you try it.";
    public const string TrainingStep = "Step {0} of {1}";
    public const string TrainingNext = "Next";
    public const string TrainingBack = "Back";
    public const string TrainingTry = "Try it";
    public const string PracticeTitle = "Now you try";
    public const string PracticeLead = "We made this bid up. What you give here does not count. We do not keep it, and nobody sees it.";
    public const string PracticeDone = "You have done this round. You can do it again as often as you like.";
    public const string PracticeBid = "Sunny Side Lunch Club";
    public const string PracticeQuestion = "How will you help new people to feel at home at the lunch club?";
    public const string PracticeAnswer = "We say hello to each new person at the door. One of our helpers sits with them for the first three visits. We ask them what they like to eat. Last year 8 out of 10 new people came back.";
    public const string PracticeButton = "See what a good reason looks like";
    public const string PracticeYours = "What you gave";
    public const string PracticeGood = "What a good reason looks like";
    public const string PracticeGoodReason = "A helper sits with each new person three times, so no one is left alone. They say that 8 out of 10 came back. They do not say what they do if a helper is ill. So I did not give the top score.";
    public const string PracticeGoodWhy = "It says what the answer told us. It says what was missing. And it says why the score is not higher.";
    public const string PracticeWeak = "What does not help";
    public const string PracticeWeakReason = "Sounds nice.";
    public const string PracticeWeakWhy = "We can not tell what was nice. Those who wrote the bid can not learn from it.";
    public const string PracticeCheck = "Now look at your own words. Do they say what the answer told you? Do they say what you missed? Would a friend know what you mean?";
    public const string PracticeScore = "There is no right score here. You may have given more or less than the next person. What counts is that you can say why.";
    public const string PracticeAgain = "Try once more";
    public const string PracticeFinish = "Go to the panel";

    public const string Interests = "What counts as an interest";
    public const string InterestsLead = "Before you read a bid, we ask if you have something to do with those who wrote it.";

    /// <summary>What an interest is, with examples.</summary>
    public const string InterestsText = """
        We call this an interest. It is not bad to have one. It only means that somebody else should score that bid.

        ## This is an interest

        - You work for them, or you did not long ago.
        - You give them some of your time for free.
        - Somebody close to you works there. It may be your wife, your son or a good friend.
        - You own a part of what they run.
        - They gave you a gift or money.
        - You helped them to write the bid.
        - You had a row with them, and it still hurts.

        ## This is not an interest

        - You have heard of them.
        - You live in the same town.
        - You went to something that they ran, and it was some time ago.

        ## If you are not sure

        You use what they run now. You know one of them by name. Things like these may count, or may not. Ask the moderator before you read the bid. You do not need to say more than you want to.

        ## If you find out later

        You may read an answer and see who it is. You may hear it when the panel talks. Say so at once, here or on the page of the answer. Press “I know who this is”. We then take away what you gave this bid, for good. You will not see it any more. You have done nothing wrong.
        """;

    /// <summary>The training, step by step; the practice round comes after the last.</summary>
    public static ImmutableArray<TrainingStep> Steps { get; } =
    [
        new("What you do here", """
            You help to choose who will do this work. Some groups want to do it. Each of them has told us how. We call what they wrote a bid.

            You read what they wrote. You say how good it is. You do this on your own, when it suits you. You can stop and come back. What you saved is still there.
            """),
        new("Keep it to yourself", """
            Do not talk about the bids with friends or at home. Do not tell the others on the panel what you gave. They can not see your scores, and you can not see theirs. So each of you has a free choice.

            A bid may not say who wrote it. If you know them, or think that you do, tell us before you read on.
            """),
        new("One answer at a time", """
            You see one question and one answer. Read the question first. Then read the answer. Ask yourself:

            - Does it say what they will do?
            - Does it say how?
            - Do I think that it would work?

            You can mark a sentence in the answer and keep a note. Only you see your notes.
            """),
        new("Choose a score", """
            Each score has a few words that say what it means. Find the words that fit the answer best.

            Score each answer for what it says. A long answer need not be a good one. A short one need not be bad. Two people may give two scores, and both may be right.
            """),
        new("Say why", """
            A score alone does not tell us much. So say why, in your own words. It can be short.

            Say what the answer told you. Say what you missed. Be fair: those who wrote the bid may read it. They will not know that it was you.
            """),
    ];
}

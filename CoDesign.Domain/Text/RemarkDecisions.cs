using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Text;

/// <content>Comments and suggestions: who takes part may make them, who writes the text decides.</content>
public sealed partial class TextDecider
{
    private const int MostRemarks = 1_000;
    private const int MostReplies = 200;
    private const int LongestRemark = 2_000;
    private const int LongestQuote = 1_000;
    private const int LongestSuggestion = 4_000;

    private static readonly Refusal NotDecider = new("remark.not-decider", "Whoever runs the project decides on this. You can answer and say what you think.");
    private static readonly Refusal NotYours = new("remark.not-yours", "Whoever made this comment or runs the project settles it. You can answer it.");
    private static readonly Refusal Settled = new("remark.settled", "This was settled already. Load the page to see how.");
    private static readonly Refusal StillOpen = new("remark.open", "This is still open.");
    private static readonly Refusal OtherKind = new("remark.other-kind", "A comment is resolved; a suggestion is accepted or declined.");
    private static readonly Refusal QuoteUnknown = new("quote.unknown", "These words are not in the text as it is now. Copy them from the text, or leave this empty.", "quote");
    private static readonly Refusal NothingSuggested = new("instead.empty", "Write what should stand there.", "instead");
    private static readonly Refusal SameWords = new("instead.same", "These are the words that stand there already. Write what should stand there instead.", "instead");
    private static readonly Refusal WordsMoved = new("suggestion.words-moved", "The words that this would replace have changed since. Change the text by hand, and say so in your reason when you decline this.");
    private static readonly Refusal MentionUnknown = new("mention.unknown", "Choose somebody who reads this text.", "mention");
    private static readonly Refusal TooManyRemarks = new("remark.too-many", $"A text holds {MostRemarks:N0} comments and suggestions, and each {MostReplies} answers.");

    private static Decision DecideRemark(TextDocument state, IRemarkCommand command, Context context)
    {
        if (TextAccess.WhyNotRemark(state, context) is { } closed) return closed;
        return command switch
        {
            Comment c => Say(state, c, context),
            Suggest c => Propose(state, c, context),
            ReplyToRemark c => Answer(state, c, context),
            ResolveComment c => Resolve(state, c, context),
            ReopenComment c => Reopen(state, c, context),
            AcceptSuggestion c => Take(state, c, context),
            DeclineSuggestion c => Decline(state, c, context),
            _ => throw new InvalidOperationException($"A text knows no command {command.GetType().Name}."),
        };
    }

    private static Decision Say(TextDocument state, Comment c, Context context)
    {
        if (state.Remarks.Count >= MostRemarks) return TooManyRemarks;
        if (PlaceOf(state, c.Quote, c.Near, out var on) is { } badQuote) return badQuote;
        if (Written.Words(c.Text, "text", "what you want to say", LongestRemark, out var text) is { } badText) return badText;
        if (!MayBeMentioned(state, c.Mention, context)) return MentionUnknown;
        var id = new RemarkId(context.NewId());
        return Decision.Make(id.Value, new Commented(id, on, text, c.Mention));
    }

    private static Decision Propose(TextDocument state, Suggest c, Context context)
    {
        if (state.Remarks.Count >= MostRemarks) return TooManyRemarks;
        if (PlaceOf(state, c.Quote, c.Near, out var on) is { } badQuote) return badQuote;
        if (Written.OptionalWords(c.Instead, "instead", "what should stand there", LongestSuggestion, out var instead) is { } badWords) return badWords;
        if (Written.OptionalWords(c.Text, "text", "why", LongestRemark, out var text) is { } badText) return badText;
        if (on.IsWhole && instead.Length == 0) return NothingSuggested;
        if (!on.IsWhole && instead == on.WordsIn(state.Text)) return SameWords;
        var id = new RemarkId(context.NewId());
        return Decision.Make(id.Value, new Suggested(id, on, instead, text));
    }

    private static Decision Answer(TextDocument state, ReplyToRemark c, Context context)
    {
        if (state.Remark(c.Remark) is not { } remark) return Refusal.NotFound;
        if (remark.Replies.Count >= MostReplies) return TooManyRemarks;
        if (Written.Words(c.Text, "text", "your answer", LongestRemark, out var text) is { } bad) return bad;
        return MayBeMentioned(state, c.Mention, context) ? Decision.Accept(new Replied(c.Remark, text, c.Mention)) : MentionUnknown;
    }

    private static Decision Resolve(TextDocument state, ResolveComment c, Context context)
    {
        if (state.Remark(c.Remark) is not { } remark) return Refusal.NotFound;
        if (remark.IsSuggestion) return OtherKind;
        if (remark.By != context.Actor && !TextAccess.MayDecide(state, context)) return NotYours;
        if (remark.Closed is not null) return Settled;
        return Written.Words(c.Reason, "reason", "how it was dealt with", LongestRemark, out var reason) is { } bad
            ? bad
            : Decision.Accept(new RemarkClosed(c.Remark, Settlement.Resolved, reason));
    }

    private static Decision Reopen(TextDocument state, ReopenComment c, Context context)
    {
        if (state.Remark(c.Remark) is not { } remark) return Refusal.NotFound;
        if (remark.IsSuggestion) return OtherKind;
        if (remark.By != context.Actor && !TextAccess.MayDecide(state, context)) return NotYours;
        return remark.Closed is null ? StillOpen : Decision.Accept(new RemarkReopened(c.Remark));
    }

    private static Decision Take(TextDocument state, AcceptSuggestion c, Context context)
    {
        if (Undecided(state, c.Remark, context, out var remark) is { } no) return no;
        if (TextAccess.WhyNotWrite(state, context) is { } closed) return closed;
        if (Written.Words(c.Reason, "reason", "why you accept it", LongestRemark, out var reason) is { } badReason) return badReason;
        var on = state.Places[state.Remarks.IndexOf(remark)];
        if (on.IsLost || on.WordsIn(state.Text) != remark.Quote) return WordsMoved;
        var changes = ChangeOf(state.Text, on, remark.Instead!);
        if (state.Text.Length + changes.Inserted > TextDocument.Longest) return TooLong;
        return Decision.Accept(new SuggestionTaken(c.Remark, remark.By, changes, changes.Shape), new RemarkClosed(c.Remark, Settlement.Accepted, reason));
    }

    private static Decision Decline(TextDocument state, DeclineSuggestion c, Context context)
    {
        if (Undecided(state, c.Remark, context, out _) is { } no) return no;
        return Written.Words(c.Reason, "reason", "why it is not taken", LongestRemark, out var reason) is { } bad
            ? bad
            : Decision.Accept(new RemarkClosed(c.Remark, Settlement.Declined, reason));
    }

    private static Refusal? Undecided(TextDocument state, RemarkId id, Context context, out Remark remark)
    {
        remark = state.Remark(id)!;
        if (remark is null) return Refusal.NotFound;
        if (!remark.IsSuggestion) return OtherKind;
        if (!TextAccess.MayDecide(state, context)) return NotDecider;
        return remark.Closed is null ? null : Settled;
    }

    /// <summary>Other words in place of some; for the whole text, a paragraph at its end.</summary>
    private static ChangeSet ChangeOf(string text, Anchor on, string instead)
    {
        var between = text.Length == 0 || text.EndsWith("\n\n", StringComparison.Ordinal) ? "" : text.EndsWith('\n') ? "\n" : "\n\n";
        Stretch[] stretches = on.IsWhole
            ? [new(text.Length, null), new(0, between + instead)]
            : [new(on.From, null), new(on.To - on.From, instead), new(text.Length - on.To, null)];
        return new ChangeSet(stretches.Where(stretch => stretch.Length > 0 || stretch.Insert is { Length: > 0 }));
    }

    private static Refusal? PlaceOf(TextDocument state, string? quote, int? near, out Anchor on)
    {
        on = Anchor.Whole;
        if (Written.OptionalWords(quote, "quote", "the words", LongestQuote, out var words) is { } bad) return bad;
        if (Anchor.Find(state.Text, words, near ?? 0) is not { } found) return QuoteUnknown;
        on = found;
        return null;
    }

    private static bool MayBeMentioned(TextDocument state, ParticipantId? mention, Context context) =>
        mention is not { } person || TextAccess.MayRead(state, person, context.Facts);
}

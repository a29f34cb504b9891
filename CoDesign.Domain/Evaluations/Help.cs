using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;
using static CoDesign.Domain.Evaluations.PanelRefusals;

namespace CoDesign.Domain.Evaluations;

/// <summary>Something that an evaluator asks the moderator.</summary>
public readonly record struct HelpId(Guid Value) : IId<HelpId>
{
    /// <inheritdoc />
    public static HelpId From(Guid value) => new(value);

    /// <inheritdoc />
    public override string ToString() => this.Text();
}

/// <summary>What an evaluator asked the moderator. Who asked is told to nobody else.</summary>
/// <param name="Id">The request.</param>
/// <param name="By">Who asked.</param>
/// <param name="Bid">The bid that it is about; null where it is about none.</param>
/// <param name="Question">The question that it is about; null where it is about none.</param>
/// <param name="Words">Their words.</param>
/// <param name="AskedAt">When, UTC.</param>
public sealed record HelpRequest(HelpId Id, ParticipantId By, BidId? Bid, CriterionId? Question, string Words, DateTimeOffset AskedAt)
{
    /// <summary>What was asked as all read it, in words that don't tell who asked; empty where only whoever asked reads the answer.</summary>
    public string Shown { get; init; } = "";

    /// <summary>The answer; empty before.</summary>
    public string Answer { get; init; } = "";

    /// <summary>When it was answered last, UTC.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Whether all who score read the answer.</summary>
    public bool IsToAll { get; init; }
}

/// <summary>Asks the moderator for help. Evaluators, until the award; at most 20 of one person wait at a time.</summary>
/// <param name="Bid">A bid that one scores; none where it isn't about one.</param>
/// <param name="Question">A question that one scores; none where it isn't about one.</param>
/// <param name="Words">What one needs help with, 1 to 1,000 characters.</param>
public sealed record AskForHelp(BidId? Bid, CriterionId? Question, string? Words) : IPreparationCommand;

/// <summary>Answers a request for help, or answers it better. The moderator only, until the award; an answer to all stays one to all.</summary>
/// <param name="Help">The request.</param>
/// <param name="ToAll">Whether all who score read it, without being told who asked.</param>
/// <param name="Shown">What was asked, as all read it, 1 to 1,000 characters; not needed for an answer to one.</param>
/// <param name="Answer">1 to 4,000 characters. It explains; what to score is each evaluator's own to say.</param>
public sealed record AnswerHelp(HelpId Help, bool ToAll, string? Shown, string? Answer) : IPreparationCommand;

/// <summary>An evaluator asked the moderator for help.</summary>
[EventName("help.asked.v1")]
public sealed record HelpAsked(HelpId Help, BidId? Bid, CriterionId? Question, [property: Erasable] string Words) : IPreparationEvent;

/// <summary>The moderator answered.</summary>
[EventName("help.answered.v1")]
public sealed record HelpAnswered(HelpId Help, bool ToAll, [property: Erasable] string Shown, [property: Erasable] string Answer) : IPreparationEvent;

/// <summary>A request for help as one reader sees it: their own, an answer to all, or, for the moderator, each with who asked.</summary>
/// <param name="Id">The request.</param>
/// <param name="By">Who asked, for the moderator and whoever it was; null for all others.</param>
/// <param name="Bid">The bid that it is about; null where it is about none.</param>
/// <param name="Label">What the panel calls that bid.</param>
/// <param name="Question">The question that it is about; null where it is about none.</param>
/// <param name="Title">What that question is called.</param>
/// <param name="Words">What was asked; for who didn't ask, in the moderator's words.</param>
/// <param name="Answer">The answer; empty before.</param>
/// <param name="AnsweredAt">When, UTC; null before.</param>
/// <param name="IsToAll">Whether all who score read it.</param>
public sealed record SeenHelp(
    HelpId Id, ParticipantId? By, BidId? Bid, string Label, CriterionId? Question, string Title, string Words, string Answer, DateTimeOffset? AnsweredAt, bool IsToAll);

/// <content>What evaluators ask the moderator.</content>
public sealed partial class PanelDecider
{
    /// <summary>How many requests of one person may wait at a time.</summary>
    private const int MostHelpOpen = 20;

    private static Decision Ask(Panel state, AskForHelp c, Tender tender, Context context)
    {
        if (c.Bid is { } bid && !state.MaySee(context.Actor, bid)) return Refusal.NotFound;
        if (c.Question is { } asked && tender.Questions.FirstOrDefault(one => one.Id == asked)?.IsScoredBy(state.GroupOf(context.Actor) ?? "") is not true) return Refusal.NotFound;
        if (Written.Words(c.Words, "words", "what you need help with", 1_000, out var words) is { } bad) return bad;
        if (state.Preparation.Helps.Count(help => help.By == context.Actor && help.AnsweredAt is null) >= MostHelpOpen) return HelpMany;
        var id = new HelpId(context.NewId());
        return Decision.Make(id.Value, new HelpAsked(id, c.Bid, c.Question, words));
    }

    private static Decision Answer(Panel state, AnswerHelp c)
    {
        if (state.Preparation.Helps.Find(help => help.Id == c.Help) is not { } help) return Refusal.NotFound;
        var toAll = c.ToAll || help.IsToAll;
        var shown = "";
        if (toAll && Written.Words(c.Shown, "shown", "the question so that nobody can tell who asked", 1_000, out shown) is { } badShown) return badShown;
        if (Written.Words(c.Answer, "answer", "your answer", 4_000, out var answer) is { } badAnswer) return badAnswer;
        return help.IsToAll == toAll && help.Shown == shown && help.Answer == answer
            ? Decision.Accept()
            : Decision.Accept(new HelpAnswered(c.Help, toAll, shown, answer));
    }
}

using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using static CoDesign.Domain.Tenders.TenderRefusals;

namespace CoDesign.Domain.Tenders;

/// <summary>What somebody who may bid asks about a tender.</summary>
public readonly record struct EnquiryId(Guid Value) : IId<EnquiryId>
{
    /// <inheritdoc />
    public static EnquiryId From(Guid value) => new(value);

    /// <inheritdoc />
    public override string ToString() => this.Text();
}

/// <summary>A question about a tender. Asked in private, answered to all; who asked is told to nobody.</summary>
/// <param name="Id">The enquiry.</param>
/// <param name="By">Who asked.</param>
/// <param name="Question">Their words.</param>
/// <param name="AskedAt">When, UTC.</param>
public sealed record Enquiry(EnquiryId Id, ParticipantId By, string Question, DateTimeOffset AskedAt)
{
    /// <summary>The question as everybody reads it, in words that don't tell who asked; empty before the answer.</summary>
    public string Shown { get; init; } = "";

    /// <summary>The answer; empty before.</summary>
    public string Answer { get; init; } = "";

    /// <summary>When it was answered last, UTC.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Whether whoever asked took it back.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>Why the deadline may pass without an answer; empty where nobody said.</summary>
    public string WhyOpen { get; init; } = "";

    /// <summary>Whether it waits for an answer.</summary>
    public bool IsOpen => AnsweredAt is null && !IsWithdrawn;
}

/// <summary>Something asked about what bidders ask.</summary>
public interface IEnquiryCommand : ITenderCommand;

/// <summary>Something that happened to what bidders ask.</summary>
public interface IEnquiryEvent : IEvent;

/// <summary>Asks something about a published tender, until its deadline. Anybody but those who run or oversee the project may.</summary>
/// <param name="Question">1 to 2,000 characters.</param>
public sealed record AskAboutTender(string? Question) : IEnquiryCommand;

/// <summary>Takes one's own question back. Refused once it is answered.</summary>
public sealed record WithdrawEnquiry(EnquiryId Enquiry) : IEnquiryCommand;

/// <summary>Answers a question to everybody, or answers it better. Commissioners, until the deadline.</summary>
/// <param name="Enquiry">The question.</param>
/// <param name="Shown">The question as everybody reads it, 1 to 2,000 characters.</param>
/// <param name="Answer">1 to 5,000 characters.</param>
public sealed record AnswerEnquiry(EnquiryId Enquiry, string? Shown, string? Answer) : IEnquiryCommand;

/// <summary>Says why questions that are open now stay without an answer. Commissioners, from three working days before the deadline.</summary>
/// <param name="Reason">In plain words that everybody reads, 1 to 2,000 characters.</param>
public sealed record ExplainOpenEnquiries(string? Reason) : IEnquiryCommand;

/// <summary>Somebody asked.</summary>
[EventName("enquiry.asked.v1")]
public sealed record EnquiryAsked(EnquiryId Enquiry, [property: Erasable] string Question) : IEnquiryEvent;

/// <summary>Whoever asked took it back.</summary>
[EventName("enquiry.withdrawn.v1")]
public sealed record EnquiryWithdrawn(EnquiryId Enquiry) : IEnquiryEvent;

/// <summary>It was answered to everybody. Its words are a public record and stay.</summary>
[EventName("enquiry.answered.v1")]
public sealed record EnquiryAnswered(EnquiryId Enquiry, string Shown, string Answer) : IEnquiryEvent;

/// <summary>It was said why some stay without an answer. Its words are a public record and stay.</summary>
[EventName("enquiries.explained.v1")]
public sealed record EnquiriesExplained(ImmutableArray<EnquiryId> Enquiries, string Reason) : IEnquiryEvent;

/// <content>What bidders ask.</content>
public sealed partial record Tender
{
    /// <summary>How many working days before the deadline an open question calls for an answer or an extension.</summary>
    public const int EnquiryDays = 3;

    /// <summary>What was asked, oldest first.</summary>
    public ImmutableList<Enquiry> Enquiries { get; init; } = [];

    /// <summary>Whether a question was neither answered nor explained. Bids aren't opened before.</summary>
    public bool HasUnexplained => Enquiries.Exists(enquiry => enquiry.IsOpen && enquiry.WhyOpen.Length == 0);

    /// <summary>From when an open question calls for an answer or an extension: the beginning, in the United Kingdom, of the third working day before that of the deadline.</summary>
    public static DateTimeOffset? EnquiriesUrgentFrom(DateTimeOffset? deadline)
    {
        if (deadline is not { } last) return null;
        return UkDay.At(WorkingDays.Before(UkDay.Of(last), EnquiryDays), TimeOnly.MinValue);
    }

    private Tender AfterEnquiry(IEnquiryEvent asked, Recorded happened) => asked switch
    {
        EnquiryAsked e => this with { Enquiries = Enquiries.Add(new Enquiry(e.Enquiry, happened.Actor, e.Question, happened.At)) },
        EnquiryWithdrawn e => With(e.Enquiry, enquiry => enquiry with { IsWithdrawn = true }),
        EnquiryAnswered e => With(e.Enquiry, enquiry => enquiry with { Shown = e.Shown, Answer = e.Answer, AnsweredAt = happened.At }),
        EnquiriesExplained e => this with { Enquiries = Enquiries.ConvertAll(enquiry => e.Enquiries.Contains(enquiry.Id) ? enquiry with { WhyOpen = e.Reason } : enquiry) },
        _ => throw new InvalidOperationException($"A tender knows no event {asked.GetType().Name}."),
    };

    private Tender With(EnquiryId id, Func<Enquiry, Enquiry> change) =>
        this with { Enquiries = Enquiries.ConvertAll(enquiry => enquiry.Id == id ? change(enquiry) : enquiry) };
}

/// <content>What bidders ask.</content>
public sealed partial class TenderDecider
{
    /// <summary>How many questions of one person may wait at a time.</summary>
    private const int MostOpen = 20;

    private static Decision DecideEnquiry(Tender state, IEnquiryCommand command, Project? project, Context context)
    {
        if (state.Publication is null || context.Actor == ParticipantId.Public) return Refusal.NotFound;
        var isCommissioner = project is not null && project.Holds(context.Actor, Role.Commissioner);
        if (command is AnswerEnquiry or ExplainOpenEnquiries && !isCommissioner) return NotCommissioner;
        if (state.Withdrawal is not null) return Withdrawn;
        return command switch
        {
            AskAboutTender c => Ask(state, c, project, context),
            WithdrawEnquiry c => Withdraw(state, c, context),
            AnswerEnquiry c => Answer(state, c, context),
            ExplainOpenEnquiries c => Explain(state, c, context),
            _ => throw new InvalidOperationException($"A tender knows no command {command.GetType().Name}."),
        };
    }

    private static Decision Ask(Tender state, AskAboutTender c, Project? project, Context context)
    {
        if (project is not null && (project.IsOfficer(context.Actor) || project.Holds(context.Actor, Role.Member))) return EnquiryByOfficer;
        if (!state.InTime(context.Now)) return EnquiryLate;
        if (state.Enquiries.Count(enquiry => enquiry.By == context.Actor && enquiry.IsOpen) >= MostOpen) return EnquiriesMany;
        if (Written.Words(c.Question, "question", "your question", 2_000, out var question) is { } bad) return bad;
        var id = new EnquiryId(context.NewId());
        return Decision.Make(id.Value, new EnquiryAsked(id, question));
    }

    private static Decision Withdraw(Tender state, WithdrawEnquiry c, Context context)
    {
        if (state.Enquiries.Find(enquiry => enquiry.Id == c.Enquiry && enquiry.By == context.Actor) is not { } mine) return Refusal.NotFound;
        if (mine.AnsweredAt is not null) return EnquiryAnsweredAlready;
        return mine.IsWithdrawn ? Decision.Accept() : Decision.Accept(new EnquiryWithdrawn(mine.Id));
    }

    private static Decision Answer(Tender state, AnswerEnquiry c, Context context)
    {
        if (state.Enquiries.Find(enquiry => enquiry.Id == c.Enquiry && !enquiry.IsWithdrawn) is not { } asked) return Refusal.NotFound;
        if (!state.InTime(context.Now)) return DeadlinePassed;
        if (Written.Words(c.Shown, "shown", "the question as everybody reads it", 2_000, out var shown) is { } badShown) return badShown;
        if (Written.Words(c.Answer, "answer", "the answer", 5_000, out var answer) is { } badAnswer) return badAnswer;
        return asked.Shown == shown && asked.Answer == answer ? Decision.Accept() : Decision.Accept(new EnquiryAnswered(asked.Id, shown, answer));
    }

    private static Decision Explain(Tender state, ExplainOpenEnquiries c, Context context)
    {
        if (context.Now < Tender.EnquiriesUrgentFrom(state.Deadline)) return EnquiriesEarly;
        if (Written.Words(c.Reason, "reason", "why, in plain words", 2_000, out var reason) is { } bad) return bad;
        ImmutableArray<EnquiryId> open = [.. state.Enquiries.Where(enquiry => enquiry.IsOpen && enquiry.WhyOpen != reason).Select(enquiry => enquiry.Id)];
        return open.IsEmpty ? Decision.Accept() : Decision.Accept(new EnquiriesExplained(open, reason));
    }
}

/// <summary>A question about a tender as one reader sees it. Never who asked.</summary>
/// <param name="Id">The enquiry.</param>
/// <param name="Question">For whoever asked and those who answer their own words, for others what was published.</param>
/// <param name="Answer">The answer; empty before.</param>
/// <param name="AnsweredAt">When it was answered; null before.</param>
/// <param name="IsMine">Whether the reader asked it.</param>
/// <param name="WhyOpen">Why it stays without an answer; empty where nobody said.</param>
public sealed record SeenEnquiry(EnquiryId Id, string Question, string Answer, DateTimeOffset? AnsweredAt, bool IsMine, string WhyOpen)
{
    /// <summary>
    /// What a reader may see: everything that is answered, one's own questions, and for those who answer all that wait. They come in
    /// an order that doesn't tell when they were asked to who didn't ask.
    /// </summary>
    public static ImmutableList<SeenEnquiry> For(Tender tender, ParticipantId viewer, bool answers) =>
    [
        .. tender.Enquiries.Where(enquiry => enquiry.AnsweredAt is not null).OrderBy(enquiry => enquiry.AnsweredAt).Select(enquiry =>
            new SeenEnquiry(enquiry.Id, enquiry.Shown, enquiry.Answer, enquiry.AnsweredAt, enquiry.By == viewer, "")),
        .. tender.Enquiries.Where(enquiry => enquiry.IsOpen && (answers || enquiry.By == viewer)).Select(enquiry =>
            new SeenEnquiry(enquiry.Id, enquiry.Question, "", null, enquiry.By == viewer, enquiry.WhyOpen)),
    ];
}

using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using static CoDesign.Domain.Tenders.EarlyRefusals;

namespace CoDesign.Domain.Tenders;

/// <summary>What is thought of before a tender is published, so that those who may bid can prepare (Procurement Act 2023 s.15).</summary>
/// <param name="Summary">What is thought of.</param>
/// <param name="Least">The least that the contract may be worth, pounds, VAT included.</param>
/// <param name="Most">The most.</param>
/// <param name="Kind">What is bought.</param>
/// <param name="Listing">Who buys, and where.</param>
/// <param name="Expected">When the tender is expected to be published; null where nobody knows yet.</param>
/// <param name="HowToTakePart">How those who may bid can take part until then; empty where not said.</param>
public sealed record EarlyNotice(string Summary, decimal Least, decimal Most, ContractKind Kind, Listing Listing, DateOnly? Expected, string HowToTakePart);

/// <summary>An early notice, as it is public.</summary>
/// <param name="Notice">What it says.</param>
/// <param name="Reference">What people call the tender by, then and later.</param>
/// <param name="At">When it was published first, UTC.</param>
/// <param name="ChangedAt">When it was changed last, UTC.</param>
/// <param name="WhyWithdrawn">Why it was taken back; empty where it wasn't.</param>
public sealed record PublishedNotice(EarlyNotice Notice, string Reference, DateTimeOffset At, DateTimeOffset ChangedAt, string WhyWithdrawn = "");

/// <summary>Something asked about what is public before the tender is.</summary>
public interface IEarlyCommand : ITenderCommand;

/// <summary>Something public that happened before the tender was published. Its words are a public record and stay.</summary>
public interface IEarlyEvent : IEvent;

/// <summary>Publishes an early notice, or changes it. Refused once the tender is published.</summary>
/// <param name="Summary">1 to 2,000 characters.</param>
/// <param name="Kind">What is bought.</param>
/// <param name="Least">Pounds, VAT included; from 0.01 to 10,000,000,000.</param>
/// <param name="Most">The same, not less than <paramref name="Least"/>.</param>
/// <param name="Area">Where the work is done; at most 120 characters.</param>
/// <param name="Expected">When the tender is expected, within five years.</param>
/// <param name="HowToTakePart">At most 2,000 characters.</param>
/// <param name="SuitsSmall">Whether it is thought to suit small organisations.</param>
/// <param name="TakesSubcontracts">Whether parts of it may be done by others.</param>
public sealed record PublishEarlyNotice(
    string? Summary, ContractKind Kind, decimal Least, decimal Most, string? Area, DateOnly? Expected, string? HowToTakePart,
    bool SuitsSmall = false, bool TakesSubcontracts = false) : IEarlyCommand;

/// <summary>Takes an early notice back; it can be published again.</summary>
/// <param name="Reason">Why, in plain words that everybody reads, 1 to 2,000 characters.</param>
public sealed record WithdrawEarlyNotice(string? Reason) : IEarlyCommand;

/// <summary>What is thought of became public, or was changed.</summary>
[EventName("early-notice.published.v1")]
public sealed record EarlyNoticePublished(string Reference, string Title, EarlyNotice Notice) : IEarlyEvent;

/// <summary>It was taken back.</summary>
[EventName("early-notice.withdrawn.v1")]
public sealed record EarlyNoticeWithdrawn(string Reason) : IEarlyEvent;

/// <content>What is public before the tender is.</content>
public sealed partial record Tender
{
    /// <summary>The early notice; null where none was published.</summary>
    public PublishedNotice? Early { get; init; }

    /// <summary>What people call it by; null before anything is public.</summary>
    public string? Reference => Publication?.Reference ?? Early?.Reference;

    private Tender AfterEarly(IEarlyEvent early, Recorded happened) => early switch
    {
        EarlyNoticePublished e => this with { Early = new PublishedNotice(e.Notice, e.Reference, Early?.At ?? happened.At, happened.At) },
        EarlyNoticeWithdrawn e => this with { Early = Early! with { WhyWithdrawn = e.Reason, ChangedAt = happened.At } },
        EngagementInvited e => this with { Engagements = Engagements.Add(e.Engagement) },
        EngagementClosed e => this with { Engagements = Engagements.ConvertAll(one => one.Id == e.Engagement ? one with { IsClosed = true } : one) },
        _ => throw new InvalidOperationException($"A tender knows no event {early.GetType().Name}."),
    };
}

/// <content>What is public before the tender is.</content>
public sealed partial class TenderDecider
{
    private static Decision DecideEarly(Tender state, IEarlyCommand command, Project project, Context context)
    {
        if (state.Publication is not null) return TooLateForEarly;
        return command switch
        {
            PublishEarlyNotice c => Publish(state, c, context),
            WithdrawEarlyNotice c => Withdraw(state, c),
            InviteToEngagement c => Invite(state, c, project, context),
            CloseEngagement c => Close(state, c),
            _ => throw new InvalidOperationException($"A tender knows no command {command.GetType().Name}."),
        };
    }

    private static Decision Publish(Tender state, PublishEarlyNotice c, Context context)
    {
        if (Written.Words(c.Summary, "summary", "what is thought of", 2_000, out var summary) is { } badSummary) return badSummary;
        if (Written.Choice(c.Kind, "kind", "what is bought") is { } badKind) return badKind;
        if (!IsValue(c.Least)) return LeastRange;
        if (!IsValue(c.Most) || c.Most < c.Least) return MostRange;
        if (Written.OptionalWords(c.Area, "area", "the area", 120, out var area) is { } badArea) return badArea;
        if (c.Expected is { } day && (day < UkDay.Of(context.Now) || day > UkDay.Of(context.Now).AddYears(5))) return ExpectedRange;
        if (Written.OptionalWords(c.HowToTakePart, "howToTakePart", "how to take part", 2_000, out var how) is { } badHow) return badHow;
        var listing = state.Listing with { Area = area, SuitsSmall = c.SuitsSmall, TakesSubcontracts = c.TakesSubcontracts };
        var notice = new EarlyNotice(summary, c.Least, c.Most, c.Kind, listing, c.Expected, how);
        return state.Early is { WhyWithdrawn: "" } early && early.Notice == notice
            ? Decision.Accept()
            : Decision.Accept(new EarlyNoticePublished(state.Early?.Reference ?? ReferenceOf("CD", state.Id.Value, context.Now), state.Title, notice));
    }

    private static Decision Withdraw(Tender state, WithdrawEarlyNotice c)
    {
        if (state.Early is not { WhyWithdrawn: "" }) return NoEarlyNotice;
        return Written.Words(c.Reason, "reason", "why, in plain words", 2_000, out var reason) is { } bad ? bad : Decision.Accept(new EarlyNoticeWithdrawn(reason));
    }

    private static bool IsValue(decimal pounds) => pounds is >= 0.01m and <= 10_000_000_000m && decimal.Round(pounds, 2) == pounds;
}

/// <summary>Why something about early notices and market engagement was refused.</summary>
internal static class EarlyRefusals
{
    public static Refusal TooLateForEarly { get; } = new("early-notice.published", "The tender is published, so what comes before it is over.");
    public static Refusal NoEarlyNotice { get; } = new("early-notice.none", "Publish the early notice first.");
    public static Refusal LeastRange { get; } = new("least.range", "Give the least that it may be worth in pounds: more than 0 and at most 10,000,000,000.", "least");
    public static Refusal MostRange { get; } = new("most.range", "Give the most that it may be worth in pounds: not less than the least, and at most 10,000,000,000.", "most");
    public static Refusal ExpectedRange { get; } = new("expected.range", "Choose a day from today on, within the next five years.", "expected");
    public static Refusal ActivityUnknown { get; } = new("activity.unknown", "Choose one of the project’s activities that has not ended.", "activity");
    public static Refusal UntilRange { get; } = new("until.range", "Choose until when people can join: a moment that lies ahead, within the next two years.", "until");
    public static Refusal TooManyEngagements { get; } = new("engagement.too-many", "A tender has at most 20 invitations.");
}

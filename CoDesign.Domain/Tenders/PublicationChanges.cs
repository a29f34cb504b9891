using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Text;
using static CoDesign.Domain.Tenders.TenderRefusals;

namespace CoDesign.Domain.Tenders;

/// <summary>Why a tender was taken back.</summary>
/// <param name="Reason">In plain words.</param>
/// <param name="By">Who took it back.</param>
/// <param name="At">When, UTC.</param>
public sealed record Withdrawal(string Reason, ParticipantId By, DateTimeOffset At);

/// <summary>Something asked of a tender that is published.</summary>
public interface IPublishedCommand : ITenderCommand;

/// <summary>Something that happened to a tender that is published. Its words are a public record and stay.</summary>
public interface IPublishedEvent : IEvent;

/// <summary>Publishes what was changed since, as the next version. Refused after the deadline, and where nothing has changed.</summary>
/// <param name="Reason">Why, in plain words that everybody reads, 1 to 2,000 characters.</param>
/// <param name="Deadline">The new deadline, not before the one in force; the one that was prepared, or in force, where left out.</param>
/// <param name="NoMoreTime">Whether bidders need no more time although the deadline is near.</param>
public sealed record AmendTender(string? Reason, DateTimeOffset? Deadline = null, bool NoMoreTime = false) : IPublishedCommand;

/// <summary>Drops what was prepared and not published yet.</summary>
public sealed record DropChanges : IPublishedCommand;

/// <summary>Takes the tender back. Refused once the contract is awarded.</summary>
/// <param name="Reason">Why, in plain words that everybody reads, 1 to 2,000 characters.</param>
public sealed record WithdrawTender(string? Reason) : IPublishedCommand;

/// <summary>A new version was frozen and is public.</summary>
[EventName("tender.amended.v1")]
public sealed record TenderAmended(int Number, string Reason, DateTimeOffset Deadline, string Hash, string Markdown, Notice? Notice = null) : IPublishedEvent;

/// <summary>What was prepared was dropped.</summary>
[EventName("tender-changes.dropped.v1")]
public sealed record ChangesDropped : IPublishedEvent;

/// <summary>The tender was taken back.</summary>
[EventName("tender.withdrawn.v1")]
public sealed record TenderWithdrawn(string Reason) : IPublishedEvent;

/// <content>What follows publication.</content>
public sealed partial record Tender
{
    /// <summary>Every published version, oldest first.</summary>
    public ImmutableList<Publication> Versions { get; init; } = [];

    /// <summary>Why it was taken back; null where it wasn't.</summary>
    public Withdrawal? Withdrawal { get; init; }

    /// <summary>The tender as it is being changed for the next version; null where nothing is prepared. Nobody is bound by it.</summary>
    public Tender? Draft { get; init; }

    /// <summary>The tender as its commissioners write it: the next version where one is prepared.</summary>
    public Tender Drafted() => Draft ?? this;

    /// <summary>Whether a bid that arrives then is taken.</summary>
    public bool TakesBids(DateTimeOffset now) => Publication is not null && Withdrawal is null && InTime(now);

    private Tender AfterDraft(Recorded happened) =>
        this with { Draft = (Draft ?? this with { Publication = null, Versions = [] }).AfterWriting(happened) };

    private Tender AfterPublished(IPublishedEvent published, Recorded happened)
    {
        switch (published)
        {
            case TenderAmended e:
                var version = new Publication(Publication!.Reference, e.Hash, e.Markdown, happened.Actor, happened.At) { Number = e.Number, Reason = e.Reason, Deadline = e.Deadline };
                return Drafted() with { Draft = null, Enquiries = Enquiries, Seekers = Seekers, Deadline = e.Deadline, Publication = version, Versions = Versions.Add(version) };
            case ChangesDropped:
                return this with { Draft = null };
            case TenderWithdrawn e:
                return this with { Draft = null, Withdrawal = new Withdrawal(e.Reason, happened.Actor, happened.At) };
            default:
                throw new InvalidOperationException($"A tender knows no event {published.GetType().Name}.");
        }
    }
}

/// <content>What follows publication.</content>
public sealed partial class TenderDecider
{
    /// <summary>A change with less time than this left asks whether bidders need more.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromDays(7);

    /// <summary>Why a tender can't be changed any more; null where it can, or isn't published yet.</summary>
    private static Refusal? WhyClosed(Tender state, DateTimeOffset now) =>
        state.Publication is null ? null : state.Withdrawal is not null ? Withdrawn : state.InTime(now) ? null : DeadlinePassed;

    private static Decision DecidePublished(Tender state, IPublishedCommand command, Project project, Context context)
    {
        if (state.Publication is not { } published) return NotPublished;
        if (state.Withdrawal is not null) return Withdrawn;
        switch (command)
        {
            case WithdrawTender c:
                if (context.Facts.Find<Panel>(state.Id.Panel.Stream)?.IsAwarded is true) return Awarded;
                return Written.Words(c.Reason, "reason", "why, in plain words", 2_000, out var why) is { } bad ? bad : Decision.Accept(new TenderWithdrawn(why));
            case DropChanges:
                return state.Draft is null ? Decision.Accept() : Decision.Accept(new ChangesDropped());
            case AmendTender c:
                return Amend(state, published, c, project, context);
            default:
                throw new InvalidOperationException($"A tender knows no command {command.GetType().Name}.");
        }
    }

    private static Decision Amend(Tender state, Publication published, AmendTender c, Project project, Context context)
    {
        if (WhyClosed(state, context.Now) is { } closed) return closed;
        if (Written.Words(c.Reason, "reason", "why, in plain words", 2_000, out var reason) is { } bad) return bad;
        var (inForce, deadline) = (state.Deadline!.Value, (c.Deadline ?? state.Drafted().Deadline ?? state.Deadline!.Value).ToUniversalTime());
        if (deadline < inForce) return DeadlineEarlier;
        if (deadline > context.Now.AddYears(5)) return DeadlineFar;
        var source = SourceOf(state.Drafted() with { Deadline = deadline }, project, context.Facts.Find<TextDocument>);
        if (PublicationChecks.WhyNot(ChecksOf(source, context.Actor, context.Now)) is { } missing) return missing;
        var (hash, markdown) = Freeze(source);
        if (markdown == published.Markdown && deadline == inForce && state.Draft is null) return NothingChanged;
        if (deadline - context.Now < Late && !c.NoMoreTime) return TooLate;
        return Decision.Accept(new TenderAmended(published.Number + 1, reason, deadline, hash, markdown, source.Tender.ToNotice()));
    }

    private static (string Hash, string Markdown) Freeze(PackSource source)
    {
        var markdown = TenderDocument.Whole(TenderDocument.Compose(source));
        return (Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(markdown))), markdown);
    }
}

using System.Collections.Immutable;
using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Subcontracts;

/// <summary>Work that a main contractor offers to others.</summary>
public readonly record struct SubcontractId(Guid Value) : IId<SubcontractId>
{
    /// <summary>The stream of the offer.</summary>
    public StreamId Stream => new("subcontract", Value);

    /// <inheritdoc />
    public static SubcontractId From(Guid value) => new(value);

    /// <inheritdoc />
    public override string ToString() => this.Text();
}

/// <summary>A message to who offers the work.</summary>
public readonly record struct ContactId(Guid Value) : IId<ContactId>
{
    /// <inheritdoc />
    public static ContactId From(Guid value) => new(value);

    /// <inheritdoc />
    public override string ToString() => this.Text();
}

/// <summary>What is offered, as everybody reads it.</summary>
/// <param name="Organisation">Who offers it.</param>
/// <param name="Title">What it is called.</param>
/// <param name="What">What is to be done.</param>
/// <param name="Least">The least that it may be worth in pounds; 0 where not said.</param>
/// <param name="Most">The most; 0 where not said.</param>
/// <param name="Area">Where; empty where not said.</param>
/// <param name="Closes">The last moment for answers, UTC.</param>
public sealed record WorkOffered(string Organisation, string Title, string What, decimal Least, decimal Most, string Area, DateTimeOffset Closes);

/// <summary>A message to who offers the work, and the answer. Read by the two alone.</summary>
/// <param name="Id">The message.</param>
/// <param name="By">Who wrote it.</param>
/// <param name="Organisation">For whom.</param>
/// <param name="Message">What they say.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Answer">What was answered; empty before.</param>
public sealed record Contact(ContactId Id, ParticipantId By, string Organisation, string Message, DateTimeOffset At, string Answer = "");

/// <summary>Something asked of an offer.</summary>
public interface ISubcontractCommand : ICommand;

/// <summary>Offers work to others. Whoever has signed in may.</summary>
/// <param name="Organisation">1 to 120 characters.</param>
/// <param name="Title">1 to 120 characters.</param>
/// <param name="What">1 to 2,000 characters.</param>
/// <param name="Least">Pounds; may be left out.</param>
/// <param name="Most">Pounds, not less than <paramref name="Least"/>; may be left out.</param>
/// <param name="Area">At most 120 characters.</param>
/// <param name="Closes">Ahead, within a year.</param>
public sealed record PostSubcontract(string? Organisation, string? Title, string? What, decimal? Least, decimal? Most, string? Area, DateTimeOffset? Closes) : ISubcontractCommand, ICreation;

/// <summary>Says it otherwise. Who posted it may, until it closes.</summary>
/// <param name="Organisation">As when it is posted; so are the others.</param>
/// <param name="Title">What it is called.</param>
/// <param name="What">What is to be done.</param>
/// <param name="Least">The least.</param>
/// <param name="Most">The most.</param>
/// <param name="Area">Where.</param>
/// <param name="Closes">The last moment for answers.</param>
public sealed record ChangeSubcontract(string? Organisation, string? Title, string? What, decimal? Least, decimal? Most, string? Area, DateTimeOffset? Closes) : ISubcontractCommand;

/// <summary>Closes it before its time.</summary>
public sealed record CloseSubcontract : ISubcontractCommand;

/// <summary>Takes it off the site. Administrators may, and who posted it reads why.</summary>
/// <param name="Reason">1 to 1,000 characters.</param>
public sealed record TakeDownSubcontract(string? Reason) : ISubcontractCommand, IAdministratorCommand;

/// <summary>Writes to who offers it, until it closes.</summary>
/// <param name="Organisation">For whom, 1 to 120 characters.</param>
/// <param name="Message">1 to 2,000 characters.</param>
public sealed record ContactPoster(string? Organisation, string? Message) : ISubcontractCommand;

/// <summary>Answers a message, or answers it better. Who posted the offer may.</summary>
/// <param name="Contact">The message.</param>
/// <param name="Answer">1 to 2,000 characters.</param>
public sealed record AnswerContact(ContactId Contact, string? Answer) : ISubcontractCommand;

/// <summary>Work was offered. Its words are a public record and stay.</summary>
[EventName("subcontract.posted.v1")]
public sealed record SubcontractPosted(SubcontractId Id, string Reference, WorkOffered Work) : IEvent;

/// <summary>It reads otherwise.</summary>
[EventName("subcontract.changed.v1")]
public sealed record SubcontractChanged(WorkOffered Work) : IEvent;

/// <summary>It was closed before its time.</summary>
[EventName("subcontract.closed.v1")]
public sealed record SubcontractClosed : IEvent;

/// <summary>It was taken off the site.</summary>
[EventName("subcontract.taken-down.v1")]
public sealed record SubcontractTakenDown(string Reason) : IEvent;

/// <summary>Somebody wrote to who offers it.</summary>
[EventName("subcontract.contacted.v1")]
public sealed record PosterContacted(ContactId Contact, [property: Erasable] string Organisation, [property: Erasable] string Message) : IEvent;

/// <summary>They were answered.</summary>
[EventName("subcontract.answered.v1")]
public sealed record ContactAnswered(ContactId Contact, [property: Erasable] string Answer) : IEvent;

/// <summary>What is true of an offer.</summary>
public sealed record Subcontract
{
    /// <summary>The offer.</summary>
    public SubcontractId Id { get; init; }

    /// <summary>Who posted it.</summary>
    public ParticipantId By { get; init; }

    /// <summary>What people call it by.</summary>
    public string Reference { get; init; } = "";

    /// <summary>What is offered; null before anything is.</summary>
    public WorkOffered? Work { get; init; }

    /// <summary>When it was closed before its time; null where it wasn't.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Why it was taken off the site; empty where it wasn't.</summary>
    public string WhyTakenDown { get; init; } = "";

    /// <summary>The messages, oldest first.</summary>
    public ImmutableList<Contact> Contacts { get; init; } = [];

    /// <summary>Whether somebody can answer it then.</summary>
    public bool IsOpen(DateTimeOffset now) => Work is { } work && WhyTakenDown.Length == 0 && ClosedAt is null && now <= work.Closes;

    /// <summary>What is true after something happened.</summary>
    public Subcontract After(Recorded happened) => happened.Event switch
    {
        SubcontractPosted e => this with { Id = e.Id, By = happened.Actor, Reference = e.Reference, Work = e.Work },
        SubcontractChanged e => this with { Work = e.Work },
        SubcontractClosed => this with { ClosedAt = happened.At },
        SubcontractTakenDown e => this with { WhyTakenDown = e.Reason },
        PosterContacted e => this with { Contacts = Contacts.Add(new Contact(e.Contact, happened.Actor, e.Organisation, e.Message, happened.At)) },
        ContactAnswered e => this with { Contacts = Contacts.ConvertAll(one => one.Id == e.Contact ? one with { Answer = e.Answer } : one) },
        _ => throw new InvalidOperationException($"An offer knows no event {happened.Event.GetType().Name}."),
    };
}

/// <summary>An offer as one reader sees it: everybody what is offered, its poster every message, whoever wrote one their own.</summary>
/// <param name="Id">The offer.</param>
/// <param name="Reference">What people call it by.</param>
/// <param name="Work">What is offered.</param>
/// <param name="IsOpen">Whether it can be answered.</param>
/// <param name="ClosedAt">When it was closed before its time; null where it wasn't.</param>
/// <param name="WhyTakenDown">Why it was taken off the site, for who posted it.</param>
/// <param name="IsMine">Whether the reader posted it.</param>
/// <param name="Contacts">The messages that the reader may see, oldest first.</param>
public sealed record SubcontractView(
    SubcontractId Id, string Reference, WorkOffered Work, bool IsOpen, DateTimeOffset? ClosedAt, string WhyTakenDown, bool IsMine, ImmutableList<Contact> Contacts)
{
    /// <summary>The view of one reader; null where there is none, or where it was taken off the site and the reader didn't post it.</summary>
    public static SubcontractView? For(Subcontract? offer, ParticipantId viewer, DateTimeOffset now)
    {
        if (offer?.Work is not { } work) return null;
        var mine = viewer != ParticipantId.Public && offer.By == viewer;
        if (offer.WhyTakenDown.Length > 0 && !mine) return null;
        return new SubcontractView(offer.Id, offer.Reference, work, offer.IsOpen(now), offer.ClosedAt, offer.WhyTakenDown, mine,
            viewer == ParticipantId.Public ? [] : [.. offer.Contacts.Where(one => mine || one.By == viewer).Select(one => mine ? one with { By = ParticipantId.Public } : one)]);
    }
}

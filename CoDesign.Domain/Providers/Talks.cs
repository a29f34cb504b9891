using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Providers;

/// <summary>What one organisation wrote to another about a tender.</summary>
/// <param name="Tender">The tender.</param>
/// <param name="With">The other organisation.</param>
/// <param name="WithName">What it was called then.</param>
/// <param name="IsOurs">Whether we wrote it.</param>
/// <param name="Words">The words.</param>
/// <param name="At">When, UTC.</param>
public sealed record TalkLine(TenderId Tender, ProviderId With, string WithName, bool IsOurs, string Words, DateTimeOffset At);

/// <summary>
/// Writes to an organisation that looks for partners for a tender, or that wrote about it. Nobody learns an address, and only the
/// members of both read it. At most 20 unanswered in a row.
/// </summary>
/// <param name="Tender">The tender.</param>
/// <param name="To">The organisation.</param>
/// <param name="Words">1 to 2,000 characters.</param>
public sealed record WriteToProvider(TenderId Tender, ProviderId To, string? Words) : IProviderCommand;

/// <summary>Brings what another organisation wrote.</summary>
public sealed record TakeWords(TenderId Tender, ProviderId From, string FromName, ParticipantId By, string Words) : IProviderCommand, ISystemCommand;

/// <summary>The organisation wrote to another.</summary>
[EventName("provider-words.sent.v1")]
public sealed record WordsSent(TenderId Tender, ProviderId From, string FromName, ProviderId To, string ToName, [property: Erasable] string Words) : IEvent;

/// <summary>Another organisation wrote to it.</summary>
[EventName("provider-words.taken.v1")]
public sealed record WordsTaken(TenderId Tender, ProviderId From, string FromName, ParticipantId By, [property: Erasable] string Words) : IQuote
{
    /// <inheritdoc />
    public ParticipantId? WordsOf => By;
}

/// <content>What it and others wrote to each other.</content>
public sealed partial record Provider
{
    /// <summary>What it and others wrote to each other, oldest first.</summary>
    public ImmutableList<TalkLine> Talks { get; init; } = [];

    private Provider Said(TalkLine line) => this with { Talks = Talks.Add(line) };
}

/// <content>What organisations write to each other.</content>
public sealed partial class ProviderDecider
{
    private static readonly Refusal NoTalk = new("talk.not-open", "This organisation doesn’t look for partners for this tender any more, and hasn’t written to you about it.");
    private static readonly Refusal TalkWaits = new("talk.waits", "You have written a lot without an answer. Wait until they write back.");

    /// <inheritdoc />
    public static IEnumerable<StreamId> Needs(Provider state, IProviderCommand command, Facts known) =>
        command is WriteToProvider c ? [c.Tender.Stream, c.To.Stream] : [];

    private static Decision Write(Provider state, WriteToProvider c, Context context)
    {
        var other = context.Facts.Find<Provider>(c.To.Stream);
        var tender = context.Facts.Find<Tender>(c.Tender.Stream);
        var talk = state.Talks.FindAll(line => line.Tender == c.Tender && line.With == c.To);
        var seeks = tender is { Withdrawal: null } && tender.InTime(context.Now) && tender.Seekers.Exists(one => one.Provider == c.To);
        if (other is null || c.To == state.Id || !seeks && !talk.Exists(line => !line.IsOurs)) return NoTalk;
        if (talk.AsEnumerable().Reverse().TakeWhile(line => line.IsOurs).Count() >= Most) return TalkWaits;
        return Written.Words(c.Words, "words", "what you want to say", 2_000, out var words) is { } bad
            ? bad
            : Decision.Accept(new WordsSent(c.Tender, state.Id, state.Name, c.To, other.Name, words));
    }

    private static Decision Take(Provider state, TakeWords c, Context context) =>
        context.IsSystem && state.Name.Length > 0 ? Decision.Accept(new WordsTaken(c.Tender, c.From, c.FromName, c.By, c.Words)) : Refusal.NotFound;
}

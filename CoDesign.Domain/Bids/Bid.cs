using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Providers;
using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Bids;

/// <summary>A bid.</summary>
public readonly record struct BidId(Guid Value) : IId<BidId>
{
    /// <summary>The stream of the bid.</summary>
    public StreamId Stream => new("bid", Value);

    /// <summary>The text in which the bid answers a question.</summary>
    public StreamId Answer(CriterionId question) => new("text", Derived.Guid(Value, $"answer-{question}"));

    /// <inheritdoc />
    public static BidId From(Guid value) => new(value);

    /// <inheritdoc />
    public override string ToString() => this.Text();
}

/// <summary>Where a bid is. After the deadline a submitted one is sealed until it is opened.</summary>
public enum BidStatus
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Handed in.</summary>
    Submitted,

    /// <summary>Taken back.</summary>
    Withdrawn,
}

/// <summary>The answer to one question, as it was handed in.</summary>
public sealed record SubmittedAnswer(CriterionId Question, string Text);

/// <summary>What was handed in, and the proof of it.</summary>
/// <param name="Answers">In the order of the questions.</param>
/// <param name="Price">All lots together, in pounds.</param>
/// <param name="Hash">SHA-256 over organisation, answers, prices, files, profile and shares, 64 hexadecimal digits.</param>
/// <param name="At">When, by the server's clock, UTC.</param>
public sealed record Submission(ImmutableArray<SubmittedAnswer> Answers, decimal Price, string Hash, DateTimeOffset At)
{
    /// <summary>The version of the tender that it answers; handed in for it, or confirmed.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The price of each lot that it is for; never empty.</summary>
    public required ImmutableArray<LotPrice> Prices { get; init; }

    /// <summary>The files, as they were then.</summary>
    public ImmutableArray<EvidenceFile> Files { get; init; } = [];

    /// <summary>What the profile that it uses said, as it was confirmed then; null where it uses none.</summary>
    public ProfileFacts? Profile { get; init; }

    /// <summary>Who bids together, the lead first; empty for who bids alone.</summary>
    public ImmutableArray<ConsortiumShare> Consortium { get; init; } = [];

    /// <summary>
    /// The text that is hashed: the organisation, then for each answer its question and its words, then the price,
    /// then the price of each lot, then each file, then the profile's hash, then who bids together. Each part stands on a line of its own after its length in UTF-16 units, so that nobody can move words from one
    /// part to the next.
    /// </summary>
    /// <param name="organisation">Who bids.</param>
    /// <param name="answers">In the order of the questions.</param>
    /// <param name="price">All lots together.</param>
    /// <param name="byLot">The price of each lot, in their order; none where the tender isn't divided.</param>
    /// <param name="files">The files; none where there are none.</param>
    /// <param name="bidders">What it says of who bids; see <see cref="BiddersOf"/>.</param>
    public static string ContentOf(
        string organisation, IEnumerable<SubmittedAnswer> answers, decimal price, IEnumerable<LotPrice>? byLot = null, IEnumerable<EvidenceFile>? files = null, IEnumerable<string>? bidders = null)
    {
        var text = new StringBuilder();
        void Part(string part) => text.Append(CultureInfo.InvariantCulture, $"{part.Length}\n{part}\n");
        Part(organisation);
        foreach (var answer in answers)
        {
            Part(answer.Question.Text());
            Part(answer.Text);
        }

        Part(price.ToString("0.00", CultureInfo.InvariantCulture));
        foreach (var lot in byLot ?? [])
        {
            Part(lot.Lot.Text());
            Part(lot.Price.ToString("0.00", CultureInfo.InvariantCulture));
        }

        foreach (var file in files ?? []) Part($"file {file.Question.Text()} {file.Hash} {file.Name}");
        foreach (var bidder in bidders ?? []) Part(bidder);
        return text.ToString();
    }

    /// <summary>The text whose SHA-256 is the hash: with the price of each lot where the tender was divided.</summary>
    public string Content(string organisation)
    {
        var bidders = BiddersOf(Profile, Consortium);
        var undivided = ContentOf(organisation, Answers, Price, [], Files, bidders);
        return HashOf(undivided) == Hash ? undivided : ContentOf(organisation, Answers, Price, Prices, Files, bidders);
    }

    /// <summary>The hash of a content; see <see cref="ContentOf"/>.</summary>
    public static string HashOf(
        string organisation, IEnumerable<SubmittedAnswer> answers, decimal price, IEnumerable<LotPrice>? byLot = null, IEnumerable<EvidenceFile>? files = null, IEnumerable<string>? bidders = null) =>
        HashOf(ContentOf(organisation, answers, price, byLot, files, bidders));

    /// <summary>What a content says of who bids: the profile's hash, and of each who bids together name, part and share.</summary>
    public static ImmutableArray<string> BiddersOf(ProfileFacts? profile, ImmutableArray<ConsortiumShare> consortium) =>
        [.. profile is null ? [] : new[] { $"profile {profile.Hash}" }, .. consortium.SelectMany(one => new[] { Shares.Part(one), one.Name, one.Does })];

    private static string HashOf(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
}

/// <summary>What is true of a bid. Kept sealed.</summary>
public sealed partial record Bid
{
    /// <summary>The bid.</summary>
    public BidId Id { get; init; }

    /// <summary>The tender it answers.</summary>
    public TenderId Tender { get; init; }

    /// <summary>Who bids.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>The people who write it.</summary>
    public ImmutableArray<ParticipantId> Team { get; init; } = [];

    /// <summary>Where it is.</summary>
    public BidStatus Status { get; init; }

    /// <summary>What was handed in last; null before, and after it was taken back.</summary>
    public Submission? Submission { get; init; }

    /// <summary>The version of the tender that the team took up last.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Every question that there is a text for an answer to.</summary>
    public ImmutableArray<CriterionId> Questions { get; init; } = [];

    /// <summary>Whether two people opened it after the deadline.</summary>
    public bool IsOpened { get; init; }

    /// <summary>What is true after something happened.</summary>
    public Bid After(Recorded happened) => happened.Event switch
    {
        BidStarted e => this with { Id = e.Bid, Tender = e.Tender, Organisation = e.Organisation, Team = [happened.Actor], Writers = [happened.Actor], Version = e.Version, Questions = e.Questions },
        PriceSet e => Offer(new LotOffer(e.Lot ?? Tender.WholeLot, e.Price)),
        LotsPriced e => this with { Offers = [.. e.Offers] },
        BidSubmitted e => HandedIn(new Submission(e.Answers, e.Price, e.Hash, happened.At) { Version = Version, Prices = PricesOf(e), Files = e.Files, Profile = e.Profile, Consortium = e.Consortium }),
        VersionTakenUp e => this with { Version = e.Version, Questions = [.. Questions, .. e.NewQuestions] },
        BidConfirmed e => Confirmed(e.Version),
        BidWithdrawn => TakenBack(happened.At),
        BidOpened => this with { IsOpened = true },
        IEvidenceEvent e => AfterEvidence(e),
        ITeamEvent e => AfterTeam(e, happened),
        IProfileEvent e => AfterProfile(e),
        IPartnerEvent e => AfterPartner(e, happened.Actor),
        _ => throw new InvalidOperationException($"A bid knows no event {happened.Event.GetType().Name}."),
    };
}

/// <summary>Somebody began to write a bid.</summary>
[EventName("bid.started.v1")]
public sealed record BidStarted(BidId Bid, TenderId Tender, string Organisation, ImmutableArray<CriterionId> Questions, int Version = 1) : IEvent;

/// <summary>The price was given, for the tender's only lot.</summary>
[EventName("price.set.v1")]
public sealed record PriceSet(decimal Price, LotId? Lot = null) : IEvent;

/// <summary>The bid was handed in, as it was then.</summary>
[EventName("bid.submitted.v1")]
public sealed record BidSubmitted(ImmutableArray<SubmittedAnswer> Answers, decimal Price, string Hash, ImmutableArray<LotPrice> Prices = default) : IEvent
{
    /// <summary>The files, as they were then.</summary>
    public ImmutableArray<EvidenceFile> Files { get; init; } = [];

    /// <summary>What the profile said, as it was confirmed then.</summary>
    public ProfileFacts? Profile { get; init; }

    /// <summary>Who bids together, the lead first.</summary>
    public ImmutableArray<ConsortiumShare> Consortium { get; init; } = [];
}

/// <summary>The bid was taken back.</summary>
[EventName("bid.withdrawn.v1")]
public sealed record BidWithdrawn : IEvent;

/// <summary>The team goes on with a later version of the tender.</summary>
[EventName("bid.version-taken-up.v1")]
public sealed record VersionTakenUp(BidId Bid, int Version, ImmutableArray<CriterionId> NewQuestions) : IEvent;

/// <summary>The team says that the bid, as it was handed in, stands for a later version of the tender.</summary>
[EventName("bid.confirmed.v1")]
public sealed record BidConfirmed(int Version) : IEvent;

/// <summary>Two people opened it after the deadline.</summary>
[EventName("bid.opened.v1")]
public sealed record BidOpened : IEvent;

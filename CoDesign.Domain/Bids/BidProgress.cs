using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Providers;
using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Bids;

/// <summary>How far the answer to one question is.</summary>
/// <param name="Question">The question.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Text">The answer as it is now, without white space around it; empty where there is none yet.</param>
/// <param name="Limit">The longest answer, in words.</param>
public sealed record AnswerProgress(CriterionId Question, string Title, string Text, int Limit)
{
    /// <summary>Whether evidence is asked with it.</summary>
    public bool AsksEvidence { get; init; }

    /// <summary>How many files are there with it.</summary>
    public int Files { get; init; }

    /// <summary>How many words it has.</summary>
    public int Words { get; } = BidDecider.WordsIn(Text);

    /// <summary>Whether it has more words than it may.</summary>
    public bool IsTooLong => Words > Limit;

    /// <summary>Whether evidence is asked and none is there.</summary>
    public bool LacksEvidence => AsksEvidence && Files == 0;

    /// <summary>Why the bid can't be submitted with it; null where it can.</summary>
    public Refusal? Missing => this switch
    {
        { Words: 0 } => new Refusal("bid.answer-missing", $"The question “{Title}” has no answer yet.", $"answer-{Question}"),
        { IsTooLong: true } => new Refusal("bid.too-many-words", $"The answer to “{Title}” has {Words:N0} words; the limit is {Limit:N0}.", $"answer-{Question}"),
        { LacksEvidence: true } => new Refusal("bid.evidence-missing", $"The question “{Title}” asks for evidence. Put a file to your answer.", $"answer-{Question}"),
        _ => null,
    };
}

/// <summary>How far a bid is from being handed in, as it is now. For its team alone.</summary>
/// <param name="Answers">One for each question, in their order.</param>
/// <param name="Lots">One for each lot of the tender, in their order.</param>
/// <param name="MostBid">The most lots that it may be for; null where there is no limit.</param>
public sealed record BidProgress(ImmutableArray<AnswerProgress> Answers, ImmutableArray<LotProgress> Lots, int? MostBid = null)
{
    /// <summary>All lots together, in pounds; null where no price is given yet.</summary>
    public decimal? Price { get; } = Lots.Any(lot => lot.Price is not null) ? Lots.Sum(lot => lot.Price) : null;

    /// <summary>The price of each lot that it is for, as far as given.</summary>
    public IEnumerable<LotPrice> Prices => Lots.Where(lot => lot.Price is not null).Select(lot => new LotPrice(lot.Lot, lot.Price!.Value));

    /// <summary>The hashes of the files, in the order in which they came.</summary>
    public ImmutableArray<string> Files { get; init; } = [];

    /// <summary>How what the profile says stands.</summary>
    public ProfileStanding Profile { get; init; }

    /// <summary>What a submission would say now of who bids; see <see cref="Submission.BiddersOf"/>.</summary>
    public ImmutableArray<string> Bidders { get; init; } = [];

    /// <summary>What keeps it from being submitted because of who bids together.</summary>
    public ImmutableArray<Refusal> Together { get; init; } = [];

    /// <summary>Whether others bid with the lead.</summary>
    public bool IsConsortium { get; init; }

    /// <summary>All that keeps the bid from being submitted.</summary>
    public IEnumerable<Refusal> Missing =>
    [
        .. Answers.Select(answer => answer.Missing).OfType<Refusal>(), .. LotProgress.MissingOf(Lots, MostBid),
        .. BidDecider.MissingOf(Profile) is { } unconfirmed ? [unconfirmed] : Array.Empty<Refusal>(), .. Together,
    ];

    /// <summary>Whether nothing is missing.</summary>
    public bool IsComplete => !Missing.Any();

    /// <summary>How far a bid is.</summary>
    /// <param name="bid">The bid.</param>
    /// <param name="tender">The tender it answers, as it is in force.</param>
    /// <param name="textOf">The words of a text; null where it isn't there.</param>
    /// <param name="provider">The profile that it uses; null where it uses none.</param>
    public static BidProgress Of(Bid bid, Tender tender, Func<StreamId, string?> textOf, Provider? provider = null) => new(
        [.. tender.WrittenQuestions.Select(question => new AnswerProgress(question.Id, question.Title, textOf(bid.Id.Answer(question.Id))?.Trim() ?? "", question.WordLimit)
        {
            AsksEvidence = question.AsksEvidence,
            Files = bid.Evidence.Count(file => file.Question == question.Id),
        })],
        LotProgress.Of(bid, tender), tender.IsDivided ? tender.LotRules.MostBid : null)
    {
        Files = [.. bid.Evidence.Where(file => tender.WrittenQuestions.Any(question => question.Id == file.Question)).Select(file => file.Hash)],
        Profile = bid.StandingOf(provider),
        Bidders = Submission.BiddersOf(bid.Profile, bid.Consortium),
        Together = [.. BidDecider.MissingOfPartners(bid)],
        IsConsortium = !bid.Partners.IsEmpty,
    };

    /// <summary>Whether what the team has written for the questions as they are now is something else than what they handed in.</summary>
    public bool DiffersFrom(Submission submission) =>
        !Prices.SequenceEqual(submission.Prices)
        || Profile == ProfileStanding.Changed || !Together.IsEmpty || !Bidders.SequenceEqual(Submission.BiddersOf(submission.Profile, submission.Consortium))
        || !Files.Order().SequenceEqual(submission.Files.Select(file => file.Hash).Order())
        || Answers.Any(answer => answer.Text != (submission.Answers.FirstOrDefault(one => one.Question == answer.Question)?.Text ?? ""));

    /// <inheritdoc />
    public bool Equals(BidProgress? other) => other is not null && MostBid == other.MostBid && Lots.AsSpan().SequenceEqual(other.Lots.AsSpan())
        && Answers.AsSpan().SequenceEqual(other.Answers.AsSpan()) && Files.AsSpan().SequenceEqual(other.Files.AsSpan())
        && (Profile, IsConsortium) == (other.Profile, other.IsConsortium) && Bidders.AsSpan().SequenceEqual(other.Bidders.AsSpan()) && Together.AsSpan().SequenceEqual(other.Together.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Price, Answers.Length);
}

using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Bids;

/// <summary>Goes on with the tender's version in force; questions that came with it can then be answered.</summary>
/// <param name="Version">The version that was read.</param>
public sealed record TakeUpVersion(int Version) : IBidCommand;

/// <summary>Says that the bid, as it was handed in, stands for the tender's version in force.</summary>
/// <param name="Version">The version that was read.</param>
public sealed record ConfirmBid(int Version) : IBidCommand;

/// <content>What a bid does when the tender is amended.</content>
public sealed partial class BidDecider
{
    private static readonly Refusal TenderWithdrawn = new("bid.tender-withdrawn", "The tender was taken back, so nobody can bid for it any more.");
    private static readonly Refusal Amended = new("bid.amended", "The tender was changed since. Read what changed, and go on with the new version first.");
    private static readonly Refusal AnotherVersion = new("bid.another-version", "Meanwhile the tender was changed again. Read what changed.", "version");

    private static int NumberOf(Tender tender) => tender.Publication?.Number ?? 1;

    private static Decision TakeUp(Bid state, Tender tender, TakeUpVersion c)
    {
        if (c.Version != NumberOf(tender)) return AnotherVersion;
        if (state.Version == c.Version) return Decision.Accept();
        return Decision.Accept(new VersionTakenUp(state.Id, c.Version, NewQuestions(state, tender)));
    }

    private static Decision Confirm(Bid state, Tender tender, ConfirmBid c)
    {
        if (state.Submission is not { } submission) return NotSubmitted;
        if (c.Version != NumberOf(tender)) return AnotherVersion;
        if (submission.Version == c.Version) return Decision.Accept();
        foreach (var question in tender.WrittenQuestions)
        {
            var answer = submission.Answers.FirstOrDefault(one => one.Question == question.Id)?.Text ?? "";
            if (answer.Length == 0) return new Refusal("bid.question-new", $"The question “{question.Title}” has come since, and your bid has no answer to it. Change your bid, and submit it again.");
            if (WordsIn(answer) > question.WordLimit) return new Refusal("bid.too-many-words", $"Your answer to “{question.Title}” is longer than it may be now. Change your bid, and submit it again.");
            if (question.AsksEvidence && !submission.Files.Any(file => file.Question == question.Id))
                return new Refusal("bid.evidence-missing", $"The question “{question.Title}” asks for evidence now, and your bid has none. Change your bid, and submit it again.");
        }

        if (submission.Prices.Any(price => !tender.Lots.Exists(lot => lot.Id == price.Lot))) return LotGone;
        if (tender.IsDivided && submission.Prices.Length > tender.LotRules.MostBid) return LotsManyNow;
        return Decision.Accept(new BidConfirmed(c.Version));
    }

    private static ImmutableArray<CriterionId> NewQuestions(Bid state, Tender tender) =>
        [.. tender.WrittenQuestions.Select(question => question.Id).Where(question => !state.Questions.Contains(question))];
}

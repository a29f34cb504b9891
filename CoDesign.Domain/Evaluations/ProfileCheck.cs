using System.Collections.Immutable;
using System.Globalization;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Providers;

namespace CoDesign.Domain.Evaluations;

/// <summary>
/// What a bidder says of itself, for whoever chairs before the award: whether it vouched, how much it is insured for, whether there
/// are accounts. Nothing in it tells who the bidder is, so no name, no number, no link and none of its own words.
/// </summary>
/// <param name="What">What it is about.</param>
/// <param name="Said">What was said, in our words.</param>
/// <param name="IsClear">Whether nothing has to be looked at.</param>
public sealed record ProfileCheck(string What, string Said, bool IsClear)
{
    /// <summary>What a bid says; empty where it uses no profile.</summary>
    public static ImmutableArray<ProfileCheck> Of(Submission? submission)
    {
        if (submission?.Profile is not { } facts) return [];
        var untrue = facts.Certified?.Answers.Count(answer => !answer.Holds) ?? 0;
        return
        [
            new("Self-certification", facts.Certified is null ? "nothing was said" : untrue == 0 ? "all sentences are true" : $"{untrue} of {facts.Certified.Answers.Length} with an explanation", facts.Certified is not null && untrue == 0),
            Insured(facts, InsuranceKind.PublicLiability, "Public liability", submission.At),
            Insured(facts, InsuranceKind.EmployersLiability, "Employers’ liability", submission.At),
            new("Accounts", facts.Accounts switch { null => "nothing was said", { Years: 0 } => "none yet; something else is offered", { Years: 1 } => "1 year", var some => $"{some.Years} years" }, facts.Accounts is { Years: > 0 }),
        ];
    }

    /// <summary>Which bids have an organisation in common, known by its profile: each group once, as "Bidder A and Bidder C".</summary>
    internal static ImmutableArray<string> OverlapsOf(IEnumerable<ReceivedBid> bids, Func<BidId, Submission?> submissionOf) =>
    [
        .. bids.SelectMany(bid => ProvidersOf(submissionOf(bid.Bid)).Select(provider => (provider, bid.Label))).GroupBy(one => one.provider, one => one.Label)
            .Select(labels => labels.Distinct().Order(StringComparer.Ordinal).ToArray()).Where(labels => labels.Length > 1)
            .Select(labels => string.Join(" and ", labels)).Distinct(),
    ];

    private static IEnumerable<ProviderId> ProvidersOf(Submission? submission) => submission is null ? [] :
        submission.Consortium.Select(one => one.Provider).Append(submission.Profile?.Provider).OfType<ProviderId>().Distinct();

    private static ProfileCheck Insured(ProfileFacts facts, InsuranceKind kind, string what, DateTimeOffset at)
    {
        if (facts.Insurances.FirstOrDefault(one => one.Kind == kind) is not { } insurance) return new(what, "none", false);
        var ended = insurance.HasEnded(UkDay.Of(at));
        return new(what, string.Create(CultureInfo.InvariantCulture, $"£{insurance.Cover:#,0}{(ended ? ", which had ended" : "")}"), !ended);
    }
}

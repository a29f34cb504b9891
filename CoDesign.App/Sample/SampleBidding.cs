using CoDesign.Domain.Bids;
using CoDesign.Domain.Tenders;
using CoDesign.Domain.Text;

namespace CoDesign.App.Sample;

/// <summary>Tells how the bids for a tender were written and submitted, before its deadline.</summary>
public sealed class SampleBidding(SampleActs acts, SampleTender plan, TenderId tender, List<CriterionId> questions)
{
    /// <summary>Tells it, and says which bids there are, in order.</summary>
    public async Task<List<BidId>> TellAsync()
    {
        var bids = new List<BidId>();
        foreach (var (bid, index) in plan.Bids.Select((bid, index) => (bid, index)))
            bids.Add(await BidAsync(bid, $"bid-{index}", acts.Ago(plan.DeadlineDaysAgo + 5 - index * 0.7)));
        return bids;
    }

    private async Task<BidId> BidAsync(SampleBid plan, string key, DateTimeOffset at)
    {
        var bid = new BidId(await acts.DoAsync(key, plan.By, at, new StartBid(tender, plan.Organisation), null));
        foreach (var (answer, place) in plan.Answers.Select((answer, place) => (answer, place)))
            await acts.DoAsync($"{key}-answer-{place}", plan.By, at, new ReplaceText(0, "", answer), bid.Answer(questions[place]));
        await acts.DoAsync($"{key}-price", plan.By, at, new SetPrice(plan.Price), bid.Stream);
        var together = new SampleTogether(acts);
        await together.ConfirmAsync(key, plan.By, bid, at);
        if (plan.With is { } with) await together.BidTogetherAsync($"{key}-with", plan.By, bid, with, at);
        await acts.DoAsync($"{key}-submit", plan.By, at.AddHours(2), new SubmitBid(), bid.Stream);
        return bid;
    }
}

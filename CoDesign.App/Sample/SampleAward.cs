using CoDesign.App.Evaluations;
using CoDesign.App.Shell;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Tenders;

namespace CoDesign.App.Sample;

/// <summary>Tells how a tender is awarded by two people, what bidders are told, and what the winner's promises become.</summary>
/// <param name="acts">What people do.</param>
/// <param name="plan">The tender as the file has it.</param>
/// <param name="tender">The tender.</param>
/// <param name="questions">Its questions, in order.</param>
/// <param name="bids">The bids, in order.</param>
/// <param name="daysAgo">When the award is proposed.</param>
public sealed class SampleAward(SampleActs acts, SampleTender plan, TenderId tender, List<CriterionId> questions, List<BidId> bids, double daysAgo)
{
    /// <summary>The notice and the contract lie so many days apart that a standstill of eight working days fits in everywhere in the year.</summary>
    private const double UntilSigned = 19;

    private const int MeetInDays = 9;

    /// <summary>Tells it.</summary>
    public async Task TellAsync(BidId first)
    {
        var drafts = acts.Read(reading => PanelReading.View(reading, tender.Panel, acts.Cast["moderator"]))?.Decision.Drafts ?? [];
        foreach (var bid in drafts)
            await DoAsync($"summary-{bid.Label}", "moderator", daysAgo, new WriteSummary(bid.Bid, [.. bid.Parts.Select(part => new SummaryWords(part.Question.Id, part.Words))]));
        await DoAsync("propose", "moderator", daysAgo, new ProposeAward(first));
        await DoAsync("approve", "commissioner", daysAgo - 1, new ApproveAward(StandstillDays: 8));
        foreach (var (promise, index) in plan.Promises.Where(promise => bids[promise.Bid] == first).Select((promise, index) => (promise, index)))
            await DoAsync($"commitment-{index}", "commissioner", daysAgo - 2, new PickCommitment(first, questions[promise.Question], promise.Quote));
        await DoAsync("lesson-1", "evaluator-3", daysAgo - 2, new NoteLesson("The easy words beside each answer helped me most. Please give everybody two evenings and not one."));
        await DoAsync("lesson-2", "moderator", daysAgo - 2, new NoteLesson("Ask for one example in each question. Answers with an example were much easier to score."));
        await MeetAsync();
        var start = UkTime.DayOf(acts.Ago(daysAgo - 1 - UntilSigned)).AddDays(14);
        await DoAsync("sign", "commissioner", daysAgo - 1 - UntilSigned, new SignContract(null, start, start.AddMonths(plan.Months).AddDays(-1), "Tom Ashdown", "Director of Adult Care"));
    }

    /// <summary>Two times to hear more are offered, and somebody who didn't win comes to one of them.</summary>
    private async Task MeetAsync()
    {
        var slots = new List<SlotId>();
        foreach (var hour in new[] { 10, 14 })
        {
            var at = UkTime.At(WorkingDays.OnOrAfter(UkTime.DayOf(acts.Ago(-MeetInDays))).ToDateTime(new TimeOnly(hour, 30)));
            slots.Add(new SlotId(await DoAsync($"feedback-{hour}", "commissioner", daysAgo - 2, new OfferFeedback(at, "County Hall, room 2, or by telephone: we call you"))));
        }

        await DoAsync("feedback-booked", "provider-2", daysAgo - 3, new BookFeedback(slots[0]));
    }

    private Task<Guid> DoAsync(string key, string by, double ago, IPanelCommand command) =>
        acts.DoAsync($"award-{key}", by, acts.Ago(ago), command, tender.Panel.Stream);
}

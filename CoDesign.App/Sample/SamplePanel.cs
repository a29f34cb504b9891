using CoDesign.Domain.Bids;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Tenders;

namespace CoDesign.App.Sample;

/// <summary>Tells how the panel of a tender opens its bids, and how each of it scores them alone, round by round.</summary>
public sealed class SamplePanel(SampleActs acts, SampleTender plan, TenderId tender, List<CriterionId> questions, List<BidId> bids)
{
    /// <summary>Tells it.</summary>
    /// <param name="opened">How many days ago the bids were opened; what is written is locked four days later.</param>
    public async Task TellAsync(double opened)
    {
        await OfPanel("open-1", "moderator", opened, new ApproveOpening());
        await OfPanel("open-2", "evaluator-1", opened, new ApproveOpening());
        await DeclareAsync(opened - 1);
        await new SamplePreparing(acts, tender, questions, bids).TellAsync(acts.Ago(opened - 2), plan.Stop);
        await ScoreAsync(ScoringRound.Written, opened - 3, opened - 4);
        foreach (var round in plan.Rounds)
        {
            await new SampleRounds(acts, plan, tender, questions, bids).HoldAsync(round);
            await ScoreAsync(round.Round, round.ScoredDaysAgo, round.ScoredDaysAgo - 0.5);
        }
    }

    private async Task DeclareAsync(double daysAgo)
    {
        foreach (var evaluator in plan.ScoresOfAll.Keys)
        {
            foreach (var (bid, index) in bids.Select((bid, index) => (bid, index)))
            {
                var conflict = plan.Conflict is { } known && known.By == evaluator && known.Bid == index ? known.Note : null;
                await OfPanel($"{evaluator}-declares-{index}", evaluator, daysAgo, new DeclareInterests(bid, conflict is not null, conflict));
            }
        }
    }

    /// <summary>Everybody scores a round as far as they came with it; who has come to its end locks.</summary>
    private async Task ScoreAsync(ScoringRound round, double daysAgo, double locked)
    {
        var places = plan.Questions.Select((question, place) => (question, place)).Where(asked => asked.question.Round == round).Select(asked => asked.place).ToArray();
        foreach (var (evaluator, scores) in plan.ScoresOfAll)
        {
            foreach (var (given, index) in scores.Select((given, index) => (given ?? [], index)))
            {
                foreach (var place in places.Where(place => place < given.Length))
                    await OfPanel($"{evaluator}-scores-{index}-{place}", evaluator, daysAgo, new ScoreAnswer(bids[index], questions[place], given[place].Points, given[place].Reason));
            }
        }

        foreach (var evaluator in plan.ScoresOfAll.Where(one => one.Value.All(given => given is null || places.All(place => place < given.Value.Length))).Select(one => one.Key))
            await OfPanel($"{evaluator}-locks-{round}", evaluator, locked, new LockScores());
    }

    private Task<Guid> OfPanel(string key, string by, double daysAgo, IPanelCommand command) =>
        acts.DoAsync($"panel-{key}", by, acts.Ago(daysAgo), command, tender.Panel.Stream);
}

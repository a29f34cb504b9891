using CoDesign.Domain.Bids;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Tenders;

namespace CoDesign.App.Sample;

/// <summary>Tells how a panel talks about one answer on which its scores are far apart, and then sees all the others.</summary>
public sealed class SampleModeration(SampleActs acts, TenderId tender, double daysAgo)
{
    private const int Bid = 1;
    private const int Question = 1;

    /// <summary>Tells it.</summary>
    public async Task TellAsync(List<BidId> bids, List<CriterionId> questions)
    {
        var (bid, question) = (bids[Bid], questions[Question]);
        await DoAsync("open", "moderator", new OpenModeration(OneByOne: true));
        await DoAsync("move", "moderator", new MoveModeration(bid, question));
        await DoAsync("reveal", "moderator", new RevealScores(bid, question));
        await DoAsync("note-1", "moderator", new NoteDiscussion(bid, question,
            "Len spoke first: a handset that shows where somebody is may be safe, but nobody had asked the person. Priya said that families had asked for it."));
        await DoAsync("note-2", "evaluator-3", new NoteDiscussion(bid, question, "I said that I would leave the thing at home."));
        await DoAsync("confirm-1", "evaluator-1", new ConfirmOutcome(bid, question, 0));
        await DoAsync("confirm-3", "evaluator-3", new ConfirmOutcome(bid, question, 0));
        await DoAsync("dissent", "evaluator-2", new RecordDissent(bid, question,
            "I still think that getting home safely counts for more here. For some families it decides whether anybody goes out at all."));
        await DoAsync("reveal-all", "moderator", new RevealAllScores());
    }

    private async Task DoAsync(string key, string by, IPanelCommand command) =>
        await acts.DoAsync($"moderation-{key}", by, acts.Ago(daysAgo), command, tender.Panel.Stream);
}

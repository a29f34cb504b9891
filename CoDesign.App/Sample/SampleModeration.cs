using System.Collections.Immutable;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Tenders;

namespace CoDesign.App.Sample;

/// <summary>
/// What the panel said about one answer, the score that it agreed on where the tender asks for one, who confirmed what stands, and
/// who doesn't agree.
/// </summary>
public sealed record SampleTalk(int Bid, int Question, ImmutableArray<SampleSaid> Notes, SampleScore? Agreed, ImmutableArray<string> Confirmed, SampleSaid? Dissent);

/// <summary>Something that somebody said.</summary>
public sealed record SampleSaid(string By, string Text);

/// <summary>Tells how a panel talks about its scores, one answer after the other.</summary>
public sealed class SampleModeration(SampleActs acts, SampleTender plan, TenderId tender, double daysAgo)
{
    /// <summary>Minutes from one act to the next.</summary>
    private const int Step = 3;

    private int _done;

    /// <summary>Tells it.</summary>
    public async Task TellAsync(List<BidId> bids, List<CriterionId> questions)
    {
        await DoAsync("moderator", new OpenModeration(OneByOne: true));
        foreach (var talk in plan.Talks) await TalkAsync(talk, bids[talk.Bid], questions[talk.Question]);
        if (plan.Settlement == ScoreSettlement.Mean) await DoAsync("moderator", new RevealAllScores());
    }

    private async Task TalkAsync(SampleTalk talk, BidId bid, CriterionId question)
    {
        await DoAsync("moderator", new MoveModeration(bid, question));
        await DoAsync("moderator", new RevealScores(bid, question));
        foreach (var note in talk.Notes) await DoAsync(note.By, new NoteDiscussion(bid, question, note.Text));
        if (talk.Agreed is { } agreed) await DoAsync("moderator", new RecordConsensus(bid, question, null, agreed.Points, agreed.Reason));
        // Each agreement is a round of its own; where means stand there is one, from the beginning.
        foreach (var who in talk.Confirmed) await DoAsync(who, new ConfirmOutcome(bid, question, talk.Agreed is null ? 0 : 1));
        if (talk.Dissent is { } dissent) await DoAsync(dissent.By, new RecordDissent(bid, question, dissent.Text));
    }

    private Task<Guid> DoAsync(string by, IPanelCommand command)
    {
        _done++;
        return acts.DoAsync($"moderation-{_done}", by, acts.Ago(daysAgo).AddMinutes(_done * Step), command, tender.Panel.Stream);
    }
}

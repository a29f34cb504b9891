using CoDesign.Domain.Bids;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Tenders;

namespace CoDesign.App.Sample;

/// <summary>Tells how a panel got ready, and what helped its people while they scored alone.</summary>
public sealed class SamplePreparing(SampleActs acts, TenderId tender, List<CriterionId> questions, List<BidId> bids)
{
    private const string Len = "evaluator-3";
    private const string Late = "evaluator-2";

    /// <summary>Tells it: practice, somebody who helps, and what else happened in a panel that has come so far.</summary>
    public async Task TellAsync(DateTimeOffset at, SampleStop stop)
    {
        foreach (var evaluator in new[] { "evaluator-1", Late, Len }.Where(one => one != Late || stop != SampleStop.Scoring))
            await OfPanel($"{evaluator}-practises", evaluator, at, new FinishPractice());
        await OfPanel("support", Len, at, new RecordSupport("Maureen", "Reads the answers to me, and writes down what I say.", KeepsConfidence: true));
        if (stop == SampleStop.Contract) await HelpAsync(at);
        if (stop == SampleStop.Scoring) await WorkAsync(at);
    }

    /// <summary>A question to the moderator that helped all, and a note.</summary>
    private async Task HelpAsync(DateTimeOffset at)
    {
        var help = new HelpId(await OfPanel("help", Len, at, new AskForHelp(bids[0], questions[0], "My eyes are bad and I lost the thread: is a companion somebody who is paid?")));
        await OfPanel("help-answer", "moderator", at.AddHours(2),
            new AnswerHelp(help, ToAll: true, "Is a companion somebody who is paid?", "Some are paid, some give their time. The answer should say which. What you make of it is up to you."));
        await NoteAsync("evaluator-1", at.AddHours(2), null, "Come back to this one after the others: do they say what happens when the companion is ill?");
    }

    /// <summary>A panel that is at work: one has yet to practise and was reminded, and one waits for an answer.</summary>
    private async Task WorkAsync(DateTimeOffset at)
    {
        await NoteAsync(Len, at.AddHours(1), "Either can say no afterwards", "Ask the others if they read it like I do.");
        await OfPanel("help", Len, at.AddHours(2), new AskForHelp(bids[1], questions[0], "What is a booking system? Is that a person?"));
        await OfPanel("reminder", "moderator", at.AddHours(3), new RemindEvaluators(acts.Cast[Late]));
    }

    private Task<Guid> NoteAsync(string by, DateTimeOffset at, string? quote, string words) =>
        acts.DoAsync("notebook-note", by, at, new KeepNote(bids[0], questions[0], quote, words), NotebookId.Of(tender.Panel, acts.Cast[by]).Stream);

    private Task<Guid> OfPanel(string key, string by, DateTimeOffset at, IPanelCommand command) => acts.DoAsync($"panel-{key}", by, at, command, tender.Panel.Stream);
}

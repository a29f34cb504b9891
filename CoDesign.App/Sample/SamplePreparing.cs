using CoDesign.Domain.Bids;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Tenders;

namespace CoDesign.App.Sample;

/// <summary>Tells how a panel got ready, and what helped its people while they scored alone.</summary>
public sealed class SamplePreparing(SampleActs acts, TenderId tender, List<CriterionId> questions, List<BidId> bids)
{
    private const string Len = "evaluator-3";

    /// <summary>Tells it: practice, somebody who helps, a question to the moderator that helped all, and a note.</summary>
    public async Task TellAsync(DateTimeOffset at)
    {
        foreach (var evaluator in new[] { "evaluator-1", "evaluator-2", Len }) await OfPanel($"{evaluator}-practises", evaluator, at, new FinishPractice());
        await OfPanel("support", Len, at, new RecordSupport("Maureen", "Reads the answers to me, and writes down what I say.", KeepsConfidence: true));
        var help = new HelpId(await OfPanel("help", Len, at, new AskForHelp(bids[0], questions[0], "My eyes are bad and I lost the thread: is a companion somebody who is paid?")));
        await OfPanel("help-answer", "moderator", at.AddHours(2),
            new AnswerHelp(help, ToAll: true, "Is a companion somebody who is paid?", "Some are paid, some give their time. The answer should say which. What you make of it is up to you."));
        await acts.DoAsync("notebook-note", "evaluator-1", at.AddHours(2), new KeepNote(bids[0], questions[0], null, "Come back to this one after the others: do they say what happens when the companion is ill?"),
            NotebookId.Of(tender.Panel, acts.Cast["evaluator-1"]).Stream);
    }

    /// <summary>Tells it of a panel that is at work: one has yet to practise, one waits for an answer, and one was reminded.</summary>
    public async Task TellWithWorkToDoAsync(DateTimeOffset at)
    {
        foreach (var evaluator in new[] { "evaluator-1", Len }) await OfPanel($"{evaluator}-practises", evaluator, at, new FinishPractice());
        await OfPanel("support", Len, at, new RecordSupport("Maureen", "Reads the answers to me, and writes down what I say.", KeepsConfidence: true));
        await acts.DoAsync("notebook-note", Len, at.AddHours(1), new KeepNote(bids[0], questions[0], "Either can say no afterwards", "Ask the others if they read it like I do."),
            NotebookId.Of(tender.Panel, acts.Cast[Len]).Stream);
        await OfPanel("help", Len, at.AddHours(2), new AskForHelp(bids[1], questions[0], "What is a booking system? Is that a person?"));
        await OfPanel("reminder", "moderator", at.AddHours(3), new RemindEvaluators(acts.Cast["evaluator-2"]));
    }

    private Task<Guid> OfPanel(string key, string by, DateTimeOffset at, IPanelCommand command) => acts.DoAsync($"panel-{key}", by, at, command, tender.Panel.Stream);
}

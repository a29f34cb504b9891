using System.Collections.Immutable;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;

namespace CoDesign.App.Sample;

/// <summary>Tells what a tender asks bidders, how that is scored, and who scores it.</summary>
public sealed class SampleCriteria(SampleActs acts, SampleTender plan, TenderId tender, List<Guid> outcomes, List<Guid> clauses, DateTimeOffset at)
{
    /// <summary>Tells it, and says which questions there are, in order.</summary>
    public async Task<List<CriterionId>> TellAsync(DateTimeOffset deadline)
    {
        foreach (var group in plan.Groups) await OfTender($"group-{group.Name}", new SetPanelGroup(group.Name, group.Weight, group.IsServiceUsers));
        var quality = acts.Read(reading => reading.Find<Tender>(tender.Stream))?.Criteria[0].Id ?? throw new InvalidOperationException("The sample's tender is gone.");
        var questions = new List<CriterionId>();
        foreach (var (q, index) in plan.Questions.Select((question, index) => (question, index)))
        {
            var made = await OfTender($"question-{index}", new AddQuestion(quality, q.Title, q.Weight, q.Question, q.Words, q.PassMark,
                [.. q.Outcomes.Select(o => new OutcomeId(outcomes[o]))], [.. q.Clauses.Select(c => new ClauseId(clauses[c]))], AsksEvidence: q.Evidence, Round: q.Round));
            questions.Add(new CriterionId(made));
        }

        await OfTender("weights", new SetWeights(quality, questions.Zip(plan.Questions).ToImmutableDictionary(asked => asked.First, asked => asked.Second.Weight)));
        await OfTender("settlement", new ChooseSettlement(plan.Settlement));
        await OfTender("deadline", new SetDeadline(deadline));
        await OfPanel("moderator", new AppointModerator(acts.Cast["moderator"]));
        await OfPanel("evaluator-1", new AppointEvaluator(acts.Cast["evaluator-1"], plan.Groups[1].Name));
        await OfPanel("evaluator-2", new AppointEvaluator(acts.Cast["evaluator-2"], plan.Groups[1].Name));
        await OfPanel("evaluator-3", new AppointEvaluator(acts.Cast["evaluator-3"], plan.Groups[0].Name));
        return questions;
    }

    private Task<Guid> OfTender(string key, ITenderCommand command) => acts.DoAsync($"tender-{key}", "commissioner", at, command, tender.Stream);

    private Task<Guid> OfPanel(string key, IPanelCommand command) => acts.DoAsync($"panel-{key}", "commissioner", at, command, tender.Panel.Stream);
}

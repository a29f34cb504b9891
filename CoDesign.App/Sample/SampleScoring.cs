using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;

namespace CoDesign.App.Sample;

/// <summary>Tells how a draft is going to be scored: from a template, with a scale and with weights of its own.</summary>
public sealed class SampleScoring(SampleActs acts, StreamId project, TenderId tender, List<Guid> outcomes, List<Guid> clauses, DateTimeOffset at)
{
    private const string Scale = "Would a young carer choose it?";

    /// <summary>Tells it.</summary>
    public async Task TellAsync()
    {
        await DoAsync("template", new StartFromTemplate(CriteriaTemplate.QualityWithSocialValue));
        await DoAsync("officers", new SetPanelGroup("Officers", 100, false));
        await DoAsync("carers", new SetPanelGroup("Young carers", 50, true));
        await DoAsync("scale", new SetScale(Scale,
        [
            new(0, "No", "None of us would go."),
            new(2, "Perhaps", "Some of us would go, if a friend did."),
            new(4, "Yes", "We would go, and tell others."),
        ]));
        var service = acts.Read(reading => reading.Find<Tender>(tender.Stream))?.Criteria.Find(criterion => criterion.Title == "The service")?.Id
            ?? throw new InvalidOperationException($"The tender of {project} has no group for the service.");
        var evening = new CriterionId(await DoAsync("evening", new AddQuestion(service, "An evening of their own", null,
            "What happens on an evening, who is there, and how do young carers decide about the next one?", 300, 2, Outcome(0), Clause(0), Scale)));
        await DoAsync("school", new AddQuestion(service, "One adult at school", null,
            "How do you find and keep one adult in each school whom a young carer can trust? Show us where you did it.", 400, null, Outcome(1), Clause(1), AsksEvidence: true));
        await DoAsync("interview", new AddQuestion(service, "Half an hour with us", null,
            "Six young carers talk with you for half an hour. Do you listen, and do you say plainly what you can and can’t do?", 300, null, Outcome(0), Clause(0), Scale,
            Round: ScoringRound.Interview));
        await DoAsync("who-scores", new SetQuestionPanel(evening, [new("Officers", 30), new("Young carers", 70)]));
        await DoAsync("social", new AskSocialValue(Outcome(0)));
        await DoAsync("bidders", new SetLikelyBidders(4));
    }

    private ImmutableArray<OutcomeId> Outcome(int index) => [new OutcomeId(outcomes[index])];

    private ImmutableArray<ClauseId> Clause(int index) => [new ClauseId(clauses[index])];

    private Task<Guid> DoAsync(string key, ITenderCommand command) => acts.DoAsync($"scoring-{key}", "commissioner", at, command, tender.Stream);
}

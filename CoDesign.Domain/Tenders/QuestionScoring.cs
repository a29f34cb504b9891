using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using static CoDesign.Domain.Tenders.TenderRefusals;

namespace CoDesign.Domain.Tenders;

/// <summary>Something asked of how questions are scored, and of what they ask of bidders.</summary>
public interface IScoringCommand : ITenderCommand;

/// <summary>Something that happened to how questions are scored.</summary>
public interface IScoringEvent : IEvent;

/// <summary>Adds a scale of the tender's own, or writes it anew. Refused for the names of those that come with CoDesign.</summary>
/// <param name="Name">1 to 60 characters.</param>
/// <param name="Steps">2 to 21, with different points from 0 to 100, a label of 1 to 60 and a meaning of 1 to 500 characters.</param>
public sealed record SetScale(string? Name, ImmutableArray<ScaleStep> Steps) : IScoringCommand;

/// <summary>Removes a scale of the tender's own by which no question is scored.</summary>
public sealed record RemoveScale(string? Name) : IScoringCommand;

/// <summary>Says which groups of the panel score a question, and what each counts in it. Refused unless they total exactly 100.</summary>
/// <param name="Criterion">The question.</param>
/// <param name="Groups">The groups that score it; one without a weight doesn't. None with a weight: all groups do, as the tender weighs them.</param>
public sealed record SetQuestionPanel(CriterionId Criterion, ImmutableArray<GroupWeight> Groups) : IScoringCommand;

/// <summary>Says how many are likely to bid, 1 to 1,000.</summary>
public sealed record SetLikelyBidders(int Bidders) : IScoringCommand;

/// <summary>Asks a question about each of some outcomes, under social value, which is made where there is none.</summary>
/// <param name="Outcomes">Outcomes of the project.</param>
public sealed record AskSocialValue(ImmutableArray<OutcomeId> Outcomes) : IScoringCommand;

/// <summary>A scale of the tender's own reads like this, for every question that is scored by it.</summary>
[EventName("scale.set.v1")]
public sealed record ScaleSet(Scale Scale) : IScoringEvent;

/// <summary>A scale of the tender's own is gone.</summary>
[EventName("scale.removed.v1")]
public sealed record ScaleRemoved(string Name) : IScoringEvent;

/// <summary>It was said how many are likely to bid.</summary>
[EventName("likely-bidders.set.v1")]
public sealed record LikelyBiddersSet(int Bidders) : IScoringEvent;

/// <content>How questions are scored.</content>
public sealed partial record Tender
{
    /// <summary>The scales of its own, beside those that come with CoDesign.</summary>
    public ImmutableList<Scale> Scales { get; init; } = [];

    /// <summary>How many are likely to bid.</summary>
    public int LikelyBidders { get; init; } = 5;

    private Tender AfterScoring(IScoringEvent happened) => happened switch
    {
        ScaleSet e => this with
        {
            Scales = Scales.Exists(scale => scale.Name == e.Scale.Name) ? [.. Scales.Select(scale => scale.Name == e.Scale.Name ? e.Scale : scale)] : Scales.Add(e.Scale),
            Criteria = [.. Criteria.Select(criterion => criterion.Scale.Name == e.Scale.Name ? criterion with { Scale = e.Scale } : criterion)],
        },
        ScaleRemoved e => this with { Scales = Scales.RemoveAll(scale => scale.Name == e.Name) },
        LikelyBiddersSet e => this with { LikelyBidders = e.Bidders },
        SettlementChosen e => this with { Settlement = e.Settlement },
        NamesChosen e => this with { ShowsNames = e.Shown },
        _ => throw new InvalidOperationException($"A tender knows no event {happened.GetType().Name}."),
    };
}

/// <content>How questions are scored.</content>
public sealed partial class TenderDecider
{
    private const int MostScales = 20;
    private const int SocialValueWeight = 20;

    private static Decision DecideScoring(Tender state, IScoringCommand command, Project project, Context context) => command switch
    {
        SetScale c => Set(state, c),
        RemoveScale c => Remove(state, c),
        SetQuestionPanel c => Set(state, c),
        SetLikelyBidders c => c.Bidders is < 1 or > 1_000 ? BiddersRange
            : c.Bidders == state.LikelyBidders ? Decision.Accept() : Decision.Accept(new LikelyBiddersSet(c.Bidders)),
        AskSocialValue c => Ask(state, c, project, context),
        ChooseSettlement c => Choose(state, c),
        ChooseNames c => Choose(state, c),
        _ => throw new InvalidOperationException($"A tender knows no command {command.GetType().Name}."),
    };

    private static Decision Set(Tender state, SetScale c)
    {
        if (Written.Words(c.Name, "name", "a name for the scale", 60, out var name) is { } badName) return badName;
        if (Scale.Named.Any(named => named.Name == name)) return ScaleNamed;
        var steps = ImmutableArray.CreateBuilder<ScaleStep>();
        foreach (var (step, index) in (c.Steps.IsDefault ? [] : c.Steps).Select((step, index) => (step, index)))
        {
            if (Written.Words(step.Label, "label", "a word for this step", 60, out var label) is { } badLabel) return badLabel with { Field = $"steps[{index}].label" };
            if (Written.Words(step.Meaning, "meaning", "what an answer must show for it", 500, out var meaning) is { } badMeaning) return badMeaning with { Field = $"steps[{index}].meaning" };
            steps.Add(new ScaleStep(step.Points, label, meaning));
        }

        var scale = new Scale(name, [.. steps.OrderBy(step => step.Points)]);
        if (!scale.IsSound) return ScaleSteps;
        if (state.Questions.Any(question => question.Scale.Name == name && question.PassMark > scale.Top)) return ScaleBelowMark;
        if (state.Scales.Contains(scale)) return Decision.Accept();
        return state.Scales.Count >= MostScales && !state.Scales.Exists(other => other.Name == name) ? TooManyScales : Decision.Accept(new ScaleSet(scale));
    }

    private static Decision Remove(Tender state, RemoveScale c)
    {
        if (!state.Scales.Exists(scale => scale.Name == c.Name)) return ScaleUnknown;
        return state.Questions.Any(question => question.Scale.Name == c.Name) ? ScaleInUse : Decision.Accept(new ScaleRemoved(c.Name!));
    }

    private static Decision Set(Tender state, SetQuestionPanel c)
    {
        if (state.Criteria.Find(x => x.Id == c.Criterion && x.Kind == CriterionKind.Question) is not { } question) return Refusal.NotFound;
        var given = c.Groups.IsDefault ? [] : c.Groups;
        for (var index = 0; index < given.Length; index++)
        {
            if (given[index].Weight is { } weight && !Weights.Is(weight)) return WeightRange with { Field = $"groups[{index}].weight" };
            if (!state.Groups.Exists(group => group.Name == given[index].Name)) return OtherSiblings;
        }

        var scoring = given.Where(group => group.Weight is not null).ToImmutableArray();
        if (scoring.DistinctBy(group => group.Name).Count() != scoring.Length) return OtherSiblings;
        if (!scoring.IsEmpty && scoring.Sum(group => group.Weight) != Weights.Whole) return GroupsWrong with { Field = "groups[0].weight" };
        return scoring.SequenceEqual(question.ScoredBy) ? Decision.Accept() : Decision.Accept(new CriterionChanged(question with { ScoredBy = scoring }));
    }

    private static Decision Ask(Tender state, AskSocialValue c, Project project, Context context)
    {
        var outcomes = (c.Outcomes.IsDefault ? [] : c.Outcomes).Distinct().Select(id => project.Outcomes.Find(outcome => outcome.Id == id)).ToArray();
        if (outcomes.Length == 0) return OutcomesMissing;
        if (outcomes.Contains(null)) return SourceUnknown;
        var (events, so, made) = (new List<IEvent>(), state, 0);
        var group = state.Criteria.Find(criterion => criterion.IsSocialValue)?.Id;
        if (group is null)
        {
            group = new CriterionId(context.NewId(++made));
            var social = new Criterion(group.Value, null, "Social value", Weights.Whole, CriterionKind.Group, "", 0, null, []) { IsSocialValue = true };
            if (Put(social, SocialValueWeight) is { } refused) return refused;
        }

        foreach (var outcome in outcomes.OfType<Outcome>())
        {
            var question = new Criterion(new CriterionId(context.NewId(++made)), group, Short(outcome.Statement), Weights.Whole, CriterionKind.Question,
                $"Beyond the service itself: what will you do towards “{outcome.Statement.TrimEnd('.')}”, for whom, by when, and how will everybody see it?", 300, null,
                [new Thread.ThreadRef(Thread.ThreadKind.Outcome, outcome.Id.Value)]);
            if (Put(question, null) is { } refused) return refused;
        }

        return Decision.Make(group.Value.Value, [.. events]);

        Refusal? Put(Criterion criterion, decimal? weight)
        {
            if (so.Criteria.Count >= MostCriteria) return TooMany;
            var decision = Add(so, criterion, weight);
            foreach (var happened in decision.Events.OfType<ICriteriaEvent>()) so = so with { Criteria = CriteriaTree.After(so.Criteria, happened) };
            events.AddRange(decision.Events);
            return decision.Refusal;
        }
    }

    private static string Short(string words) => words.Length <= 120 ? words.TrimEnd('.') : $"{words[..119].TrimEnd()}…";
}

using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Thread;
using static CoDesign.Domain.Tenders.TenderRefusals;

namespace CoDesign.Domain.Tenders;

/// <content>The tree of criteria.</content>
public sealed partial class TenderDecider
{
    private const int MostCriteria = 100;

    private static Decision DecideCriteria(Tender state, ICriteriaCommand command, Project project, Context context) => command switch
    {
        StartFromTemplate c => Start(state, c, context),
        AddQuestion c => Add(state, c, project, context),
        ChangeQuestion c => Change(state, c, project),
        AddCriteriaGroup c => Add(state, c, context),
        RenameCriterion c => Rename(state, c),
        ReweighCriterion c => Reweigh(state, c),
        SetWeights c => Set(state, c),
        MoveCriterion c => Move(state, c),
        RemoveCriterion c => Remove(state, c),
        _ => throw new InvalidOperationException($"A tender knows no command {command.GetType().Name}."),
    };

    private static Decision Start(Tender state, StartFromTemplate c, Context context)
    {
        if (Written.Choice(c.Template, "template", "what to start from") is { } unknown) return unknown;
        if (state.Questions.Any()) return HasQuestions;
        var made = 0;
        Criterion Group(string title, decimal weight, CriterionId? parent = null, bool social = false) =>
            new(new CriterionId(context.NewId(++made)), parent, title, weight, CriterionKind.Group, "", 0, null, []) { IsSocialValue = social };
        var quality = Group("Quality", c.Template switch { CriteriaTemplate.CostQualitySocialValue => 40, CriteriaTemplate.QualityWithSocialValue => 60, _ => 70 });
        Criterion[] groups = c.Template switch
        {
            CriteriaTemplate.CostQualitySocialValue => [quality, Group("Social value", 20, null, true)],
            // Of 60, a third is 20.
            CriteriaTemplate.QualityWithSocialValue => [quality, Group("The service", 66.67m, quality.Id), Group("Social value", 33.33m, quality.Id, true)],
            _ => [quality],
        };
        var price = state.Criteria.Find(criterion => criterion.Kind == CriterionKind.Price)!;
        return Decision.Accept(
        [
            .. state.Criteria.Where(criterion => criterion.Kind == CriterionKind.Group).Select(criterion => new CriterionRemoved(criterion.Id)),
            new CriterionChanged(price with
            {
                Title = c.Template == CriteriaTemplate.CostQualitySocialValue ? "Cost" : "Price",
                Weight = Weights.Whole - groups.Where(group => group.Parent is null).Sum(group => group.Weight),
            }),
            .. groups.Select(group => new CriterionAdded(group)),
        ]);
    }

    private static Decision Add(Tender state, AddQuestion c, Project project, Context context)
    {
        if (state.Criteria.Count >= MostCriteria) return TooMany;
        if (!IsGroupOrTop(state, c.Parent)) return ParentUnknown;
        var id = new CriterionId(context.NewId());
        var (written, refusal) = Write(new Criterion(id, c.Parent, "", Weights.Whole, CriterionKind.Question, "", 0, null, []),
            new ChangeQuestion(id, c.Title, c.Question, c.WordLimit, c.PassMark, c.Outcomes, c.Clauses, c.Scale, c.AsksEvidence, c.Hours, c.Round), state, project);
        return refusal ?? Add(state, written, c.Weight);
    }

    private static Decision Add(Tender state, AddCriteriaGroup c, Context context)
    {
        if (state.Criteria.Count >= MostCriteria) return TooMany;
        if (!IsGroupOrTop(state, c.Parent)) return ParentUnknown;
        if (DepthOf(state, c.Parent) >= CriteriaTree.MostLevels) return CriteriaTooDeep;
        if (Written.Words(c.Title, "title", "a name for the group", 120, out var title) is { } badTitle) return badTitle;
        if (c.IsSocialValue && state.Criteria.Exists(x => x.IsSocialValue)) return OneSocialValue;
        return Add(state, new Criterion(new CriterionId(context.NewId()), c.Parent, title, Weights.Whole, CriterionKind.Group, "", 0, null, []) { IsSocialValue = c.IsSocialValue }, c.Weight);
    }

    /// <summary>Adds what is all there but its weight.</summary>
    private static Decision Add(Tender state, Criterion made, decimal? weight)
    {
        var siblings = state.Criteria.Siblings(made.Parent);
        var wanted = weight ?? Weights.OfOneMore(siblings.Length);
        if (!Weights.Is(wanted)) return WeightRange;
        if (siblings.IsEmpty) return Decision.Make(made.Id.Value, new CriterionAdded(made));
        if (!Weights.LeaveEnough(wanted, siblings.Length)) return NothingLeft;
        return Decision.Make(made.Id.Value, [new CriterionAdded(made with { Weight = wanted }), .. Share(siblings, Weights.Whole - wanted)]);
    }

    private static Decision Change(Tender state, ChangeQuestion c, Project project)
    {
        if (state.Criteria.Find(x => x.Id == c.Criterion && x.Kind == CriterionKind.Question) is not { } before) return Refusal.NotFound;
        var (written, refusal) = Write(before, c, state, project);
        return refusal ?? (IsSame(before, written) ? Decision.Accept() : Decision.Accept(new CriterionChanged(written)));
    }

    private static (Criterion Written, Refusal? Refusal) Write(Criterion before, ChangeQuestion c, Tender state, Project project)
    {
        if (Written.Words(c.Title, "title", "a short name for the question", 120, out var title) is { } badTitle) return (before, badTitle);
        if (Written.Words(c.Question, "question", "the question", 2_000, out var question) is { } badQuestion) return (before, badQuestion);
        if (c.WordLimit is < 10 or > 5_000) return (before, WordLimitRange);
        var scale = c.Scale is { Length: > 0 } name ? Scale.Named.Concat(state.Scales).FirstOrDefault(one => one.Name == name) : before.Scale;
        if (scale is null) return (before, ScaleUnknown);
        if (c.PassMark is { } mark && (mark < 1 || mark > scale.Top)) return (before, PassMarkRange(scale.Top));
        if (c.Hours is < 0.25m or > 500 || c.Hours is { } hours && decimal.Round(hours, 2) != hours) return (before, HoursRange);
        var round = c.Round ?? before.Round;
        if (Written.Choice(round, "round", "when it is scored") is { } badRound) return (before, badRound);
        ImmutableArray<ThreadRef> from =
        [
            .. (c.Outcomes.IsDefault ? [] : c.Outcomes).Select(o => new ThreadRef(ThreadKind.Outcome, o.Value)).Distinct(),
            .. (c.Clauses.IsDefault ? [] : c.Clauses).Select(x => new ThreadRef(ThreadKind.Clause, x.Value)).Distinct(),
        ];
        if (from.Length > 50 || !from.All(project.Has)) return (before, SourceUnknown);
        return (before with { Title = title, Question = question, WordLimit = c.WordLimit, PassMark = c.PassMark, From = from, Scale = scale, AsksEvidence = c.AsksEvidence && round == ScoringRound.Written, Hours = c.Hours, Round = round }, null);
    }

    private static Decision Rename(Tender state, RenameCriterion c)
    {
        if (state.Criteria.Find(x => x.Id == c.Criterion && x.Kind != CriterionKind.Question) is not { } criterion) return Refusal.NotFound;
        if (Written.Words(c.Title, "title", "a name", 120, out var title) is { } badTitle) return badTitle;
        var social = c.IsSocialValue && criterion.Kind == CriterionKind.Group;
        if (social && state.Criteria.Exists(x => x.IsSocialValue && x.Id != c.Criterion)) return OneSocialValue;
        var renamed = criterion with { Title = title, IsSocialValue = social };
        return IsSame(criterion, renamed) ? Decision.Accept() : Decision.Accept(new CriterionChanged(renamed));
    }

    private static Decision Reweigh(Tender state, ReweighCriterion c)
    {
        if (state.Criteria.Find(x => x.Id == c.Criterion) is not { } criterion) return Refusal.NotFound;
        if (!Weights.Is(c.Weight)) return WeightRange;
        var others = state.Criteria.Siblings(criterion.Parent).Remove(criterion);
        if (others.IsEmpty) return c.Weight == Weights.Whole ? Decision.Accept(Share([criterion], Weights.Whole)) : OneAlone;
        return Weights.LeaveEnough(c.Weight, others.Length)
            ? Decision.Accept([.. Share([criterion], c.Weight), .. Share(others, Weights.Whole - c.Weight)])
            : NothingLeft;
    }

    private static Decision Set(Tender state, SetWeights c)
    {
        var siblings = state.Criteria.Siblings(c.Parent);
        var weights = c.Weights ?? ImmutableDictionary<CriterionId, decimal>.Empty;
        if (siblings.IsEmpty) return Refusal.NotFound;
        if (siblings.FirstOrDefault(sibling => weights.TryGetValue(sibling.Id, out var weight) && !Weights.Is(weight)) is { } bad)
            return WeightRange with { Field = $"weights[{bad.Id}]" };
        if (siblings.FirstOrDefault(sibling => !weights.ContainsKey(sibling.Id)) is { } missing) return WeightRange with { Field = $"weights[{missing.Id}]" };
        if (weights.Count != siblings.Length) return OtherSiblings;
        var total = weights.Values.Sum();
        if (total != Weights.Whole) return WeightsWrong(WhereIs(state, c.Parent), total) with { Field = $"weights[{siblings[0].Id}]" };
        return Decision.Accept([.. siblings.Where(s => s.Weight != weights[s.Id]).Select(s => new CriterionReweighed(s.Id, weights[s.Id]))]);
    }

    private static Decision Move(Tender state, MoveCriterion c)
    {
        if (state.Criteria.Find(x => x.Id == c.Criterion) is not { } criterion) return Refusal.NotFound;
        if (!IsGroupOrTop(state, c.Parent) || CriteriaTree.IsWithin(state.Criteria, c.Parent, c.Criterion)) return ParentUnknown;
        if (criterion.Kind == CriterionKind.Price && c.Parent is not null) return PriceAtTop;
        var holdsGroups = state.Criteria.Exists(x => x.Parent == c.Criterion && x.Kind == CriterionKind.Group);
        if (criterion.Kind == CriterionKind.Group && DepthOf(state, c.Parent) + (holdsGroups ? 1 : 0) >= CriteriaTree.MostLevels) return CriteriaTooDeep;
        var (from, into) = (state.Criteria.Siblings(criterion.Parent), state.Criteria.Siblings(c.Parent).Remove(criterion));
        var moved = new CriterionMoved(c.Criterion, c.Parent, Math.Clamp(c.Position, 0, into.Length));
        if (criterion.Parent == c.Parent) return from.IndexOf(criterion) == moved.Position ? Decision.Accept() : Decision.Accept(moved);
        var weight = into.IsEmpty ? Weights.Whole : Weights.OfOneMore(into.Length);
        return Decision.Accept([moved, .. Share([criterion], weight), .. Share(into, Weights.Whole - weight), .. Share(from.Remove(criterion), Weights.Whole)]);
    }

    private static Decision Remove(Tender state, RemoveCriterion c)
    {
        if (state.Criteria.Find(x => x.Id == c.Criterion) is not { } criterion) return Refusal.NotFound;
        if (criterion.Kind == CriterionKind.Price) return PriceStays;
        if (state.Criteria.Exists(x => x.Parent == c.Criterion)) return HoldsOthers;
        return Decision.Accept([new CriterionRemoved(c.Criterion), .. Share(state.Criteria.Siblings(criterion.Parent).Remove(criterion), Weights.Whole)]);
    }

    private static IEvent[] Share(ImmutableArray<Criterion> siblings, decimal total) =>
    [
        .. siblings.Zip(Weights.Share([.. siblings.Select(sibling => sibling.Weight)], total))
            .Where(pair => pair.First.Weight != pair.Second).Select(pair => new CriterionReweighed(pair.First.Id, pair.Second)),
    ];

    private static bool IsSame(Criterion a, Criterion b) => a.From.SequenceEqual(b.From) && a == b with { From = a.From, ScoredBy = a.ScoredBy };

    private static bool IsGroupOrTop(Tender state, CriterionId? parent) =>
        parent is not { } id || state.Criteria.Exists(x => x.Id == id && x.Kind == CriterionKind.Group);

    private static int DepthOf(Tender state, CriterionId? parent) =>
        parent is { } id ? 1 + DepthOf(state, state.Criteria.Find(x => x.Id == id)!.Parent) : 0;

    /// <summary>Where siblings stand, in words.</summary>
    internal static string WhereIs(Tender tender, CriterionId? parent) =>
        parent is { } id ? $"in “{tender.Criteria.Find(c => c.Id == id)?.Title}”" : "at the top";
}

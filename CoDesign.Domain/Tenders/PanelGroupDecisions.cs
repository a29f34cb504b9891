using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using static CoDesign.Domain.Tenders.TenderRefusals;

namespace CoDesign.Domain.Tenders;

/// <summary>What a group of the panel counts.</summary>
/// <param name="Name">The group.</param>
/// <param name="Weight">From 0.01 to 100, two decimal places; null where it doesn't score.</param>
public sealed record GroupWeight(string Name, decimal? Weight);

/// <summary>Sets the weights of all groups of the panel at once. Refused unless they total exactly 100.</summary>
/// <param name="Groups">Every group with its weight.</param>
public sealed record SetPanelWeights(ImmutableArray<GroupWeight> Groups) : ITenderCommand;

/// <content>The groups of the panel.</content>
public sealed partial class TenderDecider
{
    private const int MostGroups = 20;

    private static Decision Set(Tender state, SetPanelGroup c)
    {
        if (Written.Words(c.Name, "name", "a name for the group", 60, out var name) is { } badName) return badName;
        if (!Weights.Is(c.Weight)) return WeightRange;
        var others = state.Groups.RemoveAll(group => group.Name == name);
        if (others.Count == state.Groups.Count && others.Count >= MostGroups) return TooMany;
        if (others.IsEmpty) return Decision.Accept(new PanelGroupSet(new PanelGroup(name, Weights.Whole, c.IsServiceUsers)));
        return Weights.LeaveEnough(c.Weight, others.Count)
            ? Decision.Accept([new PanelGroupSet(new PanelGroup(name, c.Weight, c.IsServiceUsers)), .. Share(others, Weights.Whole - c.Weight)])
            : NothingLeft;
    }

    private static Decision Set(Tender state, SetPanelWeights c)
    {
        var given = c.Groups.IsDefault ? [] : c.Groups;
        for (var index = 0; index < given.Length; index++)
        {
            if (given[index].Weight is not { } weight || !Weights.Is(weight)) return WeightRange with { Field = $"groups[{index}].weight" };
        }

        if (!given.Select(group => group.Name).Order(StringComparer.Ordinal).SequenceEqual(state.Groups.Select(group => group.Name).Order(StringComparer.Ordinal)))
            return OtherSiblings;
        var total = given.Sum(group => group.Weight);
        if (total != Weights.Whole) return GroupsWrong with { Field = "groups[0].weight" };
        return Decision.Accept(
        [
            .. state.Groups.Select(group => group with { Weight = given.First(one => one.Name == group.Name).Weight ?? group.Weight })
                .Except(state.Groups).Select(group => new PanelGroupSet(group)),
        ]);
    }

    private static Decision Remove(Tender state, RemovePanelGroup c)
    {
        if (!state.Groups.Exists(group => group.Name == c.Name)) return GroupUnknown;
        var scored = state.Questions.Where(question => !question.ScoredBy.IsEmpty && question.IsScoredBy(c.Name!)).ToArray();
        if (scored.FirstOrDefault(question => question.ScoredBy.Length == 1) is { } alone) return GroupAlone(alone.Title);
        return Decision.Accept([.. scored.Select(question => new CriterionChanged(Without(question, c.Name!))), new PanelGroupRemoved(c.Name!), .. Share(state.Groups.RemoveAll(group => group.Name == c.Name), Weights.Whole)]);
    }

    private static Criterion Without(Criterion question, string group)
    {
        var left = question.ScoredBy.RemoveAll(one => one.Name == group);
        var weights = Weights.Share([.. left.Select(one => one.Weight ?? 0)], Weights.Whole);
        return question with { ScoredBy = [.. left.Zip(weights, (one, weight) => one with { Weight = weight })] };
    }

    private static IEvent[] Share(ImmutableList<PanelGroup> groups, decimal total) =>
    [
        .. groups.Zip(Weights.Share([.. groups.Select(group => group.Weight)], total))
            .Where(pair => pair.First.Weight != pair.Second).Select(pair => new PanelGroupSet(pair.First with { Weight = pair.Second })),
    ];
}

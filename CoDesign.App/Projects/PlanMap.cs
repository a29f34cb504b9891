using CoDesign.Domain.Projects;
using CoDesign.Domain.Thread;

namespace CoDesign.App.Projects;

/// <summary>A kind of people on the map of who is affected.</summary>
/// <param name="Number">Their number, the same as in the list.</param>
/// <param name="Standing">How far they are in it.</param>
/// <param name="X">Where, in a square of 300.</param>
/// <param name="Y">Where, in a square of 300.</param>
public sealed record PlanMark(int Number, Standing Standing, int X, int Y);

/// <summary>The map of who is affected: what is drawn, and the words beside it.</summary>
public static class PlanMap
{
    /// <summary>Those whom the project is about in the order of the list, gaps first.</summary>
    public static IEnumerable<Affected> InOrder(Plan plan) => plan.Affected.OrderBy(affected => affected.Standing);

    /// <summary>A mark for each, spread around the ring of how far they are in it; the top is left for the ring's name.</summary>
    public static IEnumerable<PlanMark> Marks(Plan plan) => InOrder(plan).Select((affected, place) => (affected.Standing, Number: place + 1))
        .GroupBy(kind => kind.Standing)
        .SelectMany(ring => ring.Select((kind, place) => At(kind.Number, ring.Key, place, ring.Count())));

    /// <summary>What a ring is called on the map.</summary>
    public static string Ring(Standing standing) => standing == Standing.Leading ? "Help run it" : PlanWords.Of(standing);

    /// <summary>How many kinds of people are in it, and how many are missing.</summary>
    public static string Summary(Plan plan)
    {
        var (all, here, missing) = (plan.Affected.Count, plan.Affected.Count(a => a.Standing >= Standing.TakingPart), plan.Affected.Count(a => a.Standing == Standing.Missing));
        return $"{here} of {Words.Count(all, "kind")} of people {(here == 1 ? "is" : "are")} in it{(missing == 0 ? "; none is missing." : missing == 1 ? "; 1 is missing." : $"; {missing} are missing.")}";
    }

    /// <summary>How many people there are by now; few are never counted.</summary>
    public static string People(ProjectView project) =>
        $"By now {Many(project, Role.ServiceUser, "service user")} and {Many(project, Role.Provider, "provider")} take part.";

    private static string Many(ProjectView project, Role role, string one)
    {
        var many = project.People.Values.Count(roles => roles.Contains(role));
        return many == 0 ? $"no {one}" : SmallGroup.Count(many) is { } enough ? Words.Count(enough, one) : $"fewer than {SmallGroup.Least} {one}s";
    }

    private static PlanMark At(int number, Standing standing, int place, int among)
    {
        var radius = standing switch
        {
            Standing.Missing => 133,
            Standing.Invited => 101,
            Standing.TakingPart => 67,
            _ => 22,
        };
        var angle = (40 + 280 * (place + 0.5) / among) * Math.PI / 180;
        return new PlanMark(number, standing, 150 + (int)Math.Round(radius * Math.Sin(angle)), 150 - (int)Math.Round(radius * Math.Cos(angle)));
    }
}

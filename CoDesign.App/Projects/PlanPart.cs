using CoDesign.Domain.Projects;

namespace CoDesign.App.Projects;

/// <summary>One list of the plan.</summary>
public enum PlanPart
{
    /// <summary>Decisions that people can influence.</summary>
    Influences,

    /// <summary>People whom the project is about.</summary>
    Affected,

    /// <summary>Who else needs to know.</summary>
    Informed,

    /// <summary>Risks.</summary>
    Risks,
}

/// <summary>One line of a list, as it is shown.</summary>
/// <param name="Id">The line.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Says">More of it.</param>
/// <param name="Badge">How it stands.</param>
/// <param name="IsGap">Whether that is something to do.</param>
public sealed record PlanLine(PlanItemId Id, string Title, string Says, string Badge, bool IsGap);

/// <summary>The plan in plain words.</summary>
public static class PlanWords
{
    /// <summary>What a list is called.</summary>
    public static string Of(PlanPart part) => part switch
    {
        PlanPart.Influences => "What people can decide here",
        PlanPart.Affected => "Who this is about, and who is missing",
        PlanPart.Informed => "Who else needs to know",
        _ => "What could go wrong",
    };

    /// <summary>What goes into a list that is empty.</summary>
    public static string Empty(PlanPart part) => part switch
    {
        PlanPart.Influences => "Name a decision that people can still influence, who takes it in the end, and by when. If there is none, say so before you ask for anybody’s time.",
        PlanPart.Affected => "Write down every kind of people whom this touches, and how far they are with us. Gaps are worth more than a long list.",
        PlanPart.Informed => "Who would be surprised to hear of this late? Write down how and when they are told.",
        _ => "What could hurt somebody, or make the work worthless? Write down what you do about it.",
    };

    /// <summary>The ladder of participation.</summary>
    public static string Of(Rung rung) => rung switch
    {
        Rung.Told => "Told",
        Rung.Asked => "Asked",
        Rung.Involved => "Involved",
        Rung.CoDesigned => "Co-designed",
        _ => "Co-produced",
    };

    /// <summary>What a rung means.</summary>
    public static string Meaning(Rung rung) => rung switch
    {
        Rung.Told => "They hear what was decided.",
        Rung.Asked => "They are asked; others decide.",
        Rung.Involved => "They are part of it all along; others decide with them in mind.",
        Rung.CoDesigned => "They shape it as equals.",
        _ => "They shape it, decide it and do it as equals.",
    };

    /// <summary>How far people are in it.</summary>
    public static string Of(Standing standing) => standing switch
    {
        Standing.Missing => "Missing",
        Standing.Invited => "Invited",
        Standing.TakingPart => "Taking part",
        _ => "Helping to run it",
    };

    /// <summary>How far an activity is.</summary>
    public static string Of(ActivityState state) => state switch
    {
        ActivityState.Planned => "To come",
        ActivityState.Open => "Open now",
        ActivityState.Finished => "Finished",
        _ => "Called off",
    };

    /// <summary>The lines of a list. To the people whom the project is about come those whom every project needs and nobody stands for yet.</summary>
    public static IEnumerable<PlanLine> Lines(PlanPart part, Plan plan) => part switch
    {
        PlanPart.Influences => plan.Influences.Select(i => new PlanLine(i.Id, i.Decision, $"Decided by {i.WhoDecides}{By(i.ByWhen)}", Of(i.Rung), false)),
        PlanPart.Affected => PlanMap.InOrder(plan).Select((a, place) => new PlanLine(a.Id, $"{place + 1}. {a.Who}", Join(a.How, a.Next.Length > 0 ? $"Next: {a.Next}" : ""), Of(a.Standing), a.Standing == Standing.Missing)),
        PlanPart.Informed => plan.Informed.Select(i => new PlanLine(i.Id, i.Who, $"{i.How}{By(i.ByWhen)}", i.Told ? "Told" : "To be told", !i.Told)),
        _ => plan.Risks.Select(r => new PlanLine(r.Id, r.What, r.Answer, "", false)),
    };

    private static string By(DateOnly? day) => day is { } by ? $", by {Shell.UkTime.Day(by)}" : "";

    private static string Join(string one, string other) => one.Length == 0 ? other : other.Length == 0 ? one : $"{one} {other}";
}

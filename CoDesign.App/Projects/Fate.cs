using CoDesign.Domain.Thread;

namespace CoDesign.App.Projects;

/// <summary>What became of somebody's words, in plain words.</summary>
public static class Fate
{
    /// <summary>Where something was said.</summary>
    public static string Kind(SaidAs said) => said switch
    {
        SaidAs.Insight => "Your insight",
        SaidAs.Idea => "Your idea",
        SaidAs.ConfidentialIdea => "Your idea, in confidence",
        SaidAs.Observation => "What you saw in a trial",
        _ => "Your note",
    };

    /// <summary>Whether somebody is told of a kind: measures and scores say little without what they belong to.</summary>
    public static bool IsTold(ThreadKind kind) => kind is not (ThreadKind.Measure or ThreadKind.Score or ThreadKind.Commitment);

    /// <summary>How something came of what was said.</summary>
    public static string Says(ThreadNode node) => node.Ref.Kind switch
    {
        ThreadKind.Insight => "It is an insight:",
        ThreadKind.Theme => "It is part of the theme",
        ThreadKind.Idea => "It led to the idea",
        ThreadKind.Trial => node.Detail switch
        {
            "It works" => "That was tried, and it works:",
            "Change and try again" => "That was tried, and is being changed:",
            "Stop" => "That was tried, and stopped:",
            _ => "It is being tried now:",
        },
        ThreadKind.Outcome => "It became part of the outcome",
        ThreadKind.Clause => "It is in the specification, under",
        _ => "Those who want to do it are asked about it:",
    };

    /// <summary>Where to read on, within a project.</summary>
    public static string Address(ThreadRef thing) => thing.Kind switch
    {
        ThreadKind.Insight => $"insights#insight-{thing.Id:n}",
        ThreadKind.Theme => $"insights?theme={thing.Id:n}#wall-title",
        ThreadKind.Idea => $"ideas#idea-{thing.Id:n}",
        ThreadKind.Trial => $"trials/{thing.Id:n}",
        ThreadKind.Outcome => $"outcomes#outcome-{thing.Id:n}",
        ThreadKind.Clause => $"specification?clause={thing.Id:n}#words",
        _ => $"thread?follow=question-{thing.Id:n}",
    };
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using CoDesign.Domain.Thread;

namespace CoDesign.Domain.Specifications;

/// <summary>A part of a project's report, in the order in which it is read.</summary>
public enum ReportPart
{
    /// <summary>What it was for.</summary>
    Purpose,

    /// <summary>Phases and activities.</summary>
    Way,

    /// <summary>Who was heard.</summary>
    Voices,

    /// <summary>What people said, by theme.</summary>
    Themes,

    /// <summary>Ideas and their trials.</summary>
    Trials,

    /// <summary>Outcomes and measures.</summary>
    Outcomes,

    /// <summary>The specification, and how far it and people's words reach each other.</summary>
    Specification,

    /// <summary>What was learned, which only people can write.</summary>
    Learned,
}

/// <summary>A part of the report that somebody wrote.</summary>
/// <param name="Part">The part.</param>
/// <param name="Text">The words, in Markdown.</param>
public sealed record ReportWords(ReportPart Part, string Text);

/// <summary>A part of the report as it reads.</summary>
/// <param name="Part">The part.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Markdown">Its words.</param>
/// <param name="IsWritten">Whether somebody wrote it; otherwise it is made from what happened.</param>
public sealed record ReportSection(ReportPart Part, string Heading, string Markdown, bool IsWritten);

/// <summary>The report of a project: made from what happened, each part of it open to be put in people's own words. It names nobody.</summary>
public static class ProjectReport
{
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The parts, in order.</summary>
    public static ImmutableArray<ReportSection> Of(ProjectView project, Coverage coverage) =>
    [
        .. Enum.GetValues<ReportPart>().Select(part => project.Report.Find(words => words.Part == part) is { } written
            ? new ReportSection(part, HeadingOf(part), written.Text, true)
            : new ReportSection(part, HeadingOf(part), Made(part, project, coverage).TrimEnd() + "\n", false)),
    ];

    /// <summary>The report as one Markdown text, with the project's name above it.</summary>
    public static string Whole(ProjectView project, IEnumerable<ReportSection> sections) => $"# {Typed.Line(project.Name)}\n\n{Body(sections)}";

    /// <summary>All parts as one Markdown text; each keeps to its place whatever signs are in it.</summary>
    public static string Body(IEnumerable<ReportSection> sections) =>
        string.Join("\n", sections.Select(section => $"## {section.Heading}\n\n{Typed.Markdown(section.Markdown).TrimEnd()}\n"));

    /// <summary>What a part is called.</summary>
    public static string HeadingOf(ReportPart part) => part switch
    {
        ReportPart.Purpose => "What this was for",
        ReportPart.Way => "What we did",
        ReportPart.Voices => "Who was heard",
        ReportPart.Themes => "What people said",
        ReportPart.Trials => "What we tried",
        ReportPart.Outcomes => "What will be different",
        ReportPart.Specification => "What we ask for",
        _ => "What we learned",
    };

    private static string Made(ReportPart part, ProjectView project, Coverage coverage)
    {
        var text = new StringBuilder();
        switch (part)
        {
            case ReportPart.Purpose:
                Line(text, Typed.Paragraphs(project.Purpose));
                break;
            case ReportPart.Way:
                Way(text, project.Plan);
                break;
            case ReportPart.Voices:
                foreach (var voice in Voices.Of(project.Insights)) Line(text, $"- {SourceOf(voice.Source)}: {(voice.Heard ? voice.Insights is { } many ? Count(many, "insight") : $"fewer than {SmallGroup.Least} insights" : "nobody yet")}");
                break;
            case ReportPart.Themes:
                Themes(text, project);
                break;
            case ReportPart.Trials:
                Trials(text, project);
                break;
            case ReportPart.Outcomes:
                Outcomes(text, project);
                break;
            case ReportPart.Specification:
                foreach (var row in Outline.Of(project.Clauses)) Line(text, $"{new string(' ', 2 * (row.Level - 1))}- {row.Number} {Typed.Line(row.Clause.Title)}");
                Line(text, $"\n{coverage.Insights.Tied} of {Count(coverage.Insights.All, "insight")} reach the specification, and {coverage.Insights.Explained} more carry a reason why not. " +
                    $"{coverage.Clauses.Tied} of {Count(coverage.Clauses.All, "clause")} come from what somebody said, and {coverage.Clauses.Explained} more carry another reason.");
                break;
        }

        return text.Length > 0 ? text.ToString() : part == ReportPart.Learned ? "*This is still to be written, by the people who learned it.*" : "*Nothing yet.*";
    }

    private static void Way(StringBuilder text, Plan plan)
    {
        foreach (var step in plan.Path) Line(text, $"- {Day(step.At)}: to {step.Phase}{(step.Reason.Length > 0 ? $". {Typed.Line(step.Reason)}" : "")}");
        var held = plan.Activities.Where(activity => activity.State is ActivityState.Open or ActivityState.Finished).ToArray();
        if (held.Length > 0) Line(text, "\nActivities:\n");
        foreach (var activity in held) Line(text, $"- {Typed.Line(activity.Plan.Title)}{(activity.Plan.Starts is { } at ? $", {Day(at)}" : "")}. {Typed.Line(activity.Plan.Purpose)}");
    }

    private static void Themes(StringBuilder text, ProjectView project)
    {
        foreach (var theme in project.Themes)
        {
            var self = new ThreadRef(ThreadKind.Theme, theme.Id.Value);
            var inIt = project.Links.Where(link => link.To == self).Select(link => project.TextOf(link.From)).OfType<string>().ToArray();
            Line(text, $"- **{Typed.Line(theme.Name)}** ({Count(inIt.Length, "insight")})");
            if (inIt.Length > 0) Line(text, $"  - “{Typed.Line(inIt[0])}”");
        }
    }

    private static void Trials(StringBuilder text, ProjectView project)
    {
        Line(text, $"{Count(project.Ideas.Count, "idea")} came of what people said, and {Count(project.Trials.Count, "trial")} of them.\n");
        foreach (var trial in project.Trials.Where(trial => trial.Verdict is not null))
        {
            var verdict = trial.Verdict switch { Verdict.Works => "It works", Verdict.Stop => "Stopped", _ => "Changed and tried again" };
            Line(text, $"- **{Typed.Line(project.Ideas.Find(idea => idea.Id == trial.Idea)?.Title ?? "")}**, round {trial.Round}. {verdict}. {Typed.Line(trial.WhatHappened)}");
        }
    }

    private static void Outcomes(StringBuilder text, ProjectView project)
    {
        foreach (var outcome in project.Outcomes)
        {
            Line(text, $"- **{Typed.Line(outcome.Statement)}**");
            foreach (var measure in outcome.Measures) Line(text, $"  - {Typed.Line(measure.Gauge.Sentence)} ({(measure.Binds == Bound.Provider ? "for the provider" : "for the commissioner")})");
        }
    }

    private static string SourceOf(SourceKind source) => source switch
    {
        SourceKind.ServiceUser => "People who use the service",
        SourceKind.Carer => "Carers",
        SourceKind.FrontlineStaff => "Frontline staff",
        SourceKind.Provider => "Providers",
        _ => "Figures and research",
    };

    private static string Count(int many, string one) => $"{many.ToString("N0", Culture)} {one}{(many == 1 ? "" : "s")}";

    private static string Day(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById("Europe/London")).ToString("d MMMM yyyy", Culture);

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}

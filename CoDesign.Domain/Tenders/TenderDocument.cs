using System.Globalization;
using System.Text;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Specifications;

namespace CoDesign.Domain.Tenders;

/// <summary>A part of the live tender document.</summary>
/// <param name="Key">The same for as long as the part exists; for comparing.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Markdown">Its text.</param>
public sealed record TenderSection(string Key, string Heading, string Markdown);

/// <summary>The tender pack as one document: a view on the live model, not a copy.</summary>
public static class TenderDocument
{
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The sections, in order.</summary>
    /// <param name="tender">The tender.</param>
    /// <param name="outcomes">The project's outcomes.</param>
    /// <param name="clauses">The specification's outline.</param>
    /// <param name="wordsOf">The words of a clause; null where there are none.</param>
    public static IReadOnlyList<TenderSection> Compose(
        Tender tender, IReadOnlyList<Outcome> outcomes, IReadOnlyCollection<Clause> clauses, Func<ClauseId, string?> wordsOf) =>
    [
        new("notice", "Notice", Notice(tender)),
        new("timetable", "Timetable", Timetable(tender)),
        new("outcomes", "Outcomes and measures", Outcomes(outcomes)),
        .. Outline.Of(clauses).Select(row => new TenderSection($"clause-{row.Clause.Id}", row.Heading, Clause(row.Clause, wordsOf(row.Clause.Id)))),
        new("questions", "Questions and how they are scored", Questions(tender)),
    ];

    /// <summary>All sections as one Markdown text; line breaks are single line feeds.</summary>
    public static string Whole(IEnumerable<TenderSection> sections) =>
        string.Join("\n", sections.Select(section => $"## {Typed.Line(section.Heading)}\n\n{section.Markdown.TrimEnd()}\n"));

    private static string Notice(Tender tender)
    {
        var text = new StringBuilder();
        Line(text, $"**{Typed.Line(tender.Title)}**\n");
        Line(text, tender.Summary.Length > 0 ? $"{Typed.Paragraphs(tender.Summary)}\n" : "*What is wanted is still being written.*\n");
        if (tender.Value > 0) Line(text, $"- Estimated value, VAT included: £{tender.Value.ToString("#,0.##", Culture)}");
        if (tender.Start is { } start) Line(text, $"- The contract begins on {start.ToString("d MMMM yyyy", Culture)}");
        if (tender.Months > 0) Line(text, $"- It lasts {tender.Months} {(tender.Months == 1 ? "month" : "months")}");
        return text.ToString();
    }

    private static string Timetable(Tender tender) => tender.Deadline is { } deadline
        ? $"Bids must arrive by **{When(deadline)}**. A bid that arrives at that instant is in time; later is late. The clock of this site decides.\n"
        : "*The deadline is not set yet.*\n";

    private static string Outcomes(IReadOnlyList<Outcome> outcomes)
    {
        if (outcomes.Count == 0) return "*No outcomes have been described yet.*\n";
        var text = new StringBuilder();
        foreach (var outcome in outcomes)
        {
            Line(text, $"- **{Typed.Line(outcome.Statement)}**");
            foreach (var measure in outcome.Measures)
            {
                var bound = measure.Binds == Bound.Provider ? "for the provider" : "for the commissioner";
                Line(text, $"  - {Typed.Line(measure.Gauge.Sentence)} ({bound})");
            }
        }

        return text.ToString();
    }

    private static string Clause(Clause clause, string? words)
    {
        var note = clause.Kind switch
        {
            ClauseKind.RoomForOtherWays => "\n\n*Bidders may propose another way.*",
            ClauseKind.OutcomeRequired => "\n\n*This outcome is required.*",
            _ => "",
        };
        return (string.IsNullOrWhiteSpace(words) ? "*This clause has no words yet.*" : Typed.Markdown(words)) + note + "\n";
    }

    private static string Questions(Tender tender)
    {
        var text = new StringBuilder();
        foreach (var top in tender.Criteria.Where(c => c.Parent is null)) Criterion(text, tender, top, 0);
        Line(text, "");
        Line(text, $"Each answer is scored from 0 to {Tenders.Criterion.Top}:\n");
        foreach (var step in Tenders.Criterion.Scale) Line(text, $"- **{step.Points} – {step.Label}**: {step.Meaning}");
        if (tender.Groups.Count > 0)
        {
            Line(text, "\nWho scores, and how much each group counts in every question:\n");
            foreach (var group in tender.Groups) Line(text, $"- {Typed.Line(group.Name)}: {group.Weight:0.##}%");
        }

        Line(text, "\nAn answer's points are its weight, times the groups' means put together by their weights, divided by the top of the scale. " +
            "Somebody with an interest in a bid does not score it, and that never counts as zero: a group without a scorer for an answer leaves its share to the other groups in proportion.");
        Line(text, $"\n{tender.PriceRule.InWords()} The price of a bid that is not considered further does not count as the lowest.");
        Line(text, "\nIf two bids end equal, the one with more points for quality is ahead, then the one that service users scored higher, " +
            (tender.Criteria.Exists(c => c.IsSocialValue) ? "then the one with more points for social value, " : "") + "then a decision that is recorded with its reason.");
        return text.ToString();
    }

    private static void Criterion(StringBuilder text, Tender tender, Criterion criterion, int depth)
    {
        var indent = new string(' ', depth * 2);
        Line(text, $"{indent}- **{Typed.Line(criterion.Title)}** ({criterion.Weight:0.##}%)");
        if (criterion.Kind == CriterionKind.Question)
        {
            Line(text, $"{indent}  {Typed.Line(criterion.Question)} Up to {criterion.WordLimit.ToString("N0", Culture)} words." +
                (criterion.PassMark is { } mark ? $" A bid that scores less than {mark} on average here is not considered further." : ""));
        }

        foreach (var child in tender.Criteria.Where(c => c.Parent == criterion.Id)) Criterion(text, tender, child, depth + 1);
    }

    /// <summary>An instant as people in the United Kingdom say it.</summary>
    public static string When(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));
        var time = local.Minute == 0 && local.Second == 0
            ? local.ToString("%h", Culture) + local.ToString("tt", Culture).ToLowerInvariant()
            : local.ToString("h:mm", Culture) + local.ToString("tt", Culture).ToLowerInvariant();
        if (local is { Hour: 12, Minute: 0 }) time = "12 noon";
        return $"{local.ToString("dddd d MMMM yyyy", Culture)}, {time}";
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}

using System.Globalization;
using System.Text;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Specifications;
using CoDesign.Domain.Thread;

namespace CoDesign.Domain.Tenders;

/// <summary>What the directives put in that stand by themselves. Everything that somebody typed goes through <see cref="Typed"/>.</summary>
internal static class PackBlocks
{
    private static readonly CultureInfo _culture = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>What is wanted.</summary>
    public static string Summary(PackSource source) =>
        source.Tender.Summary.Length > 0 ? Typed.Paragraphs(source.Tender.Summary) : "*What is wanted is still being written.*";

    /// <summary>Outcomes, each with its measures.</summary>
    public static string Outcomes(PackSource source)
    {
        var outcomes = source.Project.Outcomes;
        if (outcomes.IsEmpty) return "*No outcomes have been described yet.*";
        var text = new StringBuilder();
        foreach (var outcome in outcomes)
        {
            Line(text, $"- **{Typed.Line(outcome.Statement)}**");
            foreach (var measure in outcome.Measures) Line(text, $"  - {Typed.Line(measure.Gauge.Sentence)} ({Binds(measure)})");
        }

        return text.ToString();
    }

    /// <summary>Measures by whom they bind: targets work both ways.</summary>
    public static string Measures(PackSource source)
    {
        var measures = source.Project.Outcomes.SelectMany(outcome => outcome.Measures).ToArray();
        if (measures.Length == 0) return "*No measures have been described yet.*";
        var text = new StringBuilder();
        foreach (var bound in measures.GroupBy(measure => measure.Binds).OrderByDescending(bound => bound.Key == Bound.Provider))
        {
            Line(text, bound.Key == Bound.Provider ? "What the provider is held to:\n" : "\nWhat we, the commissioner, are held to:\n");
            foreach (var measure in bound) Line(text, $"- {Typed.Line(measure.Gauge.Sentence)}");
        }

        return text.ToString();
    }

    /// <summary>Each outcome with what is looked at: a list and no table, which a narrow screen could not hold.</summary>
    public static string Schedule(PackSource source)
    {
        var outcomes = source.Project.Outcomes.Where(outcome => !outcome.Measures.IsEmpty).ToArray();
        if (outcomes.Length == 0) return "*No measures have been described yet.*";
        var text = new StringBuilder();
        foreach (var outcome in outcomes)
        {
            Line(text, $"### {Typed.Line(outcome.Statement)}\n");
            foreach (var measure in outcome.Measures)
            {
                var gauge = measure.Gauge;
                Line(text, $"- **{Typed.Line(gauge.Kind == MeasureKind.Quantitative ? gauge.Unit : $"We ask {gauge.WhoIsAsked}: “{gauge.Question}”")}**");
                if (gauge.Kind == MeasureKind.Quantitative)
                    Line(text, $"  - Today {Number(gauge.Baseline)}, to reach {Number(gauge.Target)}{(gauge.ByWhen is { } day ? $" by {day.ToString("d MMMM yyyy", _culture)}" : "")}");
                if (gauge.How.Length > 0) Line(text, $"  - How: {Typed.Line(gauge.How)}");
                if (gauge.HowOften.Length > 0) Line(text, $"  - How often we look: {Typed.Line(gauge.HowOften)}");
                Line(text, $"  - Held to it: {(measure.Binds == Bound.Provider ? "the provider" : "the commissioner")}");
            }

            Line(text, "");
        }

        return text.ToString();
    }

    /// <summary>All clauses.</summary>
    public static string Specification(PackSource source)
    {
        var rows = Outline.Of(source.Project.Clauses);
        return rows.IsEmpty ? "*The specification has no clause yet.*" : string.Join("\n\n", rows.Select(row => Clause(source, row)));
    }

    /// <summary>The clause of a number; null where no clause has it.</summary>
    public static string? Clause(PackSource source, string number) =>
        Outline.Of(source.Project.Clauses).FirstOrDefault(row => row.Number == number.TrimEnd('.')) is { } row ? Clause(source, row) : null;

    /// <summary>The tree of criteria.</summary>
    public static string Questions(PackSource source)
    {
        var text = new StringBuilder();
        foreach (var top in source.Tender.Criteria.Where(c => c.Parent is null)) Criterion(text, source.Tender, top, 0);
        Line(text, $"\nWe think that a whole bid takes {BiddingEffort.InWords(BiddingEffort.Of(source.Tender.Criteria, 1, 0).HoursEach)}, reading and price included.");
        return text.ToString();
    }

    /// <summary>How answers and prices become points.</summary>
    public static string Scoring(PackSource source)
    {
        var tender = source.Tender;
        var text = new StringBuilder();
        Scales(text, tender);
        if (tender.Groups.Count > 0)
        {
            Line(text, "\nWho scores, and how much each group counts in a question that says nothing else:\n");
            foreach (var group in tender.Groups) Line(text, $"- {Typed.Line(group.Name)}: {group.Weight:0.##}%");
        }

        Line(text, "\nAn answer's points are its weight, times the groups' means put together by their weights, divided by the top of the scale. " +
            "Somebody with an interest in a bid does not score it, and that never counts as zero: a group without a scorer for an answer leaves its share to the other groups in proportion.");
        Line(text, $"\n{BidderNames.InWords(tender.ShowsNames)}");
        if (tender.Settlement != ScoreSettlement.Mean) Line(text, $"\n{tender.Settlement.InWords()}");
        Line(text, $"\n{tender.PriceRule.InWords()} The price of a bid that is not considered further does not count as the lowest.");
        Line(text, "\nIf two bids end equal, the one with more points for quality is ahead, then the one that service users scored higher, " +
            (tender.Criteria.Exists(c => c.IsSocialValue) ? "then the one with more points for social value, " : "") + "then a decision that is recorded with its reason.");
        return text.ToString();
    }

    private static void Scales(StringBuilder text, Tender tender)
    {
        var scales = tender.Questions.GroupBy(question => question.Scale).ToArray();
        foreach (var scored in scales)
        {
            var which = scales.Length == 1 ? "Each answer" : $"The answer to {string.Join(", ", scored.Select(question => $"“{Typed.Line(question.Title)}”"))}";
            Line(text, $"{which} is scored from {scored.Key.Steps[0].Points} to {scored.Key.Top}:\n");
            foreach (var step in scored.Key.Steps) Line(text, $"- **{step.Points} – {Typed.Line(step.Label)}**: {Typed.Line(step.Meaning)}");
            Line(text, "");
        }
    }

    /// <summary>What happens when.</summary>
    public static string Timetable(PackSource source)
    {
        var text = new StringBuilder();
        if (source.Tender.Timetable() is not { } timetable)
        {
            Line(text, "- *The deadline is not set yet.*");
            if (source.Tender.Start is { } start) Line(text, $"- The contract begins on {start.ToString("d MMMM yyyy", _culture)}.");
            return text.ToString();
        }

        foreach (var milestone in timetable.Milestones)
        {
            var when = milestone.At is { } at ? TenderDocument.When(at) : milestone.Day.ToString("dddd d MMMM yyyy", _culture);
            Line(text, $"- {Tenders.Timetable.NameOf(milestone.Kind)}: **{when}**");
        }

        Line(text, $"\nA bid that arrives at the instant of the deadline is in time; later is late. The clock of this site decides. " +
            $"What comes after the deadline is planned, and can be later.{Standstill(timetable)}");
        return text.ToString();
    }

    /// <summary>What answers and price count.</summary>
    public static string ScoringInShort(PackSource source)
    {
        var tender = source.Tender;
        var shares = tender.Criteria.Where(c => c.Parent is null).Select(c => $"{Typed.Line(c.Title)} counts {c.Weight:0.##}%");
        var scales = tender.Questions.Select(question => question.Scale.Top).Distinct().Order().ToArray();
        return $"{string.Join(" and ", shares)}. Answers are scored from 0 to {string.Join(" or ", scales)}. {tender.PriceRule.InWords()} " +
            "If two bids end equal, the better answers are ahead.";
    }

    /// <summary>What a bidder vouches for.</summary>
    public static string Vouching(PackSource source)
    {
        var text = new StringBuilder("When you submit, you say for your organisation:\n\n");
        foreach (var sentence in source.Tender.VouchedFor.Value) Line(text, $"- {Typed.Line(sentence)}");
        return text.ToString();
    }

    /// <summary>What is asked besides answers and price.</summary>
    public static string Asks(PackSource source)
    {
        var asked = AskWords.Of(source.Tender);
        if (asked.IsEmpty) return "We ask for nothing besides your answers and your price. You vouch for yourself; only whoever wins shows papers.";
        var text = new StringBuilder();
        foreach (var said in asked)
        {
            Line(text, $"- {Typed.Line(said.Says)}");
            if (said.Reason.Length > 0) Line(text, $"  - We know that this is much to ask, and do it because: {Typed.Line(said.Reason)}");
        }

        if (!source.Tender.Asks.PapersFromAll) Line(text, "\nYou vouch for yourself; only whoever wins shows papers.");
        return text.ToString();
    }

    private static string Standstill(Timetable timetable) => timetable[MilestoneKind.StandstillEnds] is { } standstill
        ? $" The standstill is {standstill.Rule.TrimEnd('.')} ({standstill.Source}): until it ends nothing is signed, so that bidders can ask and object."
        : "";

    /// <summary>
    /// What people talked about, and what became of it, by theme. The words themselves stand on the site alone, where whoever said
    /// them can still take them back; a frozen document couldn't give them up.
    /// </summary>
    public static string YouSaid(PackSource source)
    {
        var all = Domain.Thread.YouSaid.ForPack(source.Project, source.Tender);
        if (all.IsEmpty) return "*Nothing that was said can be shown yet.*";
        var text = new StringBuilder();
        foreach (var theme in all.GroupBy(said => said.Theme).OrderBy(theme => theme.Key is null))
        {
            var did = theme.SelectMany(said => said.Did).Select(node => node.Text).Distinct().ToArray();
            Line(text, $"- **{(theme.Key is { } name ? Typed.Line(name) : "Other things that were said")}**" +
                (SmallGroup.Count(theme.Count()) is { } many ? $" ({many} things said)" : ""));
            if (did.Length == 0) Line(text, "  - It led to nothing in this tender; the page of what was said tells why.");
            foreach (var what in did) Line(text, $"  - {Typed.Line(what)}");
        }

        return text.ToString();
    }

    private static string Clause(PackSource source, OutlineRow row)
    {
        var words = source.WordsOf(row.Clause.Id);
        var note = row.Clause.Kind switch
        {
            ClauseKind.RoomForOtherWays => "\n\n*Bidders may propose another way.*",
            ClauseKind.OutcomeRequired => "\n\n*This outcome is required.*",
            _ => "",
        };
        return $"### {Typed.Line(row.Heading)}\n\n{(string.IsNullOrWhiteSpace(words) ? "*This clause has no words yet.*" : Typed.Markdown(words, 3))}{note}";
    }

    private static void Criterion(StringBuilder text, Tender tender, Criterion criterion, int depth)
    {
        var indent = new string(' ', depth * 2);
        Line(text, $"{indent}- **{Typed.Line(criterion.Title)}** ({criterion.Weight:0.##}%)");
        if (criterion.Kind == CriterionKind.Question)
        {
            var written = criterion.Round == ScoringRound.Written;
            Line(text, $"{indent}  {Typed.Line(criterion.Question)} {(written ? $"Up to {criterion.WordLimit.ToString("N0", _culture)} words." : criterion.Round.ForBidders())}" +
                (criterion.PassMark is { } mark ? $" A bid that scores less than {mark} on average here is not considered further." : "") +
                (criterion.AsksEvidence ? " Please show evidence." : "") +
                (criterion.ScoredBy.IsEmpty ? "" : $" Scored by {string.Join(" and ", criterion.ScoredBy.Select(group => $"{Typed.Line(group.Name)} ({group.Weight:0.##}%)"))}.") +
                (written ? $" We think that this takes {BiddingEffort.InWords(BiddingEffort.HoursOf(criterion))} to answer." : ""));
        }

        foreach (var child in tender.Criteria.Where(c => c.Parent == criterion.Id)) Criterion(text, tender, child, depth + 1);
    }

    private static string Binds(Measure measure) => measure.Binds == Bound.Provider ? "for the provider" : "for the commissioner";

    private static string Number(decimal? number) => number?.ToString("#,0.####", _culture) ?? "not known";

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}

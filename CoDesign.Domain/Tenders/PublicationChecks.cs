using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Specifications;
using CoDesign.Domain.Thread;

namespace CoDesign.Domain.Tenders;

/// <summary>Where something that a check found is mended.</summary>
public enum CheckPlace
{
    /// <summary>Where it is said what is wanted.</summary>
    Wanted,

    /// <summary>The timetable.</summary>
    Timetable,

    /// <summary>What is asked besides answers and price; <see cref="PublicationCheck.On"/> is what of it.</summary>
    Asks,

    /// <summary>Questions, weights and panel.</summary>
    Questions,

    /// <summary>The lots; <see cref="PublicationCheck.On"/> is one of them.</summary>
    Lots,

    /// <summary>A document's template; <see cref="PublicationCheck.On"/> is its name in addresses.</summary>
    Document,

    /// <summary>The specification's outline.</summary>
    Specification,

    /// <summary>A clause; <see cref="PublicationCheck.On"/> is its identifier.</summary>
    Clause,

    /// <summary>The gaps of the thread; <see cref="PublicationCheck.Gap"/> is the thing.</summary>
    Gaps,
}

/// <summary>Something to mend before a tender is published.</summary>
/// <param name="Code">Stable, as of a refusal.</param>
/// <param name="Says">What it is, in plain words.</param>
/// <param name="Blocks">Whether it keeps the tender from being published; otherwise it is advice.</param>
/// <param name="Place">Where it is mended.</param>
/// <param name="On">What there; empty where it is the whole place.</param>
/// <param name="Field">The field that it is about, where it is about one.</param>
/// <param name="Gap">The insight, clause or question that is a gap.</param>
public sealed record PublicationCheck(string Code, string Says, bool Blocks, CheckPlace Place, string On = "", string? Field = null, ThreadRef? Gap = null);

/// <summary>What keeps a tender from being published, and what is better mended first.</summary>
public static class PublicationChecks
{
    private const int MostNamed = 3;

    /// <summary>The documents without which there is no tender.</summary>
    public static ImmutableArray<PackDocument> Needed { get; } = [PackDocument.Notice, PackDocument.Specification, PackDocument.Questions];

    /// <summary>Everything that is to mend: what blocks first, each in the order of the work.</summary>
    /// <param name="source">The tender, its project and their words.</param>
    /// <param name="coverage">How far words and specification reach each other, as who publishes sees it.</param>
    /// <param name="now">The server's time.</param>
    public static ImmutableArray<PublicationCheck> Of(PackSource source, Coverage coverage, DateTimeOffset now) =>
        [.. Blocking(source, now), .. Gaps(coverage, !source.Tender.IsOnePage), .. Advice(source)];

    /// <summary>Why a tender can't be published; null where it can.</summary>
    public static Refusal? WhyNot(IReadOnlyCollection<PublicationCheck> checks)
    {
        if (checks.FirstOrDefault(check => check.Blocks && check.Place != CheckPlace.Gaps) is { } first) return new Refusal(first.Code, first.Says, first.Field);
        var gaps = checks.Where(check => check.Blocks).ToArray();
        if (gaps.Length == 0) return null;
        var more = gaps.Length > MostNamed ? $" There are {gaps.Length - MostNamed} more." : "";
        return new Refusal("coverage.gap", $"Some gaps are neither tied nor carry a reason. {string.Join(' ', gaps.Take(MostNamed).Select(gap => gap.Says))}{more}");
    }

    private static IEnumerable<PublicationCheck> Blocking(PackSource source, DateTimeOffset now)
    {
        var tender = source.Tender;
        if (tender.Summary.Length == 0) yield return Of(TenderRefusals.SummaryMissing, CheckPlace.Wanted);
        if (tender.Deadline is null) yield return Of(TenderRefusals.DeadlineMissing, CheckPlace.Timetable);
        else if (tender.Deadline <= now) yield return Of(TenderRefusals.DeadlinePast, CheckPlace.Timetable);
        else if (TimeWarnings.TooEarly(tender, now) is { } early) yield return Of(early, CheckPlace.Timetable);
        if (!tender.WrittenQuestions.Any()) yield return Of(TenderRefusals.QuestionMissing, CheckPlace.Questions);
        foreach (var siblings in tender.Criteria.GroupBy(c => c.Parent))
        {
            var total = siblings.Sum(c => c.Weight);
            if (total != Weights.Whole) yield return Of(TenderRefusals.WeightsWrong(TenderDecider.WhereIs(tender, siblings.Key), total), CheckPlace.Questions);
        }

        foreach (var group in tender.Criteria.Where(c => c.Kind == CriterionKind.Group && !tender.Criteria.Exists(x => x.Parent == c.Id)))
            yield return Of(TenderRefusals.EmptyGroup(group.Title), CheckPlace.Questions);
        if (tender.Groups.Sum(g => g.Weight) != 100) yield return Of(TenderRefusals.GroupsWrong, CheckPlace.Questions);
        foreach (var check in Scoring(tender)) yield return check;
        foreach (var check in Asked(tender)) yield return check;
        foreach (var check in LotChecks.Blocking(tender)) yield return check;
        // The one page of a tender of low value holds no clauses.
        foreach (var check in source.Tender.IsOnePage ? [] : Specification(source)) yield return check;
        foreach (var check in Documents(source)) yield return check;
    }

    private static IEnumerable<PublicationCheck> Scoring(Tender tender)
    {
        foreach (var question in tender.Questions)
        {
            if (!question.Scale.IsSound || question.PassMark > question.Scale.Top) yield return Of(TenderRefusals.ScaleWrong(question.Title), CheckPlace.Questions);
            if (!question.ScoredBy.IsEmpty && (question.ScoredBy.Sum(group => group.Weight) != Weights.Whole || question.ScoredBy.Any(group => !tender.Groups.Exists(one => one.Name == group.Name))))
                yield return Of(TenderRefusals.QuestionPanelWrong(question.Title), CheckPlace.Questions);
        }
    }

    private static IEnumerable<PublicationCheck> Asked(Tender tender) => AskWarnings.Of(tender)
        .Where(warning => warning.IsLaw || !tender.AskReasons.ContainsKey(warning.Ask))
        .Select(warning => new PublicationCheck("ask.out-of-proportion",
            $"{warning.Says} {warning.Rule} ({warning.Source}). {warning.Instead}{(warning.IsLaw ? "" : " Or say in plain words why it has to be.")}", true, CheckPlace.Asks, warning.Ask.ToString().ToLowerInvariant()));

    private static IEnumerable<PublicationCheck> Specification(PackSource source)
    {
        var rows = Outline.Of(source.Project.Clauses);
        if (!rows.Any(row => !string.IsNullOrWhiteSpace(source.WordsOf(row.Clause.Id))))
        {
            yield return Of(TenderRefusals.SpecificationEmpty, CheckPlace.Specification);
            yield break;
        }

        foreach (var row in rows.Where(row => string.IsNullOrWhiteSpace(source.WordsOf(row.Clause.Id)) && !source.Project.Clauses.Exists(c => c.Parent == row.Clause.Id)))
            yield return new("clause.no-words", $"The clause “{row.Heading}” has no words yet. Write it, or remove it.", true, CheckPlace.Clause, row.Clause.Id.Text());
    }

    private static IEnumerable<PublicationCheck> Documents(PackSource source)
    {
        foreach (var document in Enum.GetValues<PackDocument>())
        {
            var (template, title, key) = (PackTemplate.Of(source, document), PackTemplate.TitleOf(document), TenderDocument.KeyOf(document));
            if (string.IsNullOrWhiteSpace(template) && (source.Tender.IsOnePage ? document == PackDocument.Notice : Needed.Contains(document)))
                yield return new("document.missing", $"The document “{title}” has no words, and no tender goes without it.", true, CheckPlace.Document, key);
            foreach (var fault in PackTemplate.Faults(source, template))
                yield return new("document.directive", $"In the document “{title}”: {fault.TrimEnd('.')}.", true, CheckPlace.Document, key);
        }
    }

    private static IEnumerable<PublicationCheck> Gaps(Coverage coverage, bool block) => coverage.Gaps.Where(gap => gap.Why is null).Select(gap => new PublicationCheck("coverage.gap", gap.Node.Ref.Kind switch
    {
        ThreadKind.Insight => $"Nothing came of what was said, and nobody has said why: “{Short(gap.Node.Text)}”",
        ThreadKind.Clause => $"The clause “{Short(gap.Node.Text)}” comes from nobody’s words, and nobody has said why it stands there.",
        _ => $"The question “{Short(gap.Node.Text)}” comes from nobody’s words, and nobody has said why it is asked.",
    }, block, CheckPlace.Gaps, Gap: gap.Node.Ref));

    private static IEnumerable<PublicationCheck> Advice(PackSource source)
    {
        foreach (var warning in TimeWarnings.Of(source.Tender).Where(warning => warning.At != MilestoneKind.Start)) yield return new(warning.Code, $"{warning.Says} ({warning.Source})", false, CheckPlace.Timetable);
        if (source.Tender.Start is null) yield return new("start.missing", "It isn’t said when the contract begins, so bidders can’t plan for it.", false, CheckPlace.Wanted);
        foreach (var check in LotChecks.Advice(source.Tender)) yield return check;
        foreach (var question in source.Tender.Questions.Where(question => question.From.IsEmpty))
            yield return new("question.no-source", $"The question “{question.Title}” comes from no outcome and no clause.", false, CheckPlace.Questions);
        if (BiddingEffort.Of(source.Tender.Criteria, source.Tender.LikelyBidders, source.Tender.Value) is { IsTooMuch: true } effort)
            yield return new("effort.much", $"Bidding would cost all likely bidders together {effort.OfValue:0.#}% of what the contract is worth. Ask for less, or in fewer words.", false, CheckPlace.Questions);
        if (Hard(source.Tender.Summary, source) is { } summary) yield return new("summary.plain", $"What is wanted could be said more plainly: {summary}", false, CheckPlace.Wanted);
        foreach (var row in Outline.Of(source.Project.Clauses))
        {
            if (Hard(source.WordsOf(row.Clause.Id) ?? "", source) is { } hint)
                yield return new("clause.plain", $"“{row.Heading}” could be plainer: {hint}", false, CheckPlace.Clause, row.Clause.Id.Text());
        }

        foreach (var question in source.Tender.Questions)
        {
            if (Hard(question.Question, source) is { } hint) yield return new("question.plain", $"“{question.Title}” could be asked more plainly: {hint}", false, CheckPlace.Questions);
        }
    }

    /// <summary>What makes words hard to read, the first of it; null where nothing does.</summary>
    private static string? Hard(string words, PackSource source) => PlainLanguage.Of(words, source.Project.Jargon).Hints.FirstOrDefault() switch
    {
        null => null,
        { Kind: HardWords.Jargon } hint => $"instead of “{hint.Quote}” write “{hint.Better}”.",
        { Kind: HardWords.LongSentence } hint => $"the sentence “{Short(hint.Quote)}” is long.",
        var hint => $"“{Short(hint.Quote)}” doesn’t say who does it.",
    };

    private static PublicationCheck Of(Refusal refusal, CheckPlace place) => new(refusal.Code, refusal.Message, true, place, Field: refusal.Field);

    private static string Short(string words) => words.Length <= 80 ? words : $"{words[..79].TrimEnd()}…";
}

using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using static CoDesign.Domain.Tenders.TenderRefusals;

namespace CoDesign.Domain.Tenders;

/// <summary>
/// Writes the whole of a tender of low value at once: what is wanted, by when, and what is asked, with a panel of one group. Refused from
/// the limit of low value on, and where criteria were written in groups of their own.
/// </summary>
/// <param name="Summary">1 to 2,000 characters.</param>
/// <param name="Value">Pounds, VAT included; below the limit of low value.</param>
/// <param name="Kind">What is bought.</param>
/// <param name="Start">When the contract begins.</param>
/// <param name="Months">How long it lasts, 1 to 240.</param>
/// <param name="Deadline">The last instant at which a bid is in time; it must lie ahead.</param>
/// <param name="Questions">1 to 5 questions of 1 to 500 characters, that count alike; one that was there before stays the same.</param>
/// <param name="Quality">What the answers count, from 1 to 99; the price counts the rest.</param>
public sealed record WriteOnePage(
    string? Summary, decimal Value, ContractKind Kind, DateOnly? Start, int Months, DateTimeOffset? Deadline, ImmutableArray<string> Questions, int Quality) : ITenderCommand;

/// <content>Tenders of low value.</content>
public static partial class DatedRules
{
    /// <summary>From which value, in pounds, a contract of low value is tendered at all.</summary>
    public static ImmutableArray<DatedRule<decimal>> LowValueFrom { get; } = [new(ActInForce, 5_000, "The authority’s own rules")];

    /// <summary>What a bidder vouches for by submitting, instead of papers.</summary>
    public static ImmutableArray<DatedRule<ImmutableArray<string>>> Vouching { get; } =
    [
        new(ActInForce,
        [
            "Nobody who runs our organisation, and nobody we would work with, is barred from public contracts.",
            "We pay our taxes, and at least the minimum wage.",
            "We can do this work, and are insured for it when it begins.",
            "What we wrote is true, and we show papers if we win and are asked.",
        ], "Procurement Act 2023, sections 57 and 58 and Schedules 6 and 7, in plain words"),
    ];
}

/// <content>Tenders of low value.</content>
public sealed partial record Tender
{
    /// <summary>Whether it is of low value, and so is one page.</summary>
    public bool IsOnePage => Value > 0 && Regime.Of(Value, Kind, RulesFrom).Kind == RegimeKind.LowValue;

    /// <summary>What bidders vouch for by submitting, where they need no papers.</summary>
    public DatedRule<ImmutableArray<string>> VouchedFor => DatedRules.Vouching.On(RulesFrom);

    /// <summary>The day whose rules hold: that of the notice, or while there is none one close to it.</summary>
    private DateOnly RulesFrom => NoticeOn ?? (Deadline is { } deadline ? UkDay.Of(deadline) : DateOnly.MaxValue);
}

/// <content>Tenders of low value.</content>
public sealed partial class TenderDecider
{
    private const int MostOnePage = 5;
    private const int OnePageWords = 200;

    private static Decision Write(Tender state, WriteOnePage c, Context context)
    {
        var described = Describe(new DescribeTender(c.Summary, c.Value, c.Start, c.Months, c.Kind));
        if (described.Refusal is { } wrong) return wrong;
        var limit = DatedRules.LowValue.On(UkDay.Of(context.Now));
        if (c.Value >= limit.Value) return NoOnePage(limit);
        var deadline = Set(new SetDeadline(c.Deadline), context.Now);
        if (deadline.Refusal is { } late) return late;
        if (c.Quality is < 1 or > 99) return QualityRange;
        if (state.Criteria.Where(one => one.Kind != CriterionKind.Price && one.Parent is null).ToArray() is not [{ Kind: CriterionKind.Group } quality]
            || state.Criteria.Exists(one => one.Parent is not null && one.Kind == CriterionKind.Group)) return OnePageCriteria;
        var asked = new List<string>();
        foreach (var typed in c.Questions.IsDefault ? [] : c.Questions)
        {
            if (Written.Words(typed, "questions", "the question", 500, out var question) is { } bad) return bad;
            if (!asked.Contains(question)) asked.Add(question);
        }

        if (asked.Count is 0 or > MostOnePage) return OnePageQuestions;
        return Decision.Accept([.. described.Events, .. deadline.Events, .. Asked(state, quality.Id, asked, context), .. Weighed(state, quality, c.Quality),
            .. state.Groups.IsEmpty ? [new PanelGroupSet(new PanelGroup("Panel", Weights.Whole, false))] : Array.Empty<IEvent>()]);
    }

    /// <summary>Questions that stay keep who they are, and with it what was written about them.</summary>
    private static IEnumerable<IEvent> Asked(Tender state, CriterionId quality, List<string> asked, Context context)
    {
        var shares = Weights.Share([.. asked.Select(_ => 1m)], Weights.Whole);
        foreach (var gone in state.Questions.Where(question => !asked.Contains(OneLine(question)))) yield return new CriterionRemoved(gone.Id);
        foreach (var (question, place) in asked.Select((question, place) => (question, place)))
        {
            if (state.Questions.FirstOrDefault(one => OneLine(one) == question) is { } kept)
            {
                if (kept.Weight != shares[place]) yield return new CriterionReweighed(kept.Id, shares[place]);
                continue;
            }

            yield return new CriterionAdded(new Criterion(new CriterionId(context.NewId(place + 1)), quality, Title(question), shares[place], CriterionKind.Question, question, OnePageWords, null, []));
        }
    }

    private static IEnumerable<IEvent> Weighed(Tender state, Criterion quality, int weight)
    {
        var price = state.Criteria.Find(one => one.Kind == CriterionKind.Price)!;
        if (quality.Weight != weight) yield return new CriterionReweighed(quality.Id, weight);
        if (price.Weight != Weights.Whole - weight) yield return new CriterionReweighed(price.Id, Weights.Whole - weight);
    }

    private static string OneLine(Criterion question) => question.Question.ReplaceLineEndings(" ");

    private static string Title(string question)
    {
        const int most = 60;
        var line = question.ReplaceLineEndings(" ").TrimEnd('?');
        if (line.Length <= most) return line;
        var end = line.LastIndexOf(' ', most);
        return $"{line[..(end > 0 ? end : most)]}…";
    }
}

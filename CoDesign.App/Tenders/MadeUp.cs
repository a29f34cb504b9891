using System.Collections.Immutable;
using System.Globalization;
using CoDesign.App.Shell;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Tenders;

namespace CoDesign.App.Tenders;

/// <summary>The made-up bids of a rehearsal, as they stand in the address; what isn't said there is made up too. Nothing of them is kept.</summary>
public sealed class MadeUp
{
    /// <summary>More scores than this can't stand in an address: then the groups of the panel give the same.</summary>
    private const int MostScores = 400;
    private const decimal UsualValue = 100_000;

    /// <summary>How good the answers of each are, from 0 to 1, for officers and for others, and its price as part of the value.</summary>
    private static readonly (decimal First, decimal Others, decimal Price)[] _usual = [(0.8m, 1, 1), (0.6m, 0.6m, 0.8m), (1, 0.6m, 0.95m), (0.6m, 0.8m, 0.9m), (0.4m, 0.2m, 0.6m)];

    private readonly TenderView _tender;
    private readonly IQueryCollection _said;
    private readonly ImmutableArray<PanelGroup> _groups;

    /// <summary>Reads them.</summary>
    public MadeUp(TenderView tender, IQueryCollection said)
    {
        (_tender, _said) = (tender, said);
        _groups = tender.Groups.IsEmpty ? [Rehearsal.WholePanel] : [.. tender.Groups];
        Count = int.TryParse(said["bids"], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Clamp(count, 3, 5) : 4;
        Questions = [.. CriteriaTree.Rows(tender.Criteria).Select(row => row.Criterion).Where(criterion => criterion.Kind == CriterionKind.Question)];
        IsTogether = _usual.Length * Questions.Length * _groups.Length > MostScores;
    }

    /// <summary>The lots, in order.</summary>
    public ImmutableList<Lot> Lots => _tender.Lots;

    /// <summary>The lot whose result is looked at, from 0.</summary>
    public int Lot => int.TryParse(_said["lot"], NumberStyles.None, CultureInfo.InvariantCulture, out var lot) ? Math.Clamp(lot, 1, Lots.Count) - 1 : 0;

    /// <summary>How many there are, 3 to 5.</summary>
    public int Count { get; }

    /// <summary>The questions, in order.</summary>
    public ImmutableArray<Criterion> Questions { get; }

    /// <summary>Whether there are so many questions that all groups give the same.</summary>
    public bool IsTogether { get; }

    /// <summary>The price that stands in for a benchmark where none is published.</summary>
    public decimal Benchmark => _tender.Value > 0 ? _tender.Value : UsualValue;

    /// <summary>What a bid is called.</summary>
    public static string Label(int bid) => $"Bid {(char)('A' + bid)}";

    /// <summary>The groups whose scores are asked for one by one.</summary>
    public ImmutableArray<string> GroupsOf(Criterion question) => IsTogether ? ["Everybody"] : [.. _groups.Where(group => question.IsScoredBy(group.Name)).Select(group => group.Name)];

    /// <summary>The field of a price.</summary>
    public static string PriceField(int bid, int lot) => lot == 0 ? $"p{bid}" : $"p{bid}.{lot}";

    /// <summary>The field of a score.</summary>
    public string ScoreField(int bid, Criterion question, string group) => $"s{bid}.{Questions.IndexOf(question)}.{Column(group)}";

    /// <summary>A price as it was typed, or made up.</summary>
    public string PriceTyped(int bid, int lot) =>
        _said[PriceField(bid, lot)] is [{ } typed] ? typed : decimal.Round(Worth(lot) * _usual[(bid + lot) % _usual.Length].Price).ToString("#,0", FormBinder.Culture);

    /// <summary>Whether what was typed is no price. Where there are lots, nothing typed is no bid for one.</summary>
    public bool IsWrong(int bid, int lot) => Price(bid, lot) is null && !(_tender.IsDivided && string.IsNullOrWhiteSpace(PriceTyped(bid, lot)));

    /// <summary>A price; null where what was typed is none.</summary>
    public decimal? Price(int bid, int lot) =>
        decimal.TryParse(PriceTyped(bid, lot).Trim().TrimStart('£'), NumberStyles.Number, FormBinder.Culture, out var price) && price is > 0 and <= 10_000_000_000m && decimal.Round(price, 2) == price ? price : null;

    /// <summary>What a group gives an answer.</summary>
    public int Points(int bid, Criterion question, string group)
    {
        var steps = question.Scale.Steps;
        if (int.TryParse(_said[ScoreField(bid, question, group)], NumberStyles.None, CultureInfo.InvariantCulture, out var points) && steps.Any(step => step.Points == points)) return points;
        var how = Column(group) == 0 ? _usual[bid].First : _usual[bid].Others;
        return steps[(int)decimal.Round(how * (steps.Length - 1))].Points;
    }

    /// <summary>The rehearsal of the lot that is looked at; null where a price is none, or nothing is asked yet.</summary>
    public Rehearsal? Rehearse() => Questions.IsEmpty || Enumerable.Range(0, Count).Any(bid => Enumerable.Range(0, Lots.Count).Any(lot => IsWrong(bid, lot)))
        ? null
        : Rehearsal.Of(Scheme, BidsFor(Lot), Worth(Lot));

    /// <summary>Who would get each lot.</summary>
    public ImmutableArray<ImmutableArray<string>> Winners() => Rehearsal.Winners(Scheme, [.. Enumerable.Range(0, Lots.Count).Select(BidsFor)], _tender.LotRules.MostWon);

    private Scheme Scheme => new(_tender.Criteria, _tender.Groups, _tender.PriceRule);

    private IReadOnlyList<MadeUpBid> BidsFor(int lot) =>
        [.. Enumerable.Range(0, Count).Where(bid => Price(bid, lot) is not null).Select(bid => new MadeUpBid(Label(bid), Price(bid, lot) ?? 0, (question, group) => Points(bid, question, group)))];

    private decimal Worth(int lot) => !_tender.IsDivided ? Benchmark : Lots[lot].Value > 0 ? Lots[lot].Value : decimal.Round(Benchmark / Lots.Count);

    private int Column(string group) => IsTogether ? 0 : Math.Max(0, _groups.Select(one => one.Name).ToList().IndexOf(group));
}

using CoDesign.Domain.Bids;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Evaluations;

/// <summary>A scheme with its bids and scores, without the streams around it.</summary>
internal sealed record Scoring
{
    public IReadOnlyList<Criterion> Criteria { get; init; } = [Question("Safe", 60), Price(40)];

    public IReadOnlyList<PanelGroup> Groups { get; init; } = [new("Officers", 60, false), new("Service users", 40, true)];

    public PriceRule Rule { get; init; } = PriceRule.Proportional;

    public IReadOnlyList<ReceivedBid> Bids { get; init; } = [];

    public IReadOnlyList<Score> Scores { get; init; } = [];

    public IReadOnlyDictionary<ParticipantId, string> GroupOf { get; init; } = new Dictionary<ParticipantId, string>
    {
        [Olu] = "Officers",
        [Orla] = "Officers",
        [Sam] = "Service users",
    };

    public Result Result => Result.Compute(Criteria, Groups, Rule, Bids, Scores, person => GroupOf.GetValueOrDefault(person));

    public static CriterionId Id(string title) => new(Derived.Guid(Guid.Empty, title));

    public static BidId Bid(string label) => new(Derived.Guid(Guid.Empty, label));

    public static Criterion Question(string title, decimal weight, string? under = null, int? passMark = null) => new(
        Id(title), under is null ? null : Id(under), title, weight, CriterionKind.Question, "How?", 100, passMark, []);

    public static Criterion Group(string title, decimal weight) => new(Id(title), null, title, weight, CriterionKind.Group, "", 0, null, []);

    public static Criterion Price(decimal weight) => new(Id("Price"), null, "Price", weight, CriterionKind.Price, "", 0, null, []);

    /// <summary>A bid more, with its price.</summary>
    public Scoring WithBid(string label, decimal price) => this with { Bids = [.. Bids, new ReceivedBid(Bid(label), label, label, price, [])] };

    /// <summary>A score more.</summary>
    public Scoring With(ParticipantId evaluator, string label, int points, string question = "Safe") =>
        this with { Scores = [.. Scores, new Score(evaluator, Bid(label), Id(question), points, "Because.")] };

    /// <summary>A bid more, scored by Olu, Orla and Sam.</summary>
    public Scoring WithBid(string label, decimal price, int olu, int orla, int sam) =>
        WithBid(label, price).With(Olu, label, olu).With(Orla, label, orla).With(Sam, label, sam);

    public ResultRow Row(string label) => Result.Rows.Single(row => row.Label == label);

    /// <summary>Ranks as one line: <c>A1 B2 C–</c>.</summary>
    public string Ranks => string.Join(' ', Result.Rows.Select(row => $"{row.Label}{(row.Rank is { } rank ? $"{rank}" : "–")}"));
}

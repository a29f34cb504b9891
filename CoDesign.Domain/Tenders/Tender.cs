using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Thread;

namespace CoDesign.Domain.Tenders;

/// <summary>What a criterion is.</summary>
public enum CriterionKind
{
    /// <summary>Holds other criteria.</summary>
    Group,

    /// <summary>A question that bidders answer and the panel scores.</summary>
    Question,

    /// <summary>The price.</summary>
    Price,
}

/// <summary>A criterion in the tree of award criteria.</summary>
/// <param name="Id">The criterion.</param>
/// <param name="Parent">The group it is in; null at the top.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Weight">Its share among its siblings; siblings total 100.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Question">What bidders are asked; empty unless a question.</param>
/// <param name="WordLimit">The longest answer, in words; 0 unless a question.</param>
/// <param name="PassMark">The mean below which a bid is excluded; null where there is none.</param>
/// <param name="From">The outcomes and clauses it comes from.</param>
public sealed record Criterion(
    CriterionId Id, CriterionId? Parent, string Title, decimal Weight, CriterionKind Kind,
    string Question, int WordLimit, int? PassMark, ImmutableArray<ThreadRef> From)
{
    /// <summary>Whether a group is the tender's social value; it decides ties after quality and service users.</summary>
    public bool IsSocialValue { get; init; }

    /// <summary>The steps from which its answers are scored.</summary>
    public Scale Scale { get; init; } = Scale.Usual;

    /// <summary>The groups of the panel that score it, with what each counts in it; empty where all do, as the tender weighs them.</summary>
    public ImmutableArray<GroupWeight> ScoredBy { get; init; } = [];

    /// <summary>When it is scored, and on what.</summary>
    public ScoringRound Round { get; init; }

    /// <summary>Whether bidders are asked to show evidence with their answer.</summary>
    public bool AsksEvidence { get; init; }

    /// <summary>Hours that an answer takes, as the commissioner knows it; null for the estimate.</summary>
    public decimal? Hours { get; init; }

    /// <summary>The groups that score it, with what each counts in it.</summary>
    /// <param name="groups">The groups of the panel, as the tender weighs them.</param>
    public IEnumerable<PanelGroup> GroupsOf(IEnumerable<PanelGroup> groups) => ScoredBy.IsEmpty
        ? groups
        : groups.Where(group => IsScoredBy(group.Name)).Select(group => group with { Weight = ScoredBy.First(one => one.Name == group.Name).Weight ?? 0 });

    /// <summary>Whether a group of the panel scores it.</summary>
    public bool IsScoredBy(string group) => ScoredBy.IsEmpty || ScoredBy.Any(one => one.Name == group);
}

/// <summary>A group of the panel, with its weight in every question that says nothing else.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Weight">Its share; all groups total 100.</param>
/// <param name="IsServiceUsers">Whether it is the group of those who use the service; it decides ties after quality.</param>
public sealed record PanelGroup(string Name, decimal Weight, bool IsServiceUsers);

/// <summary>A frozen version of the pack.</summary>
/// <param name="Reference">What people call the tender by.</param>
/// <param name="Hash">SHA-256 of <paramref name="Markdown"/> in UTF-8, 64 hexadecimal digits.</param>
/// <param name="Markdown">All documents, as they were.</param>
/// <param name="By">Who published.</param>
/// <param name="At">When, UTC.</param>
public sealed record Publication(string Reference, string Hash, string Markdown, ParticipantId By, DateTimeOffset At)
{
    /// <summary>1 for the first version, then without gaps.</summary>
    public int Number { get; init; } = 1;

    /// <summary>Why it follows the version before; empty for the first.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The last instant at which a bid is in time, as this version says.</summary>
    public DateTimeOffset Deadline { get; init; }
}

/// <summary>What is true of a tender.</summary>
public sealed partial record Tender
{
    /// <summary>The tender.</summary>
    public TenderId Id { get; init; }

    /// <summary>The project that it grew out of.</summary>
    public ProjectId Project { get; init; }

    /// <summary>What it is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>What is wanted, in short.</summary>
    public string Summary { get; init; } = "";

    /// <summary>The contract's estimated value in pounds, VAT included; 0 where not given yet.</summary>
    public decimal Value { get; init; }

    /// <summary>When the contract begins; null where not given yet.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>How long it lasts, in months; 0 where not given yet.</summary>
    public int Months { get; init; }

    /// <summary>What is bought.</summary>
    public ContractKind Kind { get; init; }

    /// <summary>The last instant at which a bid is in time, UTC.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>The tree of criteria: each after its parent, siblings in their order.</summary>
    public ImmutableList<Criterion> Criteria { get; init; } = [];

    /// <summary>The groups of the panel.</summary>
    public ImmutableList<PanelGroup> Groups { get; init; } = [];

    /// <summary>How the price is scored.</summary>
    public PriceRule PriceRule { get; init; } = PriceRule.Proportional;

    /// <summary>The published version that is in force; null before.</summary>
    public Publication? Publication { get; init; }

    /// <summary>The questions, in order.</summary>
    [JsonIgnore]
    public IEnumerable<Criterion> Questions => Criteria.Where(criterion => criterion.Kind == CriterionKind.Question);

    /// <summary>Whether a bid that arrives then is in time: at the deadline's instant exactly it is.</summary>
    public bool InTime(DateTimeOffset now) => Deadline is { } deadline && now <= deadline;

    /// <summary>What is true after something happened. What is written after publication waits for the next version.</summary>
    public Tender After(Recorded happened) => happened.Event switch
    {
        TenderPublished e => AfterFirst(new Publication(e.Reference, e.Hash, e.Markdown, happened.Actor, happened.At) { Deadline = e.Deadline }),
        IPublishedEvent e => AfterPublished(e, happened),
        IEarlyEvent e => AfterEarly(e, happened),
        IEnquiryEvent e => AfterEnquiry(e, happened),
        ISeekEvent e => AfterSeeking(e, happened.At),
        IPackEvent e => AfterPack(e) with { Draft = Draft?.AfterPack(e) },
        _ => Publication is null ? AfterWriting(happened) : AfterDraft(happened),
    };

    private Tender AfterFirst(Publication published) => this with { Publication = published, Versions = [published], NoticeOn = UkDay.Of(published.At) };

    private Tender AfterWriting(Recorded happened) => happened.Event switch
    {
        TenderCreated e => this with { Id = e.Tender, Project = e.Project, Title = e.Title },
        TenderDescribed e => this with { Summary = e.Summary, Value = e.Value, Start = e.Start, Months = e.Months, Kind = e.Kind },
        ListingDescribed e => this with { Listing = e.Listing },
        DeadlineSet e => this with { Deadline = e.Deadline },
        ITimetableEvent e => AfterTimetable(e),
        IAskEvent e => AfterAsks(e),
        IScoringEvent e => AfterScoring(e),
        ILotEvent e => AfterLot(e),
        ICriteriaEvent e => this with { Criteria = CriteriaTree.After(Criteria, e) },
        PanelGroupSet e => this with { Groups = Set(e.Group) },
        PanelGroupRemoved e => this with { Groups = Groups.RemoveAll(g => g.Name == e.Name) },
        PriceRuleChosen e => this with { PriceRule = e.Rule },
        _ => throw new InvalidOperationException($"A tender knows no event {happened.Event.GetType().Name}."),
    };

    private ImmutableList<PanelGroup> Set(PanelGroup group)
    {
        var index = Groups.FindIndex(g => g.Name == group.Name);
        return index < 0 ? Groups.Add(group) : Groups.SetItem(index, group);
    }
}

/// <summary>A tender began.</summary>
[EventName("tender.created.v1")]
public sealed record TenderCreated(TenderId Tender, ProjectId Project, string Title) : IEvent;

/// <summary>What is wanted was described.</summary>
[EventName("tender.described.v1")]
public sealed record TenderDescribed(string Summary, decimal Value, DateOnly? Start, int Months, ContractKind Kind = ContractKind.GoodsAndServices) : IEvent;

/// <summary>The deadline was set.</summary>
[EventName("deadline.set.v1")]
public sealed record DeadlineSet(DateTimeOffset Deadline) : IEvent;

/// <summary>A group of the panel has a weight.</summary>
[EventName("panel-group.set.v1")]
public sealed record PanelGroupSet(PanelGroup Group) : IEvent;

/// <summary>A group of the panel is gone.</summary>
[EventName("panel-group.removed.v1")]
public sealed record PanelGroupRemoved(string Name) : IEvent;

/// <summary>It is settled how the price is scored.</summary>
[EventName("price-rule.chosen.v1")]
public sealed record PriceRuleChosen(PriceRule Rule) : IEvent;

/// <summary>The pack was frozen and is public.</summary>
[EventName("tender.published.v1")]
public sealed record TenderPublished(string Reference, string Title, DateTimeOffset Deadline, string Hash, string Markdown, Notice? Notice = null) : IEvent;

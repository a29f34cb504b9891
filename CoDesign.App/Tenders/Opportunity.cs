using CoDesign.Domain.Tenders;

namespace CoDesign.App.Tenders;

/// <summary>Where an opportunity is, as people look for it.</summary>
public enum OpportunityStage
{
    /// <summary>A tender that takes bids.</summary>
    Open,

    /// <summary>Thought of; a tender may follow.</summary>
    Early,

    /// <summary>Thought of, and those who may bid can take part in it now.</summary>
    Engagement,

    /// <summary>Bids are no longer in time.</summary>
    Closed,

    /// <summary>A contract was awarded.</summary>
    Awarded,

    /// <summary>Work that main contractors offer to others.</summary>
    Subcontracts,
}

/// <summary>A line of the public register.</summary>
public sealed record Opportunity(TenderId Tender, string Reference, string Title, DateTimeOffset PublishedAt, DateTimeOffset Deadline)
{
    /// <summary>What it is.</summary>
    public required OpportunityForm Form { get; init; }

    /// <summary>What is wanted.</summary>
    public required string Summary { get; init; }

    /// <summary>Pounds, VAT included; 0 where not said; the most where it isn't settled.</summary>
    public required long Value { get; init; }

    /// <summary>The least that it may be worth; the value where it is settled.</summary>
    public required long LeastValue { get; init; }

    /// <summary>How it is listed.</summary>
    public required Listing Listing { get; init; }

    /// <summary>How many lots there are; 1 where it isn't divided.</summary>
    public required int Lots { get; init; }

    /// <summary>When it changed last in public.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Until when those who may bid can join before the tender is published; null where they can't.</summary>
    public required DateTimeOffset? EngagementUntil { get; init; }

    /// <summary>When a contract was awarded; null before.</summary>
    public required DateTimeOffset? AwardedAt { get; init; }

    /// <summary>Whether it is known when it closes, or when the tender is expected.</summary>
    public bool HasDate => Deadline < DateTimeOffset.MaxValue.AddDays(-1);

    /// <summary>Its page on this site.</summary>
    public string Path => Form == OpportunityForm.Subcontract ? $"/subcontracts/{Reference}" : $"/opportunities/{Reference}";

    /// <summary>Where it is then.</summary>
    public OpportunityStage StageAt(DateTimeOffset now) => Form switch
    {
        OpportunityForm.Planned => EngagementUntil >= now ? OpportunityStage.Engagement : OpportunityStage.Early,
        OpportunityForm.Subcontract => Deadline >= now ? OpportunityStage.Subcontracts : OpportunityStage.Closed,
        _ => AwardedAt is not null ? OpportunityStage.Awarded : Deadline >= now ? OpportunityStage.Open : OpportunityStage.Closed,
    };

    /// <summary>When it closes, or what is known of when it begins, in words.</summary>
    public string WhenAt(DateTimeOffset now) => StageAt(now) switch
    {
        OpportunityStage.Engagement => $"You can take part until {TenderDocument.When(EngagementUntil!.Value)}",
        OpportunityStage.Early => HasDate ? $"The tender is expected on {Shell.UkTime.Day(Shell.UkTime.DayOf(Deadline))}" : "It isn’t known yet when the tender comes",
        OpportunityStage.Open => $"Bids are in time until {TenderDocument.When(Deadline)}",
        OpportunityStage.Subcontracts => $"Answers are in time until {TenderDocument.When(Deadline)}",
        OpportunityStage.Awarded => $"Awarded on {TenderDocument.When(AwardedAt!.Value)}",
        _ => $"Closed on {TenderDocument.When(Deadline)}",
    };
}

/// <summary>What somebody looks for among the opportunities. All of it lies in the address.</summary>
public sealed record OpportunityFilter
{
    /// <summary>Words that must all be in it.</summary>
    public string Words { get; init; } = "";

    /// <summary>The least value in pounds.</summary>
    public long? Least { get; init; }

    /// <summary>The greatest value in pounds.</summary>
    public long? Most { get; init; }

    /// <summary>What is bought.</summary>
    public ContractKind? Kind { get; init; }

    /// <summary>Who buys; null for anybody, empty for the authority that runs the site.</summary>
    public string? Authority { get; init; }

    /// <summary>Where the work is done; null for anywhere.</summary>
    public string? Area { get; init; }

    /// <summary>The last moment at which it may close.</summary>
    public DateTimeOffset? ClosesBy { get; init; }

    /// <summary>Only what is thought to suit small organisations.</summary>
    public bool SuitsSmall { get; init; }

    /// <summary>Only what takes subcontracts.</summary>
    public bool TakesSubcontracts { get; init; }

    /// <summary>Only what welcomes bids by several organisations together.</summary>
    public bool WelcomesConsortia { get; init; }

    /// <summary>Where it is.</summary>
    public OpportunityStage Stage { get; init; }

    /// <summary>Whether everything that is open fits.</summary>
    public bool IsEmpty => this == new OpportunityFilter();
}

/// <summary>Some of what was found, and how much there is in all.</summary>
public sealed record FoundOpportunities(IReadOnlyList<Opportunity> Shown, int All);

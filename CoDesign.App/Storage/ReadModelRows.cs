namespace CoDesign.App.Storage;

/// <summary>Read model: the open six-digit codes.</summary>
public sealed class JoinCodeRow
{
    public required string Code { get; init; }
    public required string ProjectId { get; init; }
}

/// <summary>Read model: who is in which project.</summary>
public sealed class MembershipRow
{
    public required string ParticipantId { get; init; }
    public required string ProjectId { get; init; }
}

/// <summary>Read model: the public register of tenders, of what is thought of before them, and of work that main contractors offer.</summary>
public sealed class OpportunityRow
{
    /// <summary>The tender; of work that a main contractor offers, its own identifier.</summary>
    public required string TenderId { get; init; }
    public required string Reference { get; init; }
    public required string Title { get; set; }

    /// <summary>What it is, by name.</summary>
    public string Form { get; set; } = "Tender";

    /// <summary>When it became what it is, UTC ticks.</summary>
    public required long PublishedAt { get; set; }

    /// <summary>When it closes, UTC ticks; of what is thought of, when the tender is expected.</summary>
    public required long Deadline { get; set; }

    /// <summary>Until when those who may bid can join before, UTC ticks; 0 where they can't.</summary>
    public long EngagementUntil { get; set; }

    /// <summary>When a contract was awarded, UTC ticks; 0 before.</summary>
    public long AwardedAt { get; set; }

    /// <summary>When it changed last in public, UTC ticks.</summary>
    public long ChangedAt { get; set; }

    public string Summary { get; set; } = "";

    /// <summary>Pounds, VAT included; 0 where not said. Where it isn't settled, the most that it may be.</summary>
    public long Value { get; set; }

    /// <summary>The least that the value may be; the value where it is settled.</summary>
    public long LeastValue { get; set; }

    /// <summary>What is bought, by name.</summary>
    public string Kind { get; set; } = "";

    /// <summary>Who buys; empty for the authority that runs the site.</summary>
    public string Authority { get; set; } = "";

    /// <summary>Who buys, where the tender chose one of the authorities of the site; empty otherwise.</summary>
    public string AuthorityId { get; set; } = "";
    public string Area { get; set; } = "";
    public bool SuitsSmall { get; set; }
    public bool TakesSubcontracts { get; set; }
    public bool WelcomesConsortia { get; set; }

    /// <summary>How many lots there are; 1 where it isn't divided.</summary>
    public int Lots { get; set; } = 1;

    /// <summary>All words by which it is found, in small letters.</summary>
    public string Words { get; set; } = "";
}

/// <summary>Read model: the diary of what is published of all tenders.</summary>
public sealed class DiaryDateRow
{
    public required string TenderId { get; init; }

    /// <summary>What happens, by name.</summary>
    public required string Milestone { get; init; }

    /// <summary>When, as the number of the day.</summary>
    public required int Day { get; set; }
}

/// <summary>Read model: who sits on which panel.</summary>
public sealed class SeatRow
{
    public required string ParticipantId { get; init; }
    public required string PanelId { get; init; }
}

/// <summary>Read model: who offers work to others, and who wrote to whom about it, so that each finds it again.</summary>
public sealed class SubcontractSideRow
{
    /// <summary>The message; for who posted the offer, the offer's own identifier.</summary>
    public required string Id { get; init; }
    public required string SubcontractId { get; init; }
    public required string ParticipantId { get; init; }

    /// <summary>Whether the message was answered.</summary>
    public bool IsAnswered { get; set; }
}

/// <summary>Read model: who belongs to which organisation that offers services.</summary>
public sealed class ProviderMemberRow
{
    public required string ParticipantId { get; init; }
    public required string ProviderId { get; init; }
}

/// <summary>Read model: the organisations that agreed to be found.</summary>
public sealed class PublicProviderRow
{
    public required string ProviderId { get; init; }
    public required string Name { get; set; }

    /// <summary>All words by which it is found, in small letters.</summary>
    public required string Words { get; set; }
}

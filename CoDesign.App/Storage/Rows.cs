namespace CoDesign.App.Storage;

/// <summary>One event as it is kept.</summary>
public sealed class EventRow
{
    /// <summary>Place in the order of all events, from 1.</summary>
    public required long Position { get; init; }

    /// <summary>The stream's name; opaque where the stream is sealed.</summary>
    public required string StreamId { get; init; }

    /// <summary>Place in the stream, from 1.</summary>
    public required long Version { get; init; }

    /// <summary>The event's stable name; <c>sealed</c> where the stream is sealed.</summary>
    public required string Type { get; init; }

    /// <summary>UTF-8 JSON without erasable words; ciphertext where the stream is sealed.</summary>
    public required byte[] Payload { get; init; }

    /// <summary>Erasable words with their salt, UTF-8 JSON; null where there are none or they were erased.</summary>
    public byte[]? Words { get; set; }

    /// <summary>Who acted; empty where the stream is sealed.</summary>
    public required string ActorId { get; init; }

    /// <summary>When, UTC ticks; 0 where the stream is sealed.</summary>
    public required long At { get; init; }

    /// <summary>Keyed hash over this row and the one before it in the stream.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>On the first event of a sealed stream: its key, wrapped by a key outside the database.</summary>
    public byte[]? SealKey { get; init; }
}

/// <summary>The answer that an operation got, so that the same one again gets it too.</summary>
public sealed class OperationRow
{
    public required string OperationId { get; init; }
    public required string StreamId { get; init; }
    public required string ActorId { get; init; }
    public required long Version { get; init; }
    public Guid? Made { get; init; }
}

/// <summary>A state kept to save reading the whole history. A cache: may be deleted at any time.</summary>
public sealed class SnapshotRow
{
    public required string StreamId { get; init; }
    public required long Version { get; set; }

    /// <summary>Of the code that wrote it; a snapshot of other code is not read.</summary>
    public required string Stamp { get; set; }
    public required byte[] State { get; set; }
}

/// <summary>A text as it was after some of its steps, kept so that its history is quick. A cache: may be deleted at any time.</summary>
public sealed class MomentRow
{
    public required string StreamId { get; init; }

    /// <summary>How many steps of the text had made it.</summary>
    public required long Version { get; init; }

    /// <summary>The words and who wrote them, UTF-8 JSON.</summary>
    public required byte[] Moment { get; init; }
}

/// <summary>How far something that goes on after a restart has come: reactors in the order of all events, the sample from its beginning.</summary>
public sealed class CheckpointRow
{
    public required string Name { get; init; }

    /// <summary>A place in the order of all events; for the sample's beginning its time, UTC ticks.</summary>
    public required long Position { get; set; }
}

/// <summary>What somebody is called. Kept outside the events, so that it can be blanked.</summary>
public sealed class PersonRow
{
    public required string ParticipantId { get; init; }
    public required string Name { get; set; }
}

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

/// <summary>When somebody was in a project. Kept outside the events, and told to nobody else.</summary>
public sealed class VisitRow
{
    public required string ParticipantId { get; init; }
    public required string ProjectId { get; init; }

    /// <summary>The end of the visit before this one, UTC ticks; null where this is the first.</summary>
    public long? Before { get; init; }

    /// <summary>The last look, UTC ticks.</summary>
    public required long Last { get; init; }
}

/// <summary>What somebody saw of a document of a tender's pack. Kept outside the events, and told to nobody else.</summary>
public sealed class PackLookRow
{
    public required string ParticipantId { get; init; }
    public required string TenderId { get; init; }

    /// <summary>The document's key.</summary>
    public required string Document { get; init; }

    /// <summary>The marks of the blocks that were seen at the look before this one, eight bytes each.</summary>
    public required byte[] Before { get; init; }

    /// <summary>The same of the last look.</summary>
    public required byte[] Last { get; init; }

    /// <summary>The last look, UTC ticks.</summary>
    public required long At { get; init; }
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

/// <summary>Somebody who wants to be told of a tender: by e-mail, or in the app. Kept outside the events, so that it can be erased.</summary>
public sealed class FollowerRow
{
    /// <summary>Names the follower in links; 32 hexadecimal digits that nobody can guess.</summary>
    public required string Token { get; init; }
    public required string TenderId { get; init; }

    /// <summary>Where to write to; null for who is told in the app.</summary>
    public string? Email { get; init; }

    /// <summary>Who is told in the app; null for an address.</summary>
    public string? ParticipantId { get; init; }

    /// <summary>When they asked, UTC ticks.</summary>
    public required long AskedAt { get; init; }

    /// <summary>When they said yes, UTC ticks; null while an address hasn't.</summary>
    public long? ConfirmedAt { get; set; }

    /// <summary>When they last looked at the tender, UTC ticks.</summary>
    public required long Looked { get; set; }
}

/// <summary>Somebody who wants to be told by e-mail of new opportunities that fit a search. Kept outside the events, so that it can be erased.</summary>
public sealed class FollowedSearchRow
{
    /// <summary>Names it in links; 32 hexadecimal digits that nobody can guess.</summary>
    public required string Token { get; init; }
    public required string Email { get; init; }

    /// <summary>What is looked for, as it stands in addresses.</summary>
    public required string Query { get; init; }

    /// <summary>When they asked, UTC ticks.</summary>
    public required long AskedAt { get; init; }

    /// <summary>When they said yes, UTC ticks; null before.</summary>
    public long? ConfirmedAt { get; set; }

    /// <summary>They were told of everything that was published until then, UTC ticks.</summary>
    public required long ToldUntil { get; set; }
}

/// <summary>A message that waits to be sent; gone once it is.</summary>
public sealed class OutgoingRow
{
    public long Id { get; init; }
    public required string Email { get; init; }

    /// <summary>The follower whom it is for; empty where it isn't for one yet.</summary>
    public string Token { get; init; } = "";
    public required string Subject { get; init; }
    public required string Body { get; init; }

    /// <summary>When it was written, UTC ticks.</summary>
    public required long At { get; init; }
    public int Tries { get; set; }

    /// <summary>Not sent before, UTC ticks.</summary>
    public long NotBefore { get; set; }
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

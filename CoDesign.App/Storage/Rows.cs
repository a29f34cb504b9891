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

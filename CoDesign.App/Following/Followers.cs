using CoDesign.App.Storage;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;
using Microsoft.EntityFrameworkCore;

namespace CoDesign.App.Following;

/// <summary>A tender that somebody follows.</summary>
/// <param name="Tender">The tender.</param>
/// <param name="Looked">When they looked at it last.</param>
public sealed record Followed(TenderId Tender, DateTimeOffset Looked);

/// <summary>
/// Who follows which tender. Kept outside the history, so that it can be erased, and told to nobody: neither who, nor how many.
/// </summary>
public sealed class Followers(IDbContextFactory<CoDesignDb> databases, TimeProvider time)
{
    /// <summary>How many addresses may wait for their confirmation in an hour, so that nobody can have this site send to many.</summary>
    private const int MostAsked = 100;

    private static readonly Refusal _tooMany = new("follow.too-many", "Too many people have asked for this just now. Try again in an hour.", "email");

    /// <summary>
    /// Asks an address whether it wants to be told of a tender. An address that is told already, or was asked, gets no second
    /// message, and nobody who asks learns that.
    /// </summary>
    public Refusal? Ask(TenderId tender, string title, string? email)
    {
        if (EmailAddress.Read(email, out var kept) is { } bad) return bad;
        using var db = databases.CreateDbContext();
        var (where, now) = (tender.Text(), time.GetUtcNow());
        var hourAgo = now.AddHours(-1).UtcTicks;
        db.Followers.Where(f => f.ConfirmedAt == null && f.AskedAt < hourAgo).ExecuteDelete();
        if (db.Followers.Any(f => f.TenderId == where && f.Email == kept)) return null;
        if (db.Followers.Count(f => f.ConfirmedAt == null) >= MostAsked) return _tooMany;
        var token = EmailAddress.NewToken();
        db.Followers.Add(new FollowerRow { Token = token, TenderId = where, Email = kept, AskedAt = now.UtcTicks, Looked = now.UtcTicks });
        db.Outgoing.Add(new OutgoingRow
        {
            Email = kept,
            Subject = $"Do you want to follow “{title}”?",
            Body = $"Somebody, perhaps you, asked us to tell this address when “{title}” changes.\n\nIf that was you, say yes here within an hour:\n{Postman.Site}/follow/{token}\n\nIf it wasn't, do nothing, and we forget this address.\n",
            At = now.UtcTicks,
        });
        db.SaveChanges();
        return null;
    }

    /// <summary>The tender that a link is for; null where the link is spent.</summary>
    public TenderId? Find(string token)
    {
        using var db = databases.CreateDbContext();
        return db.Followers.AsNoTracking().FirstOrDefault(f => f.Token == token) is { } row ? TenderId.From(Guid.ParseExact(row.TenderId, "n")) : null;
    }

    /// <summary>Somebody said yes by their link.</summary>
    public void Confirm(string token)
    {
        using var db = databases.CreateDbContext();
        var now = (long?)time.GetUtcNow().UtcTicks;
        db.Followers.Where(f => f.Token == token && f.ConfirmedAt == null).ExecuteUpdate(set => set.SetProperty(f => f.ConfirmedAt, now));
    }

    /// <summary>Somebody wants no more messages; their address is forgotten, and so is what was still to be sent to it.</summary>
    public void Stop(string token)
    {
        using var db = databases.CreateDbContext();
        if (db.Followers.AsNoTracking().FirstOrDefault(f => f.Token == token) is not { } row) return;
        db.Followers.Where(f => f.Token == token).ExecuteDelete();
        if (row.Email is { } email) db.Outgoing.Where(o => o.Email == email && o.Token == token).ExecuteDelete();
    }

    /// <summary>Somebody who is signed in follows a tender, or no longer does.</summary>
    public void Set(TenderId tender, ParticipantId person, bool follows)
    {
        using var db = databases.CreateDbContext();
        var (where, who, now) = (tender.Text(), person.Text(), time.GetUtcNow().UtcTicks);
        db.Followers.Where(f => f.TenderId == where && f.ParticipantId == who).ExecuteDelete();
        if (!follows) return;
        db.Followers.Add(new FollowerRow { Token = EmailAddress.NewToken(), TenderId = where, ParticipantId = who, AskedAt = now, ConfirmedAt = now, Looked = now });
        db.SaveChanges();
    }

    /// <summary>The tenders that somebody who is signed in follows.</summary>
    public IReadOnlyList<Followed> Of(ParticipantId person)
    {
        if (person == ParticipantId.Public) return [];
        using var db = databases.CreateDbContext();
        var who = person.Text();
        return [.. db.Followers.AsNoTracking().Where(f => f.ParticipantId == who).AsEnumerable()
            .Select(f => new Followed(TenderId.From(Guid.ParseExact(f.TenderId, "n")), new DateTimeOffset(f.Looked, TimeSpan.Zero)))];
    }

    /// <summary>Somebody who follows a tender has looked at it now.</summary>
    public void Look(TenderId tender, ParticipantId person)
    {
        using var db = databases.CreateDbContext();
        var (where, who, now) = (tender.Text(), person.Text(), time.GetUtcNow().UtcTicks);
        db.Followers.Where(f => f.TenderId == where && f.ParticipantId == who).ExecuteUpdate(set => set.SetProperty(f => f.Looked, now));
    }
}

using CoDesign.App.Storage;
using CoDesign.App.Tenders;
using CoDesign.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace CoDesign.App.Following;

/// <summary>
/// Who is told by e-mail of new opportunities that fit a search. Kept outside the history, so that it can be erased, and told to
/// nobody. What is new is looked for just before post goes out, and noted in the same transaction as the message: none is lost, none
/// goes out twice, and what became public at once comes in one message.
/// </summary>
public sealed class FollowedSearches(IDbContextFactory<CoDesignDb> databases, TimeProvider time)
{
    /// <summary>How many addresses may wait for their confirmation in an hour, so that nobody can have this site send to many.</summary>
    private const int MostAsked = 100;

    private static readonly Refusal _tooMany = new("follow.too-many", "Too many people have asked for this just now. Try again in an hour.", "email");
    private readonly Lock _telling = new();

    /// <summary>Asks an address whether it wants to be told. One that is told already, or was asked, gets no second message, and nobody who asks learns that.</summary>
    public Refusal? Ask(OpportunityFilter filter, string? email)
    {
        if (EmailAddress.Read(email, out var kept) is { } bad) return bad;
        using var db = databases.CreateDbContext();
        var (query, now) = (OpportunityQuery.Write(filter), time.GetUtcNow());
        var hourAgo = now.AddHours(-1).UtcTicks;
        db.FollowedSearches.Where(s => s.ConfirmedAt == null && s.AskedAt < hourAgo).ExecuteDelete();
        if (db.FollowedSearches.Any(s => s.Query == query && s.Email == kept)) return null;
        if (db.FollowedSearches.Count(s => s.ConfirmedAt == null) >= MostAsked) return _tooMany;
        var token = EmailAddress.NewToken();
        var words = OpportunityWords.Of(filter);
        db.FollowedSearches.Add(new FollowedSearchRow { Token = token, Email = kept, Query = query, AskedAt = now.UtcTicks, ToldUntil = now.UtcTicks });
        db.Outgoing.Add(new OutgoingRow
        {
            Email = kept,
            Subject = "Do you want to be told of new opportunities?",
            Body = $"Somebody, perhaps you, asked us to tell this address when there is something new in:\n\n{words}\n\nIf that was you, say yes here within an hour:\n{Postman.Site}/follow/{token}\n\nIf it wasn't, do nothing, and we forget this address.\n",
            At = now.UtcTicks,
        });
        db.SaveChanges();
        return null;
    }

    /// <summary>The search that a link is for, as it stands in addresses; null where the link is spent.</summary>
    public string? Find(string token)
    {
        using var db = databases.CreateDbContext();
        return db.FollowedSearches.AsNoTracking().FirstOrDefault(s => s.Token == token)?.Query;
    }

    /// <summary>Somebody said yes by their link; they are told of what comes from now on.</summary>
    public void Confirm(string token)
    {
        using var db = databases.CreateDbContext();
        var now = time.GetUtcNow().UtcTicks;
        db.FollowedSearches.Where(s => s.Token == token && s.ConfirmedAt == null)
            .ExecuteUpdate(set => set.SetProperty(s => s.ConfirmedAt, (long?)now).SetProperty(s => s.ToldUntil, now));
    }

    /// <summary>Somebody wants no more messages; their address is forgotten, and so is what was still to be sent to it.</summary>
    public void Stop(string token)
    {
        using var db = databases.CreateDbContext();
        if (db.FollowedSearches.Where(s => s.Token == token).ExecuteDelete() > 0) db.Outgoing.Where(o => o.Token == token).ExecuteDelete();
    }

    /// <summary>Writes a message to each for whose search something became public since they were told last.</summary>
    public void Tell()
    {
        lock (_telling)
        {
            using var db = databases.CreateDbContext();
            var latest = db.Opportunities.Max(o => (long?)o.PublishedAt) ?? 0;
            var waiting = db.FollowedSearches.Where(s => s.ConfirmedAt != null && s.ToldUntil < latest).ToArray();
            if (waiting.Length == 0) return;
            var now = time.GetUtcNow();
            foreach (var same in waiting.GroupBy(s => (s.Query, s.ToldUntil)))
            {
                var filter = OpportunityQuery.Parse(same.Key.Query);
                var found = Opportunities.Since(db, filter, new DateTimeOffset(same.Key.ToldUntil, TimeSpan.Zero), now);
                foreach (var search in same)
                {
                    if (found.Count > 0) db.Outgoing.Add(Message(search, filter, found, now));
                    search.ToldUntil = found.Count == Opportunities.PageSize ? found[^1].PublishedAt.UtcTicks : latest;
                }
            }

            db.SaveChanges();
        }
    }

    private static OutgoingRow Message(FollowedSearchRow search, OpportunityFilter filter, IReadOnlyList<Opportunity> found, DateTimeOffset now)
    {
        var each = found.Select(one => $"{one.Title}\n{one.WhenAt(now)}\n{Postman.Site}{one.Path}\n");
        return new OutgoingRow
        {
            Email = search.Email,
            Token = search.Token,
            Subject = found.Count == 1 ? $"New: {found[0].Title}" : $"{found.Count} new opportunities",
            Body = $"New in: {OpportunityWords.Of(filter)}\n\n{string.Join('\n', each)}\nYou get this because you follow this search. To get no more of it:\n{Postman.Site}/follow/{search.Token}/stop\n",
            At = now.UtcTicks,
        };
    }
}

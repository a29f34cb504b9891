using CoDesign.App.Following;
using CoDesign.App.Identity;
using CoDesign.App.Live;
using CoDesign.App.Storage;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;
using CoDesign.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace CoDesign.App.Bids;

/// <summary>
/// Tells teams by e-mail what <see cref="BidReminder"/> says they are to be told. The words say nothing of a bid or a tender, and the
/// message lies sealed while it waits. It is put to the post before that is noted, so that a kill between the two tells twice and never not at all.
/// </summary>
public sealed class BidReminders(
    LiveStreams live, Clock clock, IDbContextFactory<CoDesignDb> databases, SealedPost post, IServiceScopeFactory scopes, ILogger<BidReminders> log) : Chore(TimeSpan.FromMinutes(1), log)
{
    private const string Subject = "Please look at your work on CoDesign";
    private const string Body =
        "Something that you work on here isn't finished as it stands, or is to be confirmed, and it has a time by which that must be done.\n\n" +
        "Sign in to see what it is:\n" + Postman.Site + "/projects\n\n" +
        "Your colleagues who work on it with you are told too, and nobody else. Its page has a button for getting no more of these.\n";

    /// <summary>Long enough after a deadline for it not to be moved any more.</summary>
    private static readonly TimeSpan _longOver = TimeSpan.FromDays(7);

    /// <summary>Bids that nobody is told of any more, so that they needn't stay in memory.</summary>
    private readonly HashSet<StreamId> _over = [];

    /// <summary>Looks once at every bid that can still be changed.</summary>
    protected override async Task TurnAsync(CancellationToken stopping)
    {
        var now = clock.Now();
        var reading = new Reading(live);
        foreach (var id in reading.Sealed("bid").Where(id => !_over.Contains(id)).ToArray())
        {
            stopping.ThrowIfCancellationRequested();
            if (reading.Find<Bid>(id) is not { } bid || reading.Find<Tender>(bid.Tender.Stream) is not { } tender) continue;
            if (bid.IsOpened || tender.Deadline + _longOver < now) _over.Add(id);
            var due = BidReminder.Due(bid, tender, now, () => BidProgress.Of(bid, tender, text => reading.Find<TextDocument>(text)?.Text));
            if (due.IsEmpty) continue;
            await PostAsync(bid);
            foreach (var key in due) await live.ExecuteAsync(id, new NoteReminder(key), ParticipantId.System, new OperationId(Derived.Guid(id.Value, $"reminder {key}")));
        }
    }

    private async Task PostAsync(Bid bid)
    {
        await using var scope = scopes.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<Accounts>();
        await using var db = await databases.CreateDbContextAsync();
        foreach (var person in bid.Team.Except(bid.Unreminded))
        {
            if (await accounts.AddressOfAsync(person) is { } address) db.Outgoing.Add(post.Close(address, Subject, Body));
        }

        await db.SaveChangesAsync();
    }
}

using CoDesign.App.Following;
using CoDesign.App.Identity;
using CoDesign.App.Live;
using CoDesign.App.Storage;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;
using Microsoft.EntityFrameworkCore;

namespace CoDesign.App.Tenders;

/// <summary>
/// Tells those who booked a visit by e-mail that it was changed or called off. The words say nothing of which, and the message lies
/// sealed while it waits. It is put to the post before that is noted, so that a kill between the two tells twice and never not at all.
/// </summary>
public sealed class VisitNews(LiveStreams live, IDbContextFactory<CoDesignDb> databases, SealedPost post, IServiceScopeFactory scopes, ILogger<VisitNews> log)
    : Chore(TimeSpan.FromMinutes(1), log)
{
    private const string Subject = "Something that you booked on CoDesign has changed";
    private const string Body = "A time that you booked here was changed or called off.\n\nSign in and look at the page where you booked it:\n" + Postman.Site + "/opportunities\n";

    /// <summary>Looks once at all visits.</summary>
    protected override async Task TurnAsync(CancellationToken stopping)
    {
        var reading = new Reading(live);
        foreach (var id in reading.Sealed("visit").ToArray())
        {
            foreach (var booking in reading.Find<SiteVisits>(id)?.ToTell.ToArray() ?? [])
            {
                stopping.ThrowIfCancellationRequested();
                await PostAsync(booking.By);
                await live.ExecuteAsync(id, new NoteVisitTold(booking.By), ParticipantId.System, OperationId.New());
            }
        }
    }

    private async Task PostAsync(ParticipantId person)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<Accounts>().AddressOfAsync(person) is not { } address) return;
        await using var db = await databases.CreateDbContextAsync();
        db.Outgoing.Add(post.Close(address, Subject, Body));
        await db.SaveChangesAsync();
    }
}

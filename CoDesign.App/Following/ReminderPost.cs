using CoDesign.App.Evaluations;
using CoDesign.App.Identity;
using CoDesign.App.Live;
using CoDesign.App.Storage;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace CoDesign.App.Following;

/// <summary>
/// Writes a reminder to who has an account, in the same transaction as the reminder itself. It is the same for everybody, names
/// neither tender nor bids, and says nothing of how far anybody is.
/// </summary>
public sealed class ReminderPost(IServiceScopeFactory scopes, MailSettings mail) : IReadModel
{
    private const string Subject = "Some scoring waits for you";

    /// <inheritdoc />
    public void Apply(CoDesignDb db, Recorded happened)
    {
        if (happened.Event is not EvaluatorReminded reminded || !mail.IsOffered) return;
        using var scope = scopes.CreateScope();
        var person = reminded.Person.Text();
        var account = scope.ServiceProvider.GetRequiredService<IdentityDb>().Users.AsNoTracking().FirstOrDefault(one => one.Participant == person);
        if (account is not { Email: { } address, IsSuspended: false }) return;
        db.Outgoing.Add(new OutgoingRow
        {
            Email = address.ToLowerInvariant(),
            Subject = Subject,
            Body = ScoringWords.ReminderMail.Replace("{panel}", $"{Postman.Site}/panels/{happened.Stream.Value:n}", StringComparison.Ordinal),
            At = happened.At.UtcTicks,
        });
    }
}

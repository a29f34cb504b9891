using CoDesign.App.Evaluations;
using CoDesign.App.Live;
using CoDesign.App.Storage;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;

namespace CoDesign.App.Following;

/// <summary>
/// Writes a reminder to who has an account, in the same transaction as the reminder itself. It is the same for everybody, names
/// neither tender nor bids, and says nothing of how far anybody is.
/// </summary>
public sealed class ReminderPost(Addresses addresses, MailSettings mail) : IReadModel
{
    private const string Subject = "Some scoring waits for you";

    /// <inheritdoc />
    public void Apply(CoDesignDb db, Recorded happened)
    {
        if (happened.Event is not EvaluatorReminded reminded || !mail.IsOffered || addresses.Of(reminded.Person) is not { } address) return;
        db.Outgoing.Add(new OutgoingRow
        {
            Email = address,
            Subject = Subject,
            Body = ScoringWords.ReminderMail.Replace("{panel}", $"{Postman.Site}/panels/{happened.Stream.Value:n}", StringComparison.Ordinal),
            At = happened.At.UtcTicks,
        });
    }
}

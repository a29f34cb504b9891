using CoDesign.App.Evaluations;
using CoDesign.App.Live;
using CoDesign.App.Storage;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;

namespace CoDesign.App.Following;

/// <summary>
/// Tells each bid's team, and the panel, that the decision is made, in the same transaction as the decision: nobody is left out, and
/// nobody is told twice. What was decided isn't said; all bidders get the same words at the same moment, so that having a message,
/// its length or its time tells nothing. It lies sealed while it waits, since to whom it goes tells who bids.
/// </summary>
public sealed class AwardPost(Addresses addresses, SealedPost post, MailSettings mail) : IReadModel
{
    private const string Subject = "The decision about your bid is made";
    private const string Body =
        "Hello,\n\nit is decided who gets the work that you bid for. What was decided, and why, is on the page of your bid:\n{bid}\n\n" +
        "Everybody who bid gets this message now, in the same words.\n";

    /// <inheritdoc />
    public void Apply(CoDesignDb db, Recorded happened)
    {
        if (happened.Event is not AwardAnnounced announced || !mail.IsOffered) return;
        foreach (var team in announced.Teams)
            Write(db, team.People, Subject, Body.Replace("{bid}", $"{Postman.Site}/bids/{team.Bid}", StringComparison.Ordinal));
        Write(db, announced.Panel, ScoringWords.AwardMailSubject, ScoringWords.AwardMail.Replace("{after}", $"{Postman.Site}/panels/{happened.Stream.Value:n}/after", StringComparison.Ordinal));
    }

    private void Write(CoDesignDb db, IEnumerable<ParticipantId> people, string subject, string body)
    {
        foreach (var address in people.Select(addresses.Of).OfType<string>()) db.Outgoing.Add(post.Close(address, subject, body));
    }
}

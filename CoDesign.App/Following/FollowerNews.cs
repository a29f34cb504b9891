using CoDesign.App.Live;
using CoDesign.App.Storage;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;

namespace CoDesign.App.Following;

/// <summary>
/// Writes a message to each who follows a tender by e-mail, in the same transaction as what it tells of: none is lost, and none
/// goes out twice. Nobody is named in it.
/// </summary>
public sealed class FollowerNews : IReadModel
{
    /// <inheritdoc />
    public void Apply(CoDesignDb db, Recorded happened)
    {
        if (happened.Event is not (TenderPublished or TenderAmended or TenderWithdrawn or EnquiryAnswered or EarlyNoticePublished or EarlyNoticeWithdrawn or EngagementInvited)) return;
        var tender = happened.Stream.Value.ToString("n");
        if (db.Opportunities.Find(tender) is not { } opportunity) return;
        var address = $"{Postman.Site}/opportunities/{opportunity.Reference}";
        var (subject, body) = happened.Event switch
        {
            TenderAmended e => ($"Changed: {opportunity.Title} ({opportunity.Reference})",
                $"“{opportunity.Title}” was changed. This is version {e.Number}.\n\nWhy: {e.Reason}\n\nBids are in time until {TenderDocument.When(e.Deadline)}.\n\nRead what changed:\n{address}/versions/{e.Number}\n"),
            TenderWithdrawn e => ($"Taken back: {opportunity.Title} ({opportunity.Reference})",
                $"“{opportunity.Title}” was taken back, so nobody can bid for it any more.\n\nWhy: {e.Reason}\n\n{address}\n"),
            EnquiryAnswered e => ($"Answered: {opportunity.Title} ({opportunity.Reference})",
                $"A question about “{opportunity.Title}” was answered.\n\n{e.Shown}\n\n{e.Answer}\n\nAll questions and answers:\n{address}#enquiries\n"),
            TenderPublished e => ($"Published: {opportunity.Title} ({opportunity.Reference})",
                $"“{opportunity.Title}” takes bids now, until {TenderDocument.When(e.Deadline)}.\n\nRead what is asked, and bid:\n{address}\n"),
            EarlyNoticePublished => ($"Changed: {opportunity.Title} ({opportunity.Reference})",
                $"What is thought of for “{opportunity.Title}” was changed.\n\n{opportunity.Summary}\n\n{address}\n"),
            EarlyNoticeWithdrawn e => ($"Taken back: {opportunity.Title} ({opportunity.Reference})",
                $"The early notice of “{opportunity.Title}” was taken back, so no tender is planned for now.\n\nWhy: {e.Reason}\n\n{address}\n"),
            EngagementInvited e => ($"Take part: {opportunity.Title} ({opportunity.Reference})",
                $"You are invited to take part before “{opportunity.Title}” is written.\n\n{e.Engagement.Invitation}\n\nYou can join until {TenderDocument.When(e.Engagement.Until)}:\n{address}\n"),
            _ => throw new InvalidOperationException("Nothing is told of this."),
        };
        foreach (var follower in db.Followers.Where(f => f.TenderId == tender && f.ConfirmedAt != null && f.Email != null).ToArray())
        {
            db.Outgoing.Add(new OutgoingRow
            {
                Email = follower.Email!,
                Token = follower.Token,
                Subject = subject,
                Body = $"{body}\nYou get this because you follow this tender. To get no more of it:\n{Postman.Site}/follow/{follower.Token}/stop\n",
                At = happened.At.UtcTicks,
            });
        }
    }
}

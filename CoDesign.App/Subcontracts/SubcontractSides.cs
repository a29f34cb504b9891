using CoDesign.App.Following;
using CoDesign.App.Live;
using CoDesign.App.Storage;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Subcontracts;
using Microsoft.EntityFrameworkCore;

namespace CoDesign.App.Subcontracts;

/// <summary>
/// Keeps who offers work and who wrote about it, and tells each by e-mail of what the other wrote, in the same transaction. What was
/// written stays on the site: it is between the two, and not even the offer is named.
/// </summary>
public sealed class SubcontractPost(Addresses addresses, MailSettings mail) : IReadModel
{
    /// <inheritdoc />
    public void Apply(CoDesignDb db, Recorded happened)
    {
        var offer = happened.Stream.Value.ToString("n");
        switch (happened.Event)
        {
            case SubcontractPosted:
                db.SubcontractSides.Add(new() { Id = offer, SubcontractId = offer, ParticipantId = happened.Actor.Text() });
                break;
            case PosterContacted e:
                db.SubcontractSides.Add(new() { Id = e.Contact.Text(), SubcontractId = offer, ParticipantId = happened.Actor.Text() });
                Write(db, offer, db.SubcontractSides.Find(offer), happened.At, "Somebody wrote to you about your offer of work",
                    "somebody wrote to you about work that you offer to others. Only you read it. Read it, and answer, here:");
                break;
            case ContactAnswered e when db.SubcontractSides.Find(e.Contact.Text()) is { IsAnswered: false } asked:
                asked.IsAnswered = true;
                Write(db, offer, asked, happened.At, "You have an answer about an offer of work",
                    "you wrote to somebody who offers work to others, and they answered. Only you read it, here:");
                break;
        }
    }

    /// <summary>Nobody is led to an offer that was taken off the site.</summary>
    private void Write(CoDesignDb db, string offer, SubcontractSideRow? to, DateTimeOffset at, string subject, string words)
    {
        if (!mail.IsOffered || db.Opportunities.Find(offer) is not { } listed || to is null || addresses.Of(ParticipantId.From(Guid.ParseExact(to.ParticipantId, "n"))) is not { } address) return;
        db.Outgoing.Add(new OutgoingRow
        {
            Email = address,
            Subject = subject,
            Body = $"Hello,\n\n{words}\n{Postman.Site}/subcontracts/{listed.Reference}#contacts\n",
            At = at.UtcTicks,
        });
    }
}

/// <summary>Finds the offers of work that somebody posted or wrote about.</summary>
public sealed class SubcontractSides(IDbContextFactory<CoDesignDb> databases)
{
    /// <summary>The offers of somebody, each once.</summary>
    public IReadOnlyList<SubcontractId> Of(ParticipantId person)
    {
        using var db = databases.CreateDbContext();
        var name = person.Text();
        return [.. db.SubcontractSides.AsNoTracking().Where(side => side.ParticipantId == name).Select(side => side.SubcontractId).Distinct().AsEnumerable()
            .Select(text => SubcontractId.From(Guid.ParseExact(text, "n")))];
    }
}

using System.Globalization;
using CoDesign.App.Live;
using CoDesign.App.Storage;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;

namespace CoDesign.App.Tenders;

/// <summary>What a line of the public register is.</summary>
public enum OpportunityForm
{
    /// <summary>A tender that was published.</summary>
    Tender,

    /// <summary>What is thought of, before a tender is published.</summary>
    Planned,

    /// <summary>Work that a main contractor offers to others.</summary>
    Subcontract,
}

/// <summary>Keeps the public register: of each tender what its latest published version says, or its early notice before.</summary>
public sealed class OpportunityTable : IReadModel
{
    /// <summary>Stands where nobody knows yet when a tender is expected.</summary>
    internal static readonly long Unknown = DateTimeOffset.MaxValue.UtcTicks;

    /// <inheritdoc />
    public void Apply(CoDesignDb db, Recorded happened)
    {
        var (id, at) = (happened.Stream.Value.ToString("n"), happened.At.UtcTicks);
        switch (happened.Event)
        {
            case TenderPublished e:
                Publish(Row(db, id, e.Reference, e.Title), e.Deadline, e.Notice, at);
                break;
            case TenderAmended e:
                var amended = db.Opportunities.Find(id)!;
                (amended.Deadline, amended.ChangedAt) = (e.Deadline.UtcTicks, at);
                Show(amended, e.Notice);
                break;
            case TenderWithdrawn or EarlyNoticeWithdrawn:
                Close(db.Opportunities.Find(id)!, at);
                break;
            case EarlyNoticePublished e:
                Announce(Row(db, id, e.Reference, e.Title), e.Notice, at);
                break;
            case EngagementInvited e:
                Change(db.Opportunities.Find(id)!, at, row => (row.PublishedAt, row.EngagementUntil) = (at, Math.Max(row.EngagementUntil, e.Engagement.Until.UtcTicks)));
                break;
            case AwardMade { IsLast: true } or LotEnded { IsLast: true, IsAwarded: true }:
                if (OfPanel(db, happened.Stream) is { } awarded) Change(awarded, at, row => row.AwardedAt = at);
                break;
        }
    }

    /// <summary>Nobody can bid, or take part, from the moment that it is taken back.</summary>
    private static void Close(OpportunityRow row, long at) => Change(row, at, _ =>
        (row.Form, row.Deadline, row.EngagementUntil) = (nameof(OpportunityForm.Tender), Math.Min(row.Deadline, at), 0));

    private static void Publish(OpportunityRow row, DateTimeOffset deadline, Notice? notice, long at)
    {
        (row.Form, row.PublishedAt, row.ChangedAt, row.Deadline, row.EngagementUntil) = (nameof(OpportunityForm.Tender), at, at, deadline.UtcTicks, 0);
        Show(row, notice);
    }

    private static void Announce(OpportunityRow row, EarlyNotice notice, long at)
    {
        if (row.Form != nameof(OpportunityForm.Planned)) (row.Form, row.PublishedAt) = (nameof(OpportunityForm.Planned), at);
        row.ChangedAt = at;
        row.Deadline = notice.Expected is { } day ? Shell.UkTime.At(day.ToDateTime(TimeOnly.MinValue)).UtcTicks : Unknown;
        Show(row, new Notice(notice.Summary, notice.Most, notice.Kind, notice.Listing));
        row.LeastValue = (long)notice.Least;
    }

    /// <summary>The tender's line: the one of its early notice, where there was one, so that who follows it comes along.</summary>
    private static OpportunityRow Row(CoDesignDb db, string id, string reference, string title)
    {
        if (db.Opportunities.Find(id) is { } there) return there;
        var row = new OpportunityRow { TenderId = id, Reference = reference, Title = title, PublishedAt = 0, Deadline = 0, Form = "" };
        db.Opportunities.Add(row);
        return row;
    }

    /// <summary>A panel's identifier follows from its tender's, and not the other way; awards are rare enough to look through those without one.</summary>
    private static OpportunityRow? OfPanel(CoDesignDb db, StreamId panel) => db.Opportunities.Where(row => row.AwardedAt == 0 && row.Form == nameof(OpportunityForm.Tender))
        .AsEnumerable().FirstOrDefault(row => TenderId.From(Guid.ParseExact(row.TenderId, "n")).Panel.Stream == panel);

    private static void Change(OpportunityRow row, long at, Action<OpportunityRow> change)
    {
        row.ChangedAt = at;
        change(row);
    }

    private static void Show(OpportunityRow row, Notice? notice)
    {
        if (notice is not null)
        {
            (row.Summary, row.Value, row.LeastValue, row.Kind) = (notice.Summary, (long)notice.Value, (long)notice.Value, notice.Kind.ToString());
            (row.Authority, row.AuthorityId, row.Area) = (notice.Listing.Authority, notice.Listing.Buyer?.Key ?? "", notice.Listing.Area);
            (row.SuitsSmall, row.TakesSubcontracts, row.WelcomesConsortia) = (notice.Listing.SuitsSmall, notice.Listing.TakesSubcontracts, notice.Listing.WelcomesConsortia);
            row.Lots = Math.Max(1, notice.Lots.Length);
        }

        var lots = string.Join(' ', notice?.Lots.Select(lot => $"{lot.Title} {lot.Place}") ?? []);
        row.Words = $"{row.Reference} {row.Title} {row.Summary} {row.Authority} {row.Area} {lots}".ToLower(CultureInfo.InvariantCulture);
    }
}

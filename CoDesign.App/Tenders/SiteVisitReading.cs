using CoDesign.App.Live;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;

namespace CoDesign.App.Tenders;

/// <summary>Reads the visits of tenders for a viewer.</summary>
public static class SiteVisitReading
{
    /// <summary>What somebody may see of the visits of a tender; null where it isn't public.</summary>
    public static SiteVisitsView? View(Reading reading, TenderId id, ParticipantId viewer, DateTimeOffset now) => reading.Find<Tender>(id.Stream) is { } tender
        ? SiteVisitsView.For(reading.Find<SiteVisits>(SiteVisitsId.Of(id).Stream), tender, reading.Find<Project>(tender.Project.Stream), reading.Find<Panel>(id.Panel.Stream), viewer, now)
        : null;

    /// <summary>The same, by the visits' own identifier.</summary>
    public static SiteVisitsView? View(Reading reading, SiteVisitsId id, ParticipantId viewer, DateTimeOffset now) =>
        reading.Find<SiteVisits>(id.Stream) is { } visits ? View(reading, visits.Tender, viewer, now) : null;

    /// <summary>When and for how long, in words.</summary>
    public static string When(VisitPlan plan) => $"{TenderDocument.When(plan.Starts)}, for {plan.Minutes} minutes";
}

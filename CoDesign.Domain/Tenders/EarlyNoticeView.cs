using System.Collections.Immutable;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Workshops;

namespace CoDesign.Domain.Tenders;

/// <summary>An invitation to those who may bid, as everybody sees it: nothing of who joined, or how many.</summary>
/// <param name="Id">The invitation.</param>
/// <param name="Activity">The activity that it leads into.</param>
/// <param name="Invitation">What those who come are asked.</param>
/// <param name="Until">Until when anybody can join by it.</param>
/// <param name="IsOpen">Whether anybody can now.</param>
/// <param name="Title">What the activity is called.</param>
/// <param name="Starts">When it begins; null where nobody knows yet.</param>
/// <param name="Minutes">How long it lasts; 0 where not said.</param>
/// <param name="Place">Where; empty where not said.</param>
/// <param name="AccessNeeds">What makes it open to everybody; empty where not said.</param>
public sealed record SeenEngagement(
    EngagementId Id, ActivityId Activity, string Invitation, DateTimeOffset Until, bool IsOpen, string Title, DateTimeOffset? Starts, int Minutes, string Place, string AccessNeeds);

/// <summary>What everybody sees of a tender before it is published.</summary>
/// <param name="Tender">The tender.</param>
/// <param name="Project">The project that it grows out of.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Public">The notice.</param>
/// <param name="Engagements">The invitations: those that are open first.</param>
public sealed record EarlyNoticeView(TenderId Tender, ProjectId Project, string Title, PublishedNotice Public, ImmutableList<SeenEngagement> Engagements)
{
    /// <summary>The view of anybody; null where there is no notice, or where the tender is published by now.</summary>
    /// <param name="tender">The tender.</param>
    /// <param name="project">Its project.</param>
    /// <param name="now">The server's time.</param>
    public static EarlyNoticeView? For(Tender? tender, Project? project, DateTimeOffset now) => tender is { Early: { } early, Publication: null } && project is not null
        ? new EarlyNoticeView(tender.Id, tender.Project, tender.Title, early, [.. tender.Engagements.Select(one => Seen(tender, project, one, now)).OfType<SeenEngagement>().OrderBy(one => !one.IsOpen).ThenBy(one => one.Until)])
        : null;

    private static SeenEngagement? Seen(Tender tender, Project project, Engagement one, DateTimeOffset now) => project.Plan.Activities.Find(a => a.Id == one.Activity) is { } activity
        ? new SeenEngagement(one.Id, one.Activity, one.Invitation, one.Until, project.OpenEngagement(tender, one.Id, now) is not null,
            activity.Plan.Title, activity.Plan.Starts, activity.Plan.Minutes, activity.Plan.Place, activity.Plan.AccessNeeds)
        : null;
}

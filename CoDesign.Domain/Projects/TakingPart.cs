using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Projects;

/// <summary>Joins as a provider by an open invitation to market engagement. Who is in the project already only agrees to its words.</summary>
/// <param name="Engagement">The invitation.</param>
/// <param name="Wording">The number of the project's own words that they agreed to; they agree to nothing where it is left out.</param>
public sealed record JoinEngagement(EngagementId Engagement, int? Wording = null) : IProjectCommand;

/// <content>Joining by an invitation to those who may bid.</content>
public sealed partial record Project
{
    /// <summary>The invitation by which anybody can join then: neither closed nor over, to an activity that goes on; null where there is none.</summary>
    /// <param name="tender">The project's tender.</param>
    /// <param name="engagement">The invitation.</param>
    /// <param name="now">The server's time.</param>
    public Engagement? OpenEngagement(Tender tender, EngagementId engagement, DateTimeOffset now) =>
        tender.OpenEngagement(engagement, now) is { } open && Plan.Activities.Exists(a => a.Id == open.Activity && a.State is ActivityState.Planned or ActivityState.Open) ? open : null;
}

/// <content>Joining by an invitation to those who may bid.</content>
public sealed partial class ProjectDecider
{
    private static Decision Join(Project state, JoinEngagement c, Context context)
    {
        if (context.Actor == ParticipantId.Public || state.Tender is not { } id || context.Facts.Find<Tender>(new TenderId(id).Stream) is not { } tender) return Refusal.NotFound;
        if (state.OpenEngagement(tender, c.Engagement, context.Now) is null) return ProjectRefusals.EngagementOver;
        var agreed = c.Wording is { } wording ? Agree(state, wording, context.Actor) : Decision.Accept();
        return agreed.Refusal is not null || state.RolesOf(context.Actor).Length > 0
            ? agreed
            : Decision.Accept([new ParticipantJoined(context.Actor, Role.Provider), .. agreed.Events]);
    }
}

using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Workshops;
using static CoDesign.Domain.Tenders.EarlyRefusals;

namespace CoDesign.Domain.Tenders;

/// <summary>An invitation to those who may bid.</summary>
public readonly record struct EngagementId(Guid Value) : IId<EngagementId>
{
    /// <inheritdoc />
    public static EngagementId From(Guid value) => new(value);

    /// <inheritdoc />
    public override string ToString() => this.Text();
}

/// <summary>
/// An invitation to take part before the tender is published, in one of the project's activities and on the same terms for everybody
/// (Procurement Act 2023 s.16).
/// </summary>
/// <param name="Id">The invitation.</param>
/// <param name="Activity">The activity that it leads into.</param>
/// <param name="Invitation">What those who come are asked, in plain words.</param>
/// <param name="Until">Until when anybody can join by it, UTC.</param>
/// <param name="IsClosed">Whether it was closed before.</param>
public sealed record Engagement(EngagementId Id, ActivityId Activity, string Invitation, DateTimeOffset Until, bool IsClosed = false)
{
    /// <summary>Whether anybody can join by it then.</summary>
    public bool IsOpen(DateTimeOffset now) => !IsClosed && now <= Until;
}

/// <summary>Invites those who may bid to an activity of the project. Needs an early notice.</summary>
/// <param name="Activity">A planned or running activity.</param>
/// <param name="Invitation">1 to 2,000 characters.</param>
/// <param name="Until">Ahead, within two years.</param>
public sealed record InviteToEngagement(ActivityId Activity, string? Invitation, DateTimeOffset? Until) : IEarlyCommand;

/// <summary>Closes an invitation; who joined stays in the project.</summary>
public sealed record CloseEngagement(EngagementId Engagement) : IEarlyCommand;

/// <summary>Those who may bid were invited.</summary>
[EventName("engagement.invited.v1")]
public sealed record EngagementInvited(Engagement Engagement) : IEarlyEvent;

/// <summary>An invitation was closed.</summary>
[EventName("engagement.closed.v1")]
public sealed record EngagementClosed(EngagementId Engagement) : IEarlyEvent;

/// <content>Invitations to those who may bid.</content>
public sealed partial record Tender
{
    /// <summary>The invitations so far, oldest first.</summary>
    public ImmutableList<Engagement> Engagements { get; init; } = [];

    /// <summary>The invitation by which anybody can join then; null where there is none.</summary>
    public Engagement? OpenEngagement(EngagementId id, DateTimeOffset now) =>
        Publication is null && Early is { WhyWithdrawn: "" } ? Engagements.Find(one => one.Id == id && one.IsOpen(now)) : null;
}

/// <content>Invitations to those who may bid.</content>
public sealed partial class TenderDecider
{
    private const int MostEngagements = 20;

    private static Decision Invite(Tender state, InviteToEngagement c, Project project, Context context)
    {
        if (state.Early is not { WhyWithdrawn: "" }) return NoEarlyNotice;
        if (state.Engagements.Count >= MostEngagements) return TooManyEngagements;
        if (project.Plan.Activities.Find(a => a.Id == c.Activity) is not { State: ActivityState.Planned or ActivityState.Open }) return ActivityUnknown;
        if (Written.Words(c.Invitation, "invitation", "what you ask those who come", 2_000, out var words) is { } bad) return bad;
        if (c.Until is not { } until || until <= context.Now || until > context.Now.AddYears(2)) return UntilRange;
        var id = new EngagementId(context.NewId());
        return Decision.Make(id.Value, new EngagementInvited(new Engagement(id, c.Activity, words, until.ToUniversalTime())));
    }

    private static Decision Close(Tender state, CloseEngagement c) => state.Engagements.Find(one => one.Id == c.Engagement) switch
    {
        null => Refusal.NotFound,
        { IsClosed: true } => Decision.Accept(),
        _ => Decision.Accept(new EngagementClosed(c.Engagement)),
    };
}

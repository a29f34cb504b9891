using System.Collections.Immutable;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Bids;

/// <summary>An invitation into a bid's team. Its identifier is the secret in the link: nobody can guess it.</summary>
public readonly record struct InvitationId(Guid Value) : IId<InvitationId>
{
    /// <inheritdoc />
    public static InvitationId From(Guid value) => new(value);

    /// <inheritdoc />
    public override string ToString() => this.Text();
}

/// <summary>A link that brings one person into a bid's team.</summary>
/// <param name="Id">The invitation.</param>
/// <param name="By">Who invites.</param>
/// <param name="Until">The last instant at which it opens anything, UTC.</param>
public sealed record TeamInvitation(InvitationId Id, ParticipantId By, DateTimeOffset Until);

/// <summary>Something about a bid's team.</summary>
public interface ITeamCommand : IBidCommand;

/// <summary>Makes a link that brings one colleague into the team within a week.</summary>
public sealed record InviteToTeam : ITeamCommand;

/// <summary>Takes back a link that nobody has used.</summary>
/// <param name="Invitation">The invitation.</param>
public sealed record RevokeInvitation(InvitationId Invitation) : ITeamCommand;

/// <summary>Comes into the team by a link. Who runs, scores or oversees the tender can't.</summary>
/// <param name="Invitation">The invitation.</param>
public sealed record JoinTeam(InvitationId Invitation) : ITeamCommand;

/// <summary>Leaves the team; somebody has to stay.</summary>
public sealed record LeaveTeam : ITeamCommand;

/// <summary>Says whether one wants to be told by e-mail when the bid isn't handed in as the deadline comes near.</summary>
/// <param name="Wanted">Whether.</param>
public sealed record SetReminders(bool Wanted) : ITeamCommand;

/// <summary>Notes that the team was told.</summary>
/// <param name="Key">Of what; each is told once.</param>
public sealed record NoteReminder(string Key) : IBidCommand, ISystemCommand;

/// <summary>Something that happened to a bid's team.</summary>
public interface ITeamEvent : IEvent;

/// <summary>A link was made.</summary>
[EventName("team.invited.v1")]
public sealed record TeamInvited(InvitationId Invitation, DateTimeOffset Until) : ITeamEvent;

/// <summary>A link was taken back.</summary>
[EventName("team.invitation-revoked.v1")]
public sealed record InvitationRevoked(InvitationId Invitation) : ITeamEvent;

/// <summary>Somebody came into the team.</summary>
[EventName("team.joined.v1")]
public sealed record TeamJoined(InvitationId Invitation) : ITeamEvent;

/// <summary>Somebody left the team.</summary>
[EventName("team.left.v1")]
public sealed record TeamLeft : ITeamEvent;

/// <summary>Somebody said whether they want to be told.</summary>
[EventName("team.reminders-set.v1")]
public sealed record RemindersSet(bool Wanted) : ITeamEvent;

/// <summary>The team was told.</summary>
[EventName("team.reminded.v1")]
public sealed record TeamReminded(string Key) : ITeamEvent;

/// <content>The people of a bid.</content>
public sealed partial record Bid
{
    /// <summary>The most people in a team, and the most links that are open at once.</summary>
    public const int MostPeople = 20;

    /// <summary>Everybody who was ever in the team. They know the bid, so they can't score it, also after they left.</summary>
    public ImmutableArray<ParticipantId> Writers { get; init; } = [];

    /// <summary>Links that nobody has used yet, those whose time is over too.</summary>
    public ImmutableArray<TeamInvitation> Invitations { get; init; } = [];

    /// <summary>Who doesn't want to be told by e-mail.</summary>
    public ImmutableArray<ParticipantId> Unreminded { get; init; } = [];

    /// <summary>What the team was told of.</summary>
    public ImmutableArray<string> Reminded { get; init; } = [];

    /// <summary>The link, where it still opens something; null otherwise.</summary>
    public TeamInvitation? Invitation(InvitationId id, DateTimeOffset now) => Invitations.FirstOrDefault(one => one.Id == id && now <= one.Until);

    private Bid AfterTeam(ITeamEvent happened, Recorded recorded) => happened switch
    {
        TeamInvited e => this with { Invitations = Invitations.Add(new TeamInvitation(e.Invitation, recorded.Actor, e.Until)) },
        InvitationRevoked e => this with { Invitations = Invitations.RemoveAll(one => one.Id == e.Invitation) },
        TeamJoined e => this with
        {
            Invitations = Invitations.RemoveAll(one => one.Id == e.Invitation),
            Team = Team.Add(recorded.Actor),
            Writers = [.. Writers.Union([recorded.Actor])],
        },
        TeamLeft => this with { Team = Team.Remove(recorded.Actor), Unreminded = Unreminded.Remove(recorded.Actor) },
        RemindersSet e => this with { Unreminded = e.Wanted ? Unreminded.Remove(recorded.Actor) : Unreminded.Add(recorded.Actor) },
        TeamReminded e => this with { Reminded = Reminded.Add(e.Key) },
        _ => throw new InvalidOperationException($"A bid knows no event {happened.GetType().Name}."),
    };
}

/// <content>What may be asked about a bid's team.</content>
public sealed partial class BidDecider
{
    private static readonly TimeSpan _linkLasts = TimeSpan.FromDays(7);
    private static readonly Refusal LastInTeam = new("bid.last-in-team", "You are the last one in this team, so you can't leave it. Invite somebody first, or withdraw the bid.");
    private static readonly Refusal TeamFull = new("bid.team-full", $"There is room for {Bid.MostPeople} people and open links in a team. Take back a link that nobody needs.");

    /// <summary>Whether somebody's part in a tender keeps them from bidding for it: who runs, scores or oversees it.</summary>
    public static bool IsInsider(ParticipantId person, Project? project, Panel? panel) => project is null
        || project.Holds(person, Role.Commissioner, Role.Facilitator, Role.Evaluator, Role.Moderator, Role.Member)
        || panel?.IsOn(person) is true;

    private static Decision OfTeam(Bid state, ITeamCommand command, Context context) => command switch
    {
        InviteToTeam => Invite(state, context),
        RevokeInvitation c => state.Invitations.Any(one => one.Id == c.Invitation) ? Decision.Accept(new InvitationRevoked(c.Invitation)) : Refusal.NotFound,
        JoinTeam => Decision.Accept(),
        LeaveTeam => state.Team.Length == 1 ? LastInTeam : Decision.Accept(new TeamLeft()),
        SetReminders c => c.Wanted == !state.Unreminded.Contains(context.Actor) ? Decision.Accept() : Decision.Accept(new RemindersSet(c.Wanted)),
        _ => throw new InvalidOperationException($"A bid knows no command {command.GetType().Name}."),
    };

    private static Decision Invite(Bid state, Context context)
    {
        if (state.Team.Length + state.Invitations.Count(one => context.Now <= one.Until) >= Bid.MostPeople) return TeamFull;
        var id = new InvitationId(context.NewId());
        return Decision.Make(id.Value, new TeamInvited(id, context.Now + _linkLasts));
    }

    /// <summary>Who holds no link that opens something finds no bid. Nobody else is told that somebody was refused.</summary>
    private static Decision Join(Bid state, JoinTeam c, Tender tender, Context context)
    {
        if (context.Actor == ParticipantId.Public || state.Invitation(c.Invitation, context.Now) is null) return Refusal.NotFound;
        if (IsInsider(context.Actor, context.Facts.Find<Project>(tender.Project.Stream), context.Facts.Find<Panel>(tender.Id.Panel.Stream))) return OfficerBids;
        if (tender.Withdrawal is not null) return TenderWithdrawn;
        return tender.InTime(context.Now) ? Decision.Accept(new TeamJoined(c.Invitation)) : Late;
    }
}

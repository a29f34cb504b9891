using CoDesign.Domain.Kernel;
using static CoDesign.Domain.Providers.ProviderRefusals;

namespace CoDesign.Domain.Providers;

/// <content>Who belongs to the organisation.</content>
public sealed partial class ProviderDecider
{
    private static Decision Invite(Provider state, InviteColleague c, Context context)
    {
        if (InvitationCode.Hash(c.Code, out var hash) is { } unfit) return unfit;
        if (Written.OptionalWords(c.For, "for", "whom it is for", 120, out var whom) is { } bad) return bad;
        if (state.Invitations.Exists(one => one.Hash == hash)) return Decision.Accept();
        if (state.Invitations.Count(one => !one.HasEnded(context.Now)) >= Most) return TooMany;
        var id = new ColleagueInvitationId(context.NewId());
        return Decision.Make(id.Value, new ColleagueInvited(id, hash, whom));
    }

    /// <summary>A code that fits no link, or one that was used or has ended, looks like an organisation that isn't there.</summary>
    private static Decision Join(Provider state, JoinProvider c, Context context)
    {
        if (state.Invited(c.Code, context.Now) is not { } invitation) return Refusal.NotFound;
        return state.IsMember(context.Actor) ? MemberAlready : Decision.Accept(new MemberJoined(context.Actor, invitation.Id));
    }

    private static Decision Give(Provider state, GiveMemberRole c)
    {
        if (Written.Choice(c.Role, "role", "a role") is { } unknown) return unknown;
        if (state.Members.Find(member => member.Person == c.Person) is not { } member) return PersonUnknown;
        if (member.Role == c.Role) return Decision.Accept();
        return IsLastOwner(state, member) ? LastOwner : Decision.Accept(new MemberRoleGiven(c.Person, c.Role));
    }

    private static Decision Remove(Provider state, RemoveMember c, Context context)
    {
        if (c.Person != context.Actor && !state.IsOwner(context.Actor)) return NotOwner;
        if (state.Members.Find(member => member.Person == c.Person) is not { } member) return PersonUnknown;
        return IsLastOwner(state, member) ? LastOwner : Decision.Accept(new MemberLeft(c.Person));
    }

    private static bool IsLastOwner(Provider state, Member member) =>
        member.Role == MemberRole.Owner && state.Members.Count(one => one.Role == MemberRole.Owner) == 1;
}

/// <content>Who was invited.</content>
public sealed partial record Provider
{
    /// <summary>The invitation that a code belongs to and that still lets somebody in; null where there is none.</summary>
    public Invitation? Invited(string? code, DateTimeOffset now) =>
        Invitations.Find(one => InvitationCode.Fits(code, one.Hash) && !one.HasEnded(now));
}

using System.Collections.Immutable;
using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Providers;

/// <summary>An organisation has a profile; who began it is its first owner.</summary>
[EventName("provider.began.v1")]
public sealed record ProviderBegan(ProviderId Provider, string Name, ProviderKind Kind, ProviderSize Size) : IEvent;

/// <summary>It was said what the organisation is.</summary>
[EventName("provider.described.v1")]
public sealed record ProviderDescribed(string Name, ProviderKind Kind, ProviderSize Size, string Area, [property: Erasable] string About) : IEvent;

/// <summary>The numbers were given under which it is registered.</summary>
[EventName("provider-numbers.given.v1")]
public sealed record NumbersGiven(string Company, string Charity) : IEvent;

/// <summary>It was said how to reach the organisation. The address is the words of the member whose it is.</summary>
[EventName("provider-contact.set.v1")]
public sealed record ContactSet(ParticipantId? Person, [property: Erasable] string Email, [property: Erasable] string Phone) : IQuote
{
    /// <inheritdoc />
    public ParticipantId? WordsOf => Person;
}

/// <summary>Somebody said for the organisation what is true of it.</summary>
[EventName("provider.certified.v1")]
public sealed record ProviderCertified(DateOnly Rules, ImmutableArray<StatementAnswer> Answers) : IEvent;

/// <summary>It has an insurance.</summary>
[EventName("provider-insurance.kept.v1")]
public sealed record InsuranceKept(Insurance Insurance) : IEvent;

/// <summary>It has an insurance no more.</summary>
[EventName("provider-insurance.dropped.v1")]
public sealed record InsuranceDropped(InsuranceKind Kind) : IEvent;

/// <summary>It was said what there is of its accounts.</summary>
[EventName("provider-accounts.described.v1")]
public sealed record AccountsDescribed(Accounts Accounts) : IEvent;

/// <summary>It has a policy.</summary>
[EventName("provider-policy.kept.v1")]
public sealed record PolicyKept(Policy Policy) : IEvent;

/// <summary>It has a policy no more.</summary>
[EventName("provider-policy.dropped.v1")]
public sealed record PolicyDropped(PolicyKind Kind) : IEvent;

/// <summary>It has an accreditation.</summary>
[EventName("provider-accreditation.kept.v1")]
public sealed record AccreditationKept(Accreditation Accreditation) : IEvent;

/// <summary>It has an accreditation no more.</summary>
[EventName("provider-accreditation.dropped.v1")]
public sealed record AccreditationDropped(string Name) : IEvent;

/// <summary>The organisation agreed that others find it, under what it is called then, or no longer does.</summary>
[EventName("provider.shown.v1")]
public sealed record ProviderShown(bool IsPublic, string Name, string Area) : IEvent;

/// <summary>A colleague can come in by a link.</summary>
[EventName("provider-colleague.invited.v1")]
public sealed record ColleagueInvited(ColleagueInvitationId Invitation, string Hash, [property: Erasable] string For) : IEvent;

/// <summary>A link lets nobody in any more.</summary>
[EventName("provider-invitation.withdrawn.v1")]
public sealed record ColleagueUninvited(ColleagueInvitationId Invitation) : IEvent;

/// <summary>Somebody came in by a link; it lets nobody else in.</summary>
[EventName("provider-member.joined.v1")]
public sealed record MemberJoined(ParticipantId Person, ColleagueInvitationId Invitation) : IEvent;

/// <summary>A member's role is another.</summary>
[EventName("provider-member.role-given.v1")]
public sealed record MemberRoleGiven(ParticipantId Person, MemberRole Role) : IEvent;

/// <summary>A member left, or was let go.</summary>
[EventName("provider-member.left.v1")]
public sealed record MemberLeft(ParticipantId Person) : IEvent;

using System.Collections.Immutable;
using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Providers;

/// <summary>Something asked of an organisation's profile. Members keep it; owners speak for it.</summary>
public interface IProviderCommand : ICommand;

/// <summary>Begins a profile; whoever does is its first owner.</summary>
/// <param name="Name">What the organisation is called, 1 to 120 characters.</param>
/// <param name="Kind">What kind it is.</param>
/// <param name="Size">How many people work for it; fewer than 250 for a small or medium business.</param>
public sealed record BeginProvider(string? Name, ProviderKind Kind, ProviderSize Size) : IProviderCommand, ICreation;

/// <summary>Says what the organisation is.</summary>
/// <param name="Name">1 to 120 characters.</param>
/// <param name="Kind">What kind it is.</param>
/// <param name="Size">How many people work for it; fewer than 250 for a small or medium business.</param>
/// <param name="Area">Where it works, at most 120 characters.</param>
/// <param name="About">What it does, at most 2,000 characters.</param>
public sealed record DescribeProvider(string? Name, ProviderKind Kind, ProviderSize Size, string? Area, string? About) : IProviderCommand;

/// <summary>Gives the numbers under which the organisation is registered.</summary>
/// <param name="Company">As Companies House writes it: eight digits, or two letters and six digits; empty for none.</param>
/// <param name="Charity">Five to eight digits, with up to three letters before them; empty for none.</param>
public sealed record GiveNumbers(string? Company, string? Charity) : IProviderCommand;

/// <summary>Says how to reach the organisation; with neither address nor number, that it is said no more.</summary>
/// <param name="Person">A member whose address it is; null for an address of the organisation.</param>
/// <param name="Email">At most 254 characters.</param>
/// <param name="Phone">Digits, spaces, +, ( and ), at most 30.</param>
public sealed record SetContact(ParticipantId? Person, string? Email, string? Phone) : IProviderCommand;

/// <summary>Says of each statement in force whether it is true of the organisation. Owners.</summary>
/// <param name="Answers">One for each; where one isn't true, with what happened and what was done since.</param>
public sealed record CertifyProvider(ImmutableArray<StatementAnswer> Answers) : IProviderCommand;

/// <summary>Says that the organisation has an insurance, or that the one of that kind is another now.</summary>
/// <param name="Kind">What it covers.</param>
/// <param name="Cover">Pounds for one claim, more than 0, up to 1,000,000,000.</param>
/// <param name="Ends">The last day on which it covers; not past.</param>
public sealed record KeepInsurance(InsuranceKind Kind, decimal Cover, DateOnly Ends) : IProviderCommand;

/// <summary>Says that the organisation has the insurance no more.</summary>
public sealed record DropInsurance(InsuranceKind Kind) : IProviderCommand;

/// <summary>Says what there is of the organisation's accounts.</summary>
/// <param name="Years">For how many years, 0 to 3.</param>
/// <param name="Instead">What a small or new organisation can show instead, at most 1,000 characters.</param>
public sealed record DescribeAccounts(int Years, string? Instead) : IProviderCommand;

/// <summary>Says that the organisation has a policy, or that the one of that kind is another now.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Name">1 to 120 characters.</param>
/// <param name="ReviewedOn">When it was looked at last; not in the future.</param>
/// <param name="Link">A web address, http or https, at most 500 characters; or empty.</param>
public sealed record KeepPolicy(PolicyKind Kind, string? Name, DateOnly ReviewedOn, string? Link) : IProviderCommand;

/// <summary>Says that the organisation has the policy no more.</summary>
public sealed record DropPolicy(PolicyKind Kind) : IProviderCommand;

/// <summary>Says that the organisation has an accreditation, or that the one of that name is another now. At most 20.</summary>
/// <param name="Name">1 to 120 characters.</param>
/// <param name="Until">The last day on which it holds, not past; null where it has no end.</param>
/// <param name="Link">A web address, http or https, at most 500 characters; or empty.</param>
public sealed record KeepAccreditation(string? Name, DateOnly? Until, string? Link) : IProviderCommand;

/// <summary>Says that the organisation has the accreditation no more.</summary>
public sealed record DropAccreditation(string? Name) : IProviderCommand;

/// <summary>Agrees that others find the organisation, or no longer. Owners.</summary>
/// <param name="IsPublic">Whether name, kind, size, area, description and accreditations are shown to everybody.</param>
public sealed record ShowProvider(bool IsPublic) : IProviderCommand;

/// <summary>Invites a colleague by a link that lets one person in, for 14 days. Owners; at most 20 links at a time.</summary>
/// <param name="Code">The link's secret; see <see cref="InvitationCode"/>.</param>
/// <param name="For">Whom it is for, in own words, at most 120 characters.</param>
public sealed record InviteColleague(string? Code, string? For) : IProviderCommand;

/// <summary>Makes a link let nobody in any more. Owners.</summary>
public sealed record UninviteColleague(ColleagueInvitationId Invitation) : IProviderCommand;

/// <summary>Comes into the organisation by a link.</summary>
/// <param name="Code">The link's secret.</param>
public sealed record JoinProvider(string? Code) : IProviderCommand;

/// <summary>Gives a member another role. Owners; one of them is always left.</summary>
public sealed record GiveMemberRole(ParticipantId Person, MemberRole Role) : IProviderCommand;

/// <summary>Leaves the organisation, or lets a member go: oneself, or owners anybody. One owner is always left.</summary>
public sealed record RemoveMember(ParticipantId Person) : IProviderCommand;

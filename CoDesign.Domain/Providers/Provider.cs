using System.Collections.Immutable;
using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Providers;

/// <summary>What is true of an organisation that offers services. It knows nothing of its bids: those know which profile they use.</summary>
public sealed partial record Provider
{
    /// <summary>The organisation.</summary>
    public ProviderId Id { get; init; }

    /// <summary>What it is called.</summary>
    public string Name { get; init; } = "";

    /// <summary>What kind it is.</summary>
    public ProviderKind Kind { get; init; }

    /// <summary>How many people work for it.</summary>
    public ProviderSize Size { get; init; }

    /// <summary>Where it works; empty where not said.</summary>
    public string Area { get; init; } = "";

    /// <summary>What it does, in its own words; empty where not said.</summary>
    public string About { get; init; } = "";

    /// <summary>Its number at Companies House; empty where it has none.</summary>
    public string CompanyNumber { get; init; } = "";

    /// <summary>Its number as a charity; empty where it has none.</summary>
    public string CharityNumber { get; init; } = "";

    /// <summary>How to reach it; null where not said.</summary>
    public ProviderContact? Contact { get; init; }

    /// <summary>What it said last about the reasons for which it could be left out; null before.</summary>
    public Certified? Certified { get; init; }

    /// <summary>Its insurances, by kind.</summary>
    public ImmutableList<Insurance> Insurances { get; init; } = [];

    /// <summary>What there is of its accounts; null where not said.</summary>
    public Accounts? Accounts { get; init; }

    /// <summary>Its policies, by kind.</summary>
    public ImmutableList<Policy> Policies { get; init; } = [];

    /// <summary>Its accreditations, by name.</summary>
    public ImmutableList<Accreditation> Accreditations { get; init; } = [];

    /// <summary>Whether it agreed that others find it.</summary>
    public bool IsPublic { get; init; }

    /// <summary>Who belongs to it.</summary>
    public ImmutableList<Member> Members { get; init; } = [];

    /// <summary>Links that colleagues can come in by.</summary>
    public ImmutableList<Invitation> Invitations { get; init; } = [];

    /// <summary>Whether somebody belongs to it.</summary>
    public bool IsMember(ParticipantId person) => Members.Exists(member => member.Person == person);

    /// <summary>Whether somebody speaks for it.</summary>
    public bool IsOwner(ParticipantId person) => Members.Exists(member => member.Person == person && member.Role == MemberRole.Owner);

    /// <summary>What is true after something happened.</summary>
    public Provider After(Recorded happened) => happened.Event switch
    {
        ProviderBegan e => this with { Id = e.Provider, Name = e.Name, Kind = e.Kind, Size = e.Size, Members = [new Member(happened.Actor, MemberRole.Owner)] },
        ProviderDescribed e => this with { Name = e.Name, Kind = e.Kind, Size = e.Size, Area = e.Area, About = e.About },
        NumbersGiven e => this with { CompanyNumber = e.Company, CharityNumber = e.Charity },
        ContactSet e => this with { Contact = e.Email.Length + e.Phone.Length == 0 || e.Email == Written.Erased ? null : new ProviderContact(e.Person, e.Email, e.Phone) },
        ProviderCertified e => this with { Certified = new Certified(e.Rules, e.Answers, happened.Actor, happened.At) },
        InsuranceKept e => this with { Insurances = [.. Insurances.Where(one => one.Kind != e.Insurance.Kind).Append(e.Insurance).OrderBy(one => one.Kind)] },
        InsuranceDropped e => this with { Insurances = Insurances.RemoveAll(one => one.Kind == e.Kind) },
        AccountsDescribed e => this with { Accounts = e.Accounts },
        PolicyKept e => this with { Policies = [.. Policies.Where(one => one.Kind != e.Policy.Kind).Append(e.Policy).OrderBy(one => one.Kind)] },
        PolicyDropped e => this with { Policies = Policies.RemoveAll(one => one.Kind == e.Kind) },
        AccreditationKept e => this with { Accreditations = Without(e.Accreditation.Name).Add(e.Accreditation) },
        AccreditationDropped e => this with { Accreditations = Without(e.Name) },
        ProviderShown e => this with { IsPublic = e.IsPublic },
        ColleagueInvited e => this with { Invitations = Invitations.Add(new Invitation(e.Invitation, e.Hash, e.For, happened.At)) },
        ColleagueUninvited e => this with { Invitations = Invitations.RemoveAll(one => one.Id == e.Invitation) },
        WordsSent e => Said(new TalkLine(e.Tender, e.To, e.ToName, true, e.Words, happened.At)),
        WordsTaken e => Said(new TalkLine(e.Tender, e.From, e.FromName, false, e.Words, happened.At)),
        MemberJoined e => this with { Members = Members.Add(new Member(e.Person, MemberRole.Member)), Invitations = Invitations.RemoveAll(one => one.Id == e.Invitation) },
        MemberRoleGiven e => this with { Members = Members.ConvertAll(member => member.Person == e.Person ? member with { Role = e.Role } : member) },
        MemberLeft e => this with { Members = Members.RemoveAll(member => member.Person == e.Person), Contact = Contact?.Person == e.Person ? null : Contact },
        _ => throw new InvalidOperationException($"A provider knows no event {happened.Event.GetType().Name}."),
    };

    private ImmutableList<Accreditation> Without(string name) =>
        Accreditations.RemoveAll(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase));
}

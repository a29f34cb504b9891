using System.Collections.Immutable;
using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Providers;

/// <summary>What bids usually need of a profile, and whether it is there.</summary>
/// <param name="Part">The part of the profile: <c>numbers</c>, <c>certification</c>, <c>insurance</c>, <c>accounts</c>, <c>policies</c>, <c>about</c>, <c>contact</c>.</param>
/// <param name="Words">What it is.</param>
/// <param name="IsThere">Whether it is there and good for now.</param>
/// <param name="Note">What is wrong with it, or what is still to do; empty where nothing is.</param>
public sealed record ProfileNeed(string Part, string Words, bool IsThere, string Note);

/// <summary>What only members see of a profile.</summary>
public sealed record ProviderInside
{
    /// <summary>Whether the reader speaks for the organisation.</summary>
    public required bool IsOwner { get; init; }

    /// <summary>How to reach it.</summary>
    public required ProviderContact? Contact { get; init; }

    /// <summary>What it said about the reasons for which it could be left out.</summary>
    public required Certified? Certified { get; init; }

    /// <summary>Its insurances.</summary>
    public required ImmutableList<Insurance> Insurances { get; init; }

    /// <summary>What there is of its accounts.</summary>
    public required Accounts? Accounts { get; init; }

    /// <summary>Its policies.</summary>
    public required ImmutableList<Policy> Policies { get; init; }

    /// <summary>Who belongs to it.</summary>
    public required ImmutableList<Member> Members { get; init; }

    /// <summary>Links that colleagues can come in by, for owners; without what would let anybody in.</summary>
    public required ImmutableList<Invitation> Invitations { get; init; }

    /// <summary>What it and others wrote to each other, oldest first.</summary>
    public required ImmutableList<TalkLine> Talks { get; init; }

    /// <summary>What bids usually need.</summary>
    public required ImmutableArray<ProfileNeed> Needs { get; init; }
}

/// <summary>What one reader may see of an organisation: everybody what it agreed to show, its members all of it.</summary>
public sealed record ProviderView
{
    /// <summary>The organisation.</summary>
    public required ProviderId Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>What kind it is.</summary>
    public required ProviderKind Kind { get; init; }

    /// <summary>How many people work for it.</summary>
    public required ProviderSize Size { get; init; }

    /// <summary>Where it works.</summary>
    public required string Area { get; init; }

    /// <summary>What it does.</summary>
    public required string About { get; init; }

    /// <summary>Its number at Companies House.</summary>
    public required string CompanyNumber { get; init; }

    /// <summary>Its number as a charity.</summary>
    public required string CharityNumber { get; init; }

    /// <summary>Its accreditations that hold.</summary>
    public required ImmutableList<Accreditation> Accreditations { get; init; }

    /// <summary>Whether it agreed that others find it.</summary>
    public required bool IsPublic { get; init; }

    /// <summary>What only members see; null for others.</summary>
    public required ProviderInside? Inside { get; init; }

    /// <summary>The view of one reader; null for who may not see it, or where there is none.</summary>
    public static ProviderView? For(Provider? provider, ParticipantId viewer, DateTimeOffset now)
    {
        if (provider is null || provider.Name.Length == 0) return null;
        var isMember = viewer != ParticipantId.Public && provider.IsMember(viewer);
        if (!isMember && !provider.IsPublic) return null;
        var today = UkDay.Of(now);
        return new ProviderView
        {
            Id = provider.Id,
            Name = provider.Name,
            Kind = provider.Kind,
            Size = provider.Size,
            Area = provider.Area,
            About = provider.About,
            CompanyNumber = provider.CompanyNumber,
            CharityNumber = provider.CharityNumber,
            Accreditations = isMember ? provider.Accreditations : provider.Accreditations.FindAll(one => one.Until is null || one.Until >= today),
            IsPublic = provider.IsPublic,
            Inside = isMember ? InsideFor(provider, viewer, now) : null,
        };
    }

    private static ProviderInside InsideFor(Provider provider, ParticipantId viewer, DateTimeOffset now) => new()
    {
        IsOwner = provider.IsOwner(viewer),
        Contact = provider.Contact,
        Certified = provider.Certified,
        Insurances = provider.Insurances,
        Accounts = provider.Accounts,
        Policies = provider.Policies,
        Members = provider.Members,
        Invitations = provider.IsOwner(viewer) ? [.. provider.Invitations.Where(one => !one.HasEnded(now)).Select(one => one with { Hash = "" })] : [],
        Talks = provider.Talks,
        Needs = ProfileNeeds.Of(provider, now),
    };
}

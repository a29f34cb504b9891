using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Providers;

/// <summary>An organisation that offers services, with what it says of itself once for all its bids.</summary>
public readonly record struct ProviderId(Guid Value) : IId<ProviderId>
{
    /// <summary>The stream of the organisation's profile.</summary>
    public StreamId Stream => new("provider", Value);

    /// <inheritdoc />
    public static ProviderId From(Guid value) => new(value);

    /// <inheritdoc />
    public override string ToString() => this.Text();
}

/// <summary>A link by which one colleague comes into an organisation.</summary>
public readonly record struct ColleagueInvitationId(Guid Value) : IId<ColleagueInvitationId>
{
    /// <inheritdoc />
    public static ColleagueInvitationId From(Guid value) => new(value);

    /// <inheritdoc />
    public override string ToString() => this.Text();
}

/// <summary>What kind of organisation it is.</summary>
public enum ProviderKind
{
    /// <summary>A voluntary or community organisation, or a social enterprise.</summary>
    Vcse,

    /// <summary>A small or medium business: fewer than 250 people work for it (Procurement Act 2023, section 123).</summary>
    SmallOrMedium,

    /// <summary>A large business.</summary>
    Large,

    /// <summary>A team of a public body.</summary>
    InHouse,
}

/// <summary>How many people work for an organisation, volunteers not counted.</summary>
public enum ProviderSize
{
    /// <summary>Nobody is paid.</summary>
    Volunteers,

    /// <summary>1 to 9.</summary>
    UpTo9,

    /// <summary>10 to 49.</summary>
    UpTo49,

    /// <summary>50 to 249.</summary>
    UpTo249,

    /// <summary>250 and more.</summary>
    More,
}

/// <summary>What somebody may do with an organisation's profile.</summary>
public enum MemberRole
{
    /// <summary>Keeps the profile.</summary>
    Member,

    /// <summary>Keeps it too, speaks for the organisation and says who belongs to it.</summary>
    Owner,
}

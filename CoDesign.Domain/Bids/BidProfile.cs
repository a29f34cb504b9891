using CoDesign.Domain.Kernel;
using CoDesign.Domain.Providers;

namespace CoDesign.Domain.Bids;

/// <summary>Something asked about the profile that a bid uses.</summary>
public interface IProfileCommand : IBidCommand;

/// <summary>Something that happened to the profile that a bid uses.</summary>
public interface IProfileEvent : IEvent;

/// <summary>Uses an organisation's profile in the bid. One has to be a member of both.</summary>
/// <param name="Provider">The organisation; null for no profile.</param>
public sealed record UseProfile(ProviderId? Provider) : IProfileCommand;

/// <summary>Says for this bid that what the profile says is right.</summary>
/// <param name="Hash">The hash of what was read; refused where it says something else by now.</param>
public sealed record ConfirmProfile(string? Hash) : IProfileCommand;

/// <summary>The bid uses a profile, or none.</summary>
[EventName("bid-profile.chosen.v1")]
public sealed record ProfileChosen(ProviderId? Provider) : IProfileEvent;

/// <summary>The team said that what the profile says is right for this bid.</summary>
[EventName("bid-profile.confirmed.v1")]
public sealed record ProfileConfirmed(ProfileFacts Facts) : IProfileEvent;

/// <summary>How what a profile says stands in a bid.</summary>
public enum ProfileStanding
{
    /// <summary>The bid uses none.</summary>
    None,

    /// <summary>Nobody has said yet that it is right for this bid.</summary>
    Unconfirmed,

    /// <summary>The profile says something else than what was confirmed.</summary>
    Changed,

    /// <summary>It is confirmed as it is.</summary>
    Confirmed,
}

/// <content>The profile that it uses.</content>
public sealed partial record Bid
{
    /// <summary>The organisation whose profile it uses; null for none.</summary>
    public ProviderId? Provider { get; init; }

    /// <summary>What the team confirmed of the profile for this bid; null before.</summary>
    public ProfileFacts? Profile { get; init; }

    /// <summary>How what the profile says now stands in the bid.</summary>
    /// <param name="provider">The profile; null where it isn't there.</param>
    public ProfileStanding StandingOf(Provider? provider)
    {
        if (Provider is null || provider is null) return ProfileStanding.None;
        if (Profile is null) return ProfileStanding.Unconfirmed;
        return Profile == ProfileFacts.Of(provider) ? ProfileStanding.Confirmed : ProfileStanding.Changed;
    }

    private Bid AfterProfile(IProfileEvent happened) => happened switch
    {
        ProfileChosen e => this with { Provider = e.Provider, Profile = null },
        ProfileConfirmed e => this with { Profile = e.Facts },
        _ => throw new InvalidOperationException($"A bid knows no event {happened.GetType().Name}."),
    };
}

/// <content>The profile that a bid uses.</content>
public sealed partial class BidDecider
{
    private static readonly Refusal ProfileUnknown = new("provider.unknown", "Choose an organisation that you belong to.", "provider");
    private static readonly Refusal ProfileMissing = new("bid.no-profile", "This bid uses no profile. Choose one first.");
    private static readonly Refusal ProfileMoved = new("bid.profile-moved", "The profile was changed while you read it. Read it again.", "hash");
    private static readonly Refusal ProfileUnconfirmed = new("bid.profile-unconfirmed", "Say that what your profile says is right for this bid.", "profile");
    private static readonly Refusal ProfileChanged = new("bid.profile-changed", "Your profile was changed since you confirmed it for this bid. Confirm it again.", "profile");

    /// <summary>The organisations that a decision has to know.</summary>
    private static IEnumerable<ProviderId> ProvidersFor(Bid state, IBidCommand command) => ((ProviderId?[])(command switch
    {
        StartBid c => [c.Provider],
        UseProfile c => [c.Provider],
        AddPartner c => [c.Provider],
        JoinAsPartner c => [state.Partners.Find(partner => partner.Id == c.Partner)?.Provider],
        ConfirmProfile or SubmitBid => [state.Provider],
        _ => [],
    })).OfType<ProviderId>();

    private static Decision OfProfile(Bid state, IProfileCommand command, Context context) => command switch
    {
        UseProfile c => Use(state, c, context),
        ConfirmProfile c => Confirm(state, c, context),
        _ => throw new InvalidOperationException($"A bid knows no command {command.GetType().Name}."),
    };

    private static Decision Use(Bid state, UseProfile c, Context context)
    {
        if (c.Provider == state.Provider) return Decision.Accept();
        return c.Provider is { } chosen && context.Facts.Find<Provider>(chosen.Stream)?.IsMember(context.Actor) is not true
            ? ProfileUnknown
            : Decision.Accept(new ProfileChosen(c.Provider));
    }

    private static Decision Confirm(Bid state, ConfirmProfile c, Context context)
    {
        if (state.Provider is not { } id || context.Facts.Find<Provider>(id.Stream) is not { } provider) return ProfileMissing;
        var facts = ProfileFacts.Of(provider);
        if (c.Hash != facts.Hash) return ProfileMoved;
        return state.Profile == facts ? Decision.Accept() : Decision.Accept(new ProfileConfirmed(facts));
    }

    /// <summary>What keeps a bid from being handed in because of the profile that it uses; null where nothing does.</summary>
    internal static Refusal? MissingOf(ProfileStanding standing) => standing switch
    {
        ProfileStanding.Unconfirmed => ProfileUnconfirmed,
        ProfileStanding.Changed => ProfileChanged,
        _ => null,
    };
}

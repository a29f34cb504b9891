using System.Collections.Immutable;
using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Projects;

/// <summary>What somebody agreed to, and when; and since when no longer.</summary>
/// <param name="Wording">The project's own words, by their number; see <see cref="Plan.Wordings"/>.</param>
/// <param name="Edition">The words that hold in every project; see <see cref="ConsentWords.Editions"/>.</param>
/// <param name="At">When they agreed.</param>
/// <param name="WithdrawnAt">When they took it back; null where they didn't.</param>
public sealed record Consent(int Wording, int Edition, DateTimeOffset At, DateTimeOffset? WithdrawnAt = null)
{
    /// <summary>Whether it holds.</summary>
    public bool IsGiven => WithdrawnAt is null;
}

/// <summary>What everybody agrees to who joins, in every project, besides the project's own words.</summary>
public static class ConsentWords
{
    /// <summary>The words, edition by edition. One to which people agreed is never changed; another is added.</summary>
    public static ImmutableArray<ImmutableArray<string>> Editions { get; } =
    [
        [
            "What you write here is seen by everybody in this project; the name that you give, only by those who run it. It helps to decide which services are bought, and may be quoted without your name.",
            "We keep it for as long as the project lasts. You can ask for it to be erased at any time. You can also take back your yes on the page “My words”: from then on nobody else here sees your name.",
        ],
    ];

    /// <summary>The edition that people agree to now.</summary>
    public static int Latest => Editions.Length - 1;
}

/// <summary>Something asked about what one agrees to oneself.</summary>
public interface IConsentCommand : IProjectCommand;

/// <summary>Says that what people agree to here is all right with oneself.</summary>
/// <param name="Wording">The number of the project's own words as one read them; refused where they read otherwise by now.</param>
public sealed record GiveConsent(int Wording) : IConsentCommand;

/// <summary>Takes it back: one's name is shown to nobody else in the project.</summary>
public sealed record WithdrawConsent : IConsentCommand;

/// <summary>Somebody agreed to what people agree to here.</summary>
[EventName("consent.given.v1")]
public sealed record ConsentGiven(ParticipantId Participant, int Wording, int Edition) : IEvent;

/// <summary>Somebody took it back.</summary>
[EventName("consent.withdrawn.v1")]
public sealed record ConsentWithdrawn(ParticipantId Participant) : IEvent;

/// <content>Who agreed to what.</content>
public sealed partial record Project
{
    /// <summary>What people agreed to, those too who took it back.</summary>
    public ImmutableDictionary<ParticipantId, Consent> Consents { get; init; } = ImmutableDictionary<ParticipantId, Consent>.Empty;

    /// <summary>Those whose names are shown to nobody else: they came by code without agreeing, or took it back.</summary>
    public ImmutableHashSet<ParticipantId> Unnamed { get; init; } = [];

    private Project After(ParticipantJoined e, ParticipantId by, DateTimeOffset at) => this with
    {
        People = People.SetItem(e.Participant, [.. RolesOf(e.Participant), e.Role]),
        Unnamed = e.Participant == by && e.Role is Role.ServiceUser or Role.Provider ? Unnamed.Add(by) : Unnamed,
        Feed = Note("joined", null, e.Participant, at),
    };

    private Project After(ConsentGiven e, DateTimeOffset at) => this with
    {
        Consents = Consents.SetItem(e.Participant, new Consent(e.Wording, e.Edition, at)),
        Unnamed = Unnamed.Remove(e.Participant),
    };

    private Project After(ConsentWithdrawn e, DateTimeOffset at) => this with
    {
        Consents = Consents.SetItem(e.Participant, Consents[e.Participant] with { WithdrawnAt = at }),
        Unnamed = Unnamed.Add(e.Participant),
    };
}

/// <content>Agreeing, and taking it back.</content>
public sealed partial class ProjectDecider
{
    private static Decision OfConsent(Project state, IConsentCommand command, Context context) => command switch
    {
        GiveConsent c => Agree(state, c.Wording, context.Actor),
        WithdrawConsent => state.Consents.GetValueOrDefault(context.Actor) is { IsGiven: true }
            ? Decision.Accept(new ConsentWithdrawn(context.Actor))
            : Decision.Accept(),
        _ => throw new InvalidOperationException($"A project knows no command {command.GetType().Name}."),
    };

    /// <summary>Refused for words that somebody changed while they were read; once for the same words.</summary>
    private static Decision Agree(Project state, int wording, ParticipantId who)
    {
        var plan = state.Plan;
        if (wording < 0 || wording >= plan.Wordings.Count || plan.Wordings[wording] != plan.Consent) return ProjectRefusals.ConsentChanged;
        return state.Consents.GetValueOrDefault(who) is { IsGiven: true, Edition: var edition } given
               && edition == ConsentWords.Latest && plan.Wordings[given.Wording] == plan.Consent
            ? Decision.Accept()
            : Decision.Accept(new ConsentGiven(who, wording, ConsentWords.Latest));
    }
}

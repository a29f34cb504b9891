using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Specifications;
using CoDesign.Domain.Thread;
using static CoDesign.Domain.Projects.ProjectRefusals;

namespace CoDesign.Domain.Projects;

/// <summary>What may be asked of a project, and what happens then.</summary>
public sealed partial class ProjectDecider : IDecider<Project, IProjectCommand>
{
    /// <summary>How many insights, ideas, trials, outcomes, measures or clauses a project holds of each.</summary>
    public const int Most = 5_000;

    /// <summary>How many ties of the thread a project holds.</summary>
    public const int MostLinks = 20_000;

    /// <inheritdoc />
    public static Project Initial { get; } = new();

    /// <inheritdoc />
    public static Project Evolve(Project state, Recorded happened) => state.After(happened);

    /// <inheritdoc />
    public static Decision Decide(Project state, IProjectCommand command, Context context)
    {
        if (command is CreateProject create) return Create(state, create, context);
        if (state.Name.Length == 0) return Refusal.NotFound;
        if (command is ISystemCommand) return context.IsSystem ? OfSystem(state, command) : Refusal.NotFound;
        if (command is JoinProject join) return Join(state, join, context);
        if (command is JoinEngagement engaged) return Join(state, engaged, context);
        if (!state.IsReader(context.Actor)) return Refusal.NotFound;
        return command switch
        {
            IThreadCommand c => state.IsContributor(context.Actor) ? OfThread(state, c, context) : NotContributor,
            IPlanCommand c => state.IsContributor(context.Actor) ? OfPlan(state, c, context) : NotContributor,
            IConsentCommand c => OfConsent(state, c, context),
            ISpecificationCommand c => OfSpecification(state, c, context),
            ICardCommand c => state.IsOfficer(context.Actor) ? OfCards(state, c, context) : NotOfficer,
            OpenJoining or CloseJoining or AddClause or RenameClause or MoveClause =>
                state.IsOfficer(context.Actor) ? OfOfficer(state, command, context) : NotOfficer,
            InviteParticipant or RemoveParticipant =>
                state.Holds(context.Actor, Role.Commissioner) ? OfCommissioner(state, command) : NotCommissioner,
            _ => state.IsContributor(context.Actor) ? OfContributor(state, command, context) : NotContributor,
        };
    }

    private static Decision OfSystem(Project state, IProjectCommand command) => command switch
    {
        MoveActivity c => Move(state, c),
        TakeNote c => Take(state, c),
        RecordSplit c => Record(state, c),
        RecordMerge c => Record(state, c),
        RecordTie c => state.Links.Contains(c.Link) || !state.Has(c.Link.From) || !state.Has(c.Link.To) ? Decision.Accept() : Decision.Accept(new LinkMade(c.Link)),
        // The first one stays: a second begun at the same moment is not the project's.
        RecordTender c => state.Tender is not null ? Decision.Accept() : Decision.Accept(new TenderRecorded(c.Tender)),
        _ => throw new InvalidOperationException($"A project knows no command {command.GetType().Name}."),
    };

    private static Decision OfOfficer(Project state, IProjectCommand command, Context context) => command switch
    {
        OpenJoining c => Open(c),
        CloseJoining => state.JoinCode is { } code ? Decision.Accept(new JoiningClosed(code)) : Decision.Accept(),
        AddClause c => Add(state, c, context),
        RenameClause c => Rename(state, c),
        MoveClause c => Move(state, c),
        _ => throw new InvalidOperationException($"A project knows no command {command.GetType().Name}."),
    };

    private static Decision OfCommissioner(Project state, IProjectCommand command) => command switch
    {
        InviteParticipant c => Invite(state, c),
        RemoveParticipant c => Remove(state, c),
        _ => throw new InvalidOperationException($"A project knows no command {command.GetType().Name}."),
    };

    private static Decision OfContributor(Project state, IProjectCommand command, Context context) => command switch
    {
        CaptureInsight c => Capture(state, c, context),
        RewordInsight c => Reword(state, c, context),
        ProposeIdea c => Propose(state, c, context),
        StartTrial c => Start(state, c, context),
        ConcludeTrial c => Conclude(state, c),
        DescribeOutcome c => Describe(state, c, context),
        AddMeasure c => Add(state, c, context),
        LinkThread c => Link(state, c),
        UnlinkThread c => Unlink(state, c),
        _ => throw new InvalidOperationException($"A project knows no command {command.GetType().Name}."),
    };

    private static Decision Create(Project state, CreateProject c, Context context)
    {
        if (state.Name.Length > 0) return AlreadyThere;
        if (context.Actor == ParticipantId.Public) return Refusal.NotFound;
        if (Written.Words(c.Name, "name", "a name for the project", 120, out var name) is { } badName) return badName;
        if (Written.Choice(c.Diamond, "diamond", "the kind of project") is { } badDiamond) return badDiamond;
        if (Written.Words(c.Purpose, "purpose", "what the project is for", 2_000, out var purpose) is { } badPurpose) return badPurpose;
        var id = new ProjectId(Derived.Guid(context.Operation.Value, $"project-by-{context.Actor}"));
        return Decision.Make(id.Value, new ProjectCreated(id, name, c.Diamond, purpose), new ParticipantJoined(context.Actor, Role.Commissioner));
    }

    private static Decision Open(OpenJoining c) => c.Code is { Length: 6 } code && code.All(char.IsAsciiDigit)
        ? Decision.Accept(new JoiningOpened(code))
        : CodeForm;

    private static Decision Join(Project state, JoinProject c, Context context)
    {
        if (state.JoinCode is null || c.Code != state.JoinCode || context.Actor == ParticipantId.Public) return CodeUnknown;
        var agreed = c.Wording is { } wording ? Agree(state, wording, context.Actor) : Decision.Accept();
        return agreed.Refusal is not null || state.RolesOf(context.Actor).Length > 0
            ? agreed
            : Decision.Accept([new ParticipantJoined(context.Actor, Role.ServiceUser), .. agreed.Events]);
    }

    private static Decision Invite(Project state, InviteParticipant c)
    {
        if (c.Participant == ParticipantId.Public || c.Participant == ParticipantId.System) return NotByHand;
        if (Written.Choice(c.Role, "role", "a role") is { } badRole) return badRole;
        return state.Holds(c.Participant, c.Role) ? HasRole : Decision.Accept(new ParticipantJoined(c.Participant, c.Role));
    }

    private static Decision Remove(Project state, RemoveParticipant c)
    {
        if (!state.People.ContainsKey(c.Participant)) return Refusal.NotFound;
        var commissioners = state.People.Count(person => person.Value.Contains(Role.Commissioner));
        return commissioners == 1 && state.Holds(c.Participant, Role.Commissioner)
            ? LastCommissioner
            : Decision.Accept(new ParticipantRemoved(c.Participant));
    }

    private static Decision Link(Project state, LinkThread c)
    {
        if (c.Link is not { } link || !state.Has(link.From) || !state.Has(link.To)) return LinkUnknown;
        if (!link.IsForward) return LinkBackwards;
        if (state.Links.Contains(link)) return LinkThere;
        if (link.IsFixed) return LinkFixed;
        return state.Links.Count >= MostLinks ? Full : Decision.Accept(new LinkMade(link));
    }

    private static Decision Unlink(Project state, UnlinkThread c)
    {
        if (c.Link is not { } link || !state.Links.Contains(link)) return LinkMissing;
        if (link.IsFixed) return LinkFixed;
        var otherSources = state.Links.Any(other => other.To == link.To && other != link);
        return otherSources || c.Confirmed
            ? Decision.Accept(new LinkRemoved(link))
            : WouldOrphan($"this {link.To.Kind.ToString().ToLowerInvariant()}");
    }

    private static Refusal? Sources<TId>(Project state, ThreadKind kind, ImmutableArray<TId> from, out IEnumerable<ThreadRef> sources)
        where TId : struct, IId<TId>
    {
        sources = from.IsDefault ? [] : [.. from.Distinct().Select(id => new ThreadRef(kind, id.Value))];
        if (sources.Count() > 50) return TooManySources;
        if (state.Links.Count + sources.Count() > MostLinks) return Full;
        return sources.All(state.Has) ? null : SourceUnknown;
    }

    private static Decision Made(Guid id, ThreadKind kind, IEvent happened, IEnumerable<ThreadRef> sources) =>
        Decision.Make(id, [happened, .. sources.Select(source => new LinkMade(new ThreadLink(source, new ThreadRef(kind, id))))]);
}

using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Thread;
using CoDesign.Domain.Workshops;

namespace CoDesign.Domain.Projects;

/// <summary>What one reader may see of a project. Unchanged parts keep their reference.</summary>
public sealed record ProjectView
{
    /// <summary>The project.</summary>
    public required ProjectId Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>The kind of project.</summary>
    public required Diamond Diamond { get; init; }

    /// <summary>What it is for.</summary>
    public required string Purpose { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset Begun { get; init; }

    /// <summary>The open code, for officers; null for others and where joining is closed.</summary>
    public required string? JoinCode { get; init; }

    /// <summary>Who takes part, with roles.</summary>
    public required ImmutableDictionary<ParticipantId, ImmutableArray<Role>> People { get; init; }

    /// <summary>Those whose names officers don't see either; none for others, to whom no names are shown.</summary>
    public required ImmutableHashSet<ParticipantId> Unnamed { get; init; }

    /// <summary>What the reader agreed to; null where they weren't asked.</summary>
    public required Consent? Consent { get; init; }

    /// <summary>Insights, oldest first.</summary>
    public required ImmutableList<Insight> Insights { get; init; }

    /// <summary>Themes, oldest first; their insights are tied to them.</summary>
    public required ImmutableList<Theme> Themes { get; init; }

    /// <summary>Ideas that all read, oldest first.</summary>
    public required ImmutableList<Idea> Ideas { get; init; }

    /// <summary>Ideas in confidence, oldest first: all for commissioners, for providers their own, for others none.</summary>
    public required ImmutableList<ConfidentialIdea> Confidential { get; init; }

    /// <summary>Trials, oldest first.</summary>
    public required ImmutableList<Trial> Trials { get; init; }

    /// <summary>Outcomes, oldest first.</summary>
    public required ImmutableList<Outcome> Outcomes { get; init; }

    /// <summary>The vote on which outcomes matter most; null where there was none. Nothing of what was voted before it closes.</summary>
    public required PriorityVote? Priorities { get; init; }

    /// <summary>The reader's own dots in that vote.</summary>
    public required ImmutableDictionary<OutcomeId, int> Dots { get; init; }

    /// <summary>Clauses in reading order; see <see cref="Specifications.Outline"/>.</summary>
    public required ImmutableList<Clause> Clauses { get; init; }

    /// <summary>Gaps of the thread with their reasons.</summary>
    public required ImmutableList<Specifications.ExplainedGap> Gaps { get; init; }

    /// <summary>Words that many people don't use, with better ones.</summary>
    public required ImmutableList<Specifications.Jargon> Jargon { get; init; }

    /// <summary>Parts of the report that somebody wrote; see <see cref="Specifications.ProjectReport"/>.</summary>
    public required ImmutableList<Specifications.ReportWords> Report { get; init; }

    /// <summary>Clauses that went into others, with where their words are now.</summary>
    public required ImmutableDictionary<ClauseId, ClauseId> Merged { get; init; }

    /// <summary>Ties of the thread.</summary>
    public required ImmutableList<ThreadLink> Links { get; init; }

    /// <summary>The plan.</summary>
    public required Plan Plan { get; init; }

    /// <summary>What must come out of each phase, and what of it is there.</summary>
    public ImmutableArray<PhaseOutput> Outputs => PhaseOutput.Of(this);

    /// <summary>Cards of the Method Deck that the project wrote for itself, oldest first.</summary>
    public required ImmutableList<MethodCard> Cards { get; init; }

    /// <summary>The tender, where there is one.</summary>
    public required Guid? Tender { get; init; }

    /// <summary>The latest acts, newest first.</summary>
    public required ImmutableList<Act> Feed { get; init; }

    /// <summary>Whether the reader may add insights, ideas, trials and outcomes.</summary>
    public required bool MayContribute { get; init; }

    /// <summary>Whether the reader runs the project: outline, joining, tender.</summary>
    public required bool MayManage { get; init; }

    /// <summary>Whether the reader decides who is in it.</summary>
    public required bool MayInvite { get; init; }

    /// <summary>Whether the reader may write in the specification.</summary>
    public required bool MayWrite { get; init; }

    /// <summary>Whether the reader may offer ideas in confidence.</summary>
    public required bool MayOffer { get; init; }

    /// <summary>The words of something on the thread; null for what isn't there.</summary>
    public string? TextOf(ThreadRef thing) => thing.Kind switch
    {
        ThreadKind.Insight => Insights.Find(i => i.Id.Value == thing.Id)?.Text,
        ThreadKind.Theme => Themes.Find(t => t.Id.Value == thing.Id)?.Name,
        ThreadKind.Idea => Ideas.Find(i => i.Id.Value == thing.Id)?.Title,
        ThreadKind.Trial => Trials.Find(t => t.Id.Value == thing.Id)?.Expectation,
        ThreadKind.Outcome => Outcomes.Find(o => o.Id.Value == thing.Id)?.Statement,
        ThreadKind.Measure => Outcomes.SelectMany(o => o.Measures).FirstOrDefault(m => m.Id.Value == thing.Id)?.Gauge.Sentence,
        ThreadKind.Clause => Clauses.Find(c => c.Id.Value == thing.Id)?.Title,
        _ => null,
    };

    /// <summary>The view of one reader; null for who may not see the project, or where there is none.</summary>
    public static ProjectView? For(Project? project, ParticipantId viewer)
    {
        return project is null || !project.IsReader(viewer) ? null : Of(project, viewer);
    }

    /// <summary>The project as somebody without any role would see it if they could, for what is told of it in public and for what rests on the whole thread.</summary>
    internal static ProjectView Whole(Project project) => Of(project, ParticipantId.Public);

    private static ProjectView Of(Project project, ParticipantId viewer)
    {
        var officer = project.IsOfficer(viewer);
        return new ProjectView
        {
            Id = project.Id,
            Name = project.Name,
            Diamond = project.Diamond,
            Purpose = project.Purpose,
            Begun = project.Begun,
            JoinCode = officer ? project.JoinCode : null,
            People = project.People,
            Unnamed = officer ? project.Unnamed : [],
            Consent = project.Consents.GetValueOrDefault(viewer),
            Insights = project.Insights,
            Themes = project.Themes,
            Ideas = project.Ideas,
            Confidential = project.Holds(viewer, Role.Commissioner) ? project.Confidential : project.OfferedBy(viewer),
            Trials = project.Trials,
            Outcomes = project.Outcomes,
            Priorities = project.Priorities,
            Dots = project.DotsOf(viewer),
            Clauses = project.Clauses,
            Gaps = project.Gaps,
            Jargon = project.Jargon,
            Report = project.Report,
            Merged = project.Merged,
            Links = project.Links,
            Plan = project.Plan,
            Cards = project.Cards,
            Tender = officer || project.Holds(viewer, Role.Member) ? project.Tender : null,
            Feed = project.Feed,
            MayContribute = project.IsContributor(viewer),
            MayManage = officer,
            MayInvite = project.Holds(viewer, Role.Commissioner),
            MayOffer = project.Holds(viewer, Role.Provider),
            MayWrite = project.Holds(viewer, Role.Commissioner, Role.Facilitator, Role.ServiceUser),
        };
    }
}

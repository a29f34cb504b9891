using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Specifications;
using CoDesign.Domain.Thread;
using CoDesign.Domain.Workshops;

namespace CoDesign.Domain.Projects;

/// <summary>Somebody's words, and as they were first put.</summary>
public sealed record Insight(InsightId Id, string Text, string FirstText, SourceKind Source, ImmutableArray<string> Tags, ParticipantId By, DateTimeOffset At, NoteOrigin? Origin = null);

/// <summary>A proposal.</summary>
public sealed record Idea(IdeaId Id, string Title, string Description, ParticipantId By, DateTimeOffset At, NoteOrigin? Origin = null);

/// <summary>A trial of an idea; without a verdict it is under way.</summary>
public sealed record Trial(TrialId Id, IdeaId Idea, int Round, string Expectation, string HowWeWillKnow, string WhatHappened, Verdict? Verdict, ParticipantId By, DateTimeOffset At)
{
    /// <summary>Who takes part, in words; empty where nobody said.</summary>
    public string WhoTakesPart { get; init; } = "";

    /// <summary>What is changed next; empty where nothing was said.</summary>
    public string Next { get; init; } = "";

    /// <summary>What was seen while it was under way, oldest first.</summary>
    public ImmutableList<Observation> Observations { get; init; } = [];
}

/// <summary>A change for people, with the ways to know of it.</summary>
public sealed record Outcome(OutcomeId Id, string Statement, ImmutableList<Measure> Measures, ParticipantId By, DateTimeOffset At);

/// <summary>A way to know.</summary>
public sealed record Measure(MeasureId Id, Gauge Gauge, Bound Binds);

/// <summary>One line of the activity feed.</summary>
public sealed record Act(string What, ThreadRef? On, ParticipantId By, DateTimeOffset At);

/// <summary>What is true of a project.</summary>
public sealed partial record Project
{
    /// <summary>How many acts the feed keeps.</summary>
    public const int FeedLength = 50;

    /// <summary>The project.</summary>
    public ProjectId Id { get; init; }

    /// <summary>What it is called.</summary>
    public string Name { get; init; } = "";

    /// <summary>The kind of project.</summary>
    public Diamond Diamond { get; init; }

    /// <summary>What it is for.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>When it began.</summary>
    public DateTimeOffset Begun { get; init; }

    /// <summary>The open code; null where nobody can join.</summary>
    public string? JoinCode { get; init; }

    /// <summary>Who holds which roles.</summary>
    public ImmutableDictionary<ParticipantId, ImmutableArray<Role>> People { get; init; } = ImmutableDictionary<ParticipantId, ImmutableArray<Role>>.Empty;

    /// <summary>Insights, oldest first.</summary>
    public ImmutableList<Insight> Insights { get; init; } = [];

    /// <summary>Ideas, oldest first.</summary>
    public ImmutableList<Idea> Ideas { get; init; } = [];

    /// <summary>Trials, oldest first.</summary>
    public ImmutableList<Trial> Trials { get; init; } = [];

    /// <summary>Outcomes, oldest first.</summary>
    public ImmutableList<Outcome> Outcomes { get; init; } = [];

    /// <summary>Clauses in reading order; see <see cref="Outline"/>.</summary>
    public ImmutableList<Clause> Clauses { get; init; } = [];

    /// <summary>Ties of the thread.</summary>
    public ImmutableList<ThreadLink> Links { get; init; } = [];

    /// <summary>The plan.</summary>
    public Plan Plan { get; init; } = new();

    /// <summary>Cards of the Method Deck that the project wrote for itself, oldest first.</summary>
    public ImmutableList<MethodCard> Cards { get; init; } = [];

    /// <summary>The tender that grows out of it; null where there is none yet.</summary>
    public Guid? Tender { get; init; }

    /// <summary>The latest acts, newest first.</summary>
    public ImmutableList<Act> Feed { get; init; } = [];

    /// <summary>The roles somebody holds; none for who isn't in the project.</summary>
    public ImmutableArray<Role> RolesOf(ParticipantId person) => People.TryGetValue(person, out var roles) ? roles : [];

    /// <summary>Whether somebody holds one of some roles.</summary>
    public bool Holds(ParticipantId person, params ReadOnlySpan<Role> roles)
    {
        foreach (var held in RolesOf(person))
        {
            if (roles.Contains(held)) return true;
        }

        return false;
    }

    /// <summary>Runs the project: commissioner or facilitator.</summary>
    public bool IsOfficer(ParticipantId person) => Holds(person, Role.Commissioner, Role.Facilitator);

    /// <summary>Brings insights, ideas, trials and outcomes: officers, service users and providers.</summary>
    public bool IsContributor(ParticipantId person) =>
        Holds(person, Role.Commissioner, Role.Facilitator, Role.ServiceUser, Role.Provider);

    /// <summary>Reads the project: contributors and members. Evaluators and moderators see what the tender quotes, no more.</summary>
    public bool IsReader(ParticipantId person) => IsContributor(person) || Holds(person, Role.Member);

    /// <summary>Whether something on the thread is there.</summary>
    public bool Has(ThreadRef thing) => thing.Kind switch
    {
        ThreadKind.Insight => Insights.Exists(i => i.Id.Value == thing.Id),
        ThreadKind.Theme => Themes.Exists(t => t.Id.Value == thing.Id),
        ThreadKind.Idea => Ideas.Exists(i => i.Id.Value == thing.Id),
        ThreadKind.Trial => Trials.Exists(t => t.Id.Value == thing.Id),
        ThreadKind.Outcome => Outcomes.Exists(o => o.Id.Value == thing.Id),
        ThreadKind.Measure => Outcomes.Exists(o => o.Measures.Exists(m => m.Id.Value == thing.Id)),
        ThreadKind.Clause => Clauses.Exists(c => c.Id.Value == thing.Id),
        _ => false,
    };

    /// <summary>What is true after something happened.</summary>
    public Project After(Recorded happened)
    {
        var (by, at) = (happened.Actor, happened.At);
        return happened.Event switch
        {
            ProjectCreated e => this with { Id = e.Project, Name = e.Name, Diamond = e.Diamond, Purpose = e.Purpose, Begun = at, Feed = Note("began this project", null, by, at) },
            JoiningOpened e => this with { JoinCode = e.Code },
            JoiningClosed => this with { JoinCode = null },
            ParticipantJoined e => After(e, by, at),
            ParticipantRemoved e => this with { People = People.Remove(e.Participant), Consents = Consents.Remove(e.Participant), Unnamed = Unnamed.Remove(e.Participant) },
            ConsentGiven e => After(e, at),
            ConsentWithdrawn e => After(e, at),
            InsightCaptured e => this with { Insights = Insights.Add(new Insight(e.Insight, e.Text, e.Text, e.Source, e.Tags, e.Origin?.By ?? by, at, e.Origin)), Feed = Note("added an insight", On(ThreadKind.Insight, e.Insight), e.Origin?.By ?? by, at) },
            InsightReworded e => this with { Insights = Replace(Insights, i => i.Id == e.Insight, i => i with { Text = e.Text }) },
            IdeaProposed e => this with { Ideas = Ideas.Add(new Idea(e.Idea, e.Title, e.Description, e.Origin?.By ?? by, at, e.Origin)), Feed = Note("proposed an idea", On(ThreadKind.Idea, e.Idea), e.Origin?.By ?? by, at) },
            TrialStarted e => this with { Trials = Trials.Add(new Trial(e.Trial, e.Idea, e.Round, e.Expectation, e.HowWeWillKnow, "", null, by, at) { WhoTakesPart = e.WhoTakesPart }), Feed = Note("started a trial", On(ThreadKind.Trial, e.Trial), by, at) },
            TrialConcluded e => this with { Trials = Replace(Trials, t => t.Id == e.Trial, t => t with { WhatHappened = e.WhatHappened, Verdict = e.Verdict, Next = e.Next }), Feed = Note("said what a trial showed", On(ThreadKind.Trial, e.Trial), by, at) },
            OutcomeDescribed e => this with { Outcomes = Outcomes.Add(new Outcome(e.Outcome, e.Statement, [], by, at)), Feed = Note("described an outcome", On(ThreadKind.Outcome, e.Outcome), by, at) },
            MeasureAdded e => this with { Outcomes = Replace(Outcomes, o => o.Id == e.Outcome, o => o with { Measures = o.Measures.Add(new Measure(e.Measure, e.Gauge, e.Binds)) }), Feed = Note("added a measure", On(ThreadKind.Measure, e.Measure), by, at) },
            ClauseAdded e => this with { Clauses = Outline.Add(Clauses, new Clause(e.Clause, e.Title, e.Kind, by, at) { Parent = e.Parent }), Feed = Note("added a clause", On(ThreadKind.Clause, e.Clause), by, at) },
            ClauseRenamed e => this with { Clauses = Replace(Clauses, c => c.Id == e.Clause, c => c with { Title = e.Title }) },
            ClauseMoved e => this with { Clauses = Outline.Move(Clauses, e.Clause, e.Parent, e.Position) },
            LinkMade e => this with { Links = Links.Add(e.Link) },
            LinkRemoved e => this with { Links = Links.Remove(e.Link) },
            TenderRecorded e => this with { Tender = e.Tender },
            ProjectDescribed e => this with { Name = e.Name, Purpose = e.Purpose, Plan = Plan.After(happened) },
            PhaseEntered e => this with { Plan = Plan.After(happened), Feed = Note($"moved the project to {e.Phase}", null, by, at) },
            ActivityPlanned e => this with { Plan = Plan.After(happened), Feed = Note($"planned “{e.Plan.Title}”", null, by, at) },
            ActivityMoved e => this with { Plan = Plan.After(happened), Feed = Note($"{Verb(e.State)} “{Plan.Activities.Find(a => a.Id == e.Activity)!.Plan.Title}”", null, by, at) },
            IThreadEvent => AfterThread(happened),
            ISpecificationEvent => AfterSpecification(happened),
            IPlanEvent => this with { Plan = Plan.After(happened) },
            CardWritten e => this with { Cards = Cards.Exists(c => c.Key == e.Card.Key) ? Replace(Cards, c => c.Key == e.Card.Key, _ => e.Card) : Cards.Add(e.Card) },
            CardTakenAway e => this with { Cards = Cards.RemoveAll(c => c.Key == e.Key) },
            _ => throw new InvalidOperationException($"A project knows no event {happened.Event.GetType().Name}."),
        };
    }

    private ImmutableList<Act> Note(string what, ThreadRef? on, ParticipantId by, DateTimeOffset at)
    {
        var feed = Feed.Insert(0, new Act(what, on, by, at));
        return feed.Count > FeedLength ? feed.RemoveAt(FeedLength) : feed;
    }

    private static string Verb(ActivityState state) => state switch
    {
        ActivityState.Open => "opened",
        ActivityState.Finished => "ended",
        ActivityState.Cancelled => "called off",
        _ => "put back",
    };

    private static ThreadRef? On<TId>(ThreadKind kind, TId id) where TId : struct, IId<TId> => new(kind, id.Value);

    private static ImmutableList<T> Replace<T>(ImmutableList<T> items, Predicate<T> which, Func<T, T> change)
    {
        var index = items.FindIndex(which);
        return items.SetItem(index, change(items[index]));
    }
}

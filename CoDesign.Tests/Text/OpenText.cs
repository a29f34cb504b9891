using System.Collections.Immutable;
using System.Text.Json;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using CoDesign.Domain.Text;
using CoDesign.Domain.Thread;

namespace CoDesign.Tests.Text;

/// <summary>A shared text on the table of a test: the real decider, and every step it accepted.</summary>
internal sealed class OpenText
{
    public static readonly ParticipantId Tom = Somebody();
    public static readonly ParticipantId Grace = Somebody();
    public static readonly ParticipantId Amina = Somebody();
    public static readonly ParticipantId Councillor = Somebody();
    public static readonly ParticipantId HarbourLights = Somebody();
    public static readonly ParticipantId Stranger = Somebody();

    /// <summary>An insight of the clause's project.</summary>
    public static readonly ThreadRef ColdAtNoon = new(ThreadKind.Insight, Guid.NewGuid());

    private readonly StreamId _id;
    private readonly Facts _facts;
    private long _version;

    private OpenText(StreamId owner, Facts facts, ClauseId id)
    {
        (_id, _facts) = (id.Text, facts);
        Ask(ParticipantId.System, new CreateText(owner));
    }

    /// <summary>What is true of the text now.</summary>
    public TextDocument State { get; private set; } = TextDecider.Initial;

    /// <summary>All steps, the first ones too.</summary>
    public List<AcceptedUpdate> History { get; } = [];

    /// <summary>The server's time.</summary>
    public DateTimeOffset Now { get; set; } = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    /// <summary>A clause of a project in which Tom and Grace commission, Amina uses the service and Harbour Lights provides one.</summary>
    public static OpenText Clause(string words = "", ClauseId? id = null)
    {
        var (project, clause) = (new ProjectId(Guid.NewGuid()), id ?? new ClauseId(Guid.NewGuid()));
        var people = new Dictionary<ParticipantId, ImmutableArray<Role>>
        {
            [Tom] = [Role.Commissioner],
            [Grace] = [Role.Commissioner],
            [Amina] = [Role.ServiceUser],
            [HarbourLights] = [Role.Provider],
            [Councillor] = [Role.Member],
        };
        var facts = Facts.None.With(project.Stream, 1, new Project
        {
            Id = project,
            People = people.ToImmutableDictionary(),
            Insights = [new Insight(new InsightId(ColdAtNoon.Id), "It is cold at noon.", "It is cold at noon.", SourceKind.ServiceUser, [], Amina, default)],
            Clauses = [new Clause(clause, "Meals", ClauseKind.Need, Tom, default)],
        });
        return new OpenText(project.Stream, facts, clause).With(words, Tom);
    }

    /// <summary>An answer of Harbour Lights' bid, which is due at noon.</summary>
    public static OpenText Answer(string words = "")
    {
        var (bid, tender) = (new BidId(Guid.NewGuid()), new TenderId(Guid.NewGuid()));
        var noon = new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
        var facts = Facts.None
            .With(bid.Stream, 1, new Bid { Id = bid, Tender = tender, Team = [HarbourLights] })
            .With(tender.Stream, 1, new Tender { Deadline = noon });
        return new OpenText(bid.Stream, facts, new ClauseId(Guid.NewGuid())).With(words, HarbourLights);
    }

    /// <summary>A step of an editor, its changes in CodeMirror's form.</summary>
    public static TextUpdate Step(string client, string operation, string changes) =>
        new(client, operation, JsonSerializer.Deserialize<ChangeSet>(changes)!);

    /// <summary>What somebody may see.</summary>
    public TextView? SeenBy(ParticipantId person) => TextView.For(State, _facts, person, Now);

    /// <summary>The clause whose words these are.</summary>
    public ClauseId Id => new(_id.Value);

    /// <summary>The text after a step, with who wrote it.</summary>
    public TextMoment Moment(long version) => History.Take((int)version).Aggregate(TextMoment.Start, (moment, step) => moment.After(step));

    /// <summary>The text as it is, with who wrote it.</summary>
    public TextMoment Latest => Moment(State.Version);

    /// <summary>Sends one step.</summary>
    public Decision Push(ParticipantId person, long version, string client, string operation, string changes) =>
        Ask(person, new PushUpdates(version, [Step(client, operation, changes)]));

    /// <summary>Asks, and lets happen what is decided.</summary>
    public Decision Ask(ParticipantId person, ITextCommand command)
    {
        var decision = TextDecider.Decide(State, command, new Context(person, new OperationId(Guid.NewGuid()), Now, _facts));
        foreach (var happened in decision.Events) Happens(person, happened);
        return decision;
    }

    /// <summary>Lets something happen that was decided elsewhere.</summary>
    public void Happens(ParticipantId person, IEvent happened)
    {
        State = TextDecider.Evolve(State, new Recorded(_id, ++_version, happened, person, Now));
        if (happened is ITextStep) History.Add(State.Recent[^1]);
    }

    /// <summary>Takes what left another text last.</summary>
    public void TakeFrom(OpenText other, ParticipantId by) =>
        Assert.Null(Ask(ParticipantId.System, other.State.Departures[^1].Carry(other.Id, by, other.Moment)).Refusal);

    private OpenText With(string words, ParticipantId by)
    {
        if (words.Length > 0) Ask(by, new PushUpdates(0, [new TextUpdate("first", "words", ChangeSet.Between("", words))]));
        return this;
    }

    private static ParticipantId Somebody() => new(Guid.NewGuid());
}

using System.Collections.Immutable;
using System.Text.Json;
using CoDesign.App.Storage;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Specifications;
using CoDesign.Domain.Thread;
using CoDesign.Tests.Kernel;
using CsCheck;
using static CoDesign.Tests.Projects.GivenProject;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Projects;

/// <summary>What holds of every project whatever is asked of it. A failure prints the seed that shows it.</summary>
public sealed class ProjectPropertyTests
{
    private static readonly Guid[] Known = [Evening.Value, Dark.Value, Bench.Value, Wardens.Value, Fortnight.Value, Safe.Value, Asked.Value, Evenings.Value, Winters.Value, Guid.Empty];

    private static readonly Gen<string?> Words = Gen.OneOf(
        Among<string?>(null, "", " ", "Dark", "123456", "a\0b", "\ud83d", "\u202e\u200b", "👩‍🦽 🌊", new string('x', 4_001), "# <b>[x](javascript:1)"),
        Gen.String.Select(words => (string?)words));

    private static readonly Gen<Guid> Id = Among(Known);
    private static readonly Gen<int> Choice = Gen.Int[-1, 4];
    private static readonly Gen<decimal?> Figure = Among<decimal?>(null, 0, -1, 0.00001m, decimal.MaxValue, decimal.MinValue);
    private static readonly Gen<ParticipantId> Person = Among(Tom, Tom, Fay, Amina, Hannah, Cllr, Olu, Nobody, ParticipantId.Public, ParticipantId.System);
    private static readonly Gen<ThreadRef> Ref = Gen.Select(Gen.Int[-1, 9], Id, (kind, id) => new ThreadRef((ThreadKind)kind, id));
    private static readonly Gen<ThreadLink?> Tie = Gen.Select(Ref, Ref, Gen.Int[0, 9], (from, to, none) => none == 0 ? null : new ThreadLink(from, to));

    private static readonly Gen<IProjectCommand> Command = Gen.OneOf(
        Gen.Select(Words, Choice, Words, (name, kind, purpose) => (IProjectCommand)new CreateProject(name, (Diamond)kind, purpose)),
        Words.Select(code => (IProjectCommand)new OpenJoining(code)),
        Gen.Const((IProjectCommand)new CloseJoining()),
        Words.Select(code => (IProjectCommand)new JoinProject(code)),
        Gen.Select(Person, Choice, (who, role) => (IProjectCommand)new InviteParticipant(who, (Role)role)),
        Person.Select(who => (IProjectCommand)new RemoveParticipant(who)),
        Gen.Select(Words, Choice, Words.Array[0, 12], (text, source, tags) => (IProjectCommand)new CaptureInsight(text, (SourceKind)source, [.. tags!])),
        Gen.Select(Id, Words, (id, text) => (IProjectCommand)new RewordInsight(new InsightId(id), text)),
        Gen.Select(Words, Words, Id.Array[0, 3], (title, what, from) => (IProjectCommand)new ProposeIdea(title, what, [.. from.Select(InsightId.From)])),
        Gen.Select(Id, Words, Words, (id, expect, how) => (IProjectCommand)new StartTrial(new IdeaId(id), expect, how)),
        Gen.Select(Id, Words, Choice, (id, what, verdict) => (IProjectCommand)new ConcludeTrial(new TrialId(id), what, (Verdict)verdict)),
        Gen.Select(Words, Id.Array[0, 3], (statement, from) => (IProjectCommand)new DescribeOutcome(statement, from.Length == 0 ? default : [.. from.Select(TrialId.From)])),
        Gen.Select(Id, Choice, Words, Figure, Words, Choice, (id, kind, words, figure, more, bound) => (IProjectCommand)new AddMeasure(
            new OutcomeId(id), (MeasureKind)kind, words, figure, figure, DateOnly.MaxValue, more, words, more, words, (Bound)bound)),
        Gen.Select(Words, Choice, Id.Array[0, 3], (title, kind, from) => (IProjectCommand)new AddClause(title, (ClauseKind)kind, [.. from.Select(OutcomeId.From)])),
        Gen.Select(Id, Words, (id, title) => (IProjectCommand)new RenameClause(new ClauseId(id), title)),
        Gen.Select(Id, Gen.Int, Id, (id, position, into) => (IProjectCommand)new MoveClause(new ClauseId(id), position, into == Guid.Empty ? null : new ClauseId(into))),
        Gen.Select(Id, Choice, (id, kind) => (IProjectCommand)new SetClauseKind(new ClauseId(id), (ClauseKind)kind)),
        Gen.Select(Id, Choice, Words, (id, status, reason) => (IProjectCommand)new SetClauseStatus(new ClauseId(id), (ClauseStatus)status, reason)),
        Gen.Select(Id, Gen.Bool, (id, confirmed) => (IProjectCommand)new RemoveClause(new ClauseId(id), confirmed)),
        Gen.Select(Id, Words, (id, text) => (IProjectCommand)new EaseClause(new ClauseId(id), text)),
        Gen.Select(Ref, Gen.Int[-1, 8], Words, (thing, reason, words) => (IProjectCommand)new ExplainGap(thing, (GapReason)reason, words)),
        Ref.Select(thing => (IProjectCommand)new ReopenGap(thing)),
        Words.Array[0, 3].Select(words => (IProjectCommand)new WriteJargon([.. words!])),
        Gen.Select(Gen.Int[-1, 8], Words, (part, words) => (IProjectCommand)new WriteReportPart((ReportPart)part, words)),
        Tie.Select(link => (IProjectCommand)new LinkThread(link)),
        Gen.Select(Tie, Gen.Bool, (link, confirmed) => (IProjectCommand)new UnlinkThread(link, confirmed)),
        Gen.Select(Words, Id.Array[0, 3], (name, from) => (IProjectCommand)new MakeTheme(name, [.. from.Select(InsightId.From)])),
        Gen.Select(Id, Words, (id, name) => (IProjectCommand)new RenameTheme(new ThemeId(id), name)),
        Gen.Select(Id, Id.Array[0, 3], (id, from) => (IProjectCommand)new PutInTheme(new ThemeId(id), [.. from.Select(InsightId.From)])),
        Gen.Select(Id, Id.Array[0, 3], (id, from) => (IProjectCommand)new TakeOutOfTheme(new ThemeId(id), [.. from.Select(InsightId.From)])),
        Gen.Select(Id, Gen.Bool, (id, confirmed) => (IProjectCommand)new RemoveTheme(new ThemeId(id), confirmed)),
        Gen.Select(Words, Words, Id.Array[0, 3], (title, what, from) => (IProjectCommand)new OfferIdea(title, what, [.. from.Select(InsightId.From)], default)),
        Gen.Select(Id, Words, Choice, (id, text, source) => (IProjectCommand)new Observe(new TrialId(id), text, (SourceKind)source)),
        Gen.Select(Id, Words, (id, statement) => (IProjectCommand)new RewordOutcome(new OutcomeId(id), statement)),
        Gen.Const((IProjectCommand)new OpenPriorities()),
        Gen.Select(Id, Choice, (id, dots) => (IProjectCommand)new PlaceDots(id == Guid.Empty ? null : ImmutableDictionary<OutcomeId, int>.Empty.Add(new OutcomeId(id), dots))),
        Gen.Const((IProjectCommand)new ClosePriorities()),
        Id.Select(id => (IProjectCommand)new RecordTender(id)));

    private static readonly Gen<(ParticipantId Who, IProjectCommand Command)[]> Acts = Gen.Select(Person, Command).Array[0, 30];

    [Fact]
    public void Nothing_that_is_asked_breaks_a_project_and_its_history_tells_it_again() => Check(acts =>
    {
        var (project, history) = Live(acts);

        var again = history.Aggregate(Themed.State, (state, happened) => ProjectDecider.Evolve(state, Stored(happened)));
        Assert.Equal(Given.Kept(project), Given.Kept(again));
    });

    [Fact]
    public void A_project_reads_back_from_a_snapshot_as_it_was() => Check(acts =>
    {
        var kept = Given.Kept(Live(acts).Project);

        var read = JsonSerializer.Deserialize<Project>(kept[(nameof(Project).Length + 1)..], DomainJson.Options)!;
        Assert.Equal(kept, Given.Kept(read));
    });

    [Fact]
    public void Links_always_lead_forward_between_things_that_are_there_and_there_is_always_a_commissioner() => Check(acts =>
    {
        var (project, _) = Live(acts);

        Assert.All(project.Links, link => Assert.True(link.IsForward && project.Has(link.From) && project.Has(link.To)));
        Assert.Equal(project.Links.Distinct().Count(), project.Links.Count);
        Assert.Contains(project.People, person => person.Value.Contains(Role.Commissioner));
        Assert.DoesNotContain(ParticipantId.Public, project.People.Keys);
        Assert.DoesNotContain(ParticipantId.System, project.People.Keys);
        Assert.True(project.Feed.Count <= Project.FeedLength);
    });

    [Fact]
    public void Who_has_no_reading_role_sees_nothing_and_changes_nothing() => Check(acts =>
    {
        var (project, _) = Live(acts);
        foreach (var (who, command) in acts.Where(act => !project.IsReader(act.Who) && act.Command is not (JoinProject or CreateProject or ISystemCommand)))
        {
            Assert.Null(ProjectView.For(project, who));
            Assert.Equal(Refusal.NotFound, ProjectDecider.Decide(project, command, new Context(who, Given.Operation, Given.Now, Facts.None)).Refusal);
        }
    });

    private static Gen<T> Among<T>(params T[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);

    private static void Check(Action<(ParticipantId Who, IProjectCommand Command)[]> holds) =>
        Acts.Sample(holds, iter: 1_000, writeLine: TestContext.Current.TestOutputHelper!.WriteLine);

    private static (Project Project, ImmutableList<Recorded> History) Live((ParticipantId Who, IProjectCommand Command)[] acts)
    {
        var (project, history, act) = (Themed.State, ImmutableList<Recorded>.Empty, 0);
        foreach (var (who, command) in acts)
        {
            var operation = Given.Operation.Then($"act {act++}");
            var decision = ProjectDecider.Decide(project, command, new Context(who, operation, Given.Now, Facts.None));
            Assert.True(decision.Refusal is null || decision.Events.IsEmpty);
            foreach (var happened in decision.Events)
            {
                var recorded = new Recorded(Themed.Stream, Themed.Version + history.Count + 1, happened, who, Given.Now);
                (project, history) = (ProjectDecider.Evolve(project, recorded), history.Add(recorded));
            }
        }

        return (project, history);
    }

    private static Recorded Stored(Recorded happened)
    {
        var type = happened.Event.GetType();
        return happened with { Event = (IEvent)JsonSerializer.Deserialize(JsonSerializer.Serialize(happened.Event, type, DomainJson.Options), type, DomainJson.Options)! };
    }
}

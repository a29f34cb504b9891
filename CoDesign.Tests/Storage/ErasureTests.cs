using System.Text;
using CoDesign.App.Live;
using CoDesign.App.Storage;
using CoDesign.App.Text;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Text;
using CoDesign.Domain.Workshops;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoDesign.Tests.Storage;

/// <summary>Who asks for it has their words erased everywhere, and everything else goes on as it was.</summary>
public sealed class ErasureTests : IAsyncLifetime
{
    private static readonly ParticipantId Tom = new(Guid.NewGuid());
    private static readonly ParticipantId Amina = new(Guid.NewGuid());
    private readonly string _folder = Directory.CreateTempSubdirectory("codesign-erasure-").FullName;
    private Node _node = null!;
    private StreamId _project;

    private Project Project => (Project)_node.Live.Get(_project).State;

    public async ValueTask InitializeAsync()
    {
        _node = await Node.StartAsync(_folder);
        var operation = new OperationId(Guid.NewGuid());
        _project = (await _node.DoAsync(LiveStreams.NewStream("project", Tom, operation), new CreateProject("Days out", Diamond.ServiceRedesign, "Going out"), Tom, operation)).Stream;
        await _node.DoAsync(_project, new InviteParticipant(Amina, Role.ServiceUser), Tom);
    }

    public async ValueTask DisposeAsync()
    {
        await _node.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Her_words_are_gone_from_the_project_and_from_the_file_and_his_stay()
    {
        await _node.DoAsync(_project, new CaptureInsight("Zwieback on Fridays.", SourceKind.Carer, ["zwieback"]), Amina);
        await _node.DoAsync(_project, new CaptureInsight("Attendance fell.", SourceKind.Data, []), Tom);
        _node.Services.GetRequiredService<EventStore>().Snapshot(_node.Live.Get(_project));

        _node.Live.Erase(Amina);

        await AssertAsync();
        await RestartAsync();
        await AssertAsync();

        async Task AssertAsync()
        {
            Assert.Equal([Written.Erased, "Attendance fell."], Project.Insights.Select(insight => insight.Text));
            Assert.Empty(Project.Insights[0].Tags);
            Assert.Equal(Amina, Project.Insights[0].By);
            Assert.Empty(_node.Check.Run());
            Assert.DoesNotContain("wieback", await DumpAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task In_a_shared_text_dots_stand_for_her_words_and_everybodys_places_hold()
    {
        var text = await ClauseAsync();
        await _node.DoAsync(_project, new InviteParticipant(Amina, Role.Commissioner), Tom);
        await _node.DoAsync(text, new ReplaceText(0, "", "We go out. Home by four."), Tom);
        await _node.DoAsync(text, new ReplaceText(1, "We go out. Home by four.", "We go out with Zwieback. Home by four."), Amina);
        await _node.DoAsync(text, new ReplaceText(2, "We go out with Zwieback. Home by four.", "We go out with Zweback. Home by four."), Tom);
        await _node.DoAsync(text, new ReplaceText(3, "We go out with Zweback. Home by four.", "We go out with Zweback. Home by six."), Tom);

        _node.Live.Erase(Amina);

        foreach (var restarted in new[] { false, true })
        {
            if (restarted) await RestartAsync();
            var document = (TextDocument)_node.Live.Get(text).State;
            Assert.Equal(4, document.Version);
            Assert.Equal("We go out·············. Home by six.", document.Text);
            Assert.DoesNotContain("Zw", string.Concat(document.Recent.SelectMany(update => update.Update.Changes.Stretches).Select(stretch => stretch.Insert)), StringComparison.Ordinal);
        }

        await _node.DoAsync(text, new ReplaceText(4, "We go out·············. Home by six.", "We go out. Home by six."), Tom);
        Assert.Equal("We go out. Home by six.", ((TextDocument)_node.Live.Get(text).State).Text);
        Assert.Empty(_node.Check.Run());
        Assert.DoesNotContain("Zwieback", await DumpAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_history_of_a_text_has_dots_for_her_words_at_every_moment()
    {
        var text = await ClauseAsync();
        await _node.DoAsync(_project, new InviteParticipant(Amina, Role.Commissioner), Tom);
        await _node.DoAsync(text, new ReplaceText(0, "", "Zwieback at four. "), Amina);
        for (var version = 1; version < TextMoments.Interval + 100; version += 100)
        {
            var steps = Enumerable.Range(version, 100).Select(step => new TextUpdate("tom", $"{step}", new ChangeSet([new Stretch("Zwieback at four. ".Length + step - 1, null), new Stretch(0, "a")])));
            await _node.DoAsync(text, new PushUpdates(version, [.. steps]), Tom);
        }

        var histories = _node.Services.GetRequiredService<TextHistories>();
        Assert.StartsWith("Zwieback", histories.Of(text).At(TextMoments.Interval).Text, StringComparison.Ordinal);

        _node.Live.Erase(Amina);

        Assert.All(new[] { 1, TextMoments.Interval, TextMoments.Interval + 50 }, version => Assert.StartsWith("·········", histories.Of(text).At(version).Text, StringComparison.Ordinal));
        Assert.DoesNotContain("Zwieback", await DumpAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_she_said_of_a_text_goes_also_where_he_took_it_into_the_text_and_places_hold()
    {
        var text = await ClauseAsync();
        await _node.DoAsync(text, new ReplaceText(0, "", "We go out. Home by four."), Tom);
        var taken = await _node.DoAsync(text, new Suggest("go out", null, "buy Zwieback", "I love Zwieback"), Amina);
        await _node.DoAsync(text, new AcceptSuggestion(new RemarkId(taken.Made!.Value), "So do I."), Tom);
        await _node.DoAsync(text, new Comment("buy Zwieback", null, "Which one?", null), Tom);
        await _node.DoAsync(text, new Comment("four", null, "Zwieback at four", null), Amina);

        _node.Live.Erase(Amina);

        foreach (var restarted in new[] { false, true })
        {
            if (restarted) await RestartAsync();
            var document = (TextDocument)_node.Live.Get(text).State;
            Assert.Equal("We ············. Home by four.", document.Text);
            Assert.Equal([Written.Erased, "Which one?", Written.Erased], document.Remarks.Select(remark => remark.Text));
            Assert.Equal(["go out", "············", "four"], document.Remarks.Select(remark => remark.Quote));
            Assert.Equal((Written.Erased, "So do I."), (document.Remarks[0].Instead, document.Remarks[0].Closed?.Reason));
            Assert.Equal(["············", "four"], document.Places.Skip(1).Select(place => place.WordsIn(document.Text)));
        }

        Assert.Empty(_node.Check.Run());
        Assert.DoesNotContain("Zwieback", await DumpAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_within_a_measure_go_and_its_figures_stay()
    {
        var outcome = new OutcomeId((await _node.DoAsync(_project, new DescribeOutcome("People go out", []), Tom)).Made!.Value);
        await _node.DoAsync(_project, new AddMeasure(outcome, MeasureKind.Quantitative, "zwiebacks", 3, 7, null, "on Fridays", null, null, null, Bound.Provider), Amina);
        await RestartAsync();
        Assert.Equal("zwiebacks", Project.Outcomes[0].Measures[0].Gauge.Unit);

        _node.Live.Erase(Amina);

        var gauge = Project.Outcomes[0].Measures[0].Gauge;
        Assert.Equal((Written.Erased, Written.Erased, 3m, 7m), (gauge.Unit, gauge.HowOften, gauge.Baseline, gauge.Target));
        Assert.DoesNotContain("zwieback", await DumpAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_he_called_things_can_go_too()
    {
        await ClauseAsync();

        _node.Live.Erase(Tom);

        Assert.Equal((Written.Erased, Written.Erased, Written.Erased), (Project.Name, Project.Purpose, Project.Clauses[0].Title));
        await RestartAsync();
        Assert.Equal((Written.Erased, Diamond.ServiceRedesign), (Project.Name, Project.Diamond));
    }

    [Fact]
    public async Task A_quotation_goes_with_whom_it_quotes()
    {
        var origin = new NoteOrigin(new ActivityId(Guid.NewGuid()), new NoteId(Guid.NewGuid()), Amina);
        await _node.DoAsync(_project, new TakeNote(origin, Domain.Thread.ThreadKind.Insight, Guid.NewGuid(), "Zwieback on Fridays.", SourceKind.Carer), ParticipantId.System);

        _node.Live.Erase(Tom);
        Assert.Equal("Zwieback on Fridays.", Project.Insights.Single().Text);
        _node.Live.Erase(Amina);
        Assert.Equal(Written.Erased, Project.Insights.Single().Text);
    }

    [Fact]
    public async Task Erasing_while_people_write_loses_nothing_of_theirs_and_keeps_nothing_of_hers()
    {
        var writing = Enumerable.Range(0, 200).Select(async i =>
        {
            await _node.DoAsync(_project, new CaptureInsight($"Tom {i}", SourceKind.Data, []), Tom);
            if (i % 20 == 0) _node.Live.Erase(Amina);
            await _node.DoAsync(_project, new CaptureInsight("Hers", SourceKind.Carer, []), Amina);
        });
        await Task.WhenAll(writing);

        _node.Live.Erase(Amina);

        var texts = Project.Insights.Select(insight => insight.Text).ToArray();
        Assert.Equal(Enumerable.Range(0, 200).Select(i => $"Tom {i}").Order(), texts.Where(text => text != Written.Erased).Order());
        Assert.Equal(400, texts.Length);
        Assert.Empty(_node.Check.Run());
    }

    /// <summary>What can be erased is written apart wherever it stands, so that no event of the domain loses anything on its way through the store.</summary>
    [Fact]
    public void Every_event_with_words_within_comes_back_whole()
    {
        var catalogue = new EventCatalogue();
        IEvent[] events =
        [
            new MeasureAdded(new MeasureId(Guid.NewGuid()), new OutcomeId(Guid.NewGuid()), new Gauge(MeasureKind.Qualitative, "", null, null, null, "monthly", "Did you?", "everybody", "by hand"), Bound.Commissioner),
            new ActivityPlanned(new ActivityId(Guid.NewGuid()),
                new ActivityPlan("Walk", "Seeing", Phase.Create, Rung.CoDesigned, null, null, 30, "Park", "https://codesign.example", "Benches", "Tea", "walk"),
                BoardSetup.Usual with { Question = "What helps?", Columns = ["Now", "Later"] }),
        ];
        foreach (var happened in events)
        {
            var (payload, words) = catalogue.WriteApart(happened);
            Assert.Equivalent(happened, catalogue.Read(catalogue.NameOf(happened.GetType()), payload, words), strict: true);
            Assert.DoesNotContain("Walk", Encoding.UTF8.GetString(payload), StringComparison.Ordinal);
            Assert.DoesNotContain("everybody", Encoding.UTF8.GetString(payload), StringComparison.Ordinal);
            Assert.True(EventCatalogue.WordsAreGenuine(payload, words));
        }
    }

    [Fact]
    public async Task Words_that_went_to_another_clause_are_still_hers_to_have_erased_and_so_is_what_she_said_about_them()
    {
        var text = await ClauseAsync();
        await _node.DoAsync(_project, new InviteParticipant(Amina, Role.Commissioner), Tom);
        await _node.DoAsync(text, new ReplaceText(0, "", "We go out. We meet."), Tom);
        await _node.DoAsync(text, new ReplaceText(1, "We go out. We meet.", "We go out. We meet Zwieback."), Amina);
        await _node.DoAsync(text, new Comment("Zwieback", null, "Zwieback is the dog.", null), Amina);
        await _node.DoAsync(text, new Comment("meet Zwieback", null, "Where?", null), Tom);
        var rest = new ClauseId((await _node.DoAsync(text, new SplitClause("We meet", null, "Meeting"), Tom)).Made!.Value).Text;
        Assert.Equal("We meet Zwieback.", ((TextDocument)_node.Live.Get(rest).State).Text);

        _node.Live.Erase(Amina);

        foreach (var restarted in new[] { false, true })
        {
            if (restarted) await RestartAsync();
            var words = (TextDocument)_node.Live.Get(rest).State;
            Assert.Equal("We meet·········.", words.Text);
            Assert.Equal([Written.Erased, "Where?"], words.Remarks.Select(remark => remark.Text));
            Assert.Equal(["········", "meet·········"], words.Remarks.Select(remark => remark.Quote));
            Assert.Empty(_node.Check.Run());
            Assert.DoesNotContain("wieback", await DumpAsync(), StringComparison.Ordinal);
        }
    }

    private async Task<StreamId> ClauseAsync()
    {
        var outcome = await _node.DoAsync(_project, new DescribeOutcome("People go out", []), Tom);
        var clause = await _node.DoAsync(_project, new AddClause("Going out", ClauseKind.Need, [new OutcomeId(outcome.Made!.Value)]), Tom);
        return new ClauseId(clause.Made!.Value).Text;
    }

    private async Task RestartAsync()
    {
        await _node.DisposeAsync();
        _node = await Node.StartAsync(_folder);
    }

    /// <summary>What lies in the database's files, as text, without tidying it first.</summary>
    private async Task<string> DumpAsync()
    {
        using (var db = _node.Database()) await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE);", TestContext.Current.CancellationToken);
        return string.Concat(Directory.GetFiles(_folder, "codesign.db*").Select(file => Encoding.Latin1.GetString(File.ReadAllBytes(file))));
    }
}

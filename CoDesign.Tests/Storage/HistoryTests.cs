using System.Text;
using CoDesign.App.Storage;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Specifications;
using CoDesign.Domain.Tenders;
using CoDesign.Domain.Text;
using CoDesign.Domain.Thread;
using Microsoft.EntityFrameworkCore;

namespace CoDesign.Tests.Storage;

public sealed class HistoryTests : IAsyncLifetime
{
    private static readonly ParticipantId Tom = new(Guid.NewGuid());
    private static readonly ParticipantId Ruth = new(Guid.NewGuid());
    private readonly string _folder = Directory.CreateTempSubdirectory("codesign-history-").FullName;
    private readonly string _other = Directory.CreateTempSubdirectory("codesign-other-").FullName;
    private Node _node = null!;

    public async ValueTask InitializeAsync() => _node = await Node.StartAsync(_folder);

    public async ValueTask DisposeAsync()
    {
        await _node.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        Directory.Delete(_other, recursive: true);
    }

    [Fact]
    public async Task Of_two_writers_at_the_same_version_one_wins_and_the_other_decides_again()
    {
        var project = await ProjectAsync();
        // The same keys in another folder, so that the second process may hold a lock of its own.
        Directory.CreateDirectory(Path.Combine(_other, "keys"));
        File.Copy(Path.Combine(_folder, "keys", "chain.key"), Path.Combine(_other, "keys", "chain.key"));
        await using var second = await Node.StartAsync(_other, _folder);
        for (var round = 0; round < 1_000; round++)
        {
            // Both have seen the same version; each writes once.
            var seen = _node.Live.Get(project).Version;
            var both = await Task.WhenAll(
                _node.DoAsync(project, Say($"first {round}"), Tom),
                second.DoAsync(project, Say($"second {round}"), Tom));
            Assert.Equal([seen + 1, seen + 2], both.Select(answer => answer.Version).Order());
            _node.Live.Refresh(project);
            second.Live.Refresh(project);
        }

        using var db = _node.Database();
        var stream = project.ToString();
        var versions = await db.Events.Where(e => e.StreamId == stream).OrderBy(e => e.Version).Select(e => e.Version).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(1, versions.Count).Select(version => (long)version), versions);
        Assert.Equal(2_000, ((Project)second.Live.Refresh(project).State).Insights.Count);
        Assert.Empty(_node.Check.Run());
    }

    [Fact]
    public async Task The_same_operation_again_gets_the_first_answer_also_after_a_restart()
    {
        var project = await ProjectAsync();
        var operation = new OperationId(Guid.NewGuid());
        var first = await _node.DoAsync(project, Say("Once."), Tom, operation);
        await _node.DoAsync(project, Say("Another."), Tom);
        var again = await _node.DoAsync(project, Say("Something else entirely."), Tom, operation);
        Assert.Equal((first.Version, first.Made), (again.Version, again.Made));

        await _node.DisposeAsync();
        _node = await Node.StartAsync(_folder);
        var later = await _node.DoAsync(project, Say("Once."), Tom, operation);
        Assert.Equal((first.Version, first.Made), (later.Version, later.Made));
        Assert.Equal(["Once.", "Another."], ((Project)_node.Live.Get(project).State).Insights.Select(insight => insight.Text));
    }

    [Theory]
    [InlineData("edit", "event 3 is not what was written there")]
    [InlineData("words", "event 3 is not what was written there")]
    [InlineData("delete", "after event 2 comes event 4")]
    [InlineData("swap", "event 3 is not what was written there")]
    [InlineData("cut", "the history ends before event 5")]
    public async Task Whatever_is_done_to_the_history_is_found_and_named(string harm, string named)
    {
        var project = await ProjectAsync();
        foreach (var words in new[] { "One.", "Two.", "Three." }) await _node.DoAsync(project, Say(words), Tom);
        await _node.DisposeAsync();
        _node = await Node.StartAsync(_folder);
        Assert.Empty(_node.Check.Run());

        using (var db = _node.Database())
        {
            var row = new Func<int, IQueryable<EventRow>>(version => db.Events.Where(e => e.StreamId == project.ToString() && e.Version == version));
            var (third, fourth) = (row(3).Single(), row(4).Single());
            _ = harm switch
            {
                "edit" => row(3).ExecuteUpdate(set => set.SetProperty(e => e.ActorId, Ruth.Text())),
                "words" => row(3).ExecuteUpdate(set => set.SetProperty(e => e.Words, fourth.Words)),
                "delete" => row(3).ExecuteDelete(),
                "swap" => row(3).ExecuteUpdate(set => set.SetProperty(e => e.Payload, fourth.Payload).SetProperty(e => e.Words, fourth.Words))
                    + row(4).ExecuteUpdate(set => set.SetProperty(e => e.Payload, third.Payload).SetProperty(e => e.Words, third.Words)),
                _ => row(5).ExecuteDelete(),
            };
        }

        Assert.Contains(_node.Check.Run(), fault => fault.ToString().Contains(named, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Erasing_somebodys_words_leaves_the_chain_valid()
    {
        var project = await ProjectAsync();
        await _node.DoAsync(project, Say("Please forget this."), Tom);
        using var db = _node.Database();
        await db.Events.Where(e => e.Words != null).ExecuteUpdateAsync(set => set.SetProperty(e => e.Words, (byte[]?)null), TestContext.Current.CancellationToken);
        Assert.Empty(_node.Check.Run());
        Assert.DoesNotContain("forget", await DumpAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dump_tells_nothing_of_a_bid()
    {
        var project = await ProjectAsync();
        var outcome = await _node.DoAsync(project, new DescribeOutcome("People feel safe", []), Tom);
        var clause = await _node.DoAsync(project, new AddClause("Going out", ClauseKind.Need, [new OutcomeId(outcome.Made!.Value)]), Tom);
        await _node.DoAsync(new ClauseId(clause.Made!.Value).Text, new ReplaceText(0, "", "The provider helps."), Tom);
        var tender = new TenderId((await _node.DoAsync(App.Live.LiveStreams.NewStream("tender", Tom, Operation), new CreateTender(new ProjectId(project.Value), "Companions"), Tom, Operation)).Stream.Value);
        var quality = ((Tender)_node.Live.Get(tender.Stream).State).Criteria[0].Id;
        await _node.DoAsync(tender.Stream, new DescribeTender("Companions wanted", 1_000, null, 12), Tom);
        await _node.DoAsync(tender.Stream, new SetDeadline(DateTimeOffset.UtcNow.AddDays(30)), Tom);
        var asked = await _node.DoAsync(tender.Stream, new AddQuestion(quality, "Knowing", 100, "How?", 100, null, [], []), Tom);
        foreach (var thing in new[] { new ThreadRef(ThreadKind.Clause, clause.Made!.Value), new ThreadRef(ThreadKind.Question, asked.Made!.Value) })
            await _node.DoAsync(project, new ExplainGap(thing, GapReason.Law, "The law asks for it."), Tom);
        await _node.DoAsync(tender.Stream, new SetPanelGroup("All", 100, true), Tom);
        await _node.DoAsync(tender.Stream, new PublishTender(), Tom);
        var bid = new BidId((await _node.DoAsync(App.Live.LiveStreams.NewStream("bid", Ruth, Operation), new StartBid(tender, "Harbour Lights"), Ruth, Operation)).Stream.Value);
        var question = ((Tender)_node.Live.Get(tender.Stream).State).Questions.Single().Id;
        await _node.DoAsync(bid.Answer(question), new ReplaceText(0, "", "We visit three times."), Ruth);
        await _node.DoAsync(bid.Stream, new SetPrice(777.77m), Ruth);
        await _node.DoAsync(bid.Stream, new SubmitBid(), Ruth);

        var dump = await DumpAsync();
        foreach (var secret in new[] { "Harbour Lights", "three times", "777.77", "bid.submitted", "bid/", bid.Text(), bid.Answer(question).Value.ToString("n"), Ruth.Text() })
            Assert.DoesNotContain(secret, dump, StringComparison.OrdinalIgnoreCase);

        await _node.DisposeAsync();
        _node = await Node.StartAsync(_folder);
        Assert.Equal(777.77m, ((Bid)_node.Live.Get(bid.Stream).State).Submission!.Price);
        Assert.Empty(_node.Check.Run());
    }

    private static OperationId Operation { get; } = new(Guid.NewGuid());

    private static CaptureInsight Say(string words) => new(words, SourceKind.Carer, []);

    private async Task<StreamId> ProjectAsync()
    {
        var operation = new OperationId(Guid.NewGuid());
        return (await _node.DoAsync(App.Live.LiveStreams.NewStream("project", Tom, operation), new CreateProject("Days out", Diamond.ServiceRedesign, "Going out"), Tom, operation)).Stream;
    }

    /// <summary>Everything in the database's files, as text.</summary>
    private async Task<string> DumpAsync()
    {
        using (var db = _node.Database()) await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE); VACUUM;", TestContext.Current.CancellationToken);
        return string.Concat(Directory.GetFiles(_folder, "codesign.db*").Select(file => Encoding.Latin1.GetString(File.ReadAllBytes(file))));
    }
}

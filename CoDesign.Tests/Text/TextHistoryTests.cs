using CoDesign.App.Live;
using CoDesign.App.Text;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Text;
using Microsoft.Extensions.DependencyInjection;

namespace CoDesign.Tests.Text;

/// <summary>The history of a text of many steps, read from the store as far as somebody looks.</summary>
public sealed class TextHistoryTests : IDisposable
{
    private const int Steps = 2_300;
    private const int Together = 100;
    private static readonly ParticipantId Tom = new(Guid.NewGuid());
    private static readonly ParticipantId Grace = new(Guid.NewGuid());
    private readonly string _folder = Directory.CreateTempSubdirectory("codesign-moments-").FullName;
    private readonly List<TextMoment> _moments = [TextMoment.Start];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_moment_is_the_text_as_it_was_and_by_whom_it_was_written()
    {
        StreamId text;
        await using (var node = await Storage.Node.StartAsync(_folder))
        {
            text = await WriteAsync(node);
            await AssertAsync(node, text);
        }

        await using var again = await Storage.Node.StartAsync(_folder);
        await AssertAsync(again, text);
    }

    private async Task AssertAsync(Storage.Node node, StreamId text)
    {
        var history = node.Services.GetRequiredService<TextHistories>().Of(text);
        Assert.Equal(Steps, history.Version);
        foreach (var version in new[] { 0, 1, 499, 500, 501, 1_234, 1_200, 1_999, Steps - 1, Steps })
        {
            var moment = history.At(version);
            Assert.Equal((version, _moments[version].Text), (moment.Version, moment.Text));
            Assert.Equal(_moments[version].Runs, moment.Runs);
        }

        Assert.Equal(_moments[1_700].Text, history.Steps(450, 1_700).Aggregate(_moments[450], (moment, step) => moment.After(step)).Text);
        Assert.Equal([Tom, Grace], new[] { Together, Together + 1 }.Select(version => history.Step(version).By));
        await using var db = node.Database();
        Assert.Equal([500, 1_000, 1_500, 2_000], db.Moments.Where(row => row.StreamId == text.ToString()).Select(row => row.Version).Order());
    }

    /// <summary>Tom and Grace take turns, and somebody says something in between.</summary>
    private async Task<StreamId> WriteAsync(Storage.Node node)
    {
        var operation = new OperationId(Guid.NewGuid());
        var project = (await node.DoAsync(LiveStreams.NewStream("project", Tom, operation), new CreateProject("Days out", Diamond.ServiceRedesign, "Going out"), Tom, operation)).Stream;
        await node.DoAsync(project, new InviteParticipant(Grace, Role.Commissioner), Tom);
        var text = new ClauseId((await node.DoAsync(project, new AddClause("Going out", ClauseKind.Need, []), Tom)).Made!.Value).Text;
        var random = new Random(4);
        for (var version = 0; version < Steps; version += Together)
        {
            var who = version / Together % 2 == 0 ? Tom : Grace;
            var updates = Enumerable.Range(version, Together).Select(step => Step(who, step, random)).ToArray();
            await node.DoAsync(text, new PushUpdates(version, [.. updates]), who);
            if (version % 700 == 0) await node.DoAsync(text, new Comment("", null, "Is that so?", null), Grace);
        }

        return text;
    }

    private TextUpdate Step(ParticipantId who, int step, Random random)
    {
        var words = _moments[^1].Text;
        var at = random.Next(words.Length + 1);
        var (gone, come) = step % 3 == 2 ? (Math.Min(2, words.Length - at), "") : (0, "so ");
        Stretch[] stretches = [new(at, null), new(gone, come), new(words.Length - at - gone, null)];
        var update = new TextUpdate(who.ToString(), $"{step}", new ChangeSet(stretches.Where(stretch => stretch.Length > 0 || stretch.Insert?.Length > 0)));
        _moments.Add(_moments[^1].After(new AcceptedUpdate(update, who)));
        return update;
    }
}

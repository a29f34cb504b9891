using CoDesign.App.Storage;
using CoDesign.Tests.Sample;
using Microsoft.Extensions.DependencyInjection;

namespace CoDesign.Tests.Storage;

/// <summary>A snapshot saves reading, and changes nothing.</summary>
public sealed class SnapshotTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("codesign-snapshots-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_state_kept_on_the_way_and_what_came_after_make_the_same_as_the_whole_history()
    {
        await using var node = await SampleNode.StartAsync(_folder);
        await node.MakeSampleAsync();
        var (store, kinds) = (node.Services.GetRequiredService<EventStore>(), node.Services.GetRequiredService<StreamKinds>());
        var open = node.Streams().Where(id => node.Live.Get(id).Key is null).ToArray();
        Assert.Subset(open.Select(id => id.Kind).ToHashSet(), new HashSet<string> { "panel", "project", "tender", "text" });

        foreach (var id in open)
        {
            var (kind, history) = (kinds[id.Kind], store.Read(id, 0));
            var whole = store.Load(id);
            foreach (var version in new[] { 1, history.Count / 2, history.Count }.Where(version => version > 0).Distinct())
            {
                var onTheWay = history.Take(version).Aggregate(kind.Initial, kind.Evolve);
                store.Snapshot(new StreamCopy(id, version, onTheWay, [], null));
                var shortened = store.Load(id);
                Assert.NotSame(whole.State, shortened.State);
                Assert.Equal((whole.Version, Convert.ToHexString(whole.Hash)), (shortened.Version, Convert.ToHexString(shortened.Hash)));
                Assert.Equivalent(whole.State, shortened.State, strict: true);
            }
        }
    }

    [Fact]
    public async Task A_snapshot_is_read_instead_of_the_history_before_it()
    {
        await using var node = await SampleNode.StartAsync(_folder);
        await node.MakeSampleAsync();
        var store = node.Services.GetRequiredService<EventStore>();
        var id = node.Streams().First(stream => stream.Kind == "project");
        var whole = store.Load(id);
        store.Snapshot(whole);
        using var db = node.Database();
        var name = id.ToString();
        db.Events.RemoveRange(db.Events.Where(row => row.StreamId == name && row.Version < whole.Version));
        db.SaveChanges();

        Assert.Equivalent(whole.State, store.Load(id).State, strict: true);
    }
}

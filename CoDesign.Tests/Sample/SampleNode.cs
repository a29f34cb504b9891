using CoDesign.App.Identity;
using CoDesign.App.Sample;
using CoDesign.App.Storage;
using CoDesign.Domain.Kernel;
using CoDesign.Tests.Journeys;
using CoDesign.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CoDesign.Tests.Sample;

/// <summary>A node over a data folder, on which the sample can be made, and stopped on the way.</summary>
internal static class SampleNode
{
    private static CancellationToken Here => TestContext.Current.CancellationToken;

    /// <summary>Starts one whose clock is some days ahead.</summary>
    public static Task<Node> StartAsync(string folder, int daysAhead = 0, StopAfter? stop = null) => Node.StartAsync(folder, with: builder =>
    {
        var time = new ForwardTime();
        time.Pass(TimeSpan.FromDays(daysAhead));
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
        builder.Services.AddSingleton<People>();
        if (stop is not null) builder.Services.AddSingleton<App.Live.IReadModel>(stop);
    });

    /// <summary>Makes what is missing of the sample.</summary>
    public static Task MakeSampleAsync(this Node node, CancellationToken? until = null) =>
        ActivatorUtilities.CreateInstance<SampleProject>(node.Services).MakeAsync(SampleFile.Read(), until ?? Here);

    /// <summary>How many events of each type there are, those of bids too.</summary>
    public static IReadOnlyList<(string Type, int Count)> Counts(this Node node) =>
        [.. node.Histories().SelectMany(history => history).CountBy(recorded => recorded.Event.GetType().Name)
            .Select(pair => (pair.Key, pair.Value)).OrderBy(pair => pair.Key, StringComparer.Ordinal)];

    /// <summary>Every stream's history, in order.</summary>
    public static IReadOnlyList<IReadOnlyList<Recorded>> Histories(this Node node) => [.. node.Streams().Select(stream => node.Services.GetRequiredService<EventStore>().Read(stream, 0))];

    /// <summary>Every stream, the sealed ones too.</summary>
    public static IReadOnlyList<StreamId> Streams(this Node node)
    {
        using var db = node.Database();
        var open = db.Events.Where(row => row.Version == 1 && row.Type != Seal.SealedType).Select(row => row.StreamId).ToArray()
            .Select(name => StreamId.TryParse(name, out var id) ? id : throw new InvalidDataException($"{name} names no stream."));
        return [.. open, .. node.Services.GetRequiredService<EventStore>().SealedStreams()];
    }
}

/// <summary>Stops what is under way once so many events of open streams are in, of one type where that is asked for.</summary>
public sealed class StopAfter(int events, Type? of = null) : App.Live.IReadModel, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private int _left = events;

    public CancellationToken Token => _stop.Token;

    public void Apply(CoDesignDb db, Recorded happened)
    {
        if ((of is null || happened.Event.GetType() == of) && --_left == 0) _stop.Cancel();
    }

    public void Dispose() => _stop.Dispose();
}

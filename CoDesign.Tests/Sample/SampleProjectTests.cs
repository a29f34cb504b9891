using System.Collections.Concurrent;
using CoDesign.App.Identity;
using CoDesign.App.Live;
using CoDesign.App.Sample;
using CoDesign.App.Storage;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CoDesign.Tests.Sample;

public sealed class SampleProjectTests : IDisposable
{
    private static readonly ParticipantId Tom = new(Guid.NewGuid());
    private readonly string _folder = Directory.CreateTempSubdirectory("codesign-sample-").FullName;
    private readonly string _other = Directory.CreateTempSubdirectory("codesign-sample-").FullName;

    private static CancellationToken Here => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        Directory.Delete(_other, recursive: true);
    }

    [Theory]
    [InlineData(1, "in the first profile")]
    [InlineData(111, "in the talking")]
    [InlineData(191, "in the first workshop")]
    [InlineData(300, "in the writing")]
    [InlineData(650, "in the tender")]
    [InlineData(720, "in the scoring")]
    [InlineData(792, "on the visits")]
    [InlineData(862, "after the award")]
    [InlineData(940, "in the second project")]
    [InlineData(1_170, "in the project whose tender is open")]
    [InlineData(1_500, "in the room of a panel")]
    public async Task Stopped_on_the_way_and_resumed_days_later_it_is_as_if_nothing_had_happened(int events, string where)
    {
        await using var unbroken = await SampleNode.StartAsync(_other);
        await unbroken.MakeSampleAsync();

        using (var stop = new StopAfter(events))
        {
            await using var first = await SampleNode.StartAsync(_folder, stop: stop);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.MakeSampleAsync(stop.Token));
            Assert.True(first.Counts().Sum(type => type.Count) < unbroken.Counts().Sum(type => type.Count), $"It was not stopped {where}.");
        }

        await using var second = await SampleNode.StartAsync(_folder, daysAhead: 3);
        await second.MakeSampleAsync();
        Assert.Equal(unbroken.Counts(), second.Counts());
        Assert.Empty(second.Check.Run());
    }

    [Fact]
    public async Task Made_twice_nothing_is_new()
    {
        await using var node = await SampleNode.StartAsync(_folder);
        await node.MakeSampleAsync();
        var once = node.Counts();
        using (var db = node.Database())
        {
            db.Checkpoints.Remove(db.Checkpoints.Single(row => row.Name == "sample"));
            db.SaveChanges();
        }

        await node.MakeSampleAsync();

        Assert.Equal(once, node.Counts());
    }

    [Fact]
    public async Task Time_never_goes_back_within_a_stream_and_never_reaches_beyond_now()
    {
        await using var node = await SampleNode.StartAsync(_folder);
        await node.MakeSampleAsync();

        Assert.All(node.Histories(), history =>
        {
            var back = history.Zip(history.Skip(1)).FirstOrDefault(pair => pair.Second.At < pair.First.At);
            Assert.True(back == default, $"{history[0].Stream}: {back.Second?.Event.GetType().Name} comes before {back.First?.Event.GetType().Name}, which it follows.");
            Assert.True(history[^1].At <= DateTimeOffset.UtcNow);
        });
    }

    [Fact]
    public async Task Where_others_have_made_something_no_sample_is_made()
    {
        await using var node = await SampleNode.StartAsync(_folder);
        var operation = new OperationId(Guid.NewGuid());
        await node.DoAsync(LiveStreams.NewStream("project", Tom, operation), new CreateProject("Warm meals", Diamond.ServiceRedesign, "Nobody eats alone."), Tom, operation);

        await node.MakeSampleAsync();

        Assert.Single(node.Streams());
    }

    [Fact]
    public async Task A_sample_that_fails_is_said_and_the_app_goes_on()
    {
        await using (var before = await SampleNode.StartAsync(_folder))
        {
            // So long ago that nothing can be before it.
            using var db = before.Database();
            db.Checkpoints.Add(new CheckpointRow { Name = "sample-begun", Position = 0 });
            db.SaveChanges();
        }

        var heard = new HeardLog();
        await using var node = await Node.StartAsync(_folder, with: builder =>
        {
            builder.Services.AddSingleton<People>().AddSingleton<ILogger<SampleProject>>(heard).AddHostedService<SampleProject>();
        });
        while (heard.Lines.All(line => line.Level != LogLevel.Error)) await heard.Next.WaitAsync(Here);

        Assert.Contains("could not be made whole", heard.Lines.Last().Said, StringComparison.Ordinal);
        await Assert.AllAsync(node.Services.GetServices<IHostedService>().OfType<SampleProject>(), service => service.ExecuteTask!.WaitAsync(Here));
        Assert.False(node.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested);
    }

    private sealed class HeardLog : ILogger<SampleProject>
    {
        public ConcurrentQueue<(LogLevel Level, string Said)> Lines { get; } = new();

        public SemaphoreSlim Next { get; } = new(0);

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Lines.Enqueue((logLevel, formatter(state, exception)));
            Next.Release();
        }
    }
}

using CoDesign.App.Live;
using CoDesign.App.Storage;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CoDesign.Tests.Durability;

/// <summary>Two nodes' worth of live streams over one database file.</summary>
public sealed class TwoWritersTests(HostFixture host) : IClassFixture<HostFixture>
{
    private static readonly ParticipantId Person = new(Guid.NewGuid());

    [Fact]
    public async Task Each_version_is_won_once_and_the_other_decides_again_a_thousand_times()
    {
        var services = host.Services;
        var first = services.GetRequiredService<LiveStreams>();
        var store = services.GetRequiredService<EventStore>();
        var (bus, time) = (services.GetRequiredService<Bus>(), services.GetRequiredService<TimeProvider>());
        using var second = new LiveStreams(services, new LiveCopies(store, bus, time), bus, services.GetRequiredService<Clock>(), NullLogger<LiveStreams>.Instance);
        await second.StartAsync(TestContext.Current.CancellationToken);
        var operation = new OperationId(Guid.NewGuid());
        var project = LiveStreams.NewStream("project", Person, operation);
        var begun = await first.ExecuteAsync(project, new CreateProject("Warm meals", Diamond.ServiceRedesign, "Nobody eats alone."), Person, operation);

        var version = begun.Version;
        for (var i = 0; i < 1_000; i++)
        {
            var answers = await Task.WhenAll(Capture(first), Capture(second));
            Assert.All(answers, answer => Assert.Null(answer.Refusal));
            Assert.Equal([version + 1, version + 2], answers.Select(answer => answer.Version).Order());
            version += 2;
        }

        await second.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(1, (int)version).Select(number => (long)number), store.Read(project, 0).Select(recorded => recorded.Version));
        Assert.Empty(services.GetRequiredService<ChainCheck>().Run());

        Task<Answer> Capture(LiveStreams live) =>
            live.ExecuteAsync(project, new CaptureInsight("Fridays are quiet.", SourceKind.Carer, []), Person, new OperationId(Guid.NewGuid()));
    }
}

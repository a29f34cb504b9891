using System.Diagnostics;
using CoDesign.App.Bids;
using CoDesign.App.Evaluations;
using CoDesign.App.Live;
using CoDesign.App.Projects;
using CoDesign.App.Providers;
using CoDesign.App.Storage;
using CoDesign.App.Tenders;
using CoDesign.App.Text;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoDesign.Bench;

/// <summary>Durable commands per second: each writer waits for its answer before it asks again.</summary>
internal static class CommandBench
{
    public static async Task RunAsync()
    {
        Table.Head(["commands", "per second", .. Times.Heads, .. Machine.Heads]);
        foreach (var (writers, each) in new[] { (1, 3_000), (64, 1_500), (256, 400) })
        {
            var folder = Directory.CreateTempSubdirectory("codesign-bench-");
            try
            {
                await MeasureAsync(folder.FullName, writers, each);
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
    }

    private static async Task MeasureAsync(string folder, int writers, int each)
    {
        await using var app = Build(folder);
        app.Services.MigrateStorage();
        await app.StartAsync();
        var live = app.Services.GetRequiredService<LiveStreams>();
        var projects = await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => BeginAsync(live)));
        var commands = projects.Length * each;
        await Task.WhenAll(projects.Select(project => WriteAsync(live, project, each / 4, new Times())));

        var times = new Times();
        var machine = new Machine();
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(projects.Select(project => WriteAsync(live, project, each, times)));
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        Table.Row([$"{writers} writers", Table.Number(commands / seconds), .. times.Percentiles, .. machine.Cores()]);
        await app.StopAsync();
    }

    private static WebApplication Build(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder(["--Data:Path", folder, "--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        builder.AddStorage();
        builder.AddProjects();
        builder.AddTexts();
        builder.AddTenders();
        builder.AddProviders();
        builder.AddBids();
        builder.AddPanels();
        return builder.Build();
    }

    private static async Task<(StreamId Project, ParticipantId Person)> BeginAsync(LiveStreams live)
    {
        var (person, operation) = (new ParticipantId(Guid.NewGuid()), OperationId.New());
        var project = LiveStreams.NewStream("project", person, operation);
        await live.ExecuteAsync(project, new CreateProject("Warm meals", Diamond.ServiceRedesign, "Nobody eats alone."), person, operation);
        return (project, person);
    }

    private static async Task WriteAsync(LiveStreams live, (StreamId Project, ParticipantId Person) writer, int count, Times times)
    {
        for (var i = 0; i < count; i++)
        {
            var began = Stopwatch.GetTimestamp();
            var answer = await live.ExecuteAsync(writer.Project,
                new CaptureInsight("On Fridays nobody comes, and the whole weekend is quiet.", SourceKind.ServiceUser, []),
                writer.Person, OperationId.New());
            if (!answer.Accepted) throw new InvalidOperationException(answer.Refusal!.Message);
            times.Add(began);
        }
    }
}

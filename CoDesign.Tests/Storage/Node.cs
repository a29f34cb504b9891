using CoDesign.App.Bids;
using CoDesign.App.Contracts;
using CoDesign.App.Evaluations;
using CoDesign.App.Live;
using CoDesign.App.Projects;
using CoDesign.App.Providers;
using CoDesign.App.Storage;
using CoDesign.App.Subcontracts;
using CoDesign.App.Tenders;
using CoDesign.App.Text;
using CoDesign.App.Workshops;
using CoDesign.Domain.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoDesign.Tests.Storage;

/// <summary>Storage and live streams as one process has them, without pages.</summary>
public sealed class Node : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Node(WebApplication app) => _app = app;

    public LiveStreams Live => _app.Services.GetRequiredService<LiveStreams>();

    public IServiceProvider Services => _app.Services;

    public ChainCheck Check => _app.Services.GetRequiredService<ChainCheck>();

    /// <summary>A node over a folder; over the databases of another folder where one is named, as a second process would be.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="database">The folder whose database is used instead.</param>
    /// <param name="with">What this node has besides, or otherwise.</param>
    public static async Task<Node> StartAsync(string folder, string? database = null, Action<WebApplicationBuilder>? with = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Configuration["Data:Path"] = folder;
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.Logging.ClearProviders();
        builder.AddStorage();
        builder.AddProjects();
        builder.AddWorkshops();
        builder.AddTexts();
        builder.AddTenders();
        builder.AddProviders();
        builder.AddBids();
        builder.AddPanels();
        builder.AddContracts();
        builder.AddSubcontracts();
        if (database is not null)
        {
            builder.Services.AddPooledDbContextFactory<CoDesignDb>((provider, options) => options
                .UseSqlite($"Data Source={Path.Combine(database, "codesign.db")}").AddInterceptors(provider.GetRequiredService<DurableSqlite>()));
        }

        with?.Invoke(builder);
        var app = builder.Build();
        app.Services.MigrateStorage();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new Node(app);
    }

    /// <summary>The database, for looking at what lies in it and for harming it.</summary>
    public CoDesignDb Database() => _app.Services.GetRequiredService<IDbContextFactory<CoDesignDb>>().CreateDbContext();

    /// <summary>Does something and expects it to be done.</summary>
    public async Task<Answer> DoAsync(StreamId stream, ICommand command, ParticipantId by, OperationId? operation = null)
    {
        var answer = await Live.ExecuteAsync(stream, command, by, operation ?? new OperationId(Guid.NewGuid()));
        Assert.True(answer.Accepted, answer.Refusal?.Code);
        await _app.Services.GetRequiredService<Reactors>().Settled(answer);
        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}

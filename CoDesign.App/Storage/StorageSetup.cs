using CoDesign.App.Live;
using CoDesign.Domain.Kernel;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace CoDesign.App.Storage;

/// <summary>Puts storage and live streams together.</summary>
public static class StorageSetup
{
    /// <summary>Adds the data folder, the databases and the live streams.</summary>
    public static WebApplicationBuilder AddStorage(this WebApplicationBuilder builder)
    {
        var path = Path.Combine(builder.Environment.ContentRootPath, builder.Configuration["Data:Path"] ?? "data");
        var folder = new DataFolder(path);
        var services = builder.Services;
        services.AddSingleton(_ => folder);
        services.AddDataProtection().SetApplicationName("CoDesign").PersistKeysToFileSystem(new DirectoryInfo(folder.KeyRing));
        services.AddSingleton<DurableSqlite>();
        services.AddPooledDbContextFactory<CoDesignDb>((provider, options) => options
            .UseSqlite($"Data Source={folder.File("codesign.db")}")
            .AddInterceptors(provider.GetRequiredService<DurableSqlite>()));
        services.AddSingleton<EventCatalogue>();
        services.AddSingleton<Chain>();
        services.AddSingleton<Seal>();
        services.AddSingleton<StreamKinds>();
        services.AddSingleton<EventStore>();
        services.AddSingleton<ChainCheck>();

        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Clock>();
        services.AddRunning<ClockMark>();
        services.AddSingleton<LiveCopies>();
        services.AddSingleton<Presence>();
        services.AddRunning<Bus>();
        services.AddRunning<LiveStreams>();
        services.AddRunning<Reactors>();
        services.AddHostedService<Heads>();
        services.AddHostedService<IdleCopies>();
        return builder;
    }

    /// <summary>Adds one kind of stream.</summary>
    public static IServiceCollection AddStream(this IServiceCollection services, StreamKind kind) => services.AddSingleton(kind);

    /// <summary>Brings the database of histories to the shape that this version needs, and the clock to where it has been.</summary>
    /// <exception cref="DataFolderException">The database can't be brought there; the message says why.</exception>
    public static void MigrateStorage(this IServiceProvider services)
    {
        DatabaseShape.Bring<CoDesignDb>(services);
        services.GetRequiredService<ClockMark>().Begin();
    }

    /// <summary>Adds one that runs as long as the app, and that others can ask for.</summary>
    internal static void AddRunning<TService>(this IServiceCollection services) where TService : class, IHostedService
    {
        services.AddSingleton<TService>();
        services.AddHostedService(provider => provider.GetRequiredService<TService>());
    }
}

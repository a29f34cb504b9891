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
        services.AddSingleton<LiveCopies>();
        services.AddSingleton<Presence>();
        AddRunning<Bus>(services);
        AddRunning<LiveStreams>(services);
        AddRunning<Reactors>(services);
        services.AddHostedService<Heads>();
        services.AddHostedService<IdleCopies>();
        return builder;
    }

    /// <summary>Adds one kind of stream.</summary>
    public static IServiceCollection AddStream(this IServiceCollection services, StreamKind kind) => services.AddSingleton(kind);

    /// <summary>Brings the database to the shape that this version needs. The folder is ours alone, so a lock left by a kill is void.</summary>
    /// <exception cref="DataFolderException">The database can't be brought there; the message says why.</exception>
    public static void MigrateStorage(this IServiceProvider services)
    {
        using var db = services.GetRequiredService<IDbContextFactory<CoDesignDb>>().CreateDbContext();
        Migrate(db);
    }

    /// <summary>Applies what migrations are missing.</summary>
    public static void Migrate(DbContext db)
    {
        try
        {
            db.Database.OpenConnection();
            using (var command = db.Database.GetDbConnection().CreateCommand())
            {
                command.CommandText = "DROP TABLE IF EXISTS \"__EFMigrationsLock\";";
                command.ExecuteNonQuery();
            }

            db.Database.Migrate();
        }
        catch (Exception failed) when (failed is Microsoft.Data.Sqlite.SqliteException or InvalidOperationException)
        {
            throw new DataFolderException(
                $"The database {db.Database.GetDbConnection().DataSource} could not be brought to this version's shape: {failed.Message} " +
                "Nothing was lost. Start the version that wrote it, or put back a copy.", failed);
        }
        finally
        {
            db.Database.CloseConnection();
        }
    }

    private static void AddRunning<TService>(IServiceCollection services) where TService : class, IHostedService
    {
        services.AddSingleton<TService>();
        services.AddHostedService(provider => provider.GetRequiredService<TService>());
    }
}

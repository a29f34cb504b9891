using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CoDesign.App.Storage;

/// <summary>
/// Brings a database to the shape that this version needs. A new one is made whole by a script, which is what all migrations
/// together make; one that lacks nothing is left alone. Only where something is missing do EF Core's migrations run, whose
/// loading takes most of a second.
/// </summary>
public static class DatabaseShape
{
    /// <summary>Makes, brings forward or leaves alone. The folder is ours alone, so a lock left by a kill is void.</summary>
    /// <exception cref="DataFolderException">The database can't be brought there; the message says why.</exception>
    public static void Bring<TDb>(IServiceProvider services) where TDb : DbContext
    {
        using var scope = services.CreateScope();
        var found = RelationalOptionsExtension.Extract(scope.ServiceProvider.GetRequiredService<DbContextOptions<TDb>>()).ConnectionString;
        try
        {
            using (var connection = new SqliteConnection(found))
            {
                connection.Open();
                if (IsNew(connection)) Run(connection, Whole<TDb>());
                if (IsCurrent<TDb>(connection)) return;
            }

            var database = scope.ServiceProvider.GetRequiredService<TDb>().Database;
            database.ExecuteSqlRaw("DROP TABLE IF EXISTS \"__EFMigrationsLock\";");
            database.Migrate();
        }
        catch (Exception failed) when (failed is SqliteException or InvalidOperationException)
        {
            throw new DataFolderException(
                $"The database {new SqliteConnectionStringBuilder(found).DataSource} could not be brought to this version's shape: {failed.Message} " +
                "Nothing was lost. Start the version that wrote it, or put back a copy.", failed);
        }
    }

    /// <summary>The script that makes a new database, with its migrations noted as applied.</summary>
    public static string Whole<TDb>() where TDb : DbContext
    {
        using var script = new StreamReader(typeof(DatabaseShape).Assembly.GetManifestResourceStream($"{typeof(TDb).Name}.sql")
            ?? throw new InvalidOperationException($"There is no script for a new {typeof(TDb).Name}."));
        return script.ReadToEnd();
    }

    private static bool IsNew(SqliteConnection connection) => Ask(connection, "SELECT COUNT(*) FROM sqlite_master;").Single() == "0";

    private static bool IsCurrent<TDb>(SqliteConnection connection) =>
        Ask(connection, "SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory';").Single() == "1"
        && Ask(connection, "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\";").ToHashSet().SetEquals(typeof(TDb).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Migration)) && type.GetCustomAttribute<DbContextAttribute>()?.ContextType == typeof(TDb))
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>());

    private static List<string> Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var answers = new List<string>();
        while (reader.Read()) answers.Add(reader.GetString(0));
        return answers;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
        transaction.Commit();
    }
}

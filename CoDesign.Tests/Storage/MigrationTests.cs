using CoDesign.App.Identity;
using CoDesign.App.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace CoDesign.Tests.Storage;

/// <summary>What a kill left behind is cleared at the next start; what can't be cleared is said plainly.</summary>
public sealed class MigrationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("codesign-migration-").FullName;

    private static CancellationToken Here => TestContext.Current.CancellationToken;

    private string Database => Path.Combine(_folder, "codesign.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Killed_before_its_first_migration_was_through_it_starts_again()
    {
        Leave(Lock);
        await using var node = await StartAsync();
        Assert.Empty(node.Check.Run());
    }

    [Fact]
    public async Task Killed_in_a_later_migration_it_starts_again_with_all_that_was_there()
    {
        await using (var before = await StartAsync())
        {
            using var db = before.Database();
            db.Checkpoints.Add(new CheckpointRow { Name = "there before", Position = 7 });
            db.SaveChanges();
        }

        Leave(Lock);
        await using var after = await StartAsync();
        using var found = after.Database();
        Assert.Equal(7, found.Checkpoints.Single().Position);
    }

    [Fact]
    public async Task A_database_of_another_shape_is_left_as_it_is_and_the_message_says_which_and_what_to_do()
    {
        Leave("""CREATE TABLE "Events" ("Words" TEXT); INSERT INTO "Events" VALUES ('Keep me.');""");
        await MessageAsync();
        Assert.Equal("Keep me.", Ask("""SELECT "Words" FROM "Events";"""));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_left_as_it_is_and_the_message_says_which_and_what_to_do()
    {
        var words = new string('x', 5_000);
        await File.WriteAllTextAsync(Database, words, Here);
        await MessageAsync();
        Assert.Equal(words, await File.ReadAllTextAsync(Database, Here));
    }

    [Fact]
    public void A_new_database_of_histories_is_what_all_migrations_together_make() => IsWhatMigrationsMake<CoDesignDb>("Storage");

    [Fact]
    public void A_new_database_of_accounts_is_what_all_migrations_together_make() => IsWhatMigrationsMake<IdentityDb>("Identity");

    /// <summary>Runs the migrations and writes down what they made.</summary>
    private void IsWhatMigrationsMake<TDb>(string part) where TDb : DbContext
    {
        using var app = (IDisposable)WebApplication.CreateBuilder(["--Data:Path", _folder]).AddStorage().AddPeople().Build();
        using var scope = ((WebApplication)app).Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        db.Database.Migrate();
        var made = string.Concat(
            db.Database.SqlQueryRaw<string>("""
                SELECT sql || ';' || char(10) AS "Value" FROM sqlite_master
                WHERE sql IS NOT NULL AND name NOT IN ('__EFMigrationsLock', 'sqlite_sequence') ORDER BY rowid
                """).AsEnumerable().Concat(
            db.Database.GetAppliedMigrations().Select(id => $"INSERT INTO \"__EFMigrationsHistory\" VALUES ('{id}', '{ProductInfo.GetVersion()}');\n")));
        if (made == DatabaseShape.Whole<TDb>()) return;
        var fresh = Path.Combine(Path.GetTempPath(), $"{typeof(TDb).Name}.sql");
        File.WriteAllText(fresh, made);
        Assert.Fail($"CoDesign.App/{part}/Migrations/{typeof(TDb).Name}.sql is stale. Copy {fresh} over it.");
    }

    private const string Lock = """
        CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
        INSERT INTO "__EFMigrationsLock" ("Id", "Timestamp") VALUES (1, '2026-01-01 00:00:00+00:00');
        """;

    /// <summary>A start that waits for a lock would wait for ever.</summary>
    private Task<Node> StartAsync() => Task.Run(() => Node.StartAsync(_folder), Here).WaitAsync(Patience.Limit, Here);

    private async Task MessageAsync()
    {
        var unusable = await Assert.ThrowsAsync<DataFolderException>(StartAsync);
        Assert.Contains(Database, unusable.Message, StringComparison.Ordinal);
        Assert.Contains("could not be brought to this version's shape", unusable.Message, StringComparison.Ordinal);
        Assert.Contains("put back a copy", unusable.Message, StringComparison.Ordinal);
    }

    private void Leave(string sql) => Ask(sql);

    private object? Ask(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}

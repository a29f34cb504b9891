using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CoDesign.App.Storage;

/// <summary>
/// Sets each connection so that what was committed survives a power cut, and refuses a connection that won't be. What is
/// moved or overwritten leaves no traces in the file, so that what is erased later is nowhere in it.
/// </summary>
public sealed class DurableSqlite : DbConnectionInterceptor
{
    /// <summary>Copying the log into the database after every eight groups, as by default, costs more than writing it.</summary>
    private const int PagesToCheckpoint = 10_000;

    private const int CacheInKiB = 32 * 1024;

    /// <inheritdoc />
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Assure(connection);

    /// <inheritdoc />
    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Assure(connection);
        return Task.CompletedTask;
    }

    private static void Assure(DbConnection connection)
    {
        Pragma(connection, "busy_timeout=5000");
        var journal = Pragma(connection, "journal_mode=WAL");
        Pragma(connection, "synchronous=FULL");
        Pragma(connection, "secure_delete=ON");
        Pragma(connection, $"wal_autocheckpoint={PagesToCheckpoint}");
        Pragma(connection, $"cache_size=-{CacheInKiB}");
        var synchronous = Pragma(connection, "synchronous");
        if (journal is not "wal" || synchronous is not "2")
        {
            throw new InvalidOperationException(
                $"The database would not keep what it is given: journal_mode is {journal} and synchronous is {synchronous}, " +
                "where WAL and 2 (FULL) are needed. A network drive often is the reason; use a local disk.");
        }
    }

    private static string? Pragma(DbConnection connection, string pragma)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA {pragma};";
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }
}

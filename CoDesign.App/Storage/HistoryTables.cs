using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CoDesign.App.Storage;

/// <summary>
/// The two tables that every command reads and writes, with statements prepared once for a whole group:
/// following each row as an entity costs several times as much as writing it.
/// </summary>
public static class HistoryTables
{
    /// <summary>The answers that operations got before, by operation, stream and actor.</summary>
    public static Dictionary<(string Operation, string Stream, string Actor), OperationRow> Answered(this CoDesignDb db, IEnumerable<string> operations)
    {
        var found = new Dictionary<(string, string, string), OperationRow>();
        using var command = Command(db, """SELECT "StreamId", "ActorId", "Version", "Made" FROM "Operations" WHERE "OperationId" = @OperationId""");
        var asked = Parameter(command, "OperationId");
        foreach (var operation in operations)
        {
            asked.Value = operation;
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                var row = new OperationRow
                {
                    OperationId = operation,
                    StreamId = reader.GetString(0),
                    ActorId = reader.GetString(1),
                    Version = reader.GetInt64(2),
                    Made = reader.IsDBNull(3) ? null : reader.GetGuid(3),
                };
                found[(operation, row.StreamId, row.ActorId)] = row;
            }
        }

        return found;
    }

    /// <summary>Adds events, in the transaction that is under way.</summary>
    public static void AddEvents(this CoDesignDb db, IReadOnlyCollection<EventRow> rows) => Insert(db, "Events",
        ["Position", "StreamId", "Version", "Type", "Payload", "Words", "ActorId", "At", "Hash", "SealKey"], rows,
        row => [row.Position, row.StreamId, row.Version, row.Type, row.Payload, row.Words, row.ActorId, row.At, row.Hash, row.SealKey]);

    /// <summary>Adds answers, in the transaction that is under way.</summary>
    public static void AddOperations(this CoDesignDb db, IReadOnlyCollection<OperationRow> rows) => Insert(db, "Operations",
        ["OperationId", "StreamId", "ActorId", "Version", "Made"], rows,
        row => [row.OperationId, row.StreamId, row.ActorId, row.Version, row.Made]);

    private static void Insert<TRow>(CoDesignDb db, string table, string[] columns, IReadOnlyCollection<TRow> rows, Func<TRow, object?[]> values)
    {
        using var command = Command(db,
            $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) VALUES ({string.Join(", ", columns.Select(column => $"@{column}"))})");
        var parameters = Array.ConvertAll(columns, column => Parameter(command, column));
        foreach (var row in rows)
        {
            var given = values(row);
            for (var i = 0; i < given.Length; i++) parameters[i].Value = given[i] ?? DBNull.Value;
            command.ExecuteNonQuery();
        }
    }

    /// <summary>The text is made of names in this class alone; whatever comes from outside is a parameter.</summary>
    private static DbCommand Command(CoDesignDb db, string text)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100
        command.CommandText = text;
#pragma warning restore CA2100
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }

    private static DbParameter Parameter(DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = $"@{name}";
        command.Parameters.Add(parameter);
        return parameter;
    }
}

using System.Data.Common;
using DataEngineer.Connections;
using DataEngineer.Connectors.Loading;
using DataEngineer.Definitions.Model;
using DataEngineer.Engine;
using DuckDB.NET.Data;

namespace DataEngineer.Connectors.DuckDb;

/// <summary>The loads that a database remembers, in its table <c>_dataeng.loads</c>: one row a run and load, never removed.</summary>
internal sealed class DuckDbLedger
{
    private const string Columns =
        "customer, pipeline, interval_key, step, run, load_id, fencing_token, table_name, write_disposition, rows_read, inserted, updated, unchanged, deleted, table_rows, loaded_at, superseded_by";

    private const string OfKey = "customer = $customer AND pipeline = $pipeline AND interval_key = $interval_key AND step = $step";

    private readonly DuckSession _session;
    private readonly LoadRequest _request;
    private readonly string _table;

    private DuckDbLedger(DuckSession session, LoadRequest request, string table)
    {
        _session = session;
        _request = request;
        _table = table;
    }

    /// <summary>Makes the table where it is missing.</summary>
    /// <param name="database">The database's name in SQL.</param>
    public static DuckDbLedger Open(DuckSession session, LoadRequest request, string database, string location, CancellationToken cancellationToken)
    {
        var schema = $"{database}.{TableName.ReservedSchema}";
        var table = $"{schema}.loads";
        session.Execute($"CREATE SCHEMA IF NOT EXISTS {schema}", cancellationToken);
        session.Execute(
            $"""
            CREATE TABLE IF NOT EXISTS {table} (
              customer VARCHAR NOT NULL, pipeline VARCHAR NOT NULL, interval_key VARCHAR NOT NULL, step VARCHAR NOT NULL,
              run VARCHAR NOT NULL, load_id VARCHAR NOT NULL, fencing_token VARCHAR NOT NULL,
              table_name VARCHAR NOT NULL, write_disposition VARCHAR NOT NULL,
              rows_read BIGINT NOT NULL, inserted BIGINT NOT NULL, updated BIGINT NOT NULL, unchanged BIGINT NOT NULL,
              deleted BIGINT NOT NULL, table_rows BIGINT NOT NULL, loaded_at TIMESTAMPTZ NOT NULL, superseded_by VARCHAR)
            """,
            cancellationToken);
        var found = string.Join(", ", StagedRows.Describe(session, $"SELECT * FROM {table}", cancellationToken).Select(column => column.Name));
        return found == Columns ? new DuckDbLedger(session, request, table) : throw DuckDbErrors.BadLedger(request, location);
    }

    /// <summary>The entry of this very load, or null where it has not been done.</summary>
    public LoadEntry? Find(CancellationToken cancellationToken) => _session.Query(
        $"SELECT {Columns} FROM {_table} WHERE {OfKey} AND run = $run",
        Read,
        cancellationToken,
        [.. Key(), new DuckDBParameter("run", _request.LoadId)]) is [var entry] ? entry : null;

    /// <summary>The loads by which other runs of the same interval appended to the same table.</summary>
    public IReadOnlyList<string> Appended(TableName table, CancellationToken cancellationToken) => _session.Query(
        $"SELECT load_id FROM {_table} WHERE {OfKey} AND lower(table_name) = lower($table) AND write_disposition = 'append'",
        reader => reader.GetString(0),
        cancellationToken,
        [.. Key(), new DuckDBParameter("table", table.ToString())]);

    /// <summary>Remembers the load, and that it took the place of earlier runs' loads.</summary>
    public void Add(LoadEntry entry, CancellationToken cancellationToken)
    {
        _session.Execute(
            $"UPDATE {_table} SET superseded_by = $run WHERE {OfKey} AND superseded_by IS NULL",
            cancellationToken,
            [.. Key(), new DuckDBParameter("run", entry.Run)]);
        _session.Execute(
            $"INSERT INTO {_table} ({Columns}) VALUES ($customer, $pipeline, $interval_key, $step, $run, $load_id, $fencing_token, $table, $disposition, $read, $inserted, $updated, $unchanged, $deleted, $rows, $at::TIMESTAMPTZ, NULL)",
            cancellationToken,
            [
                .. Key(),
                new DuckDBParameter("run", entry.Run),
                new DuckDBParameter("load_id", entry.LoadId),
                new DuckDBParameter("fencing_token", entry.FencingToken),
                new DuckDBParameter("table", entry.Table),
                new DuckDBParameter("disposition", Word(entry.WriteDisposition)),
                new DuckDBParameter("read", entry.RowsRead),
                new DuckDBParameter("inserted", entry.Inserted),
                new DuckDBParameter("updated", entry.Updated),
                new DuckDBParameter("unchanged", entry.Unchanged),
                new DuckDBParameter("deleted", entry.Deleted),
                new DuckDBParameter("rows", entry.TableRows),
                new DuckDBParameter("at", entry.LoadedAt.UtcDateTime.ToString("O")),
            ]);
    }

    private static LoadEntry Read(DbDataReader reader) => new(
        reader.GetString(0),
        reader.GetString(1),
        reader.GetString(2),
        reader.GetString(3),
        reader.GetString(4),
        reader.GetString(5),
        reader.GetString(6),
        reader.GetString(7),
        Enum.Parse<WriteDisposition>(reader.GetString(8), ignoreCase: true),
        reader.GetInt64(9),
        reader.GetInt64(10),
        reader.GetInt64(11),
        reader.GetInt64(12),
        reader.GetInt64(13),
        reader.GetInt64(14),
        new DateTimeOffset(reader.GetDateTime(15), TimeSpan.Zero),
        reader.IsDBNull(16) ? null : reader.GetString(16));

    private DuckDBParameter[] Key() =>
    [
        new("customer", _request.Key.Customer),
        new("pipeline", _request.Key.Pipeline),
        new("interval_key", _request.Key.IntervalKey),
        new("step", _request.Key.Step),
    ];

    private static string Word(WriteDisposition disposition) => disposition switch
    {
        WriteDisposition.Append => "append",
        WriteDisposition.Replace => "replace",
        WriteDisposition.Merge => "merge",
        WriteDisposition.Interval => "interval",
        _ => throw new ArgumentOutOfRangeException(nameof(disposition), disposition, "Not a write disposition."),
    };
}

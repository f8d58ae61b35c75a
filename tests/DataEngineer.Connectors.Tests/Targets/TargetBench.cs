using DataEngineer.Connections;
using DataEngineer.Definitions.Values;
using DataEngineer.Engine;
using DataEngineer.Store;
using DataEngineer.Testing;
using DuckDB.NET.Data;

namespace DataEngineer.Connectors.Tests.Targets;

/// <summary>One target in a folder of its own, with datasets made by SQL. What the facts about targets run on.</summary>
public abstract class TargetBench : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private DuckSession? _staging;
    private int _files;

    protected TargetBench() => Store = new FolderStore(_folder["store"], _folder["temp"]);

    public static DateTimeOffset Now { get; } = new(2026, 3, 1, 6, 0, 0, TimeSpan.Zero);

    public FolderStore Store { get; }

    public string Folder => _folder.Path;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The target, opened anew; the hook is called when all is written and nothing committed.</summary>
    public abstract ITarget Open(Action? beforeCommit = null);

    /// <summary>The table as something that a FROM of <paramref name="connection"/> takes; null where there is none.</summary>
    protected abstract string? Relation(DuckDBConnection connection, string table);

    /// <summary>Where the table can be read from, opened.</summary>
    protected abstract DuckDBConnection Connect();

    public void Dispose()
    {
        _staging?.Dispose();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    public Task<LoadReport> LoadAsync(LoadCase load, Action? beforeCommit = null, CancellationToken? stop = null) =>
        Open(beforeCommit).LoadAsync(Request(load), stop ?? Stop);

    public LoadRequest Request(LoadCase load)
    {
        var path = _folder[$"staged-{Interlocked.Increment(ref _files)}.parquet"];
        var temp = _folder[$"scratch-{_files}"];
        Directory.CreateDirectory(temp);
        var session = _staging ??= DuckSession.Open(new DuckSessionOptions(ByteSize.OneGigabyte, 1, temp, [_folder.Path], []));
        session.Execute($"COPY ({load.StagedSql ?? load.Sql}) TO {Sql.Literal(path)} (FORMAT parquet)", Stop);
        var rows = session.Query($"SELECT count(*) FROM read_parquet({Sql.Literal(path)})", reader => reader.GetInt64(0), Stop)[0];
        var columns = session.Query(
            $"SELECT column_name, column_type FROM (DESCRIBE {load.Sql})",
            reader => new Plans.Column(reader.GetString(0), reader.GetString(1)),
            Stop);
        return new LoadRequest(
            new LoadKey("acme", "orders_daily", load.IntervalKey, load.Step),
            $"acme.orders_daily.{load.IntervalKey}.{load.Attempt}",
            load.Token,
            path,
            load.Rows ?? rows,
            columns,
            load.Table,
            load.Disposition,
            load.Strategy,
            load.Key,
            load.IntervalColumn,
            load.Interval,
            ByteSize.OneGigabyte,
            1,
            temp,
            load.At);
    }

    /// <summary>The rows of a table as texts, in order; no rows where there is no table.</summary>
    public IReadOnlyList<string> Rows(string table = "orders", string select = "*") => Query(
        table, $"SELECT COLUMNS(*)::VARCHAR FROM (SELECT {select} FROM (SELECT COLUMNS(name -> name <> '_load_id') FROM @)) ORDER BY ALL");

    public long Count(string table = "orders") => long.Parse(Query(table, "SELECT count(*)::VARCHAR FROM @") is [var count] ? count : "0");

    /// <summary>The rows of a query for texts, columns joined by |; @ stands for the table.</summary>
    public IReadOnlyList<string> Query(string table, string sql)
    {
        using var connection = Connect();
        if (Relation(connection, table) is not { } relation)
        {
            return [];
        }

        using var command = connection.CreateCommand();
        command.CommandText = sql.Replace("@", relation, StringComparison.Ordinal);
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "NULL" : reader.GetString(i))));
        }

        return rows;
    }
}

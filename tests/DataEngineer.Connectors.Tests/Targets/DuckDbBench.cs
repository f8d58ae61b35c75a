using DataEngineer.Connections;
using DataEngineer.Connectors.DuckDb;
using DataEngineer.Engine;
using DuckDB.NET.Data;

namespace DataEngineer.Connectors.Tests.Targets;

public sealed class DuckDbBench : TargetBench
{
    public string File => Store.FullPath("targets/warehouse.duckdb");

    public override ITarget Open(Action? beforeCommit = null) => new DuckDbTarget(File, beforeCommit);

    protected override DuckDBConnection Connect()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        var connection = new DuckDBConnection($"DataSource={File}");
        connection.Open();
        return connection;
    }

    protected override string? Relation(DuckDBConnection connection, string table)
    {
        var parts = table.Split('.');
        var (schema, name) = parts.Length == 2 ? (parts[0], parts[1]) : ("main", table);
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM duckdb_tables() WHERE schema_name = {Sql.Literal(schema)} AND table_name = {Sql.Literal(name)}";
        return (long)command.ExecuteScalar()! > 0 ? $"warehouse.{Sql.Name(schema)}.{Sql.Name(name)}" : null;
    }
}

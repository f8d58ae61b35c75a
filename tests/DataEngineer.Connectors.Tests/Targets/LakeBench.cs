using DataEngineer.Connections;
using DataEngineer.Connectors.Lake;
using DataEngineer.Engine;
using DuckDB.NET.Data;

namespace DataEngineer.Connectors.Tests.Targets;

public sealed class LakeBench : TargetBench
{
    public const string Root = "targets/lake";

    public override ITarget Open(Action? beforeCommit = null) => new LakeTarget(Store, Root, beforeCommit);

    public string TableFolder(string table = "orders") =>
        Store.FullPath($"{Root}/{(table.Contains('.', StringComparison.Ordinal) ? table.Replace('.', '/') : $"main/{table}").ToLowerInvariant()}");

    protected override DuckDBConnection Connect()
    {
        var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        return connection;
    }

    /// <summary>The table as the connector's own documentation says to read it.</summary>
    protected override string? Relation(DuckDBConnection connection, string table)
    {
        var folder = TableFolder(table);
        if (!File.Exists(Path.Combine(folder, "manifest.json")))
        {
            return null;
        }

        using var command = connection.CreateCommand();
        command.CommandText = $"""
            SET VARIABLE files = (SELECT list({Sql.Literal(folder + "/")} || file.path)
            FROM (SELECT unnest(files) AS file FROM read_json({Sql.Literal(folder + "/manifest.json")}, maximum_object_size = 100000000)))
            """;
        command.ExecuteNonQuery();
        return "read_parquet(getvariable('files'))";
    }
}

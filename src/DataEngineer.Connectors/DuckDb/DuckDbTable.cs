using DataEngineer.Connections;
using DataEngineer.Connectors.Loading;
using DataEngineer.Definitions.Model;
using DataEngineer.Engine;
using DuckDB.NET.Data;

namespace DataEngineer.Connectors.DuckDb;

/// <summary>The table that a load writes to.</summary>
/// <param name="Name">As the load names it.</param>
/// <param name="Sql">Its full name in SQL.</param>
/// <param name="Columns">Its columns without <see cref="LoadIdColumn"/>.</param>
/// <param name="HasLoadId">True where its rows carry the load that last wrote them.</param>
internal sealed record DuckDbTable(TableName Name, string Sql, IReadOnlyList<TableColumn> Columns, bool HasLoadId)
{
    public const string LoadIdColumn = "_load_id";

    /// <summary>Finds the table, or makes it and its schema from the dataset's columns.</summary>
    /// <param name="database">The database's name in SQL: with it, a schema of the same name is no ambiguity.</param>
    public static DuckDbTable Ensure(
        DuckSession session, LoadRequest request, TableName name, string database, string location, StagedRows staged, CancellationToken cancellationToken)
    {
        if (staged.Columns.FirstOrDefault(column => IsLoadId(column.Name)) is { } reserved)
        {
            throw LoadErrors.ReservedColumn(request, reserved.Name);
        }

        var schema = $"{database}.{Engine.Sql.Name(name.Schema)}";
        var sql = $"{schema}.{Engine.Sql.Name(name.Table)}";
        if (Exists(session, "duckdb_views()", "view_name", name, cancellationToken))
        {
            throw DuckDbErrors.IsView(request, name, location);
        }

        if (!Exists(session, "duckdb_tables()", "table_name", name, cancellationToken))
        {
            Create(session, request, schema, sql, staged, cancellationToken);
        }

        var table = Describe(session, name, sql, cancellationToken);
        var match = ColumnMatch.Of(staged.Columns, table.Columns);
        if (!match.IsFit)
        {
            throw LoadErrors.OtherSchema(request, name, location, match);
        }

        if (request.WriteDisposition != WriteDisposition.Append || table.HasLoadId)
        {
            return table;
        }

        session.Execute($"ALTER TABLE {sql} ADD COLUMN {LoadIdColumn} VARCHAR", cancellationToken);
        return table with { HasLoadId = true };
    }

    private static void Create(DuckSession session, LoadRequest request, string schema, string sql, StagedRows staged, CancellationToken cancellationToken)
    {
        var keys = request.WriteDisposition == WriteDisposition.Merge
            ? request.PrimaryKey.ToHashSet(StringComparer.OrdinalIgnoreCase)
            : [];
        var columns = staged.Columns
            .Select(column => $"{Engine.Sql.Name(column.Name)} {column.Type}{(keys.Contains(column.Name) ? " NOT NULL" : "")}")
            .Concat(request.WriteDisposition == WriteDisposition.Append ? [$"{LoadIdColumn} VARCHAR"] : []);
        session.Execute($"CREATE SCHEMA IF NOT EXISTS {schema}", cancellationToken);
        session.Execute($"CREATE TABLE {sql} ({string.Join(", ", columns)})", cancellationToken);
    }

    private static DuckDbTable Describe(DuckSession session, TableName name, string sql, CancellationToken cancellationToken)
    {
        var columns = session.Query(
            $"SELECT column_name, column_type, \"null\" FROM (DESCRIBE {sql})",
            reader => new TableColumn(reader.GetString(0), reader.GetString(1), reader.GetString(2) == "YES"),
            cancellationToken);
        return new DuckDbTable(name, sql, [.. columns.Where(column => !IsLoadId(column.Name))], columns.Any(column => IsLoadId(column.Name)));
    }

    private static bool Exists(DuckSession session, string catalog, string nameColumn, TableName name, CancellationToken cancellationToken) =>
        session.Query(
            $"SELECT count(*) FROM {catalog} WHERE database_name = current_database() AND lower(schema_name) = lower($schema) AND lower({nameColumn}) = lower($name)",
            reader => reader.GetInt64(0),
            cancellationToken,
            new DuckDBParameter("schema", name.Schema),
            new DuckDBParameter("name", name.Table))[0] > 0;

    private static bool IsLoadId(string column) => string.Equals(column, LoadIdColumn, StringComparison.OrdinalIgnoreCase);
}

using DataEngineer.Connections;
using DataEngineer.Engine;
using DataEngineer.Plans;

namespace DataEngineer.Connectors.Loading;

/// <summary>The dataset to load, as a view of the session with the types that the dataset says it has.</summary>
/// <param name="Columns">Names and types by DuckDB's own spelling.</param>
/// <param name="Stored">The same columns with the types that the Parquet file gives.</param>
internal sealed record StagedRows(long Rows, IReadOnlyList<Column> Columns, IReadOnlyList<Column> Stored)
{
    /// <summary>The view's name in SQL.</summary>
    public const string View = "temp.main.\"_dataeng_staged\"";

    /// <summary>Beyond it not every whole number has a DOUBLE of its own.</summary>
    private const string LargestExact = "9007199254740992";

    public static StagedRows Open(DuckSession session, LoadRequest request, CancellationToken cancellationToken)
    {
        var file = $"read_parquet({Sql.Literal(request.ParquetPath)}, hive_partitioning = false)";
        var stored = Describe(session, $"SELECT * FROM {file}", cancellationToken);
        var declared = Declared(session, request, stored, cancellationToken);
        RefuseInexact(session, request, file, stored, declared, cancellationToken);
        var select = string.Join(", ", declared.Zip(stored, (to, from) => Cast(Sql.Name(from.Name), from.Type, to.Type) + $" AS {Sql.Name(to.Name)}"));
        session.Execute($"CREATE OR REPLACE TEMP VIEW \"_dataeng_staged\" AS SELECT {select} FROM {file}", cancellationToken);
        var rows = session.Query($"SELECT count(*) FROM {file}", reader => reader.GetInt64(0), cancellationToken)[0];
        return rows == request.Rows ? new StagedRows(rows, declared, stored) : throw LoadErrors.OtherRows(request, rows);
    }

    /// <summary>Columns and types of a query's result.</summary>
    public static IReadOnlyList<Column> Describe(DuckSession session, string query, CancellationToken cancellationToken) =>
        session.Query($"SELECT column_name, column_type FROM (DESCRIBE {query})", reader => new Column(reader.GetString(0), reader.GetString(1)), cancellationToken);

    /// <summary>The dataset's columns in the table's order and types, as a list for SELECT over <see cref="View"/>.</summary>
    public string Select(string alias, IReadOnlyList<TableColumn> table)
    {
        var types = Columns.ToDictionary(column => column.Name, column => column.Type, StringComparer.OrdinalIgnoreCase);
        return string.Join(", ", table.Select(column => Cast($"{alias}.{Sql.Name(column.Name)}", types[column.Name], column.Type) + $" AS {Sql.Name(column.Name)}"));
    }

    private static string Cast(string expression, string from, string to) => from == to ? expression : $"CAST({expression} AS {to})";

    /// <summary>The declared types in DuckDB's spelling, in the order of the file's columns.</summary>
    private static List<Column> Declared(DuckSession session, LoadRequest request, IReadOnlyList<Column> stored, CancellationToken cancellationToken)
    {
        var byName = request.Columns.ToDictionary(column => column.Name, StringComparer.OrdinalIgnoreCase);
        if (stored.Count != byName.Count || !stored.All(column => byName.ContainsKey(column.Name)))
        {
            throw LoadErrors.OtherColumns(request, stored);
        }

        var casts = string.Join(", ", stored.Select((column, i) => $"CAST(NULL AS {byName[column.Name].Type}) AS c{i}"));
        return [.. Describe(session, $"SELECT {casts}", cancellationToken).Select((column, i) => stored[i] with { Type = column.Type })];
    }

    private static void RefuseInexact(
        DuckSession session, LoadRequest request, string file, IReadOnlyList<Column> stored, List<Column> declared, CancellationToken cancellationToken)
    {
        foreach (var column in stored.Where((column, i) => column.Type == "DOUBLE" && ColumnTypes.IsHuge(declared[i].Type)))
        {
            var sql = $"SELECT count(*) FROM {file} WHERE abs({Sql.Name(column.Name)}) > {LargestExact}";
            if (session.Query(sql, reader => reader.GetInt64(0), cancellationToken)[0] is > 0 and var rows)
            {
                throw LoadErrors.Inexact(request, column.Name, rows);
            }
        }
    }
}

using DataEngineer.Connections;
using DataEngineer.Definitions.Model;
using DataEngineer.Engine;

namespace DataEngineer.Connectors.Loading;

/// <summary>What must hold of the new rows before any of them is written.</summary>
internal static class RowChecks
{
    /// <summary>Keys and other columns that the table keeps from being null, keys once, and rows inside the interval.</summary>
    public static void Run(DuckSession session, LoadRequest request, StagedRows staged, IReadOnlyList<TableColumn> table, CancellationToken cancellationToken)
    {
        RefuseNulls(session, request, table, cancellationToken);
        if (request is { WriteDisposition: WriteDisposition.Merge, MergeStrategy: not MergeStrategy.DeleteInsert })
        {
            RefuseRepeatedKeys(session, request, cancellationToken);
        }

        if (request.WriteDisposition == WriteDisposition.Interval)
        {
            RefuseOutside(session, request, staged, cancellationToken);
        }
    }

    private static void RefuseNulls(DuckSession session, LoadRequest request, IReadOnlyList<TableColumn> table, CancellationToken cancellationToken)
    {
        var keys = request.WriteDisposition == WriteDisposition.Merge ? request.PrimaryKey : [];
        var columns = keys.Concat(table.Where(column => !column.Nullable).Select(column => column.Name)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (columns.Count == 0 || request.Rows == 0)
        {
            return;
        }

        var counts = string.Join(", ", columns.Select(column => $"count(*) - count({Sql.Name(column)})"));
        var nulls = session.Query(
            $"SELECT {counts} FROM {StagedRows.View}",
            reader => columns.Select((_, i) => reader.GetInt64(i)).ToList(),
            cancellationToken)[0];
        var found = columns.Zip(nulls).Where(pair => pair.Second > 0).ToList();
        if (found.Count > 0)
        {
            throw LoadErrors.Nulls(request, found);
        }
    }

    private static void RefuseRepeatedKeys(DuckSession session, LoadRequest request, CancellationToken cancellationToken)
    {
        var sql = $"SELECT count(*), coalesce(sum(n), 0)::BIGINT FROM (SELECT count(*) AS n FROM {StagedRows.View} GROUP BY {Sql.Names(request.PrimaryKey)} HAVING count(*) > 1)";
        var (keys, rows) = session.Query(sql, reader => (reader.GetInt64(0), reader.GetInt64(1)), cancellationToken)[0];
        if (keys > 0)
        {
            throw LoadErrors.RepeatedKeys(request, keys, rows);
        }
    }

    private static void RefuseOutside(DuckSession session, LoadRequest request, StagedRows staged, CancellationToken cancellationToken)
    {
        var column = staged.Columns.First(column => string.Equals(column.Name, request.IntervalColumn, StringComparison.OrdinalIgnoreCase));
        var inside = IntervalFilter.Condition(Sql.Name(column.Name), column.Type, request.Interval!);
        var sql = $"SELECT count(*), count({Sql.Name(column.Name)}) FROM {StagedRows.View} WHERE {inside} IS NOT TRUE";
        var (rows, dated) = session.Query(sql, reader => (reader.GetInt64(0), reader.GetInt64(1)), cancellationToken)[0];
        if (rows > 0)
        {
            throw LoadErrors.Outside(request, rows, rows - dated);
        }
    }
}

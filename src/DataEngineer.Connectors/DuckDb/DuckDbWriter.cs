using System.Diagnostics;
using DataEngineer.Connections;
using DataEngineer.Connectors.Loading;
using DataEngineer.Definitions.Model;
using DataEngineer.Engine;

namespace DataEngineer.Connectors.DuckDb;

/// <summary>
/// Does each disposition as a delete and an insert. For upserts that is faster than MERGE INTO, which rewrites columns in place,
/// and it comes to the same: the new row has all columns of the table.
/// </summary>
internal sealed class DuckDbWriter(DuckSession session, LoadRequest request, DuckDbTable table, StagedRows staged, DuckDbLedger ledger)
{
    public LoadEffect Write(CancellationToken cancellationToken)
    {
        var before = Count($"SELECT count(*) FROM {table.Sql}", cancellationToken);
        var (known, removed, added) = request.WriteDisposition switch
        {
            WriteDisposition.Append => (0, RemoveEarlier(cancellationToken), Insert("", cancellationToken)),
            WriteDisposition.Replace => (0, Execute($"DELETE FROM {table.Sql}", cancellationToken), Insert("", cancellationToken)),
            WriteDisposition.Interval => (0, RemoveInterval(cancellationToken), Insert("", cancellationToken)),
            WriteDisposition.Merge => Merge(before, cancellationToken),
            _ => throw new UnreachableException($"{request.WriteDisposition} is not a write disposition."),
        };
        return new LoadEffect(staged.Rows, before, known, removed, added, Count($"SELECT count(*) FROM {table.Sql}", cancellationToken));
    }

    private (long Known, long Removed, long Added) Merge(long before, CancellationToken cancellationToken)
    {
        if (before == 0)
        {
            return (0, 0, Insert("", cancellationToken));
        }

        var match = $"FROM {StagedRows.View} AS n WHERE {Matches("t", "n")}";
        switch (request.MergeStrategy)
        {
            case MergeStrategy.Upsert:
                var replaced = Execute($"DELETE FROM {table.Sql} AS t WHERE EXISTS (SELECT 1 {match})", cancellationToken);
                return (Math.Min(replaced, staged.Rows), replaced, Insert("", cancellationToken));
            case MergeStrategy.DeleteInsert:
                var known = CountKnown(cancellationToken);
                var deleted = Execute($"DELETE FROM {table.Sql} AS t WHERE EXISTS (SELECT 1 {match})", cancellationToken);
                return (known, deleted, Insert("", cancellationToken));
            case MergeStrategy.InsertOnly:
                var there = CountKnown(cancellationToken);
                return (there, 0, Insert($" ANTI JOIN {table.Sql} AS t ON {Matches("t", "n")}", cancellationToken));
            default:
                throw new UnreachableException($"{request.MergeStrategy} is not a merge strategy.");
        }
    }

    private long CountKnown(CancellationToken cancellationToken) =>
        Count($"SELECT count(*) FROM {StagedRows.View} AS n SEMI JOIN {table.Sql} AS t ON {Matches("t", "n")}", cancellationToken);

    private long RemoveEarlier(CancellationToken cancellationToken) => ledger.Appended(table.Name, cancellationToken) is { Count: > 0 } loads
        ? Execute($"DELETE FROM {table.Sql} WHERE {DuckDbTable.LoadIdColumn} IN ({string.Join(", ", loads.Select(Sql.Literal))})", cancellationToken)
        : 0;

    private long RemoveInterval(CancellationToken cancellationToken)
    {
        var column = table.Columns.First(column => string.Equals(column.Name, request.IntervalColumn, StringComparison.OrdinalIgnoreCase));
        return Execute($"DELETE FROM {table.Sql} WHERE {IntervalFilter.Condition(Sql.Name(column.Name), column.Type, request.Interval!)}", cancellationToken);
    }

    private long Insert(string filter, CancellationToken cancellationToken)
    {
        var columns = Sql.Names(table.Columns.Select(column => column.Name));
        var select = staged.Select("n", table.Columns);
        if (table.HasLoadId)
        {
            columns += $", {DuckDbTable.LoadIdColumn}";
            select += $", {Sql.Literal(LoadEntry.IdOf(request))}";
        }

        return Execute($"INSERT INTO {table.Sql} ({columns}) SELECT {select} FROM {StagedRows.View} AS n{filter}", cancellationToken);
    }

    private string Matches(string left, string right) => string.Join(
        " AND ", request.PrimaryKey.Select(key => $"{left}.{Sql.Name(key)} = {right}.{Sql.Name(key)}"));

    private long Execute(string sql, CancellationToken cancellationToken) => session.Execute(sql, cancellationToken);

    private long Count(string sql, CancellationToken cancellationToken) => session.Query(sql, reader => reader.GetInt64(0), cancellationToken)[0];
}

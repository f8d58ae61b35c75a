using DataEngineer.Engine;

namespace DataEngineer.Activities.Extract;

/// <summary>
/// Reads row by row what the strict query could not read as a whole: types that were found and do not hold are widened, rows whose values
/// do not fit declared types are set aside, and every row is either written or set aside.
/// </summary>
internal sealed class CarefulExtract(ExtractWork work, ISource source, ICarefulSource rows)
{
    private List<SourceColumn> _columns = [.. source.Columns];
    private bool _first = true;

    /// <summary>The rows that the reader gave at all.</summary>
    public long Readable { get; private set; }

    /// <summary>Fills the table of rejected rows; answers the query of all others.</summary>
    public SqlComposition Prepare()
    {
        RejectedRows.Prepare(work.Session, work.CancellationToken);
        while (Widen())
        {
        }

        Reject();
        var list = string.Join(", ", _columns.Select(column => $"{rows.Try(column)} AS {Sql.Name(column.Name)}"));
        return new SqlComposition().Append($"SELECT {list} FROM {rows.Relation(first: false)} WHERE {Good}");
    }

    private List<SourceColumn> Fallible => _columns.FindAll(column => column.Declared && column.Type != "VARCHAR");

    /// <summary>The places are asked for too: the engine can fail inside when a row is unreadable and not every field is read.</summary>
    private string Good => string.Join(" AND ", Fallible.Select(column => $"NOT {Bad(column)}").Prepend("__de_file + __de_line >= 0"));

    private string Bad(SourceColumn column) => $"({rows.Text(column)} IS NOT NULL AND ({rows.Try(column)}) IS NULL)";

    /// <summary>Counts the rows, and the values that do not fit the types found; true where a type was changed and must be tried again.</summary>
    private bool Widen()
    {
        var found = _columns.FindAll(column => !column.Declared && column.Type != "VARCHAR");
        if (!_first && found.Count == 0)
        {
            return false;
        }

        // The reader looks only at columns that are asked for, so the first count asks for all.
        var counts = work.Session.Query(
            $"SELECT count(*){string.Concat(found.Select(column => $", count(*) FILTER (WHERE {Bad(column)})"))}{string.Concat(_columns.Select(column => $", count({rows.Text(column)})"))}, count(__de_file + __de_line) FROM {rows.Relation(_first)}",
            row => Enumerable.Range(0, row.FieldCount).Select(row.GetInt64).ToList(),
            work.CancellationToken)[0];
        if (_first)
        {
            rows.CollectUnreadable(RejectedRows.Table);
            (_first, Readable) = (false, counts[0]);
        }

        var misfits = found.Where((_, i) => counts[i + 1] > 0).Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        _columns = _columns.ConvertAll(column => misfits.Contains(column.Name) ? column with { Type = Wider(column.Type) } : column);
        return misfits.Count > 0;
    }

    private static string Wider(string type) => WholeNumber.Is(type) ? "DOUBLE" : type == "DATE" ? "TIMESTAMP" : "VARCHAR";

    private void Reject()
    {
        if (Fallible.Count == 0)
        {
            return;
        }

        var columns = string.Join(", ", Fallible.Select(column => $"CASE WHEN {Bad(column)} THEN {Sql.Literal(column.Name)} END"));
        var types = string.Join(", ", Fallible.Select(column => $"CASE WHEN {Bad(column)} THEN {Sql.Literal($"does not fit {column.Type}")} END"));
        work.Session.Execute(
            $"INSERT INTO {RejectedRows.Table} SELECT __de_file, __de_line, concat_ws(', ', {columns}), coalesce({types}), {rows.Row} FROM {rows.Relation(first: false)} WHERE NOT ({Good})",
            work.CancellationToken);
    }
}

using DataEngineer.Definitions.Model;
using DataEngineer.Engine;

namespace DataEngineer.Activities.Extract.Csv;

/// <summary>CSV files with the place of each record written in front of it, read as text and cast value by value.</summary>
internal sealed class CsvCarefulSource : ICarefulSource
{
    private readonly ExtractWork _work;
    private readonly IReadOnlyList<SourceColumn> _columns;
    private readonly UnreadableRows _unreadable;
    private readonly List<(CsvGroup Group, List<string> Paths)> _numbered = [];

    public CsvCarefulSource(ExtractWork work, IReadOnlyList<SourceColumn> columns, IEnumerable<CsvGroup> groups)
    {
        (_work, _columns) = (work, columns);
        _unreadable = new UnreadableRows(Path.Combine(work.TempDirectory, "unreadable.ndjson"));
        foreach (var group in groups)
        {
            var paths = new List<string>();
            foreach (var file in group.Files)
            {
                var index = group.FirstIndex + paths.Count;
                var path = Path.Combine(work.TempDirectory, $"numbered-{index}.csv");
                new NumberedCsv(group.Shape, work.Step.File.Csv, index, _unreadable).Write(file.LocalPath, path, work.CancellationToken);
                paths.Add(path);
            }

            _numbered.Add((group, paths));
        }
    }

    public string Row => $"concat_ws(',', {string.Join(", ", _columns.Select(column => $"coalesce({Sql.Name(column.Name)}, '')"))})";

    public string Relation(bool first)
    {
        var names = string.Join(", ", _columns.Select(column => Sql.Name(column.Name)));
        var parts = _numbered.Select(part => $"SELECT __de_file, __de_line, {SelectList(part.Group)} FROM {Read(part.Group, part.Paths, first)}");
        return $"(SELECT __de_file, __de_line, {names} FROM ({string.Join(" UNION ALL ", parts)}))";
    }

    /// <summary>A record's first two fields are its place; where even those are lost, the reader's own count of lines is near enough.</summary>
    public void CollectUnreadable(string table)
    {
        _unreadable.Insert(_work.Session, table, _work.CancellationToken);
        var delimiters = string.Join(" ", _numbered.SelectMany(part => part.Paths.Select(path => $"WHEN {Sql.Literal(path)} THEN {Sql.Literal(part.Group.Shape.Delimiter)}")));
        var indexes = string.Join(" ", _numbered.SelectMany(part => part.Paths.Select((path, i) => $"WHEN {Sql.Literal(path)} THEN {part.Group.FirstIndex + i}")));
        _work.Session.Execute(
            $"""
            INSERT INTO {table}
            SELECT file, line, any_value("column" ORDER BY error), any_value(error ORDER BY error), any_value(row ORDER BY error)
            FROM (
                SELECT file, coalesce(TRY_CAST(split_part(csv_line, delimiter, 2) AS BIGINT), line) AS line, "column", error,
                    regexp_replace(substr(csv_line, length(split_part(csv_line, delimiter, 1)) + length(split_part(csv_line, delimiter, 2)) + 2 * length(delimiter) + 1), '[\r\n]+$', '') AS row
                FROM (
                    SELECT CASE s.file_path {indexes} END AS file, CASE s.file_path {delimiters} END AS delimiter, e.line::BIGINT AS line, coalesce(e.csv_line, '') AS csv_line,
                        CASE WHEN e.error_type IN ('MISSING COLUMNS', 'TOO MANY COLUMNS') THEN NULL ELSE nullif(e.column_name, '__de_line') END AS "column",
                        CASE e.error_type
                            WHEN 'MISSING COLUMNS' THEN 'too few fields'
                            WHEN 'TOO MANY COLUMNS' THEN 'too many fields'
                            WHEN 'UNQUOTED VALUE' THEN 'a quote is not closed, or something follows it'
                            WHEN 'LINE SIZE OVER MAXIMUM' THEN 'the line is too long'
                            ELSE 'unreadable' END AS error
                    FROM reject_errors e JOIN reject_scans s USING (scan_id, file_id)))
            GROUP BY file, line
            """,
            _work.CancellationToken);
    }

    public string Text(SourceColumn column) => Sql.Name(column.Name);

    public string Try(SourceColumn column)
    {
        var text = Text(column);
        var comma = _work.Step.File.Csv.DecimalSeparator == ",";
        var dates = Formats(shape => shape.DateFormat);
        var timestamps = Formats(shape => shape.TimestampFormat);
        return column.Type switch
        {
            "VARCHAR" => text,
            _ when WholeNumber.Is(column.Type) => WholeNumber.Try(text, column.Type),
            "DATE" when dates is not null => $"CAST(try_strptime({text}, {dates}) AS DATE)",
            "TIMESTAMP" or "TIMESTAMP WITH TIME ZONE" when timestamps is not null => $"CAST(try_strptime({text}, {timestamps}) AS {column.Type})",
            _ when comma && (column.Type is "DOUBLE" or "FLOAT" || column.Type.StartsWith("DECIMAL", StringComparison.Ordinal)) =>
                $"CASE WHEN NOT contains({text}, '.') THEN TRY_CAST(replace({text}, ',', '.') AS {column.Type}) END",
            _ => $"TRY_CAST({text} AS {column.Type})",
        };
    }

    public void Dispose() => _unreadable.Dispose();

    private string? Formats(Func<CsvShape, string?> format)
    {
        var formats = _numbered.Select(part => format(part.Group.Shape)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return formats.Count == 0 ? null : Sql.List(formats);
    }

    private string SelectList(CsvGroup group)
    {
        var present = group.Shape.Columns.Select(column => column.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return string.Join(", ", _columns.Select(column => present.Contains(column.Name) ? Sql.Name(column.Name) : $"CAST(NULL AS VARCHAR) AS {Sql.Name(column.Name)}"));
    }

    private string Read(CsvGroup group, IEnumerable<string> paths, bool first)
    {
        CsvDefinition csv = _work.Step.File.Csv;
        return group.Read(
            paths,
            [("__de_file", "BIGINT"), ("__de_line", "BIGINT"), .. group.Shape.Columns.Select(column => (column.Name, "VARCHAR"))],
            csv,
            first ? ", store_rejects = true" : ", ignore_errors = true");
    }
}

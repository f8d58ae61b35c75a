using System.Text.Json;
using DataEngineer.Activities.Staging;
using DataEngineer.Engine;
using DataEngineer.Plans;
using DuckDB.NET.Data;

namespace DataEngineer.Activities.Extract.Csv;

/// <summary>Finds out how a CSV file is written: what the definition leaves open, by looking at the file's first rows.</summary>
internal sealed class CsvSniffer(ExtractWork work)
{
    private static readonly string[] Marks = [",", ";", "\t", "|"];

    private int _copies;

    /// <summary>
    /// Looks at one file. Files after the first are taken to be written like it, unless that would make one column of them. Where no dialect
    /// fits, the file may mix line ends, which the engine does not read: it is looked at again with all of them alike. Where that does not
    /// help either, it is taken for what its first line looks like, so that its rows are judged one by one.
    /// </summary>
    public (SourceFile File, CsvShape Shape) Sniff(SourceFile file, CsvShape? first)
    {
        if (Choose(file, first) is { } shape)
        {
            return (file, shape);
        }

        var alike = file with { LocalPath = Path.Combine(work.TempDirectory, $"lines-{Path.GetFileName(file.LocalPath)}-{++_copies}.csv") };
        LineEnds.Unify(file.LocalPath, alike.LocalPath, work.Step.File.Csv, work.CancellationToken);
        return (alike, Choose(alike, first) ?? Plain(alike));
    }

    private CsvShape? Choose(SourceFile file, CsvShape? first)
    {
        var csv = work.Step.File.Csv;
        if (first is not null && Look(file, first.Delimiter, first.Quote, first.Escape, first.Header, first) is { } alike && (alike.Columns.Count > 1 || first.Columns.Count == 1))
        {
            return alike;
        }

        var delimiter = csv.Delimiter is null ? null : CsvOptions.Unescape(csv.Delimiter);
        var shape = Look(file, delimiter, csv.Quote ?? "\"", csv.Escape, csv.Header);
        return shape is null or { Columns.Count: 1 } && delimiter is null && DelimiterOf(file) is { } likely
            ? Look(file, likely, csv.Quote ?? "\"", csv.Escape, csv.Header)
            : shape;
    }

    /// <summary>One column is rarely meant where the first two lines both hold the same mark.</summary>
    private string? DelimiterOf(SourceFile file)
    {
        var csv = work.Step.File.Csv;
        var lines = File.ReadLines(file.LocalPath).Skip(csv.SkipRows).Take(2).ToList();
        return lines.Count == 0 || (lines.Count < 2 && !csv.PadRaggedRows) ? null : Marks
            .Where(mark => lines[0].Contains(mark, StringComparison.Ordinal) && (csv.PadRaggedRows || lines[1].Contains(mark, StringComparison.Ordinal)))
            .MaxBy(mark => lines[0].Split(mark).Length);
    }

    private CsvShape Plain(SourceFile file)
    {
        var csv = work.Step.File.Csv;
        var delimiter = csv.Delimiter is null ? DelimiterOf(file) ?? "," : CsvOptions.Unescape(csv.Delimiter);
        var quote = csv.Quote ?? "\"";
        var header = csv.Header ?? true;
        var names = (File.ReadLines(file.LocalPath).Skip(csv.SkipRows).FirstOrDefault() ?? "").Split(delimiter)
            .Select((name, i) => header && name.Trim(quote.FirstOrDefault('"')).Length > 0 ? name.Trim(quote.FirstOrDefault('"')) : $"column{i}");
        return Verify(file, new CsvShape(delimiter, quote, csv.Escape ?? quote, header, csv.DateFormat, csv.TimestampFormat, [.. names.Select(name => new Column(name, "VARCHAR"))], HasRows: true));
    }

    private CsvShape? Look(SourceFile file, string? delimiter, string quote, string? escape, bool? header, CsvShape? first = null)
    {
        var csv = work.Step.File.Csv;
        var options = (delimiter is null ? "" : $", delim = {Sql.Literal(delimiter)}")
            + (escape is null ? "" : $", escape = {Sql.Literal(escape)}")
            + (header is null ? "" : $", header = {(header.Value ? "true" : "false")}")
            + ((csv.DateFormat ?? first?.DateFormat) is { } date ? $", dateformat = {Sql.Literal(date)}" : "")
            + ((csv.TimestampFormat ?? first?.TimestampFormat) is { } timestamp ? $", timestampformat = {Sql.Literal(timestamp)}" : "")
            + (csv.DecimalSeparator == "," ? ", decimal_separator = ','" : "");
        try
        {
            return Verify(file, Ask(file, delimiter, quote, escape, header, options));
        }
        catch (DuckDBException e) when (EngineError.Read(e).Kind == "Invalid Input")
        {
            return null;
        }
    }

    private CsvShape Ask(SourceFile file, string? delimiter, string quote, string? escape, bool? header, string options) => work.Session.Query(
            "SELECT Delimiter, Escape, HasHeader, DateFormat, TimestampFormat, to_json(Columns)::VARCHAR "
            + $"FROM sniff_csv({Sql.Literal(file.LocalPath)}, ignore_errors = true, compression = 'none', quote = {Sql.Literal(quote)}{options}{CsvOptions.Fixed(work.Step.File.Csv)})",
            row => new CsvShape(
                delimiter ?? Sniffed(row.GetString(0)) ?? ",",
                quote,
                quote.Length == 0 ? "" : escape ?? Sniffed(row.GetString(1)) ?? quote,
                header ?? row.GetBoolean(2),
                row.IsDBNull(3) ? null : row.GetString(3),
                row.IsDBNull(4) ? null : row.GetString(4),
                ColumnsOf(row.GetString(5)),
                HasRows: true),
            work.CancellationToken)[0];

    /// <summary>The engine renames doubled names without a word, so the header is read as it stands.</summary>
    private CsvShape Verify(SourceFile file, CsvShape shape)
    {
        var group = new CsvGroup(shape with { Header = false }, 0, [file]);
        var columns = shape.Columns.Select((_, i) => ($"c{i}", "VARCHAR"));
        var read = group.Read([file.LocalPath], columns, work.Step.File.Csv, ", ignore_errors = true");
        var lines = work.Session.Query(
            $"SELECT * FROM {read} LIMIT 2", row => Enumerable.Range(0, row.FieldCount).Select(i => row.IsDBNull(i) ? "" : row.GetString(i)).ToList(), work.CancellationToken);
        if (shape.Header && lines.Count > 0)
        {
            var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            if (lines[0].Find(name => name.Length > 0 && !names.Add(name)) is { } twice)
            {
                throw ExtractErrors.DuplicateColumn(work.What, file.Path, twice);
            }
        }

        ColumnNames.Check(shape.Columns.Select(column => column.Name), $"{work.What}: {file.Path}");
        return shape with { HasRows = lines.Count > (shape.Header ? 1 : 0) };
    }

    private static string? Sniffed(string value) => value is "(empty)" or "" ? null : value;

    private static List<Column> ColumnsOf(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(column => new Column(column.GetProperty("name").GetString()!, column.GetProperty("type").GetString()!))];
    }
}

using DataEngineer.Definitions.Model;
using DataEngineer.Engine;

namespace DataEngineer.Activities.Extract.Csv;

/// <summary>Neighbouring files that are written alike.</summary>
/// <param name="FirstIndex">The position of the first of them among all files.</param>
internal sealed record CsvGroup(CsvShape Shape, int FirstIndex, List<SourceFile> Files)
{
    /// <summary>The reader's call over some local files with some columns in front of, and in place of, those of the files.</summary>
    public string Read(IEnumerable<string> localPaths, IEnumerable<(string Name, string Type)> columns, CsvDefinition csv, string more)
    {
        var struc = string.Join(", ", columns.Select(column => $"{Sql.Literal(column.Name)}: {Sql.Literal(column.Type)}"));
        return $"read_csv({Sql.List(localPaths)}, columns = {{{struc}}}, auto_detect = false, header = {(Shape.Header ? "true" : "false")}, delim = {Sql.Literal(Shape.Delimiter)}, "
            + $"quote = {Sql.Literal(Shape.Quote)}, escape = {Sql.Literal(Shape.Escape)}, compression = 'none'{Formats(csv)}{CsvOptions.Fixed(csv)}{more})";
    }

    private string Formats(CsvDefinition csv) =>
        (Shape.DateFormat is { } date ? $", dateformat = {Sql.Literal(date)}" : "")
        + (Shape.TimestampFormat is { } timestamp ? $", timestampformat = {Sql.Literal(timestamp)}" : "")
        + (csv.DecimalSeparator == "," ? ", decimal_separator = ','" : "");
}

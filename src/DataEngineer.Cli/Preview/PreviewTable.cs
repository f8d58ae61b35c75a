using System.Text;
using DataEngineer.Cli.Display;
using Spectre.Console;

namespace DataEngineer.Cli.Preview;

/// <summary>Rows as a table with the type below each name. Columns that do not fit are named, not squeezed.</summary>
internal sealed class PreviewTable(IAnsiConsole console)
{
    private const int Widest = 40;
    private const int Gap = 2;

    /// <param name="width">Columns there are; null for a file or pipe, where nothing is left out and no line is broken.</param>
    public void Write(PreviewRows rows, int? width)
    {
        var widths = Enumerable.Range(0, rows.Columns.Count).Select(i => WidthOf(rows, i)).ToList();
        var fitting = width is { } room ? Fitting(widths, room) : rows.Columns.Count;
        Action<Paragraph, string> print = width is null ? (_, text) => console.Profile.Out.Writer.WriteLine(text.TrimEnd()) : Show;
        Line(fitting, i => (rows.Columns[i].Name, Glyphs.Strong), widths, rows, print);
        Line(fitting, i => (rows.Columns[i].Type.ToLowerInvariant(), Glyphs.Quiet), widths, rows, print);
        foreach (var row in rows.Rows)
        {
            Line(fitting, i => (row[i] ?? "null", row[i] is null ? Glyphs.Quiet : Style.Plain), widths, rows, print);
        }

        if (fitting < rows.Columns.Count)
        {
            var hidden = string.Join(", ", rows.Columns.Skip(fitting).Select(column => column.Name));
            console.WriteLine();
            console.Write(new Text(SafeText.Line($"Not shown for want of width: {hidden}. --format csv has every column."), Glyphs.Quiet));
            console.WriteLine();
        }
    }

    private static void Line(int fitting, Func<int, (string Text, Style Style)> cell, List<int> widths, PreviewRows rows, Action<Paragraph, string> print)
    {
        var line = new Paragraph();
        var plain = new StringBuilder();
        for (var i = 0; i < fitting; i++)
        {
            var (text, style) = cell(i);
            var cut = SafeText.Cut(text, widths[i]);
            var fill = new string(' ', widths[i] - SafeText.Width(cut));
            var aligned = IsNumber(rows.Columns[i].Type) ? fill + cut : cut + fill;
            var gap = i < fitting - 1 ? new string(' ', Gap) : "";
            line.Append(aligned, style).Append(gap);
            plain.Append(aligned).Append(gap);
        }

        print(line, plain.ToString());
    }

    private void Show(Paragraph line, string text)
    {
        console.Write(line);
        console.WriteLine();
    }

    private static int Fitting(List<int> widths, int width)
    {
        var used = 0;
        for (var i = 0; i < widths.Count; i++)
        {
            used += widths[i] + (i > 0 ? Gap : 0);
            if (used > width && i > 0)
            {
                return i;
            }
        }

        return widths.Count;
    }

    private static int WidthOf(PreviewRows rows, int column)
    {
        var texts = rows.Rows.Select(row => row[column] ?? "null").Append(rows.Columns[column].Name).Append(rows.Columns[column].Type);
        return Math.Min(Widest, texts.Max(text => SafeText.Width(SafeText.Line(text))));
    }

    private static bool IsNumber(string type) =>
        type.StartsWith("DECIMAL", StringComparison.Ordinal)
        || type is "TINYINT" or "SMALLINT" or "INTEGER" or "BIGINT" or "HUGEINT" or "UTINYINT" or "USMALLINT" or "UINTEGER" or "UBIGINT" or "UHUGEINT" or "FLOAT" or "DOUBLE";
}

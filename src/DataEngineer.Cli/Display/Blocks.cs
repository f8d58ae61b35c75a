using Spectre.Console;
using Spectre.Console.Rendering;

namespace DataEngineer.Cli.Display;

/// <summary>The pieces that views are put together from; every text in them is taken as it is, never as markup.</summary>
internal static class Blocks
{
    /// <summary>A text moved in by so many columns, wrapped there.</summary>
    public static IRenderable Indented(string text, int columns, Style? style = null) =>
        new Padder(new Text(SafeText.Of(text), style), new Padding(columns, 0, 0, 0));

    /// <summary>The rest of a line, never broken by this program, so that a path or command can be copied whole.</summary>
    public static void WriteUnbroken(IAnsiConsole console, string text) => console.Profile.Out.Writer.WriteLine(SafeText.Line(text));

    /// <summary>A table without lines: heads quiet, numbers to the right.</summary>
    public static Table Table(params IEnumerable<(string Head, bool IsNumber)> columns)
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = true };
        foreach (var (head, isNumber) in columns)
        {
            var column = new TableColumn(new Text(head, Glyphs.Quiet)) { NoWrap = isNumber, Padding = new Padding(0, 0, 2, 0) };
            table.AddColumn(isNumber ? column.RightAligned() : column);
        }

        return table;
    }

    /// <summary>A cell with a text.</summary>
    public static Text Cell(string text, Style? style = null) => new(SafeText.Line(text), style);

    /// <summary>A cell with a number; a zero is quiet.</summary>
    public static Text Cell(long number) => new(Words.Number(number), number == 0 ? Glyphs.Quiet : Style.Plain);
}

using DataEngineer.Cli.Summaries;
using Spectre.Console;

namespace DataEngineer.Cli.Display;

/// <summary>What was loaded: a line a table with what happened to its rows, and below it where it is.</summary>
internal sealed class LoadsView(IAnsiConsole console)
{
    private const int Least = 12;
    private static readonly string[] Heads = ["inserted", "updated", "deleted", "unchanged", "table rows"];

    public void Write(RunSummary summary, Func<string, string> shorten)
    {
        if (summary.Loads.Count == 0)
        {
            return;
        }

        var loads = summary.Loads.OrderBy(load => load.Report.Location, StringComparer.Ordinal).ToList();
        var numbers = Heads.Sum(head => head.Length + 2);
        var widest = loads.Max(load => SafeText.Width(SafeText.Line(Name(load))));
        var nameWidth = Math.Clamp(widest, Least, Math.Max(Least, console.Profile.Width - numbers - 5));
        console.WriteLine();
        Line("  " + SafeText.Fit("Loaded", nameWidth + 2), string.Concat(Heads.Select(head => "  " + head)), Glyphs.Quiet);
        for (var i = 0; i < loads.Count; i++)
        {
            Write(loads[i], nameWidth);
            if (i == loads.Count - 1 || loads[i + 1].Report.Location != loads[i].Report.Location)
            {
                console.Write(new Text("      in ", Glyphs.Quiet));
                Blocks.WriteUnbroken(console, shorten(loads[i].Report.Location));
            }
        }
    }

    private void Write(StepLoad load, int nameWidth)
    {
        var report = load.Report;
        long[] counts = [report.Inserted, report.Updated, report.Deleted, report.Unchanged, report.TableRows];
        var line = new Paragraph().Append("    " + SafeText.Fit(Name(load), nameWidth));
        for (var i = 0; i < counts.Length; i++)
        {
            line.Append("  " + Words.Number(counts[i]).PadLeft(Heads[i].Length), counts[i] == 0 ? Glyphs.Quiet : Style.Plain);
        }

        console.Write(line);
        console.WriteLine();
    }

    private void Line(string name, string rest, Style style)
    {
        console.Write(new Text(name + rest, style));
        console.WriteLine();
    }

    private static string Name(StepLoad load) =>
        load.Report.AlreadyDone || load.Reused ? $"{load.Report.Table} (done before)" : load.Report.Table;
}

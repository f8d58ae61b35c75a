using DataEngineer.Cli.Summaries;
using Spectre.Console;

namespace DataEngineer.Cli.Display;

/// <summary>What was loaded, by the place it was loaded into.</summary>
internal sealed class LoadsView(IAnsiConsole console)
{
    public void Write(RunSummary summary)
    {
        foreach (var place in summary.Loads.GroupBy(load => load.Report.Location, StringComparer.Ordinal))
        {
            console.WriteLine();
            console.Write(new Text("  Loaded into ", Glyphs.Quiet));
            Blocks.WriteUnbroken(console, place.Key);
            var table = Blocks.Table(("table", false), ("inserted", true), ("updated", true), ("deleted", true), ("unchanged", true), ("table rows", true));
            foreach (var load in place)
            {
                var report = load.Report;
                table.AddRow(
                    Blocks.Cell(report.AlreadyDone || load.Reused ? $"{report.Table} (was done before)" : report.Table),
                    Blocks.Cell(report.Inserted),
                    Blocks.Cell(report.Updated),
                    Blocks.Cell(report.Deleted),
                    Blocks.Cell(report.Unchanged),
                    Blocks.Cell(report.TableRows));
            }

            console.Write(new Padder(table, new Padding(4, 0, 0, 0)));
        }
    }
}

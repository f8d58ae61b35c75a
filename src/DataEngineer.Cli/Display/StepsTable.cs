using DataEngineer.Runs;
using Spectre.Console;

namespace DataEngineer.Cli.Display;

/// <summary>The steps of a run that has ended; of very many only those that are to be looked at.</summary>
internal static class StepsTable
{
    private const int Most = 60;

    public static void Write(IAnsiConsole console, Glyphs glyphs, IReadOnlyList<StepOutcome> steps)
    {
        var shown = steps.Count <= Most ? steps : [.. steps.Where(step => step.Status is not (StepStatus.Succeeded or StepStatus.Reused)).Take(Most)];
        var grid = new Grid();
        grid.AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(2, 0, 1, 0) });
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 2, 0) });
        grid.AddColumn(new GridColumn { NoWrap = true, Alignment = Justify.Right, Padding = new Padding(0, 0, 2, 0) });
        grid.AddColumn(new GridColumn { NoWrap = true, Alignment = Justify.Right, Padding = new Padding(0, 0, 2, 0) });
        grid.AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(0, 0, 0, 0) });
        foreach (var step in shown)
        {
            var (sign, style) = glyphs.Of(step.Status);
            var hasRun = step.Status is StepStatus.Succeeded or StepStatus.Warned or StepStatus.Failed;
            grid.AddRow(
                new Text(sign, style),
                Blocks.Cell(step.Step),
                new Text(StepRows.Of(step) is { } rows ? Words.Rows(rows) : ""),
                new Text(hasRun ? Words.Elapsed(step.Elapsed) : "", Glyphs.Quiet),
                new Text(Remark(step), style));
        }

        console.Write(grid);
        if (shown.Count < steps.Count)
        {
            console.Write(Blocks.Indented($"and {Words.Count(steps.Count - shown.Count, "further step")}", 4, Glyphs.Quiet));
        }
    }

    private static string Remark(StepOutcome step)
    {
        var remarks = new List<string>();
        if (step.Status is not StepStatus.Succeeded)
        {
            remarks.Add(Words.Status(step.Status));
        }

        if (step.Attempts > 1)
        {
            remarks.Add($"{step.Attempts} attempts");
        }

        return string.Join(", ", remarks);
    }
}

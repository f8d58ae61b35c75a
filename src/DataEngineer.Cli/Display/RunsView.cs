using DataEngineer.Runs;
using Spectre.Console;

namespace DataEngineer.Cli.Display;

/// <summary>Runs, one a line.</summary>
internal sealed class RunsView(IAnsiConsole console, TimeProvider time)
{
    private readonly Glyphs _glyphs = Glyphs.For(console);

    public void Write(IReadOnlyList<RunRecord> runs)
    {
        var table = Blocks.Table(("", false), ("run", false), ("status", false), ("started", false), ("time", true), ("loaded", true));
        foreach (var run in runs)
        {
            var (sign, style) = _glyphs.Of(run.Status);
            var loaded = run.Steps.Sum(step => step.Load?.RowsRead ?? 0);
            table.AddRow(
                new Text(sign, style),
                Blocks.Cell(run.Run.ToString()),
                new Text(Word(run.Status), style),
                new Text(Words.Time(run.StartedAt, time)[..^3]),
                new Text(run.EndedAt is { } ended ? Words.Elapsed(ended - run.StartedAt) : "", Glyphs.Quiet),
                new Text(loaded > 0 ? Words.Number(loaded) : "", Glyphs.Quiet));
        }

        console.Write(table);
    }

    private static string Word(RunStatus status) => status switch
    {
        RunStatus.Warned => "warned",
        RunStatus.Partial => "partial",
        _ => Words.Status(status),
    };
}

using DataEngineer.Cli.Summaries;
using Spectre.Console;

namespace DataEngineer.Cli.Display;

/// <summary>A run that has ended: how, in what numbers, what was loaded where, what is to be looked at, and what to type next.</summary>
/// <param name="shorten">A path as a person would write it here.</param>
internal sealed class SummaryView(IAnsiConsole console, TimeProvider time, Func<string, string> shorten)
{
    private readonly Glyphs _glyphs = Glyphs.For(console);
    private readonly LoadsView _loads = new(console);
    private readonly FindingsView _findings = new(console);

    public void Write(RunSummary summary, bool withSteps)
    {
        console.WriteLine();
        Head(summary);
        if (withSteps && summary.Outcomes.Count > 0)
        {
            console.WriteLine();
            StepsTable.Write(console, _glyphs, summary.Outcomes);
        }

        Numbers(summary);
        _loads.Write(summary, shorten);
        _findings.Write(summary);
        console.WriteLine();
        console.Write(new Text("  Next  ", Glyphs.Quiet));
        Blocks.WriteUnbroken(console, summary.Next);
    }

    private void Head(RunSummary summary)
    {
        var (sign, style) = _glyphs.Of(summary.Status);
        var head = new Paragraph()
            .Append($"{sign} ", style)
            .Append($"{summary.Customer}/{summary.Pipeline} ", Glyphs.Strong)
            .Append(Words.Status(summary.Status), style)
            .Append(summary.Elapsed is { } elapsed ? $" in {Words.Elapsed(elapsed)}" : "");
        console.Write(head);
        console.WriteLine();
        var about = new List<string> { $"run {summary.Run}" };
        if (summary.Interval is { } interval)
        {
            about.Add(Words.Interval(interval));
        }

        about.Add($"started {Words.Time(summary.StartedAt, time)}");
        if (summary.RetryOf is { } before)
        {
            about.Add($"retry of {before}");
        }

        console.Write(Blocks.Indented(string.Join(_glyphs.Dot, about), 2, Glyphs.Quiet));
    }

    private void Numbers(RunSummary summary)
    {
        if (summary.Steps.Total == 0)
        {
            return;
        }

        var grid = new Grid().AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(2, 0, 2, 0) }).AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        Row("Steps", Sentence((summary.Steps.Succeeded, "done"), (summary.Steps.Reused, "reused"), (summary.Steps.Warned, "warned"), (summary.Steps.Failed, "failed"), (summary.Steps.Skipped, "skipped")));
        Row("Rows", Sentence(always: 1, (summary.Rows.Read, "read"), (summary.Rows.Rejected, "rejected"), (summary.Rows.Quarantined, "quarantined"), (summary.Rows.Loaded, "loaded")));
        Row("Assertions", Sentence((summary.Assertions.Passed, "passed"), (summary.Assertions.Warned, "warned"), (summary.Assertions.Quarantined, "quarantined"), (summary.Assertions.Failed, "failed")));
        console.WriteLine();
        console.Write(grid);

        void Row(string label, string text)
        {
            if (text.Length > 0)
            {
                grid.AddRow(new Text(label, Glyphs.Quiet), new Text(text));
            }
        }
    }

    private string Sentence(params ReadOnlySpan<(long Count, string What)> parts) => Sentence(0, parts);

    private string Sentence(int always, params ReadOnlySpan<(long Count, string What)> parts)
    {
        var shown = new List<string>();
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].Count > 0 || i < always)
            {
                shown.Add($"{Words.Number(parts[i].Count)} {parts[i].What}");
            }
        }

        return string.Join(_glyphs.Dot, shown);
    }
}

using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Validation.Reports;
using Spectre.Console;

namespace DataEngineer.Cli.Display;

/// <summary>Problems of definitions, one a line as compilers write them, a blank line between files, and how many there are.</summary>
internal sealed class DiagnosticsView(IAnsiConsole console)
{
    public void Write(IReadOnlyList<Diagnostic> problems)
    {
        foreach (var file in problems.GroupBy(problem => problem.File, StringComparer.Ordinal))
        {
            foreach (var problem in file)
            {
                var isError = problem.Severity == DiagnosticSeverity.Error;
                var place = problem.Line > 0 ? $"{problem.File}({problem.Line},{problem.Column})" : problem.File;
                console.Write(new Text(SafeText.Line($"{place}: "), Glyphs.Quiet));
                console.Write(new Text(isError ? "error " : "warning ", isError ? Glyphs.Bad : Glyphs.Caution));
                var fix = problem.Fix is null ? "" : " " + problem.Fix;
                console.Profile.Out.Writer.WriteLine(SafeText.Of($"{problem.Code}: {problem.Message}{fix}"));
            }

            console.WriteLine();
        }

        console.WriteLine(TextReport.Summary(problems));
    }
}

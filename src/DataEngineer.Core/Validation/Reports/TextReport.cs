using System.Text;
using DataEngineer.Definitions.Diagnostics;

namespace DataEngineer.Validation.Reports;

/// <summary>Problems for a person: one a line, a blank line between files, and how many there are.</summary>
public static class TextReport
{
    /// <summary>The text, ended by a line break.</summary>
    public static string Write(IReadOnlyList<Diagnostic> diagnostics)
    {
        var text = new StringBuilder();
        foreach (var file in diagnostics.GroupBy(diagnostic => diagnostic.File, StringComparer.Ordinal))
        {
            foreach (var diagnostic in file)
            {
                text.Append(diagnostic).Append(diagnostic.Severity == DiagnosticSeverity.Warning ? " (warning)\n" : "\n");
            }

            text.Append('\n');
        }

        return text.Append(Summary(diagnostics)).Append('\n').ToString();
    }

    /// <summary>2 errors and 1 warning in 2 files.</summary>
    public static string Summary(IReadOnlyList<Diagnostic> diagnostics)
    {
        if (diagnostics.Count == 0)
        {
            return "No problems.";
        }

        var errors = diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var files = diagnostics.Select(diagnostic => diagnostic.File).Distinct(StringComparer.Ordinal).Count();
        return $"{Count(errors, "error")} and {Count(diagnostics.Count - errors, "warning")} in {Count(files, "file")}.";
    }

    private static string Count(int number, string word) => number == 1 ? $"1 {word}" : $"{number} {word}s";
}

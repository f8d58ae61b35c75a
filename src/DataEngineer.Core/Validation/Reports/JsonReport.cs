using System.Text.Json.Nodes;
using DataEngineer.Definitions.Diagnostics;

namespace DataEngineer.Validation.Reports;

/// <summary>Problems for programs: {version, errors, warnings, diagnostics: [{code, severity, file, line, column, message, fix}]}.</summary>
public static class JsonReport
{
    /// <summary>The document. line and column are null where a problem has no place; fix is null where there is none.</summary>
    public static string Write(IReadOnlyList<Diagnostic> diagnostics)
    {
        var errors = diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var report = new JsonObject
        {
            ["version"] = 1,
            ["errors"] = errors,
            ["warnings"] = diagnostics.Count - errors,
            ["diagnostics"] = new JsonArray([.. diagnostics.Select(diagnostic => new JsonObject
            {
                ["code"] = diagnostic.Code,
                ["severity"] = diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning",
                ["file"] = diagnostic.File,
                ["line"] = diagnostic.Line > 0 ? diagnostic.Line : null,
                ["column"] = diagnostic.Line > 0 ? diagnostic.Column : null,
                ["message"] = diagnostic.Message,
                ["fix"] = diagnostic.Fix,
            })]),
        };
        return report.ToJsonString(ReportJson.Options) + "\n";
    }
}

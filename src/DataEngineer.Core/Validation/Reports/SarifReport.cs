using System.Text.Json.Nodes;
using DataEngineer.Definitions.Diagnostics;

namespace DataEngineer.Validation.Reports;

/// <summary>Problems as SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), which code hosts show beside a change.</summary>
public static class SarifReport
{
    /// <summary>The document; files are relative to the pipelines folder, named PIPELINES as a base.</summary>
    public static string Write(IReadOnlyList<Diagnostic> diagnostics)
    {
        var codes = diagnostics.Select(diagnostic => diagnostic.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var sarif = new JsonObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(new JsonObject
            {
                ["tool"] = new JsonObject
                {
                    ["driver"] = new JsonObject { ["name"] = "dataeng", ["rules"] = new JsonArray([.. codes.Select(Rule)]) },
                },
                ["columnKind"] = "utf16CodeUnits",
                ["results"] = new JsonArray([.. diagnostics.Select(diagnostic => Result(diagnostic, codes.IndexOf(diagnostic.Code)))]),
            }),
        };
        return sarif.ToJsonString(ReportJson.Options) + "\n";
    }

    private static JsonObject Rule(string code)
    {
        var rule = new JsonObject { ["id"] = code };
        if (CodeReference.SummaryOf(code) is { } summary)
        {
            rule["shortDescription"] = new JsonObject { ["text"] = summary };
        }

        return rule;
    }

    private static JsonObject Result(Diagnostic diagnostic, int ruleIndex)
    {
        var location = new JsonObject { ["artifactLocation"] = new JsonObject { ["uri"] = Uri.EscapeDataString(diagnostic.File).Replace("%2F", "/", StringComparison.Ordinal), ["uriBaseId"] = "PIPELINES" } };
        if (diagnostic.Line > 0)
        {
            location["region"] = new JsonObject { ["startLine"] = diagnostic.Line, ["startColumn"] = diagnostic.Column };
        }

        return new JsonObject
        {
            ["ruleId"] = diagnostic.Code,
            ["ruleIndex"] = ruleIndex,
            ["level"] = diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning",
            ["message"] = new JsonObject { ["text"] = diagnostic.Fix is null ? diagnostic.Message : $"{diagnostic.Message} {diagnostic.Fix}" },
            ["locations"] = new JsonArray(new JsonObject { ["physicalLocation"] = location }),
        };
    }
}

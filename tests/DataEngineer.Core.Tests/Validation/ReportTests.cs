using System.Text.Json.Nodes;
using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Validation.Reports;

namespace DataEngineer.Core.Tests.Validation;

public sealed class ReportTests
{
    private static readonly Diagnostic[] Some =
    [
        new("DE0108", DiagnosticSeverity.Error, "acme/a b.yml", 3, 5, "has \"quotes\" & é.", "Did you mean 'x'?"),
        new("DE0232", DiagnosticSeverity.Warning, "acme/a b.yml", 4, 1, "unused."),
        new("DE0999", DiagnosticSeverity.Error, "beta", 0, 0, "no place."),
    ];

    [Fact]
    public void Text_Problems_AreOneALineGroupedByFile() => Assert.Equal(
        """
        acme/a b.yml(3,5): DE0108: has "quotes" & é. Did you mean 'x'?
        acme/a b.yml(4,1): DE0232: unused. (warning)

        beta: DE0999: no place.

        2 errors and 1 warning in 2 files.

        """, TextReport.Write(Some));

    [Theory]
    [InlineData(0, "No problems.\n")]
    [InlineData(1, "acme/a b.yml(3,5): DE0108: has \"quotes\" & é. Did you mean 'x'?\n\n1 error and 0 warnings in 1 file.\n")]
    public void Text_FewProblems_AreCounted(int count, string expected) => Assert.Equal(expected, TextReport.Write(Some[..count]));

    [Fact]
    public void Json_Problems_HaveAStableShape() => Assert.Equal(
        """
        {
          "version": 1,
          "errors": 2,
          "warnings": 1,
          "diagnostics": [
            {
              "code": "DE0108",
              "severity": "error",
              "file": "acme/a b.yml",
              "line": 3,
              "column": 5,
              "message": "has \"quotes\" & é.",
              "fix": "Did you mean 'x'?"
            },
            {
              "code": "DE0232",
              "severity": "warning",
              "file": "acme/a b.yml",
              "line": 4,
              "column": 1,
              "message": "unused.",
              "fix": null
            },
            {
              "code": "DE0999",
              "severity": "error",
              "file": "beta",
              "line": null,
              "column": null,
              "message": "no place.",
              "fix": null
            }
          ]
        }

        """, JsonReport.Write(Some));

    [Fact]
    public void Json_NoProblems_IsAnEmptyList() => Assert.Empty(JsonNode.Parse(JsonReport.Write([]))!["diagnostics"]!.AsArray());

    [Fact]
    public void Sarif_Problems_HaveRulesAndPlaces()
    {
        var run = JsonNode.Parse(SarifReport.Write(Some))!["runs"]![0]!;
        var rules = run["tool"]!["driver"]!["rules"]!.AsArray();
        var results = run["results"]!.AsArray();

        Assert.Equal(["DE0108", "DE0232", "DE0999"], rules.Select(rule => rule!["id"]!.GetValue<string>()));
        Assert.StartsWith("A name is not a lower-case letter", rules[0]!["shortDescription"]!["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Null(rules[2]!["shortDescription"]);
        Assert.Equal("""{"ruleId":"DE0108","ruleIndex":0,"level":"error","message":{"text":"has \u0022quotes\u0022 \u0026 \u00E9. Did you mean \u0027x\u0027?"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"acme/a%20b.yml","uriBaseId":"PIPELINES"},"region":{"startLine":3,"startColumn":5}}}]}""", results[0]!.ToJsonString());
        Assert.Equal("warning", results[1]!["level"]!.GetValue<string>());
        Assert.Null(results[2]!["locations"]![0]!["physicalLocation"]!["region"]);
    }

    [Fact]
    public void Sarif_NoProblems_IsARunWithoutResults()
    {
        var sarif = JsonNode.Parse(SarifReport.Write([]))!;

        Assert.Equal("2.1.0", sarif["version"]!.GetValue<string>());
        Assert.Empty(sarif["runs"]![0]!["results"]!.AsArray());
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using DataEngineer.Failures;
using DataEngineer.Plans;
using DuckDB.NET.Data;

namespace DataEngineer.Activities.Quality.Rules;

/// <summary>What the engine's complaint about a user's query means, shown at its line. What the engine says of values is left out.</summary>
internal static partial class QueryErrors
{
    public static StepFailedException Of(RuleScope scope, SqlText sql, int linesBefore, DuckDBException e)
    {
        var match = Complaint().Match(e.Message);
        var kind = match.Groups["kind"].Value;
        var line = match.Groups["line"] is { Success: true } at ? sql.Line + int.Parse(at.ValueSpan, CultureInfo.InvariantCulture) - 1 - linesBefore : sql.Line;
        var (failureClass, what) = kind switch
        {
            "Parser" => (FailureClass.Definition, match.Groups["what"].Value),
            "Binder" or "Catalog" => (FailureClass.Schema, match.Groups["what"].Value),
            "Permission" => (FailureClass.Permission, "the query reaches outside what a run may read"),
            _ => (FailureClass.Schema, $"the query met a value that it cannot work with ({(kind.Length > 0 ? kind : e.ErrorType.ToString())} error)"),
        };
        return scope.Problem(AssertCodes.BadQuery, failureClass, $"{sql.File}({line}): {what.Trim().Replace("\n", " ", StringComparison.Ordinal)}.");
    }

    [GeneratedRegex(@"\A(?<kind>\w+)( \w+)* Error: (?<what>.*?)(\n\nLINE (?<line>\d+):.*)?\z", RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Complaint();
}

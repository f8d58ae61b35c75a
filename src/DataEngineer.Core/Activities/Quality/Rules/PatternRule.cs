using DataEngineer.Activities.Quality.Values;
using DataEngineer.Definitions.Model;
using DataEngineer.Engine;
using DataEngineer.Failures;
using DuckDB.NET.Data;

namespace DataEngineer.Activities.Quality.Rules;

/// <summary>Every value of a text column matches a regular expression as a whole. Null is not judged; the empty text is.</summary>
internal static class PatternRule
{
    public static RowRule Compile(RuleScope scope, PatternCheck check)
    {
        var column = scope.Column(check.Column);
        if (ColumnType.Parse(column.Type).Kind != ColumnKind.Text)
        {
            throw scope.Problem(AssertCodes.ColumnNotJudged, FailureClass.Schema, $"column '{column.Name}' is {column.Type}; pattern judges texts (VARCHAR).");
        }

        var regex = Sql.Literal(check.Regex);
        try
        {
            scope.Session.Engine.Query($"SELECT regexp_full_match('', {regex})", row => row.GetBoolean(0), CancellationToken.None);
        }
        catch (DuckDBException e)
        {
            throw scope.Problem(
                AssertCodes.BadPattern,
                FailureClass.Definition,
                $"regex '{check.Regex}' is not a regular expression of RE2: {EngineError.Read(e).Text.Split('\n')[0]}.",
                "RE2 has no look-around and no back references; see its syntax page.");
        }

        var name = Sql.Name(column.Name);
        return new RowRule("pattern", name, new RowFilter(column.Name, $"NOT regexp_full_match({name}, {regex})"), $"have a value in '{column.Name}' that does not match the pattern");
    }
}

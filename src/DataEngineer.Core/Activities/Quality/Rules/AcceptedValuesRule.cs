using System.Text.Json.Nodes;
using DataEngineer.Activities.Quality.Values;
using DataEngineer.Definitions.Model;
using DataEngineer.Engine;
using DataEngineer.Failures;
using DataEngineer.Plans;
using DuckDB.NET.Data;

namespace DataEngineer.Activities.Quality.Rules;

/// <summary>Every value of a column is one of a list. Null is not judged, also where the list holds it.</summary>
internal static class AcceptedValuesRule
{
    // A longer list is joined with instead of being compared one by one.
    private const int LongestWritten = 500;

    public static RowRule Compile(RuleScope scope, AcceptedValuesCheck check)
    {
        var column = scope.Column(check.Column);
        var type = ColumnType.Parse(column.Type);
        if (type.Kind == ColumnKind.Nested)
        {
            throw scope.Problem(AssertCodes.ColumnNotJudged, FailureClass.Schema, $"column '{column.Name}' is {type.Name}; accepted_values judges columns of single values.");
        }

        List<string> texts = [.. check.Values.Where(value => value is not null).Select(value => ColumnLiteral.TextOf(type, value) ?? throw Misfit(scope, column, type, value))];
        EngineLiteral.CheckAll(scope, column, type, texts);
        return new RowRule("accepted_values", Sql.Name(column.Name), Filter(scope, column, type, texts), $"have a value in '{column.Name}' that is not accepted");
    }

    private static RowFilter Filter(RuleScope scope, Column column, ColumnType type, List<string> texts)
    {
        var name = Sql.Name(column.Name);
        switch (texts.Count)
        {
            case 0:
                return new RowFilter(column.Name, $"{name} IS NOT NULL");
            case <= LongestWritten:
                return new RowFilter(column.Name, $"{name} NOT IN ({string.Join(", ", texts.Select(text => EngineLiteral.Of(type, text)))})");
            default:
                var table = $"accepted_values_{scope.Index}";
                scope.Session.Engine.Execute(
                    $"CREATE TEMP TABLE {table} AS SELECT DISTINCT CAST(written.v AS {type.Name}) AS v FROM (SELECT unnest($texts) AS v) AS written",
                    CancellationToken.None,
                    new DuckDBParameter("texts", texts));
                return new RowFilter(Column: null, $"{name} IS NOT NULL AND {name} NOT IN (SELECT accepted.v FROM {table} AS accepted)");
        }
    }

    private static StepFailedException Misfit(RuleScope scope, Column column, ColumnType type, JsonValue value) =>
        scope.Problem(
            AssertCodes.ValueDoesNotFit,
            FailureClass.Schema,
            $"accepted value {value.ToJsonString()} does not fit column '{column.Name}' of type {type.Name}, which has {ColumnLiteral.Allowed(type)}.");
}

using System.Text.Json;
using System.Text.Json.Nodes;
using DataEngineer.Activities.Quality.Values;
using DataEngineer.Definitions.Model;
using DataEngineer.Engine;
using DataEngineer.Failures;
using DataEngineer.Plans;

namespace DataEngineer.Activities.Quality.Rules;

/// <summary>
/// Every value of a column lies between bounds. Null is not judged; NaN lies in no range; an infinity lies beyond every bound on its side.
/// A bound finer or larger than the column's type holds is met exactly. A date as the bound of a timestamp is its first moment.
/// </summary>
internal static class RangeRule
{
    public static RowRule Compile(RuleScope scope, RangeCheck check)
    {
        var column = scope.Column(check.Column);
        var type = ColumnType.Parse(column.Type);
        if (type.Kind is ColumnKind.Text or ColumnKind.Boolean or ColumnKind.Nested or ColumnKind.Other)
        {
            throw scope.Problem(AssertCodes.ColumnNotJudged, FailureClass.Schema, $"column '{column.Name}' is {type.Name}; range judges numbers, dates, times and timestamps.");
        }

        var name = Sql.Name(column.Name);
        List<string> outside = [];
        if (check.Min is not null)
        {
            outside.Add(Outside(scope, column, type, check.Min, isMin: true, check.Inclusive));
        }

        if (check.Max is not null)
        {
            outside.Add(Outside(scope, column, type, check.Max, isMin: false, check.Inclusive));
        }
        else if (type.Kind == ColumnKind.Floating)
        {
            outside.Add($"isnan({name})");
        }

        return new RowRule("range", name, new RowFilter(column.Name, string.Join(" OR ", outside)), $"have a value in '{column.Name}' {Fault(check)}");
    }

    private static string Outside(RuleScope scope, Column column, ColumnType type, JsonValue bound, bool isMin, bool inclusive)
    {
        var name = Sql.Name(column.Name);
        var text = bound.GetValueKind() == JsonValueKind.String ? bound.GetValue<string>() : bound.ToJsonString();
        if (type.Kind == ColumnKind.Exact && ExactNumber.TryParse(text, out var number))
        {
            return OutsideExact(name, type, number, isMin, inclusive);
        }

        var literal = ColumnLiteral.TextOf(type, bound);
        if (literal is null || literal.Equals("NaN", StringComparison.OrdinalIgnoreCase))
        {
            throw scope.Problem(
                AssertCodes.ValueDoesNotFit,
                FailureClass.Schema,
                $"{(isMin ? "min" : "max")} {bound.ToJsonString()} does not fit column '{column.Name}' of type {type.Name}, which has {ColumnLiteral.Allowed(type)}.");
        }

        EngineLiteral.CheckAll(scope, column, type, [literal]);
        return $"{name} {Beyond(isMin, inclusive)} {EngineLiteral.Of(type, literal)}";
    }

    // The bound is rounded inwards to what the type can hold, so that both sides have one type; 0.5 as the least whole number is 1.
    private static string OutsideExact(string name, ColumnType type, ExactNumber number, bool isMin, bool inclusive)
    {
        var (units, isExact) = number.ToUnits(type.Scale);
        var edge = isMin && !isExact ? units + 1 : units;
        if (isMin ? edge > type.Max : edge < type.Min)
        {
            return $"{name} IS NOT NULL";
        }

        return (isMin ? edge < type.Min : edge > type.Max)
            ? "false"
            : $"{name} {Beyond(isMin, inclusive || !isExact)} {EngineLiteral.Of(type, ExactNumber.Text(edge, type.Scale))}";
    }

    private static string Beyond(bool isMin, bool inclusive) => (isMin, inclusive) switch
    {
        (true, true) => "<",
        (true, false) => "<=",
        (false, true) => ">",
        (false, false) => ">=",
    };

    private static string Fault(RangeCheck check) => (check.Min, check.Max) switch
    {
        ({ } min, { } max) => $"outside {min.ToJsonString()} to {max.ToJsonString()}{(check.Inclusive ? "" : ", bounds excluded")}",
        ({ } min, null) => $"{(check.Inclusive ? "below" : "at or below")} {min.ToJsonString()}",
        (null, { } max) => $"{(check.Inclusive ? "above" : "at or above")} {max.ToJsonString()}",
        _ => "outside its range",
    };
}

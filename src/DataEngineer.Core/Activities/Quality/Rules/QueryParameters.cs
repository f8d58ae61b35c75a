using System.Globalization;
using System.Text.Json.Nodes;
using DataEngineer.Definitions.Model;
using DataEngineer.Plans;
using DuckDB.NET.Data;

namespace DataEngineer.Activities.Quality.Rules;

/// <summary>Values of a plan as a query binds them.</summary>
internal static class QueryParameters
{
    public static DuckDBParameter[] Of(RunPlan plan, IEnumerable<string> names) =>
        [.. names.Where(plan.Variables.ContainsKey).Select(name => new DuckDBParameter(name, Value(plan.Variables[name])))];

    private static object Value(PlannedParameter parameter) => parameter.Type switch
    {
        null => DateTimeOffset.Parse(Text(parameter.Value), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        VariableType.String => Text(parameter.Value),
        VariableType.Integer => long.Parse(parameter.Value.ToJsonString(), CultureInfo.InvariantCulture),
        VariableType.Number => double.Parse(parameter.Value.ToJsonString(), CultureInfo.InvariantCulture),
        VariableType.Boolean => parameter.Value.GetValue<bool>(),
        VariableType.Date => DateOnly.ParseExact(Text(parameter.Value), "yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(parameter), parameter.Type, "Not a type of variable."),
    };

    private static string Text(JsonValue value) => value.GetValue<string>();
}

using System.Globalization;
using System.Text.Json.Nodes;
using DataEngineer.Definitions.Model;
using DataEngineer.Failures;
using DataEngineer.Plans;
using DuckDB.NET.Data;

namespace DataEngineer.Engine;

/// <summary>Values that queries see as $name: bound, never written into the text.</summary>
internal static class SqlParameters
{
    /// <summary>What the queries name, each once. Throws <see cref="StepFailedException"/> where the run has no such value.</summary>
    public static DuckDBParameter[] Bind(IEnumerable<SqlText> queries, IReadOnlyDictionary<string, PlannedParameter> variables)
    {
        var bound = new Dictionary<string, DuckDBParameter>(StringComparer.Ordinal);
        foreach (var sql in queries)
        {
            foreach (var (start, length) in SqlTokens.Of(sql.Text))
            {
                if (length < 2 || sql.Text[start] != '$' || sql.Text[start + length - 1] == '$')
                {
                    continue;
                }

                var name = sql.Text.Substring(start + 1, length - 1);
                bound.TryAdd(name, variables.TryGetValue(name, out var value) ? new DuckDBParameter(name, Value(value)) : throw Unknown(sql, start, name, variables.Keys));
            }
        }

        return [.. bound.Values];
    }

    private static object Value(PlannedParameter parameter) => parameter.Type switch
    {
        VariableType.String => Text(parameter.Value),
        VariableType.Integer => long.Parse(Text(parameter.Value), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        VariableType.Number => double.Parse(Text(parameter.Value), NumberStyles.Float, CultureInfo.InvariantCulture),
        VariableType.Boolean => bool.Parse(Text(parameter.Value)),
        VariableType.Date => DateOnly.ParseExact(Text(parameter.Value), "yyyy-MM-dd", CultureInfo.InvariantCulture),
        null => DateTimeOffset.Parse(Text(parameter.Value), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).ToUniversalTime(),
        _ => throw new InvalidOperationException($"Unknown variable type {parameter.Type}."),
    };

    private static string Text(JsonValue value) => value.TryGetValue<string>(out var text) ? text : value.ToJsonString();

    private static StepFailedException Unknown(SqlText sql, int start, string name, IEnumerable<string> known)
    {
        var spot = SqlSpot.At(sql, start);
        var names = known.Order(StringComparer.Ordinal).ToList();
        var nearest = Nearest.To(name, names);
        return StepFailedException.Terminal(
            "DE0614",
            FailureClass.Definition,
            $"{spot}: DE0614: parameter ${name} has no value; this run has {(names.Count == 0 ? "none" : string.Join(", ", names.Select(known => "$" + known)))}.\n{spot.Picture()}",
            nearest is null ? "Declare it under variables:." : $"Did you mean ${nearest}?");
    }
}

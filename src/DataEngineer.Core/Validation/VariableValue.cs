using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataEngineer.Definitions.Model;

namespace DataEngineer.Validation;

/// <summary>Holds a value against a variable's definition: a default when the pipeline is validated, a given value when a run starts.</summary>
public static class VariableValue
{
    /// <summary>What is wrong with the value, to follow "a value that"; null where it fits. Never shows the value.</summary>
    public static string? Problem(VariableDefinition variable, JsonValue value)
    {
        if (TypeProblem(variable, value) is { } problem)
        {
            return problem;
        }

        if (variable.Enum.Count > 0 && !variable.Enum.Any(allowed => JsonNode.DeepEquals(allowed, value)))
        {
            return $"is not in its enum: {string.Join(", ", variable.Enum.Select(allowed => allowed.ToString()))}";
        }

        if (value.GetValueKind() == JsonValueKind.Number && Beyond(variable, value.GetValue<double>()) is { } bound)
        {
            return bound;
        }

        return variable.Pattern is { } pattern && value.GetValueKind() == JsonValueKind.String && Patterns.Problem(pattern) is null
            && !Patterns.Linear(pattern).IsMatch(value.GetValue<string>())
            ? $"does not match its pattern {pattern}"
            : null;
    }

    /// <summary>What is wrong with the value's type alone.</summary>
    internal static string? TypeProblem(VariableDefinition variable, JsonValue value)
    {
        var kind = value.GetValueKind();
        return variable.Type switch
        {
            VariableType.String => kind == JsonValueKind.String ? null : "is not text; put it into quotes",
            VariableType.Integer => kind == JsonValueKind.Number && value.TryGetValue<long>(out _) ? null : "is not a whole number",
            VariableType.Number => kind == JsonValueKind.Number ? null : "is not a number",
            VariableType.Boolean => kind is JsonValueKind.True or JsonValueKind.False ? null : "is not true or false",
            VariableType.Date => kind == JsonValueKind.String && IsDate(value.GetValue<string>()) ? null : "is not a date such as 2026-01-31",
            _ => throw new InvalidOperationException($"Unknown variable type {variable.Type}."),
        };
    }

    private static string? Beyond(VariableDefinition variable, double value) =>
        variable.Minimum is { } minimum && value < (double)minimum ? string.Create(CultureInfo.InvariantCulture, $"is less than its minimum {minimum}")
        : variable.Maximum is { } maximum && value > (double)maximum ? string.Create(CultureInfo.InvariantCulture, $"is greater than its maximum {maximum}")
        : null;

    private static bool IsDate(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}

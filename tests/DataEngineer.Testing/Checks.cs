using System.Text.Json.Nodes;
using DataEngineer.Definitions.Model;
using DataEngineer.Definitions.Values;

namespace DataEngineer.Testing;

/// <summary>Assertions, briefly.</summary>
public static class Checks
{
    public static AssertDefinition NotNull(params string[] columns) => new() { NotNull = columns };

    public static AssertDefinition Unique(params string[] columns) => new() { Unique = columns };

    public static AssertDefinition Accepted(string column, params object[] values) =>
        new() { AcceptedValues = new AcceptedValuesCheck { Column = column, Values = [.. values.Select(Json)] } };

    public static AssertDefinition Related(string column, string to) => new() { Relationships = new RelationshipsCheck { Column = column, To = to } };

    public static AssertDefinition Range(string column, object? min = null, object? max = null, bool inclusive = true) =>
        new() { Range = new RangeCheck { Column = column, Min = min is null ? null : Json(min), Max = max is null ? null : Json(max), Inclusive = inclusive } };

    public static AssertDefinition Pattern(string column, string regex) => new() { Pattern = new PatternCheck { Column = column, Regex = regex } };

    public static AssertDefinition RowCount(long? min = null, long? max = null) => new() { RowCount = new RowCountCheck { Min = min, Max = max } };

    public static AssertDefinition Fresh(string column, TimeSpan maxAge) => new() { Freshness = new FreshnessCheck { Column = column, MaxAge = maxAge } };

    public static AssertDefinition Sql(string query) => new() { Sql = query };

    /// <summary>With thresholds, as they are written.</summary>
    public static AssertDefinition When(this AssertDefinition definition, string? warnIf = null, string? errorIf = null) =>
        definition with { WarnIf = Read(warnIf), ErrorIf = Read(errorIf) };

    public static AssertDefinition On(this AssertDefinition definition, FailureAction action) => definition with { OnFailure = action };

    private static Threshold? Read(string? text) =>
        text is null ? null : Threshold.TryParse(text, out var threshold) ? threshold : throw new ArgumentException($"'{text}' is not a threshold.", nameof(text));

    private static JsonValue Json(object value) => (JsonValue)JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(value))!;
}

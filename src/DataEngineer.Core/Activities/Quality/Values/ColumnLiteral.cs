using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DataEngineer.Activities.Quality.Values;

/// <summary>
/// Reads a value written in YAML as a value of a column's type. Text columns take the value's text as written (1 is '1'); other columns take
/// the value itself or a text that writes it ('1' is 1). Exact numbers must fit without rounding.
/// </summary>
internal static class ColumnLiteral
{
    /// <summary>The text that the engine casts to the column's type, or null where the value does not fit it.</summary>
    public static string? TextOf(ColumnType type, JsonValue value)
    {
        var kind = value.GetValueKind();
        var text = kind == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
        return type.Kind switch
        {
            ColumnKind.Text => text,
            ColumnKind.Exact => kind is JsonValueKind.Number or JsonValueKind.String ? ExactText(type, text) : null,
            ColumnKind.Floating => kind is JsonValueKind.Number or JsonValueKind.String ? FloatingText(type, text) : null,
            ColumnKind.Boolean => text.ToUpperInvariant() is "TRUE" or "FALSE" ? text : null,
            ColumnKind.Date => Moment.AsDate(text),
            ColumnKind.Timestamp => Moment.AsTimestamp(text),
            ColumnKind.TimestampTz => Moment.AsTimestamp(text) is { } utc ? $"{utc}+00" : null,
            ColumnKind.Time or ColumnKind.Other => kind == JsonValueKind.String ? text : null,
            ColumnKind.Nested => null,
            _ => throw new ArgumentOutOfRangeException(nameof(type), type.Kind, "Not a kind of column."),
        };
    }

    /// <summary>What may be written for a column of this type, for a message.</summary>
    public static string Allowed(ColumnType type) => type.Kind switch
    {
        ColumnKind.Exact when type.Scale == 0 => $"whole numbers from {type.Min} to {type.Max}",
        ColumnKind.Exact => $"numbers from {ExactNumber.Text(type.Min, type.Scale)} to {ExactNumber.Text(type.Max, type.Scale)} with at most {type.Scale} digits after the point",
        ColumnKind.Floating => "numbers",
        ColumnKind.Text => "texts",
        ColumnKind.Boolean => "true and false",
        ColumnKind.Date => "dates such as 2026-01-31",
        ColumnKind.Timestamp or ColumnKind.TimestampTz => "timestamps such as 2026-01-31T06:00:00Z",
        ColumnKind.Time => "times such as '06:30:00'",
        ColumnKind.Other => $"texts that {type.Name} can be cast from",
        ColumnKind.Nested => "nothing",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type.Kind, "Not a kind of column."),
    };

    private static string? ExactText(ColumnType type, string text) =>
        ExactNumber.TryParse(text, out var number) && number.ToUnits(type.Scale) is (var units, true) && units >= type.Min && units <= type.Max
            ? ExactNumber.Text(units, type.Scale)
            : null;

    private static string? FloatingText(ColumnType type, string text) => text.ToUpperInvariant() switch
    {
        "NAN" or "INF" or "-INF" or "INFINITY" or "-INFINITY" => text,
        _ => ExactNumber.TryParse(text, out _) && IsFinite(type, text) ? text : null,
    };

    private static bool IsFinite(ColumnType type, string text) => type.Name.Equals("FLOAT", StringComparison.OrdinalIgnoreCase)
        ? float.IsFinite(float.Parse(text, CultureInfo.InvariantCulture))
        : double.IsFinite(double.Parse(text, CultureInfo.InvariantCulture));
}

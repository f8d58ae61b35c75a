using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DataEngineer.Validation;

/// <summary>Compares the bounds of a range as numbers or as dates.</summary>
internal static class Bounds
{
    /// <summary>What is wrong with them, to follow "whose"; or null.</summary>
    public static string? Problem(JsonValue? min, JsonValue? max)
    {
        var low = Read(min);
        var high = Read(max);
        if ((min is not null && low is null) || (max is not null && high is null))
        {
            return $"{(low is null && min is not null ? "min" : "max")} is neither a number nor a date or timestamp";
        }

        return (low, high) switch
        {
            ({ Date: null }, { Date: not null }) or ({ Date: not null }, { Date: null }) => "min and max are of different kinds",
            ({ } a, { } b) when a.Number > b.Number || a.Date > b.Date => "min is greater than its max",
            _ => null,
        };
    }

    private static (double? Number, DateTimeOffset? Date)? Read(JsonValue? value)
    {
        if (value is null)
        {
            return null;
        }

        if (value.GetValueKind() == JsonValueKind.Number)
        {
            return (value.GetValue<double>(), null);
        }

        return value.GetValueKind() == JsonValueKind.String
            && DateTimeOffset.TryParse(value.GetValue<string>(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? (null, date)
            : null;
    }
}

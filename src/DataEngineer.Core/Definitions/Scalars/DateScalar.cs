using System.Globalization;
using System.Text.Json.Nodes;
using DataEngineer.Definitions.Yaml;

namespace DataEngineer.Definitions.Scalars;

/// <summary>A calendar day.</summary>
internal sealed class DateScalar : ScalarType
{
    public override string Expected => "a date such as 2026-01-31";

    public override object Fallback => default(DateOnly);

    public override object? Read(YamlScalar scalar) =>
        DateOnly.TryParseExact(scalar.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    public override void Describe(JsonObject schema)
    {
        schema["type"] = "string";
        schema["format"] = "date";
    }
}

using System.Globalization;
using System.Text.Json.Nodes;
using DataEngineer.Definitions.Yaml;

namespace DataEngineer.Definitions.Scalars;

/// <summary>A double; infinity and NaN are refused.</summary>
internal sealed class NumberScalar : ScalarType
{
    public override string Expected => "a number";

    public override object Fallback => 0d;

    public override object? Read(YamlScalar scalar) => Numbers.TryJson(scalar, out var json)
        && double.TryParse(json, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    public override string? Advise(YamlScalar scalar) => Unquote(scalar, CoreType.Integer) ?? Unquote(scalar, CoreType.Number);

    public override void Describe(JsonObject schema) => schema["type"] = "number";
}

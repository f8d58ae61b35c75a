using System.Globalization;
using System.Text.Json.Nodes;
using DataEngineer.Definitions.Yaml;

namespace DataEngineer.Definitions.Scalars;

/// <summary>A decimal of up to 28 digits.</summary>
internal sealed class DecimalScalar : ScalarType
{
    public override string Expected => "a number";

    public override object Fallback => 0m;

    public override object? Read(YamlScalar scalar) => Numbers.TryJson(scalar, out var json)
        && decimal.TryParse(json, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    public override string? Advise(YamlScalar scalar) => Unquote(scalar, CoreType.Integer) ?? Unquote(scalar, CoreType.Number);

    public override void Describe(JsonObject schema) => schema["type"] = "number";
}

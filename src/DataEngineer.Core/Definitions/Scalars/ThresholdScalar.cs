using System.Text.Json.Nodes;
using DataEngineer.Definitions.Values;
using DataEngineer.Definitions.Yaml;

namespace DataEngineer.Definitions.Scalars;

/// <summary>A bound on failing rows.</summary>
internal sealed class ThresholdScalar : ScalarType
{
    public override string Expected => "a threshold such as '>0', '>=10' or '>1%'";

    public override object Fallback => Threshold.AnyRow;

    public override object? Read(YamlScalar scalar) => Threshold.TryParse(scalar.Text, out var threshold) ? threshold : null;

    public override string? Advise(YamlScalar scalar)
    {
        var guess = scalar.Text.Trim().TrimStart('=', '<', '>').Trim();
        return Threshold.TryParse($">{guess}", out var threshold) ? $"Did you mean '{threshold}'?" : null;
    }

    public override void Describe(JsonObject schema)
    {
        schema["type"] = "string";
        schema["pattern"] = @"^\s*>=?\s*\d+(\.\d+)?\s*%?\s*$";
    }
}

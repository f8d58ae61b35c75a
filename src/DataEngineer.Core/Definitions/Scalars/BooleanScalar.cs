using System.Text.Json.Nodes;
using DataEngineer.Definitions.Yaml;

namespace DataEngineer.Definitions.Scalars;

/// <summary>true or false.</summary>
internal sealed class BooleanScalar : ScalarType
{
    public override string Expected => "true or false";

    public override object Fallback => false;

    public override object? Read(YamlScalar scalar) => scalar.Type == CoreType.Boolean ? scalar.Text[0] is 't' or 'T' : null;

    public override string? Advise(YamlScalar scalar) => scalar.Text.ToUpperInvariant() switch
    {
        "YES" or "Y" or "ON" => "Did you mean 'true'?",
        "NO" or "N" or "OFF" => "Did you mean 'false'?",
        _ => Unquote(scalar, CoreType.Boolean),
    };

    public override void Describe(JsonObject schema) => schema["type"] = "boolean";
}

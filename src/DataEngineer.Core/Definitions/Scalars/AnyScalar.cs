using System.Text.Json.Nodes;
using DataEngineer.Definitions.Yaml;

namespace DataEngineer.Definitions.Scalars;

/// <summary>Text, a number or a boolean, told apart as YAML does.</summary>
internal sealed class AnyScalar : ScalarType
{
    public override string Expected => "text, a number, or true or false";

    public override object? Fallback => JsonScalars.Of("");

    public override object? Read(YamlScalar scalar) => JsonScalars.Of(scalar);

    public override void Describe(JsonObject schema) => schema["type"] = new JsonArray("string", "number", "boolean");
}

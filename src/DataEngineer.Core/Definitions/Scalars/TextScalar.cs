using System.Text.Json.Nodes;
using DataEngineer.Definitions.Yaml;

namespace DataEngineer.Definitions.Scalars;

/// <summary>Text. Plain text that YAML takes for a number or a boolean needs quotes, so that 010 and 1.10 stay what was meant.</summary>
internal sealed class TextScalar : ScalarType
{
    public override string Expected => "text";

    public override object Fallback => "";

    public override object? Read(YamlScalar scalar) => scalar.Type == CoreType.Text ? scalar.Text : null;

    public override string Advise(YamlScalar scalar) => "Put it into quotes.";

    public override void Describe(JsonObject schema) => schema["type"] = "string";
}

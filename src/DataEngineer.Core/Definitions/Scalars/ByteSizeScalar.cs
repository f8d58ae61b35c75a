using System.Text.Json.Nodes;
using DataEngineer.Definitions.Values;
using DataEngineer.Definitions.Yaml;

namespace DataEngineer.Definitions.Scalars;

/// <summary>A number of bytes.</summary>
internal sealed class ByteSizeScalar : ScalarType
{
    public override string Expected => "a size such as 512MB, 2GB or 1GiB";

    public override object Fallback => default(ByteSize);

    public override object? Read(YamlScalar scalar) => ByteSize.TryParse(scalar.Text, out var size) ? size : null;

    public override string? Advise(YamlScalar scalar) =>
        scalar.Text.Length is > 0 and < 20 && scalar.Text.All(char.IsAsciiDigit) ? $"Name the unit: {scalar.Text}B or {scalar.Text}MB." : null;

    public override void Describe(JsonObject schema)
    {
        schema["type"] = "string";
        schema["pattern"] = @"^\s*\d+(\.\d+)?\s*([KMGTkmgt][Ii]?)?[Bb]\s*$";
    }
}

using System.Text.Json.Nodes;
using DataEngineer.Definitions.Values;
using DataEngineer.Definitions.Yaml;

namespace DataEngineer.Definitions.Scalars;

/// <summary>A span of time.</summary>
internal sealed class DurationScalar : ScalarType
{
    public override string Expected => "a duration such as 90s, 1h30m, 2d or PT1H30M";

    public override object Fallback => TimeSpan.Zero;

    public override object? Read(YamlScalar scalar) => Duration.TryParse(scalar.Text, out var duration) ? duration : null;

    public override string? Advise(YamlScalar scalar) =>
        scalar.Text.Length is > 0 and < 10 && scalar.Text.All(char.IsAsciiDigit) ? $"Name the unit: {scalar.Text}s." : null;

    public override void Describe(JsonObject schema)
    {
        schema["type"] = "string";
        schema["pattern"] = @"^(?=.)(\d+d)?(\d+h)?(\d+m)?(\d+s)?(\d+ms)?$|^P(?=.)(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$";
    }
}

using System.Text.Json.Nodes;
using DataEngineer.Definitions.Yaml;

namespace DataEngineer.Definitions.Scalars;

/// <summary>An int or a long.</summary>
internal sealed class WholeNumberScalar(bool isLong) : ScalarType
{
    public override string Expected => isLong ? "a whole number of at most 64 bits" : "a whole number of at most 32 bits";

    public override object Fallback => isLong ? (object)0L : 0;

    public override object? Read(YamlScalar scalar)
    {
        if (scalar.Type != CoreType.Integer || !Numbers.TryWhole(scalar.Text, out var value))
        {
            return null;
        }

        return (isLong, value) switch
        {
            (true, _) => (object)value,
            (false, >= int.MinValue and <= int.MaxValue) => (object)(int)value,
            _ => null,
        };
    }

    public override string? Advise(YamlScalar scalar) => Unquote(scalar, CoreType.Integer);

    public override void Describe(JsonObject schema) => schema["type"] = "integer";
}

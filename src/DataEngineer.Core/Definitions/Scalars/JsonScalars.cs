using System.Text.Json;
using System.Text.Json.Nodes;
using DataEngineer.Definitions.Yaml;

namespace DataEngineer.Definitions.Scalars;

/// <summary>
/// Scalars as JSON values backed by JSON text, so that they answer GetValue of any fitting type and are the same before and after
/// a plan was stored.
/// </summary>
internal static class JsonScalars
{
    public static JsonValue Of(string text) => Parse($"\"{JsonEncodedText.Encode(text)}\"");

    /// <summary>The value as the core schema types it; null for null and for numbers that JSON cannot write.</summary>
    public static JsonValue? Of(YamlScalar scalar) => scalar.Type switch
    {
        CoreType.Null => null,
        CoreType.Boolean => Parse(scalar.Text[0] is 't' or 'T' ? "true" : "false"),
        CoreType.Integer or CoreType.Number => Numbers.TryJson(scalar, out var json) ? Parse(json) : null,
        CoreType.Text => Of(scalar.Text),
        _ => throw new InvalidOperationException($"Unknown core type {scalar.Type}."),
    };

    private static JsonValue Parse(string json) => JsonValue.Create(JsonElement.Parse(json))!;
}

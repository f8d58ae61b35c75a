using System.Text.Json;
using System.Text.Json.Serialization;

namespace DataEngineer.Embedded.History;

/// <summary>Keeps a payload, which is JSON already, as JSON instead of as an escaped string.</summary>
internal sealed class PayloadConverter : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.GetRawText();
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value!, skipInputValidation: true);
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace DataEngineer.Definitions.Values;

internal sealed class ThresholdJsonConverter : JsonConverter<Threshold>
{
    public override Threshold Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } text && Threshold.TryParse(text, out var threshold)
            ? threshold
            : throw new JsonException("Not a threshold such as >0 or >1%.");

    public override void Write(Utf8JsonWriter writer, Threshold value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

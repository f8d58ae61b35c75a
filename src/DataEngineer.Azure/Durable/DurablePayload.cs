using System.Text.Json;
using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Azure.Durable;

/// <summary>Payloads as JSON elements: whatever serialiser the platform is set to, it leaves them as <see cref="DurableJson"/> wrote them.</summary>
public static class DurablePayload
{
    /// <summary>The value as JSON; null for null.</summary>
    public static JsonElement? Write(object? value) =>
        value is null ? null : JsonSerializer.SerializeToElement(value, value.GetType(), DurableJson.Options);

    /// <summary>The value of the JSON; the type's default for null.</summary>
    public static T? Read<T>(JsonElement? json) =>
        json is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } element ? element.Deserialize<T>(DurableJson.Options) : default;
}

using System.Text.Json;
using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Embedded.History;

/// <summary>Values to JSON text and back; null is no payload.</summary>
internal static class Payload
{
    public static string? Write(object? value) => value is null ? null : JsonSerializer.Serialize(value, DurableJson.Options);

    public static T? Read<T>(string? json) => json is null ? default : JsonSerializer.Deserialize<T>(json, DurableJson.Options);
}

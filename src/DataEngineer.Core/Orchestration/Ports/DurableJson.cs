using System.Text.Json;
using System.Text.Json.Serialization;

namespace DataEngineer.Orchestration.Ports;

/// <summary>The one way in which payloads become JSON, on every host.</summary>
public static class DurableJson
{
    /// <summary>camelCase names, enums as their names, nulls left out, unknown members ignored (older code reads newer payloads).</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using DataEngineer.Orchestration.Ports;

namespace DataEngineer.Cli.Commands;

/// <summary>What other programs read: the JSON of payloads and records, indented.</summary>
internal static class JsonOutput
{
    private static readonly JsonSerializerOptions Options = new(DurableJson.Options) { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write<T>(TextWriter output, T value) => output.WriteLine(JsonSerializer.Serialize(value, Options));
}
